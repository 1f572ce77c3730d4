"""The rows of a plan workbook: read cell by cell, then put together, children with their activity."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from typing import Any

from monitoring.faults import CellProblem, Said
from monitoring.language import gettext, later
from monitoring.plan_book import PlanBook
from monitoring.plan_rows import CHILDREN, ROWS, ActivityRow, Key, Row, in_order
from spreadsheets.plan.cells import PlanCells
from spreadsheets.plan.tables import NO_COLUMN, PlanTable
from spreadsheets.tables import shown

KEEP_ONE = Said(later("Keep one of the two rows."))
ADD_COLUMN = Said(later("Add the column, or take the row away."))


@dataclass
class Found:
    """What a workbook says: cells and rows by table and key, and the rows whose key could not be read.

    ``sheets``: the tables that the workbook has at all; of others it says nothing.
    """

    sheets: frozenset[str] = frozenset()
    cells: dict[tuple[str, Key], PlanCells] = field(default_factory=dict)
    rows: dict[tuple[str, Key], Row] = field(default_factory=dict)
    lost: list[PlanCells] = field(default_factory=list)

    @property
    def problems(self) -> list[CellProblem]:
        """Every fault and warning, row by row."""
        return [problem for cells in (*self.cells.values(), *self.lost) for problem in cells.problems]


def read_rows(tables: Iterable[PlanTable], book: PlanBook) -> Found:
    """The rows of all tables, beside the plan as it is: what a sheet has no column for stays as it is there."""
    tables = list(tables)
    codes = _codes(tables, book)
    found = Found(frozenset(table.form.table for table in tables))
    children: dict[str, dict[str, list[Any]]] = {name: defaultdict(list) for name in CHILDREN if name in found.sheets}
    places: dict[tuple[str, Key], str] = {}
    in_their_order = sorted(tables, key=lambda table: table.form.child)
    for table in in_their_order:
        for number, _row in table.rows():
            cells = PlanCells(table, number, codes).read()
            if table.form.child:
                _add_child(cells, found, children[table.form.table], places)
            else:
                _add_row(cells, found, book, places)
    for (name, key), row in found.rows.items():
        if isinstance(row, ActivityRow):
            own: dict[str, Any] = {child: tuple(sorted(of[key[0]], key=in_order)) for child, of in children.items()}
            found.rows[name, key] = replace(row, **own)
    return found


def _codes(tables: Iterable[PlanTable], book: PlanBook) -> dict[str, dict[str, str]]:
    """The codes that rows may name: those of the file, and those of the plan, whose spelling counts."""
    codes: dict[str, dict[str, str]] = defaultdict(dict)
    for table in tables:
        if table.form.key == ("code",) and "code" in table.columns:
            for _number, row in table.rows():
                text = shown(row[table.columns["code"]]).strip()
                codes[table.form.table].setdefault(text.casefold(), text)
    for name in (*ROWS, "areas", "markers"):
        codes[name] |= {code.casefold(): code for code in book.codes(name)}
        codes[name].pop("", None)
    return codes


def _add_row(cells: PlanCells, found: Found, book: PlanBook, places: dict[tuple[str, Key], str]) -> None:
    table = cells.table.form.table
    if "code" in cells.values:
        cells.values["code"] = cells.codes[table].get(cells.values["code"].casefold(), cells.values["code"])
    key = _key(cells)
    if key is None:
        found.lost.append(cells)
        return
    first = places.setdefault((table, key), cells.place)
    if first != cells.place:
        cells.fault(cells.table.form.key[0], Said(later("The same stands in {cell} too."), {"cell": first}), KEEP_ONE)
        found.lost.append(cells)
        return
    found.cells[table, key] = cells
    before = book.of(table).get(key)
    row = _put_together(ROWS[table], cells, before)
    if row is not None:
        found.rows[table, key] = row


def _key(cells: PlanCells) -> Key | None:
    """What a row is about; None where that cannot be read."""
    named = [cells.values.get(name) for name in cells.table.form.key]
    if any(value is None or value == "" for value in named):
        return None
    return tuple(value if isinstance(value, str) else value.isoformat() for value in named if value)


def _put_together(row: type[Row], cells: PlanCells, before: Row | None) -> Row | None:
    """The row of the plan; None where a fault in a cell, or a column that is not there, leaves it incomplete."""
    names = {one.name for one in fields(row)}
    said = {name: value for name, value in cells.values.items() if name in names}
    if before is not None:
        return replace(before, **said)
    needed = (one.name for one in fields(row) if one.default is MISSING and one.default_factory is MISSING)
    without = [name for name in needed if name not in said]
    for name in without:
        if name not in cells.table.columns:
            column = next(column for column in cells.table.form.columns if column.field == name)
            what = Said(
                later("This row is new, and the sheet has no column “{column}”."), {"column": gettext(column.header)}
            )
            cells.fault(cells.table.form.key[0], what, ADD_COLUMN)
    return None if without else row(**said)


def _add_child(cells: PlanCells, found: Found, of: Mapping[str, list[Any]], places: dict[tuple[str, Key], str]) -> None:
    """A milestone, funding line or focal point goes to its activity; its faults keep the activity from being saved."""
    table, activity = cells.table.form.table, cells.values.get("activity")
    owner = found.cells.get(("activities", (str(activity),)))
    if activity and owner is None:
        what = Said(later("This activity does not stand on the sheet Activities."))
        cells.fault("activity", what, Said(later("Add its row there, or take this row away.")))
    needed = [one.name for one in fields(CHILDREN[table]) if one.default is MISSING]
    for column in cells.table.form.columns:
        if column.field in needed and column.field not in cells.table.columns:
            what = Said(NO_COLUMN.text, {"column": gettext(column.header)})
            cells.fault(cells.table.form.key[0], what, ADD_COLUMN)
    key = tuple(str(cells.values.get(name, "")) for name in cells.table.form.key)
    first = places.setdefault((table, key), cells.place) if not cells.faulty else cells.place
    if first != cells.place:
        cells.fault(cells.table.form.key[0], Said(later("The same stands in {cell} too."), {"cell": first}), KEEP_ONE)
    if owner is None:
        found.lost.append(cells)
        return
    own = {one.name for one in fields(CHILDREN[table])}
    if not cells.faulty:
        of[str(activity)].append(CHILDREN[table](**{name: v for name, v in cells.values.items() if name in own}))
    owner.problems += cells.problems
    owner.children.append(cells)
