"""What the form of one partner and reporting period holds before anybody fills it in: plain values, no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from monitoring.sent_rows import ReportRow

FORM_VERSION = 1
CLOSED = ("cancelled", "carried over")


@dataclass(frozen=True, kw_only=True)
class InThreeLanguages:
    """A code with its name in the languages of the dashboard; an untranslated name is empty."""

    code: str
    name_en: str
    name_ru: str = ""
    name_tk: str = ""


@dataclass(frozen=True, kw_only=True)
class FormPartner(InThreeLanguages):
    """The partner that fills the form in."""


@dataclass(frozen=True, kw_only=True)
class FormPeriod(InThreeLanguages):
    """The reporting period of the form; both days included."""

    starts: date
    ends: date
    closes: date


@dataclass(frozen=True)
class LastFigure:
    """The newest number reported of an activity, as it was reported: one of the three is given. Share in percent."""

    on: date
    share: Decimal | None = None
    stage: int | None = None
    quantity: Decimal | None = None

    @property
    def figures(self) -> tuple[Decimal | None, int | None, Decimal | None]:
        """Share, stage and quantity."""
        return self.share, self.stage, self.quantity


@dataclass(frozen=True, kw_only=True)
class FormActivity:
    """One activity of the form. ``last`` and ``spent_cents`` are totals since the start of the activity.

    ``reported`` is what was reported within this very period already: the form shows it, ready to be corrected.
    ``unchanged``: the quarters, as year and number, whose reports said the same figure as the last one, it included.
    ``released_cents``: what was released for it in ``spent_currency``, or else in ``currency``, up to the period's end.
    """

    code: str
    title_en: str
    title_ru: str = ""
    title_tk: str = ""
    part: Literal["leads", "supports"] = "leads"
    lead: str
    state: str = "active"
    measured_by: str
    unit_en: str = ""
    unit_ru: str = ""
    unit_tk: str = ""
    planned_quantity: Decimal | None = None
    starts: date
    ends: date
    currency: str = ""
    last: LastFigure | None = None
    spent_cents: int | None = None
    spent_currency: str = ""
    spent_on: date | None = None
    reported_on: date | None = None
    unchanged: frozenset[tuple[int, int]] = frozenset()
    released_cents: int | None = None
    supporters: tuple[str, ...] = ()
    reported: ReportRow | None = None
    illustrative: bool = False

    @property
    def fillable(self) -> bool:
        """Whether this partner reports on it: it leads, and no signed amendment has closed the activity."""
        return self.part == "leads" and self.state not in CLOSED

    @property
    def notable(self) -> bool:
        """Whether this partner may add notes to it: it supports, and no signed amendment has closed the activity."""
        return self.part == "supports" and self.state not in CLOSED


@dataclass(frozen=True, kw_only=True)
class FormIndicator(InThreeLanguages):
    """One indicator of the form. ``series`` is that of the baseline; ``last`` the newest total value in it; ``levels``
    the number of levels of a qualitative or yes/no indicator, 0 for any other.
    """

    unit: str
    unit_name_en: str
    unit_name_ru: str = ""
    unit_name_tk: str = ""
    series: str = ""
    last: Decimal | None = None
    last_on: date | None = None
    illustrative: bool = False
    levels: int = 0


@dataclass(frozen=True, kw_only=True)
class PlanContent:
    """The plan of a reporting period, and what was reported of it: what a filled file is checked against.

    ``partner``: whose file it is; None for one that may bring reports of any partner on what it leads.
    ``earlier``: the activities of workplans that are over: no form asks for them, but a late report on one is read.
    ``elsewhere``: codes of the activities that are not among these, with the partner that leads each, so that a report
    on one of them can be told from a typing error.
    """

    partner: FormPartner | None = None
    period: FormPeriod
    known_on: datetime
    activities: tuple[FormActivity, ...] = ()
    earlier: tuple[FormActivity, ...] = ()
    indicators: tuple[FormIndicator, ...] = ()
    regions: tuple[InThreeLanguages, ...] = ()
    elsewhere: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class FormContent(PlanContent):
    """All that a form is written from. ``report_date``: the date that a report without one gets."""

    partner: FormPartner
    report_date: date

    @property
    def illustrative(self) -> bool:
        """Whether anything in the form is made up."""
        return any(row.illustrative for row in self.activities) or any(row.illustrative for row in self.indicators)
