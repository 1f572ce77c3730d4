"""What is only unlikely is asked about with a warning, and its row may be saved all the same."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from monitoring.form import FormActivity, FormContent, FormIndicator, InThreeLanguages, LastFigure
from spreadsheets import checking, form, reading
from tests.spreadsheets.forms import PLANNED, TODAY, content, filled


def activity(**known: object) -> FormContent:
    """A form with one activity of which something is known."""
    one = FormActivity(code="P-9", title_en="A course", measured_by="percent", **PLANNED)
    return content(activities=(replace(one, **known),))  # type: ignore[arg-type]


def warned(known: FormContent, cells: dict[str, object]) -> list[str]:
    sent = filled(form.write(known), {"P-9": cells})
    found = checking.check(reading.read(sent, "a.xlsx"), known, TODAY)
    assert found.errors == ()
    assert len(found.reports) == 1
    return [str(one.what) for one in found.warnings]


HELD = LastFigure(date(2025, 6, 30), share=Decimal(60))
QUARTERS = frozenset({(2025, 1), (2025, 2)})


@pytest.mark.parametrize(
    ("known", "cells", "said"),
    [
        ({"last": HELD}, {"Percent complete": 40}, ["This is less than before: 60% on 30.06.2025."]),
        ({"last": HELD}, {"Percent complete": 61}, []),
        ({"last": HELD, "unchanged": QUARTERS}, {"Percent complete": 60}, ["This has not changed for 3 quarters."]),
        ({"last": HELD, "unchanged": QUARTERS}, {"Percent complete": 60, "Reported on": "01.07.2025"}, 1),
        ({"last": HELD, "unchanged": frozenset({(2025, 2)})}, {"Percent complete": 60}, []),
        ({"reported_on": date(2025, 9, 30)}, {"Percent complete": 60, "Reported on": "29.09.2025"}, 1),
        ({"reported_on": date(2025, 9, 30)}, {"Percent complete": 60}, []),
        ({"released_cents": 100_00}, {"Spent in total since start": 100.01}, 1),
        ({"released_cents": 100_00}, {"Spent in total since start": 100}, []),
        (
            {"released_cents": 100_00},
            {"Spent in total since start": 101, "Currency": "TMT"},
            ["The funds of this activity are in USD, and this is not."],
        ),
        ({"released_cents": None}, {"Spent in total since start": 101, "Currency": "TMT"}, []),
        ({"released_cents": None}, {"Spent in total since start": 101}, []),
    ],
)
def test_what_sits_oddly_beside_what_is_known_is_asked_about(
    known: dict[str, object], cells: dict[str, object], said: list[str] | int
) -> None:
    found = warned(activity(**known), cells)
    assert (len(found) if isinstance(said, int) else found) == said


def sums(total: int, *regions: int, unit: str = "number", of: int = 3) -> list[str]:
    """The warnings about the value of a country beside those of some of its regions, for a number of teachers."""
    places = tuple(InThreeLanguages(code=f"R{number}", name_en=f"Region {number}") for number in range(of))
    one = FormIndicator(code="TRAINED", name_en="Trained", unit=unit, unit_name_en="teachers", series="Reports")
    lines = ["Code;Value;Observed on;Region", f"TRAINED;{total};01.07.2025;"]
    lines += [f"TRAINED;{value};01.07.2025;R{number}" for number, value in enumerate(regions)]
    known = content(indicators=(one,), regions=places)
    found = checking.check(reading.read("\n".join(lines).encode(), "values.csv"), known, TODAY)
    assert found.errors == ()
    assert len(found.observations) == len(lines) - 1
    return [str(one.what) for one in found.warnings]


@pytest.mark.parametrize(
    ("total", "regions", "said"),
    [
        (30, (10, 20), []),
        (30, (10, 15), ["The regions give 25 in all, not this."]),
        (30, (10, 15, 6), ["The regions give 31 in all, not this."]),
        (30, (10,), []),
        (30, (), []),
    ],
)
def test_the_values_of_regions_add_up_to_that_of_the_country(
    total: int, regions: tuple[int, ...], said: list[str]
) -> None:
    assert sums(total, *regions) == said


@pytest.mark.parametrize(
    ("total", "regions", "told"),
    [
        (95, (50,) * 6, True),
        (95, (50,) * 5, True),
        (95, (50,) * 4, False),  # what is missing may be the larger part
        (95, (50, 50, 50, 50, 50, 96), False),
        (49, (50.5, 60, 70, 80, 90, 60), True),
    ],
)
def test_a_rate_of_the_country_lies_between_those_of_most_of_its_regions(
    total: int, regions: tuple[int, ...], told: bool
) -> None:
    said = sums(total, *regions, unit="percent", of=7)
    between = f"The regions lie between {min(regions)} and {max(regions)}, and this does not."
    assert said == ([between] if told else [])
