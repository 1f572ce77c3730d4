"""One indicator by all three methods: the headline one counts, the others are only shown in its working."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from monitoring.combine import MIDDLE, by_year
from monitoring.growth import Growth, GrowthCase, judge_growth
from monitoring.language import later
from monitoring.levels import judge_level
from monitoring.periods import calendar_year
from monitoring.reduction import judge_reduction
from monitoring.results import Point, ResultJudgement, Series, judge_path, older
from monitoring.status import RESULT_MARKS, Result
from monitoring.sums import judge_sum
from monitoring.thresholds import Thresholds
from monitoring.words import LEVEL_UNITS, METHODS, WHOLE

PATH, GROWTH, REDUCTION = METHODS
LAST = (12, 31)  # an annual target is dated 31 December
ZERO_REPLACED = "zero replaced"
LEVEL = "level"  # of a qualitative or yes/no indicator: no other method can say anything of it
METHOD_NAMES = {
    PATH: later("path to the target"),
    GROWTH: later("growth rate"),
    REDUCTION: later("rate of reduction"),
    LEVEL: later("level reached"),
}
# The words of growth rate as the screen says them.
ON_SCREEN = {
    Growth.ACHIEVED: Result.TARGET_MET,
    Growth.SUBSTANTIAL: Result.ON_TRACK,
    Growth.MODERATE: Result.PROGRESSING,
    Growth.LIMITED: Result.LIMITED,
    Growth.DETERIORATION: Result.MOVING_AWAY,
    Growth.NOT_AVAILABLE: Result.CANNOT,
}
SAYS_NOTHING = (Result.CANNOT, Result.NO_DATA, Result.NO_TARGET, Result.ONE_VALUE)


@dataclass(frozen=True)
class View:
    """What one method says.

    Attributes:
        method: a word of :data:`monitoring.words.METHODS`, or :data:`LEVEL`.
        value: pace (path, 1 = as expected), growth as a part of what is required or a year (growth rate), or percent a
            year (rate of reduction); None where there is none.
        required: what is required a year: percent (rate of reduction), or 0.01 for one percent (growth rate).
        reason: the key of why there is no status; empty when there is one.
        score: from −5 to 5 (growth rate only).
        factor: how much nearness to a natural limit lowers what is expected without a target (growth rate only).
        note: the key of what the working has to say besides, such as a zero taken as 0.001.
    """

    method: str
    status: Result
    value: float | None = None
    required: float | None = None
    reason: str = ""
    score: float | None = None
    factor: float = 1.0
    note: str = ""

    @property
    def method_name(self) -> str:
        """The name of the method, to be translated."""
        return METHOD_NAMES[self.method]


@dataclass(frozen=True)
class Views:
    """The headline view with the working of the path, and what the other methods say."""

    headline: View
    others: tuple[View, ...]
    path: ResultJudgement
    trend: View | None = None  # without a target: the growth rate alone
    points: tuple[Point, ...] = ()  # what was judged: by date, the periods of a year combined

    @property
    def disagree(self) -> bool:
        """Whether a method that can say something says another word than the headline one."""
        if self.headline.status in SAYS_NOTHING:
            return False
        said = {RESULT_MARKS[view.status].word for view in self.others if view.status not in SAYS_NOTHING}
        return bool(said - {RESULT_MARKS[self.headline.status].word})


def by_all_methods(
    series: Series, headline: str, as_of: date, limits: Thresholds = Thresholds(), natural_limit: float | None = None
) -> Views:
    """Judge a series by every method; ``headline`` is the one fixed in the data.

    The periods of a year are combined first. Added up, they are judged beside the targets of the same periods, where
    others are judged by the path; levels are judged as levels only.
    """
    seen = [point for point in series.points if point.on <= as_of]
    if series.unit in LEVEL_UNITS:
        return _by_level(series, seen, as_of)
    points = list(by_year(seen, series.combine, WHOLE.get(series.unit, 1)))
    if series.combine == "sum" and all(point.ratio is None for point in seen):
        path = judge_sum(series, as_of, limits)
    else:
        path = judge_path(replace(series, points=tuple(points)), as_of, limits)
    reason = path.rule if path.status in SAYS_NOTHING else ""
    growth = _growth(series, points, natural_limit, limits)
    trend = growth if not series.targets and points else None
    if trend is not None and headline != GROWTH and not trend.reason:
        trend = growth = replace(trend, status=Result.NO_TARGET)  # a rate that nothing is held against is no status
    views = {
        PATH: View(PATH, path.status, path.pace, reason=reason),
        GROWTH: growth,
        REDUCTION: _reduction(series, points),
    }
    others = tuple(view for method, view in views.items() if method != headline)
    return Views(views[headline], others, path, trend, tuple(points))


def _by_level(series: Series, seen: list[Point], as_of: date) -> Views:
    base = series.baseline
    judged = judge_level(
        None if base is None else (base.on, int(base.value)),
        [(target.on, int(target.value)) for target in series.targets],
        [(point.on, int(point.value)) for point in seen],
        as_of,
    )
    newest = None
    if judged.reached is not None and judged.reached_on is not None:
        newest = Point(judged.reached_on, judged.reached)
    old = newest is not None and older(newest.on, as_of, series.interval_years)
    working = ResultJudgement(judged.status, judged.rule, newest, judged.due, old=old)
    reason = judged.rule if judged.status in SAYS_NOTHING else ""
    return Views(View(LEVEL, judged.status, reason=reason), (), working, None, tuple(seen))


def years_of(days: Iterable[date]) -> Callable[[date], float]:
    """How the days of a series become years. Where all its values are annual (dated 1 July) a year is whole, and an
    annual target (31 December) asks for the value of its year; any other series is told by the calendar, so that what
    comes later is later.
    """
    if not all((day.month, day.day) == MIDDLE for day in days):
        return calendar_year

    def annual(day: date) -> float:
        return float(day.year) if (day.month, day.day) in (MIDDLE, LAST) else calendar_year(day)

    return annual


def _years(series: Series, points: Sequence[Point]) -> Callable[[date], float]:
    base = [] if series.baseline is None else [series.baseline.on]
    return years_of([*base, *(point.on for point in points)])


def _growth(series: Series, points: list[Point], natural_limit: float | None, limits: Thresholds) -> View:
    year_of = _years(series, points)
    final = max(series.targets, key=lambda target: target.on, default=None)
    newest, base = (points[-1] if points else None), series.baseline
    base_year, base_value = (year_of(base.on), base.value) if base else (None, None)
    newest_year, newest_value = (year_of(newest.on), newest.value) if newest else (None, None)
    final_year, final_value = (year_of(final.on), final.value) if final else (None, None)
    judged = judge_growth(
        GrowthCase(
            series.direction,
            base_year,
            base_value,
            newest_year,
            newest_value,
            final_year,
            final_value,
            natural_limit,
        ),
        limits,
    )
    note = ZERO_REPLACED if judged.zero_replaced else ""
    status = ON_SCREEN[judged.status]
    return View(GROWTH, status, judged.value, judged.required, judged.reason, judged.score, judged.factor, note)


def _reduction(series: Series, points: list[Point]) -> View:
    year_of = _years(series, points)
    final = max(series.targets, key=lambda target: target.on, default=None)
    base = series.baseline
    judged = judge_reduction(
        series.direction,
        (year_of(base.on), base.value) if base else None,
        (year_of(final.on), final.value) if final else None,
        [(year_of(point.on), point.value) for point in points],
    )
    return View(REDUCTION, judged.status, judged.current, judged.required, judged.reason)
