"""A run speaks one language, and what has no translation stays in English."""

from collections.abc import Iterator
from contextlib import suppress

import pandas as pd
import pytest

from monitoring import language
from monitoring.errors import DashboardError, DatabaseMissing, DatabaseOlder

ROW = {"name_en": "Education", "name_ru": "Образование", "name_tk": "", "title_en": "A", "title_ru": "Б"}


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    language.speak("en")


class Named:
    """An object that carries its names as attributes."""

    name_en, name_ru, name_tk = "Healthcare", "Здравоохранение", ""


def test_a_run_speaks_english_until_it_is_told_otherwise() -> None:
    assert language.spoken() == "en"
    language.speak("ru")
    assert language.spoken() == "ru"
    language.speak("tk")
    assert language.spoken() == "tk"
    language.speak("fr")
    assert language.spoken() == "en"


def test_english_is_always_there_and_every_language_is_named() -> None:
    assert language.available()[0] == "en"
    assert set(language.available()) <= set(language.SPOKEN) == {"en", "ru", "tk"}


def test_a_name_in_the_language_of_the_run_else_in_english() -> None:
    assert (language.name(ROW), language.name(ROW, "title"), language.name(Named())) == ("Education", "A", "Healthcare")
    language.speak("ru")
    assert (language.name(ROW), language.name(ROW, "title")) == ("Образование", "Б")
    assert language.name(Named()) == "Здравоохранение"
    language.speak("tk")
    assert (language.name(ROW), language.name(Named())) == ("Education", "Healthcare")


def test_names_by_code_fall_back_one_by_one() -> None:
    table = pd.DataFrame(
        {"code": ["EDU", "HLTH"], "name_en": ["Education", "Healthcare"], "name_ru": ["Образование", ""]}
    )
    assert language.names_by_code(table) == {"EDU": "Education", "HLTH": "Healthcare"}
    language.speak("ru")
    assert language.names_by_code(table) == {"EDU": "Образование", "HLTH": "Healthcare"}


def test_places_in_a_message_are_filled_and_a_message_without_places_stands_as_it_is() -> None:
    assert language.gettext("{n} of {m}", n=1, m=2) == "1 of 2"
    assert language.gettext("{as it is}") == "{as it is}"
    assert language.later("said later") == "said later"
    assert language.ngettext("{n} report of {m}", "{n} reports of {m}", 1, m=3) == "1 report of 3"
    assert language.ngettext("{n} report of {m}", "{n} reports of {m}", 2, m=3) == "2 reports of 3"


def test_an_error_is_put_into_words_when_it_is_shown() -> None:
    missing = DatabaseMissing(place="var/x.sqlite3")
    assert str(missing).startswith("There is no database at var/x.sqlite3 yet.")
    assert missing.args == (DatabaseMissing.text,)
    assert str(DatabaseOlder()) == DatabaseOlder.text
    assert isinstance(missing, DashboardError)


def test_another_language_is_spoken_for_a_while_and_then_the_own_one_again() -> None:
    language.speak("ru")
    with language.spoken_in("tk"):
        assert language.spoken() == "tk"
        with suppress(ZeroDivisionError), language.spoken_in("xx"):
            assert language.spoken() == "en"
            raise ZeroDivisionError
        assert language.spoken() == "tk"
    assert language.spoken() == "ru"
    language.speak("en")
