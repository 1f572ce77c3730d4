"""Check the sheet of activities: each filled row becomes a progress report, or its faults are listed."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from unicodedata import category

from babel.numbers import list_currencies

from monitoring.faults import Said, Word
from monitoring.form import CLOSED, FormActivity, PlanContent
from monitoring.language import later
from monitoring.mapping import IDENTITIES
from monitoring.reported_words import FIELDS, REPORTED_STATUSES
from monitoring.sent_rows import NOTE_FIELDS, NoteRow, ReportRow
from spreadsheets import figures, typed
from spreadsheets.codes import Codes
from spreadsheets.columns import FIGURES
from spreadsheets.contradictions import check_contradictions, check_order, check_undated
from spreadsheets.form_rows import PARTS
from spreadsheets.header_remarks import currency_of
from spreadsheets.known_cells import check_last, check_last_untouched, check_plan
from spreadsheets.marker import Marker, period_of
from spreadsheets.read_row import ReadRow, Seen
from spreadsheets.read_table import ReadTable
from spreadsheets.spelling import in_every_language, plain
from spreadsheets.workbook import Cell

CHOSEN = ("rating", "cause", "waiting_for")
IN_ORDER = (*FIGURES, "as_of", *IDENTITIES["activities"])  # what says how far an activity was on which day
EARLIEST = timedelta(days=366)
UNKNOWN = Said(later("There is no such activity in the plan of this period."))
KEPT_WORDS = Said(later("These words are kept in Narrative."))
# Codes that begin with X are those of metals and tests, or of no currency at all.
CURRENCIES = frozenset(one for one in list_currencies() if one[0] != "X")
AS_STATUS = Said(later("It is taken as: {status}."))
NOBODYS = Said(later("This row is of a partner that supports the activity, and the file does not say of which."))
SAY_WHOSE = Said(later("Say whose file it is, or clear this cell."))
IN_ITS_COLUMN = Said(
    later("Write three letters, such as USD or TMT, in the column {column}."), {"column": Word(FIELDS["currency"])}
)
BEHIND_AMOUNT = Said(later("Write it behind the amount, such as 100 USD."))


@dataclass(frozen=True)
class Days:
    """The days a report may speak of: up to ``latest``; ``default`` is meant where none is written, if any is known."""

    default: date | None
    latest: date
    today: date

    def of(self, row: ReadRow, said: date | None, activity: FormActivity | None) -> date | None:
        """The day a row speaks of; None, with its fault noted, for none or an impossible one."""
        faulty = said is None and row.given("as_of")
        above = row.read.table.on
        if said is not None and above is not None and above != said:
            what = Said(
                later("The words above the column of figures say another day: {day}."), {"day": f"{above:%d.%m.%Y}"}
            )
            row.fault("as_of", what, Said(later("Correct one of them.")))
        as_of = said or (None if faulty else above or self.default)
        if as_of is not None and as_of <= self.latest and (activity is None or as_of >= activity.starts - EARLIEST):
            return as_of
        allowed = Said(later("Write a day up to {latest}."), {"latest": f"{self.latest:%d.%m.%Y}"})
        if as_of is None:
            if not faulty:
                row.fault("as_of", Said(later("It is not said from which day this is.")), allowed)
            return None
        if as_of > self.today:
            row.fault("as_of", Said(later("This day is in the future.")), allowed)
        elif as_of > self.latest:
            ends = {"ends": f"{self.latest:%d.%m.%Y}"}
            what = Said(later("This day is after the period of this file, which ends on {ends}."), ends)
            row.fault("as_of", what, allowed)
        elif activity is not None:
            values = {"starts": f"{activity.starts:%d.%m.%Y}"}
            values |= {"first": f"{activity.starts - EARLIEST:%d.%m.%Y}", "latest": f"{self.latest:%d.%m.%Y}"}
            allowed = Said(later("Write a day from {first} to {latest}."), values)
            row.fault("as_of", Said(later("This is long before the activity begins, on {starts}."), values), allowed)
        return as_of


@dataclass
class CheckingReports:
    """The reports and notes of a file, sheet by sheet; ``seen`` grows by their rows. ``mark``: that of our own form."""

    content: PlanContent
    days: Days
    seen: Seen
    mark: Marker | None = None
    reports: list[ReportRow] = field(default_factory=list)
    notes: list[NoteRow] = field(default_factory=list)

    def __post_init__(self) -> None:
        asked, late = self.content.activities, self.content.earlier
        self.activities = {activity.code: activity for activity in (*asked, *late)}
        titles = {one.code: (one.title_en, one.title_ru, one.title_tk) for one in (*asked, *late)}
        self._in_order: list[tuple[ReadTable, ReportRow]] = []
        self._refused: list[ReportRow] = []  # for another reason than their figure and day, in the table being read
        self._days = self.days  # of the table that is being read: a sheet of another period needs days of its own
        self._codes = Codes(UNKNOWN, self.activities, titles, self.content.elsewhere, late={one.code for one in late})

    def check(self, read: ReadTable) -> None:
        """Add what the rows of a table say; their faults are noted in it."""
        own = period_of(read.table.sheet)
        self._days = self.days if own in ("", self.content.period.code) else replace(self.days, default=None)
        figure_columns = figures.columns(read)
        year = self.days.latest.year
        codes = self._codes.of(read)
        check_plan(read, self.activities, ours=self.mark is not None)
        if self.mark is None or self.mark.known_on is None:  # else the preview says who reported since
            check_last(read, codes, self.activities)
        else:
            check_last_untouched(read, self.activities)
        columns = (
            codes,
            zip(*(figure_columns[name] for name in FIGURES), strict=True),
            read.days("as_of", year=year),
            read.taken("reported_status", typed.said_status, (None, "")),
            zip(_amounts(read), read.texts("currency"), strict=True),
            read.days("next_step_on", year=year, known=[self._next_step_before(code) for code in codes]),
            zip(*(read.choices(name) for name in CHOSEN), strict=True),
            zip(*(read.texts(name) for name in NOTE_FIELDS), strict=True),
        )
        unsure, parts = read.table.unsure, read.cells("part")
        before, self._refused, self._sheet = len(self.reports), [], read.table.sheet
        for number, (code, *said) in enumerate(zip(*columns, strict=True)):
            read.steps.row(number)
            row = ReadRow(read, number)
            if code is None or (unsure and row.uses(unsure)):
                continue
            activity = self.activities.get(code)
            if activity is None or activity.state in CLOSED:
                self._refuse(row, code)
                continue
            if self.content.partner is None and _supports(parts[number]):
                row.fault(read.table.identity, NOBODYS, SAY_WHOSE)
            elif activity.part == "supports":
                self._add_note(row, activity, said)
            else:
                self._add(row, activity, said)
        self._in_order += [(read, report) for report in (*self.reports[before:], *self._refused)]

    def check_order(self) -> None:
        """Compare the reports of each activity with each other, over all tables: to be asked for once, after them."""
        check_order(self._in_order, self.activities)

    def _next_step_before(self, code: str | None) -> date | None:
        activity = self.activities.get(code or "")
        return activity.reported.next_step_on if activity and activity.reported else None

    def _refuse(self, row: ReadRow, code: str) -> None:
        """Say why nobody whose file this is reports on an activity: another partner does, or it is closed."""
        what = Said(later("A signed amendment has closed this activity."))
        if code not in self.activities:
            lead = {"partner": self.content.elsewhere[code]}
            what = Said(later("{partner} leads this activity and reports on it."), lead)
        row.fault(row.read.table.identity, what, Said(later("Clear what is filled in in this row.")))

    def _add(self, row: ReadRow, activity: FormActivity, said: list[Any]) -> None:
        given, day, (status, phrase), (money, currency), next_step_on, (rating, cause, waiting_for), texts = said
        as_of = self._days.of(row, day, activity)
        measured, words = figures.figure(row, activity, given)
        if phrase:
            row.fault("reported_status", KEPT_WORDS, _taken_as(status), "warning")
        narrative, challenge, next_step, support_asked, support_from, evidence = texts
        if phrase or words:
            narrative = "\n".join(text for text in (narrative, phrase, words) if text)
        spent = _money(row, money, currency)
        share, stage, quantity = measured
        report = ReportRow(
            activity=activity.code,
            as_of=as_of or self._days.latest,
            share=share,
            stage=stage,
            quantity=quantity,
            reported_status=status,
            rating=rating,
            narrative=narrative,
            challenge=challenge,
            cause=cause,
            waiting_for=waiting_for,
            next_step=next_step,
            next_step_on=next_step_on,
            support_asked=support_asked,
            support_from=support_from,
            evidence=evidence,
            spent_cents=spent[0],
            currency=spent[1],
            illustrative=activity.illustrative,
            sheet=self._sheet.name,
            row=self._sheet.first_row + row.place + 1,
            silent_on=row.read.silent_on,
        )
        if as_of is None:
            check_undated(row, report, activity)
            return
        # What counts already was let in before.
        if report != activity.reported:
            check_contradictions(row, report, activity, ours=self.mark is not None)
        if row.may_be_saved(self.seen, ("report", activity.code, as_of), report, lambda cell: _twice(cell, as_of)):
            self.reports.append(report)
        elif row.read.is_refused(row.place) and not row.read.is_refused(row.place, IN_ORDER):
            self._refused.append(report)

    def _add_note(self, row: ReadRow, activity: FormActivity, said: list[Any]) -> None:
        """A supporting partner adds words; the figures are those of the partner that leads."""
        _, day, _, _, _, _, texts = said
        as_of = self._days.of(row, day, activity)
        allowed = {*NOTE_FIELDS, "as_of", "currency"}
        for column in row.read.table.form.fill:
            if column.field not in allowed and row.given(column.field):
                what = Said(later("{partner} leads this activity and reports its figures."), {"partner": activity.lead})
                row.fault(column.field, what, Said(later("Clear this cell; notes may be added in words.")))
        if as_of is None or self.content.partner is None or not any(texts):
            return
        note = NoteRow(
            activity=activity.code,
            partner=self.content.partner.code,
            as_of=as_of,
            illustrative=activity.illustrative,
            sheet=row.read.table.sheet.name,
            row=row.line,
            **dict(zip(NOTE_FIELDS, texts, strict=True)),
        )
        if row.may_be_saved(self.seen, ("note", activity.code, as_of), note, lambda cell: _twice(cell, as_of)):
            self.notes.append(note)


def _money(row: ReadRow, money: typed.Money | None, said: str) -> tuple[int | None, str]:
    """What was spent, in cents, with its currency; a currency alone says nothing.

    Of an amount that is refused the currency is looked at all the same, so that both are said at once.
    """
    if money is None and not row.given("spent_cents"):
        return None, ""
    written = typed.currency(said) or said.upper()
    beside = money.currency if money is not None else _currency_beside(row)
    currency = written or beside
    three_letters = IN_ITS_COLUMN if "currency" in row.read.table.columns else BEHIND_AMOUNT
    if money is not None and written and beside and written != beside:
        values = {"one": beside, "other": written}
        what = Said(later("Here it says {one}, and {other} in the column of currencies."), values)
        row.fault("spent_cents", what, Said(later("Correct one of them.")))
    elif not currency:
        row.fault("spent_cents", Said(later("The currency of this amount is missing.")), three_letters)
    elif currency not in CURRENCIES and (money is not None or written):
        row.fault("currency", Said(later("This is no currency.")), three_letters)
    return (money.cents, currency) if money is not None else (None, "")


def _currency_beside(row: ReadRow) -> str:
    """The currency above an amount that is refused, or what may be one in its cell; empty where there is neither."""
    cell = str(row.cell("spent_cents"))
    return _currency_above(row.read) or "".join(one for one in cell if one.isalpha() or category(one) == "Sc")


def _currency_above(read: ReadTable) -> str:
    """The currency that the words above the column of amounts say; empty for none."""
    column = read.table.columns.get("spent_cents")
    return currency_of(read.table.name_of(column)) if column is not None else ""


def _amounts(read: ReadTable) -> list[typed.Money | None]:
    """Money of each row, in the currency that the words above the column say where a cell says none."""
    said = _currency_above(read)
    found: list[typed.Money | None] = read.taken("spent_cents", typed.money)
    if not said:
        return found
    return [typed.Money(one.cents, one.currency or said) if one is not None else None for one in found]


def _supports(part: Cell) -> bool:
    """Whether the column of the form that says whose part a row is says so."""
    return isinstance(part, str) and part != "" and plain(part) in in_every_language(PARTS["supports"])


def _twice(cell: str, on: date) -> Said:
    values = {"cell": cell, "day": f"{on:%d.%m.%Y}"}
    return Said(later("The same activity and date ({day}) stand in {cell} too."), values)


def _taken_as(status: str | None) -> Said:
    if status is None:
        return Said(later("Leave it, or choose one of the words of the form."))
    return Said(AS_STATUS.text, {"status": Word(REPORTED_STATUSES[status])})
