"""Check the sheet of activities: each filled row becomes a progress report, or its faults are listed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from monitoring.form import CLOSED, FormActivity, PlanContent
from monitoring.language import later
from monitoring.reported_words import FIELDS, REPORTED_STATUSES
from monitoring.upload import NOTE_FIELDS, NoteRow, ReportRow, Said, Word
from spreadsheets import figures, typed
from spreadsheets.codes import Codes
from spreadsheets.contradictions import check_contradictions
from spreadsheets.read_table import ReadRow, ReadTable, Seen, where

TEXTS = ("narrative", "challenge", "next_step", "support_asked", "support_from", "evidence")
CHOSEN = ("rating", "cause", "waiting_for")
COMPARED = (*figures.FIGURES, "reported_status", "as_of", "spent_cents")
EARLIEST = timedelta(days=366)
UNKNOWN = Said(later("There is no such activity in the plan of this period."))
KEPT_WORDS = Said(later("These words are kept in Narrative."))
AS_STATUS = Said(later("It is taken as: {status}."))
_CURRENCY = {"column": Word(FIELDS["currency"])}


@dataclass(frozen=True)
class Days:
    """The days a report may speak of: up to ``latest``; ``default`` is meant where none is written, if any is known."""

    default: date | None
    latest: date
    today: date

    def of(self, row: ReadRow, said: date | None, activity: FormActivity | None) -> date | None:
        """The day a row speaks of; None, with its fault noted, for none or an impossible one."""
        on = row.read.table.on or self.default
        as_of = said if row.given("as_of") else on
        allowed = Said(later("Write a day up to {latest}."), {"latest": f"{self.latest:%d.%m.%Y}"})
        if as_of is None:
            if not row.given("as_of"):
                row.fault("as_of", Said(later("It is not said from which day this is.")), allowed)
            return None
        if self.latest >= as_of and (activity is None or as_of >= activity.starts - EARLIEST):
            return as_of
        if as_of > self.today:
            row.fault("as_of", Said(later("This day is in the future.")), allowed)
        elif as_of > self.latest:
            row.fault("as_of", Said(later("This day is after the end of the period.")), allowed)
        elif activity is not None:
            values = {"starts": f"{activity.starts:%d.%m.%Y}"}
            row.fault("as_of", Said(later("This is long before the activity begins, on {starts}."), values), allowed)
        return as_of


@dataclass
class CheckingReports:
    """The reports and notes of a file, sheet by sheet; ``seen`` grows by their rows."""

    content: PlanContent
    days: Days
    seen: Seen
    reports: list[ReportRow] = field(default_factory=list)
    notes: list[NoteRow] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.activities = {activity.code: activity for activity in self.content.activities}
        titles = {one.code: (one.title_en, one.title_ru, one.title_tk) for one in self.content.activities}
        self._codes = Codes(UNKNOWN, self.activities, titles, self.content.elsewhere)

    def check(self, read: ReadTable) -> None:
        """Add what the rows of a table say; their faults are noted in it."""
        columns = {
            "figures": figures.columns(read),
            "as_of": read.days("as_of", year=self.days.latest.year),
            "status": read.taken("reported_status", typed.said_status, (None, "")),
            "money": read.taken("spent_cents", typed.money),
            "next_step_on": read.days("next_step_on", year=self.days.latest.year),
            **{name: read.choices(name) for name in CHOSEN},
            **{name: read.texts(name) for name in (*TEXTS, "currency")},
        }
        for row, activity in self._rows(read):
            if activity is not None:
                self._add(row, activity, columns)

    def _rows(self, read: ReadTable) -> Iterator[tuple[ReadRow, FormActivity | None]]:
        unsure = read.table.unsure
        for number, code in enumerate(self._codes.of(read)):
            row = ReadRow(read, number)
            cells = read.table.sheet.rows[row.place]
            if unsure and any(cells[column] != "" for column in unsure):
                continue
            yield row, None if code is None else self._activity(row, code)

    def _activity(self, row: ReadRow, code: str) -> FormActivity | None:
        activity = self.activities.get(code)
        identity = row.read.table.identity
        if activity is None:
            lead = {"partner": self.content.elsewhere[code]}
            what = Said(later("{partner} leads this activity and reports on it."), lead)
            row.fault(identity, what, Said(later("Clear what is filled in in this row.")))
        elif activity.state in CLOSED:
            what = Said(later("A signed amendment has closed this activity."))
            row.fault(identity, what, Said(later("Clear what is filled in in this row.")))
            return None
        return activity

    def _add(self, row: ReadRow, activity: FormActivity, columns: dict[str, Any]) -> None:
        number = row.number
        as_of = self.days.of(row, columns["as_of"][number], activity)
        if activity.part == "supports":
            self._add_note(row, activity, as_of, columns)
            return
        given = {name: column[number] for name, column in columns["figures"].items()}
        measured, words = figures.figure(row, activity, given)
        status, phrase = columns["status"][number]
        if phrase:
            row.fault("reported_status", KEPT_WORDS, _taken_as(status), "warning")
        narrative = "\n".join(text for text in (columns["narrative"][number], phrase, words) if text)
        money = self._money(row, columns)
        if as_of is None:
            return
        report = ReportRow(
            activity=activity.code,
            as_of=as_of,
            reported_status=status,
            rating=columns["rating"][number],
            cause=columns["cause"][number],
            waiting_for=columns["waiting_for"][number],
            narrative=narrative,
            challenge=columns["challenge"][number],
            next_step=columns["next_step"][number],
            next_step_on=columns["next_step_on"][number],
            support_asked=columns["support_asked"][number],
            support_from=columns["support_from"][number],
            evidence=columns["evidence"][number],
            illustrative=activity.illustrative,
            sheet=row.read.table.sheet.name,
            row=row.line,
            **measured,
            **money,
        )
        # What counts already was let in before; what is not understood cannot contradict anything.
        if report != activity.reported and not row.read.is_refused(row.place, COMPARED):
            check_contradictions(row, report, activity)
        if self._first(row, ("report", report.activity, report.as_of.isoformat()), as_of):
            self.reports.append(report)

    def _add_note(self, row: ReadRow, activity: FormActivity, as_of: date | None, columns: dict[str, Any]) -> None:
        """A supporting partner adds words; the figures are those of the partner that leads."""
        allowed = {*NOTE_FIELDS, "as_of", "currency"}
        for column in row.read.table.form.fill:
            if column.field not in allowed and row.given(column.field):
                what = Said(later("{partner} leads this activity and reports its figures."), {"partner": activity.lead})
                row.fault(column.field, what, Said(later("Clear this cell; notes may be added in words.")))
        if as_of is None or self.content.partner is None:
            return
        words = {name: columns[name][row.number] for name in NOTE_FIELDS}
        note = NoteRow(
            activity=activity.code,
            partner=self.content.partner.code,
            as_of=as_of,
            illustrative=activity.illustrative,
            sheet=row.read.table.sheet.name,
            row=row.line,
            **words,
        )
        if self._first(row, ("note", note.activity, as_of.isoformat()), as_of):
            self.notes.append(note)

    def _money(self, row: ReadRow, columns: dict[str, Any]) -> dict[str, Any]:
        """What was spent, in cents, with its currency; a currency alone says nothing."""
        money = columns["money"][row.number]
        if money is None:
            return {}
        written = columns["currency"][row.number].upper()
        currency = written or money.currency
        three_letters = Said(later("Write three letters, such as USD or TMT, in the column {column}."), _CURRENCY)
        if written and money.currency and written != money.currency:
            values = {"one": money.currency, "other": written}
            what = Said(later("Here it says {one}, and {other} in the column of currencies."), values)
            row.fault("spent_cents", what, Said(later("Correct one of them.")))
        elif not currency:
            row.fault("spent_cents", Said(later("The currency of this amount is missing.")), three_letters)
        elif len(currency) != 3 or not (currency.isascii() and currency.isalpha()):
            row.fault("currency", Said(later("This is no currency.")), three_letters)
        return {"spent_cents": money.cents, "currency": currency}

    def _first(self, row: ReadRow, key: tuple[str, ...], on: date) -> bool:
        """Whether a row may be saved: it has no error, and nothing before it says something of the same."""
        first = self.seen.setdefault(key, (row.read, row.place))
        if first != (row.read, row.place):
            values = {"cell": where(*first), "day": f"{on:%d.%m.%Y}"}
            what = Said(later("The same activity and date ({day}) stand in {cell} too."), values)
            row.fault(row.read.table.identity, what, Said(later("Keep one of the two rows.")))
        return not row.read.is_refused(row.place)


def _taken_as(status: str | None) -> Said:
    if status is None:
        return Said(later("Leave it, or choose one of the words of the form."))
    return Said(AS_STATUS.text, {"status": Word(REPORTED_STATUSES[status])})
