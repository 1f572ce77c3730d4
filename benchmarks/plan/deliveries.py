"""What came in: submissions of each partner for each quarter, their events, the reports and the money known by them."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from benchmarks.plan import wording
from benchmarks.plan.activities import Activity
from benchmarks.plan.calendar import AS_OF, moment, month_ends, quarters, written
from benchmarks.plan.money import Money
from benchmarks.plan.reports import report_row
from monitoring.periods import Period
from monitoring.status import Delivery

Row = dict[str, object]
NEWEST = "2025-Q3"
CORRECTED = "2025-Q2"
# A draft was uploaded, withdrawn, and then the right file came: known on 15 July, the draft still counts.
WITHDRAWN = ("TVR", "2025-Q2")
# Days after a quarter: by turns, so that of any four quarters every partner is late once, by four days. Made-up delays
# shall shame none.
DAYS = (6, 10, 13, 19)
MONTHLY_SINCE = date(2024, 7, 1)


@dataclass
class Deliveries:
    """The rows of the files as they grow; ``moments`` says when each submission was recorded."""

    seed: int
    submissions: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    reports: list[Row] = field(default_factory=list)
    verifications: list[Row] = field(default_factory=list)
    flows: list[Row] = field(default_factory=list)
    moments: dict[str, datetime] = field(default_factory=dict)

    def submit(self, code: str, recorded: datetime, kind: str, partner: str = "", period: str = "") -> None:
        """Add a submission; one of progress also says who reported and which file it was."""
        self.moments[code] = recorded
        progress = kind == "progress"
        self.submissions.append(
            {
                "code": code,
                "kind": kind,
                "partner": partner,
                "period": period,
                "recorded": written(recorded),
                "received_on": recorded.date() if progress else "",
                "reported_by_post": wording.POST if progress else "",
                "uploaded_by": wording.UPLOADER,
                "file_name": f"illustrative-{code}.xlsx" if progress else "",
                "illustrative": "yes",
            }
        )

    def event(self, submission: str, event: str, when: datetime, why: str = "") -> None:
        """Add what happened to a submission after it was recorded."""
        row: Row = {"submission": submission, "event": event, "moment": written(when)}
        self.events.append(row | {"person": wording.UPLOADER, "why": why, "illustrative": "yes"})


def deliver(seed: int, activities: list[Activity], money: dict[str, Money], monthly: bool) -> Deliveries:
    """All submissions of progress with their reports, in the order of partners and quarters."""
    found = Deliveries(seed)
    partners = list(dict.fromkeys(activity.partner for activity in activities))
    for number, period in enumerate(quarters(2024, 2025)):
        reporting: dict[str, list[Activity]] = defaultdict(list)
        for activity in activities:
            if period.code in activity.values:
                reporting[activity.partner].append(activity)
        for partner, own in reporting.items():
            random = Random(f"{seed} {partner} {period.code}")
            _deliver_quarter(random, found, period, own, money, turn=number + partners.index(partner))
            if monthly and period.starts >= MONTHLY_SINCE:
                _deliver_months(random, found, period, own, money)
    for activity in activities:
        _verify(found, activity)
        _make_known(found, activity, money[activity.code])
    return found


def _deliver_quarter(
    random: Random, found: Deliveries, period: Period, own: list[Activity], money: dict[str, Money], turn: int
) -> None:
    """One partner's submission for a quarter, recorded some days after it; the newest before 20 October."""
    partner = own[0].partner
    code = f"{partner}-{period.code}"
    days = DAYS[turn % len(DAYS)]
    if (partner, period.code) == WITHDRAWN:
        days = 22
        _withdraw_a_draft(random, found, period, own, money)
    recorded = moment(random, period.ends + timedelta(days=days))
    found.submit(code, recorded, "progress", partner, period.code)
    if period.code != NEWEST or random.random() < 0.5:
        found.event(code, "accepted", recorded + timedelta(days=random.randint(2, 9)))
    for activity in own:
        value = activity.values[period.code]
        if activity.wanted.role == "corrected" and period.code == CORRECTED and value is not None:
            wrong = value * 13 // 10 if activity.wanted.status is Delivery.COMPLETED else value * 7 // 10
            found.reports.append(report_row(activity, money[activity.code], code, period.ends, wrong))
            _correct(random, found, period, activity, money[activity.code])
        else:
            found.reports.append(report_row(activity, money[activity.code], code, period.ends, value))


