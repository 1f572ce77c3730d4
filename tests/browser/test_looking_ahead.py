"""An indicator's page says where it goes, how sure that is, and when it arrives."""

from collections.abc import Callable

from tests.browser.conftest import Visit


def test_an_indicator_with_two_values_gets_a_line_and_says_so(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("indicators?indicator=ORGL")
    text = visitor.text()
    assert "If it goes on so: 37.1% in 2030 (2 values: too few for an interval)" in text
    assert "the target is not reached on this course" in text


def test_without_two_comparable_values_nothing_is_foretold(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("indicators?indicator=WATER")
    assert "No look ahead" in visitor.text()


def test_the_other_methods_stand_in_the_working(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("indicators?indicator=STUNT")
    text = visitor.text()
    assert "a trend only, without a target: 2.2% a year" in text
    assert "Rate of reduction\tCannot be calculated: No target is set" in text
