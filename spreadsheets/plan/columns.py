"""What a sheet of the plan workbook and a column of it are, and the columns that several sheets share."""

from dataclasses import dataclass
from typing import Literal

from monitoring.language import later
from monitoring.plan_words import FIELDS, TABLES

Kind = Literal[
    "code",
    "text",
    "number",
    "whole",
    "year",
    "percent",
    "money",
    "date",
    "choice",
    "ref",
    "refs",
    "markers",
    "levels",
    "currency",
]


@dataclass(frozen=True)
class PlanColumn:
    """One column: the field it fills, what may stand in it, its width, and the message for it.

    ``needed``: no row can do without it. ``of``: the table whose codes, or the list whose words, may stand in it.
    ``signed``: it says nothing of the row but what is signed with a change.
    """

    field: str
    kind: Kind
    width: int = 14
    hint: str = ""
    needed: bool = False
    of: str = ""
    signed: bool = False

    @property
    def header(self) -> str:
        """The word above the column, in English."""
        return FIELDS[self.field]


@dataclass(frozen=True)
class PlanSheet:
    """One sheet: the table it fills, or the field of an activity; its first columns tell rows apart."""

    table: str
    columns: tuple[PlanColumn, ...]
    key: tuple[str, ...] = ("code",)
    child: bool = False

    @property
    def name(self) -> str:
        """The name of the sheet, in English."""
        return TABLES[self.table]


SEVERAL = later("Codes with a semicolon between them.")
_FROM = later("From which day a new or changed row holds. A change needs it; a new row without it always holds.")
_DATE = later("A date like 30.09.2025.")
CHOOSE = later("Choose one from the list.")
_WHOLE_LIFE = later("A code that no other row has. It stays the same for ever.")


def code(width: int = 14) -> PlanColumn:
    """The column of the code that a row is told by."""
    return PlanColumn("code", "code", width, _WHOLE_LIFE, needed=True)


def words(field: str, width: int = 30, needed: bool = False, hint: str = "") -> PlanColumn:
    """A column of words."""
    return PlanColumn(field, "text", width, hint, needed)


def choice(field: str, of: str = "", needed: bool = False, width: int = 16) -> PlanColumn:
    """A column of words to choose from, those of its field unless another list is named."""
    return PlanColumn(field, "choice", width, CHOOSE, needed, of or field)


def day(field: str, needed: bool = False, hint: str = _DATE) -> PlanColumn:
    """A column of dates."""
    return PlanColumn(field, "date", 12, hint, needed)


NAMES = (words("name_en", 44, needed=True), words("name_ru", 44), words("name_tk", 44))
SOURCE = (words("source", 30, hint=later("Where this is written.")), choice("status"))
HOLDS = PlanColumn("valid_from", "date", 12, _FROM, signed=True)
