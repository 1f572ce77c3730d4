"""Check a plan workbook: all its faults at once, each at its cell, and what saving it would change row by row."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from monitoring.faults import CellProblem, Said
from monitoring.language import gettext, later
from monitoring.plan_book import NAMED_IN, PlanBook, fingerprint, named
from monitoring.plan_changes import ALWAYS, PlanPreview, RowChange, Signed, State
from monitoring.plan_rows import ROWS, ActivityRow, Key, Row
from monitoring.plan_words import TABLES
from spreadsheets.plan.amending import (
    as_signed,
    check_amendment,
    check_dated,
    check_fixed,
    signed_with,
    with_its_state,
)
from spreadsheets.plan.cells import PlanCells
from spreadsheets.plan.marker import PlanMark, mark
from spreadsheets.plan.row_checks import check_opening, check_reported, check_row
from spreadsheets.plan.rows import Found, read_rows
from spreadsheets.plan.tables import find, misplaced
from spreadsheets.typed import code_like
from spreadsheets.workbook import Workbook

FRESH = Said(later("Download the plan again and make the change there."))


def check(workbook: Workbook, book: PlanBook, today: date, given: Signed = Signed()) -> PlanPreview:
    """What a workbook says beside the plan as it is (all that is known now), with every fault and warning.

    ``given``: what is signed with every change that does not say so itself. Raises NotThePlan.
    """
    tables = find(workbook)
    found = read_rows(tables, book)
    comparing = _Comparing(found, book, mark(workbook), today, given)
    rows = tuple(comparing.all_rows())
    return PlanPreview(
        rows=rows,
        problems=(*misplaced(workbook, tables), *found.problems, *comparing.problems),
        stands={(row.table, row.key): fingerprint(row.was) if row.was else "" for row in rows},
    )


@dataclass
class _Comparing:
    """A workbook beside the plan as it is, and beside the plan as it was when the workbook was written."""

    found: Found
    book: PlanBook
    mark: PlanMark
    today: date
    given: Signed
    problems: list[CellProblem] = field(default_factory=list)

    def all_rows(self) -> list[RowChange]:
        """Every row of the file and every row that is missing in it, table by table."""
        for name, row in list(self.found.rows.items()):
            if isinstance(row, ActivityRow):
                kind = signed_with(self.found.cells[name], Signed()).kind
                self.found.rows[name] = with_its_state(row, self.book.of("activities").get(row.key), kind)
        missing = self._missing()
        self.plan = {(table, key): row for table in ROWS for key, row in self.book.of(table).items()}
        self.plan = {name: row for name, row in {**self.plan, **self.found.rows}.items() if name not in missing}
        self.named = named(self.plan.values())
        changes = []
        for table in ROWS:
            of_table = [(name, cells) for name, cells in self.found.cells.items() if name[0] == table]
            changes += [change for name, cells in of_table if (change := self._change(name[1], cells)) is not None]
            changes += [self._gone(name) for name in missing if name[0] == table]
        changes += [
            RowChange(state=State.FAULTY, table=cells.table.form.table, key=(cells.place,)) for cells in self.found.lost
        ]
        return changes

    def _missing(self) -> list[tuple[str, Key]]:
        """Rows that the file was written with, that are still in the plan, and that the file no longer has."""
        return [
            name
            for name in self.mark.rows
            if name[0] in self.found.sheets and name not in self.found.cells and name[1] in self.book.of(name[0])
        ]

    def _change(self, key: Key, cells: PlanCells) -> RowChange | None:
        table = cells.table.form.table
        row, before = self.found.rows.get((table, key)), self.book.of(table).get(key)
        if row is None or cells.faulty:
            return RowChange(state=State.FAULTY, table=table, key=key, was=before)
        written = self.mark.rows.get((table, key))
        if row == before:
            self._refuse_needless_amendment(cells, written == fingerprint(before) if before else False)
            state = State.FAULTY if cells.faulty else State.SAME
            return RowChange(state=state, table=table, key=key, was=before, becomes=row)
        if written is not None and (before is None or written != fingerprint(before)):
            return self._moved(row, before, cells, written)
        if before is None:
            self._refuse_alike(row, cells)
        signed = self._signed(row, before, cells)
        check_row(cells, row, self.plan)
        if isinstance(row, ActivityRow):
            check_opening(cells, row, self.book.delivered)
            check_reported(cells, row, before, self.book.delivered)
        self._refuse_names_of_missing(row, cells)
        if cells.row in cells.table.sheet.hidden:
            seen = Said(later("Show the row and look at it, or leave it if it is so."))
            cells.warn(
                cells.table.form.key[0], Said(later("This row is hidden in the file, and it changes the plan.")), seen
            )
        changed = State.NEW if before is None else State.CHANGED
        state = State.FAULTY if cells.faulty else changed
        return RowChange(state=state, table=table, key=key, was=before, becomes=row, signed=signed)

    def _moved(self, row: Row, before: Row | None, cells: PlanCells, written: str) -> RowChange | None:
        """The plan is no longer what the file was written with: what nobody touched here stays as the plan is now."""
        name = cells.table.form.key[0]
        what = Said(later("Somebody else has changed this row since the file was downloaded."))
        if fingerprint(row) == written:
            cells.warn(name, what, Said(later("It stays as the plan is now.")))
            if before is None:
                return None
            return RowChange(state=State.SAME, table=row.table, key=row.key, was=before, becomes=before)
        cells.fault(name, what, FRESH)
        return RowChange(state=State.FAULTY, table=row.table, key=row.key, was=before, becomes=row)

    def _refuse_needless_amendment(self, cells: PlanCells, untouched: bool) -> None:
        """An amendment beside a row that is as before; where the plan has it already, the file was saved before."""
        if untouched and cells.values.get("amendment"):
            what = Said(later("An amendment is written here, and nothing in the row is changed."))
            cells.fault("amendment", what, Said(later("Change the row, or clear the amendment.")))

    def _signed(self, row: Row, before: Row | None, cells: PlanCells) -> Signed:
        signed, since = signed_with(cells, self.given), self.book.since.get((row.table, row.key))
        if before is not None:
            check_fixed(cells, row, before)
        if not isinstance(row, ActivityRow):
            if before is None:
                return Signed(valid_from=signed.valid_from or ALWAYS)
            check_dated(cells, signed, since)
            return Signed(valid_from=signed.valid_from)
        own = signed_with(cells, Signed())
        first_day = as_signed(row, self.book, self.plan, own.kind) if before is None else None
        if first_day is not None:
            return Signed(valid_from=own.valid_from or first_day)
        was = before if isinstance(before, ActivityRow) else None
        check_amendment(cells, row, was, signed, since, self.today)
        return signed

    def _refuse_alike(self, row: Row, cells: PlanCells) -> None:
        """A new code that looks like a known one, as with Cyrillic letters, is most likely that one."""
        alike = [code for code in self.book.codes(row.table) if code_like(code) == code_like(row.key[0])]
        if alike and alike[0] != row.key[0]:
            what = Said(later("This code looks like {code}, which is in the plan, and is not the same."))
            allowed = Said(later("Write {code}, or another code that nobody can take for it."), {"code": alike[0]})
            cells.fault(cells.table.form.key[0], Said(what.text, {"code": alike[0]}), allowed)

    def _refuse_names_of_missing(self, row: Row, cells: PlanCells) -> None:
        """A row cannot name what the same file deletes."""
        for table, places in NAMED_IN.items():
            for where, name in places:
                if where != row.table or name not in cells.values:
                    continue
                value: Any = getattr(row, name)
                for code in value if isinstance(value, tuple) else (value,):
                    if code and (table, (code,)) not in self.plan and code in self.book.codes(table):
                        what = Said(later("“{code}” is deleted in this file."), {"code": code})
                        cells.fault(name, what, Said(later("Name another one, or put its row back.")))

    def _gone(self, name: tuple[str, Key]) -> RowChange:
        table, key = name
        was = self.book.of(table)[key]
        refused = self._why_it_stays(table, key, was)
        if refused is None:
            return RowChange(state=State.GONE, table=table, key=key, was=was)
        what, allowed = refused
        self.problems.append(CellProblem(gettext(TABLES[table]), "", " · ".join(key), what, allowed))
        return RowChange(state=State.FAULTY, table=table, key=key, was=was)

    def _why_it_stays(self, table: str, key: Key, was: Row) -> tuple[Said, Said] | None:
        """Why a row cannot be deleted; None where it can."""
        back = Said(later("Put the row back."))
        if self.mark.rows[table, key] != fingerprint(was):
            return Said(later("Somebody else has changed this row since the file was downloaded.")), FRESH
        if (table, key[0]) in self.book.used and len(key) == 1:
            what = Said(later("Something was reported on it, so its row cannot be deleted."))
            if table == "activities":
                cancel = later("Put the row back and cancel it: choose “Cancelled” under Amendment.")
                return what, Said(cancel)
            return what, back
        other = self.named.get((table, key[0])) if len(key) == 1 else None
        if other is None:
            return None
        where = {"code": " · ".join(other.key), "column": gettext(TABLES[other.table])}
        return Said(later("It is named by {code} ({column}), so its row cannot be deleted."), where), back
