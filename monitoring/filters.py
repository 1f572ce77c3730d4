"""What a reader picked: which activities are shown, and how they are weighted. The two dates stand in periods.Dates."""

from dataclasses import dataclass, fields
from typing import Literal

Weight = Literal["equal", "budget"]
NATIONWIDE = "nationwide"  # stands among the codes of regions for the activities that name none


@dataclass(frozen=True)
class Filters:
    """Codes of what is shown; an empty tuple shows all of it.

    Attributes:
        partners, areas, goals, regions: codes; goals of one framework; :data:`NATIONWIDE` for what names no region.
        statuses: words of :class:`monitoring.status.Delivery`.
        years: years of the workplans shown; empty means the plans in force at the reporting date.
        weight: every activity counts alike, or by its planned budget.
        supporting: partners also show the activities that they support.
    """

    partners: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    weight: Weight = "equal"
    supporting: bool = False

    def of_activities(self) -> bool:
        """Whether activities are picked by what they are about or how they stand, whoever leads them."""
        return bool(self.areas or self.goals or self.regions or self.statuses)

    def narrowed(self) -> bool:
        """Whether anything is left out."""
        return any(getattr(self, field.name) for field in fields(self) if field.name not in ("weight", "supporting"))
