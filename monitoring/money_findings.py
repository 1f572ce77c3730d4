"""Sentences that state what the figures of money say. Amounts of different currencies never meet in one."""

from collections.abc import Mapping, Sequence
from math import isnan
from typing import Any

from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import ngettext

Row = Mapping[str, Any]


def overview(totals: Sequence[Row]) -> str:
    """The finding of a page; ``totals``: the rows of :func:`db.queries.money_by` "all" that have a currency."""
    if not totals:
        return _("No amount of money is known for these activities.")
    if len(totals) > 1:
        amounts = ", ".join(short(row["released"], row) for row in totals if row["released"] > 0)
        if not amounts:
            return _("The money is in {n} currencies, which are never added up; nothing is released.", n=len(totals))
        return _(
            "The money is in {n} currencies, which are never added up; released: {amounts}.",
            n=len(totals),
            amounts=amounts,
        )
    (row,) = totals
    if isnan(row["planned"]) and not row["released"] > 0:
        start = _("No amount is planned or released")
    elif isnan(row["planned"]):
        start = _("{released} is released; no planned amount is known", released=short(row["released"], row))
    elif not row["released"] > 0:
        start = _("{planned} is planned; nothing of it is released", planned=short(row["planned"], row))
    else:
        start = _(
            "{released} of the {planned} planned is released",
            released=short(row["released"], row),
            planned=short(row["planned"], row),
        )
    if isnan(row["spent"]):
        return _("{start}; no partner has reported what is spent.", start=start)
    return _("{start}; partners report {spent} as spent.", start=start, spent=short(row["spent"], row))


def largest(groups: Sequence[Row], names: Mapping[str, str], total: Row) -> str:
    """Where most of the money is planned; ``groups`` and ``total`` in one currency."""
    planned = [row for row in groups if row["planned"] > 0]
    if not planned:
        return _("No planned amount is known")
    top = max(planned, key=lambda row: float(row["planned"]))
    amount, name = short(top["planned"], top), names.get(top["group"], top["group"])
    if len(planned) == 1:
        return _("All that is planned here: {name}, {amount}", name=name, amount=amount)
    return _(
        "The largest planned amount: {name}, {amount} of {total} ({share})",
        name=name,
        amount=amount,
        total=short(total["planned"], total),
        share=formats.percent(top["planned"] / total["planned"]),
    )


def outstanding(row: Row) -> str:
    """How much direct cash is out and not reported on, and how much of it for long."""
    if not row["cash"] > 0:
        return _("No direct cash is released")
    if isnan(row["outstanding"]):
        return _("Nobody has said how much of the direct cash is reported on")
    if not row["outstanding"]:
        return _("All direct cash of which reports are known is reported on")
    amount = short(row["outstanding"], row)
    if not row["old"] > 0:
        return _("{amount} of direct cash is outstanding, none of it for more than six months", amount=amount)
    return _(
        "{amount} of direct cash is outstanding, {old} for more than six months",
        amount=amount,
        old=short(row["old"], row),
    )


def unknown(totals: Sequence[Row], by_source: Sequence[Row], sources: Mapping[str, str]) -> list[str]:
    """What is not known about the money, a sentence each."""
    found = []
    if totals and totals[0]["without_amount"]:
        found.append(
            ngettext(
                "{n} of {m} activities has no planned amount; it adds nothing to the sums.",
                "{n} of {m} activities have no planned amount; they add nothing to the sums.",
                int(totals[0]["without_amount"]),
                m=int(totals[0]["activities"]),
            )
        )
    # An activity's source may stand in several rows, one a currency; the count is that of the source.
    for source, n in {row["group"]: int(row["without_amount"]) for row in by_source}.items():
        if n:
            found.append(
                ngettext(
                    "For {n} activity the amount from one of its sources is missing: {source}.",
                    "For {n} activities the amount from one of their sources is missing: {source}.",
                    n,
                    source=sources[source],
                )
            )
    return found + [not_told(row) for row in totals if row["cash_unknown"] > 0]


def not_told(row: Row) -> str:
    """How much direct cash is out of which nobody can say whether it is reported on; ``row`` has some."""
    return _(
        "Of another {amount} of direct cash nobody can say how much is outstanding: its activities have other money "
        "too, and their partners report all funds together.",
        amount=short(row["cash_unknown"], row),
    )


def of_cash(row: Row) -> str:
    """What is outstanding of direct cash, as a line below other figures: the old part too, and what nobody can say."""
    said = _("{start}.", start=outstanding(row))
    return f"{said} {not_told(row)}" if row["outstanding"] >= 0 and row["cash_unknown"] > 0 else said


def spent_apart(by_source: Sequence[Row], totals: Sequence[Row]) -> str:
    """What is spent and cannot be told by source; nothing where all of it can."""
    apart = []
    for total in totals:
        told = sum(row["spent"] for row in by_source if row["currency"] == total["currency"] and row["spent"] > 0)
        if total["spent"] > told:
            apart.append(short(total["spent"] - told, total))
    if not apart:
        return ""
    return _(
        "{amount} is reported as spent by activities with several sources, for all of them together; so it stands at "
        "none of them.",
        amount=", ".join(apart),
    )


def released_of_planned(row: Row) -> str:
    """What a group has been given of what is planned for it, in a few words."""
    if isnan(row["released"]):
        if isnan(row["planned"]):
            return _("no amount known")
        return _("{planned} planned, no release yet", planned=short(row["planned"], row))
    if isnan(row["planned"]):
        return _("{released} released, no plan known", released=short(row["released"], row))
    return _("{released} of {planned}", released=short(row["released"], row), planned=short(row["planned"], row))


def short(cents: float, row: Row) -> str:
    """An amount in the currency of a row, as short as the language writes it."""
    return formats.money(cents, row["currency"], short=True)
