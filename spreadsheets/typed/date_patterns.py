"""What a row of tokens means: a day, a month, a quarter, half a year, some months from January, or a year."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from monitoring.faults import Said
from monitoring.language import later
from spreadsheets.typed.date_tokens import FIRST_YEAR, LAST_YEAR, Token
from spreadsheets.typed.refused import DATE, Refused

_S = "[-./]?"
# Names of groups: d day, m month, n the number of the period, y the year; 2 where a name stands twice.
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("date", "(?P<a>A)y?"),
        ("day", f"(?P<d>D){_S}(?P<m>M){_S}(?P<y>Y)y?"),
        ("day", f"(?P<d>D){_S}(?P<m>M){_S}(?P<short>D)y?"),
        ("day", "(?P<d>D)[-./](?P<m>R)[-./](?P<y>Y|D)y?"),
        ("day", f"(?P<m>M){_S}(?P<d>D){_S}(?P<y>Y)y?"),
        ("day", f"(?P<y>Y)y?{_S}(?P<d>D)(?P<m>M)|(?P<y2>Y)y?{_S}(?P<m2>M)N?{_S}(?P<d2>D)"),
        ("day", "(?P<d>D)[-.]?(?P<m>M)|(?P<d2>D)\\.(?P<m2>D)|(?P<m3>M)(?P<d3>D)"),
        ("month", f"(?P<m>M)N?(?:{_S}(?P<y>Y)y?)?|(?P<y2>Y)y?{_S}(?P<m2>M)N?"),
        ("month", "(?P<m>D)[-./](?P<y>Y)y?|(?P<y2>Y)[-./](?P<m2>D)"),
        ("month.year", "(?P<m>M)[.](?P<short>D)y?"),
        ("quarter", f"(?:(?P<n>[DRO])-?Q|Q[-.]?(?P<n2>[DR]))(?:{_S}(?P<y>[YD])y?)?"),
        ("quarter", f"(?P<y>Y)y?{_S}(?:(?P<n>[DRO])-?Q|Q[-.]?(?P<n2>[DR]))"),
        ("half", f"(?:(?P<n>[DRO])-?H|H[-.]?(?P<n2>[DR]))(?:y?{_S}(?P<y>[YD])y?|y)?"),
        ("half", f"(?P<y>Y)y?{_S}(?:(?P<n>[DRO])-?H|H[-.]?(?P<n2>[DR]))y?"),
        ("months", f"(?P<n>D)-?N(?:{_S}(?P<y>Y)y?)?|(?P<y2>Y)y?{_S}(?P<n2>D)-?N"),
        ("year", "w?y?w?[.]?(?P<y>Y)y?w?|w?yw?"),
    )
)
NO_DATE = Said(later("This is not a date."))
NO_SUCH_DAY = Said(later("There is no such day."))
_DAY_OR_YEAR = Said(later("It is not clear whether this number is a day or a year."))
UNCLEAR = Said(later("It is not clear which number is the day and which the month."))


SHORT_YEARS = range(20, 50)


@dataclass(frozen=True)
class Piece:
    """A period within a year: its first and last month, its day where it is one day, and its year where it is said."""

    kind: str
    first_month: int
    last_month: int
    day: int | None = None
    year: int | None = None

    def first(self, year: int) -> date:
        """The first day of it in a year. Raises Refused."""
        return sensible_date(year, self.first_month, self.day or 1)

    def last(self, year: int) -> date:
        """The last day of it in a year. Raises Refused."""
        return sensible_date(year, self.last_month, self.day or monthrange(year, self.last_month)[1])


def sensible(found: date) -> date:
    """A day of these times; what lies outside is a slip of the hand or of a spreadsheet. Raises Refused."""
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Refused(Said(later("This day cannot be meant.")), DATE)
    return found


def sensible_date(year: int, month: int, day: int) -> date:
    """A day of these times from its numbers. Raises Refused."""
    try:
        return sensible(date(year, month, day))
    except ValueError:
        raise Refused(NO_SUCH_DAY, DATE) from None


def of_digits(text: str) -> date:
    """A date of digits and points, dashes or slashes, with or without a time behind it. Raises Refused."""
    parts = [int(part) for part in re.findall(r"\d+", text)[:3]]
    mark = re.search(r"[-./]", text)
    if len(re.match(r"\d+", text)[0]) == 4:  # type: ignore[index]
        return sensible_date(*parts)
    first, second, year = parts
    if mark and mark[0] in "/-":  # points alone stand between day and month in every country
        if first != second and first <= 12 and second <= 12:
            raise Refused(UNCLEAR, DATE)
        if second > 12:
            first, second = second, first
    return sensible_date(year + (2000 if year < 100 else 0), second, first)


def piece(found: Sequence[Token]) -> Piece | None:
    """What a row of tokens means; None when it is no single date or period. Raises Refused."""
    letters = "".join(token.letter for token in found)
    if "w" in letters and "N" in letters:  # some months' time, and not those from January
        return None
    for kind, pattern in _PATTERNS:
        match = pattern.fullmatch(letters)
        if match:
            named = {
                name[0] if name != "short" else name: found[match.start(name)]
                for name, said in match.groupdict().items()
                if said is not None
            }
            return _of(kind, named)
    return None


def _of(kind: str, named: dict[str, Token]) -> Piece | None:
    if kind == "date":
        on = of_digits(named["a"].text)
        return Piece("day", on.month, on.month, on.day, on.year)
    year = _year(named)
    if kind == "day":
        return _day(named, year)
    if kind == "month.year":
        # A spreadsheet in Russian shows months so, and days the other way round: 25.авг. In English it may be a day.
        if named["m"].text.isascii() or named["short"].value not in SHORT_YEARS:
            raise Refused(_DAY_OR_YEAR, DATE)
        kind = "month"
    if kind == "year":
        return Piece(kind, 1, 12, None, year)
    return _period(kind, named["m" if kind == "month" else "n"].value, year)


def _year(named: dict[str, Token]) -> int | None:
    said = named.get("y") or named.get("short")
    if said is None or said.letter == "Y":
        return said.value if said else None
    if len(said.text) != 2:
        raise Refused(NO_DATE, DATE)
    return 2000 + said.value


def _day(named: dict[str, Token], year: int | None) -> Piece:
    month, day = named["m"].value, named["d"].value
    if year is None and named["m"].letter == "M" and day > 19 and named["d"].text.isdecimal() and _month_first(named):
        raise Refused(_DAY_OR_YEAR, DATE)
    if named["m"].letter == "D" and len(named["d"].text + named["m"].text) < 4:  # 1.2 is the number of a line, or 1,2
        raise Refused(NO_DATE, DATE)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        raise Refused(NO_SUCH_DAY, DATE)
    return Piece("day", month, month, day, year)


def _month_first(named: dict[str, Token]) -> bool:
    return next(iter(named)) == "m"


def _period(kind: str, number: int, year: int | None) -> Piece | None:
    length, most = {"month": (1, 12), "quarter": (3, 4), "half": (6, 2), "months": (1, 12)}[kind]
    if not 1 <= number <= most:
        raise Refused(Said(later("There is no such period in a year.")), DATE)
    first = 1 if kind == "months" else (number - 1) * length + 1
    return Piece(kind, first, number * length, None, year)
