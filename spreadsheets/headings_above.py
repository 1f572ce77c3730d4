"""Headings over several columns that make others of them: “Plan for 2025” above “Quantity done”, or “II quarter”.

Such words are put into brackets behind the name of each column below, as one would write them there, so that they are
judged by the same rules as what stands there: see :mod:`spreadsheets.header_remarks`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from spreadsheets.columns import SHEETS, SheetOfForm
from spreadsheets.finding_tables import FOUND_AT_LEAST, SEARCHED_ROWS, known_columns
from spreadsheets.header_names import period_named
from spreadsheets.header_remarks import ASKED_ABOUT, is_harmless
from spreadsheets.header_stems import EARLIER, PLANNED, begins, words_of
from spreadsheets.letters_alike import even, without_marks
from spreadsheets.spelling import in_every_language, plain
from spreadsheets.tables import shown, to_read
from spreadsheets.workbook import Cell, Sheet, Workbook

LONGEST = 60  # letters of a heading: what is longer is a title
SEASON = timedelta(days=200)  # a year above a table is that of the plan, and no period of its figures
# How words begin that make the figures below them those of a plan, of another time, or of a part. “Fulfilment of the
# plan” does none of it: выполнение плана.
_OTHER = begins(
    *("plan$", "planned", "forec", "target", "last$", "remain", "left$", "quarterly", "baseline", "expected"),
    *(PLANNED, "запла", "прогн", "ожида", "цель$", "целев", "остат", "остал", "базов"),
    *("meýil", "galan", "maksat", "garaşyl", *EARLIER),
)
_AS_OF = re.compile(r"^(?:по состоянию |состояние |данные )?(?:на|к|as (?:of|at)|at|on)\b|ýagdaýyna", re.I)
_EARLIER = begins(*EARLIER)
# And those of what a whole document is about, which may stand in the middle of a line of its own.
_OF_TITLES = begins(
    *("report", "workp", "work$", "activit", "action", "ministr", "nation"),
    *("отчет", "работ", "меропр", "дейст", "минис", "нацио", "комит"),
    *("hasabat", "iş$", "çäre", "hereket", "milli"),
)
_OF_A_PART = re.compile(
    r"в том числе|из них|за (?:отчетный )?(?:квартал|период|месяц)|of which|including"
    r"|for (?:the|this) (?:quarter|period|month)|sol sanda|caryek ucin|caryekde"
)


def headings_joined(workbook: Workbook, as_of: date | None) -> Workbook:
    """A workbook whose columns say themselves what a heading above them says, where that makes others of them.

    ``as_of``: the day that the figures are taken as those of; a period that holds it changes nothing.
    """
    joined = {id(sheet): _joined(sheet, as_of) for sheet in to_read(workbook)}
    if all(joined.get(id(sheet), sheet) is sheet for sheet in workbook.sheets):
        return workbook
    return replace(workbook, sheets=tuple(joined.get(id(sheet), sheet) for sheet in workbook.sheets))


def _joined(sheet: Sheet, as_of: date | None) -> Sheet:
    changed: dict[int, list[Cell]] = {}
    for number in range(1, min(SEARCHED_ROWS, len(sheet.rows))):
        above = changed.get(number - 1, sheet.rows[number - 1])
        if any(cell != "" for cell in above):
            row = list(sheet.rows[number])
            for place, name in _renamed(above, row, as_of):
                row[place] = name
            if row != sheet.rows[number]:
                changed[number] = row
    if not changed:
        return sheet
    return replace(sheet, rows=[changed.get(number, row) for number, row in enumerate(sheet.rows)])


def _renamed(above: list[Cell], row: list[Cell], as_of: date | None) -> Iterator[tuple[int, str]]:
    """The columns of a header whose names a row above them completes, with their whole names."""
    for form in SHEETS:
        columns, over = known_columns(form, row), known_columns(form, above)
        identities = [column.field for column in form.plan[:2]]
        if not any(one in columns or (one in over and row[over[one]] == "") for one in identities):
            continue
        first = min(place for one, place in (columns | over).items() if one in identities)
        yield from _under_headings(form, above, row, columns, first, as_of)
        yield from _under_names(form, above, row, over)
        return


def _under_headings(
    form: SheetOfForm, above: list[Cell], row: list[Cell], columns: dict[str, int], first: int, as_of: date | None
) -> Iterator[tuple[int, str]]:
    """Columns of figures with a heading of a plan, another time or a part; ``first`` is that of codes or titles."""
    if any(map(_is_day_of_letter, above)):
        return
    alone = sum(cell != "" for cell in above) == 1
    for field, place in columns.items():
        at, kind = _over(above, place), form.kinds.get(field)
        heading = _heading(form, above[at]) if at is not None and kind in ASKED_ABOUT and kind != "date" else ""
        if not heading or (alone and (at == first or _is_title(heading))):
            continue
        if _is_other(heading) or (kind != "choice" and _is_another_period(heading, as_of)):
            yield place, f"{shown(row[place])} ({heading})"


def _under_names(
    form: SheetOfForm, above: list[Cell], row: list[Cell], over: dict[str, int]
) -> Iterator[tuple[int, str]]:
    """“Plan” and “actual” below the name of one column are two of them."""
    for field, at in over.items():
        below = [place for place in range(at, len(row)) if _over(above, place) == at and row[place] != ""]
        words = [_heading(form, row[place]) for place in below]
        if form.kinds.get(field) in ASKED_ABOUT and len(below) >= FOUND_AT_LEAST:
            actual = [bool(word) and is_harmless(plain(word), form.kinds[field]) for word in words]
            if sum(actual) == 1 and all(
                word and (own or _is_other(word)) for word, own in zip(words, actual, strict=True)
            ):
                yield from ((place, f"{shown(above[at])} ({word})") for place, word in zip(below, words, strict=True))


def _over(above: list[Cell], place: int) -> int | None:
    """Where the heading of a column stands: above it, or above one further left."""
    return next((at for at in range(place, -1, -1) if above[at] != ""), None)


def _heading(form: SheetOfForm, cell: Cell) -> str:
    """The words of a heading, without brackets; empty where they are none, or those of the form."""
    if not isinstance(cell, str) or len(cell) > LONGEST:
        return ""
    ours = plain(cell) in in_every_language(form.known) | in_every_language(form.asked)
    return "" if ours else " ".join(even(cell).replace("(", " ").replace(")", " ").split())


def _is_other(heading: str) -> bool:
    return any(map(_OTHER.match, words_of(heading))) or _OF_A_PART.search(without_marks(heading)) is not None


def _is_title(heading: str) -> bool:
    return any(map(_OF_TITLES.match, words_of(heading))) and not _EARLIER.match(words_of(heading)[0])


def _is_day_of_letter(cell: Cell) -> bool:
    """Whether a cell holds a day that is not said to be that of the figures: of a letter, or of an approval."""
    if not isinstance(cell, str):
        return isinstance(cell, date)
    span = period_named(cell) if cell and not _AS_OF.search(cell) else None
    return span is not None and span[0] == span[1]


def _is_another_period(heading: str, as_of: date | None) -> bool:
    span = period_named(heading, as_of.year if as_of else None)
    if span is None or span[1] - span[0] >= SEASON:
        return False
    return as_of is None or not span[0] <= as_of <= span[1]
