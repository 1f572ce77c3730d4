"""Groups of activities and their total for documents: shares as numbers from 0 to 1, texts beside."""

from math import isnan
from typing import Any

from monitoring import formats
from monitoring.language import gettext as _
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, Delivery
from monitoring.wording import BULLET_KEY
from reports.tables import Table
from reports.told.marks import word


def share(value: Any) -> float | None:
    """A share for drawing; None for none."""
    return None if value is None or isnan(value) else float(value)


def figures(total: dict[str, Any], money: list[dict[str, Any]]) -> list[dict[str, str]]:
    """The four figures of the first page: label, value and a note."""
    counts = _("{n} of {m}", n=int(total["reports_in"]), m=int(total["reports_due"]))
    planned = _("{share} was planned by now", share=formats.percent(total["planned_now"]))
    said = [
        (_("Delivered of what was due"), formats.percent(total["delivered_of_due"]), planned),
        (_("Reports in for the period"), counts, ""),
        (_("Past end date"), formats.number(total[Delivery.PAST_END.value]), ""),
    ]
    for row in money[:1]:
        released, spent = (
            formats.money(row[name] * 100, row["currency"], short=True) for name in ("released", "spent")
        )
        said.append((_("Funds released"), released, _("{amount} reported", amount=spent)))
    return [{"label": label, "value": value, "note": note} for label, value, note in said]


def statuses(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The statuses that occur, with their count and part of all."""
    counts = {status: int(row[status.value]) for status in Delivery if row[status.value]}
    whole = sum(counts.values())
    return [
        {
            **word(DELIVERY_MARKS[status]),
            "count": formats.number(count),
            "share": count / whole,
            "order": tuple(Delivery).index(status),
        }
        for status, count in counts.items()
    ]


def shares_title() -> str:
    """What the two shares of a group are, and of what."""
    return _("Delivered, and planned at the same report dates, of the whole plan")


def ordered(key: str) -> str:
    """In which order the rows of a table of groups stand; empty where it is that of the reference data."""
    return _("Furthest behind first.") if key == "by_partner" else ""


def table(table: Table) -> dict[str, Any]:
    """A table of groups: the titles of its columns and its rows."""
    return {
        "columns": [
            _(table.columns[1].title),
            shares_title(),
            _("Of what was due"),
            _("Reports"),
            _("Activities by status"),
        ],
        "legend": f"{_(BULLET_KEY)} {ordered(table.key)}".strip(),
        # Where all of them are made up, the head of the page says so.
        "rows": [row(one, marked=not table.frame["illustrative"].all()) for one in rows_of(table.frame)],
    }


def missing(row: dict[str, Any]) -> float | None:
    """The part of the whole plan whose report is due and has not come; None for none."""
    return share(row["silent_weight"]) or None


def row(row: dict[str, Any], marked: bool = False) -> dict[str, Any]:
    """One group, its shares as parts of its whole plan; ``marked``: whether it says that it is made up."""
    return {
        "name": row["name"],
        "made_up": _("Illustrative") if row["illustrative"] and marked else "",
        "delivered": share(row["delivered_of_plan"]),
        "planned": share(row["planned_of_plan"]),
        "silent": missing(row),
        "delivered_said": formats.percent(row["delivered_of_plan"]),
        "planned_said": formats.percent(row["planned_of_plan"]),
        "silent_said": _("a report is missing for {share}", share=formats.percent(missing(row)))
        if missing(row)
        else "",
        "of_due": formats.percent(row["delivered_of_due"]),
        "reports": _("{n} of {m}", n=int(row["reports_in"]), m=int(row["reports_due"])),
        "statuses": statuses(row),
    }
