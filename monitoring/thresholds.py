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


NAMES = tuple(field.name for field in fields(Thresholds))


def changed(values: dict[str, Decimal]) -> Thresholds:
    """The defaults with some values changed; a name outside :data:`NAMES` raises AttributeError."""
    defaults = Thresholds()
    new: dict[str, Any] = {name: type(getattr(defaults, name))(value) for name, value in values.items()}
    return replace(defaults, **new)
