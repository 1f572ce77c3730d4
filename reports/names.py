"""Names of downloaded reports."""

from monitoring.file_names import STEM, safe, shortened
from reports import reference
from reports.tables import Outline

LONGEST = 100  # characters of a reference: the name of a file has 255 at most


def file_name(shown: Outline, ending: str, table: str = "", kind: str = "", refers: str = "") -> str:
    """Such as ``child-rights-workplans_2025-Q3_MOH_illustrative.xlsx``: period or reporting date, filters, one table.

    ``ending`` has no dot; ``table`` is the key of the only table in the file, empty for all of them; ``kind`` is that
    of a document, where there are several of one ending; ``refers`` is the reference of a file that has no place for it
    inside, left out where it is long or could not be written so on any system.
    """
    made_up = table in shown.made_up if table else bool(shown.made_up)
    period = shown.period_code or shown.dates.as_of.isoformat()
    parts = [STEM, safe(period), shortened(shown.filters), safe(table), safe(kind), "illustrative" if made_up else ""]
    parts += [reference.in_file_name(refers)] if len(refers) <= LONGEST else []
    return "_".join(part for part in parts if part) + f".{ending}"
