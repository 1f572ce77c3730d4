"""How far an activity is, as people write it: a percent, a stage, a quantity, a part of a whole, or words."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from monitoring.faults import Said, Word
from monitoring.form import FormActivity
from monitoring.language import later
from monitoring.reported_words import FIELDS
from monitoring.wording import MEASURE
from spreadsheets import typed
from spreadsheets.columns import FIGURE_OF, FIGURES
from spreadsheets.header_names import named
from spreadsheets.letters_alike import even, without_marks
from spreadsheets.read_row import ReadRow, not_negative
from spreadsheets.read_table import HUNDRED, TO_HUNDRED, ReadTable
from spreadsheets.workbook import Cell

_DONE = r"(?:выполнен[оаы]?|завершен[оаы]?|исполнен[оаы]?|сделан[оаы]?|completed?|done|yerine yetirildi|tamamlandy)"
_SO_MUCH = r"(\d{1,3}(?:[.,]\d{1,2})?) ?%"
_SO_MUCH_DONE = re.compile(rf"{_DONE}(?: на| by| to| at|:| -)? ?{_SO_MUCH}|{_SO_MUCH} ?-? ?{_DONE}", re.IGNORECASE)
# So many are left, planned or not done; so many in a quarter alone; and т. for thousands, or for a name.
_OTHERWISE = re.compile(
    r"(?<!\w)(?:остал|остат|остае|не |без |план|запланир|из них|нужно|требу|необход|в работе|кварт|месяц|т\.? "
    r"|за (?:i|v|\d|тр|кв|мес|пол|год)|remain|left|not |without|plan|need|pending|of which|in q|per "
    r"|galdy|galan|galyan|meyil|carye|gerek)|\?"
)
SOMETHING_ELSE = Said(later("The words beside this number may say something else than what is done."))
DONE_ALONE = Said(later("Write how many are done in all, with nothing beside it, and the words in Narrative."))
OF_EVENT = Said(later("Write 100 when it took place, else 0."))
CROSSED = Said(later("A cross may say that it took place, or that it did not."))
AS_WORDS = Said(later("There is no number here: it is kept as a report in words, and somebody has to rate it."))
RATE_IT = later("Leave it, or write the figure in the column {column}.")
CHOOSE_IT = later("Leave it, or choose from the list in the column {column}.")


@dataclass(frozen=True)
class Part:
    """So many of so many, as in “3 of 5”."""

    part: Decimal
    whole: Decimal


@dataclass(frozen=True)
class Words:
    """Words where a figure was asked for."""

    text: str


@dataclass(frozen=True)
class Counted:
    """A number or a stage with words beside it, as in “120 teachers” or “Accepted (letter 5)”."""

    number: Decimal
    text: str


def columns(read: ReadTable) -> dict[str, list[Any]]:
    """What stands in the columns of figures: a number, or what has to be understood by the activity."""
    if read.table.as_measured:  # nothing can be understood without the activity
        return dict.fromkeys(FIGURES, read.cells(FIGURES[0]))
    return {name: read.taken(name, take) for name, take in _takes(read).items()}


def _takes(read: ReadTable) -> dict[str, Callable[[Cell], Any]]:
    return {
        "share": lambda cell: _share(read, cell),
        "stage": _stage,
        "quantity": lambda cell: _said(cell) or _counted(cell),
    }


def _counted(cell: Cell) -> Decimal | Counted:
    number, words = typed.counted(cell)
    if words and typed.is_day(cell):  # as a spreadsheet makes 05.дек of 5/12
        raise typed.Refused(Said(later("This is a date, and a count belongs here.")), typed.NUMBER)
    if _OTHERWISE.search(without_marks(even(words))):
        raise typed.Refused(SOMETHING_ELSE, DONE_ALONE)
    if typed.is_currency(words):
        raise typed.Refused(Said(later("This is an amount of money, and a count belongs here.")), typed.NUMBER)
    return Counted(not_negative(number), str(cell).strip()) if words else not_negative(number)


def _share(read: ReadTable, cell: Cell) -> bool | Decimal | Part | Words:
    if isinstance(cell, bool):
        return cell
    done = _done(cell)
    return done if done is not None else _said(cell) or read.percent(cell)


def _done(cell: Cell) -> Decimal | None:
    """The percent of “выполнено на 45 %”, with nothing else in the cell."""
    found = _SO_MUCH_DONE.fullmatch(without_marks(even(cell))) if isinstance(cell, str) else None
    share = typed.number(f"{found[1] or found[2]} %", most=HUNDRED, percent=True) if found else None
    return share if share is not None and share <= HUNDRED else None


def _said(cell: Cell) -> Part | Words | None:
    """What is no plain number: a part, or words, a yes and a no among them."""
    if not isinstance(cell, str):
        return None
    part = typed.part_of(cell)
    if part is not None:
        return Part(*part)
    answers = (typed.yes_no(cell) is not None or typed.is_cross(cell)) and not any(letter.isdigit() for letter in cell)
    in_words = answers or typed.is_words(cell) or typed.speaks_of_status(cell)
    return Words(cell.strip()) if in_words else None


def _stage(cell: Cell) -> Any:
    try:
        stage = typed.choice("stage", cell)
        return Counted(stage, str(cell).strip()) if typed.remark("stage", str(cell)) else stage
    except typed.Refused:
        said = _said(cell)
        if isinstance(said, Words) and typed.nearly("stage", said.text) is None:
            return said
        raise


Figures = tuple[Decimal | None, int | None, Decimal | None]


def figure(row: ReadRow, activity: FormActivity, given: tuple[Any, Any, Any]) -> tuple[Figures, str]:
    """Share, stage and quantity, of which one applies to the activity, and words that stood in its place.

    Faults are noted in the row.
    """
    share, stage, quantity = given
    if activity.measured_by == "percent" and stage is None and quantity is None and type(share) is Decimal:
        return given, ""  # nearly all rows: nothing has to be made out
    if row.read.table.as_measured:
        applies = FIGURE_OF[activity.measured_by]
        taken = row.taken(applies, _takes(row.read)[applies])
        return _made_out(row, activity, {**dict.fromkeys(FIGURES), applies: taken})
    return _made_out(row, activity, dict(zip(FIGURES, given, strict=True)))


def _made_out(row: ReadRow, activity: FormActivity, given: dict[str, Any]) -> tuple[Figures, str]:
    applies = FIGURE_OF[activity.measured_by]
    words = []
    for name in FIGURES:
        said = given[name]
        if isinstance(said, bool):
            given[name] = _of_check(row, activity, name, said)
        elif isinstance(said, Words):
            told = _of_event(activity, said) if name == applies else None
            if told is None and name == applies and activity.measured_by == "event" and typed.is_cross(said.text):
                row.fault(name, CROSSED, OF_EVENT)
            elif told is None:
                way = CHOOSE_IT if applies == "stage" else RATE_IT
                row.fault(name, AS_WORDS, Said(way, {"column": _column(row, applies)}), "warning")
                words.append(said.text)
            given[name] = told
        elif name != applies and not row.read.table.as_measured and row.given(name):
            values = {"measure": Word(MEASURE[activity.measured_by]), "column": Word(FIELDS[applies])}
            what = Said(later("This activity is measured by: {measure}."), values)
            row.fault(name, what, Said(later("Write it in the column {column}, and clear this cell."), values))
    found = given[applies]
    if isinstance(found, Counted):
        words.append(found.text)
        found = found.number
    if isinstance(found, Part):
        found = _of_part(row, activity, applies, found)
    if activity.measured_by == "event" and found not in (None, 0, 100):
        row.fault("share", Said(later("This is an event: it took place or not.")), OF_EVENT)
    if activity.measured_by == "event" and found is None:  # a percent would be refused in its turn
        row.read.advise_otherwise(row.place, "share", (*typed.HOW_TO_WRITE, TO_HUNDRED), OF_EVENT)
    only = {**dict.fromkeys(FIGURES), applies: found}
    return (only["share"], only["stage"], only["quantity"]), "\n".join(words)


def _column(row: ReadRow, field: str) -> Any:
    """The name of a column as its sender sees it: that of the form, or their own where they said what it means."""
    table = row.read.table
    own = table.name_of(table.columns[field]) if field in table.columns else ""
    return own if own and not named(table.form, own) else Word(FIELDS[field])


def _of_check(row: ReadRow, activity: FormActivity, name: str, said: bool) -> Decimal | None:
    """A ticked or unticked box, where the activity is an event."""
    if activity.measured_by != "event":
        row.fault(name, Said(later("This is not a number.")), typed.NUMBER)
        return None
    return HUNDRED if said else Decimal(0)


def _of_event(activity: FormActivity, said: Words) -> Decimal | None:
    """An event took place or not: yes and no say it."""
    took_place = typed.yes_no(said.text)
    if activity.measured_by != "event" or took_place is None:
        return None
    return HUNDRED if took_place else Decimal(0)


def _of_part(row: ReadRow, activity: FormActivity, name: str, said: Part) -> Decimal | None:
    if name == "share":
        return (said.part * HUNDRED / said.whole).quantize(typed.PLACES)
    if activity.planned_quantity not in (None, said.whole):
        planned = {"planned": activity.planned_quantity} if activity.planned_quantity else {}
        what = Said(later("The plan says {planned} in all, not this."), planned)
        row.fault(name, what, Said(later("Write how many are done, or have the plan amended.")))
        return None
    return said.part
