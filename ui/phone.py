"""What a phone shows in place of wide charts: a list of partners, a card for each goal, and money.

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
from monitoring.language import name
from monitoring.money_findings import released_of_planned, short
from monitoring.rows import rows_of
from monitoring.status import RESULT_MARKS, Result
from monitoring.thresholds import Thresholds
from ui import address, cards, why
from ui.theme import is_dark

PAGE_OF = {"partner": "workplan", "goal": "goal", "area": "areas"}


def bullets(progress: pd.DataFrame, names: Mapping[str, str], kind: str = "partner") -> None:
    """Name, bar and "48 of 52 due, 1 past end" of each row of :func:`db.queries.progress.progress_by`.

    A tap opens the page on the one, where what the rows are (``kind``) has such a page.
    """
    with st.container(key=f"phone-bullets-{kind}"):
        st.html(made_up(progress) + "".join(_bullet(row, names, kind) for row in rows_of(progress)))
        st.caption(_("Blue: delivered. Tick: planned at the same report dates. Hatched: a report is missing."))


def made_up(rows: pd.DataFrame) -> str:
    """The mark of made-up data above a list that shows some, as HTML."""
    return f'<div class="note">{cards.illustrative_tag()}</div>' if rows["illustrative"].any() else ""


def goals(shown: pd.DataFrame, by_goal: pd.DataFrame, indicators: pd.DataFrame, held: Thresholds) -> None:
    """A card a goal: its name, the bar of its activities, and its indicators with the year of the newest value."""
    progress = {str(row["group"]): row for row in rows_of(by_goal)}
    ranked = rows_of(indicators)
    with st.container(key="phone-goals"):
        st.html("".join(_goal(goal, progress.get(goal["code"]), ranked, held) for goal in rows_of(shown)))


def money(rows: pd.DataFrame, names: Mapping[str, str], key: str) -> None:
    """A card a group of :func:`db.queries.money_by` in one currency, with the delivered share of its activities.

    ``key`` is what a filter of the group is called; empty where there is none, and so no card opens anything.
    """
    with st.container(key=f"phone-money-{rows['currency'].iloc[0]}"):
        st.html(made_up(rows) + "".join(_money(row, names, key) for row in rows_of(rows)))
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


def _bullet(row: dict[str, Any], names: Mapping[str, str], kind: str) -> str:
    said = [_("{n} of {m} due", n=row["reports_in"], m=row["reports_due"])]
    if row["past end date"]:
        said.append(_("{n} past end", n=row["past end date"]))
    if row["behind"]:
        said.append(_("{n} behind", n=row["behind"]))
    if row["no report"]:
        said.append(_("{n} no report", n=row["no report"]))
    called = escape(names.get(row["group"], row["group"]))
    inner = f'<div>{called}</div>{_bar(row)}<div class="note">{escape(", ".join(said))}</div>'
    if kind not in PAGE_OF:
        return f'<div class="card">{inner}</div>'
    return f'<a class="card" href="{escape(address.link(PAGE_OF[kind], **{kind: row["group"]}))}">{inner}</a>'


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
    real = cards.tag(_("Real data")) if marks else ""
    results = f'<div class="note">{real}</div>{results}'
    return f'<div class="card"><div><b>{escape(name(goal))}</b></div>{tag}{bar}{results}</div>'


def _note(text: str) -> str:
    return f'<div class="note">{escape(text)}</div>'


def _bar(row: dict[str, Any]) -> str:
    """Delivered from the left, unreported from the right, planned as a tick: parts of the whole, as in the bullets."""
    reported = row["reported_weight"] if row["reported_weight"] > 0 else 0.0
    delivered, planned = (row[column] * reported if reported else 0.0 for column in ("delivered", "planned_at_report"))
    silent = row["silent_weight"] if row["silent_weight"] > 0 else 0.0
    said = _("Delivered, of the whole plan: {share}", share=formats.percent(delivered))
    return (
        f'<div class="track" role="img" aria-label="{escape(said)}">'
        f'<div class="done" style="width:{delivered:.1%}"></div>'
        f'<div class="silent" style="width:{silent:.1%}"></div>'
        f'<div class="tick" style="left:{planned:.1%}"></div></div>'
    )
