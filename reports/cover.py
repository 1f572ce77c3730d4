"""What a report says of itself: filters in words, the two dates, who reported last and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from db import queries
from db.engine import Database
from db.queries.received import newest_change
from monitoring import formats
from monitoring.filters import NATIONWIDE, Filters
from monitoring.language import gettext as _
from monitoring.language import later, name
from monitoring.periods import Dates
from monitoring.status import DELIVERY_MARKS, Delivery
from reports import reference

Names = Mapping[str, Mapping[str, str]]
FRAMEWORKS = {
    "national action plan": later("National Action Plan"),
    "country programme": later("Country programme"),
    "global targets": later("Global targets"),
}


@dataclass(frozen=True)
class Sent:
    """A submission: the name of its partner, and its moment in UTC."""

    partner: str
    on: datetime


@dataclass(frozen=True)
class Cover:
    """The facts of a report, none of which is the moment of printing.

    Attributes:
        dates, filters, framework: what was asked for.
        period_code, period_name: the reporting period that ends on the reporting date; empty where none does.
        known_on: the newest change of the ledger among what was known then; None where nothing was.
        newest, newest_real: the newest submission that counts among what is shown, and the newest that is not made
            up; None where there is none.
        filters_in_words: label and value of each filter; nothing where all is shown.
        subjects: name of the partner and of the goal, by "partner" and "goal", where exactly one is picked.
        finding: the sentence that the overview starts with.
        illustrative: whether anything shown is made up.
        real_alone: whether what is made up was left out, as no page does.
    """

    dates: Dates
    filters: Filters
    framework: str
    period_code: str
    period_name: str
    known_on: datetime | None
    newest: Sent | None
    newest_real: Sent | None
    filters_in_words: tuple[tuple[str, str], ...]
    subjects: Mapping[str, str]
    finding: str
    illustrative: bool
    real_alone: bool = False

    @property
    def last(self) -> Sent | None:
        """Who reported last: one that is made up only in a report that says that it shows such."""
        return self.newest if self.illustrative else self.newest_real

    def facts(self) -> list[tuple[str, str]]:
        """Label and value of each fact, in the language of this run."""
        last = formats.NOTHING
        if self.last is not None:
            last = _("{partner}, {moment}", partner=self.last.partner, moment=formats.moment(self.last.on))
        shown = [
            (_("Reporting period"), self.period_name or formats.NOTHING),
            (_("As of"), formats.day(self.dates.as_of)),
            (_("Known on"), self.known()),
            (_("Reported last"), last),
            (_("Goals of"), _(FRAMEWORKS.get(self.framework, self.framework))),
        ]
        if self.real_alone:
            return [*shown, *self.filters_in_words, (_("Left out"), _("what is made up for demonstration"))]
        return [*shown, *(self.filters_in_words or [(_("Filters"), _("None: everything is shown"))])]

    def known(self) -> str:
        """The moment of the newest change, as the screen writes it, and why it can lie after the last report."""
        if self.known_on is None:
            return formats.NOTHING
        return _(
            "{moment} (newest change of any kind: reports, plans, decisions, published values)",
            moment=formats.known(self.known_on),
        )

    @property
    def reference(self) -> str:
        """What opens the same view again."""
        return reference.of(reference.View(self.dates, self.filters, self.framework), self.known_on)

    def facts_and_reference(self) -> list[tuple[str, str]]:
        """As :meth:`facts`, for a document that has no foot of its pages to hold its reference; none where what is made
        up is left out, since the view that it opens would show it.
        """
        return self.facts() if self.real_alone else [*self.facts(), (_("Reference"), self.reference)]

    def made_up(self) -> str:
        """The word that marks made-up data, or nothing."""
        return _("Illustrative") if self.illustrative else ""


def cover(
    database: Database, dates: Dates, filters: Filters, framework: str, names: Names, finding: str, illustrative: bool
) -> Cover:
    """The cover of a report, with words and names in the language of this run."""
    sent = submissions(database, dates, filters)
    period_code, period_name = period_of(database, dates)
    return Cover(
        dates=dates,
        filters=filters,
        framework=framework,
        period_code=period_code,
        period_name=period_name,
        known_on=newest_change(database, dates.known_on),
        newest=_first(sent, names["partner"]),
        newest_real=_first(sent[~sent["illustrative"].astype(bool)], names["partner"]),
        filters_in_words=in_words(filters, names),
        subjects=_subjects(filters, names),
        finding=finding,
        illustrative=illustrative,
    )


def in_words(filters: Filters, names: Names) -> tuple[tuple[str, str], ...]:
    """The filters as label and value, codes with their names; nothing where all is shown and counts alike."""
    picked = [
        (_("Ministry or partner"), _named(filters.partners, names["partner"])),
        (_("Priority area"), _named(filters.areas, names["area"])),
        (_("Goal"), _named(filters.goals, names["goal"])),
        (_("Region"), _named(filters.regions, {**names["region"], NATIONWIDE: _("National")})),
        (_("Status"), ", ".join(DELIVERY_MARKS[Delivery(word)].label for word in filters.statuses)),
        (_("Workplan period"), ", ".join(str(year) for year in filters.years)),
        (_("Weight"), _("By planned budget") if filters.weight == "budget" else ""),
        (_("Supporting partners"), _("Activities stand also at these") if filters.supporting else ""),
    ]
    return tuple((label, value) for label, value in picked if value)


def _subjects(filters: Filters, names: Names) -> dict[str, str]:
    picked = {"partner": filters.partners, "goal": filters.goals}
    return {kind: names[kind].get(codes[0], codes[0]) for kind, codes in picked.items() if len(codes) == 1}


def names_of(database: Database, dates: Dates) -> Names:
    """Names by code in the language of this run, for partner, area, goal and region."""
    tables = {
        "partner": queries.partners(database, dates),
        "area": queries.areas(database),
        "goal": queries.goals(database),
        "region": queries.regions(database),
    }
    return {kind: {row["code"]: name(row) for row in table.to_dict("records")} for kind, table in tables.items()}


def period_of(database: Database, dates: Dates) -> tuple[str, str]:
    """Code and name of the reporting period that ends on the reporting date, the shortest of several; else empty."""
    periods = queries.periods(database).to_dict("records")
    ending = [row for row in periods if row["ends"] == dates.as_of]
    if not ending:
        return "", ""
    row = max(ending, key=lambda period: period["starts"])
    return str(row["code"]), name(row)


def submissions(database: Database, dates: Dates, filters: Filters) -> pd.DataFrame:
    """The submissions that count and speak of an activity shown, for a period ended by the reporting date, newest
    first; where all is shown, those with values of indicators alone, too.
    """
    periods = queries.periods(database)
    ended = {row["code"] for row in periods.to_dict("records") if row["ends"] <= dates.as_of}
    found = queries.submissions(database, dates.known_on)
    found = found[found["counts"].astype(bool) & found["period"].isin([*ended, ""])]
    shown = set(queries.judged_activities(database, dates, filters)["code"])
    speaking = found["number"].isin(queries.submissions_about(database, shown, dates.as_of))
    if not filters.narrowed():
        speaking |= (found["observations"] > 0) & (found["reports"] + found["notes"] == 0)
    return found[speaking]


def _first(sent: pd.DataFrame, names: Mapping[str, str]) -> Sent | None:
    if sent.empty:
        return None
    row = sent.iloc[0]
    return Sent(names.get(row["partner"], row["partner"]), row["recorded"].to_pydatetime())


def _named(codes: tuple[str, ...], names: Mapping[str, str]) -> str:
    return "; ".join(f"{names.get(code, code)} ({code})" for code in codes)
