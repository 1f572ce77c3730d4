"""The sheet that lists what has to be mended: in a file that comes back, it is passed over."""

from monitoring.language import later
from spreadsheets.spelling import in_every_language, plain
from spreadsheets.workbook import Sheet

SHEET = later("To mend")


def is_list(sheet: Sheet) -> bool:
    """Whether a sheet is the list of faults of a marked-up copy, in any language."""
    return plain(sheet.name) in in_every_language(SHEET)
