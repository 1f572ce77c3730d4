"""A status has one word, one icon and one colour, and they stand here. Delivery and results share no words."""

from dataclasses import dataclass
from enum import StrEnum

from monitoring.language import gettext, later


class Delivery(StrEnum):
    """How an activity, or a group of them, stands against its own plan."""

    COMPLETED = "completed"
    ON_SCHEDULE = "on schedule"
    NEEDS_ATTENTION = "needs attention"
    BEHIND = "behind"
    PAST_END = "past end date"
    NO_REPORT = "no report"
    REPORT_NOT_DUE = "report not due"
    NOT_YET_DUE = "not yet due"
    POSTPONED = "postponed"
    CARRIED_OVER = "carried over"
    CANCELLED = "cancelled"


class Group(StrEnum):
    """What a group of activities is called besides the words of :class:`Delivery`."""

    MIXED = "mixed"
    NONE = "none"


class Result(StrEnum):
    """How an indicator stands against its target."""

    TARGET_MET = "target met"
    ON_TRACK = "on track"
    PROGRESSING = "progressing"
    LIMITED = "limited"
    NO_CLEAR_CHANGE = "no clear change"
    MOVING_AWAY = "moving away"
    ONE_VALUE = "one value only"
    NO_DATA = "no data"
    NO_TARGET = "no target"
    CANNOT = "cannot be calculated"


LEFT_OUT = (Delivery.CANCELLED, Delivery.CARRIED_OVER, Delivery.POSTPONED)
LATE = (Delivery.BEHIND, Delivery.PAST_END)


@dataclass(frozen=True)
class Mark:
    """How a status is shown: its word (to be translated), shape, and colours on light and on dark."""

    word: str
    icon: str
    mark_light: str
    mark_dark: str
    text_light: str
    text_dark: str
    outlined: bool = False

    @property
    def label(self) -> str:
        """The word in the language of this run."""
        return gettext(self.word)

    def fill(self, dark: bool) -> str:
        """The colour of the mark on this theme."""
        return self.mark_dark if dark else self.mark_light

    def ink(self, dark: bool) -> str:
        """The colour of text about this status on this theme."""
        return self.text_dark if dark else self.text_light


_BLUE = ("#002E7C", "#326FD2", "#002E7C", "#8FB4F5")
_SKY = ("#187AB4", "#7FD6EE", "#12608F", "#7FD6EE")
_AMBER = ("#CB7600", "#F3C14B", "#8A5200", "#F3C14B")
_RED = ("#B72D28", "#EE6E4F", "#B02822", "#F58B70")
_PLUM = ("#76132C", "#C351A1", "#76132C", "#E79BCF")
_GREY = ("#796F78", "#95A091", "#575D68", "#B4BCC8")

DELIVERY_MARKS: dict[Delivery, Mark] = {
    Delivery.COMPLETED: Mark(later("Completed"), "disc-tick", *_BLUE),
    Delivery.ON_SCHEDULE: Mark(later("On schedule"), "disc", *_SKY),
    Delivery.NEEDS_ATTENTION: Mark(later("Needs attention"), "triangle", *_AMBER),
    Delivery.BEHIND: Mark(later("Behind"), "diamond", *_RED),
    Delivery.PAST_END: Mark(later("Past end date"), "square-mark", *_PLUM),
    Delivery.NO_REPORT: Mark(later("No report"), "ring-question", *_GREY),
    Delivery.REPORT_NOT_DUE: Mark(later("Report not due"), "ring-dotted", *_GREY, outlined=True),
    Delivery.NOT_YET_DUE: Mark(later("Not yet due"), "ring", *_GREY, outlined=True),
    Delivery.POSTPONED: Mark(later("Postponed"), "bars", *_GREY, outlined=True),
    Delivery.CARRIED_OVER: Mark(later("Carried over"), "arrow", *_GREY, outlined=True),
    Delivery.CANCELLED: Mark(later("Cancelled"), "cross", *_GREY, outlined=True),
}

GROUP_MARKS: dict[str, Mark] = {
    **{status.value: mark for status, mark in DELIVERY_MARKS.items()},
    Group.MIXED.value: Mark(later("Mixed"), "diamond-half", *_RED),
    Group.NONE.value: Mark(later("No status"), "ring-question", *_GREY),
}
GROUP_WORDS: dict[str, str] = {key: mark.word for key, mark in GROUP_MARKS.items()}

RESULT_MARKS: dict[Result, Mark] = {
    Result.TARGET_MET: Mark(later("Target met"), "disc-tick", *_BLUE),
    Result.ON_TRACK: Mark(later("On track to target"), "disc", *_SKY),
    Result.PROGRESSING: Mark(later("Improving, too slowly"), "triangle", *_AMBER),
    Result.LIMITED: Mark(later("Improving, too slowly"), "triangle", *_AMBER),
    Result.NO_CLEAR_CHANGE: Mark(later("No clear change"), "equals", *_GREY),
    Result.MOVING_AWAY: Mark(later("Moving away"), "arrow-away", *_RED),
    Result.ONE_VALUE: Mark(later("One value only"), "ring", *_GREY, outlined=True),
    Result.NO_DATA: Mark(later("No data"), "ring-question", *_GREY, outlined=True),
    Result.NO_TARGET: Mark(later("No target"), "ring-dotted", *_GREY, outlined=True),
    Result.CANNOT: Mark(later("Cannot be calculated"), "cross", *_GREY, outlined=True),
}

RATING_WORDS: dict[str, str] = {
    "met": later("Met"),
    "on track": later("On Track"),
    "constrained": later("Constrained"),
    "no progress": later("No Progress"),
    "no status": later("No Status"),
}
