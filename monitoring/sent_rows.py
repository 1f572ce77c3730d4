"""What a file brings, as it will stand in the ledger: progress reports, notes of supporting partners, observations."""

from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar


# Not frozen: of 50,000 rows that is a tenth of the time of checking. No row is changed after it is made.
@dataclass(unsafe_hash=True, kw_only=True, slots=True)
class ReportRow:
    """One progress report to be saved; names are those of the table. Share in percent, money in cents.

    ``sheet`` and ``row`` (counted from 1) say where it stands in the workbook, ``silent_on`` which fields its table has
    no column for; they are no part of the content.
    """

    activity: str
    as_of: date
    share: Decimal | None = None
    stage: int | None = None
    quantity: Decimal | None = None
    reported_status: str | None = None
    rating: str | None = None
    narrative: str = ""
    challenge: str = ""
    cause: str | None = None
    waiting_for: str | None = None
    next_step: str = ""
    next_step_on: date | None = None
    support_asked: str = ""
    support_from: str = ""
    evidence: str = ""
    spent_cents: int | None = None
    currency: str = ""
    illustrative: bool = field(default=False, compare=False)
    sheet: str = field(default="", compare=False)
    row: int = field(default=0, compare=False)
    silent_on: frozenset[str] = field(default=frozenset(), compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class ObservationRow:
    """One observation to be saved; names are those of the table, region by its code. Empty groups mean the total."""

    indicator: str
    observed_on: date
    series: str
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    source: str = ""
    region: str = ""
    sex: str = ""
    age_group: str = ""
    residence: str = ""
    wealth: str = ""
    disability: str = ""
    illustrative: bool = field(default=False, compare=False)
    sheet: str = field(default="", compare=False)
    row: int = field(default=0, compare=False)
    silent_on: frozenset[str] = field(default=frozenset(), compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteRow:
    """What a supporting partner adds to an activity that another one leads and reports on: words, no figures."""

    activity: str
    partner: str
    as_of: date
    narrative: str = ""
    challenge: str = ""
    next_step: str = ""
    support_asked: str = ""
    support_from: str = ""
    evidence: str = ""
    illustrative: bool = field(default=False, compare=False)
    sheet: str = field(default="", compare=False)
    row: int = field(default=0, compare=False)


Row = ReportRow | ObservationRow | NoteRow
R = TypeVar("R", bound=Row)
NOTE_FIELDS = ("narrative", "challenge", "next_step", "support_asked", "support_from", "evidence")
REPORT_FIELDS = tuple(column.name for column in fields(ReportRow) if column.compare)[2:]
OBSERVATION_FIELDS = ("value", "numerator", "denominator", "low", "high", "source")


def key(row: Row) -> tuple[str, ...]:
    """What a row is about: two rows of one key say different things of the same."""
    if isinstance(row, ReportRow):
        return ("report", row.activity, row.as_of.isoformat())
    if isinstance(row, NoteRow):
        return ("note", row.activity, row.partner, row.as_of.isoformat())
    groups = (row.region, row.sex, row.age_group, row.residence, row.wealth, row.disability)
    return ("observation", row.indicator, row.observed_on.isoformat(), row.series, *groups)


def beside(row: R, was: Row | None) -> R:
    """A row beside what counts of the same: where its table has no column, it says nothing, and that stays."""
    if was is None or isinstance(row, NoteRow):
        return row
    silent = row.silent_on - {"currency"}  # which goes with the amount
    kept = {name: getattr(was, name) for name in silent if is_blank(getattr(row, name))}
    if "spent_cents" in kept:
        kept["currency"] = getattr(was, "currency", "")
    return replace(row, **kept) if kept else row


def touched(row: ReportRow, form_said: ReportRow, was: ReportRow) -> ReportRow:
    """A row of a form beside what counts by now: cells that came back as the form had them take nothing back."""
    kept = {name: getattr(was, name) for name in REPORT_FIELDS if getattr(row, name) == getattr(form_said, name)}
    if ("spent_cents" in kept) != ("currency" in kept):  # an amount and its currency go together
        kept = {name: value for name, value in kept.items() if name not in ("spent_cents", "currency")}
    return replace(row, **kept)


def compared(row: Row) -> tuple[str, ...]:
    """The fields of a row that say something, in the order of the form."""
    if isinstance(row, ReportRow):
        return REPORT_FIELDS
    return NOTE_FIELDS if isinstance(row, NoteRow) else OBSERVATION_FIELDS


def is_blank(value: Any) -> bool:
    """Whether a field says nothing."""
    return value is None or value == ""
