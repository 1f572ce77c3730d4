"""What checking a file has found, as it is printed: lines for people, plain values for other programs."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from command_line import in_one_line
from monitoring import formats
from monitoring.errors import DashboardError
from monitoring.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monitoring.sent_rows import Row
    from monitoring.upload import Checked, Preview, PreviewRow


def tell(checked: "Checked", previews: "Sequence[Preview]") -> None:
    for problem in checked.problems:
        said = str(problem) if problem.level == "error" else _("Please look: {problem}", problem=str(problem))
        print(in_one_line(said))
    for one in previews:
        for row in one.rows:
            print(in_one_line(" ".join(filter(None, (f"{row.state.value}: {row.code} {row.on}", _what_changes(row))))))


def _what_changes(row: "PreviewRow") -> str:
    """What would become what, and for a conflicting row who reported since the form was made; of a new row nothing."""
    if row.was is None or row.state.value == "same":
        return ""
    changes = "; ".join(f"{one.label}: {one.was_shown or '–'} → {one.becomes_shown or '–'}" for one in row.changes)
    if row.between is None:
        return f"({changes})"
    who = _("{who} reported on {when}", who=row.between.who, when=formats.moment(row.between.moment))
    return f"({who}: {changes})"


def changed_row(said: "Row", row: "PreviewRow") -> dict[str, Any]:
    """A row as it was ``said``; of a conflicting one only what its sender changed, and what :func:`conflict` tells."""
    told = _as_said(said)
    if row.between is not None:
        told["values"] = {one.field: _plain(one.becomes) for one in row.changes}
    return {**told, **conflict(row)}


def conflict(row: "PreviewRow") -> dict[str, Any]:
    """Of a conflicting row its state, who reported since the form was made, and what they said; of others nothing."""
    if row.between is None:
        return {}
    was = {one.field: _plain(one.was) for one in row.changes if one.was not in (None, "")}
    since = {"reported_by": row.between.who, "reported_at": row.between.moment.isoformat()}
    return {"state": row.state.value, "was": was, **since}


def _as_said(row: "Row") -> dict[str, Any]:
    from monitoring.sent_rows import ObservationRow, compared

    observed = isinstance(row, ObservationRow)
    named = ("series", "region", "sex", "age_group", "residence", "wealth", "disability") if observed else ()
    values = {name: _plain(getattr(row, name)) for name in (*compared(row), *named)}
    return {
        "sheet": row.sheet,
        "row": row.row,
        "code": row.indicator if isinstance(row, ObservationRow) else row.activity,
        "date": _plain(row.observed_on if isinstance(row, ObservationRow) else row.as_of),
        "values": {name: value for name, value in values.items() if value not in (None, "")},
    }


def _plain(value: Any) -> Any:
    """A value as JSON has it: numbers as numbers, a day as 2025-09-30."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value


def whole_file(error: DashboardError) -> dict[str, str]:
    advice = _(error.advice) if error.advice else ""
    return {"sheet": "", "cell": "", "value": "", "problem": str(error), "allowed": advice, "level": "error"}
