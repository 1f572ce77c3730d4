"""What an upload brings: rows and faults of a checked file, and a preview of what saving would change."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import Any

from monitoring import reported_words
from monitoring.faults import CellProblem
from monitoring.language import gettext
from monitoring.sent_rows import (
    NOTE_FIELDS,
    OBSERVATION_FIELDS,
    REPORT_FIELDS,
    NoteRow,
    ObservationRow,
    ReportRow,
    Row,
    compared,
    is_blank,
    key,
)


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
            Change(name, was, now) for name, was, now in pairs if was != now and not (is_blank(was) and is_blank(now))
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
