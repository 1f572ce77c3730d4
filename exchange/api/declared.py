"""What a table of the read API is: its parameters, its columns and its read. Routes and descriptions come from this."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd

from db.engine import Database
from monitoring.filters import Filters
from monitoring.periods import Dates

Kind = Literal["text", "code", "whole", "number", "day", "moment", "yes", "codes"]


@dataclass(frozen=True)
class Column:
    """One column: its key in JSON and CSV, what it holds, and whether it may be empty (null).

    Attributes:
        kind: "whole" is a whole number, "codes" a list of codes, "yes" a truth value; days and moments are ISO 8601.
        words: the keys that can stand in it, where they are fixed.
    """

    key: str
    about: str
    kind: Kind = "text"
    empty: bool = True
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Parameter:
    """One parameter of an address.

    Attributes:
        kind: "code" is one of the codes in the database, "word" one of ``words``.
        many: may be given several times, and then any of them fits.
        default: what it is when it is not given, in words or as a value.
    """

    name: str
    about: str
    kind: Literal["code", "word", "day", "moment", "whole"]
    many: bool = False
    words: tuple[str, ...] = ()
    default: str | int = ""
    least: int = 0
    most: int = 0


@dataclass(frozen=True)
class Asked:
    """What a table is asked for: dates and filters as the pages take them, and other codes by their parameter."""

    dates: Dates
    filters: Filters
    picked: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """The code given for a parameter that can be given once; empty for none."""
        return str(self.picked.get(name, ""))

    def many(self, name: str) -> tuple[str, ...]:
        """The codes given for a parameter that can be given several times."""
        return tuple(self.picked.get(name, ()))


Read = Callable[[Database, Asked], pd.DataFrame]
Fill = Callable[[Database, Asked, pd.DataFrame], Mapping[str, Any]]


def nothing_more(_database: Database, _asked: Asked, _page: pd.DataFrame) -> Mapping[str, Any]:
    """The columns of a table whose read gives them all."""
    return {}


@dataclass(frozen=True)
class Table:
    """One table of the API.

    Attributes:
        path: below the start of the API, as "judgements/groups".
        about: what a row is.
        parameters: those besides format, lang, limit and offset.
        read: all rows in a fixed order; ``fill``: further columns for the rows of one page.
        example: parameters that show something.
        dated: whether the reporting date plays a part; the moment known on always does.
    """

    path: str
    about: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    read: Read
    fill: Fill = nothing_more
    example: str = ""
    dated: bool = True


def named(field: str, about: str, *, empty: bool = False) -> tuple[Column, ...]:
    """A name or title in three languages; English is always there unless ``empty``, a missing one is null."""
    return (
        Column(f"{field}_en", f"{about}, in English", empty=empty),
        Column(f"{field}_ru", f"{about}, in Russian"),
        Column(f"{field}_tk", f"{about}, in Turkmen"),
    )


ILLUSTRATIVE = Column("illustrative", "true for what is made up for demonstration", "yes", empty=False)
SOURCE = Column("source", "Where it comes from; null where nobody stated it")
FACT_STATUS = Column(
    "fact_status",
    "How sure it is: sourced (from a named source), assumed, unverified, reported",
    "code",
    empty=False,
)
