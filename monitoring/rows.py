"""The rows of a table, one at a time."""

from typing import Any

import pandas as pd


def rows_of(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Each row as a dictionary by column."""
    return [{str(column): value for column, value in row.items()} for row in table.to_dict("records")]
