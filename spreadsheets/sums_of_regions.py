"""Values of regions beside the value of the whole country: what adds up has to."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from decimal import Decimal

from monitoring.faults import Said
from monitoring.language import later
from monitoring.sent_rows import ObservationRow
from spreadsheets.read_row import ReadRow

FEW = 2  # a single region says nothing of a sum
MOST_OF = 2 / 3  # the few that may be missing are too small to bring a rate out of the range of all others
ADDING = ("numerator", "denominator")  # a rate does not add up, what it is made from does


def check_sums(
    found: Iterable[tuple[ReadRow, ObservationRow]], counted: Collection[str] = (), regions: int = 0
) -> None:
    """Warn at the total of an indicator, date and series whose regions give another sum.

    ``counted``: codes of the indicators whose values themselves add up, as numbers of children do. ``regions``: how
    many there are: a rate is doubted that does not lie between those of most of them.
    """
    totals: dict[tuple[object, ...], tuple[ReadRow, ObservationRow]] = {}
    parts: dict[tuple[object, ...], list[ObservationRow]] = defaultdict(list)
    for row, one in found:
        groups = (one.sex, one.age_group, one.residence, one.wealth, one.disability)
        key: tuple[object, ...] = (one.indicator, one.observed_on, one.series, *groups)
        if one.region:
            parts[key].append(one)
        else:
            totals[key] = (row, one)
    for key, (row, total) in totals.items():
        if len(parts[key]) >= FEW:
            for name in (*ADDING, *(["value"] if total.indicator in counted else [])):
                _compare(row, name, getattr(total, name), [getattr(one, name) for one in parts[key]])
        if (
            len(parts[key]) >= max(FEW, MOST_OF * regions)
            and total.indicator not in counted
            and total.value is not None
        ):
            _compare_mean(row, total.value, [one.value for one in parts[key] if one.value is not None])


def _compare_mean(row: ReadRow, total: Decimal, parts: list[Decimal]) -> None:
    """A rate of the whole country lies between those of all its regions."""
    if parts and not min(parts) <= total <= max(parts):
        ends = {"least": min(parts), "most": max(parts)}
        what = Said(later("The regions lie between {least} and {most}, and this does not."), ends)
        row.fault("value", what, Said(later("Correct the total or the regions, or leave it if it is so.")), "warning")


def _compare(row: ReadRow, name: str, total: Decimal | None, parts: list[Decimal | None]) -> None:
    known = [part for part in parts if part is not None]
    added = sum(known, Decimal(0))
    if total is None or len(known) < len(parts) or added == total:
        return
    what = Said(later("The regions give {sum} in all, not this."), {"sum": added})
    allowed = Said(later("Correct the total or the regions, or leave it where a region is missing."))
    row.fault(name, what, allowed, "warning")
