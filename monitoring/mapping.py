"""What the columns of a partner's own spreadsheet mean: chosen once, kept under a name, used again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

ABOUT = ("activities", "indicators")


@dataclass(frozen=True)
class Meant:
    """What a column means: a field of the form, and, where it speaks of one period alone, that period's last day."""

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
