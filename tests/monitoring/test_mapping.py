"""A meaning of columns says what a row is about and something of it, and no two columns mean the same."""

from datetime import date

import pytest

from monitoring import file_errors
from monitoring.mapping import ColumnMapping, Meant, refuse_useless

JUNE, SEPTEMBER = date(2025, 6, 30), date(2025, 9, 30)
CODE = {"nr": Meant("activity")}


@pytest.mark.parametrize(
    "columns",
    [
        {**CODE, "done": Meant("share")},
        {**CODE, "q2": Meant("share", JUNE), "q3": Meant("share", SEPTEMBER)},
        {"name": Meant("title"), "words": Meant("narrative")},
    ],
)
def test_what_says_enough_and_nothing_twice_is_taken(columns: dict[str, Meant]) -> None:
    mapping = ColumnMapping("Matrix", columns=columns)
    refuse_useless(mapping)
    assert mapping.columns == columns


@pytest.mark.parametrize("columns", [{}, CODE, {"done": Meant("share")}])
def test_what_no_row_could_be_read_by_is_refused(columns: dict[str, Meant]) -> None:
    with pytest.raises(file_errors.MappingSaysTooLittle):
        refuse_useless(ColumnMapping("Matrix", columns=columns))


@pytest.mark.parametrize(("one", "other"), [(None, None), (JUNE, JUNE), (None, JUNE), (JUNE, None)])
def test_two_columns_that_mean_the_same_are_named(one: date | None, other: date | None) -> None:
    columns = {**CODE, "first": Meant("share", one), "second": Meant("share", other)}
    with pytest.raises(file_errors.MappingSaysTwice, match=r"first.*second"):
        refuse_useless(ColumnMapping("Matrix", columns=columns))
