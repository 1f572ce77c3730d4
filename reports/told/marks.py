"""Statuses on paper: word, shape and colours."""

from monitoring.status import DELIVERY_MARKS, RESULT_MARKS, Delivery, Mark, Result


def word(mark: Mark) -> dict[str, object]:
    """A mark on white paper."""
    return {
        "word": mark.label,
        "icon": mark.icon,
        "color": mark.fill(dark=False),
        "ink": mark.ink(dark=False),
        "outlined": mark.outlined,
    }


def delivery(key: str) -> dict[str, object]:
    """The mark of an activity."""
    return word(DELIVERY_MARKS[Delivery(key)])


def result(key: str) -> dict[str, object]:
    """The mark of an indicator."""
    return word(RESULT_MARKS[Result(key)])
