"""Make an illustrative plan of any size as CSV: activities, submissions and reports.

    python -m benchmarks.generate_plan --times 100 -o /tmp/large

Real institutions stand in it, so every partner gets the same mix of statuses, within one activity. A status is not
written down but arrived at: a plan and its reports are drawn until the judgement itself gives the wanted status.
"""

import argparse
import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

from monitoring.delivery import Report, judge
from monitoring.periods import Period, quarter_end
from monitoring.planned import Plan, planned_share
from monitoring.status import Delivery

TITLES = Path(__file__).with_name("titles.csv")
DATA = Path(__file__).resolve().parent.parent / "data"
# Six statuses for everybody; the larger partners get the rest too.
MIX = (
    Delivery.ON_SCHEDULE,
    Delivery.COMPLETED,
    Delivery.NEEDS_ATTENTION,
    Delivery.ON_SCHEDULE,
    Delivery.BEHIND,
    Delivery.NO_REPORT,
    Delivery.NOT_YET_DUE,
    Delivery.COMPLETED,
)
MIX_ENDED = (Delivery.COMPLETED,) * 5 + (Delivery.PAST_END, Delivery.COMPLETED)
LARGER = ("MOH", "MOE")
TRIES = 5000
AS_OF = date(2025, 9, 30)


@dataclass
class Drawn:
    """One activity with its plan and the reports that leave it at the wanted status."""

    code: str
    title: dict[str, str]
    plan: Plan
    reports: dict[str, Decimal] = field(default_factory=dict)


def quarters(*years: int) -> list[Period]:
    """The quarters of some years, each closing 15 days after its end."""
    found = []
    for year in years:
        for month in (1, 4, 7, 10):
            ends = quarter_end(date(year, month, 1))
            found.append(Period(f"{year}-Q{(month + 2) // 3}", date(year, month, 1), ends, ends + timedelta(days=15)))
    return found


def draw_plan(random: Random, year: int, title: dict[str, str]) -> Plan:
    """A plan within a year: mostly whole quarters, some with a milestone."""
    first = random.choice((1, 1, 1, 4, 4, 7, 10))
    last = random.choice([month for month in (3, 6, 9, 12, 12) if month > first])
    starts, ends = date(year, first, 1), quarter_end(date(year, last, 1))
    if title["measured_by"] == "event":
        ends = starts + timedelta(days=random.randrange(20, (date(year, 12, 31) - starts).days + 1))
    milestones: tuple[tuple[date, float], ...] = ()
    if title["measured_by"] == "stages" and random.random() < 0.4:
        middle = starts + (ends - starts) / 2
        milestones = ((middle, random.choice((0.25, 0.5, 0.75))),)
    return Plan(
        starts=starts,
        ends=ends,
        measured_by=title["measured_by"],
        milestones=milestones,
        precision="day" if title["measured_by"] == "event" else random.choice(("day", "day", "quarter")),
        signed_on=date(year, 3, 6) if year == 2025 else date(year, 2, 18),
    )


def draw_reports(random: Random, plan: Plan, title: dict[str, str], periods: list[Period]) -> dict[str, Decimal]:
    """Percent, quantity or stage reported for each period under way; about one in seven stays away."""
    pace = random.choice((0.3, 0.5, 0.7, 0.85, 0.95, 1.0, 1.0, 1.1, 1.25))
    found: dict[str, Decimal] = {}
    for period in periods:
        if period.ends < plan.starts or period.starts > plan.ends + timedelta(days=100):
            continue
        if random.random() < 0.15:
            continue
        share = min(1.0, planned_share(plan, period.ends) * pace)
        found[period.code] = _as_measured(share, title)
        if shown_share(found[period.code], title) >= 1:
            break
    return found


def _as_measured(share: float, title: dict[str, str]) -> Decimal:
    if title["measured_by"] == "stages":
        return Decimal(int(share * 4) * 25)
    if title["measured_by"] == "quantity":
        return Decimal(int(share * int(title["planned_quantity"])))
    if title["measured_by"] == "event":
        return Decimal(100 if share >= 1 else 0)
    return Decimal(int(share * 100))


def shown_share(reported: Decimal, title: dict[str, str]) -> float:
    """The delivered share (0 to 1) of a reported percent, stage or quantity."""
    whole = int(title["planned_quantity"]) if title["measured_by"] == "quantity" else 100
    return min(1.0, float(reported / whole))


def draw_activity(random: Random, code: str, title: dict[str, str], year: int, wanted: Delivery, as_of: date) -> Drawn:
    """Draw until the judgement as of ``as_of`` gives the wanted status."""
    periods = [period for period in quarters(year) if period.ends <= as_of]
    known = quarters(2024, 2025, 2026)
    for _ in range(TRIES):
        plan = draw_plan(random, year, title)
        reports = draw_reports(random, plan, title, periods) if wanted is not Delivery.NO_REPORT else {}
        newest = max(reports, default=None)
        report = None
        if newest:
            day = next(period.ends for period in periods if period.code == newest)
            report = Report(day, shown_share(reports[newest], title))
        if judge(plan, report, as_of, known).status is wanted:
            return Drawn(code, title, plan, reports)
    raise RuntimeError(f"{code}: no plan measured by {title['measured_by']} came to “{wanted}” in {TRIES} tries")


