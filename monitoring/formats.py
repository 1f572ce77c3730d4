"""Numbers, shares, money and days as the language of this run writes them."""

import math
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_compact_currency, format_currency, format_decimal, format_percent

from monitoring.language import gettext as _
from monitoring.language import spoken
from monitoring.periods import LOCAL_ZONE, end_of_day, local_day

NOTHING = "–"
_ENGLISH = "[$-409]"  # months in English on any computer
EXACT = 6  # decimals that the database keeps


def percent(share: float | None, places: int = 0) -> str:
    """A share (1 = all) as percent with at most ``places`` decimals, halves away from zero; a dash for none."""
    if share is None or math.isnan(share):
        return NOTHING
    return _percent(_rounded(share * 100, places), places, spoken())


def points(change: float | None) -> str:
    """A difference of two shares in percentage points, with its sign."""
    if change is None or math.isnan(change):
        return NOTHING
    return _("{change} points", change=signed(_rounded(change * 100, 0)))


def signed(value: float) -> str:
    """A number with its sign, a real minus; no sign for zero."""
    if round(value) == 0:
        return "±0"
    return ("+" if value > 0 else "−") + number(abs(value))


def number(value: float | None, places: int = 0) -> str:
    """A number with at most ``places`` decimals; a dash for none."""
    if value is None or math.isnan(value):
        return NOTHING
    return _number(_rounded(value, places), places, spoken())


def exact(value: Decimal, least: int = 0) -> str:
    """A number with all its decimals, and ``least`` of them at any rate."""
    return str(format_decimal(value, format=f"#,##0.{'0' * least}{'#' * (EXACT - least)}", locale=spoken()))


def value(amount: float | None, unit: str) -> str:
    """A value of an indicator in its unit: "6.5%", "level 2", "yes", else the number alone; a dash for none."""
    if amount is None or math.isnan(amount):
        return NOTHING
    if unit == "yes/no":
        return _("yes") if amount else _("no")
    if unit == "level":
        return _("level {n}", n=int(amount))
    return percent(amount / 100, 1) if unit == "percent" else number(amount, 1)


def money(cents: float | None, currency: str, short: bool = False) -> str:
    """Whole units of a currency from cents; ``short`` writes thousands and millions as the language does."""
    if cents is None or math.isnan(cents):
        return NOTHING
    if short:
        return str(format_compact_currency(cents / 100, currency, fraction_digits=1, locale=spoken()))
    pattern = Locale(spoken()).currency_formats["standard"].pattern.replace(".00", "")
    return str(format_currency(cents / 100, currency, format=pattern, currency_digits=False, locale=spoken()))


def day(value: date | None, year: bool = True) -> str:
    """A day as "30 Sep 2025"; a dash for none."""
    if value is None:
        return NOTHING
    return _day(value, year, spoken())


def quarter(value: date) -> str:
    """The quarter of a day as "Q3", without its year."""
    return str(format_date(value, "QQQ", locale=spoken()))


def moment(value: datetime | None) -> str:
    """A moment as people in Ashgabat read it off the clock."""
    if value is None:
        return NOTHING
    local = value.astimezone(ZoneInfo(LOCAL_ZONE))
    return str(format_datetime(local, "d MMM y, HH:mm", tzinfo=ZoneInfo(LOCAL_ZONE), locale=spoken()))


def known(value: datetime) -> str:
    """The moment whose knowledge is shown: a day, where it is the end of it in Ashgabat, else the time as well."""
    local = local_day(value)
    return day(local) if value == end_of_day(local) else moment(value)


def before_percent() -> str:
    """What this language puts between a number and its percent sign: nothing, or a space that does not break."""
    written: str = Locale(spoken()).percent_formats[None].pattern
    return written.removeprefix("#,##0").removesuffix("%")


def percent_code() -> str:
    """How spreadsheets and charts of Office write a share (1 = all) in this language, as a code of theirs."""
    gap = before_percent()
    return f'0"{gap}"%' if gap else "0%"


def day_code() -> str:
    """How they write a day. They know no months in Turkmen, and write Russian ones only on a Russian computer, so these
    languages have their short form, in numbers.
    """
    return f"{_ENGLISH}d mmm yyyy" if spoken() == "en" else "dd.mm.yyyy"


def month_code() -> str:
    """How they write a month of a year, as :func:`day_code`."""
    return f"{_ENGLISH}mmm yyyy" if spoken() == "en" else "mm.yyyy"


# A page says the same few shares, counts and days again and again, and writing one takes a twentieth of a millisecond.
@lru_cache(maxsize=4096)
def _percent(percents: float, places: int, language: str) -> str:
    pattern = Locale(language).percent_formats[None].pattern.replace("#,##0", _pattern(places))
    return str(format_percent(percents / 100, format=pattern, locale=language))


@lru_cache(maxsize=4096)
def _number(value: float, places: int, language: str) -> str:
    return str(format_decimal(value, format="#,##0." + "#" * places, locale=language))


@lru_cache(maxsize=4096)
def _day(value: date, year: bool, language: str) -> str:
    return str(format_date(value, "d MMM y" if year else "d MMM", locale=language))


def _pattern(places: int) -> str:
    return "0." + "#" * places if places else "0"


def _rounded(value: float, places: int) -> float:
    """Halves away from zero: 12.5 is 13, as people round."""
    factor = 10**places
    return float(math.copysign(math.floor(abs(value) * factor + 0.5 + 1e-9), value) / factor)
