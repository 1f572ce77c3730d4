"""The words of the form: its fields, and what may be chosen in them. English here, translated when shown."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from monitoring import formats
from monitoring.language import gettext, later
from monitoring.status import RATING_WORDS
from monitoring.wording import FROM_WHOM

FIELDS: dict[str, str] = {
    "activity": later("Code"),
    "as_of": later("Reported on"),
    "share": later("Percent complete"),
    "stage": later("Stage"),
    "quantity": later("Quantity done"),
    "reported_status": later("Status"),
    "rating": later("Rating"),
    "narrative": later("Narrative"),
    "challenge": later("Challenge"),
    "cause": later("Cause of delay"),
    "waiting_for": later("Waiting for"),
    "next_step": later("Next step"),
    "next_step_on": later("Next step date"),
    "support_asked": later("Support asked"),
    "support_from": later("Support asked of"),
    "evidence": later("Evidence"),
    "spent_cents": later("Spent in total since start"),
    "currency": later("Currency"),
    "indicator": later("Code"),
    "observed_on": later("Observed on"),
    "series": later("Series"),
    "value": later("Value"),
    "numerator": later("Numerator"),
    "denominator": later("Denominator"),
    "low": later("Low"),
    "high": later("High"),
    "source": later("Source"),
    "region": later("Region"),
    "sex": later("Sex"),
    "age_group": later("Age group"),
    "residence": later("Residence"),
    "wealth": later("Wealth"),
    "disability": later("Disability"),
}
STAGES: dict[int, str] = {
    0: later("Not started"),
    25: later("Started, terms or draft agreed"),
    50: later("Under way"),
    75: later("Submitted or delivered"),
    100: later("Accepted, with evidence"),
}
REPORTED_STATUSES: dict[str, str] = {
    "not started": later("Not started"),
    "ongoing": later("Ongoing"),
    "completed": later("Completed"),
    "proposed for cancellation": later("Proposed for cancellation"),
    "proposed for postponement": later("Proposed for postponement"),
    "proposed for carry-over": later("Proposed for carry-over"),
}
GROUPS: dict[str, dict[str, str]] = {
    "sex": {"female": later("Female"), "male": later("Male")},
    "residence": {"urban": later("Urban"), "rural": later("Rural")},
    "wealth": {
        "poorest": later("Poorest"),
        "second": later("Second"),
        "middle": later("Middle"),
        "fourth": later("Fourth"),
        "richest": later("Richest"),
    },
    "disability": {"with": later("With disability"), "without": later("Without disability")},
}
CHOICES: dict[str, Mapping[Any, str]] = {
    "stage": STAGES,
    "reported_status": REPORTED_STATUSES,
    "rating": RATING_WORDS,
    "cause": FROM_WHOM,
    "waiting_for": FROM_WHOM,
    **GROUPS,
}


def shown(field: str, value: Any) -> str:
    """A value of a field as a reader sees it: a chosen word in the language of the run, empty for none."""
    if value is None or value == "":
        return ""
    if field in CHOICES:
        return gettext(CHOICES[field].get(value, str(value)))
    if field == "spent_cents":
        return formats.exact(Decimal(value) / 100, 2)
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return formats.exact(value) if isinstance(value, Decimal) else str(value)
