"""Names of downloaded files: ASCII, safe on any system, and they say what is inside."""

import re

from monitoring.filters import Filters

STEM = "child-rights-workplans"
LONGEST = 40  # characters of the filters
UNSAFE = re.compile(r"[^A-Za-z0-9]+")


def shortened(filters: Filters) -> str:
    """The codes of the filters; of many, the first ones and how many more there are."""
    codes = [*filters.partners, *filters.areas, *filters.goals, *filters.regions, *filters.statuses]
    words = [word for word in map(safe, (*codes, *map(str, filters.years))) if word]
    words += ["by-budget"] if filters.weight == "budget" else []
    words += ["with-supporting"] if filters.supporting else []
    shown: list[str] = []
    for number, word in enumerate(words):
        if shown and len("-".join([*shown, word])) > LONGEST:
            return "-".join([*shown, f"and-{len(words) - number}-more"])
        shown.append(word[:LONGEST])
    return "-".join(shown)


def safe(text: str) -> str:
    """Letters and digits with single hyphens between."""
    return UNSAFE.sub("-", text).strip("-")
