"""What has to be signed with a change of the plan: the kind of the amendment, from when, when signed, and why."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from monitoring.faults import Said, Word
from monitoring.language import gettext, later
from monitoring.plan_book import PlanBook
from monitoring.plan_changes import ALWAYS, Signed
from monitoring.plan_rows import ActivityRow, Row
from monitoring.plan_words import CHOICES, FIELDS, STATE
from monitoring.wording import AMENDMENT
from spreadsheets.plan.cells import PlanCells

STATE_OF = {"cancel": "cancelled", "carry over": "carried over", "postpone": "postponed"}
RESULTS = (
    *("title_en", "title_ru", "title_tk", "measured_by", "planned_quantity", "unit_en", "unit_ru", "unit_tk"),
    *("milestones", "goals", "regions", "markers", "priority_area"),
)
NOT_ADMINISTRATIVE = ("starts", "ends", "state", "measured_by", "planned_quantity", "funding")


def signed_with(cells: PlanCells | None, given: Signed) -> Signed:
    """What the row says is signed with it; what it leaves empty is what was given for the whole file."""
    if cells is None:
        return given
    own = {column.field: cells.values.get(column.field) for column in cells.table.form.columns if column.signed}
    return Signed(
        kind=own.get("amendment") or given.kind,
        valid_from=own.get("valid_from") or given.valid_from,
        signed_on=own.get("signed_on") or given.signed_on,
        reason=own.get("reason") or given.reason,
        letter=own.get("letter") or given.letter,
    )


def with_its_state(row: ActivityRow, before: ActivityRow | None, kind: str) -> ActivityRow:
    """The row in the state that its amendment brings it to, where nobody changed the state by hand."""
    if before is not None and kind in STATE_OF and row.state in ("active", before.state):
        return replace(row, state=STATE_OF[kind])
    return row


def as_signed(row: ActivityRow, book: PlanBook, plan: dict[Any, Row], kind: str) -> date | None:
    """From when a new activity holds as first signed: the first day of a workplan that had no activities yet.

    None where it comes later, by an amendment.
    """
    workplan: Any = plan.get(("workplans", (row.workplan,)))
    had = any(one.workplan == row.workplan for one in book.of("activities").values())
    if kind or had or workplan is None:
        return None
    return date(workplan.first_year, 1, 1)


def check_amendment(
    cells: PlanCells, row: ActivityRow, before: ActivityRow | None, signed: Signed, since: date | None, today: date
) -> None:
    """Note what an amendment of an activity lacks, and where its kind does not go with what has changed."""
    for name, value in (("amendment", signed.kind), *((one, getattr(signed, one)) for one in _NEEDED)):
        if not value:
            what = Said(later("The plan is changed here, and “{column}” is not said."), {"column": Word(FIELDS[name])})
            cells.fault(name, what, _ALLOWED[name])
    if signed.signed_on and signed.signed_on > today:
        cells.fault("signed_on", Said(later("This day is in the future.")), _TODAY)
    check_since(cells, signed.valid_from, since)
    if not signed.kind:
        return
    if (signed.kind == "add") != (before is None):
        said = later("The activity is new in a signed plan.") if before is None else later("It is in the plan already.")
        allowed = later("Choose “Added” under Amendment.") if before is None else later("Choose another kind.")
        cells.fault("amendment", Said(said), Said(allowed))
    elif before is not None:
        _check_kind(cells, row, before, signed.kind)
    elif row.state != "active":
        allowed = later("Choose “{state}”: what is taken out later is another amendment.")
        cells.fault("state", _STATE, Said(allowed, {"state": Word(STATE["active"])}))


_NEEDED = ("valid_from", "signed_on", "reason")
_STATE = Said(later("This state does not go with the amendment."))
_DATE = Said(later("Write a date like 30.09.2025."))
_TODAY = Said(later("Write a day up to today."))
_ALLOWED = {
    "amendment": Said(later("Choose one of: {words}."), {"words": Word(*AMENDMENT.values())}),
    "valid_from": _DATE,
    "signed_on": _DATE,
    "reason": Said(later("Say why the plan changes, in a few words.")),
}


def check_since(cells: PlanCells, valid_from: date | None, since: date | None) -> None:
    """A change cannot hold from before the day from which the row holds as it is now."""
    if valid_from and since and valid_from < since:
        day = {"day": f"{since:%d.%m.%Y}"}
        what = Said(later("The row as it is holds only from {day} on."), day)
        cells.fault("valid_from", what, Said(later("Write that day or a later one.")))


def check_dated(cells: PlanCells, signed: Signed, since: date | None) -> None:
    """A change of a partner, goal or indicator has to say from when it holds."""
    if signed.valid_from is None:
        allowed = Said(later("Write a date; {day} where it was always so."), {"day": f"{since or ALWAYS:%d.%m.%Y}"})
        cells.fault("valid_from", Said(later("This row is changed, and nothing says from when on.")), allowed)
    check_since(cells, signed.valid_from, since)


def check_fixed(cells: PlanCells, row: Row, before: Row) -> None:
    """Note fields that tell what a row is, and therefore cannot change."""
    for name in row.fixed:
        if getattr(row, name) != getattr(before, name):
            was: Any = getattr(before, name)
            shown = CHOICES[name][was] if name in CHOICES else "; ".join(was) if isinstance(was, tuple) else str(was)
            allowed = Said(later("Write again: {value}. Or give the row a new code."), {"value": gettext(shown) or "–"})
            cells.fault(name, Said(later("This cannot be changed in a row that is in the plan.")), allowed)


def _check_kind(cells: PlanCells, row: ActivityRow, before: ActivityRow, kind: str) -> None:
    changed = {name for name in before.__dataclass_fields__ if getattr(row, name) != getattr(before, name)}
    if "state" in changed and row.state != STATE_OF.get(kind, "active"):
        cells.fault("state", _STATE, Said(later("Choose the kind of amendment that brings it there.")))
    wrong = _WRONG[kind](changed, row, before) if kind in _WRONG else None
    if wrong is not None:
        cells.fault("amendment", Said(wrong), Said(later("Choose the kind that fits, or correct the row.")))


def _extended(changed: set[str], row: ActivityRow, before: ActivityRow) -> str | None:
    if "funding" in changed:
        return later("An extension at no cost does not change the money, and the money is changed.")
    return None if row.ends > before.ends else later("The end is not later than before.")


def _in_state(kind: str) -> Callable[[set[str], ActivityRow, ActivityRow], str | None]:
    def wrong(_changed: set[str], row: ActivityRow, _before: ActivityRow) -> str | None:
        return None if row.state == STATE_OF[kind] else later("The state of the row says something else.")

    return wrong


def _of(names: tuple[str, ...], said: str) -> Callable[[set[str], ActivityRow, ActivityRow], str | None]:
    return lambda changed, _row, _before: None if changed.intersection(names) else said


_WRONG: dict[str, Callable[[set[str], ActivityRow, ActivityRow], str | None]] = {
    **{kind: _in_state(kind) for kind in STATE_OF},
    "extend": _extended,
    "budget": _of(("funding",), later("The money is as before.")),
    "results": _of(RESULTS, later("What is to be delivered is as before.")),
    "administrative": lambda changed, _row, _before: (
        later("Dates, money, state or what is to be delivered are changed: that is more than administrative.")
        if changed.intersection(NOT_ADMINISTRATIVE)
        else None
    ),
}
