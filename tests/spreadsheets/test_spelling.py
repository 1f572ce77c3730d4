"""How words are compared, and which one was nearly written."""

import pytest

from monitoring.reported_words import FIELDS
from spreadsheets.spelling import alike, in_every_language, nearest, plain

HEADERS = sorted({word for header in FIELDS.values() for word in in_every_language(header)} | {"комментарий"})


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Percent complete, %", "percent complete"),
        ("Процент выполнения, %", "процент выполнения"),
        ("Израсходовано, тыс. долл. США", "израсходовано, тыс. долл. сша"),
        ("Количество, шт.", "количество"),
        ("Сумма, USD", "сумма"),
        ("* Narrative  *", "narrative"),
        ("Narra-\ntive:", "narrative"),
        ("Percent\ncomplete", "percent complete"),
        ("Percent\u00a0 complete (in words) :", "percent complete"),
        ("Дата отчёта", "дата отчета"),
        ("Started, terms or draft agreed", "started, terms or draft agreed"),
        ("(all)", "(all)"),
        ("", ""),
    ],
)
def test_a_word_is_compared_without_its_ornaments(said: str, meant: str) -> None:
    assert plain(said) == meant


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dowam edýär", "Dowam edyar"),
        ("Çeşme", "cesme"),
        ("carry-over", "carry over"),
        ("Статус", "Cтaтyc"),
        ("Ýagdaýy", "Y\u0301agday\u0301y"),
        ("Подтверждение.", "подтверждение"),
        ("Iň garyp", "in garyp"),
    ],
)
def test_marks_alphabets_and_what_stands_between_words_make_no_difference(one: str, other: str) -> None:
    assert alike(one) == alike(other)


@pytest.mark.parametrize(("one", "other"), [("текущий", "текущие"), ("Met", "Net"), ("25", "2 5"), ("-1", "1")])
def test_two_words_stay_two(one: str, other: str) -> None:
    assert alike(one) != alike(other)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Procent complete", "percent complete"),
        ("Percent completed", "percent complete"),
        ("Narative", "narrative"),
        ("Narrattive", "narrative"),
        ("Комментарй", "комментарий"),
        ("Коментарий", "комментарий"),
        ("Статуc", "статус"),
        ("Процент выполнени", "процент выполнения"),
        ("Yagdayy", "ýagdaýy"),
        ("Reportd on", "reported on"),
        ("Statsu", "status"),
        ("Valeu", "value"),
        ("Currancy", "currency"),
        ("Трудносьти", "трудности"),
    ],
)
def test_the_word_that_was_nearly_written_is_found(said: str, meant: str) -> None:
    assert nearest(said, HEADERS) == meant


@pytest.mark.parametrize(
    "said",
    [
        *("Budget", "Responsible person", "Phone", "Ответственный", "Бюджет", "Примечание", "Telefon", "No", "ID", "%"),
        *("Title of the activity", "Сроки", "Исполнитель", "Deadline", "", "1", "Partner", "Unit", "Единица измерения"),
        *("Reported by", "Плановое количество", "Наблюдения", "Region of the partner", "Senesi", "Supported by"),
    ],
)
def test_no_nonsense_is_suggested(said: str) -> None:
    assert nearest(said, HEADERS) == ""


def test_a_code_that_is_nearly_one_is_found_as_it_is_written() -> None:
    assert nearest("MOE-2025-001", ["MOE-2025-01", "MOH-2024-07"]) == "MOE-2025-01"
    assert nearest("XYZ", ["MOE-2025-01"]) == ""
    assert nearest("anything", []) == ""
