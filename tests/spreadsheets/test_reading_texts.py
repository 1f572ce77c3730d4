"""Texts with a delimiter, in the encodings and habits of those who send them."""

import pytest

from monitoring import file_errors
from spreadsheets import reading
from spreadsheets.workbook import Lost
from tests.spreadsheets.files import rows_of, sheet_of

RUSSIAN = "Код;Статус\r\nA-1;Завершено\r\nA-2;Начато\r\nA-3;Отложено\r\nA-4;Идёт\r\n"
TURKMEN = "Kod;Ýagdaýy\nA-1;Tamamlandy, şeýle hem çäre görülýär\nA-2;Öňki ýaly, düzüw ž ň\n"


def cells(text: str) -> list[list[str]]:
    return [line.split(";") for line in text.split()]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "cp866", "koi8-r", "mac_cyrillic"],
)
def test_russian_is_read_in_every_encoding(encoding: str) -> None:
    assert rows_of(RUSSIAN.encode(encoding), "a.csv") == cells(RUSSIAN)


@pytest.mark.parametrize(
    "text",
    [
        "Да;Нет",
        "код;факт\nа;б",
        "МИНИСТЕРСТВО ОБРАЗОВАНИЯ;ВЫПОЛНЕНО",
        "Код;Процент;Статус\nMOE-1;45;да\nMOE-2;5;нет\nMOE-3;;нет",
        "Показатель;Значение\nОхват;80 %\nЁлка – «да»;№ 5",
        "activity;narrative\nA-1;Совещание с UNICEF\nA-2;Отчёт",
        "Я;Ы\nЪ;Э",
    ],
)
def test_windows_russian_is_certain_even_in_a_few_short_cells(text: str) -> None:
    assert rows_of(text.encode("cp1251"), "a.csv") == [line.split(";") for line in text.split("\n")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1250"])
def test_turkmen_letters_are_kept(encoding: str) -> None:
    read = rows_of(TURKMEN.encode(encoding), "a.csv")
    assert read == [line.split(";") for line in TURKMEN.strip().split("\n")]


def test_a_turkish_text_keeps_its_letters() -> None:
    assert rows_of("Kod;Açıklama\n1;Eğitim çalışması\n".encode("cp1254"), "a.csv")[1] == ["1", "Eğitim çalışması"]


def test_a_western_text_keeps_its_letters() -> None:
    text = "Code;Bericht\nA-1;Schüler über Maßnahmen in Çärjew\nA-2;déjà vu, à côté, garçon\n"
    assert rows_of(text.encode("cp1252"), "a.csv")[1] == ["A-1", "Schüler über Maßnahmen in Çärjew"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a\tb\n1,5\t2;5\n", [["a", "b"], ["1,5", "2;5"]]),
        ("Код;Сумма\nA-1;1 100,50\nA-2;2 000,75\n", [["Код", "Сумма"], ["A-1", "1 100,50"], ["A-2", "2 000,75"]]),
        ("Code,Note\nA-1,one; two\nA-2,three\n", [["Code", "Note"], ["A-1", "one; two"], ["A-2", "three"]]),
        ("sep=;\na;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
        ("sep=,\r\na;b,c\r\n", [["a;b", "c"]]),
        ("Report\n\nfor Q3\na;b\n1;2\n", [["Report", ""], ["", ""], ["for Q3", ""], ["a", "b"], ["1", "2"]]),
        ('a;b\n"two\r\nlines; and ""more""";2\n', [["a", "b"], ['two\nlines; and "more"', "2"]]),
        ("a;b;c\n1\n1;2\n", [["a", "b", "c"], ["1", "", ""], ["1", "2", ""]]),
        ("a;b\r1;2\r", [["a", "b"], ["1", "2"]]),
        ("one column\nand nothing else\n", [["one column"], ["and nothing else"]]),
        ("a;b\n1;2\n;\n;\n", [["a", "b"], ["1", "2"]]),
        ("a;b\n1;2\n\x1a", [["a", "b"], ["1", "2"]]),
        ("code,pct\n007,45%\n", [["code", "pct"], ["007", "45%"]]),
        ('a,b\n="007",x\n', [["a", "b"], ["007", "x"]]),
    ],
)
def test_a_text_is_divided_as_its_sender_meant(text: str, expected: list[list[str]]) -> None:
    read = rows_of(text.encode(), "a.csv")
    assert read == expected
    assert {type(cell) for row in read for cell in row} == {str}


@pytest.mark.parametrize(
    "lost",
    [
        *("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "Err:509"),
        *("#Н/Д", "#ССЫЛКА!", "#ДЕЛ/0!", "#ЗНАЧ!", "#ИМЯ?", "#ЧИСЛО!"),
        *("=SUM(A1:A3)", "=A1", "=1+B2", "=СУММ(A1)", "='My sheet'!A1", "=(1+2)", '="a"&B1'),
    ],
)
def test_what_stands_for_a_value_that_is_not_there_is_lost(lost: str) -> None:
    ((_, read),) = rows_of(f"A-1;{lost}".encode(), "a.csv")
    assert (read, type(read)) == (lost, Lost)


@pytest.mark.parametrize("text", ["=> done", "= approved by all", "=5", "==", "#1", "# of schools", "N/A", "Error"])
def test_words_that_only_look_like_it_are_texts(text: str) -> None:
    ((_, read),) = rows_of(f"A-1;{text}".encode(), "a.csv")
    assert (read, type(read)) == (text, str)


def test_the_sheet_of_a_text_is_called_as_the_file() -> None:
    assert sheet_of(b"a;b", "Отчёт за квартал.csv").name == "Отчёт за квартал"


def test_a_text_is_told_from_its_content_whatever_its_name() -> None:
    assert rows_of(b"a;b\n1;2\n", "form.xlsx") == [["a", "b"], ["1", "2"]]


def test_an_endless_cell_is_read() -> None:
    assert rows_of(b'a;"' + b"x" * 2_000_000 + b'"', "a.csv") == [["a", "x" * 2_000_000]]


def test_a_quote_that_is_never_closed_loses_nothing() -> None:
    read = rows_of(b'a;b\n1;"two\n3;4\n', "a.csv")
    assert read == [["a", "b"], ["1", '"two'], ["3", "4"]]


def test_an_inch_in_a_cell_leaves_cells_of_several_lines_whole() -> None:
    read = rows_of(b'a;b\n1;5" pipes\n2;"two\nlines; of text"\n3;4\n', "a.csv")
    assert read == [["a", "b"], ["1", '5" pipes'], ["2", "two\nlines; of text"], ["3", "4"]]


def test_too_many_lines_are_counted() -> None:
    with pytest.raises(file_errors.WorkbookTooLong, match="200001 filled rows"):
        reading.read(b"a,b\n" * 200_001, "a.csv")


def test_a_line_of_nothing_but_delimiters_does_no_harm() -> None:
    read = reading.read(b"a;b\n" * 5_000 + b";" * 900_000 + b"end\n", "a.csv")
    assert (len(read.sheets[0].rows), read.sheets[0].address(0, 0)) == (5001, "A1")
    assert read.sheets[-1].rows[-1][-1] == "end"


@pytest.mark.parametrize("content", [b"\x00\x01\x02" * 300, bytes(range(256)) * 4, b"a\x00b", b"\xff\xfeabc\xd8"])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(file_errors.NotAWorkbook, match="is no workbook that can be read"):
        reading.read(content, "a.csv")
