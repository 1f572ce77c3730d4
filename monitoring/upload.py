"""What an upload brings: rows as they will stand in the ledger, faults as data, and a preview of what would change."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import Any, Literal

from monitoring import reported_words
from monitoring.language import gettext

Level = Literal["error", "warning"]


@dataclass(frozen=True)
class Said:
    """A sentence with its values, translated when it is shown: ``str(said)``."""

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return gettext(self.text, **{name: str(value) for name, value in self.values.items()})


@dataclass(frozen=True)
class Word:
    """A word of ours inside a sentence, or several with commas between them, translated when shown."""

    words: tuple[str, ...]

    def __init__(self, *words: str) -> None:
        object.__setattr__(self, "words", words)

    def __str__(self) -> str:
        return ", ".join(gettext(word) for word in self.words)


@dataclass(frozen=True)
class CellProblem:
    """One fault: sheet and cell as the sender sees them, the value there, what is wrong, and what is allowed.

    An error keeps its row from being saved; a warning asks somebody to look at it and agree.
    ``str(problem.what)`` and ``str(problem.allowed)`` speak the language of the run.
    """

    sheet: str
    cell: str
    value: str
    what: Said
    allowed: Said
    level: Level = "error"

    def __str__(self) -> str:
        place = f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        return (
            f"{place}: {self.value}: {self.what} {self.allowed}"
            if self.value
            else (f"{place}: {self.what} {self.allowed}")
        )


@dataclass(frozen=True, kw_only=True, slots=True)
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


def beside(row: Row, was: Row | None) -> Row:
    """A row beside what counts of the same: where its table has no column, it says nothing, and that stays."""
    if was is None or isinstance(row, NoteRow):
        return row
    silent = row.silent_on - {"currency"}  # which goes with the amount
    kept = {name: getattr(was, name) for name in silent if _blank(getattr(row, name))}
    if "spent_cents" in kept:
        kept["currency"] = getattr(was, "currency", "")
    return replace(row, **kept) if kept else row


def compared(row: Row) -> tuple[str, ...]:
    """The fields of a row that say something, in the order of the form."""
    if isinstance(row, ReportRow):
        return REPORT_FIELDS
    return NOTE_FIELDS if isinstance(row, NoteRow) else OBSERVATION_FIELDS


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A workbook after checking: the rows that may be saved, and what is wrong with the others.

    ``partner``: whose file it is; empty where it speaks of several: ``leads`` says who leads each activity.
    ``made_on``: the moment whose knowledge the form was written from, where the file says it.
    """

    partner: str
    period: str
    reports: tuple[ReportRow, ...] = ()
    observations: tuple[ObservationRow, ...] = ()
    notes: tuple[NoteRow, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    made_on: datetime | None = None
    leads: Mapping[str, str] = field(default_factory=dict)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Reports, then notes, then observations."""
        return (*self.reports, *self.notes, *self.observations)

    @property
    def errors(self) -> tuple[CellProblem, ...]:
        """The problems that keep a row from being saved."""
        return tuple(problem for problem in self.problems if problem.level == "error")

    @property
    def warnings(self) -> tuple[CellProblem, ...]:
        """The problems that somebody has to look at and agree to."""
        return tuple(problem for problem in self.problems if problem.level == "warning")

    @cached_property
    def by_partner(self) -> "tuple[Checked, ...]":
        """One for each partner it brings reports of; what is of no partner alone is in one of the partner ""."""
        if self.partner:
            return (self,)
        partners = list(dict.fromkeys(self.leads.values()))
        parts = [
            replace(self, partner=partner, observations=(), reports=tuple(self._led_by(partner)))
            for partner in partners
        ]
        if len(parts) == 1:
            return (replace(parts[0], observations=self.observations),)
        return (*parts, replace(self, reports=())) if self.observations or not parts else tuple(parts)

    def _led_by(self, partner: str) -> Iterator[ReportRow]:
        return (row for row in self.reports if self.leads[row.activity] == partner)

    @cached_property
    def sha256(self) -> str:
        """The fingerprint of the content: the same whatever the order of the rows, the file or its format."""
        digest = hashlib.sha256(f"{self.partner}\n{self.period}\n".encode())
        for line in sorted(_canonical(row) for row in self.rows):
            digest.update(line.encode())
        return digest.hexdigest()


def _canonical(row: Row) -> str:
    return repr([*key(row), *map(_plain, _VALUES_OF[type(row)](row))]) + "\n"


def _plain(value: Any) -> str:
    if value is None or type(value) is str:
        return value or ""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


_VALUES_OF: dict[type, Callable[[Any], tuple[Any, ...]]] = {
    ReportRow: attrgetter(*REPORT_FIELDS),
    ObservationRow: attrgetter(*OBSERVATION_FIELDS),
    NoteRow: attrgetter(*NOTE_FIELDS),
}


def _blank(value: Any) -> bool:
    return value is None or value == ""


class State(StrEnum):
    """What saving would do with a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    CONFLICT = "conflicting"


@dataclass(frozen=True)
class Change:
    """One field that would change. ``label``, ``was_shown`` and ``becomes_shown`` are in the language of the run."""

    field: str
    was: Any
    becomes: Any

    @property
    def label(self) -> str:
        """The name of the field, as in the form."""
        return gettext(reported_words.FIELDS[self.field])

    @property
    def was_shown(self) -> str:
        """The value before, as a reader sees it; empty for none."""
        return reported_words.shown(self.field, self.was)

    @property
    def becomes_shown(self) -> str:
        """The value after, as a reader sees it; empty for none."""
        return reported_words.shown(self.field, self.becomes)


@dataclass(frozen=True)
class Between:
    """Who reported something else after the form was made, and when."""

    who: str
    moment: datetime


@dataclass(frozen=True)
class PreviewRow:
    """One row of the upload, and the row that counts now for the same activity or indicator and date, if any.

    ``between``: who reported what counts now, for a conflicting row.
    """

    state: State
    becomes: Row
    was: Row | None
    between: Between | None = None

    @property
    def code(self) -> str:
        """The code of the activity or indicator."""
        return self.becomes.indicator if isinstance(self.becomes, ObservationRow) else self.becomes.activity

    @property
    def on(self) -> date:
        """The date the row speaks of."""
        return self.becomes.observed_on if isinstance(self.becomes, ObservationRow) else self.becomes.as_of

    @property
    def changes(self) -> tuple[Change, ...]:
        """The fields that would change, in the order of the form; for a new row, all that are filled in."""
        pairs = ((name, getattr(self.was, name, None), getattr(self.becomes, name)) for name in compared(self.becomes))
        return tuple(
            Change(name, was, now) for name, was, now in pairs if was != now and not (_blank(was) and _blank(now))
        )


@dataclass(frozen=True)
class Preview:
    """What saving would do, row by row. ``basis``: what it was worked out from; saving refuses when that has moved.

    ``taken``: the keys of the conflicting rows that shall be saved all the same.
    """

    checked: Checked
    rows: tuple[PreviewRow, ...]
    basis: Mapping[tuple[str, ...], Any] = field(repr=False)
    taken: frozenset[tuple[str, ...]] = frozenset()

    def count(self, state: State) -> int:
        """How many rows are in that state."""
        return sum(row.state is state for row in self.rows)

    @property
    def to_save(self) -> tuple[PreviewRow, ...]:
        """The new and the changed rows, and the conflicting ones that were taken."""
        return tuple(
            row
            for row in self.rows
            if row.state in (State.NEW, State.CHANGED)
            or (row.state is State.CONFLICT and key(row.becomes) in self.taken)
        )


@dataclass(frozen=True, kw_only=True)
class Sender:
    """Who reported, with which letter, and who uploads; only the last is needed."""

    uploaded_by: str
    reported_by_name: str = ""
    reported_by_post: str = ""
    letter_number: str = ""
    letter_date: date | None = None
    received_on: date | None = None


@dataclass(frozen=True)
class SentFile:
    """The file as it was sent."""

    name: str
    content: bytes = field(repr=False)

    @cached_property
    def sha256(self) -> str:
        """The fingerprint of the file itself."""
        return hashlib.sha256(self.content).hexdigest()
