"""Which documents there are, and which parts each of them has, in their order."""

from monitoring.filters import Filters
from monitoring.language import later

KINDS: dict[str, str] = {
    "quarterly": later("Quarterly report"),
    "partner": later("Partner brief"),
    "commission": later("Commission brief"),
    "goal": later("Goal sheet"),
}
HOLDS: dict[str, str] = {
    "quarterly": later("everything that the filters show"),
    "partner": later("2 pages"),
    "commission": later("4 pages: decisions, progress, bottlenecks, requests"),
    "goal": later("its indicators and activities"),
}
PARTS: dict[str, tuple[str, ...]] = {
    "quarterly": ("summary", "by_partner", "by_area", "by_goal", "indicators", "unknown", "activities"),
    "partner": ("summary", "words", "unknown"),
    "commission": ("decisions", "summary", "by_area", "by_partner", "bottlenecks", "unknown", "requests"),
    "goal": ("summary", "indicators", "unknown", "activities"),
}
# Kinds of a fixed length: which parts have a page of their own. Other kinds are as long as they need to be.
LEAVES: dict[str, tuple[tuple[str, ...], ...]] = {
    "partner": (("summary",), ("words", "unknown")),
    "commission": (("decisions",), ("summary", "by_area"), ("by_partner", "bottlenecks", "unknown"), ("requests",)),
}


def about_one(kind: str, filters: Filters) -> bool:
    """Whether a kind of document that is about one partner or goal has that one picked."""
    needed = {"partner": filters.partners, "goal": filters.goals}.get(kind)
    return needed is None or len(needed) == 1
