"""How far long work is: it tells somebody after each step, who may stop it by raising an error."""

from collections.abc import Callable

Step = Callable[[float], None]


def unseen(part: float) -> None:
    """Nobody looks how far it is. ``part``: from 0 to 1."""
