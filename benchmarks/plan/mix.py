"""The mix of statuses: which status each partner's activities are to have, and what else is to happen to them.

Real institutions stand in the plan, so no status occurs more than once oftener at one partner than at another. The two
large ministries have every status; each other partner has the common ones and one or two more.
"""

from dataclasses import dataclass

from monitoring.status import Delivery

LARGE = ("MOH", "MOE")
# What happens besides: see benchmarks.plan.activities.fits and the modules that write amendments, money and reports.
ROLES = (
    "extend",
    "budget",
    "add",
    "words only",
    "corrected",
    "disagrees",
    "UNICEF procurement",
    "UNICEF funds",
    "spends ahead",
)
MIX: dict[int, dict[str, str]] = {
    2025: {
        "MOH": "completed: budget; completed; on schedule: extend; on schedule; needs attention: UNICEF procurement; "
        "needs attention; behind; no report; not yet due: add; cancelled; past end date; report not due; postponed",
        "MOE": "completed: corrected; completed; on schedule: extend; on schedule; needs attention: UNICEF funds; "
        "needs attention; behind; no report; not yet due; cancelled; past end date; report not due; postponed",
        "MLSP": "completed: budget; on schedule; needs attention; behind; not yet due",
        "MIA": "completed; on schedule: extend; on schedule; needs attention; behind: disagrees",
        "GPO": "completed; on schedule: corrected; needs attention; no report; not yet due",
        "SC": "completed; on schedule; needs attention: words only; needs attention; not yet due",
        "MOA": "completed; completed; on schedule; needs attention; behind: spends ahead",
        "MEJ": "completed; on schedule: extend; on schedule; needs attention; no report",
        "SSC": "completed: budget; completed; on schedule; needs attention; behind",
        "ISLD": "completed; on schedule: disagrees; needs attention; cancelled; not yet due",
        "TVR": "completed; completed; on schedule; needs attention; past end date",
        "WU": "completed; on schedule; needs attention: UNICEF procurement; needs attention; not yet due: add",
    },
    2024: {
        "MOH": "completed; completed; completed; completed: extend; on schedule; needs attention; behind; "
        "carried over; cancelled",
        "MOE": "completed; completed; completed; completed: budget; on schedule; needs attention; past end date; "
        "carried over; no report",
        "GPO": "completed; completed; completed: budget; on schedule; needs attention",
        "MIA": "completed; completed; completed; on schedule; past end date",
        "MFE": "completed; completed; completed: extend; on schedule; needs attention",
        "MLSP": "completed; completed; completed; needs attention; carried over",
        "SSC": "completed; completed; completed; on schedule; carried over",
        "ISLD": "completed; completed; completed; on schedule; behind",
        "OMB": "completed; completed; completed; needs attention; cancelled",
        "TVR": "completed; completed; completed; needs attention: words only; no report",
        "WU": "completed; completed; completed; on schedule; carried over",
    },
}


@dataclass(frozen=True)
class Wanted:
    """What is to become of one activity."""

    status: Delivery
    role: str = ""


def wanted(year: int, partner: str) -> list[Wanted]:
    """What is to become of a partner's activities of a year; an unknown word is a KeyError or ValueError."""
    found = []
    for entry in MIX[year][partner].split("; "):
        status, _, role = entry.partition(": ")
        if role and role not in ROLES:
            raise ValueError(f"{partner} {year}: “{role}” is no role")
        found.append(Wanted(Delivery(status), role))
    return found
