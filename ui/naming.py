"""Names for codes, in the language of this run."""

from db import queries
from monitoring.language import name
from monitoring.periods import Dates
from ui.data import database


def partners(dates: Dates) -> dict[str, str]:
    """Partner code → name at the two dates."""
    return {row["code"]: name(row) for row in queries.partners(database(), dates).to_dict("records")}


def areas() -> dict[str, str]:
    """Code of a priority area or cross-cutting priority → name."""
    return {row["code"]: name(row) for row in queries.areas(database()).to_dict("records")}


def goals() -> dict[str, str]:
    """Goal code → name."""
    return {row["code"]: name(row) for row in queries.goals(database()).to_dict("records")}


def regions() -> dict[str, str]:
    """Region code → name."""
    return {row["code"]: name(row) for row in queries.regions(database()).to_dict("records")}
