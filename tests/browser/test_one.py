"""One workplan, and one goal: what each page holds, and that it speaks of the one shown alone."""

from collections.abc import Callable

import pytest

from db import queries
from db.engine import Database
from monitoring import formats
from monitoring.filters import Filters
from monitoring.money_findings import outstanding
from monitoring.periods import Dates
from monitoring.rows import rows_of
from tests.browser.conftest import Visit

HEADINGS = "() => [...document.querySelectorAll('[data-testid=\"stMain\"] :is(h2, h3)')].map(one => one.innerText)"


def headings(visitor: Visit) -> list[str]:
    return [str(one) for one in visitor.page.evaluate(HEADINGS)]


def unknown(visitor: Visit) -> list[str]:
    """The lines under "What we do not know"."""
    return visitor.text().partition("What we do not know\n")[2].strip().split("\n")


def test_a_goal_has_its_course_and_a_title_on_each_figure(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates
) -> None:
    curve = queries.over_time(database, september, Filters(goals=("NAP-4",)))
    told = curve[curve["delivered"].notna()].iloc[-1]
    visitor = visit(demonstration)
    visitor.open("goal?goal=NAP-4")
    figures = visitor.page.locator(".stPlotlyChart").evaluate_all("every => every.map(one => one.ariaLabel)")
    course = f"{formats.percent(told['delivered'])} delivered by 30 Sep; the plan asked for"
    assert sum(one.startswith(course) for one in figures) == 1
    titles = headings(visitor)
    # The cards of indicators say it in bold.
    untitled = [one for one in figures if one not in titles and one not in visitor.text().replace("\n", " ")]
    assert untitled == []
    assert any("activities are completed" in one for one in titles)


def test_a_goal_says_what_is_not_known_of_its_own_activities_and_indicators(
    visit: Callable[..., Visit], demonstration: str, database: Database, september: Dates
) -> None:
    own = queries.judged_indicators(database, september)
    own = own[["NAP-4" in goals for goals in own["goals"]]]
    totals = queries.totals(database, september, Filters(goals=("NAP-4",)))
    missing = int(totals["reports_due"] - totals["reports_in"])
    visitor = visit(demonstration)
    visitor.open("goal?goal=NAP-4")
    lines = unknown(visitor)
    assert lines[0].startswith(f"{missing} report")
    assert any(line.startswith(f"The baselines of {len(own)} indicators are assumed") for line in lines)
    assert 0 < len(own) < 15


def test_a_workplan_says_what_is_not_known_of_its_partner_alone(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open("workplan?partner=MOE")
    lines = unknown(visitor)
    assert lines[0] == "2 reports for this period have not come."
    assert not [line for line in lines if "indicator" in line or "baseline" in line or "partners:" in line]


@pytest.mark.parametrize(
    ("path", "filters"),
    [("workplan?partner=MOH", Filters(partners=("MOH",))), ("goal?goal=NAP-4", Filters(goals=("NAP-4",)))],
)
def test_money_says_what_is_outstanding(
    visit: Callable[..., Visit],
    demonstration: str,
    database: Database,
    september: Dates,
    path: str,
    filters: Filters,
) -> None:
    (row,) = [one for one in rows_of(queries.money_by(database, september, "all", filters)) if one["currency"]]
    assert "for more than six months" in outstanding(row)
    visitor = visit(demonstration)
    visitor.open(path)
    money = visitor.text().partition("\nMoney\n")[2]
    assert outstanding(row) + "." in money.split("Planned: in the signed workplans")[0]


@pytest.mark.parametrize("path", ["?status=cancelled", "workplan?partner=MOE&status=cancelled"])
def test_where_no_activity_counts_nothing_is_drawn_over_time(
    visit: Callable[..., Visit], demonstration: str, path: str
) -> None:
    visitor = visit(demonstration)
    visitor.open(path)
    assert "No activity counts here, so nothing is drawn over time." in visitor.text()
    assert visitor.page.locator('[data-testid="stException"]').count() == 0
