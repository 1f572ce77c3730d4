"""Faults as data: where a cell stands, what is wrong with it and what is allowed, said in the language of the run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from monitoring import formats
from monitoring.language import gettext, name

Level = Literal["error", "warning"]


@dataclass(frozen=True)
class Said:
    """A sentence with its values, translated when it is shown: ``str(said)``. An exact number is written as the
    language of the run does.
    """

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return gettext(self.text, **{name: _shown(value) for name, value in self.values.items()})


def _shown(value: Any) -> str:
    return formats.exact(value) if isinstance(value, Decimal) else str(value)


@dataclass(frozen=True)
class Names:
    """Names of things that have one in each language, with commas between them."""

    things: tuple[Any, ...]

    def __init__(self, *things: Any) -> None:
        object.__setattr__(self, "things", things)

    def __str__(self) -> str:
        return ", ".join(name(one) for one in self.things)


@dataclass(frozen=True)
class Amount:
    """An amount of money inside a sentence, with its cents and the letters of its currency."""

    number: Decimal
    currency: str

    def __str__(self) -> str:
        return f"{formats.exact(self.number, 2)} {self.currency}"


@dataclass(frozen=True)
class Percent:
    """A share in percent inside a sentence, with at most one decimal."""

    share: Decimal

    def __str__(self) -> str:
        return formats.percent(float(self.share) / 100, 1)


@dataclass(frozen=True)
class Word:
    """A word of ours inside a sentence, or several with commas between them, translated when shown."""

    words: tuple[str, ...]

    def __init__(self, *words: str) -> None:
        object.__setattr__(self, "words", words)

    def __str__(self) -> str:
        return ", ".join(gettext(word) for word in self.words)


@dataclass(frozen=True)
class CellProblem:
    """One fault: sheet and cell as the sender sees them, the value there, what is wrong, and what is allowed.

    An error keeps its row from being saved; a warning asks somebody to look at it and agree. ``row``: the only one,
    from 1, that it speaks of; 0 where it speaks of others too.
    ``str(problem.what)`` and ``str(problem.allowed)`` speak the language of the run.
    """

    sheet: str
    cell: str
    value: str
    what: Said
    allowed: Said
    level: Level = "error"
    row: int = 0

    def as_plain(self) -> dict[str, str]:
        """The fault as plain values in the language of the run, for another program."""
        said = {"problem": str(self.what), "allowed": str(self.allowed), "level": self.level}
        return {"sheet": self.sheet, "cell": self.cell, "value": self.value, **said}

    def __str__(self) -> str:
        place = f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        return (
            f"{place}: {self.value}: {self.what} {self.allowed}"
            if self.value
            else (f"{place}: {self.what} {self.allowed}")
        )
