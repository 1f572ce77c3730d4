"""The words of the plan workbook: its sheets and columns, and what may be chosen in them. Translated when shown."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from monitoring.language import gettext, later
from monitoring.plan_rows import FocalPoint, FundingLine, Milestone
from monitoring.wording import AMENDMENT, COMBINATION, DIRECTION, FACT, FUNDING, MEASURE

TABLES: dict[str, str] = {
    "activities": later("Activities"),
    "milestones": later("Milestones"),
    "funding": later("Funding"),
    "focal_points": later("Focal points"),
    "workplans": later("Workplans"),
    "partners": later("Partners"),
    "goals": later("Goals"),
    "frameworks": later("Frameworks"),
    "indicators": later("Indicators"),
    "targets": later("Targets"),
    "periods": later("Reporting periods"),
    "regions": later("Regions"),
}
FIELDS: dict[str, str] = {
    "code": later("Code"),
    "name_en": later("Name in English"),
    "name_ru": later("Name in Russian"),
    "name_tk": later("Name in Turkmen"),
    "title_en": later("Title in English"),
    "title_ru": later("Title in Russian"),
    "title_tk": later("Title in Turkmen"),
    "kind": later("Kind"),
    "note": later("Note"),
    "source": later("Source"),
    "status": later("How sure this is"),
    "starts": later("Start"),
    "ends": later("End"),
    "closes": later("Closes on"),
    "framework": later("Framework"),
    "iso_3166_2": later("ISO code"),
    "census_share": later("Percent of the population"),
    "partners": later("Signed by"),
    "first_year": later("First year"),
    "last_year": later("Last year"),
    "signed_on": later("Signed on"),
    "valid_from": later("Holds from"),
    "unit": later("Unit"),
    "unit_name_en": later("Unit in English"),
    "unit_name_ru": later("Unit in Russian"),
    "unit_name_tk": later("Unit in Turkmen"),
    "direction": later("Direction"),
    "sdg": later("SDG indicator"),
    "priority_area": later("Priority area"),
    "goals": later("Goals"),
    "interval_years": later("Years between values"),
    "natural_limit": later("Natural limit"),
    "combine": later("Periods of a year"),
    "method": later("Method"),
    "baseline_on": later("Baseline date"),
    "baseline": later("Baseline"),
    "baseline_series": later("Series of the baseline"),
    "baseline_status": later("How sure the baseline is"),
    "criteria_en": later("Levels in English"),
    "criteria_ru": later("Levels in Russian"),
    "criteria_tk": later("Levels in Turkmen"),
    "indicator": later("Indicator"),
    "due_on": later("Due on"),
    "value": later("Value"),
    "activity": later("Activity"),
    "workplan": later("Workplan"),
    "lead_partner": later("Lead partner"),
    "supporters": later("Supporting partners"),
    "regions": later("Regions"),
    "precision": later("Dates are exact to the"),
    "measured_by": later("Measured by"),
    "planned_quantity": later("Planned quantity"),
    "unit_en": later("Unit in English"),
    "unit_ru": later("Unit in Russian"),
    "unit_tk": later("Unit in Turkmen"),
    "markers": later("Cross-cutting priorities"),
    "state": later("State"),
    "continues": later("Continues"),
    "opening_share": later("Percent complete at the beginning"),
    "illustrative": later("Illustrative"),
    "milestones": later("Milestones"),
    "funding": later("Funding"),
    "focal_points": later("Focal points"),
    "share": later("Percent complete"),
    "modality": later("Modality"),
    "currency": later("Currency"),
    "planned_cents": later("Planned amount"),
    "planned_on": later("Planned on"),
    "side": later("Side"),
    "name": later("Name"),
    "post": later("Post"),
    "contact": later("Contact"),
    "amendment": later("Amendment"),
    "reason": later("Reason"),
    "letter": later("Letter"),
}
YES = {True: later("yes"), False: later("no")}
PARTNER_KIND = {
    "ministry": later("Ministry"),
    "state committee": later("State committee"),
    "parliament": later("Parliament"),
    "court": later("Court"),
    "prosecution": later("Prosecution"),
    "institute": later("Institute"),
    "public association": later("Public association"),
    "ombudsman": later("Ombudsman"),
}
FRAMEWORK_KIND = {
    "national action plan": later("National Action Plan"),
    "country programme": later("Country programme"),
    "global targets": later("Global targets"),
}
PERIOD_KIND = {"quarter": later("Quarter"), "half-year": later("Half-year"), "year": later("Year")}
INDICATOR_KIND = {
    "survey": later("Survey"),
    "administrative": later("Administrative data"),
    "estimate": later("Estimate"),
}
TARGET_KIND = {"reach": later("To be reached"), "hold": later("To be held")}
METHOD = {
    "path": later("Path"),
    "growth rate": later("Growth rate"),
    "reduction rate": later("Rate of reduction"),
}
PRECISION = {"day": later("day"), "quarter": later("quarter")}
STATE = {
    "active": later("Active"),
    "cancelled": later("Cancelled"),
    "carried over": later("Carried over"),
    "postponed": later("Postponed"),
}
SIDE = {"partner": later("Partner"), "UNICEF": later("UNICEF")}
SURE = {key: FACT[key] for key in ("sourced", "assumed", "unverified")}
CHOICES: dict[str, Mapping[Any, str]] = {
    "partners.kind": PARTNER_KIND,
    "frameworks.kind": FRAMEWORK_KIND,
    "periods.kind": PERIOD_KIND,
    "indicators.kind": INDICATOR_KIND,
    "targets.kind": TARGET_KIND,
    "status": SURE,
    "baseline_status": SURE,
    "direction": DIRECTION,
    "combine": COMBINATION,
    "method": METHOD,
    "precision": PRECISION,
    "measured_by": MEASURE,
    "state": STATE,
    "amendment": AMENDMENT,
    "illustrative": YES,
    "funding.source": {key: FUNDING[key] for key in ("UNICEF cash", "UNICEF supplies", "government")},
    "modality": {key: FUNDING[key] for key in ("direct cash", "direct payment", "reimbursement", "by UNICEF")},
    "side": SIDE,
}
_ANY_KIND = {**PARTNER_KIND, **FRAMEWORK_KIND, **PERIOD_KIND, **INDICATOR_KIND, **TARGET_KIND}


def label(field: str) -> str:
    """The name of a field in the language of the run."""
    return gettext(FIELDS[field])


def amount(cents: int | None) -> str:
    """Cents as an amount with thousands; empty for none."""
    return "" if cents is None else f"{Decimal(cents) / 100:,.2f}".replace(",", "\u00a0")


def shown(field: str, value: Any) -> str:
    """A value of a field as a reader sees it, in the language of the run; empty for none."""
    if value is None or value == "":
        return ""
    words: Mapping[Any, str] = _ANY_KIND if field == "kind" else CHOICES.get(field, {})
    if isinstance(value, str | bool) and value in words:
        return gettext(words[value])
    if isinstance(value, tuple):
        return "; ".join(_listed(one) for one in value)
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return _digits(value) if isinstance(value, Decimal) else str(value)


def _digits(value: Decimal) -> str:
    return f"{value.normalize() + 0:f}"  # + 0: zero has no sign


def _listed(one: Any) -> str:
    if isinstance(one, Milestone):
        names = " / ".join(name for name in (one.name_en, one.name_ru, one.name_tk) if name)
        return f"{one.due_on:%d.%m.%Y}: {_digits(one.share)} %{_beside(names)}"
    if isinstance(one, FundingLine):
        kind = f"{gettext(FUNDING[one.source])}, {gettext(FUNDING[one.modality])}"
        planned_on = f"{one.planned_on:%d.%m.%Y}" if one.planned_on else ""
        return f"{kind}: {amount(one.planned_cents) or '–'} {one.currency}{_beside(planned_on)}"
    if isinstance(one, FocalPoint):
        who = ", ".join(part for part in (one.name, one.post, one.contact) if part)
        return f"{gettext(SIDE[one.side])}: {who}"
    return str(one)


def _beside(text: str) -> str:
    return f" ({text})" if text else ""
