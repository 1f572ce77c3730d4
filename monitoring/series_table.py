"""Judge a table of series, row by row, by one of the three methods: a faulty row harms no other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import isfinite

from monitoring.faults import Said
from monitoring.growth import GrowthCase, judge_growth
from monitoring.language import later
from monitoring.reduction import judge_reduction
from monitoring.results import Goalpost, Point, Series, judge_path
from monitoring.status import Result

NEEDED = ("series", "base_year", "base_value", "current_year", "current_value", "target_year", "target", "direction")
NUMBERS = ("base_year", "base_value", "current_year", "current_value", "target_year", "target", "limit")
DIRECTIONS = {
    **dict.fromkeys(("1", "+1", "1.0", "up"), "up"),
    **dict.fromkeys(("-1", "−1", "-1.0", "down"), "down"),
    "": "",
}
METHODS = ("growth-rate", "path", "reduction-rate")
YEARS = (1.0, 9998.0)
SMALLEST, LARGEST = 1e-15, 1e15  # beyond these a rate says nothing, and cannot always be written


@dataclass(frozen=True)
class SeriesRow:
    """One row as it is judged: ``None`` is what is not known, ``direction`` is empty then."""

    series: str
    direction: str
    base_year: float | None
    base_value: float | None
    current_year: float | None
    current_value: float | None
    target_year: float | None
    target: float | None
    limit: float | None = None
    points: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True)
class SeriesFault:
    """A cell that cannot be understood: the line of the file (from 1), the column, what stands there, what is wrong."""

    line: int
    column: str
    value: str
    what: Said

    def __str__(self) -> str:
        return f"{self.line}: {self.column}: {self.value}: {self.what}"


@dataclass(frozen=True)
class JudgedSeries:
    """The answer for one row: value by the method, the score of growth rate, the status' word and why there is none."""

    series: str
    value: float | None
    score: float | None
    status: str
    reason: str


def read_row(line: int, cells: Mapping[str, str], with_points: bool = True) -> SeriesRow | list[SeriesFault]:
    """A row of text as values, or all that is wrong in it. An empty cell is no fault: what it says is not known.

    ``with_points``: whether the column "points" is read; a method that has no use for it passes it over.
    """
    faults: list[SeriesFault] = []

    def fault(column: str, what: Said) -> None:
        faults.append(SeriesFault(line, column, cells[column].strip(), what))

    numbers: dict[str, float | None] = {}
    for column in NUMBERS:
        text = cells.get(column, "").strip()
        numbers[column] = number = _number(text) if text else None
        if text and number is None:
            fault(column, Said(later("this is not a number")))
        elif number is not None and column.endswith("_year") and not YEARS[0] <= number <= YEARS[1]:
            fault(column, Said(later("this is not a year")))
        elif number is not None and number and not SMALLEST <= abs(number) <= LARGEST:
            fault(column, Said(later("this is too large or too small a number to be judged")))
    direction = DIRECTIONS.get(cells.get("direction", "").strip().lower())
    if direction is None:
        fault("direction", Said(later("write 1 where higher is better, -1 where lower is better")))
    points = []
    for pair in cells.get("points", "").split() if with_points else ():
        year, _colon, value = pair.partition(":")
        point = (_number(year), _number(value))
        if point[0] is None or point[1] is None or not YEARS[0] <= point[0] <= YEARS[1]:
            faults.append(SeriesFault(line, "points", pair, Said(later("write each point as year:value"))))
        elif abs(point[1]) > LARGEST:
            what = Said(later("this is too large or too small a number to be judged"))
            faults.append(SeriesFault(line, "points", pair, what))
        else:
            points.append((point[0], point[1]))
    if faults:
        return faults
    return SeriesRow(cells.get("series", ""), direction or "", **numbers, points=tuple(points))


def judge_row(row: SeriesRow, method: str) -> JudgedSeries:
    """Judge one row by a method of :data:`METHODS`; an unknown direction cannot be judged by any."""
    return _JUDGES[method](row)


def _number(text: str) -> float | None:
    if "_" in text:  # Python would read 1_000 as a thousand; nobody writes so in a table
        return None
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) else None


def _by_growth(row: SeriesRow) -> JudgedSeries:
    case = GrowthCase(
        row.direction,
        row.base_year,
        row.base_value,
        row.current_year,
        row.current_value,
        row.target_year,
        row.target,
        row.limit,
    )
    judged = judge_growth(case)
    return JudgedSeries(row.series, judged.value, judged.score, judged.status.value, judged.reason)


def _by_path(row: SeriesRow) -> JudgedSeries:
    if row.current_value is None:
        return JudgedSeries(row.series, None, None, Result.NO_DATA.value, "no observation")
    if row.target is None:
        return JudgedSeries(row.series, None, None, Result.NO_TARGET.value, "no target")
    newest = _point(row.current_year, row.current_value)
    missing = _missing_for_the_path(row)
    if missing or newest is None or row.target_year is None:
        return JudgedSeries(row.series, None, None, Result.CANNOT.value, missing)
    series = Series(
        direction=row.direction,
        unit="",
        kind="estimate",
        interval_years=1,
        baseline=_point(row.base_year, row.base_value),
        targets=(Goalpost(_target_day(row.target_year), row.target),),
        points=(newest,),
    )
    judged = judge_path(series, date.max)
    reason = judged.rule if judged.status in WITHOUT_STATUS else ""
    return JudgedSeries(row.series, judged.pace, None, judged.status.value, reason)


def _missing_for_the_path(row: SeriesRow) -> str:
    """Why a row with a value and a target has no path, as a key; empty when it has one."""
    if not row.direction:
        return "no direction"
    if row.current_year is None:
        return "no year of the value"
    if row.target_year is None:
        return "no target year"
    return "no year of the baseline" if row.base_value is not None and row.base_year is None else ""


def _by_reduction(row: SeriesRow) -> JudgedSeries:
    if not row.points and row.current_value is not None:
        return JudgedSeries(row.series, None, None, Result.NO_DATA.value, "no points")
    baseline = None if row.base_year is None or row.base_value is None else (row.base_year, row.base_value)
    if row.base_value is not None and row.base_year is None and row.points and row.direction == "down":
        return JudgedSeries(row.series, None, None, Result.CANNOT.value, "no year of the baseline")
    if row.target is not None and row.target_year is None and row.points and row.direction == "down":
        return JudgedSeries(row.series, None, None, Result.CANNOT.value, "no target year")
    target = None if row.target_year is None or row.target is None else (row.target_year, row.target)
    judged = judge_reduction(row.direction, baseline, target, row.points)
    return JudgedSeries(row.series, judged.current, None, judged.status.value, judged.reason)


def _point(year: float | None, value: float | None) -> Point | None:
    """An annual observation, dated 1 July of its year."""
    return None if year is None or value is None else Point(_in_year(year, 7, 1), value)


def _target_day(year: float) -> date:
    """An annual target, dated 31 December of its year."""
    return _in_year(year, 12, 31)


def _in_year(year: float, month: int, day: int) -> date:
    """A day of a year; a part of a year, as in 2020.5, is that many days more."""
    return date(int(year), month, day) + timedelta(days=round((year - int(year)) * 365.25))


WITHOUT_STATUS = (Result.NO_DATA, Result.NO_TARGET, Result.CANNOT, Result.ONE_VALUE)
_JUDGES = {"growth-rate": _by_growth, "path": _by_path, "reduction-rate": _by_reduction}
