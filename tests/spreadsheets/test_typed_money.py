"""Amounts of money as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreadsheets import typed
from spreadsheets.typed import Money


@pytest.mark.parametrize(
    ("said", "currency"),
    [
        *[(said, "USD") for said in ("USD 1 100,50", "1 100,50 USD", "$1,100.50", "1 100,50 $", "US$ 1,100.50")],
        *[
            (said, "USD")
            for said in ("1 100,50 долл.", "1 100,50 долл. США", "1,100.50 dollars", "1 100,50 доллара США")
        ],
        *[(said, "USD") for said in ("1100.50 US dollars", "$ 1100,5 USD", "1 100,50 ABŞ-nyň dollary", "usd: 1100.5")],
        *[
            (said, "TMT")
            for said in ("1 100,50 TMT", "TMT1100.50", "1 100,50 манат", "1 100,50 манатов", "1100,50 man.")
        ],
        *[(said, "TMT") for said in ("1 100,50 manat", "Manat: 1 100,50", "1100,50 ман.")],
        *[(said, "TMT") for said in ("1 100,50 новых манатов", "1100,50 нов. манат", "Новый манат: 1 100,50")],
        *[(said, "EUR") for said in ("1 100,50 EUR", "€1,100.50", "1 100,50 €", "1 100,50 евро", "1100,50 ýewro")],
        *[(said, "RUB") for said in ("1 100,50 RUB", "1 100,50 руб.", "1 100,50 рублей", "₽ 1100,50")],
        *[(said, "") for said in ("1 100,50", "1,100.50", "1.100,50", "1'100.50", "1100,5", 1100.5)],
    ],
)
def test_an_amount_is_read_with_its_currency_before_or_behind(said: str | float, currency: str) -> None:
    assert typed.money(said) == Money(110_050, currency)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("15 тыс.", Money(1_500_000, "")),
        ("15 тыс. долл. США", Money(1_500_000, "USD")),
        ("15 müň manat", Money(1_500_000, "TMT")),
        ("15k", Money(1_500_000, "")),
        ("$15k", Money(1_500_000, "USD")),
        ("15K USD", Money(1_500_000, "USD")),
        ("$20,000", Money(2_000_000, "USD")),
        ("20.000 манат", Money(2_000_000, "TMT")),
        ("1,100", Money(110_000, "")),
        ("1,2 млн", Money(120_000_000, "")),
        ("1.2 mln TMT", Money(120_000_000, "TMT")),
        ("1,23456789 млн", Money(123_456_789, "")),
        ("0,1 тыс.", Money(10_000, "")),
        (0, Money(0, "")),
        (7, Money(700, "")),
        (0.1 + 0.2, Money(30, "")),
        (1_000_000_000_000, Money(100_000_000_000_000, "")),
    ],
)
def test_thousands_and_millions_are_multiplied_exactly(said: str | float, meant: Money) -> None:
    assert typed.money(said) == meant


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (1.005, "two decimals"),
        ("1,005.125", "two decimals"),
        ("1,234567 тыс.", "two decimals"),
        (-1, "below 0"),
        ("-$5", "below 0"),
        ("$-5", "below 0"),
        ("-5 манат", "below 0"),
        ("$5 EUR", "Two currencies"),
        ("5 apples", "no currency"),
        ("1,250 million USD", "not clear"),
        ("~$5", "about how many"),
        ("5-10 USD", "several numbers"),
        ("много", "number belongs here"),
        ("2 000 млрд", "too large"),
        (1e15, "too large"),
        (True, "not a number"),
    ],
)
def test_what_is_no_exact_amount_is_refused_with_its_reason(said: str | float, wrong: str) -> None:
    with pytest.raises(typed.Refused, match=wrong) as refused:
        typed.money(said)
    assert str(refused.value.allowed)


@given(st.integers(0, 10**13))
def test_whole_cents_are_read_back_from_a_float_and_from_text(cents: int) -> None:
    assert typed.money(cents / 100) == Money(cents, "")
    assert typed.money(f"{cents // 100},{cents % 100:02d} TMT") == Money(cents, "TMT")


@given(st.floats(0, 10**9))
def test_an_amount_of_more_than_two_decimals_is_never_rounded_in_silence(value: float) -> None:
    cents = round(value * 100)
    if abs(cents / 100 - value) < 0.000_000_4:
        assert typed.money(value) == Money(cents, "")
    elif abs(cents / 100 - value) > 0.000_000_6:
        with pytest.raises(typed.Refused, match="two decimals"):
            typed.money(value)
