"""The rows of a table, one at a time."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd


def rows_of(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Each row as a dictionary by column; days of a datetime column as Timestamp."""
    names = [str(column) for column in table.columns]
    # All values at once: asking a table for one column after the other takes eight times as long.
    return [dict(zip(names, values, strict=True)) for values in table.to_numpy(dtype=object).tolist()]


class ByCode(Mapping[str, dict[str, Any]]):
    """The rows of a table by their codes, as :func:`rows_of` has them: each is made when somebody asks for it."""

    def __init__(self, table: pd.DataFrame) -> None:
        self._columns = {str(name): table[name].to_numpy(dtype=object) for name in table.columns}
        self._places = {code: place for place, code in enumerate(table["code"])}

    def __getitem__(self, code: str) -> dict[str, Any]:
        place = self._places[code]
        return {name: values[place] for name, values in self._columns.items()}

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
