"""Some rows of a workbook, one below the other, and the faults that stand in them at their new addresses."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from monitoring.faults import CellProblem
from spreadsheets.marking.fault_list import place
from spreadsheets.marking.tasks import HIDDEN
from spreadsheets.workbook import Cell, Sheet, Workbook
from spreadsheets.worker.layout import column_letters


def only_rows(
    workbook: Workbook, problems: Sequence[CellProblem], rows_to_keep: Mapping[str, Collection[int]]
) -> tuple[Workbook, list[CellProblem]]:
    """The workbook with the rows (from 1) to keep by sheet, beginning at the first, and our hidden sheets whole;
    and the faults of those rows, of whole sheets and of the file.
    """
    places = {
        name: {row: number for number, row in enumerate(sorted(set(rows)))} for name, rows in rows_to_keep.items()
    }
    sheets = []
    for sheet in workbook.sheets:
        if sheet.name in HIDDEN:
            sheets.append(sheet)
        elif places.get(sheet.name):
            rows = [_row(sheet, row - 1) for row in places[sheet.name]]
            sheets.append(replace(sheet, first_row=0, rows=rows, hidden=frozenset()))
    moved = [one for problem in problems if (one := _moved(problem, places)) is not None]
    return replace(workbook, sheets=tuple(sheets)), moved


def _row(sheet: Sheet, number: int) -> list[Cell]:
    inside = 0 <= number - sheet.first_row < len(sheet.rows)
    return sheet.rows[number - sheet.first_row] if inside else []


def _moved(problem: CellProblem, places: Mapping[str, Mapping[int, int]]) -> CellProblem | None:
    """The fault at its new address; itself where it has none; None where its row is left out."""
    at = place(problem.cell)
    if at is None:
        return problem
    row = places.get(problem.sheet, {}).get(at[0])
    return None if row is None else replace(problem, cell=f"{column_letters(at[1] - 1)}{row + 1}")
