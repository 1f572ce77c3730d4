"""Work that goes on beside the run of a page, so that its reader sees how far it is and can stop it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextvars import copy_context
from typing import Generic, TypeVar

from monitoring.errors import DashboardError
from monitoring.steps import Step

T = TypeVar("T")


class Background(Generic[T]):
    """Work that begins at once, in the language of the run that asked for it.

    ``do`` is given the step that it has to call now and then; once somebody stopped the work, that raises ``stopped``.
    """

    def __init__(self, do: Callable[[Step], T], stopped: DashboardError) -> None:
        self._part, self._stopped, self._stop_said = 0.0, stopped, False
        own = ThreadPoolExecutor(max_workers=1)
        self._future: Future[T] = own.submit(copy_context().run, do, self._step)
        own.shutdown(wait=False)

    def done(self, within: float = 0) -> bool:
        """Whether it is over, at the latest after some seconds of waiting."""
        wait([self._future], within)
        return self._future.done()

    def part(self) -> float:
        """How much of it is done, 0 to 1."""
        return self._part

    def stop(self) -> None:
        """Stop it at its next step."""
        self._stop_said = True

    def result(self) -> T:
        """What was made, when it is over. Raises ``stopped``, and what the work raised."""
        return self._future.result()

    def _step(self, part: float) -> None:
        if self._stop_said:
            raise self._stopped
        self._part = min(1.0, part)
