"""What a plan workbook would change: row by row beside the plan as it is, with the amendment that each change needs."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, ROUND_UP, Decimal
from enum import StrEnum
from typing import Any

from monitoring import plan_words
from monitoring.faults import CellProblem
from monitoring.language import gettext, later
from monitoring.plan_book import fingerprint
from monitoring.plan_rows import ActivityRow, Key, Row, content, in_order
from monitoring.wording import AMENDMENT

ALWAYS = date(2000, 1, 1)  # a new name or indicator that says nothing else holds for every reporting date
BUDGET_LIMIT = Decimal(20)  # percent: above it an amendment of the budget is of another type
TENTH = Decimal("0.1")


class State(StrEnum):
    """What saving would do with a row, or why it does nothing."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    GONE = "gone"
    FAULTY = "faulty"


STATE_SAID: dict[State, str] = {
    State.NEW: later("new"),
    State.CHANGED: later("changed"),
    State.SAME: later("as before"),
    State.GONE: later("gone"),
    State.FAULTY: later("to be mended"),
}


@dataclass(frozen=True, kw_only=True)
class Signed:
    """What is signed with a change: its kind, from when it holds, when it was signed, why, and the letter.

    ``kind`` is a word of AMENDMENT_KINDS, or empty for a plan as first signed.
    """

    kind: str = ""
    valid_from: date | None = None
    signed_on: date | None = None
    reason: str = ""
    letter: str = ""


@dataclass(frozen=True)
class FieldChange:
    """One field that would change; texts are in the language of the run."""

    field: str
    was: Any
    becomes: Any

    @property
    def label(self) -> str:
        """The name of the field, as in the workbook."""
        return plan_words.label(self.field)

    @property
    def was_shown(self) -> str:
        """The value before, as a reader sees it; empty for none."""
        return plan_words.shown(self.field, self.was)

    @property
    def becomes_shown(self) -> str:
        """The value after, as a reader sees it; empty for none."""
        return plan_words.shown(self.field, self.becomes)


@dataclass(frozen=True, kw_only=True)
class RowChange:
    """One row: as it is in the plan, as it becomes, and what is signed with it. A row that goes becomes None."""

    state: State
    table: str
    key: Key
    was: Row | None = None
    becomes: Row | None = None
    signed: Signed = Signed()

    @property
    def code(self) -> str:
        """What the row is about, in one word."""
        return " · ".join(self.key)

    @property
    def changes(self) -> tuple[FieldChange, ...]:
        """The fields that would change; of a new row all that are filled in, but its code."""
        if self.becomes is None:
            return ()
        before = dict(content(self.was)) if self.was else {}
        pairs = ((name, before.get(name), value) for name, value in content(self.becomes))
        changed = ((name, was, now) for name, was, now in pairs if was != now and not (_blank(was) and _blank(now)))
        return tuple(FieldChange(*one) for one in changed if one[0] != "code")

    def lines(self) -> list[str]:
        """The row in words, one line a changed field, in the language of the run."""
        what = f"{gettext(STATE_SAID[self.state])}: {gettext(plan_words.TABLES[self.table])}: {self.code}"
        if self.state is not State.CHANGED:
            return [what]
        kind = f" ({self.kind_shown})" if self.signed.kind else ""
        changed = (f"{one.label}: {one.was_shown or '–'} → {one.becomes_shown or '–'}" for one in self.changes)
        return [f"{what}{kind}: {line}" for line in changed]

    @property
    def kind_shown(self) -> str:
        """The kind of the amendment, and for the budget whether it is up to 20 percent or more."""
        said = gettext(AMENDMENT[self.signed.kind]) if self.signed.kind else ""
        percent = self.budget_change if self.signed.kind == "budget" else None
        if percent is None:
            return said
        bound = later("by more than 20 percent") if abs(percent) > BUDGET_LIMIT else later("by up to 20 percent")
        return f"{said}, {gettext(bound)}: {percent:+.1f} %"

    @property
    def budget_change(self) -> Decimal | None:
        """By how many percent of before the budget changes; None where it does not, or cannot be told."""
        if not isinstance(self.was, ActivityRow) or not isinstance(self.becomes, ActivityRow):
            return None
        return budget_change(self.was, self.becomes)


