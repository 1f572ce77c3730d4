"""Cells of an answer by the kind of their column: values of tables as JSON and as CSV have them."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from exchange.api.asking import moment
from exchange.api.declared import Column
from monitoring.csv_text import harmless

# What a person typed as a name may be an address: it is shown to nobody who reads by program.
AN_EMAIL = re.compile(r"[^\s@<>(),;:\"“”]+@[^\s@<>(),;:\"“”]+")
NO_EMAIL = "[e-mail]"


def values(column: Column, found: Iterable[Any]) -> list[Any]:
    """Values as JSON has them: None for what is not known, days and moments as ISO 8601, codes as lists."""
    made = MADE[column.kind]
    return [None if _unknown(value) else made(value) for value in found]


def csv_cells(found: Iterable[Any]) -> list[Any]:
    """What :func:`values` gives as CSV has it: empty for None, codes in one cell, words that are no formula."""
    return [_csv_cell(value) for value in found]


def without_emails(text: str) -> str:
    """A text with every e-mail address left out."""
    return AN_EMAIL.sub(NO_EMAIL, text) if "@" in text else text


def _unknown(value: Any) -> bool:
    # Not a number and not a time are not equal to themselves.
    return value is None or (not isinstance(value, list | tuple) and (value != value or value == ""))


def _day(value: Any) -> str:
    return (value.date() if isinstance(value, datetime) else value).isoformat()


def _csv_cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return harmless(", ".join(value))
    return harmless(value)


MADE: dict[str, Callable[[Any], Any]] = {
    "text": lambda value: without_emails(str(value)),
    "code": lambda value: str(value),
    "whole": int,
    "number": float,
    "day": _day,
    "moment": lambda value: moment(value.to_pydatetime() if hasattr(value, "to_pydatetime") else value),
    "yes": bool,
    "codes": lambda codes: [str(code) for code in codes],
}
