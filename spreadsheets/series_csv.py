"""A CSV file of series in, a CSV text of judgements out."""

import csv
from collections.abc import Iterable
from io import StringIO

from monitoring.faults import Said
from monitoring.file_errors import ColumnsMissing, ColumnsTwice, FileUnreadable, NotText
from monitoring.language import gettext as _
from monitoring.language import later
from monitoring.series_table import NEEDED, JudgedSeries, SeriesFault, SeriesRow, read_row
from monitoring.wording import RESULT_REASON

USED = (*NEEDED, "limit", "points")
HEAD = ("series", "value", "score", "status", "reason")
LONGEST_CELL = 10_000_000


def read_series(content: bytes, name: str, points: bool) -> tuple[list[SeriesRow], list[SeriesFault]]:
    """The rows of a file that can be understood, and the faults of the others; other columns are passed over.

    ``points``: whether the column of that name is needed too. Raises NotText, ColumnsMissing.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotText(file=name) from error
    csv.field_size_limit(LONGEST_CELL)
    lines = csv.DictReader(StringIO(text, newline=""))
    try:
        head = list(lines.fieldnames or [])
        missing = [column for column in (*NEEDED, *(["points"] if points else [])) if column not in head]
        if missing:
            raise ColumnsMissing(file=name, columns=", ".join(missing))
        twice = sorted({column for column in head if head.count(column) > 1 and column in USED})
        if twice:
            raise ColumnsTwice(file=name, columns=", ".join(twice))
        return _rows(lines, points)
    except csv.Error as error:
        raise FileUnreadable(file=name, detail=str(error)) from error


def _rows(lines: "csv.DictReader[str]", points: bool) -> tuple[list[SeriesRow], list[SeriesFault]]:
    rows: list[SeriesRow] = []
    faults: list[SeriesFault] = []
    for cells in lines:
        if None in cells:
            more = str(cells[None][0])
            what = Said(later("there are more cells in this line than columns"))
            faults.append(SeriesFault(lines.line_num, str(len(cells)), more, what))
            continue
        lacking = [column for column in NEEDED if cells[column] is None]
        if lacking:
            what = Said(later("there are fewer cells in this line than columns"))
            faults.append(SeriesFault(lines.line_num, lacking[0], "", what))
            continue
        row = read_row(lines.line_num, {column: value or "" for column, value in cells.items()}, points)
        if isinstance(row, SeriesRow):
            rows.append(row)
        else:
            faults += row
    return rows, faults


def judgements_csv(judged: Iterable[JudgedSeries]) -> str:
    """The judgements as CSV, numbers as exact as they are, reasons in the language of this run."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEAD)
    for one in judged:
        reason = _(RESULT_REASON[one.reason]) if one.reason else ""
        writer.writerow((one.series, _exact(one.value), _exact(one.score), one.status, reason))
    return text.getvalue()


def _exact(number: float | None) -> str:
    return "" if number is None else repr(number)
