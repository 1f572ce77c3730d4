"""The main pages look as they did; where a change was meant, ``make pictures`` keeps the new look."""

from collections.abc import Callable

import pytest
from PIL import Image

from tests.browser.conftest import Visit
from tests.browser.kept_pictures import ALIKE, KEPT, MAIN, VIEWS, apart, file_of, open_and_take, small
from tests.browser.screenshots import FOLDER
from tests.browser.whole_page import picture

FIRST = ("en", "light", 1440)
EACH_VIEW = [pytest.param(*view, marks=() if view == FIRST else pytest.mark.slow) for view in VIEWS]


@pytest.mark.parametrize(("language", "theme", "width"), EACH_VIEW)
def test_the_main_pages_look_as_they_did(
    visit: Callable[..., Visit], demonstration: str, language: str, theme: str, width: int
) -> None:
    visitor = visit(demonstration, width=width, theme=theme)
    differing = {}
    for path in MAIN:
        file = file_of(language, theme, width, path)
        taken = open_and_take(visitor, language, width, path)
        share = apart(taken, Image.open(file))
        if share > ALIKE:
            FOLDER.mkdir(exist_ok=True)
            taken.save(FOLDER / f"differs-{file.name}")
            differing[f"{FOLDER.name}/differs-{file.name}"] = f"{share:.2%}"
    assert differing == {}, "if that was meant: make pictures"


def test_a_moved_block_is_noticed_and_letters_drawn_otherwise_are_not(
    visit: Callable[..., Visit], demonstration: str
) -> None:
    visitor = visit(demonstration)
    before = open_and_take(visitor, "en", 1440, "")
    assert apart(before, small(picture(visitor))) <= ALIKE
    visitor.page.add_style_tag(content="main * {text-rendering: geometricPrecision; -webkit-text-stroke: .1px}")
    assert apart(before, small(picture(visitor))) <= ALIKE
    visitor.page.add_style_tag(content=".figures {position: relative; left: 60px}")
    assert apart(before, small(picture(visitor))) > ALIKE


def test_kept_pictures_are_small_and_none_is_left_over() -> None:
    files = {file_of(*view, path) for view in VIEWS for path in MAIN}
    assert set(KEPT.glob("*.png")) == files
    assert max(file.stat().st_size for file in files) < 60_000
