"""Days as they stand in tables: of several kinds, and missing ones among them."""

from datetime import date
from typing import Any

import pandas as pd

from monitoring import formats


def known(value: Any) -> bool:
    """Whether something stands in a cell."""
    return value is not None and not pd.isna(value)


def as_day(value: Any) -> date:
    """The day of a cell."""
    return pd.Timestamp(value).date()


def day(value: Any) -> str:
    """The day of a cell as it is written; a dash for none."""
    return formats.day(as_day(value)) if known(value) else formats.NOTHING
