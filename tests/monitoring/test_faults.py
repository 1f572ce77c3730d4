"""Sentences about cells, with numbers as the language of the run writes them."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from monitoring import formats
from monitoring.faults import Amount, Names, Percent, Said
from monitoring.language import speak


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak("en")


@pytest.mark.parametrize(("language", "said"), [("en", "83.3%, 1,100.5"), ("ru", "83,3\u00a0%, 1\u00a0100,5")])
def test_numbers_of_a_sentence_are_written_as_its_language_does(language: str, said: str) -> None:
    sentence = Said("{share}, {number}", {"share": Percent(Decimal("83.333")), "number": Decimal("1100.500000")})
    speak(language)
    assert str(sentence) == said


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Ahal, Mary: 1,100.50 TMT"), ("ru", "Ахал, Mary: 1\u00a0100,50 TMT")]
)
def test_names_and_amounts_of_a_sentence_are_those_of_its_language(language: str, said: str) -> None:
    regions = Names({"name_en": "Ahal", "name_ru": "Ахал"}, {"name_en": "Mary", "name_ru": ""})
    sentence = Said("{regions}: {amount}", {"regions": regions, "amount": Amount(Decimal("1100.5"), "TMT")})
    speak(language)
    assert str(sentence) == said


@pytest.mark.parametrize(
    ("value", "least", "text"),
    [("0.000001", 0, "0.000001"), ("1E+3", 2, "1,000.00"), ("2.50", 0, "2.5"), ("7", 0, "7")],
)
def test_an_exact_number_keeps_all_its_decimals(value: str, least: int, text: str) -> None:
    assert formats.exact(Decimal(value), least) == text
