"""Work that goes on beside the run of a page, so that its reader sees how far it is and can stop it."""

import time
from collections.abc import Callable
from contextvars import copy_context
from math import exp
from multiprocessing.pool import ThreadPool
from typing import Generic, TypeVar

from monitoring.errors import DashboardError
from monitoring.steps import Step

T = TypeVar("T")


class Background(Generic[T]):
    """Work that begins at once, in the language of the run that asked for it.

    ``do`` is given the step that it calls now and then, or never: stopped work is over at once for whoever waits, and
    ends at its next step, or by itself. ``seconds``: how long work without steps takes, roughly.
    """

    def __init__(self, do: Callable[[Step], T], stopped: DashboardError, seconds: float | None = None) -> None:
        self.stopped = False
        self._part, self._said, self._seconds, self._began = 0.0, stopped, seconds, time.monotonic()
        own = ThreadPool(1)  # whose thread keeps no process from ending
        self._made = own.apply_async(copy_context().run, (do, self._step))
        own.close()

    def done(self, within: float = 0) -> bool:
        """Whether it is over, at the latest after some seconds of waiting."""
        if not self.stopped:
            self._made.wait(within)
        return self.stopped or self._made.ready()

    def part(self) -> float:
        """How much of it is done, 0 to 1: by its steps, or by the time it should take, and then it nears the end."""
        if self._seconds is None:
            return self._part
        return 1 - exp(-2 * (time.monotonic() - self._began) / self._seconds)

    def stop(self) -> None:
        """Stop it."""
        self.stopped = True

    def result(self) -> T:
        """What was made, when it is over. Raises ``stopped`` where it was stopped, and what the work raised."""
        if self.stopped:
            raise self._said
        return self._made.get()

    def _step(self, part: float) -> None:
        if self.stopped:
            raise self._said
        self._part = min(1.0, part)
