"""Names for codes, in the language of this run."""

from db import queries
from monitoring.filters import NATIONWIDE
from monitoring.language import gettext as _
from monitoring.language import names_by_code
from monitoring.periods import Dates
from ui.data import database


def partners(dates: Dates) -> dict[str, str]:
    """Partner code → name at the two dates."""
    return names_by_code(queries.partners(database(), dates))


def areas() -> dict[str, str]:
    """Code of a priority area or cross-cutting priority → name."""
    return names_by_code(queries.areas(database()))


def goals() -> dict[str, str]:
    """Goal code → name."""
    return names_by_code(queries.goals(database()))


def periods() -> dict[str, str]:
    """Code of a reporting period → name."""
    return names_by_code(queries.periods(database()))


def regions() -> dict[str, str]:
    """Region code → name."""
    return names_by_code(queries.regions(database()))


def places() -> dict[str, str]:
    """The same, and what stands among them for the activities that name no region."""
    return regions() | {NATIONWIDE: _("National")}
