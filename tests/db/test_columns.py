"""Results read as columns hold what rows would hold, in the same order."""

from typing import Any

import numpy as np
import pytest
from sqlalchemy import text

from db.engine import Database
from db.queries.columns import AT_ONCE, DAYS, REPEATED, columns, places, whole_numbers

KINDS = {"day": DAYS, "amount": float, "number": np.int64, "odd": bool}
COUNTED = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) "
    "SELECT 'word ' || (i % 3) AS word, 'text ' || i AS text, CASE WHEN i % 2 THEN '2025-01-31' END AS day, "
    "CASE WHEN i % 2 THEN i / 2.0 END AS amount, i AS number, i % 2 AS odd, CASE WHEN i % 2 THEN 'odd' END AS odd_word "
    "FROM n WHERE i > {after}"
)


def read(database: Database, count: int, after: int = 0) -> tuple[dict[str, np.ndarray], list[Any]]:
    statement = text(COUNTED.format(count=count, after=after))
    with database.reading() as connection:
        return columns(connection.execute(statement), KINDS), list(connection.execute(statement))


@pytest.mark.parametrize("count", [1, AT_ONCE, AT_ONCE + 1, REPEATED + 2 * AT_ONCE])
def test_columns_hold_the_values_of_the_rows_in_their_order(database: Database, count: int) -> None:
    found, rows = read(database, count)
    assert list(found) == ["word", "text", "day", "amount", "number", "odd", "odd_word"]
    for name in ("word", "text", "number", "odd_word"):
        assert found[name].tolist() == [getattr(row, name) for row in rows]
    assert found["odd"].tolist() == [bool(row.odd) for row in rows]


def test_what_is_not_there_is_nan_among_numbers_nat_among_days_and_none_among_words(database: Database) -> None:
    found, _rows = read(database, 2)
    np.testing.assert_array_equal(found["amount"], [0.5, np.nan])
    np.testing.assert_array_equal(found["day"], np.array(["2025-01-31", "NaT"], dtype=DAYS))
    assert found["odd_word"].tolist() == ["odd", None]


def test_a_word_that_occurs_often_is_kept_once(database: Database) -> None:
    found, _rows = read(database, 3 * AT_ONCE)
    assert len({id(word) for word in found["word"]}) == 3


def test_without_a_row_each_column_is_empty_and_of_its_kind(database: Database) -> None:
    found, _rows = read(database, 1, after=1)
    assert {name: (len(column), column.dtype) for name, column in found.items()} == {
        name: (0, np.dtype(KINDS.get(name, object))) for name in found
    }


@pytest.mark.parametrize("count", [0, 1, 1000])
def test_whole_numbers_come_as_one_array_a_column(database: Database, count: int) -> None:
    counted = COUNTED.format(count=1000, after=1000 - count)
    with database.reading() as connection:
        result = connection.execute(text(f"SELECT number, number * 2 FROM ({counted})"))
        numbers, doubled = whole_numbers(result)
    assert numbers.tolist() == list(range(1001 - count, 1001))
    assert doubled.tolist() == [2 * number for number in numbers.tolist()]


@pytest.mark.parametrize(
    ("keys", "wanted", "found"),
    [
        ([30, 10, 20], [10, 20, 30, 10], [1, 2, 0, 1]),
        ([30, 10, 20], [0, 15, 31], [-1, -1, -1]),
        ([7], [7, 8], [0, -1]),
        ([], [7, 8], [-1, -1]),
        ([7], [], []),
    ],
)
def test_a_key_stands_where_it_stands_and_an_unknown_one_nowhere(
    keys: list[int], wanted: list[int], found: list[int]
) -> None:
    assert places(np.array(keys, dtype=np.int64), np.array(wanted, dtype=np.int64)).tolist() == found
