"""Marked copies opened and saved by LibreOffice: nothing is lost, they print, and they can be marked again.

Slow, and it needs LibreOffice (Debian: apt-get install libreoffice-calc): without it these tests fail and say so.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from spreadsheets import marking, reading
from tests.spreadsheets.forms import filled, saved
from tests.spreadsheets.marked import MENDED, coloured, judged, marked, opened, problem, sent
from tests.spreadsheets.test_form_in_libreoffice import converted

pytestmark = pytest.mark.slow
FAULTY = ["Activities!AA7", "Activities!L5", "Activities!N7", "Activities!P5"]


def copy(kind: str) -> bytes:
    """A marked form: the sender's own, or written anew."""
    if kind == "own":
        return marked(sent())
    workbook, found = judged(sent())
    return marking.marked_copy(b"", "form.ods", workbook, found.problems).content


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "copy.xlsx"


@pytest.mark.parametrize("kind", ["own", "new"])
def test_libreoffice_keeps_colours_comments_links_and_hidden_sheets(file: Path, kind: str) -> None:
    file.write_bytes(copy(kind))
    before, after = opened(file.read_bytes()), opened(converted(file, "xlsx").read_bytes())
    assert after.sheetnames == before.sheetnames
    assert [one.sheet_state != "visible" for one in after] == [one.sheet_state != "visible" for one in before]
    assert sorted(coloured(after)) == FAULTY
    for place in FAULTY:
        cell = place.split("!")[1]
        assert after["Activities"][cell].comment.text.strip() == before["Activities"][cell].comment.text
    listed = after["To mend"]
    assert listed["C7"].hyperlink.location in ("'Activities'!L5", "Activities!L5", "#Activities!L5")
    assert listed["D7"].value == "149.6"


@pytest.mark.parametrize("kind", ["own", "new"])
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_a_copy_mended_in_libreoffice_is_checked_clean(file: Path, kind: str, ending: str) -> None:
    file.write_bytes(filled(copy(kind), MENDED))
    back = converted(file, ending).read_bytes()
    workbook, found = judged(back)
    assert found.problems == ()
    assert [sheet.name for sheet in workbook.sheets] == ["Activities", "Indicators", "Read me", "_lists", "_form"]


def test_a_copy_that_libreoffice_saved_is_marked_again_without_traces(file: Path) -> None:
    file.write_bytes(filled(copy("own"), {"P-1": MENDED["P-1"]}))
    again = opened(marked(converted(file, "xlsx").read_bytes()))
    assert sorted(coloured(again)) == ["Activities!AA7", "Activities!N7"]
    assert again.sheetnames == ["To mend", "Activities", "Indicators", "Read me", "_lists", "_form", "_marks"]
    assert again["Activities"]["L5"].comment is None
    assert again["Activities"]["L5"].fill.fgColor.rgb == "FFFFF8DC"
    assert again["Activities"]["N7"].comment.text.count("Here stands") == 1


def test_the_list_prints_on_one_page_across_with_every_word(file: Path) -> None:
    workbook, found = judged(sent())
    faults = [replace(one, allowed=replace(one.allowed, text="Word " * 60 + "end")) for one in found.problems]
    only = replace(workbook, sheets=workbook.sheets[:1])
    file.write_bytes(marking.marked_copy(b"", "form.ods", only, faults).content)
    pages = PdfReader(converted(file, "pdf")).pages
    text = " ".join(pages[0].extract_text().split())
    for word in ("Level", "What is allowed", "149.6", "AA7"):
        assert word in text
    assert text.count("end") >= len(faults)
    assert pages[0].mediabox.width > pages[0].mediabox.height


def test_an_odd_name_of_a_sheet_is_linked_and_opened(file: Path) -> None:
    book = opened(sent())
    book["Read me"].title = "It's <odd> & ünusual, 31 letters"[:31]
    name = book.worksheets[2].title
    made = saved(book)
    file.write_bytes(
        marking.marked_copy(made, "form.xlsx", reading.read(made, "form.xlsx"), [problem(name, "A1")]).content
    )
    after = opened(converted(file, "xlsx").read_bytes())
    assert coloured(after) == {f"{name}!A1": "error"}
