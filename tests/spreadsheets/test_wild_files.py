"""Files as people really make them: a dash for nothing, a percent for a quantity, a ticked box."""

import pytest

from tests.spreadsheets.forms import checked


@pytest.mark.parametrize("nothing", ["-", "—", "– –", "n/a", "н/д", "Не применимо"])
def test_a_dash_in_every_cell_is_as_good_as_an_empty_row(nothing: str) -> None:
    columns = ("Percent complete", "Stage", "Quantity done", "Status", "Next step date", "Spent in total since start")
    everywhere = dict.fromkeys(columns, nothing)
    found = checked({code: everywhere for code in ("P-1", "S-1", "Q-1", "E-1", "C-1", "H-1")})
    assert (found.rows, found.problems) == ((), ())


def test_a_dash_beside_a_figure_is_kept_out_of_the_report() -> None:
    found = checked({"Q-1": {"Quantity done": 4, "Percent complete": "—", "Narrative": "-", "Cause of delay": "n/a"}})
    assert found.problems == ()
    assert (found.reports[0].quantity, found.reports[0].narrative) == (4, "")


def test_words_that_something_does_not_apply_are_kept_where_words_belong() -> None:
    found = checked({"P-1": {"Percent complete": 45, "Challenge": "n/a"}})
    assert found.reports[0].challenge == "n/a"


@pytest.mark.parametrize("percent", ["50%", "50 %", "50 процентов"])
def test_a_percent_is_no_quantity(percent: str) -> None:
    found = checked({"Q-1": {"Quantity done": percent}})
    assert [str(one.what) for one in found.errors] == ["This is a percent, and another number belongs here."]
    assert found.reports == ()


def test_a_ticked_box_says_that_an_event_took_place_and_nothing_of_anything_else() -> None:
    found = checked({"E-1": {"Percent complete": True}})
    assert [report.share for report in found.reports] == [100]
    assert [report.share for report in checked({"E-1": {"Percent complete": False}}).reports] == [0]
    assert [str(one.what) for one in checked({"P-1": {"Percent complete": True}}).errors] == ["This is not a number."]


def test_a_stage_that_is_nearly_written_is_asked_about() -> None:
    found = checked({"S-1": {"Stage": "Underwey"}})
    assert "Did you mean “Under way”?" in str(found.errors[0].allowed)


@pytest.mark.parametrize(("code", "column"), [("P-1", "Percent complete"), ("S-1", "Stage"), ("Q-1", "Quantity done")])
def test_words_for_a_figure_are_to_be_rated_in_the_column_of_their_activity(code: str, column: str) -> None:
    (problem,) = checked({code: {column: "half of the way, more or less"}}).warnings
    assert str(problem.allowed) == f"Leave it, or write the figure in the column {column}."
