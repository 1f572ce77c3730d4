"""What was measured, beside what is to be reached, as lines of a table."""

from collections.abc import Sequence
from statistics import median

WIDTHS = (40, 10, 10, 12)
HEAD = ("", "p50", "p95", "to reach", "")


def head(title: str, columns: Sequence[str] = HEAD) -> None:
    """Start a table: its title and the names of its columns."""
    print(f"\n{title}")
    _line(columns)
    print("-" * (sum(WIDTHS) + 24))


def row(name: str, seconds: Sequence[float], target: float | None = None, note: str = "") -> None:
    """One line: median and 95th percentile of some times (printed in ms), and the target for the median (seconds)."""
    middle, high = median(seconds), at(seconds, 0.95)
    reached = "" if target is None else "reached" if middle <= target else f"{middle / target:.1f} x the target"
    aim = "" if target is None else f"<= {target * 1000:.0f} ms"
    _line((name, ms(middle), ms(high), aim, "; ".join(part for part in (reached, note) if part)))


def ratio(name: str, value: float, target: float) -> None:
    """One line: how many times as long one thing took as another, and the target for it."""
    _line((name, f"{value:.2f} x", "", f"<= {target:.1f} x", "reached" if value <= target else "not reached"))


def memory(name: str, megabytes: float, target: float) -> None:
    """One line: the most memory that a process ever held, in MB, and the target for it."""
    reached = "reached" if megabytes <= target else f"{megabytes / target:.1f} x the target"
    _line((name, f"{megabytes:.0f} MB", "", f"<= {target:.0f} MB", reached))


def sizes(name: str, first: int, second: int, target: int, note: str = "") -> None:
    """One line: the bytes of a first visit and of a second one, and the target for the first."""
    reached = "reached" if first <= target else f"{first / target:.1f} x the target"
    told = (name, f"{first / 1e6:.2f} MB", f"{second / 1e3:.0f} kB", f"<= {target / 1e6:.1f} MB")
    _line((*told, "; ".join(part for part in (reached, note) if part)))


def ms(seconds: float) -> str:
    """A time as milliseconds."""
    return f"{seconds * 1000:.0f} ms"


def at(values: Sequence[float], part: float) -> float:
    """The value below which a part (0 to 1) of the values lies, by the nearest rank."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, max(0, round(part * len(ranked)) - 1))]


def _line(cells: Sequence[str]) -> None:
    name, *numbers, note = cells
    shown = "".join(f"{cell:>{width}}" for cell, width in zip(numbers, WIDTHS[1:], strict=True))
    print(f"{name:<{WIDTHS[0]}}{shown}   {note}".rstrip(), flush=True)
