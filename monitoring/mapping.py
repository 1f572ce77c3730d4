"""What the columns of a partner's own spreadsheet mean: chosen once, kept under a name, used again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import Literal

from monitoring import file_errors

ABOUT = ("activities", "indicators")
AS_MEASURED = "as measured"  # a share, a stage or a quantity, as the activity of the row is measured
IDENTITIES = {"activities": ("activity", "title"), "indicators": ("indicator", "name")}


@dataclass(frozen=True)
class Meant:
    """What a column means: a field of the form, or AS_MEASURED, and, where it speaks of one period alone, that period's
    last day. No field: it is known, and not read.
    """

    field: str
    on: date | None = None


@dataclass(frozen=True)
class ColumnMapping:
    """A mapping: its name, and what is meant by each column, by the words above it as ``spelling.plain`` gives them.

    ``about``: whether a row is an activity or an indicator.
    """

    name: str
    about: Literal["activities", "indicators"] = "activities"
    columns: Mapping[str, Meant] = field(default_factory=dict)

    @property
    def read(self) -> dict[str, Meant]:
        """The columns that are read."""
        return {words: meant for words, meant in self.columns.items() if meant.field}


def refuse_useless(mapping: ColumnMapping) -> None:
    """Raise MappingSaysTooLittle where no row could be read by it, or MappingSaysTwice where two columns mean one."""
    fields = {one.field for one in mapping.read.values()}
    identities = set(IDENTITIES[mapping.about])
    if not fields & identities or not fields - identities:
        raise file_errors.MappingSaysTooLittle()
    for (first, one), (second, other) in combinations(mapping.read.items(), 2):
        # What holds of a whole row holds of each of its periods, too.
        if one.field == other.field and (one.on == other.on or one.on is None or other.on is None):
            raise file_errors.MappingSaysTwice(first=first, second=second)
