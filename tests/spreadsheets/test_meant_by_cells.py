"""What the columns of a partner's own table probably mean is told by what stands in them."""

from typing import Any

import pytest

from monitoring.mapping import AS_MEASURED
from spreadsheets.meant_by_cells import meant_by
from tests.spreadsheets.forms import content


@pytest.mark.parametrize(
    ("rows", "about", "identities", "figure"),
    [
        ([["P-1", "first", 10], ["P-2", "second", 20]], "activities", {0: "activity"}, "share"),
        ([["1", "p–1", 10], ["2", "Р-2", 20]], "activities", {1: "activity"}, "share"),  # a dash, and a Cyrillic letter
        ([["Q-1", 10], ["Q-1", 20]], "activities", {0: "activity"}, "quantity"),
        ([["Q-1", 10], ["P-1", 30]], "activities", {0: "activity"}, AS_MEASURED),
        ([["S-1", "done"]], "activities", {0: "activity"}, "stage"),
        ([["nothing", "known", 1]], "", {}, ""),
        ([["P-1", 1], ["another", 2], ["third", 3]], "", {}, ""),  # one known code among three says nothing
        ([], "", {}, ""),
    ],
)
def test_columns_are_told_by_known_codes(
    rows: list[list[Any]], about: str, identities: dict[int, str], figure: str
) -> None:
    told = meant_by(rows, content())
    assert (told.about, told.identities, told.figure) == (about, identities, figure)


def test_titles_in_any_language_and_names_of_indicators_are_known() -> None:
    plan = content()
    activity, indicator = plan.activities[0], plan.indicators[0]
    told = meant_by([[1, activity.title_ru or activity.title_en], [2, activity.title_en.upper()]], plan)
    assert (told.about, told.identities) == ("activities", {1: "title"})
    told = meant_by([[indicator.name_en, 3]], plan)
    assert (told.about, told.identities, told.figure) == ("indicators", {0: "name"}, "value")