def budget_change(was: ActivityRow, becomes: ActivityRow) -> Decimal | None:
    """By how many percent of before the budget changes, to a tenth that lies on the same side of BUDGET_LIMIT.

    None where it does not change, and where that cannot be told: from nothing, from one currency to another, where an
    amount becomes known or unknown, and where :func:`budget` knows no sum.
    """
    before, after = budget(was), budget(becomes)
    if before is None or after is None or before == after or _unknown(was) != _unknown(becomes):
        return None
    (had, currency), (has, other) = before, after
    return _to_a_tenth(Decimal(has - had) * 100 / had) if had and currency == other else None


def budget(row: ActivityRow) -> tuple[int, str] | None:
    """Cents known to be planned for an activity, and their currency; None where no amount is known, or in several."""
    known = [(line.planned_cents, line.currency) for line in row.funding if line.planned_cents is not None]
    currencies = {currency for _cents, currency in known}
    return (sum(cents for cents, _currency in known), currencies.pop()) if len(currencies) == 1 else None


def _unknown(row: ActivityRow) -> list[tuple[str, ...]]:
    # A missing amount is not 0: the day on which it becomes known, the budget has not grown by it.
    return sorted(in_order(line) for line in row.funding if line.planned_cents is None)


def _to_a_tenth(percent: Decimal) -> Decimal:
    # 20.04 percent is more than 20: it reads 20.1, so that the figure and the type of the amendment agree.
    just_above = BUDGET_LIMIT < abs(percent) < BUDGET_LIMIT + TENTH
    return percent.quantize(TENTH, ROUND_UP if just_above else ROUND_HALF_UP)


def _blank(value: Any) -> bool:
    return value is None or value == "" or value == ()


@dataclass(frozen=True)
class PlanPreview:
    """A checked workbook beside the plan as it is: every row with its state, and every fault and warning.

    ``stands``: the fingerprints of the rows that were compared with; saving refuses when one has moved.
    """

    rows: tuple[RowChange, ...]
    problems: tuple[CellProblem, ...] = ()
    stands: Mapping[tuple[str, Key], str] = field(default_factory=dict, repr=False)

    def count(self, state: State) -> int:
        """How many rows are in that state."""
        return sum(row.state is state for row in self.rows)

    @property
    def faults(self) -> tuple[CellProblem, ...]:
        """What has to be mended before anything is saved."""
        return tuple(problem for problem in self.problems if problem.level == "error")

    @property
    def warnings(self) -> tuple[CellProblem, ...]:
        """What somebody should look at and agree with."""
        return tuple(problem for problem in self.problems if problem.level == "warning")

    @property
    def to_save(self) -> tuple[RowChange, ...]:
        """The rows that saving would add, change or take out."""
        return tuple(row for row in self.rows if row.state in (State.NEW, State.CHANGED, State.GONE))

    def as_plain(self) -> dict[str, Any]:
        """Faults, counts and changed rows as plain values, for another program."""
        return {
            "problems": [one.as_plain() for one in self.problems],
            "counts": {state.value: self.count(state) for state in State},
            "rows": [
                {
                    "state": row.state.value,
                    "table": row.table,
                    "key": list(row.key),
                    "amendment": row.signed.kind,
                    "changes": {one.field: [one.was_shown, one.becomes_shown] for one in row.changes},
                }
                for row in self.rows
                if row.state is not State.SAME
            ],
        }

    @property
    def sha256(self) -> str:
        """The fingerprint of what would be saved, whatever the file or the order of its rows."""
        return _digest(self.to_save)


def _digest(rows: Iterable[RowChange]) -> str:
    digest = hashlib.sha256()
    lines = (
        repr((row.table, row.key, row.state.value, row.becomes and fingerprint(row.becomes), str(row.signed)))
        for row in rows
    )
    for line in sorted(lines):
        digest.update(line.encode())
    return digest.hexdigest()
