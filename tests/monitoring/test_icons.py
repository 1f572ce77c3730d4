"""Marks as pictures that need no file: each shape in the colour of its status and theme."""

from base64 import b64decode

from monitoring.icons import data_url, image
from monitoring.status import DELIVERY_MARKS, RESULT_MARKS, Delivery, Result


def test_a_mark_is_drawn_in_the_colour_of_the_theme() -> None:
    mark = DELIVERY_MARKS[Delivery.COMPLETED]
    before = "data:image/svg+xml;base64,"
    assert data_url(mark, False).startswith(before)
    light, dark = (b64decode(data_url(mark, theme).removeprefix(before)).decode() for theme in (False, True))
    assert light.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="32" height="32"><')
    assert mark.mark_light in light
    assert mark.mark_dark in dark
    assert "#FFFFFF" in light
    assert "#12161D" in dark
    assert "#12161D" not in light
    assert light.count("<svg") == light.count("</svg>") == 1


def test_another_shape_may_be_asked_for() -> None:
    mark = DELIVERY_MARKS[Delivery.COMPLETED]
    assert data_url(mark, False, "ring-tick") != data_url(mark, False)
    assert data_url(mark, False, mark.icon) == data_url(mark, False)
    assert image(mark, False, "ring-tick") != image(mark, False)


def test_every_mark_has_a_shape_and_stands_in_a_line_of_text() -> None:
    marks = [*(DELIVERY_MARKS[status] for status in Delivery), *(RESULT_MARKS[status] for status in Result)]
    for mark in marks:
        for dark in (False, True):
            drawn = image(mark, dark)
            assert drawn.startswith('<img alt="" width="14" height="14" style="vertical-align:-2px" src="data:image')
            assert data_url(mark, dark) in drawn
            assert drawn.endswith('">')
