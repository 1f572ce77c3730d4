"""Texts in all languages at once: a language without a translation is left out, and English is not repeated in it."""

from types import SimpleNamespace

from exchange.in_languages import joined, named, said
from monitoring.language import gettext, later, spoken


def test_a_message_stands_in_every_language_that_has_it() -> None:
    found = said(later("Illustrative"))
    assert found == {"en": "Illustrative", "ru": "Условные данные", "tk": "Şertli maglumat"}
    assert spoken() == "en"


def test_a_message_nobody_has_translated_stands_in_english_only() -> None:
    assert said("No catalogue has {this}", lambda: {"this": 1}) == {"en": "No catalogue has 1"}


def test_values_are_told_in_each_language() -> None:
    found = said("Illustrative", lambda: {"unused": gettext("Illustrative")})
    assert set(found) == {"en", "ru", "tk"}


def test_a_name_without_a_translation_is_left_out() -> None:
    assert named(SimpleNamespace(name_en="A", name_ru="", name_tk=" B ")) == {"en": "A", "tk": "B"}


def test_parts_are_joined_where_a_language_has_all_of_them() -> None:
    assert joined({"en": "a", "ru": "б"}, {}, {"en": "c"}, by="; ") == {"en": "a; c"}
    assert joined({}, {}) == {}
