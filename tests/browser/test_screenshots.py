"""No page is forgotten when pictures are taken and checks are made."""

import re

from db.settings import ROOT
from tests.browser.conftest import DETAILS, PAGES
from tests.browser.whole_page import named


def test_every_page_of_the_menu_is_among_those_that_are_looked_at() -> None:
    menu = re.findall(r'url_path="(\w+)"', (ROOT / "dashboard.py").read_text(encoding="utf-8"))
    assert sorted(page or "home" for page in PAGES) == sorted(menu)


def test_each_page_and_view_has_a_file_of_its_own() -> None:
    names = [named(path) for path in (*PAGES, *DETAILS)]
    assert len(set(names)) == len(names)
    assert {"overview", "partners", "partners-MOE", "goals-country-programme"} <= set(names)
