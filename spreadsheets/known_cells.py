"""What stands in the columns that nobody has to fill in, beside what is known: the plan, and what was reported last.

Nothing of it is read. But who changed a date of the plan there meant something by it, and a figure that was reported
last when the form was made says whether somebody has reported since.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from monitoring.faults import Percent, Said, Word
from monitoring.form import FormActivity, FormIndicator, LastFigure
from monitoring.language import later, name
from monitoring.reported_words import STAGES
from monitoring.wording import MEASURE
from spreadsheets import typed
from spreadsheets.read_table import ReadTable
from spreadsheets.spelling import in_every_language, plain
from spreadsheets.tables import shown
from spreadsheets.workbook import Cell

OF_PLAN = ("starts", "ends", "planned_quantity")
LOCKED = ("title", "measured_by", *OF_PLAN)  # in our own form, where nobody writes such words in their own way
Asked = TypeVar("Asked", bound=FormActivity | FormIndicator)
LEAVE_PLAN = Said(later("Leave it: what the plan says is changed by an amendment."))
WRITE_BESIDE = Said(later("Write what is reported now into the coloured columns, or leave it."))
LOOK_AGAIN = Said(later("Look whether this row is still true: what is saved counts from now on."))


def check_plan(read: ReadTable, activities: Mapping[str, FormActivity], ours: bool) -> None:
    """Warn at each cell of the plan that says something else than the plan, in rows without a report too.

    ``ours``: whether it is our own form; of another table each column is warned of once, at the first such row.
    """
    for field in LOCKED if ours else OF_PLAN:
        column = read.table.columns.get(field)
        if column is None or field in read.table.form.kinds:
            continue
        differing = [
            (place, activity)
            for place, activity in _rows(read, activities)
            if _differs(field, typed.in_order(read.table.sheet.rows[place][column], read.day_order), activity)
        ]
        for place, activity in differing if ours else differing[:1]:
            values = {"planned": _planned(field, activity), "n": str(len(differing))}
            text = later("The plan says {planned} here, and what stands here is not read.")
            if not ours and len(differing) > 1:
                text = later("The plan says {planned} here, and other things in {n} rows: this column is not read.")
            read.fault(place, field, Said(text, values), LEAVE_PLAN, "warning", unread=True)


def check_last_untouched(read: ReadTable, known: Mapping[str, FormActivity | FormIndicator]) -> None:
    """Warn at each cell of our own form that says of the last report what nobody has reported: it is not read."""
    columns = read.table.columns
    if not {"last", "last_on"} <= columns.keys():
        return
    for place, one in _rows(read, known):
        row = read.table.sheet.rows[place]
        on, figure = row[columns["last_on"]], row[columns["last"]]
        if shown(on).strip() or shown(figure).strip():
            day = _understood(typed.day, typed.in_order(read.table.sheet.counting_days(on), read.day_order))
            last = _last_of(one)
            newer = last is None or day is None or day > last.on
            if _is_asked(one) and (newer or (last and day == last.on and _is_more(figure, last, one))):
                field = "last" if shown(figure).strip() else "last_on"
                read.fault(place, field, _not_last(last), WRITE_BESIDE, "warning", unread=True)


def _is_asked(one: FormActivity | FormIndicator) -> bool:
    return one.fillable if isinstance(one, FormActivity) else True


def _is_more(figure: Cell, last: LastFigure, one: FormActivity | FormIndicator) -> bool:
    """Whether a figure is more than was reported: one that is less stood there before somebody corrected it. Of an
    indicator, whether it is another one: its values fall as well as rise.
    """
    said, known = _amount(figure), last.quantity if last.share is None else last.share
    if said is None or known is None:
        return False
    return said > known if isinstance(one, FormActivity) else said != known


def _not_last(last: LastFigure | None) -> Said:
    if last is None:
        return Said(later("Nothing was reported on this yet, and what stands here is not read."))
    values = {"last": _figure(last), "day": f"{last.on:%d.%m.%Y}"}
    return Said(later("Reported last was {last} on {day}, and what stands here is not read."), values)


def check_last(read: ReadTable, codes: Iterable[str | None], known: Mapping[str, FormActivity | FormIndicator]) -> None:
    """Warn at each filled row whose last figure is another one by now: it was written before somebody else reported."""
    if "last_on" not in read.table.columns:
        return
    rows = zip(read.places, codes, read.cells("last_on"), read.cells("last"), strict=True)
    for place, code, on, figure in rows:
        one = known.get(code or "")
        last = _last_of(one) if one else None
        if last is not None and _is_older(on, figure, last, read):
            values = {"last": _figure(last), "day": f"{last.on:%d.%m.%Y}"}
            what = Said(later("Somebody has reported since this file was made: {last} on {day}."), values)
            read.fault(place, "last_on", what, LOOK_AGAIN, "warning")


def _rows(read: ReadTable, known: Mapping[str, Asked]) -> Iterator[tuple[int, Asked]]:
    """The rows that hold the code of an activity or indicator as it stands in the plan."""
    column = read.table.columns[read.table.identity]
    for place, row in read.table.rows():
        one = known.get(str(row[column]))
        if one is not None:
            yield place, one


def _differs(field: str, cell: Cell, activity: FormActivity) -> bool:
    if field == "title":  # what stands behind it in brackets says that it is made up
        titles = (activity.title_en, activity.title_ru, activity.title_tk)
        return cell != "" and plain(cell) not in map(plain, filter(None, titles))
    planned = getattr(activity, field)
    if cell == "" or cell == planned or (isinstance(cell, str) and not cell.strip()):
        return False
    if field == "measured_by":
        return plain(cell) not in in_every_language(MEASURE[planned])
    said = _understood(typed.day if field in ("starts", "ends") else typed.number, cell)
    return said is not None and said != planned


def _planned(field: str, activity: FormActivity) -> Any:
    if field == "title":
        return f"“{name(activity, field)}”"
    planned = getattr(activity, field)
    if field == "measured_by":
        return Word(MEASURE[planned])
    if planned is None:
        return Word(later("nothing"))
    return f"{planned:%d.%m.%Y}" if isinstance(planned, date) else planned


def _last_of(one: FormActivity | FormIndicator) -> LastFigure | None:
    if isinstance(one, FormActivity):
        return one.last
    return LastFigure(one.last_on, quantity=one.last) if one.last_on is not None else None


def _is_older(on: Cell, figure: Cell, last: LastFigure, read: ReadTable) -> bool:
    """Whether a file shows another last figure than is known now, as far as its cells can be understood."""
    if shown(on).strip() == "":
        return True
    day = _understood(typed.day, typed.in_order(read.table.sheet.counting_days(on), read.day_order))
    if day is None or day > last.on:
        return False
    if day < last.on:
        return True
    if last.stage is not None:
        return shown(figure).strip() != "" and plain(figure) not in in_every_language(STAGES[last.stage])
    amount = _amount(figure)
    return amount is not None and amount != (last.share if last.share is not None else last.quantity)


def _amount(cell: Cell) -> Decimal | None:
    """The number of “40 %” and of “3 / 5”."""
    said = cell.split("/")[0].strip().rstrip("% ") if isinstance(cell, str) else cell
    amount: Decimal | None = _understood(typed.number, said)
    return amount


def _understood(take: Callable[[Cell], Any], cell: Cell) -> Any:
    try:
        return take(cell)
    except typed.Refused:
        return None


def _figure(last: LastFigure) -> Any:
    """A last figure as a value of a sentence."""
    if last.stage is not None:
        return Word(STAGES[last.stage])
    return last.quantity if last.share is None else Percent(last.share)
