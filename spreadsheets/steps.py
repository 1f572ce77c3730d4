"""Count how far the checking of a file is: columns first, then rows, of one table after the other."""

from collections.abc import Sequence

from monitoring.steps import Step

COLUMNS = 20  # about as many are taken of each table
ROWS = 1000  # a step


class Steps:
    """Tells a step which part of some tables is gone through; ``rows`` of each of them."""

    def __init__(self, step: Step, rows: Sequence[int]) -> None:
        self._step, self._done = step, 0
        self._all = COLUMNS * len(rows) + sum(one // ROWS for one in rows)

    def column(self) -> None:
        """A column is begun."""
        self._on()

    def row(self, number: int) -> None:
        """A row is begun, counted from 0."""
        if number % ROWS == 0:
            self._on()

    def _on(self) -> None:
        self._done += 1
        self._step(min(1.0, self._done / self._all) if self._all else 1.0)
