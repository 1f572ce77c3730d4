"""The fonts that are served hold every letter of every language, as .streamlit/config.toml says of them."""

import ast
import csv
import hashlib
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest
from babel import Locale
from fontTools.ttLib import TTFont

from browser_code import FONTS
from charts.look import FONT
from db.settings import ROOT
from monitoring.language import SPOKEN
from tests.test_catalogues import LANGUAGES, asked, messages

THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
FACES = THEME["fontFaces"]
LARGEST = 45_000
ON_SCREEN = ("charts", "monitoring", "pages", "ui")
BREAKS = "\r\n\t"


def opened(face: dict[str, str]) -> TTFont:
    return TTFont(FONTS[face["url"]])


HELD = {chr(code) for face in FACES for code in opened(face).getBestCmap()}


def missing(texts: Iterable[str]) -> set[str]:
    return {letter for text in texts for letter in text} - HELD - set(BREAKS)


def either(text: str | Iterable[str]) -> list[str]:
    """A message, or its forms for one and for many."""
    return [text] if isinstance(text, str) else list(text)


def codes(unicode_range: str) -> set[int]:
    held: set[int] = set()
    for part in unicode_range.split(","):
        first, _to, last = part.strip().removeprefix("U+").partition("-")
        held |= set(range(int(first, 16), int(last or first, 16) + 1))
    return held


def test_every_letter_of_the_english_sentences_is_held() -> None:
    assert missing(text for message in asked() for text in either(message)) == set()
    assert missing(["Ňý ё 日"]) == {"日"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_of_a_catalogue_is_held(language: str) -> None:
    assert missing(text for message in messages(language) for text in either(message.string)) == set()


@pytest.mark.parametrize("file", sorted((ROOT / "data").rglob("*.csv")), ids=lambda file: file.name)
def test_every_letter_of_the_data_is_held(file: Path) -> None:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        assert missing(value for row in csv.reader(lines) for value in row) == set()


@pytest.mark.parametrize("room", ON_SCREEN)
def test_every_letter_that_the_code_writes_is_held(room: str) -> None:
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in (ROOT / room).rglob("*.py"))
    texts = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    assert missing(text for text in texts if isinstance(text, str)) == set()


@pytest.mark.parametrize("language", SPOKEN)
def test_every_letter_of_months_and_numbers_is_held(language: str) -> None:
    locale = Locale(language)
    months = [name for use in locale.months.values() for width in use.values() for name in width.values()]
    assert missing([*months, *locale.number_symbols["latn"].values()]) == set()
    assert missing(SPOKEN.values()) == set()


@pytest.mark.parametrize("face", FACES, ids=lambda face: face["url"].rpartition("/")[2])
def test_a_font_holds_what_its_range_says_and_is_small(face: dict[str, str]) -> None:
    font, file = opened(face), FONTS[face["url"]]
    assert set(font.getBestCmap()) == codes(face["unicodeRange"])
    assert file.stat().st_size <= LARGEST
    weight = next(axis for axis in font["fvar"].axes if axis.axisTag == "wght")
    assert face["weight"] == f"{weight.minValue:.0f} {weight.maxValue:.0f}"
    assert "kern" in {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}


def test_every_font_has_a_range_of_its_own_and_none_is_left_over() -> None:
    assert {face["url"] for face in FACES} == set(FONTS)
    ranges = [codes(face["unicodeRange"]) for face in FACES]
    assert sum(map(len, ranges)) == len(set.union(*ranges))


@pytest.mark.parametrize("file", FONTS.values(), ids=lambda file: file.name)
def test_a_name_changes_with_the_content_since_browsers_keep_it(file: Path) -> None:
    assert file.suffixes[0] == f".{hashlib.sha256(file.read_bytes()).hexdigest()[:8]}"


def test_figures_stand_under_each_other() -> None:
    (latin,) = (font for font in map(opened, FACES) if ord("0") in font.getBestCmap())
    assert len({latin["hmtx"][latin.getBestCmap()[ord(figure)]][0] for figure in "0123456789"}) == 1


def test_pages_headings_and_charts_share_the_font() -> None:
    assert {THEME["font"], THEME["headingFont"], *(face["family"] for face in FACES)} == {"Dashboard Sans"}
    assert FONT.startswith('"Dashboard Sans",')


def test_the_commands_in_the_readme_name_the_same_letters() -> None:
    told = (ROOT / "static" / "fonts" / "README.md").read_text(encoding="utf-8").replace("\\\n", "")
    for face in FACES:
        assert re.search(rf'part \w+ "{re.escape(face["unicodeRange"])}"', told), face["url"]
