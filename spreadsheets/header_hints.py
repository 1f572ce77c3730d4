"""What a column that is none of the form's may mean: hinted at by a word of its name, and by what stands below it.

Such a column is never taken, and never left out with a mere remark: it may hold the one figure of a row.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

from spreadsheets.columns import Column
from spreadsheets.header_stems import PLANNED, begins, words_of
from spreadsheets.spelling import plain
from spreadsheets.tables import shown
from spreadsheets.typed import is_day
from spreadsheets.workbook import Cell

LOOKED_AT = 50  # filled cells that tell whether a column holds figures
_FIGURE = re.compile(r"\D{0,12}\d[\d\s.,'/%-]*\D{0,12}")
# How words of a name begin that speak of a figure of the form, in any of its languages: the first that is met holds.
_HINTS: dict[str, re.Pattern[str]] = {
    "spent_cents": begins("spen[dt]", "expend", "disburs", "израсход", "расход", "потрач", "освое", "harç", "haraj"),
    "share": begins("%", "perc", "проц", "göter", "progre", "прогр", "comple", "заверш", "implem", "реализ", "степен"),
    "quantity": begins(
        *("quant", "done", "actual", "achiev", "deliver", "amount", "колич", "кол$", "объем", "выпол", "испол", "сдел"),
        *("факт", "дости", "прове", "охва", "mukdar", "ýetiri", "edilen", "hakyky"),
    ),
    "value": begins("value", "result", "actual", "achiev", "знач", "резул", "факт", "дости", "baha", "netij", "hakyky"),
}
# And of words that make it the figure of a plan or of another time, or a day, a name or a number of something.
_NOT_REPORTED = begins(
    *("plan", "target", "goal", "base", "budget", "alloc", "limit", "left", "remain", "last", "previ", "differ"),
    *(PLANNED, "запла", "цел", "базо", "началь", "начало$", "бюдж", "лимит", "выдел", "оста", "прош", "преды", "после"),
    *("откло", "meýil", "maksa", "başla", "býuj", "galan", "öňki", "geçen", "soňky"),
    *("date", "period", "период", "döwür", "deadl", "respons", "phone", "no$", "id$", "room", "дат", "срок"),
    *("ответст", "исполнит", "номер", "тел", "кабин", "sene", "möhlet", "jogap", "belgi"),
)
_DAY = begins(
    *("date", "дат", "состоя", "sene", "ýagdaý", "period$", "quarter$", "период$", "квартал$", "döwür$", "çärýek$"),
)
_OTHER_DAY = begins(
    *("start", "begin", "end", "due", "plan", "deadl", "birth", "sign", "next", "last", "appro", "submi", "letter"),
    *("implem", "execut", "реализ", "испол", "нача", "окон", "завер", "конец", "срок", "план", "рожд", "подп"),
    *("след", "после", "утвер", "письм", "договор", "başla", "tamam", "soň", "möhlet", "meýil", "gol", "indiki"),
)
CODES = begins("code$", "код", "шифр", "kod")
_NUMBERS_ROWS = re.compile(r"[№#n]|(?:№ ?)?(?:п/?п|т/?б|t/?b)\.?")


def hinted_at(name: str, columns: Sequence[Column], cells: Iterable[Cell]) -> Column | None:
    """The column that a word of ``name`` hints at, where figures stand in its ``cells``; None for none."""
    words = words_of(name)
    hinted = [field for field, one in _HINTS.items() if any(one.match(word) for word in words)]
    if {"spent_cents", "share"} <= {*hinted}:  # the share of the money that is spent
        return None
    meant = next((column for field in hinted for column in columns if column.field == field), None)
    return meant if meant is not None and may_be_reported(name, cells) else None


def hinted_day(name: str, cells: Iterable[Cell]) -> bool:
    """Whether a column holds days, and its name hints at that of a report: at none of a plan, a person or a step."""
    words = words_of(name)
    if not any(map(_DAY.match, words)) or any(map(_OTHER_DAY.match, words)):
        return False
    filled = list(islice((cell for cell in cells if cell != ""), LOOKED_AT))
    days = [cell for cell in filled if isinstance(cell, date) or (isinstance(cell, str) and is_day(cell))]
    return 2 * len(days) > len(filled)


def numbers_rows(name: str) -> bool:
    """Whether a column only counts the rows, as its name says: “№ п/п”."""
    return _NUMBERS_ROWS.fullmatch(plain(name)) is not None


def may_be_reported(name: str, cells: Iterable[Cell]) -> bool:
    """Whether a column holds figures that a report may be about: no plan, no years, and no numbers of rows."""
    if any(map(_NOT_REPORTED.match, words_of(name))) or numbers_rows(name):
        return False
    filled = list(islice((cell for cell in cells if cell != ""), LOOKED_AT))
    figures = [cell for cell in filled if _is_figure(cell)]
    return 2 * len(figures) > len(filled) and not _counts_rows(figures) and not all(map(_is_year, figures))


def _counts_rows(figures: Sequence[Cell]) -> bool:
    said = [shown(cell).strip(" .)") for cell in figures]
    return len(said) > 1 and said == [str(number) for number in range(1, len(said) + 1)]


def _is_year(cell: Cell) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", shown(cell)) is not None


def _is_figure(cell: Cell) -> bool:
    if isinstance(cell, str):
        return _FIGURE.fullmatch(cell) is not None
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)
