"""Pictures of every page at two widths, on two themes and in three languages: ``make screenshots``.

They are there to be looked at one by one; what keeps the main ones is tests/browser/test_pictures.py.
"""

import argparse
import itertools
import tempfile
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import sync_playwright

from db.settings import ROOT
from tests.browser.conftest import CHROMIUM, DETAILS, PAGES, QUIET, Visit, been_here, fill, serving
from tests.browser.whole_page import in_language, named, picture

FOLDER = ROOT / "screenshots"
LANGUAGES, THEMES, WIDTHS = ("en", "ru", "tk"), ("light", "dark"), (1440, 390)
HEIGHTS = {1440: 900, 390: 844}


def wanted(asked: argparse.Namespace) -> list[tuple[str, str, int, str]]:
    """Language, theme, width and path of each picture to take."""
    paths = [path for path in (*PAGES, *DETAILS) if not asked.page or named(path) in asked.page]
    return list(itertools.product(asked.lang or LANGUAGES, asked.theme or THEMES, asked.width or WIDTHS, paths))


def take(home: str, pictures: Iterable[tuple[str, str, int, str]], folder: Path) -> None:
    """Open each page and keep its picture as LANG-THEME-WIDTH-page.png."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for (language, theme, width), several in itertools.groupby(pictures, key=lambda one: one[:3]):
            context = browser.new_context(color_scheme=theme, reduced_motion="reduce")
            context.add_cookies(been_here(home))
            visitor = Visit(context.new_page(), home)
            for *_same, path in several:
                visitor.page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
                visitor.open(in_language(path, language))
                broken = visitor.page.locator('[data-testid="stException"]')
                assert broken.count() == 0, f"{path}: {broken.all_inner_texts()}"
                file = folder / f"{language}-{theme}-{width}-{named(path)}.png"
                file.write_bytes(picture(visitor))
                print(file.relative_to(folder.parent), flush=True)
            context.close()
        browser.close()


def main() -> None:
    """Take the pictures that the command line asks for, from a new database with the demonstration plan."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.screenshots", description=__doc__)
    parser.add_argument("--lang", action="append", choices=LANGUAGES)
    parser.add_argument("--theme", action="append", choices=THEMES)
    parser.add_argument("--width", action="append", type=int, choices=WIDTHS)
    parser.add_argument("--page", action="append", choices=sorted({named(path) for path in (*PAGES, *DETAILS)}))
    asked = parser.parse_args()
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        file = Path(made) / "dashboard.sqlite3"
        fill(file, demonstration=True)
        with serving(file) as home:
            take(home, wanted(asked), FOLDER)


if __name__ == "__main__":
    main()