def deal(random: Random, titles: list[dict[str, str]], mix: tuple[Delivery, ...]) -> list[Delivery]:
    """The statuses of one partner's activities, in an order that each activity can come to."""
    dealt = list(mix[: len(titles)])
    while any(
        title["measured_by"] == "event" and status is Delivery.BEHIND
        for title, status in zip(titles, dealt, strict=True)
    ):
        # An event asks for nothing before its day, so it is never behind: it waits, or its end has passed.
        random.shuffle(dealt)
    return dealt


def draw_year(random: Random, year: int, as_of: date, times: int) -> Iterator[Drawn]:
    """All activities of a year as of a day: six a partner, some more for the two largest, times ``times``."""
    with TITLES.open(encoding="utf-8", newline="") as opened:
        catalogue = list(csv.DictReader(opened))
    mix = MIX if as_of <= date(year, 12, 31) else MIX_ENDED
    for partner in partners_of(year):
        own = [title for title in catalogue if title["partner"] == partner]
        titles = (own if year % 2 else own[::-1])[: len(mix) if partner in LARGER else 6]
        number = 0
        for _ in range(times):
            for title, wanted in zip(titles, deal(random, titles, mix), strict=True):
                number += 1
                yield draw_activity(random, f"{partner}-{year}-{number:02}", title, year, wanted, as_of)


def partners_of(year: int) -> list[str]:
    """Partners with a workplan in a year, in the order of the plans."""
    with (DATA / "workplans.csv").open(encoding="utf-8", newline="") as opened:
        plans = [row for row in csv.DictReader(opened) if int(row["first_year"]) == year]
    return [partner for plan in plans for partner in plan["partners"].split(";")]


def tables(drawn: list[Drawn], random: Random) -> dict[str, list[dict[str, object]]]:
    """Activities, submissions and reports as rows for CSV; every row says that it is illustrative.

    A submission brings one partner's reports of one period, recorded 5 to 40 days after the period's end.
    """
    activities: list[dict[str, object]] = []
    submissions: dict[str, dict[str, object]] = {}
    reports: list[dict[str, object]] = []
    for activity in drawn:
        partner, year, _ = activity.code.split("-")
        activities.append(_activity_row(activity, partner, int(year), random))
        for period in quarters(int(year)):
            reported = activity.reports.get(period.code)
            if reported is None:
                continue
            code = f"{partner}-{period.code}"
            if code not in submissions:
                recorded = datetime(period.ends.year, period.ends.month, period.ends.day, 6) + timedelta(
                    days=random.randint(5, 40), minutes=random.randrange(480)
                )
                submissions[code] = {
                    "code": code,
                    "partner": partner,
                    "period": period.code,
                    "recorded": recorded.isoformat() + "Z",
                    "illustrative": "yes",
                }
            column = {"stages": "stage", "quantity": "quantity"}.get(activity.plan.measured_by, "share")
            row: dict[str, object] = {"submission": code, "activity": activity.code, "as_of": period.ends}
            row |= {"share": "", "stage": "", "quantity": "", "illustrative": "yes"}
            reports.append(row | {column: reported})
    return {"activities": activities, "submissions": list(submissions.values()), "reports": reports}


def _activity_row(activity: Drawn, partner: str, year: int, random: Random) -> dict[str, object]:
    plan, title = activity.plan, activity.title
    copied = ("supporting", "area", "nap_goals", "cp_goal", "measured_by", "planned_quantity", "markers", "regions")
    names = ("unit_en", "unit_ru", "unit_tk", "title_en", "title_ru", "title_tk")
    return {
        "code": activity.code,
        "partner": partner,
        "year": year,
        "starts": plan.starts,
        "ends": plan.ends,
        "precision": plan.precision,
        "milestones": ";".join(f"{day}:{share * 100:g}" for day, share in plan.milestones),
        "planned_cents": random.randrange(500_000, 8_000_001, 10_000),
        "currency": "USD",
        **{column: title[column] for column in (*copied, *names)},
        "illustrative": "yes",
    }


def main() -> None:
    """Write the tables into a folder; the same seed writes the same bytes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=2025)
    parser.add_argument("--times", type=int, default=1, help="how many times as large as the demonstration")
    parser.add_argument("-o", "--output", type=Path, required=True)
    chosen = parser.parse_args()
    random = Random(chosen.seed)
    drawn = [one for year in (2024, 2025) for one in draw_year(random, year, AS_OF, chosen.times)]
    chosen.output.mkdir(parents=True, exist_ok=True)
    for name, rows in tables(drawn, random).items():
        with (chosen.output / f"{name}.csv").open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, fieldnames=list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


if __name__ == "__main__":
    main()
