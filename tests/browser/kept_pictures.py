"""Small pictures of the main pages, kept to notice when one looks different: ``make pictures`` takes them anew.

They are a quarter as wide and in few colours. Compared are blurred ones, so that another drawing of the same letters
passes, and a block that moved does not.
"""

import argparse
import io
import itertools
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter
from playwright.sync_api import sync_playwright

from db.settings import ROOT
from tests.browser.conftest import CHROMIUM, QUIET, Visit, been_here, fill, serving
from tests.browser.screenshots import HEIGHTS, LANGUAGES, THEMES, WIDTHS
from tests.browser.whole_page import in_language, named, picture

KEPT = ROOT / "tests" / "browser" / "pictures"
MAIN = ("", "partners", "goals", "indicators", "activities?activity=MOE-2025-02")
VIEWS = list(itertools.product(LANGUAGES, THEMES, WIDTHS))
SMALLER, COLOURS = 4, 48
FAR = 40  # of 255: by how much a pixel differs that counts
ALIKE = 0.001  # the share of pixels that may: thicker letters come to a quarter of it, a moved heading to twice as much
TALLER = 3  # rows of the small picture: a line of text that breaks elsewhere is more


def file_of(language: str, theme: str, width: int, path: str) -> Path:
    """Where the picture of a view is kept."""
    return KEPT / f"{language}-{theme}-{width}-{named(path)}.png"


def open_and_take(visitor: Visit, language: str, width: int, path: str) -> Image.Image:
    """Open a page at the period that the demonstration is about, and take its small picture."""
    visitor.page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
    asked = in_language(path, language)
    visitor.open(f"{asked}&period=2025-Q3")
    return small(picture(visitor))


def small(taken: bytes) -> Image.Image:
    """A picture a quarter as wide, in few colours."""
    whole = Image.open(io.BytesIO(taken)).convert("RGB")
    return whole.reduce(SMALLER).quantize(COLOURS, dither=Image.Dither.NONE)


def apart(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels, between 0 and 1, in which two small pictures differ; 1 where one is taller."""
    if one.width != other.width or abs(one.height - other.height) > TALLER:
        return 1.0
    size = (0, 0, one.width, min(one.height, other.height))
    blurred = [
        np.asarray(image.convert("RGB").crop(size).filter(ImageFilter.BoxBlur(1)), dtype=int) for image in (one, other)
    ]
    return float((np.abs(blurred[0] - blurred[1]).max(axis=2) > FAR).mean())


def every(home: str, wanted: Callable[[str], bool]) -> None:
    """Take and keep the pictures of all views whose names are wanted."""
    KEPT.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for language, theme, width in VIEWS:
            context = browser.new_context(color_scheme=theme)
            context.add_cookies(been_here(home))
            visitor = Visit(context.new_page(), home)
            for path in MAIN:
                file = file_of(language, theme, width, path)
                if wanted(file.name):
                    open_and_take(visitor, language, width, path).save(file, optimize=True)
                    print(file.relative_to(ROOT), flush=True)
            context.close()
        browser.close()


def main() -> None:
    """Take the kept pictures anew, from a new database with the demonstration plan."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.kept_pictures", description=__doc__)
    parser.add_argument("part", nargs="?", default="", help="only those with this in their names: en-light, goals, …")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        file = Path(made) / "dashboard.sqlite3"
        fill(file, demonstration=True)
        with serving(file) as home:
            every(home, lambda name: asked.part in name)


if __name__ == "__main__":
    main()
