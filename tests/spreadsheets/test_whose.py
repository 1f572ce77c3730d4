"""Whose a file is that has no mark: as its titles or its name say, when they name one partner alone."""

from datetime import date

import pytest

from monitoring.faults import CellProblem, Said
from monitoring.upload import Checked
from spreadsheets.faulty_rows import FaultyRow, listed, with_their_header
from spreadsheets.whose import partner_named
from spreadsheets.workbook import Cell, Sheet, Workbook

NAMES = {
    "MOE": ("Ministry of Education", "Министерство образования", "Bilim ministrligi"),
    "MOH": ("Ministry of Health and Medical Industry", "Министерство здравоохранения", "Saglygy goraýyş ministrligi"),
    "WU": ("Women's Union", "Союз женщин", "Zenanlar birleşigi"),
}


def workbook(*rows: list[Cell], name: str = "report.xlsx") -> Workbook:
    widest = max((len(row) for row in rows), default=0)
    return Workbook(name, (Sheet("Sheet1", rows=[[*row, *[""] * (widest - len(row))] for row in rows]),))


@pytest.mark.parametrize(
    ("titles", "name", "code"),
    [
        (["Отчёт Министерства образования за III квартал 2025"], "report.xlsx", "MOE"),
        (["REPORT OF THE MINISTRY OF HEALTH AND MEDICAL INDUSTRY"], "report.xlsx", "MOH"),
        (["Zenanlar birleşigi", "2025"], "hasabat.xlsx", "WU"),
        (["Report"], "progress-MOE-2025-Q3.csv", "MOE"),
        (["Report"], "moe_q3.csv", "MOE"),
        (["Report"], "moehre.csv", None),
        (["Министерство образования", "Союз женщин"], "report.xlsx", None),
        (["Министерство образования и науки"], "report.xlsx", "MOE"),
        (["Министерство внутренних дел"], "report.xlsx", None),
        ([], "report.xlsx", None),
    ],
)
def test_the_titles_or_the_name_of_the_file_name_the_partner(titles: list[str], name: str, code: str | None) -> None:
    assert partner_named(workbook(*[[title] for title in titles], name=name), NAMES) == code


def test_a_partner_named_inside_a_table_is_not_the_sender() -> None:
    rows: list[list[Cell]] = [["Code", "Activity", "Narrative"], ["X-1", "Train nurses", "with the Women's Union"]]
    assert partner_named(workbook(*rows), NAMES) is None


def test_rows_with_an_error_are_listed_once_and_kept_with_their_header() -> None:
    sent = workbook(["Report"], ["Code", "Percent complete", "Reported on"], ["X-1", 140, "?"], ["X-2", 40, date.max])
    said = Said("wrong")
    problems = [CellProblem("Sheet1", cell, "", said, said) for cell in ("B3", "C3", "B2")]
    problems.append(CellProblem("Sheet1", "B4", "", said, said, "warning"))
    checked = Checked(partner="MOE", period="2025-Q3", problems=tuple(problems))
    assert listed(sent, checked, None) == [FaultyRow("Sheet1", 3, "X-1")]
    assert with_their_header(sent, checked, None) == {"Sheet1": [1, 2, 3]}
