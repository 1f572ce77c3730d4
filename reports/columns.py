"""The columns of a report's tables: key (the same in every language), title, kind, and the words of its values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from monitoring.language import gettext as _
from monitoring.language import later

Kind = Literal["text", "long", "sentence", "number", "value", "percent", "pace", "date", "money", "status", "yes"]


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Attributes:
        key: its name in CSV files and in code.
        title: what a reader sees, to be translated when it is shown.
        kind: how its values are written. "long" holds words that may need several lines, "sentence" sentences,
            "percent" shares (1 = all), "money" whole units of a currency with two decimals, "value" the unit of the
            indicator, "status" keys that have a colour, "yes" truth values. Where nothing is known, numbers are NaN,
            dates NaT, and words empty.
        words: what a reader sees for the keys that stand in the table, to be translated when it is shown.
    """

    key: str
    title: str
    kind: Kind = "text"
    words: Mapping[str, str] = field(default_factory=dict)

    def said(self, key: str) -> str:
        """What a reader sees for a key of this column, in the language of this run; a key without words stays."""
        return _(self.words[key]) if key in self.words else key

    def keys(self, values: pd.Series) -> list[str]:
        """The values of a column of words as keys; empty where there is none."""
        if self.kind == "yes":
            return ["yes" if value else "no" for value in values.tolist()]
        return [str(value) if value and value == value else "" for value in values.tolist()]


YES = {"yes": later("Yes"), "no": later("No")}


def yes(key: str, title: str) -> Column:
    """A column of truth values."""
    return Column(key, title, "yes", YES)


def key_and_name(key: str, title: str, named: str) -> tuple[Column, Column]:
    """A code, and what it is called."""
    return Column(key, title), Column(f"{key}_name", named, "long")
