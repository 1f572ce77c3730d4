"""Files that are no workbook, or set a trap: each is refused in words that say what to do."""

import re
import struct
import time
import zipfile
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter

from monitoring import file_errors as errors
from monitoring.errors import DashboardError
from spreadsheets import form, reading
from spreadsheets.kinds import ENDINGS
from tests.spreadsheets.files import archive, changed, docx, ods, rows_of, xlsx
from tests.spreadsheets.forms import content

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'
LAUGHS = '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>'
TABLE = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"


def refused(sent: bytes, name: str = "sent.xlsx", limits: reading.Limits = reading.Limits()) -> DashboardError:
    with pytest.raises(DashboardError) as raised:
        reading.read(sent, name, limits)
    return raised.value


@pytest.mark.parametrize(
    ("sent", "error", "said"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", errors.FileIsPdf, "is a PDF"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 90, errors.FileIsPicture, "is a picture"),
        (b"\xff\xd8\xff\xe0" + b"\x10" * 90, errors.FileIsPicture, "is a picture"),
        (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 90, errors.FileIsPicture, "is a picture"),
        (b"BM" + struct.pack("<IHHI", 900, 0, 0, 54) + b"\x7f" * 90, errors.FileIsPicture, "is a picture"),
        (b"RIFF\x10\x20\x00\x00WEBPVP8 ", errors.FileIsPicture, "is a picture"),
        (
            b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>',
            errors.FileIsOldXml,
            "2003",
        ),
        (
            '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'.encode("utf-16"),
            errors.FileIsOldXml,
            "2003",
        ),
        (b'<?xml version="1.0"?><data/>', errors.NotAWorkbook, "no workbook that can be read"),
        (b"{\\rtf1\\ansi hello}", errors.NotAWorkbook, "no workbook that can be read"),
        (b"\x1f\x8b\x08\x00" + b"\x00" * 50, errors.NotAWorkbook, "no workbook that can be read"),
        (b"Rar!\x1a\x07\x00" + b"\xcf\x90" * 50, errors.NotAWorkbook, "no workbook that can be read"),
        (archive({"letter.txt": "hello"}), errors.NotAWorkbook, "no workbook that can be read"),
        (archive({"ppt/presentation.xml": "<p/>"}), errors.NotAWorkbook, "no workbook that can be read"),
        (OLD + b"\x00" * 2000, errors.NotAWorkbook, "no workbook that can be read"),
        (b"PK\x05\x06" + b"\x00" * 18, errors.NotAWorkbook, "no workbook that can be read"),
    ],
)
def test_what_is_no_workbook_is_called_by_its_name(sent: bytes, error: type[Exception], said: str) -> None:
    raised = refused(sent)
    assert type(raised) is error
    assert said in str(raised)


