"""The icons that are served hold all that Streamlit's own widgets and our pages may show."""

import hashlib

from fontTools.ttLib import TTFont

import browser_code
from tests import cut_icons

(PATH,) = browser_code.ICONS
FILE = browser_code.ICONS[PATH]


def test_every_icon_that_is_named_anywhere_is_served() -> None:
    missing = cut_icons.asked() - set(cut_icons.held(TTFont(FILE)))
    assert missing == set(), "run “python -m tests.cut_icons”; what is still missing is no icon of Streamlit's font"
    assert {"expand_more", "close", "check", "error", "menu", "search"} <= cut_icons.asked()


def test_the_icons_are_those_of_the_installed_streamlit_and_few() -> None:
    assert FILE.read_bytes() == cut_icons.cut(cut_icons.asked()), "run “python -m tests.cut_icons”"
    assert FILE.stat().st_size < 20_000


def test_the_name_changes_with_the_content_since_browsers_keep_it() -> None:
    assert FILE.suffixes[0] == f".{hashlib.sha256(FILE.read_bytes()).hexdigest()[:8]}"


def test_the_style_names_our_icons_and_the_page_names_the_style_anew() -> None:
    (style,) = (path for path in browser_code.files() if browser_code.STYLE.fullmatch(path))
    body, _told = browser_code.answer(style, "")
    assert f"url({PATH})".encode() in body
    assert b"MaterialSymbols-Rounded." not in body
    assert f'href=".{style}?{FILE.stem}"'.encode() in browser_code.page()
