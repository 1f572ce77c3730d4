"""Who cannot see a figure hears what it shows: a finding with its numbers, not what kind of chart it is."""

import re
from collections.abc import Callable

import pytest

from tests.browser.conftest import DETAILS, PAGES, Visit
from tests.browser.whole_page import in_language

A_NUMBER = re.compile(r"\d")
NOTHING = re.compile(r"\b(no|none|nothing|nobody)\b", re.IGNORECASE)
_SAID = """() => [...document.querySelectorAll('.stPlotlyChart')].map(one =>
  [one.getAttribute('role'), one.getAttribute('aria-label') || ''])"""


def said(visitor: Visit) -> list[tuple[str, str]]:
    """The role and the name of each figure on the page that is open."""
    return [(role, name) for role, name in visitor.page.evaluate(_SAID)]


def test_each_figure_is_told_as_a_finding(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    untold = []
    for path in (*PAGES, *DETAILS):
        visitor.open(path)
        told = said(visitor)
        assert {role for role, _name in told} <= {"figure", "img"}, path
        untold += [f"{path or 'overview'}: {name}" for _role, name in told if not _is_a_finding(name)]
        names = [name for _role, name in told]
        untold += [f"{path or 'overview'}: twice: {name}" for name in set(names) if names.count(name) > 1]
    assert untold == []


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ru", "tk"])
def test_in_each_language_the_same_figures_have_numbers(
    visit: Callable[..., Visit], demonstration: str, language: str
) -> None:
    visitor = visit(demonstration)
    for path in (*PAGES, *DETAILS):
        visitor.open(path)
        english = [bool(A_NUMBER.search(name)) for _role, name in said(visitor)]
        visitor.open(in_language(path, language))
        assert [bool(A_NUMBER.search(name)) for _role, name in said(visitor)] == english, path


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("1 of 12 partners has delivered at least 90% of what was due", True),
        ("No activity is late in any priority area", True),
        ("Number of activities by status", False),
        ("", False),
    ],
)
def test_the_kind_of_a_chart_is_no_finding(name: str, told: bool) -> None:
    assert _is_a_finding(name) is told


def _is_a_finding(name: str) -> bool:
    return bool(A_NUMBER.search(name) or NOTHING.search(name))
