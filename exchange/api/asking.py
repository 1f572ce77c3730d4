"""What an address asks for: its parameters checked against what was declared, and made into dates and filters."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import parse_qsl, urlencode

from db import queries
from db.engine import Database
from db.queries import asked
from db.queries.received import newest_change
from exchange.api.declared import Asked, Parameter, Table
from exchange.api.parameters import ALWAYS, YES
from monitoring import periods
from monitoring.asking_errors import GivenTwice, NoDay, NoMoment, NoNumber, UnknownParameter
from monitoring.filters import Filters
from monitoring.language import SPOKEN
from monitoring.periods import A_DAY, Dates, end_of_day, today

Given = Mapping[str, tuple[str, ...]]
A_NUMBER = re.compile(r"[0-9]{1,18}")
A_LANGUAGE = re.compile(r"([a-zA-Z]{1,8})(?:-[\w-]*)?\s*(?:;\s*q\s*=\s*([01](?:\.[0-9]{0,3})?))?\s*(?:,|$)")


@dataclass(frozen=True)
class Page:
    """One page of a table: what is asked for, and which rows of it."""

    asked: Asked
    given: Given
    limit: int
    offset: int

    def query(self, table: Table, offset: int) -> str:
        """The parameters of a page of the same view, with both dates: they give the same rows at any later time."""
        dates = {"known_on": moment(self.asked.dates.known_on)}
        if table.dated or "as_of" in self.given:
            dates["as_of"] = self.asked.dates.as_of.isoformat()
        # A period has become a date, unless it is a filter of its own.
        left_out = {"as_of", "known_on"} | ({"period"} if table.dated else set())
        kept = [parameter.name for parameter in table.parameters if parameter.name not in left_out]
        pairs = [(name, value) for name in (*kept, "format") for value in self.given.get(name, ())]
        pairs += [*dates.items(), ("limit", str(self.limit)), ("offset", str(offset))]
        return urlencode(pairs)


def given(query: str, table: Table) -> Given:
    """The values given by parameter, each once, as declared. Raises UnknownParameter or GivenTwice."""
    declared = {parameter.name: parameter for parameter in (*table.parameters, *ALWAYS)}
    found: dict[str, tuple[str, ...]] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name not in declared:
            raise UnknownParameter(name=name, known=", ".join(declared))
        found[name] = (*found.get(name, ()), value)
    for name, values in found.items():
        if len(values) > 1 and not declared[name].many:
            raise GivenTwice(name=name)
    return {name: tuple(dict.fromkeys(values)) for name, values in found.items()}


def page(database: Database, table: Table, asked_for: Given) -> Page:
    """The dates, filters and rows asked for. Raises AskedWrongly or UnknownPeriod for what cannot be."""
    declared = (*table.parameters, *ALWAYS)
    known = codes(database)
    for parameter in declared:
        if parameter.kind in ("code", "word"):
            asked.check_codes(asked_for.get(parameter.name, ()), parameter.words or known[parameter.name])
    numbers = {one.name: _number(one, asked_for) for one in declared if one.kind == "whole"}
    named = {one.name: asked_for[one.name] for one in table.parameters if one.name in asked_for}
    picked = {
        one.name: named[one.name] if one.many else named[one.name][0] for one in table.parameters if one.name in named
    }
    filters = Filters(
        partners=named.get("partner", ()),
        areas=named.get("area", ()),
        goals=named.get("goal", ()),
        regions=named.get("region", ()),
        statuses=named.get("status", ()),
        years=tuple(sorted(int(year) for year in named.get("year", ()))),
        weight="budget" if named.get("weight") == ("budget",) else "equal",
        supporting=named.get("supporting", ("no",))[0] in YES,
    )
    return Page(Asked(_dates(database, asked_for), filters, picked), asked_for, **numbers)


def codes(database: Database) -> dict[str, list[str]]:
    """All codes that a parameter of the kind "code" can have, by its name, as known now."""
    now = Dates(today(), end_of_day(today()))
    indicators = list(queries.stated_sources(database, "indicator"))
    periods = [str(code) for code in queries.periods(database)["code"]]
    return {**asked.known_codes(database, now), "indicator": indicators, "period": periods}


def moment(known_on: datetime) -> str:
    """A moment in UTC as answers and addresses write it."""
    return known_on.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def language(asked_for: str, accepted: str) -> str:
    """The language to speak: the one asked for, else the one that Accept-Language likes best, else English."""
    if asked_for in SPOKEN:
        return asked_for
    liked = [(float(weight or 1), code.lower()) for code, weight in A_LANGUAGE.findall(accepted)]
    best = max((pair for pair in liked if pair[1] in SPOKEN), key=lambda pair: pair[0], default=(0.0, "en"))
    return best[1] if best[0] > 0 else "en"


def _dates(database: Database, asked_for: Given) -> Dates:
    """The two dates, the second as the moment of the newest change known by then: it stands for "now" later on."""
    known_by = _moment(asked_for.get("known_on", ()))
    known_on = newest_change(database, known_by) or known_by
    return asked.dates(database, _first(asked_for, "period"), _day(asked_for.get("as_of", ())), known_on, today())


def _first(asked_for: Given, name: str) -> str:
    return next(iter(asked_for.get(name, ())), "")


def _day(values: Sequence[str]) -> date | None:
    for value in values:
        try:
            return date.fromisoformat(value if A_DAY.fullmatch(value) else "")
        except ValueError as error:
            raise NoDay(name="as_of", value=value) from error
    return None


def _moment(values: Sequence[str]) -> datetime:
    for value in values:
        try:
            return periods.moment(value)
        except (ValueError, OverflowError) as error:
            raise NoMoment(name="known_on", value=value) from error
    return end_of_day(today())


def _number(parameter: Parameter, asked_for: Given) -> int:
    value = _first(asked_for, parameter.name) if parameter.name in asked_for else str(parameter.default)
    if not A_NUMBER.fullmatch(value) or not parameter.least <= int(value) <= parameter.most:
        raise NoNumber(name=parameter.name, value=value, least=parameter.least, most=parameter.most)
    return int(value)
