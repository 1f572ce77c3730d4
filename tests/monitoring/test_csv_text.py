"""CSV files that spreadsheet programs read as they are meant."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest

from monitoring import csv_text, language
from monitoring.csv_text import Form


def test_a_file_says_its_letters_quotes_words_and_leaves_numbers_alone() -> None:
    made = csv_text.written(["Partner", "Share"], [("Bilim ministrligi, Aşgabat", 12.5), ('He said "yes"', "")])
    assert made.startswith(b"\xef\xbb\xbf")
    assert made.decode("utf-8-sig").splitlines()[0] == '"Partner","Share"'
    rows = list(csv.reader(StringIO(made.decode("utf-8-sig"))))
    assert rows == [["Partner", "Share"], ["Bilim ministrligi, Aşgabat", "12.5"], ['He said "yes"', ""]]


def test_semicolons_bring_decimal_commas_to_numbers_and_to_no_word() -> None:
    made = csv_text.written(["Code", "Share", "Days"], [("1.5", -0.25, -3), ("a;b", 1e-07, "")], Form("semicolon"))
    assert made.decode("utf-8-sig").split("\r\n") == ['"Code";"Share";"Days"', '"1.5";-0,25;-3', '"a;b";1e-07;""', ""]


def test_a_file_without_its_mark_is_otherwise_the_same() -> None:
    rows = [("Çäğe", 0.5)]
    assert csv_text.written(["a", "b"], rows) == b"\xef\xbb\xbf" + csv_text.written(["a", "b"], rows, Form(mark=False))


@pytest.mark.parametrize(("spoken", "separator"), [("en", "comma"), ("ru", "semicolon"), ("tk", "semicolon")])
def test_where_numbers_have_decimal_commas_cells_have_semicolons_between(spoken: str, separator: str) -> None:
    with language.spoken_in(spoken):
        assert csv_text.as_spoken() == Form(separator)  # type: ignore[arg-type]


@pytest.mark.parametrize("word", ["=1+1", "+7 12", "-5", "@name", "\t=1", "＝1"])
def test_a_word_that_would_be_a_formula_gets_an_apostrophe(word: str) -> None:
    assert csv_text.harmless(word) == f"'{word}"


@pytest.mark.parametrize("cell", ["plain", "", 5, -5.5])
def test_other_cells_stay_as_they_are(cell: object) -> None:
    assert csv_text.harmless(cell) == cell


def test_cells_are_written_as_the_csv_module_writes_them() -> None:
    cells = ["plain", 'a "word"', "two\nlines", "", None, 5, -0.5, 1e-9, True, Decimal("1.20"), date(2025, 9, 30)]
    text = StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_NONNUMERIC).writerow(cells)
    assert ",".join(csv_text.quoted(cells)) + "\r\n" == text.getvalue()
