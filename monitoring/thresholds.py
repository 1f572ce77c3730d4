"""The limits of judgement, with the defaults of the method; an administrator changes them from a date on."""

from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any


@dataclass(frozen=True)
class Thresholds:
    """Limits of judgement: whole days, shares and paces between 0 and 1, tolerances in the unit of the indicator."""

    on_schedule_days: int = 31
    attention_days: int = 92
    past_end_days: int = 31
    closing_days: int = 15
    reporting_share: float = 0.70
    mixed_share: float = 0.20
    group_on_schedule: float = 0.90
    group_attention: float = 0.75
    cash_ahead_points: float = 25.0
    on_track_pace: float = 0.95
    limited_pace: float = 0.60
    hold_tolerance_percent: float = 1.0
    extreme_tolerance_percent: float = 1.0
    noise_survey: float = 3.0
    noise_administrative: float = 1.0
    noise_estimate: float = 0.0


DAYS, SHARE, POINTS = (0, 366), (0, 1), (0, 100)
# What each may be, both ends included; days are whole.
RANGES: dict[str, tuple[int, int]] = {
    "on_schedule_days": DAYS,
    "attention_days": DAYS,
    "past_end_days": DAYS,
    "closing_days": DAYS,
    "reporting_share": SHARE,
    "mixed_share": SHARE,
    "group_on_schedule": SHARE,
    "group_attention": SHARE,
    "cash_ahead_points": POINTS,
    "on_track_pace": SHARE,
    "limited_pace": SHARE,
    "hold_tolerance_percent": POINTS,
    "extreme_tolerance_percent": POINTS,
    "noise_survey": POINTS,
    "noise_administrative": POINTS,
    "noise_estimate": POINTS,
}
NAMES = tuple(field.name for field in fields(Thresholds))


def changed(values: dict[str, Decimal]) -> Thresholds:
    """The defaults with some values changed; a name outside :data:`NAMES` raises AttributeError."""
    defaults = Thresholds()
    new: dict[str, Any] = {name: type(getattr(defaults, name))(value) for name, value in values.items()}
    return replace(defaults, **new)


# Of two limits the first may not be above the second.
PAIRS = (
    ("on_schedule_days", "attention_days"),
    ("group_attention", "group_on_schedule"),
    ("limited_pace", "on_track_pace"),
)


def contradiction(held: Thresholds) -> tuple[str, str] | None:
    """Two limits that contradict each other, the lower one first; None when all go together."""
    return next(((low, high) for low, high in PAIRS if getattr(held, low) > getattr(held, high)), None)


def problem_of(name: str, value: Decimal) -> tuple[int, int] | None:
    """The least and the most that a limit may be, when ``value`` is not between them or no whole day; else None."""
    least, most = RANGES[name]
    whole = RANGES[name] is not DAYS or value == value.to_integral_value()
    return None if value.is_finite() and least <= value <= most and whole else (least, most)