def test_the_message_lists_what_can_be_read() -> None:
    said = str(refused(b"\x00\x01"))
    assert all(kind in said for kind in (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt", ".docx"))


@pytest.mark.parametrize("part", ["workbook.xml", "sharedStrings.xml", "worksheets/sheet1.xml", "styles.xml"])
@pytest.mark.parametrize("before", ["", '\ufeff<?xml version="1.0"?>\n', "<!-- a comment -->" * 9000])
def test_entities_in_any_part_are_refused(part: str, before: str) -> None:
    with zipfile.ZipFile(BytesIO(xlsx(ROW))) as old:
        parts: dict[str, str | bytes] = {name: old.read(name) for name in old.namelist()}
    assert rows_of(archive(parts)) == [[1.0]]
    own = parts[f"xl/{part}"]
    assert isinstance(own, bytes)
    parts[f"xl/{part}"] = before + LAUGHS + own.decode()
    assert type(refused(archive(parts))) is errors.NotAWorkbook


def test_entities_written_in_two_bytes_a_letter_are_refused_too() -> None:
    sheet = (LAUGHS + "<worksheet/>").encode("utf-16")
    assert type(refused(changed(xlsx(ROW), xl_worksheets_sheet1__xml=sheet))) is errors.NotAWorkbook


def test_entities_in_open_documents_are_refused() -> None:
    sent = ods("<table:table-row/>")
    assert type(refused(changed(sent, content__xml=LAUGHS + "<a>&lol2;</a>"))) is errors.NotAWorkbook


def test_a_part_that_unpacks_a_thousand_times_is_refused_before_it_is_unpacked() -> None:
    sent = changed(xlsx(ROW), xl_media_picture__xml=b"0" * 60_000_000)
    assert len(sent) < 100_000
    assert type(refused(sent)) is errors.WorkbookSwollen


def test_an_archive_inside_an_archive_is_not_unpacked() -> None:
    inner = archive({"bomb.xml": b"0" * 50_000_000})
    sent = changed(xlsx(ROW), xl_embeddings_inner__xlsx=archive({"inner.zip": inner}))
    assert rows_of(sent) == [[1.0]]


def test_an_archive_that_lies_about_its_sizes_is_refused() -> None:
    sent = bytearray(changed(xlsx(ROW), xl_worksheets_sheet1__xml=b" " * 30_000_000 + b"<worksheet/>"))
    for place in range(len(sent) - 4):
        if sent[place : place + 4] == struct.pack("<I", 30_000_012):
            sent[place : place + 4] = struct.pack("<I", 900)
    assert isinstance(
        refused(bytes(sent)),
        errors.NotAWorkbook | errors.WorkbookTooDemanding | errors.WorkbookSwollen | errors.WorkbookEmpty,
    )


@pytest.mark.parametrize(
    "trap", ["<!---->" * 500 + "x", "=" + "1" * 300_000 + "a" * 300_000, "<" * 500_000, '"' * 99_999]
)
def test_texts_made_to_keep_a_search_busy_are_read_at_once(trap: str) -> None:
    began = time.monotonic()
    assert reading.read(trap.encode(), "trap.csv").sheets
    assert time.monotonic() - began < 5


def test_an_archive_of_too_many_parts_is_refused() -> None:
    assert type(refused(archive({f"xl/{number}": "" for number in range(10_001)}))) is errors.WorkbookSwollen


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("kind", ["xlsx", "ods", "docx"])
def test_a_file_cut_off_on_its_way_is_refused(kind: str, part: float) -> None:
    whole = {"xlsx": form.write(content()), "ods": ods("<table:table-row/>"), "docx": docx(TABLE)}[kind]
    assert isinstance(refused(whole[: int(len(whole) * part)], f"cut.{kind}"), errors.NotAWorkbook)


def test_a_locked_archive_is_told() -> None:
    sent = bytearray(xlsx(ROW))
    for place in range(len(sent) - 4):
        if sent[place : place + 4] in (b"PK\x01\x02", b"PK\x03\x04"):
            sent[place + (8 if sent[place + 2] == 1 else 6)] |= 1
    assert type(refused(bytes(sent))) is errors.WorkbookLocked


@pytest.mark.parametrize("depth", [500, 200_000])
def test_elements_that_lie_deep_in_each_other_do_no_harm(depth: int) -> None:
    deep = "<x>" * depth + "</x>" * depth
    assert rows_of(changed(xlsx(ROW), xl_styles__xml=f"<styleSheet>{deep}</styleSheet>")) == [[1.0]]


def test_very_long_texts_are_read() -> None:
    sent = xlsx(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"long " * 400_000}x</t></is></c></row>')
    assert rows_of(sent) == [["long " * 400_000 + "x"]]


def test_a_workbook_without_its_parts_is_refused() -> None:
    target = BytesIO()
    openpyxl.Workbook().save(target)
    for lost in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
        with zipfile.ZipFile(target) as old:
            kept: dict[str, str | bytes] = {name: old.read(name) for name in old.namelist() if name != lost}
        assert isinstance(refused(archive(kept)), errors.NotAWorkbook)


def test_more_cells_than_allowed_in_all_sheets_together_are_refused() -> None:
    target = BytesIO()
    with xlsxwriter.Workbook(target) as book:
        for _ in range(3):
            book.add_worksheet().write_row(0, 0, range(10))
    assert type(refused(target.getvalue(), limits=reading.Limits(cells=25))) is errors.WorkbookTooDemanding
    assert len(reading.read(target.getvalue(), "a.xlsx", reading.Limits(cells=30)).sheets) == 3


def test_what_can_be_sent_is_what_the_message_names() -> None:
    named = set(re.findall(r"\.(\w+)", errors.NotAWorkbook.text))
    assert named == {ending for ending in ENDINGS if ending != "htm"}
