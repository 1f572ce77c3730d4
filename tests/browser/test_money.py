"""The page Money: its figures are those of the files, and each grouping leads to the activities behind it."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from charts import money_bars
from db import ledger, queries
from db.engine import Database, open_database
from db.settings import ROOT
from monitoring import formats
from monitoring.periods import Dates
from tests.browser.conftest import Visit, fill, serving
from tests.db import money_apart
from ui import money_tables

AS_OF = date(2025, 9, 30)
FOLDER = ROOT / "data" / "demonstration"

# A figure is clicked where its first bar with an amount lies.
CLICK = """() => { const one = [...document.querySelectorAll('.stPlotlyChart .js-plotly-plot')][0];
  const bar = one.querySelectorAll('.barlayer .trace')[1].querySelectorAll('.point path');
  const box = bar[bar.length - 1].getBoundingClientRect(); return [box.x + 8, box.y + 2] }"""


def short(cents: int) -> str:
    return formats.money(cents, "USD", short=True)


def test_the_figures_are_those_of_the_files(visit: Callable[..., Visit], demonstration: str) -> None:
    codes = [row["code"] for row in money_apart.activities(FOLDER, AS_OF)]
    expected = money_apart.sums(FOLDER, codes, AS_OF)["USD"]
    visitor = visit(demonstration)
    visitor.open("money")
    text = visitor.text()
    for word, kind in (("Planned", "planned"), ("Funded", "funded"), ("Released", "released")):
        assert f"{word}\n{short(expected[kind])}" in text
    assert f"Reported as spent\n{short(expected['spent'])}" in text
    assert f"{short(expected['outstanding'])} of direct cash is outstanding" in text
    assert f"Of another {short(expected['cash_unknown'])} of direct cash nobody can say" in text
    assert "1 activity reports cash ahead of delivery" in text


def test_the_grouping_stands_in_the_address_and_says_what_it_counts_twice(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open("money")
    visitor.page.get_by_role("radio", name="Goal", exact=True).click()
    visitor.page.get_by_text("counts at each of them, so rows do not add up").wait_for()
    visitor.settle()
    assert "by=goal" in visitor.page.url
    again = visit(demonstration)
    again.open("money?by=goal")
    assert "counts at each of them" in again.text()
    again.open("money?by=nonsense")
    assert "The largest planned amount: Ministry of Health" in again.text()


def test_a_click_on_a_partner_shows_its_activities(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("money")
    x, y = visitor.page.evaluate(CLICK)
    visitor.page.mouse.click(x, y)
    visitor.page.wait_for_url(re.compile("/activities.*partner=MOH"))
    visitor.settle()
    assert "13 activities" in visitor.text()


def test_the_activities_of_a_source_stand_on_the_page(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration)
    visitor.open("money?by=source")
    assert "so it stands at none of them" in visitor.text()
    visitor.page.get_by_role("radio", name="Government", exact=True).click()
    visitor.page.get_by_text("11 activities; choose a row").wait_for()


def test_a_phone_shows_cards_that_lead_to_the_activities(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration, width=390)
    visitor.open("money?by=area")
    cards = visitor.page.locator('[class*="st-key-phone-money"] a.card')
    assert cards.count() == 4
    assert cards.first.bounding_box()["height"] >= 44  # type: ignore[index]
    assert not visitor.page.locator('[class*="st-key-desk-money"]').first.is_visible()
    cards.first.click()
    visitor.page.wait_for_url(re.compile("/activities.*area=PROT"))


def test_two_currencies_each_have_figures_and_a_chart_of_their_own(visit: Callable[..., Visit], tmp_path: Path) -> None:
    file = tmp_path / "mixed.sqlite3"
    fill(file, demonstration=False)
    ledger.load_plan(open_database(f"sqlite:///{file}", "TKM"), money_apart.changed(tmp_path / "changed"))
    with serving(file) as home:
        visitor = visit(home)
        visitor.open("money")
        text = visitor.text()
        assert "The money is in 3 currencies, which are never added up" in text
        assert "Planned\n€66.8K" in text
        assert text.index("\nUSD\n") < text.index("\nEUR\n"), "that of most activities first"
        assert visitor.page.locator('[class*="st-key-desk-money"] .stPlotlyChart').count() == 3


def test_without_any_amount_the_page_says_so(visit: Callable[..., Visit], tmp_path: Path) -> None:
    folder = money_apart.changed(tmp_path / "bare")
    for name in ("funding", "flows"):
        head, *_rows = (folder / f"{name}.csv").read_text(encoding="utf-8").splitlines(keepends=True)
        (folder / f"{name}.csv").write_text(head, encoding="utf-8")
    reports = money_apart.read(folder, "reports")
    money_apart.write(folder, "reports", [{**row, "spent_cents": "", "currency": ""} for row in reports])
    file = tmp_path / "bare.sqlite3"
    fill(file, demonstration=False)
    ledger.load_plan(open_database(f"sqlite:///{file}", "TKM"), folder)
    with serving(file) as home:
        visitor = visit(home)
        visitor.open("money")
        assert "Neither the workplans nor the reports shown name an amount" in visitor.text()
        assert visitor.page.locator(".stPlotlyChart").count() == 0


def test_what_the_charts_draw_can_be_read_as_tables(database: Database, september: Dates) -> None:
    found = queries.money_by(database, september, "partner").assign(delivered=0.5)
    table = money_tables.by_group(found, {"MOE": "Ministry of Education"}, "Partner")
    assert table["Partner"].tolist()[1] == "Ministry of Education"
    assert table["Planned"].tolist() == (found["planned"] / 100).tolist()
    assert set(table["Delivered, %"]) == {50.0}
    ages = money_tables.by_age(queries.money_by(database, september, "all"), money_bars.ages())
    assert len(ages) == 5
    assert ages["USD"].sum() == 0.01 * (found["outstanding"].sum() + found["cash_unknown"].sum())


def test_two_amounts_in_a_sentence_are_no_formula(visit: Callable[..., Visit], demonstration: str) -> None:
    visitor = visit(demonstration, width=390)
    for language in ("en", "ru", "tk"):
        for period in ("2024-Q4", "2025-Q3"):
            visitor.open(f"money?lang={language}&period={period}")
            assert visitor.page.locator(".katex").count() == 0
            assert visitor.page.evaluate(
                "() => { const page = document.querySelector('[data-testid=\"stMain\"]');"
                " return page.scrollWidth <= page.clientWidth }"
            )
