"""Names of downloaded files: ASCII, safe on any system, and they say what is inside."""

import re

from monitoring.filters import Filters
from reports.tables import Outline

STEM = "child-rights-workplans"
LONGEST = 40  # characters of the filters
UNSAFE = re.compile(r"[^A-Za-z0-9]+")


def file_name(shown: Outline, ending: str, table: str = "", kind: str = "") -> str:
    """Such as ``child-rights-workplans_2025-Q3_MOH_illustrative.xlsx``: period or reporting date, filters, one table.

    ``ending`` has no dot; ``table`` is the key of the only table in the file, empty for all of them; ``kind`` is that
    of a document, where there are several.
    """
    made_up = table in shown.made_up if table else bool(shown.made_up)
    period = shown.period_code or shown.dates.as_of.isoformat()
    parts = [STEM, safe(period), shortened(shown.filters), safe(table), safe(kind), "illustrative" if made_up else ""]
    return "_".join(part for part in parts if part) + f".{ending}"


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
