"""Names for codes, in the language of this run."""

from db import queries
from monitoring.language import name
from monitoring.periods import Dates
from monitoring.rows import rows_of
from ui.data import database


def partners(dates: Dates) -> dict[str, str]:
    """Partner code → name at the two dates."""
    return {row["code"]: name(row) for row in rows_of(queries.partners(database(), dates))}


def areas() -> dict[str, str]:
    """Code of a priority area or cross-cutting priority → name."""
    return {row["code"]: name(row) for row in rows_of(queries.areas(database()))}


def goals() -> dict[str, str]:
    """Goal code → name."""
    return {row["code"]: name(row) for row in rows_of(queries.goals(database()))}


def regions() -> dict[str, str]:
    """Region code → name."""
    return {row["code"]: name(row) for row in rows_of(queries.regions(database()))}
