"""What a phone shows in place of wide charts: lists of partners and of activities, a card for each goal, and money.

They are on every page that has the chart; the rules of style in ui/theme.py show one of the two.
"""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from monitoring import formats
from monitoring.icons import image
from monitoring.language import gettext as _
from monitoring.language import name, ngettext
from monitoring.money_findings import released_of_planned, short
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, RESULT_MARKS, Delivery, Result
from monitoring.thresholds import Thresholds
from ui import address, cards, why
from ui.theme import is_dark


def partners(progress: pd.DataFrame, names: Mapping[str, str], kind: str = "partner") -> None:
    """Name, bar and "48 of 52 due, 1 past end" of each row of :func:`db.queries.progress.progress_by`.

    A tap opens the page on the one: of partners, or of goals.
    """
    with st.container(key=f"phone-{kind}s"):
        st.html("".join(_partner(row, names, kind) for row in rows_of(progress)))


def goals(shown: pd.DataFrame, by_goal: pd.DataFrame, indicators: pd.DataFrame, held: Thresholds) -> None:
    """A card a goal: its name, the bar of its activities, and its indicators with the year of the newest value."""
    progress = {str(row["group"]): row for row in rows_of(by_goal)}
    ranked = rows_of(indicators)
    with st.container(key="phone-goals"):
        st.html("".join(_goal(goal, progress.get(goal["code"]), ranked, held) for goal in rows_of(shown)))


def punctuality(found: pd.DataFrame, names: Mapping[str, str], periods: Mapping[str, str]) -> None:
    """Each partner with what has come for the newest period; ``found`` of db.queries.punctuality."""
    newest = found["period"].iloc[-1]
    lines = []
    for row in rows_of(found[(found["period"] == newest).to_numpy(dtype=bool)]):
        said = [_("{n} of {m} reports in", n=row["reports_in"], m=row["reports_due"])]
        if row["days_late"] > 0:
            said.append(ngettext("{n} day late", "{n} days late", int(row["days_late"])))
        called = escape(names.get(row["partner"], row["partner"]))
        lines.append(f'<div class="card"><div>{called}</div><div class="note">{escape(", ".join(said))}</div></div>')
    with st.container(key="phone-punctuality"):
        st.html(f'<div class="whose">{escape(periods.get(newest, newest))}</div>' + "".join(lines))


def timeline(rows: pd.DataFrame, names: Mapping[str, str]) -> None:
    """Title, bar, status and end date of each activity, under its partner; a tap opens it.

    ``rows`` as :func:`monitoring.timeline.picked` gives them.
    """
    lines, partner = [], ""
    for row in rows_of(rows):
        if row["partner"] != partner:
            partner = row["partner"]
            lines.append(f'<div class="whose">{escape(names.get(partner, partner))}</div>')
        lines.append(_activity(row))
    with st.container(key="phone-timeline"):
        st.html("".join(lines))


def _activity(row: dict[str, Any]) -> str:
    target = address.link("activities", activity=row["code"])
    share = row["delivered"] if row["delivered"] > 0 else 0.0
    delivered = _("Delivered: {share}", share=formats.percent(row["delivered"]))
    said = [delivered] if row["delivered"] >= 0 else []
    said.append(_("ends {day}", day=formats.day(row["ends"])))
    if row["first_ends"] != row["ends"]:
        said.append(_("first {day}", day=formats.day(row["first_ends"])))
    return (
        f'<a class="card" href="{escape(target)}"><div>{escape(name(row, "title"))}</div>'
        f'<div class="track" role="img" aria-label="{escape(delivered)}">'
        f'<div class="done" style="width:{share:.1%}"></div></div>'
        f'<div class="note">{cards.mark(DELIVERY_MARKS[Delivery(row["status"])])} · '
        f"{escape(' · '.join(said))}</div></a>"
    )


def money(rows: pd.DataFrame, names: Mapping[str, str], key: str) -> None:
    """A card a group of :func:`db.queries.money_by` in one currency, with the delivered share of its activities.

    ``key`` is what a filter of the group is called; empty where there is none, and so no card opens anything.
    """
    with st.container(key=f"phone-money-{rows['currency'].iloc[0]}"):
        st.html("".join(_money(row, names, key) for row in rows_of(rows)))
        text = _("Of what is planned. Tick: funded. Blue: released.")
        if rows["spent"].notna().any():
            text += " " + _("Dark line: reported by partners as spent, of all funds together.")
        st.caption(text)


