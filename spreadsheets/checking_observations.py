"""Check the sheet of indicators: each filled row becomes an observation, or its faults are listed."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from monitoring.faults import Said
from monitoring.form import FormIndicator, PlanContent
from monitoring.language import later
from monitoring.reported_words import GROUPS
from monitoring.sent_rows import ObservationRow, key
from monitoring.words import WHOLE
from spreadsheets import typed
from spreadsheets.codes import Codes
from spreadsheets.known_cells import check_last, check_last_untouched
from spreadsheets.marker import Marker
from spreadsheets.read_row import ReadRow, Seen
from spreadsheets.read_table import TO_HUNDRED, ReadTable
from spreadsheets.regions import Regions
from spreadsheets.sums_of_regions import check_sums
from spreadsheets.tables import shown
from spreadsheets.typed import PLACES
from spreadsheets.workbook import Cell

UNKNOWN = Said(later("There is no such indicator in this form."))
OLDEST = 130
ROUNDING = Decimal("0.51")  # a value rounded to a whole number still fits its ratio
NOT_ADDING = (*WHOLE, "index", "ratio", "years", "score")
RATIO = Said(later("Give numerator and denominator together, both 0 or more."))


@dataclass
class CheckingObservations:
    """The observations of a file, sheet by sheet; ``seen`` grows by their rows. ``today``: the day in Ashgabat;
    ``mark``: that of our own form.
    """

    content: PlanContent
    today: date
    seen: Seen
    mark: Marker | None = None
    observations: list[ObservationRow] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.indicators = {indicator.code: indicator for indicator in self.content.indicators}
        self._regions = Regions(self.content.regions)
        titles = {one.code: (one.name_en, one.name_ru, one.name_tk) for one in self.content.indicators}
        self._codes = Codes(UNKNOWN, self.indicators, titles)

    def check(self, read: ReadTable) -> None:
        """Add what the rows of a table say; their faults are noted in it."""
        unsure = read.table.unsure
        columns = {
            "observed_on": read.days("observed_on", year_alone=True),
            **{name: read.choices(name) for name in GROUPS},
            **{name: read.texts(name) for name in ("series", "source")},
            "age_group": read.taken("age_group", _age_group, ""),
            "region": read.taken("region", lambda cell: self._regions.code(shown(cell).strip()), ""),
        }
        codes = self._codes.of(read)
        if self.mark is None or self.mark.known_on is None:
            check_last(read, codes, self.indicators)
        else:
            check_last_untouched(read, self.indicators)
        found = []
        for number, code in enumerate(codes):
            read.steps.row(number)
            row = ReadRow(read, number)
            if unsure and row.uses(unsure):
                continue
            observation = self._observation(row, self.indicators[code] if code else None, columns)
            if observation is not None and row.may_be_saved(self.seen, key(observation), observation, _twice):
                found.append((row, observation))
        counted = {one.code for one in self.content.indicators if one.unit not in NOT_ADDING and not one.levels}
        check_sums(found, counted, len(self.content.regions))
        self.observations += [observation for _, observation in found]

    def _observation(
        self, row: ReadRow, indicator: FormIndicator | None, columns: dict[str, Any]
    ) -> ObservationRow | None:
        said = {name: column[row.number] for name, column in columns.items()}
        observed_on = _observed_on(row, said["observed_on"], self.today)
        unit = indicator.unit if indicator else ""
        values = _values(row, unit)
        if indicator is not None and indicator.levels:
            _check_level(row, values["value"], indicator.levels)
        groups: dict[str, Any] = {name: said[name] or "" for name in GROUPS}
        region = said["region"]
        series = said["series"] or (indicator.series if indicator else "")
        if indicator is not None and not series:
            what = Said(later("It is not known from which series this value comes."))
            row.fault("series", what, Said(later("Write source, definition and round in the column Series.")))
        # A group that is not understood must not make its value that of the whole country.
        if indicator is None or observed_on is None or row.read.is_refused(row.place, (*GROUPS, "region", "age_group")):
            return None
        _check_order(row, indicator, observed_on, series)
        return ObservationRow(
            indicator=indicator.code,
            observed_on=observed_on,
            series=series,
            source=said["source"],
            region=region,
            age_group=said["age_group"],
            illustrative=indicator.illustrative,
            sheet=row.read.table.sheet.name,
            row=row.line,
            silent_on=row.read.silent_on,
            **values,
            **groups,
        )


def _age_group(cell: Cell) -> str:
    """An age group as it stands. Raises Refused for a day: a spreadsheet makes one of 10-14."""
    years_beyond = isinstance(cell, int | float) and not isinstance(cell, bool) and cell > OLDEST
    if isinstance(cell, date) or years_beyond or _names_month(cell):
        allowed = Said(later("Write it as text, such as '10-14, with an apostrophe before it."))
        raise typed.Refused(Said(later("This is a date, and an age group belongs here.")), allowed)
    return shown(cell).strip()


def _names_month(cell: Cell) -> bool:
    return isinstance(cell, str) and any(map(str.isalpha, cell)) and typed.is_day(cell)


def _twice(cell: str) -> Said:
    return Said(later("The same indicator, date, series and group stand in {cell} too."), {"cell": cell})


def _check_order(row: ReadRow, indicator: FormIndicator, observed_on: date, series: str) -> None:
    last = indicator.last_on
    if last is not None and observed_on < last and series == indicator.series and not row.given("region"):
        what = Said(later("A later value is known already, of {day}."), {"day": f"{last:%d.%m.%Y}"})
        row.fault("observed_on", what, Said(later("Correct the day, or leave it: both are kept.")), "warning")


def _observed_on(row: ReadRow, found: date | None, today: date) -> date | None:
    if not row.given("observed_on"):
        if row.read.table.on is not None:
            return row.read.table.on
        what = Said(later("The date of this value is missing."))
        row.fault("observed_on", what, Said(later("Write a date like 30.09.2025, or a year.")))
        return None
    if found is not None and found > today:
        allowed = Said(later("Write a day up to {latest}."), {"latest": f"{today:%d.%m.%Y}"})
        row.fault("observed_on", Said(later("This day is in the future.")), allowed)
    return found


def _values(row: ReadRow, unit: str) -> dict[str, Any]:
    """Value, ratio and interval; the value of a ratio is worked out where its unit says how."""
    read = row.percent if unit == "percent" else row.any_number
    value, low, high = row.taken("value", lambda cell: _value(row, cell, unit)), read("low"), read("high")
    numerator, denominator = row.amount("numerator"), row.amount("denominator")
    if isinstance(value, tuple):
        part, value = value, (value[0] * WHOLE[unit] / value[1]).quantize(PLACES)
        if not (row.given("numerator") or row.given("denominator")):
            numerator, denominator = part
    if row.given("numerator") != row.given("denominator"):
        missing = "denominator" if row.given("numerator") else "numerator"
        row.fault(missing, Said(later("Half of the ratio is missing.")), RATIO)
    elif numerator is not None and denominator is not None:
        _check_ratio(row, value, numerator, denominator, unit)
        if value is None and not row.given("value") and denominator and unit in WHOLE:
            value = (numerator * WHOLE[unit] / denominator).quantize(PLACES)
    if not any(row.given(name) for name in ("value", "numerator", "denominator")):
        allowed = Said(later("Give the value, or numerator and denominator, or clear the row."))
        row.fault("value", Said(later("There is neither a value nor a ratio in this row.")), allowed)
    if low is not None and high is not None and low > high:
        row.fault("low", Said(later("The lower end is above the upper end.")), Said(later("Exchange Low and High.")))
    elif value is not None and not (value if low is None else low) <= value <= (value if high is None else high):
        row.fault("value", Said(later("The value lies outside its own interval.")), Said(later("Correct one of them.")))
    return {"value": value, "numerator": numerator, "denominator": denominator, "low": low, "high": high}


def _value(row: ReadRow, cell: Cell, unit: str) -> Decimal | tuple[Decimal, Decimal]:
    """A value; part and whole of “3 of 5”, where the unit says what the whole is worth. Raises Refused."""
    part = typed.part_of(cell) if unit in WHOLE else None
    return part or (row.read.percent(cell) if unit == "percent" else typed.number(cell))


def _check_level(row: ReadRow, value: Decimal | None, levels: int) -> None:
    """A level is a whole number from 0; yes and no are the levels 1 and 0."""
    if value is not None and not (value == int(value) and 0 <= value < levels):
        what = Said(later("There is no such level."))
        row.fault("value", what, Said(later("Write a whole number from 0 to {most}."), {"most": levels - 1}))


def _check_ratio(row: ReadRow, value: Decimal | None, numerator: Decimal, denominator: Decimal, unit: str) -> None:
    if denominator == 0 and (numerator > 0 or value is not None):
        row.fault("denominator", Said(later("A part of nothing cannot be more than 0.")), RATIO)
    elif unit == "percent" and numerator > denominator:
        row.fault("numerator", Said(later("This is more than 100 percent.")), TO_HUNDRED)
    elif value is not None and denominator and unit in WHOLE:
        worked_out = numerator * WHOLE[unit] / denominator
        if abs(value - worked_out) > ROUNDING:
            what = Said(later("The ratio gives {worked_out}, not this."), {"worked_out": round(worked_out, 1)})
            row.fault("value", what, Said(later("Correct the value or the ratio, or leave the value empty.")))
