"""CSV files that spreadsheet programs read as they are meant."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest

from monitoring import csv_text


def test_a_file_says_its_letters_quotes_words_and_leaves_numbers_alone() -> None:
    made = csv_text.written(["Partner", "Share"], [("Bilim ministrligi, Aşgabat", 12.5), ('He said "yes"', "")])
    assert made.startswith(b"\xef\xbb\xbf")
    assert made.decode("utf-8-sig").splitlines()[0] == '"Partner","Share"'
    rows = list(csv.reader(StringIO(made.decode("utf-8-sig"))))
    assert rows == [["Partner", "Share"], ["Bilim ministrligi, Aşgabat", "12.5"], ['He said "yes"', ""]]


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