def _money(row: dict[str, Any], names: Mapping[str, str], key: str) -> str:
    paid = released_of_planned(row)
    known = row["released"] >= 0 and row["planned"] >= 0
    said = [_("{amounts} released", amounts=paid) if known else paid]
    if row["spent"] >= 0:
        said.append(_("{amount} reported as spent", amount=short(row["spent"], row)))
    said.append(_("{share} delivered", share=formats.percent(row["delivered"])))
    if row["old"] > 0:
        said.append(_("{amount} outstanding for over 6 months", amount=short(row["old"], row)))
    called = escape(names.get(row["group"], row["group"]))
    inner = f'<div>{called}</div>{_paid(row)}<div class="note">{escape(", ".join(said))}</div>'
    if not key:
        return f'<div class="card">{inner}</div>'
    target = address.link("activities", **{key: [row["group"]]})
    return f'<a class="card" href="{escape(target)}">{inner}</a>'


def _paid(row: dict[str, Any]) -> str:
    """Released and spent as parts of what is planned, funded as a tick."""
    whole = max(row[kind] for kind in ("planned", "funded", "released", "spent") if row[kind] >= 0)

    def part(kind: str) -> float:
        return row[kind] / whole if row[kind] > 0 else 0.0

    tick = f'<div class="tick" style="left:{part("funded"):.1%}"></div>' if row["funded"] >= 0 else ""
    return (
        f'<div class="track" aria-hidden="true"><div class="done" style="width:{part("released"):.1%}"></div>'
        f'<div class="deep" style="width:{part("spent"):.1%}"></div>{tick}</div>'
    )


def _partner(row: dict[str, Any], names: Mapping[str, str], kind: str) -> str:
    target = address.link("workplan" if kind == "partner" else kind, **{kind: row["group"]})
    said = [_("{n} of {m} due", n=row["reports_in"], m=row["reports_due"])]
    if row["past end date"]:
        said.append(_("{n} past end", n=row["past end date"]))
    if row["behind"]:
        said.append(_("{n} behind", n=row["behind"]))
    called = escape(names.get(row["group"], row["group"]))
    return (
        f'<a class="card" href="{escape(target)}"><div>{called}</div>{_bar(row)}'
        f'<div class="note">{escape(", ".join(said))}</div></a>'
    )


def _goal(goal: dict[str, Any], row: dict[str, Any] | None, ranked: list[dict[str, Any]], held: Thresholds) -> str:
    own = [one for one in ranked if goal["code"] in one["goals"]]
    marks = []
    for one in own:
        mark = RESULT_MARKS[Result(one["status"])]
        year = one["newest_on"].year if one["newest_on"] else formats.NOTHING
        marks.append(
            f"<div class='note'>{image(mark, is_dark())} {escape(name(one))}: {escape(mark.label)} ({year}) "
            f"{why.result(one, one['views'], held, 'phone-' + goal['code'])}</div>"
        )
    bar = _bar(row) if row else _note(_("no activity"))
    results = "".join(marks) or _note(_("no indicator"))
    tag = cards.illustrative_tag() if row and row["illustrative"] else ""
    return f'<div class="card"><div><b>{escape(name(goal))}</b> {tag}</div>{bar}{results}</div>'


def _note(text: str) -> str:
    return f'<div class="note">{escape(text)}</div>'


def _bar(row: dict[str, Any]) -> str:
    """Delivered from the left, unreported from the right, planned as a tick: parts of the whole, as in the bullets."""
    reported = row["reported_weight"] if row["reported_weight"] > 0 else 0.0
    delivered, planned = (row[column] * reported if reported else 0.0 for column in ("delivered", "planned_at_report"))
    silent = row["silent_weight"] if row["silent_weight"] > 0 else 0.0
    said = _("Delivered, of what is reported: {share}", share=formats.percent(row["delivered"]))
    return (
        f'<div class="track" role="img" aria-label="{escape(said)}">'
        f'<div class="done" style="width:{delivered:.1%}"></div>'
        f'<div class="silent" style="width:{silent:.1%}"></div>'
        f'<div class="tick" style="left:{planned:.1%}"></div></div>'
    )
