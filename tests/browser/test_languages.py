"""The dashboard in three languages: from the address, as picked, as remembered, and as the browser asks."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.browser.conftest import PAGES, Visit

MENU = {"en": "Overview", "ru": "Обзор", "tk": "Umumy syn"}


@pytest.mark.parametrize("language", list(MENU))
def test_the_address_says_the_language_and_the_page_tells_the_browser(
    visit: Callable[..., Visit], demonstration: str, language: str
) -> None:
    visitor = visit(demonstration)
    visitor.open(f"?lang={language}")
    visitor.page.get_by_role("link", name=MENU[language], exact=True).wait_for()
    assert visitor.page.evaluate("document.documentElement.lang") == language


def test_a_language_that_is_picked_stays_on_other_pages_and_is_remembered(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open("")
    visitor.page.locator(".st-key-lang [data-baseweb='select'], .st-key-lang [role='group']").first.click()
    visitor.page.get_by_role("option", name="Русский").click()
    visitor.menu("Ход работ", "Показатели")
    visitor.page.get_by_role("heading", name="Показатели", exact=True).wait_for()
    visitor.settle()
    assert "lang=ru" in visitor.page.url
    visitor.page.goto(demonstration)
    visitor.page.get_by_role("link", name="Обзор", exact=True).wait_for()


@pytest.mark.parametrize("language", ["ru", pytest.param("tk", marks=pytest.mark.slow)])
def test_every_page_speaks_the_language_and_none_overflows_on_a_phone(
    visit: Callable[..., Visit], demonstration: str, language: str
) -> None:
    visitor = visit(demonstration)
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    for page in PAGES:
        visitor.open(f"{page}?lang={language}")
        visitor.settle()
        over = visitor.page.evaluate(
            "() => { const main = document.querySelector('[data-testid=stMain]');"
            " return main.scrollWidth - main.clientWidth; }"
        )
        assert over <= 0, page
        assert visitor.page.locator("[data-testid=stException]").count() == 0, page


def test_what_is_tried_out_is_answered_in_the_language_of_the_page(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open("method?lang=ru&period=2025-Q3")
    visitor.page.get_by_role("button", name="Оценить").first.click()
    visitor.page.get_by_text("Запланировано на дату отчёта").first.wait_for()
    visitor.settle()
    for english in ("Judge", "Plan starts", "Planned at the report"):
        assert english not in visitor.text()


def test_a_form_is_written_in_the_language_of_the_page(
    visit: Callable[..., Visit], demonstration: str, tmp_path: Path
) -> None:
    visitor = visit(demonstration)
    visitor.open("upload?lang=ru&period=2025-Q3&partner=MOE")
    with visitor.page.expect_download() as sent:
        visitor.page.locator("[data-testid=stDownloadButton] button").first.click()
    sent.value.save_as(tmp_path / "form.xlsx")
    book = load_workbook(tmp_path / "form.xlsx")
    assert {"Мероприятия", "Показатели"} <= set(book.sheetnames)


def test_the_period_is_told_in_the_language_that_is_switched_to(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    visitor.open("partners?period=2025-Q2")
    visitor.page.locator(".st-key-lang [data-baseweb='select'], .st-key-lang [role='group']").first.click()
    visitor.page.get_by_role("option", name="Русский").click()
    visitor.page.wait_for_url(re.compile("lang=ru"))
    visitor.settle()
    period = visitor.page.locator("[class*='st-key-period']")
    assert "II квартал 2025" in (period.locator("input").first.input_value() or period.inner_text())
