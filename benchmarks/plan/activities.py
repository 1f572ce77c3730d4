"""One illustrative activity: its plan and reports are drawn until the judgement itself gives the wanted status."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from benchmarks.plan.calendar import AS_OF, SIGNED_ON, quarters, reported_quarters
from benchmarks.plan.mix import Wanted
from monitoring.delivery import Judgement, Report, judge
from monitoring.periods import Period, quarter_end
from monitoring.planned import Plan, planned_share
from monitoring.status import Delivery

TRIES = 20_000
PERIODS = quarters(2024, 2025, 2026)
STATE_KINDS = {Delivery.CANCELLED: "cancel", Delivery.POSTPONED: "postpone", Delivery.CARRIED_OVER: "carry over"}
# First and last day on which an amendment of a year is signed.
AMENDED = {2024: (date(2024, 4, 8), date(2024, 11, 15)), 2025: (date(2025, 4, 8), date(2025, 8, 28))}
WITHOUT_REPORT = (Delivery.NO_REPORT, Delivery.REPORT_NOT_DUE, Delivery.NOT_YET_DUE, Delivery.POSTPONED)


@dataclass
class Activity:
    """An activity: as signed, as amended (the same when not), and what is reported of it by quarter.

    A reported value is a stage, a quantity or a percent; None stands for a report in words only. ``opening`` is the
    percent it starts from when it continues the activity ``continues``.
    """

    code: str
    title: dict[str, str]
    wanted: Wanted
    signed: Plan
    plan: Plan
    kind: str = ""
    amended_on: date | None = None
    values: dict[str, int | None] = field(default_factory=dict)
    opening: int = 0
    continues: str = ""

    @property
    def partner(self) -> str:
        return self.code.split("-")[0]

    @property
    def year(self) -> int:
        return int(self.code.split("-")[1])

    @property
    def valid_from(self) -> date | None:
        """From when the amendment holds: the day it was signed, for a carry-over the last day of the year."""
        return date(self.year, 12, 31) if self.kind == "carry over" else self.amended_on

    def plan_on(self, day: date) -> Plan:
        """The plan in force on a day."""
        return self.plan if self.valid_from and self.valid_from <= day else self.signed

    def share(self, value: int) -> float:
        """The delivered share (0 to 1) of a reported value."""
        whole = int(self.title["planned_quantity"]) if self.title["measured_by"] == "quantity" else 100
        return min(1.0, value / whole)

    def report_on(self, day: date) -> Report | None:
        """The report that counts on a day: the date of the newest, the share of the newest with a number."""
        known = [(period.ends, self.values[period.code]) for period in PERIODS if period.code in self.values]
        known = [(ends, value) for ends, value in known if ends <= day]
        if not known:
            return None
        numbers = [value for _, value in known if value is not None]
        return Report(known[-1][0], self.share(numbers[-1]) if numbers else None)

    def judged_on(self, day: date) -> Judgement:
        """The judgement as of a day."""
        return judge(self.plan_on(day), self.report_on(day), day, PERIODS)

    def interim(self, period: Period, month: int) -> int | None:
        """The value at the end of the first or second month of a quarter, between those of its two ends."""
        now = self.values[period.code]
        before = [value for code, value in self.values.items() if code < period.code and value is not None]
        first = max(before, default=0)
        if now is None:
            return None
        measured = self.title["measured_by"]
        if measured in ("stages", "event"):
            return first if month == 1 else max(first, now - 25 if measured == "stages" else 0)
        return first + (now - first) * month // 3

    def due(self) -> list[Period]:
        """The closed quarters in which it was under way, from the signing of the workplan until it was cancelled."""
        return [
            period
            for period in reported_quarters(self.year)
            if period.starts <= self.plan.ends
            and period.ends >= self.plan.starts
            and period.closes >= SIGNED_ON[self.year]
            and self.plan_on(period.ends).state not in ("cancelled", "postponed")
        ]


def draw_activity(
    random: Random, code: str, title: dict[str, str], wanted: Wanted, carried: Activity | None = None
) -> Activity:
    """Draw until the judgement gives the wanted status, and the plan leaves room for what is to happen.

    ``carried`` is the activity of the year before that this one continues.
    """
    for _ in range(TRIES):
        year = int(code.split("-")[1])
        signed = _draw_plan(random, year, title)
        amended = _amend(random, year, signed, wanted)
        if amended is None:
            continue
        activity = Activity(code, title, wanted, signed, *amended)
        if carried:
            report = carried.report_on(AS_OF[carried.year])
            activity.continues = carried.code
            activity.opening = round(100 * (report.share or 0.0)) if report else 0
        if wanted.status not in WITHOUT_REPORT:
            _draw_reports(random, activity)
        if activity.judged_on(AS_OF[year]).status is wanted.status and fits(activity):
            return activity
    raise RuntimeError(f"{code}: no plan measured by {title['measured_by']} came to {wanted} in {TRIES} tries")


def _draw_plan(random: Random, year: int, title: dict[str, str]) -> Plan:
    """A plan within a year: mostly whole quarters, some with a milestone."""
    first = random.choice((1, 1, 1, 4, 4, 7, 10))
    last = random.choice([month for month in (3, 6, 9, 12, 12) if month > first])
    precision = random.choice(("day", "day", "quarter"))
    starts, ends = date(year, first, 1), quarter_end(date(year, last, 1))
    if title["measured_by"] == "event":
        precision = "day"
        ends = starts + timedelta(days=random.randrange(20, (date(year, 12, 31) - starts).days + 1))
    elif precision == "day":
        starts += timedelta(days=random.choice((0, 0, 9, 14)))
        ends -= timedelta(days=random.choice((0, 0, 5, 15)))
    milestones: tuple[tuple[date, float], ...] = ()
    if title["measured_by"] == "stages" and random.random() < 0.4:
        milestones = ((starts + (ends - starts) / 2, random.choice((0.25, 0.5, 0.75))),)
    return Plan(starts, ends, title["measured_by"], milestones, precision, SIGNED_ON[year])


def _amend(random: Random, year: int, signed: Plan, wanted: Wanted) -> tuple[Plan, str, date | None] | None:
    """The amended plan, the kind of the amendment and the day it was signed; None when the plan has no room for it."""
    kind = STATE_KINDS.get(wanted.status) or (wanted.role if wanted.role in ("extend", "budget", "add") else "")
    if not kind:
        return signed, "", None
    first, last = AMENDED[year]
    if kind == "carry over":
        return replace(signed, state="carried over"), kind, date(year, 12, random.randrange(16, 28))
    if kind in ("add", "postpone"):
        last = min(last, signed.starts - timedelta(days=10))
    else:
        first = max(first, signed.starts + timedelta(days=30))
        last = min(last, signed.ends)
    if last < first:
        return None
    amended_on = first + timedelta(days=random.randrange((last - first).days + 1))
    if kind == "extend":
        ends = quarter_end(signed.ends + timedelta(days=random.choice((31, 62, 92))))
        return (replace(signed, ends=ends), kind, amended_on) if ends.year == year else None
    state = str(wanted.status) if wanted.status in STATE_KINDS else "active"
    return replace(signed, state=state), kind, amended_on


def _draw_reports(random: Random, activity: Activity) -> None:
    """What is reported for each quarter under way, at one pace with small changes; after completion it is repeated."""
    pace = random.choice((0.3, 0.5, 0.7, 0.85, 0.95, 1.0, 1.0, 1.1, 1.25))
    share = 0.0
    for period in reported_quarters(activity.year):
        plan = activity.plan_on(period.ends)
        if period.ends < plan.starts or period.starts > plan.ends + timedelta(days=100):
            continue
        if plan.state in ("cancelled", "postponed") or (share >= 1 and period.starts > plan.ends):
            break
        opening = activity.opening / 100
        reached = opening + (1 - opening) * planned_share(plan, period.ends) * pace * random.uniform(0.95, 1.05)
        share = max(share, min(1.0, reached))
        activity.values[period.code] = _as_measured(share, activity.title)
    if activity.wanted.role == "words only" and len(activity.values) > 1:
        activity.values[max(activity.values)] = None


def _as_measured(share: float, title: dict[str, str]) -> int:
    if title["measured_by"] == "stages":
        return int(share * 4) * 25
    if title["measured_by"] == "quantity":
        return int(share * int(title["planned_quantity"]))
    if title["measured_by"] == "event":
        return 100 if share >= 1 else 0
    return int(share * 100)


def fits(activity: Activity) -> bool:
    """Whether what is to happen to an activity can happen to this one."""
    role, measure, values = activity.wanted.role, activity.title["measured_by"], list(activity.values.values())
    report = activity.report_on(AS_OF[activity.year])
    share = (report.share or 0.0) if report else 0.0
    is_new = report is not None and report.as_of == AS_OF[activity.year]
    if activity.continues and (activity.signed.starts.month > 4 or len(values) < 2):
        return False
    if activity.wanted.status is Delivery.CARRIED_OVER:
        return measure != "event" and is_new and 0.2 <= share <= 0.7
    if activity.wanted.status is Delivery.CANCELLED:
        in_last_quarter = quarter_end(activity.amended_on or date.min) == quarter_end(AMENDED[activity.year][1])
        return len(values) > 1 and share <= 0.4 and in_last_quarter
    if activity.wanted.status is Delivery.POSTPONED:
        return activity.signed.starts.month == 10
    if role == "extend":
        return measure != "event" and is_new
    if role == "words only":
        return measure != "event" and len(values) > 1 and 0.2 < share < 1
    if role == "corrected":
        middle = activity.values.get(f"{activity.year}-Q2")
        plain = measure in ("quantity", "percent") and is_new and middle is not None
        return plain and middle >= 8 and 0.2 <= activity.share(middle) <= 0.7
    if role in ("UNICEF procurement", "UNICEF funds", "disagrees"):
        return is_new and 0 < share < 1
    if role == "spends ahead":
        return is_new and 0.2 <= share <= 0.6 and activity.plan.starts.month <= 4
    return True
