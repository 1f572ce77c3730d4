"""The activities of one partner in one year: their titles, which of them comes to which status, which reports lack."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from benchmarks.plan.activities import Activity, draw_activity
from benchmarks.plan.calendar import AS_OF, partners_of, reported_quarters
from benchmarks.plan.mix import LARGE, Wanted, wanted
from monitoring.delivery import Judgement
from monitoring.status import LATE, LEFT_OUT, Delivery

TITLES = Path(__file__).resolve().parent.parent / "titles.csv"
TRIES = 2000
MISSING = 0.14
MOST_MISSING = {False: 2, True: 3}
# A report that is to say something particular, or a plan that shows a status by its report, may not go missing.
MAY_LACK_A_REPORT = ("", "budget")
# Delivered of what was due, so that no partner's word is "behind".
OF_DUE = {2024: (0.78, 1.0), 2025: (0.78, 0.95)}
OF_DUE_BEFORE = (0.75, 1.0)
HEALTH_AND_EDUCATION = ("HLTH", "EDU")


def draw_plan(seed: int) -> list[Activity]:
    """All activities of both years; the same seed draws the same."""
    found: list[Activity] = []
    for year in (2024, 2025):
        for partner in partners_of(year):
            # Each partner has a generator of its own, so that a change at one leaves the others as they are.
            random = Random(f"{seed} {partner} {year}")
            carried = [
                activity
                for activity in found
                if activity.partner == partner and activity.wanted.status is Delivery.CARRIED_OVER
            ]
            found.extend(draw_partner(random, partner, year, carried))
    return found


def draw_partner(random: Random, partner: str, year: int, carried: list[Activity]) -> list[Activity]:
    """One partner's activities of a year; ``carried`` are those of the year before that go on."""
    mix = wanted(year, partner)
    titles = titles_of(partner, year, len(mix), [activity.title for activity in carried])
    for _ in range(TRIES):
        activities = []
        for number, (title, want) in enumerate(_deal(random, titles, mix, len(carried)), start=1):
            before = carried[number - 1] if number <= len(carried) else None
            activities.append(draw_activity(random, f"{partner}-{year}-{number:02}", title, want, before))
        if _leave_out_reports(random, activities) and _like_the_others(activities):
            return activities
    raise RuntimeError(f"{partner} {year}: no plan in {TRIES} tries")


def titles_of(partner: str, year: int, number: int, first: list[dict[str, str]]) -> list[dict[str, str]]:
    """Titles of a partner for a year, beginning with ``first``; smaller partners have few in health and education."""
    with TITLES.open(encoding="utf-8", newline="") as opened:
        own = [title for title in csv.DictReader(opened) if title["partner"] == partner]
    chosen = list(first)
    for title in own if year % 2 else own[::-1]:
        elsewhere = title["area"] in HEALTH_AND_EDUCATION and partner not in LARGE
        if elsewhere and any(other["area"] in HEALTH_AND_EDUCATION for other in chosen):
            continue
        if title not in chosen:
            chosen.append(title)
    return chosen[:number]


def _deal(
    random: Random, titles: list[dict[str, str]], mix: list[Wanted], continuing: int
) -> Iterator[tuple[dict[str, str], Wanted]]:
    """Titles with what is to become of them, in an order that each measure allows; the first ones continue others."""
    dealt = list(mix)
    while True:
        random.shuffle(dealt)
        pairs = list(zip(titles, dealt, strict=True))
        going_on = all(one.status is Delivery.ON_SCHEDULE and not one.role for one in dealt[:continuing])
        if going_on and all(_possible(title["measured_by"], want) for title, want in pairs):
            return iter(pairs)


def _possible(measure: str, want: Wanted) -> bool:
    """Whether an activity measured so can come to this: an event asks for nothing before its day, so it waits."""
    if want.role == "corrected":
        return measure in ("quantity", "percent")
    if measure != "event":
        return True
    return want.status not in (Delivery.BEHIND, Delivery.CARRIED_OVER) and want.role in ("", "budget", "add")


def _leave_out_reports(random: Random, activities: list[Activity]) -> bool:
    """Let about 15 % of the reports due be missing, without a change of status; False when that cannot be."""
    due = [(activity, period.code) for activity in activities for period in activity.due()]
    most = MOST_MISSING[activities[0].partner in LARGE]
    missing = [(activity, code) for activity, code in due if code not in activity.values]
    wanted_missing = min(max(round(MISSING * len(due)), len(missing)), most)
    able = [
        (activity, code)
        for activity, code in due
        if code in activity.values and activity.wanted.role in MAY_LACK_A_REPORT and not activity.continues
    ]
    random.shuffle(able)
    touched = {activity.code for activity, _ in missing}
    for activity, code in able:
        if len(missing) >= wanted_missing:
            break
        fewer = replace(activity, values={key: value for key, value in activity.values.items() if key != code})
        day = AS_OF[activity.year]
        same = fewer.judged_on(day).status is activity.wanted.status and bool(fewer.values)
        if activity.code not in touched and same and activity.wanted.status is not Delivery.CARRIED_OVER:
            del activity.values[code]
            touched.add(activity.code)
            missing.append((activity, code))
    return len(missing) == wanted_missing


def _like_the_others(activities: list[Activity]) -> bool:
    """Whether a partner stands out at no quarter's end, and has delivered about as much of what was due as the others.

    Behind or past its end may be one activity, two at a large partner.
    """
    year, most = activities[0].year, 2 if activities[0].partner in LARGE else 1
    for period in reported_quarters(year):
        judged = [activity.judged_on(period.ends) for activity in activities]
        late = [one for one in judged if one.status in LATE]
        lowest, highest = OF_DUE[year] if period.ends == AS_OF[year] else OF_DUE_BEFORE
        if len(late) > most or not lowest <= _delivered_of_due(judged) <= highest:
            return False
    return True


def _delivered_of_due(judged: list[Judgement]) -> float:
    """As the roll-up has it, not weighted; 1 when nothing was due."""
    reported = [one for one in judged if one.delivered is not None and one.status not in LEFT_OUT]
    asked = sum(one.planned_at_report or 0.0 for one in reported)
    delivered = sum(min(one.delivered or 0.0, one.planned_at_report or 0.0) for one in reported)
    return delivered / asked if asked else 1.0
