"""What the columns of an unknown table probably mean, told from what stands in them, to be confirmed by a person."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from monitoring.form import PlanContent
from monitoring.mapping import AS_MEASURED
from spreadsheets.columns import FIGURE_OF
from spreadsheets.spelling import plain
from spreadsheets.tables import shown
from spreadsheets.typed import code_like
from spreadsheets.workbook import Cell

SEARCHED_ROWS = 500
ACTIVITIES, INDICATORS, VALUE = "activities", "indicators", "value"


@dataclass(frozen=True)
class MeantByCells:
    """``about``: “activities” or “indicators”, whichever more rows name; empty where none does.

    ``identities``: by column, the field that says which activity or indicator a row is; ``figure``: the field that a
    number in these rows most probably fills, or empty.
    """

    about: str
    identities: Mapping[int, str]
    figure: str


def meant_by(rows: Sequence[Sequence[Cell]], content: PlanContent) -> MeantByCells:
    """What the columns mean, by the rows below their header: a column counts when most of what it says is known."""
    below = rows[:SEARCHED_ROWS]
    activities = [(one, (one.title_en, one.title_ru, one.title_tk)) for one in content.activities]
    indicators = [(one, (one.name_en, one.name_ru, one.name_tk)) for one in content.indicators]
    looked_for = (
        (ACTIVITIES, "activity", code_like, {code_like(one.code): one.measured_by for one, _ in activities}),
        (ACTIVITIES, "title", plain, {plain(name): one.measured_by for one, names in activities for name in names}),
        (INDICATORS, "indicator", code_like, {code_like(one.code): VALUE for one, _ in indicators}),
        (INDICATORS, "name", plain, {plain(name): VALUE for one, names in indicators for name in names}),
    )
    found = [
        (len(known), about, column, field, known)
        for about, field, said_as, words in looked_for
        for column, known in _saying(below, said_as, words)
    ]
    if not found:
        return MeantByCells("", {}, "")
    _, about, _, _, known = max(found, key=lambda one: one[0])
    fields = {field: column for _, of, column, field, _ in reversed(found) if of == about}
    figures = {VALUE if measured_by == VALUE else FIGURE_OF[measured_by] for measured_by in known}
    figure = figures.pop() if len(figures) == 1 else AS_MEASURED
    return MeantByCells(about, {column: field for field, column in fields.items()}, figure)


def _saying(
    rows: Sequence[Sequence[Cell]], said_as: Callable[[str], str], words: Mapping[str, str]
) -> list[tuple[int, list[str]]]:
    """The columns most of whose cells stand among some words, each with what these words stand for."""
    found = []
    for column in range(max(map(len, rows), default=0)):
        said = [said_as(shown(row[column])) for row in rows if row[column] != ""]
        known = [words[one] for one in said if one and one in words]
        if known and 2 * len(known) >= len(said):
            found.append((column, known))
    return found
