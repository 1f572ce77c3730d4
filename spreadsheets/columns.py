"""The columns of the form, sheet by sheet, in the order in which they stand there."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from monitoring.language import later
from monitoring.reported_words import FIELDS

Kind = Literal["plan", "text", "percent", "number", "money", "date", "choice", "currency", "region"]


@dataclass(frozen=True)
class Column:
    """One column: the field it fills, the word above it, what may stand in it, its width and the message for it."""

    field: str
    header: str
    kind: Kind
    width: int
    hint: str = ""


@dataclass(frozen=True)
class SheetOfForm:
    """One sheet to fill in: its name, the columns that identify and explain a row, and those to fill.

    ``known`` and ``asked`` stand above the two.
    """

    name: str
    known: str
    asked: str
    plan: tuple[Column, ...]
    fill: tuple[Column, ...]
    untouched: frozenset[str]  # fields that the form fills in beforehand: alone they say nothing

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns from left to right."""
        return (*self.plan, *self.fill)

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """What may stand in the columns to fill in, by field."""
        return {column.field: column.kind for column in self.fill}


def _fill(field: str, kind: Kind, width: int, hint: str) -> Column:
    return Column(field, FIELDS[field], kind, width, hint)


_CHOOSE = later("Choose one from the list, or leave the cell empty.")
_WORDS = later("In your own words.")
_DATE = later("A date like 30.09.2025.")
_GROUP = later("Leave the cell empty for the total.")

ACTIVITIES = SheetOfForm(
    name=later("Activities"),
    known=later("Plan, and what was reported last: totals since the start"),
    asked=later("To fill in: figures are totals since the start"),
    plan=(
        Column("activity", FIELDS["activity"], "plan", 14),
        Column("title", later("Activity"), "plan", 44),
        Column("part", later("Your part"), "plan", 17),
        Column("measured_by", later("Measured by"), "plan", 11),
        Column("unit", later("Unit"), "plan", 14),
        Column("planned_quantity", later("Planned quantity"), "plan", 10),
        Column("starts", later("Start"), "plan", 11),
        Column("ends", later("End"), "plan", 11),
        Column("last", later("Last reported"), "plan", 16),
        Column("last_on", later("Last reported on"), "plan", 11),
        Column("last_spent", later("Last spent"), "plan", 16),
    ),
    fill=(
        _fill("share", "percent", 11, later("From 0 to 100: the total since the start. An event is 0 or 100.")),
        _fill("stage", "choice", 18, _CHOOSE),
        _fill("quantity", "number", 11, later("How much is done: the total since the start, not only this period.")),
        _fill("as_of", "date", 12, later("The day that the figures speak of, up to the end of the period.")),
        _fill("reported_status", "choice", 16, _CHOOSE),
        _fill("rating", "choice", 14, _CHOOSE),
        _fill("narrative", "text", 40, _WORDS),
        _fill("challenge", "text", 30, _WORDS),
        _fill("cause", "choice", 18, _CHOOSE),
        _fill("waiting_for", "choice", 18, _CHOOSE),
        _fill("next_step", "text", 30, _WORDS),
        _fill("next_step_on", "date", 12, _DATE),
        _fill("support_asked", "text", 24, _WORDS),
        _fill("support_from", "text", 18, later("Who is asked for the support.")),
        _fill("evidence", "text", 24, later("The document, visit or act of acceptance that shows it.")),
        _fill("spent_cents", "money", 14, later("The total spent since the start, not only in this period.")),
        _fill("currency", "currency", 10, later("Three letters, such as USD or TMT.")),
    ),
    untouched=frozenset({"as_of", "currency"}),
)

INDICATORS = SheetOfForm(
    name=later("Indicators"),
    known=later("Indicator and its last value"),
    asked=later("To fill in: one row for one value"),
    plan=(
        Column("indicator", FIELDS["indicator"], "plan", 12),
        Column("name", later("Indicator"), "plan", 44),
        Column("unit", later("Unit"), "plan", 18),
        Column("baseline_series", later("Series of the baseline"), "plan", 22),
        Column("last", later("Last value"), "plan", 10),
        Column("last_on", later("Last observed on"), "plan", 12),
    ),
    fill=(
        _fill("value", "number", 11, later("In the unit of the indicator; percent from 0 to 100.")),
        _fill("observed_on", "date", 12, later("A date like 30.09.2025, or a year: a whole year is dated 1 July.")),
        _fill("numerator", "number", 12, later("For a ratio: the part. Then give the denominator too.")),
        _fill("denominator", "number", 12, later("For a ratio: the whole.")),
        _fill("low", "number", 10, later("The lower end of the interval, where one is known.")),
        _fill("high", "number", 10, later("The upper end of the interval, where one is known.")),
        _fill("source", "text", 28, later("Where the value comes from.")),
        _fill("series", "text", 22, later("Source, definition and round. Empty means the series of the baseline.")),
        _fill("region", "region", 14, _GROUP),
        _fill("sex", "choice", 10, _GROUP),
        _fill("age_group", "text", 12, _GROUP),
        _fill("residence", "choice", 12, _GROUP),
        _fill("wealth", "choice", 12, _GROUP),
        _fill("disability", "choice", 16, _GROUP),
    ),
    untouched=frozenset(),
)

SHEETS = (ACTIVITIES, INDICATORS)
FIGURES = ("share", "stage", "quantity")
FIGURE_OF = {"percent": "share", "event": "share", "stages": "stage", "quantity": "quantity"}
CURRENCIES = ("USD", "TMT", "EUR")
