"""Cells whose value was lost on the way: errors and formulas without a result, and letters of another alphabet."""

import re

from monitoring.faults import Said
from monitoring.language import later
from spreadsheets import typed
from spreadsheets.workbook import Cell, Lost
from spreadsheets.worker.error_words import ERROR_WORDS

LOST = (
    Said(later("The file holds no value here, but an error or a formula without its result.")),
    Said(later("Write the value itself, or open the file in Excel, save it and send it again.")),
)
DAMAGED = "\ufffd"
DAMAGED_TEXT = (
    Said(later("A letter of this cell was damaged on its way, and cannot be read.")),
    Said(later("Write the words again.")),
)
# A program that saves a text in another alphabet writes a question mark for each letter that is not in it.
_BY_MARKS = re.compile(r"(?<!\S)\?{2,}(?!\S)|(?<!\S)[^\s/=?]*[^\W\d_]\?+[^\W\d_][^\s/=]*")
LOST_LETTERS = (
    Said(later("Question marks stand here in place of letters: they were lost when the file was saved.")),
    Said(later("Write the words again and save the file as an Excel workbook, or leave it if they are meant.")),
)


def is_error_word(cell: Cell) -> bool:
    """Whether an error of a spreadsheet stands in a cell as text: so it is after copying, and in a marked copy."""
    return isinstance(cell, str) and cell[:1] == "#" and cell.strip().upper() in ERROR_WORDS


def there(cell: Cell) -> Cell:
    """The value of a cell itself. Raises Refused where it was lost."""
    if isinstance(cell, Lost) or is_error_word(cell):
        raise typed.Refused(*LOST)
    if isinstance(cell, str) and DAMAGED in cell:
        raise typed.Refused(*DAMAGED_TEXT)
    return cell


def lost_letters(text: str) -> bool:
    """Whether question marks stand in a text where letters stood."""
    return "?" in text and _BY_MARKS.search(text) is not None
