"""The hidden mark of a form: its version, and the partner and period it was made for."""

from dataclasses import dataclass
from datetime import UTC, datetime

from monitoring.form import FormContent
from monitoring.language import spoken
from spreadsheets.workbook import Workbook

SHEET = "_form"
TITLE = "child-rights-workplan-form"


@dataclass(frozen=True)
class Marker:
    """Which form a workbook is. Codes of partner and period; the language is its code.

    ``known_on``: the moment whose knowledge the form was written from; None where it does not say.
    """

    version: str
    partner: str
    period: str
    language: str
    known_on: datetime | None = None


def lines(content: FormContent, version: int) -> list[tuple[str, str]]:
    """The rows of the hidden sheet: names and values."""
    return [
        (TITLE, str(version)),
        ("partner", content.partner.code),
        ("period", content.period.code),
        ("language", spoken()),
        # A page asks for all that is known to the end of the day; what comes later today is not in the form yet.
        ("known on", min(content.known_on, datetime.now(UTC)).isoformat()),
        ("illustrative", "yes" if content.illustrative else "no"),
    ]


def marker(workbook: Workbook) -> Marker | None:
    """The mark of a workbook; None when it has none, as when its rows were copied into a new file."""
    for sheet in workbook.sheets:
        if sheet.name == SHEET:
            said = {str(row[0]): str(row[1]) for row in sheet.rows if len(row) > 1}
            if TITLE in said:
                partner, period, language = (said.get(name, "") for name in ("partner", "period", "language"))
                return Marker(said[TITLE], partner, period, language, _moment(said.get("known on", "")))
    return None


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:  # somebody has written into the hidden sheet
        return None
    return found if found.tzinfo is not None else None
