"""Numbers as people type them: every manner with what it means, and what is asked for where it is not clear."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreadsheets import typed

HUNDRED = Decimal(100)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("1'100.50", "1100.50"),
        ("1’100,50", "1100.50"),
        ("'45", "45"),
        ("’1 100,50", "1100.50"),
        ("1\u2009100,50", "1100.50"),
        ("1\u2007100", "1100"),
        ("\u200b45\ufeff", "45"),
        ("４５", "45"),
        ("４５．５", "45.5"),
        ("٤٥", "45"),
        ("–3", "-3"),
        ("- 3", "-3"),
        ("+5", "5"),
        ("45.", "45"),
        (".5", "0.5"),
        ("1 100,500", "1100.5"),
        ("15 тыс.", "15000"),
        ("15 тысяч", "15000"),
        ("15k", "15000"),
        ("15 müň", "15000"),
        ("15 mun", "15000"),
        ("15 thousand", "15000"),
        ("1,2 млн", "1200000"),
        ("1.2 mln.", "1200000"),
        ("1,2345678 million", "1234567.8"),
        ("2 млрд", "2000000000"),
    ],
)
def test_a_number_is_read_exactly_however_it_is_typed(said: str, meant: str) -> None:
    assert typed.number(said) == Decimal(meant)


@pytest.mark.parametrize(
    "said",
    [
        *("45 %", "45%", "45\u00a0%", "%45", "45 процентов", "45 процента", "45 проц.", "45 ПРОЦЕНТОВ", "45 percent"),
        *("45 per cent", "45 pct", "45 göterim", "45 goterim", "45％", "45,0 %", "45", "45 %%", "45 % %", "45%%"),
    ],
)
def test_a_percent_is_read_with_its_sign_or_its_word_in_each_language(said: str) -> None:
    assert typed.number(said, most=HUNDRED, percent=True) == 45


@pytest.mark.parametrize("said", ["0,45", "0.45", ".5", 0.45, 0.999])
def test_a_number_below_one_without_its_sign_may_be_a_share(said: str | float) -> None:
    with pytest.raises(typed.Refused, match="share or a percent"):
        typed.number(said, most=HUNDRED, percent=True)


def test_one_may_be_all_of_it_where_a_file_cannot_tell_percents() -> None:
    for said in (1, 1.0, 0.5):
        with pytest.raises(typed.Refused, match="share or a percent"):
            typed.number(said, most=HUNDRED, percent=True, sure=False)
    assert typed.number(1, most=HUNDRED, percent=True) == 1
    assert typed.number("1 %", most=HUNDRED, percent=True, sure=False) == 1
    assert typed.number(0, most=HUNDRED, percent=True, sure=False) == 0
    assert typed.number(1.5, most=HUNDRED, percent=True, sure=False) == Decimal("1.5")


@pytest.mark.parametrize(
    ("said", "meant", "words"),
    [
        ("120 teachers", "120", "teachers"),
        ("120 учителей", "120", "учителей"),
        ("120 sany", "120", "sany"),
        ("1 100,5 кг", "1100.5", "кг"),
        ("120m2", "120", "m2"),
        ("120 (сто двадцать)", "120", "(сто двадцать)"),
        ("12 тыс. учителей", "12000", "учителей"),
        ("45 children under five", "45", "children under five"),
        ("45; all of them trained", "45", "all of them trained"),
        ("45", "45", ""),
    ],
)
def test_the_words_behind_a_number_are_kept(said: str, meant: str, words: str) -> None:
    assert typed.counted(said) == (Decimal(meant), words)


def test_the_words_behind_a_percent_are_kept_without_its_sign() -> None:
    assert typed.counted("45 % of schools", HUNDRED, percent=True) == (45, "of schools")
    assert typed.counted("45 процентов школ", HUNDRED, percent=True) == (45, "школ")
    assert typed.counted(45) == (45, "")
    assert typed.counted(0.5, HUNDRED) == (Decimal("0.5"), "")


@pytest.mark.parametrize("said", ["120 teachers", "120 учителей", "45 % школ"])
def test_words_beside_a_number_are_not_lost_in_silence(said: str) -> None:
    with pytest.raises(typed.Refused, match="Words stand beside"):
        typed.number(said, percent=True)


@pytest.mark.parametrize(
    "said", ["45, then 50", "45-50", "45-50%", "45–50", "from 3 to 5", "от 3 до 5", "45\n500", "4 5", "1 млн 200 тыс."]
)
def test_several_numbers_in_one_cell_are_asked_about(said: str) -> None:
    for read in (typed.number, typed.counted):
        with pytest.raises(typed.Refused, match="several numbers") as refused:
            read(said, percent=True)  # type: ignore[operator]
        assert "one number" in str(refused.value.allowed)


@pytest.mark.parametrize(
    "said",
    [
        *(
            "~45",
            "≈45",
            ">45",
            "< 45",
            "45+",
            "около 45",
            "примерно 45",
            "более 45",
            "не менее 45",
            "свыше 45",
            "до 45",
        ),
        *("about 45", "approx. 45", "more than 45", "at least 45", "up to 45", "45 or so", "45 и более", "takmynan 45"),
        *("45-den köp", "45 töweregi", "azyndan 45", "Около 45%"),
    ],
)
def test_an_estimate_is_asked_for_the_number_itself(said: str) -> None:
    with pytest.raises(typed.Refused, match="about how many") as refused:
        typed.number(said, percent=True)
    assert "the number itself" in str(refused.value.allowed)


@pytest.mark.parametrize(
    "said", ["5²", "½", "1e5", "3x4", "45 -", "№ 5", "01.03.2025", "doses 45", "(5)", "1.2,3.4", "5-й", "5-ти"]
)
def test_what_only_resembles_a_number_is_refused(said: str) -> None:
    with pytest.raises(typed.Refused):
        typed.number(said)
    with pytest.raises(typed.Refused):
        typed.counted(said)


@pytest.mark.parametrize("said", [True, False, date(2025, 3, 6), float("nan"), float("inf"), 10**400, -(10**400)])
def test_no_other_kind_of_cell_is_a_number(said: object) -> None:
    for read in (typed.number, typed.counted, typed.money):
        with pytest.raises(typed.Refused, match="number"):
            read(said)  # type: ignore[operator]


@pytest.mark.parametrize(
    "said",
    [
        *("3 из 5", "3 of 5", "3 out of 5", "3 of the 5", "3/5", "3 / 5", "3из5", "3 ИЗ 5", "5-den 3", "5-iň 3-si"),
        *("5-in 3-si", "5 sanydan 3", "5den 3", "3\u00a0из\u00a05"),
    ],
)
def test_a_part_of_a_whole_is_read_in_each_language(said: str) -> None:
    assert typed.part_of(said) == (3, 5)
    with pytest.raises(typed.Refused):
        typed.number(said)


@pytest.mark.parametrize(
    "said", ["3", "3-5", "03/04/2025", "из 5", "half", "3 из 5 школ", "", 0.6, True, date(2025, 3, 5)]
)
def test_what_is_no_part_of_a_whole_is_left_alone(said: object) -> None:
    assert typed.part_of(said) is None  # type: ignore[arg-type]


def test_the_words_behind_a_part_are_kept() -> None:
    assert typed.counted_part("3 из 5 школ") == (3, 5, "школ")
    assert typed.counted_part("1 000 of 2 000 Schools") == (1000, 2000, "Schools")
    assert typed.counted_part("0 of 5") == (0, 5, "")
    assert typed.counted_part("some of 5") is None


@pytest.mark.parametrize(
    ("said", "wrong"), [("6 из 5", "more than the whole"), ("0/0", "whole is 0"), ("3 of 0", "is 0")]
)
def test_a_part_that_cannot_be_is_refused(said: str, wrong: str) -> None:
    with pytest.raises(typed.Refused, match=wrong):
        typed.part_of(said)


@given(st.decimals(0, 1_000_000, places=2), st.sampled_from(["\u00a0", "\u202f", " ", "'", ","]))
def test_thousands_are_read_back_exactly_whatever_parts_them(value: Decimal, mark: str) -> None:
    assert typed.number(f"{value:,.2f}".replace(",", mark)) == value


@pytest.mark.parametrize(
    "said", ["1O0", "2О советов", "2l5", "1O шт", "1О0 учителей", "1 З", "1б", "2B", "1i", "2S", "40О чел", "6O"]
)
def test_a_letter_in_place_of_a_digit_makes_no_other_number(said: str) -> None:
    with pytest.raises(typed.Refused):
        typed.counted(said)


@pytest.mark.parametrize(("said", "meant"), [("5шт", 5), ("12чел.", 12), ("5 школ", 5), ("3т", 3), ("5школ", 5)])
def test_a_unit_may_stand_right_behind_its_number(said: str, meant: int) -> None:
    assert typed.counted(said)[0] == meant