def _correct(random: Random, found: Deliveries, period: Period, activity: Activity, money: Money) -> None:
    code = f"{activity.partner}-{period.code}-C"
    recorded = moment(random, date(2025, 9, random.randint(8, 19)))
    found.submit(code, recorded, "progress", activity.partner, period.code)
    found.event(code, "accepted", recorded + timedelta(days=random.randint(1, 5)))
    row = report_row(activity, money, code, period.ends, activity.values[period.code])
    found.reports.append(row | {"narrative": wording.CORRECTION})


def _withdraw_a_draft(
    random: Random, found: Deliveries, period: Period, own: list[Activity], money: dict[str, Money]
) -> None:
    code = f"{own[0].partner}-{period.code}-D"
    recorded = moment(random, period.ends + timedelta(days=8))
    found.submit(code, recorded, "progress", own[0].partner, period.code)
    found.event(code, "withdrawn", recorded + timedelta(days=9), "Illustrative: a draft was uploaded by mistake.")
    for activity in own:
        value = activity.values[period.code]
        if value is not None and activity.title["measured_by"] in ("quantity", "percent"):
            value = value * 9 // 10
        found.reports.append(report_row(activity, money[activity.code], code, period.ends, value))


def _deliver_months(
    random: Random, found: Deliveries, period: Period, own: list[Activity], money: dict[str, Money]
) -> None:
    """Interim reports at the ends of the first two months: between the value of the quarter before and this one's."""
    for number, day in enumerate(month_ends(period), start=1):
        partner = own[0].partner
        code = f"{partner}-{day:%Y-%m}"
        going_on = [activity for activity in own if activity.plan_on(day).starts <= day]
        if going_on:
            recorded = moment(random, day + timedelta(days=random.randint(5, 20)))
            found.submit(code, recorded, "progress", partner, period.code)
        for activity in going_on:
            value = activity.interim(period, number)
            found.reports.append(report_row(activity, money[activity.code], code, day, value))


def _verify(found: Deliveries, activity: Activity) -> None:
    """A reviewer names the evidence of half of what was completed."""
    random = Random(f"{found.seed} {activity.code} verified")
    if activity.wanted.status is not Delivery.COMPLETED or random.random() < 0.5:
        return
    period = next(
        period
        for period in quarters(activity.year)
        if (value := activity.values.get(period.code)) is not None and activity.share(value) >= 1
    )
    submission = f"{activity.partner}-{period.code}"
    when = found.moments[submission] + timedelta(days=random.randint(5, 20))
    row: Row = {"submission": submission, "activity": activity.code, "as_of": period.ends, "moment": written(when)}
    evidence = wording.EVIDENCE[activity.title["measured_by"]]
    found.verifications.append(row | {"person": wording.UPLOADER, "evidence": evidence, "illustrative": "yes"})


def _make_known(found: Deliveries, activity: Activity, money: Money) -> None:
    """Money is known by its partner's submission for the quarter in which it moved, or the next one there is."""
    for flow in money.flows:
        if flow.dated > AS_OF[activity.year]:
            raise ValueError(f"{activity.code}: money moved on {flow.dated}, after the last report")
        codes = [f"{activity.partner}-{period.code}" for period in quarters(2024, 2025) if period.ends >= flow.dated]
        found.flows.append(
            {
                "submission": next(code for code in codes if code in found.moments),
                "activity": activity.code,
                "kind": flow.kind,
                "source": flow.source,
                "modality": flow.modality,
                "currency": "USD",
                "amount_cents": flow.cents,
                "dated": flow.dated,
                "illustrative": "yes",
            }
        )
