"""Round values for the axis of an indicator: from zero, so that a small change looks small."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10


@dataclass(frozen=True)
class Scale:
    """From where to where an axis goes, and at which steps, in the unit of its values."""

    low: float
    top: float
    step: float

    def share(self, value: float) -> float:
        """Where a value stands: 0 at the foot of the axis, 1 at its head."""
        return (value - self.low) / (self.top - self.low)

    def levels(self) -> tuple[float, ...]:
        """The values that are written: both ends, and the middle where it is a step."""
        steps = round((self.top - self.low) / self.step)
        middle = (self.low + self.top) / 2
        return (self.low, self.top) if steps % 2 else (self.low, middle, self.top)


def scale(values: Sequence[float]) -> Scale:
    """Coverage from 0 to 100, anything else from 0 to above its highest value, in up to four steps."""
    low, top = min([0.0, *values]), max([0.0, *values])
    if low == top:
        return Scale(0, 1, 1)
    if low == 0 and 40 < top <= 100:
        return Scale(0, 100, 50)
    size = 10 ** floor(log10(top - low))
    step = next(one * size for one in (0.2, 0.25, 0.5, 1, 2, 2.5, 5) if (top - low) / (one * size) <= 4)
    return Scale(floor(low / step) * step, ceil(top / step) * step, step)
