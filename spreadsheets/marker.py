"""The mark of a form: the partner and period it was made for, and when.

It stands in a hidden sheet, and once more in each sheet to fill in, where it outlives saving that sheet as text or
copying it into another workbook.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from monitoring.form import FORM_VERSION, FormContent
from monitoring.language import spoken
from spreadsheets.workbook import Sheet, Workbook

SHEET = "_form"
TITLE = "child-rights-workplan-form"
LOOKED_AT = 40  # rows of a sheet: above the header of a form may stand what somebody has written or pasted there
_SEEN = re.compile(r"\[(\S+) (\S+) (\w\w) (\d{4}-\d\d-\d\dT[\d:.]+Z)\]")


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
        ("known on", _made(content).isoformat()),
        ("illustrative", "yes" if content.illustrative else "no"),
    ]


def seen(content: FormContent) -> str:
    """The mark as it stands in a sheet to fill in, such as [MOE 2025-Q3 ru 2025-10-05T08:00:00.000000Z]."""
    made = _made(content).astimezone(UTC)
    return f"[{content.partner.code} {content.period.code} {spoken()} {made:%Y-%m-%dT%H:%M:%S.%f}Z]"


def _made(content: FormContent) -> datetime:
    """A page asks for all that is known to the end of the day; what comes later today is not in the form yet."""
    return min(content.known_on, datetime.now(UTC))


def marker(workbook: Workbook) -> Marker | None:
    """The mark of a workbook; None when it has none, as when its rows were copied into a new file.

    Of sheets from several forms it says only what all of them say, and the moment of the oldest.
    """
    marks = [mark for sheet in workbook.sheets for mark in _marks(sheet)]
    if not marks:
        return None
    made = [mark.known_on for mark in marks]
    return Marker(
        version=_of_all([mark.version for mark in marks]),
        partner=_of_all([mark.partner for mark in marks]),
        period=_of_all([mark.period for mark in marks]),
        language=_of_all([mark.language for mark in marks]),
        known_on=min((moment for moment in made if moment is not None), default=None),
    )


def period_of(sheet: Sheet) -> str:
    """The code of the period that a sheet to fill in was made for; empty where it does not say, or says several."""
    said = {mark.period for mark in _marks(sheet)}
    return said.pop() if len(said) == 1 else ""


def _of_all(said: list[str]) -> str:
    return said[0] if len(set(said)) == 1 else ""


def _marks(sheet: Sheet) -> Iterator[Marker]:
    if sheet.name == SHEET:
        said = {str(row[0]): str(row[1]) for row in sheet.rows if len(row) > 1}
        if TITLE in said:
            partner, period, language = (said.get(name, "") for name in ("partner", "period", "language"))
            yield Marker(said[TITLE], partner, period, language, _moment(said.get("known on", "")))
    for row in sheet.rows[:LOOKED_AT]:
        for cell in row:
            found = _SEEN.search(cell) if isinstance(cell, str) and "Z]" in cell else None
            if found:
                yield Marker(str(FORM_VERSION), found[1], found[2], found[3], _moment(found[4]))


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:  # somebody has written into it
        return None
    return found if found.tzinfo is not None else None
