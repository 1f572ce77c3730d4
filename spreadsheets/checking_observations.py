"""Check the sheet of indicators: each filled row becomes an observation, or its faults are listed."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from monitoring.form import FormContent, FormIndicator
from monitoring.language import later
from monitoring.reported_words import GROUPS
from monitoring.upload import CellProblem, ObservationRow, Said, key
from monitoring.words import WHOLE
from spreadsheets.codes import Codes
from spreadsheets.row_values import TO_HUNDRED, RowValues, Seen
from spreadsheets.spelling import nearest, plain
from spreadsheets.typed import PLACES

UNKNOWN = Said(later("There is no such indicator in this form."))
ROUNDING = Decimal("0.51")  # a value rounded to a whole number still fits its ratio
RATIO = Said(later("Give numerator and denominator together, both 0 or more."))


def check_observations(
    rows: Iterable[RowValues], content: FormContent, today: date, seen: Seen
) -> tuple[list[ObservationRow], list[CellProblem]]:
    """The observations of the rows without a fault, and all faults; ``seen`` grows by the rows."""
    indicators = {indicator.code: indicator for indicator in content.indicators}
    regions = {
        plain(word): region.code
        for region in content.regions
        for word in (region.code, region.name_en, region.name_ru, region.name_tk)
        if word
    }
    codes = Codes(own=tuple(indicators))
    observations: list[ObservationRow] = []
    problems: list[CellProblem] = []
    for row in rows:
        code = codes.of(row, UNKNOWN)
        observation = _observation(row, indicators[code] if code else None, regions, today)
        if observation is not None:
            _refuse_twice(row, observation, seen)
        if observation is not None and not row.problems:
            observations.append(observation)
        problems += row.problems
    return observations, problems


def _observation(
    row: RowValues, indicator: FormIndicator | None, regions: dict[str, str], today: date
) -> ObservationRow | None:
    observed_on = _observed_on(row, today)
    unit = indicator.unit if indicator else ""
    values = _values(row, unit)
    if indicator is not None and indicator.levels:
        _check_level(row, values["value"], indicator.levels)
    groups: dict[str, Any] = {name: row.choice(name) or "" for name in GROUPS}
    region = _region(row, regions)
    series = row.text("series") or (indicator.series if indicator else "")
    if indicator is not None and not series:
        what = Said(later("It is not known from which series this value comes."))
        row.fault("series", what, Said(later("Write source, definition and round in the column Series.")))
    if indicator is None or observed_on is None:
        return None
    return ObservationRow(
        indicator=indicator.code,
        observed_on=observed_on,
        series=series,
        source=row.text("source"),
        region=region,
        age_group=row.text("age_group"),
        illustrative=indicator.illustrative,
        sheet=row.table.sheet.name,
        row=row.table.sheet.first_row + row.row + 1,
        **values,
        **groups,
    )


def _observed_on(row: RowValues, today: date) -> date | None:
    if "observed_on" not in row.filled:
        what = Said(later("The date of this value is missing."))
        row.fault("observed_on", what, Said(later("Write a date like 30.09.2025, or a year.")))
        return None
    found = row.day("observed_on", year_alone=True)
    if found is not None and found > today:
        allowed = Said(later("Write a day up to {latest}."), {"latest": f"{today:%d.%m.%Y}"})
        row.fault("observed_on", Said(later("This day is in the future.")), allowed)
    return found


def _values(row: RowValues, unit: str) -> dict[str, Any]:
    """Value, ratio and interval; the value of a ratio is worked out where its unit says how."""
    read = row.percent if unit == "percent" else row.number
    value, low, high = read("value"), read("low"), read("high")
    numerator, denominator = row.amount("numerator"), row.amount("denominator")
    if ("numerator" in row.filled) != ("denominator" in row.filled):
        missing = "denominator" if "numerator" in row.filled else "numerator"
        row.fault(missing, Said(later("Half of the ratio is missing.")), RATIO)
    elif numerator is not None and denominator is not None:
        _check_ratio(row, value, numerator, denominator, unit)
        if value is None and "value" not in row.filled and denominator and unit in WHOLE:
            value = (numerator * WHOLE[unit] / denominator).quantize(PLACES)
    if not row.filled.keys() & {"value", "numerator", "denominator"}:
        allowed = Said(later("Give the value, or numerator and denominator, or clear the row."))
        row.fault("value", Said(later("There is neither a value nor a ratio in this row.")), allowed)
    if low is not None and high is not None and low > high:
        row.fault("low", Said(later("The lower end is above the upper end.")), Said(later("Exchange Low and High.")))
    elif value is not None and not (value if low is None else low) <= value <= (value if high is None else high):
        row.fault("value", Said(later("The value lies outside its own interval.")), Said(later("Correct one of them.")))
    return {"value": value, "numerator": numerator, "denominator": denominator, "low": low, "high": high}


def _check_level(row: RowValues, value: Decimal | None, levels: int) -> None:
    """A level is a whole number from 0; yes and no are the levels 1 and 0."""
    if value is not None and not (value == int(value) and 0 <= value < levels):
        what = Said(later("There is no such level."))
        row.fault("value", what, Said(later("Write a whole number from 0 to {most}."), {"most": levels - 1}))


def _check_ratio(row: RowValues, value: Decimal | None, numerator: Decimal, denominator: Decimal, unit: str) -> None:
    if denominator == 0 and numerator > 0:
        row.fault("denominator", Said(later("A part of nothing cannot be more than 0.")), RATIO)
    elif unit == "percent" and numerator > denominator:
        row.fault("numerator", Said(later("This is more than 100 percent.")), TO_HUNDRED)
    elif value is not None and denominator and unit in WHOLE:
        worked_out = numerator * WHOLE[unit] / denominator
        if abs(value - worked_out) > ROUNDING:
            what = Said(later("The ratio gives {worked_out}, not this."), {"worked_out": f"{worked_out:.1f}"})
            row.fault("value", what, Said(later("Correct the value or the ratio, or leave the value empty.")))


def _region(row: RowValues, regions: dict[str, str]) -> str:
    said = row.text("region")
    if not said:
        return ""
    found = regions.get(plain(said))
    if found is None:
        meant = nearest(said, regions)
        allowed = Said(later("Choose one from the list: by name, or by code: {codes}."), {"codes": _codes(regions)})
        if meant:
            allowed = Said(later("Did you mean {code}?"), {"code": regions[meant]})
        row.fault("region", Said(later("There is no such region.")), allowed)
    return found or ""


def _codes(regions: dict[str, str]) -> str:
    return ", ".join(dict.fromkeys(regions.values()))


def _refuse_twice(row: RowValues, observation: ObservationRow, seen: Seen) -> None:
    place = f"{observation.sheet}!{row.table.sheet.address(row.row, row.table.columns['indicator'])}"
    first = seen.setdefault(key(observation), place)
    if first != place:
        what = Said(later("The same indicator, date, series and group stand in {cell} too."), {"cell": first})
        row.fault("indicator", what, Said(later("Keep one of the two rows.")))
