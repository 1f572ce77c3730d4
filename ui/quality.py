"""The quality of the data in lists: what is missing, contradicts itself, is assumed, or waits for an editor."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from monitoring import formats
from monitoring.consistency import Contradiction
from monitoring.language import SPOKEN, name, ngettext
from monitoring.language import gettext as _
from monitoring.rows import rows_of
from monitoring.wording import CONTRADICTION, FACT_KIND
from ui import cards, facts, more, paper, table_files

STEP = 20


def missing(found: pd.DataFrame, indicators: pd.DataFrame) -> None:
    """What activities and indicators do not state; ``found`` of judged_activities, ``indicators`` judged."""
    completed = (found["status"] == "completed").to_numpy(dtype=bool)
    lists = [
        (_("Activities without a planned budget"), found[found["planned_cents"].isna()]),
        (_("Activities without an amount spent"), found[found["reported_on"].notna() & found["spent_cents"].isna()]),
        (
            _("Completed, and no reviewer has named the evidence yet"),
            found[completed & ~found["verified"].astype(bool)],
        ),
    ]
    for title, rows in lists:
        _titled(title, [cards.opening(row["code"], escape(name(row, "title"))) for row in rows_of(rows)])
    for title, rows in (
        (_("Indicators without a target"), indicators[indicators["target"].isna()]),
        (_("Indicators without a baseline"), indicators[indicators["baseline"].isna()]),
        (_("Indicators without any value"), indicators[indicators["value"].isna()]),
        (_("Indicators with an old value only"), indicators[indicators["old"].astype(bool)]),
    ):
        _titled(title, [escape(name(row)) for row in rows_of(rows)])


def _titled(title: str, lines: list[str]) -> None:
    """A number with its list, folded away; nothing where there is none."""
    if not lines:
        return
    said = _("{title}: {n}", title=title, n=len(lines))
    folded = st.expander(said, key=f"missing {title}", on_change="rerun")
    if not folded.open:
        paper.lines(lines, f"missing {title}")
    else:
        with folded:
            shown = lines[: more.count(f"listed of {title}", STEP)]
            st.html("<ul>" + "".join(f"<li>{line}</li>" for line in shown) + "</ul>")
            more.offer(f"listed of {title}", STEP, len(lines))


def in_words(found: pd.DataFrame, partners: Mapping[str, str]) -> None:
    """Activities whose newest report has words and no number: somebody has to rate them."""
    waiting = found[found["in_words"].astype(bool)]
    title = ngettext("{n} report in words waits to be rated", "{n} reports in words wait to be rated", len(waiting))
    st.header(title if len(waiting) else _("No report in words waits to be rated"), anchor=False)
    if waiting.empty:
        return
    st.caption(_("Open the activity to read what was said; ask the partner for a figure, or enter it in the form."))
    head = [(_("Activity"), ""), (_("Ministry or partner"), "wide"), (_("Ends"), "n")]
    body = [
        [
            cards.opening(row["code"], escape(name(row, "title"))),
            escape(partners.get(row["partner"], row["partner"])),
            escape(formats.day(row["ends"].date())),
        ]
        for row in rows_of(waiting)
    ]
    shown = body[: more.count("in words", STEP)]
    table_files.rows(head, shown, "in words", table_files.made_up(waiting), whole=body)
    more.offer("in words", STEP, len(waiting))


def contradictions(found: list[Contradiction], activities: pd.DataFrame, indicators: pd.DataFrame) -> None:
    """Figures that cannot be true together, each with the two figures."""
    title = ngettext(
        "{n} pair of figures cannot be true together", "{n} pairs of figures cannot be true together", len(found)
    )
    st.header(title if found else _("No figures contradict each other"), anchor=False)
    by_code = {row["code"]: row for row in rows_of(activities)}
    units = {row["code"]: row for row in rows_of(indicators)}
    body = []
    for one in found:
        if one.code in by_code:
            row = by_code[one.code]
            about = cards.opening(one.code, escape(name(row, "title")))
            figures = [_of_activity(one, value, row["currency"]) for value in (one.one, one.other)]
        else:
            about = escape(name(units[one.code]))
            figures = [_of_indicator(value, units[one.code]["unit"]) for value in (one.one, one.other)]
        body.append([about, escape(_(CONTRADICTION[one.kind], one=figures[0], other=figures[1]))])
    if body:
        head = [(_("Activity or indicator"), ""), (_("What contradicts"), "")]
        shown, made_up = body[: more.count("contradictions", STEP)], bool(activities["illustrative"].any())
        table_files.rows(head, shown, "contradictions", made_up, whole=body)
    more.offer("contradictions", STEP, len(found))


def _of_activity(one: Contradiction, value: Any, currency: str) -> str:
    return (
        formats.money(value, currency) if "planned" in one.kind or "funded" in one.kind else formats.percent(value, 1)
    )


def _of_indicator(value: Any, unit: str) -> str:
    if isinstance(value, tuple):
        low, high = (formats.value(end, unit) for end in value)
        return _("{low} to {high}", low=low, high=high)
    return formats.value(value, unit)


def unsure(found: pd.DataFrame) -> None:
    """Facts that are assumed or not verified, by kind; ``found`` of unsure_facts."""
    title = ngettext("{n} fact is assumed or not verified", "{n} facts are assumed or not verified", len(found))
    st.header(title if len(found) else _("Every fact has a named source"), anchor=False)
    for kind, rows in found.groupby("kind", sort=False):
        lines = [_unsure(row) for row in rows_of(rows)]
        word = FACT_KIND[str(kind)]
        _titled(_(word), lines)


def _unsure(row: Mapping[str, Any]) -> str:
    about = " · ".join(part for part in (facts.status(row["status"]), row["source"]) if part)
    return f'{escape(name(row))}<div class="who">{escape(about)}</div>'


def names(found: pd.DataFrame) -> None:
    """Names for an editor: translations that are missing, where English stands in, or that nobody has checked."""
    absent = found[(found["name"] == "").to_numpy(dtype=bool)]
    st.header(
        ngettext("{n} name waits for an editor", "{n} names wait for an editor", len(found))
        if len(found)
        else _("Every name is translated and checked"),
        anchor=False,
    )
    st.caption(
        _(
            "Missing: the English name stands in its place. Not checked: a translation that nobody has signed off. "
            "They are corrected in the files of reference data or of the plan."
        )
    )
    for language in ("ru", "tk"):
        _titled(
            _("{language}, missing", language=SPOKEN[language]),
            [_named(row) for row in rows_of(absent[(absent["language"] == language).to_numpy(dtype=bool)])],
        )
        there = found[((found["language"] == language) & (found["name"] != "")).to_numpy(dtype=bool)]
        _titled(_("{language}, not checked", language=SPOKEN[language]), [_named(row) for row in rows_of(there)])


def _named(row: Mapping[str, Any]) -> str:
    kind = FACT_KIND[row["kind"]]
    about = " · ".join((_(kind), row["code"]))
    shown = f"{row['english']} → {row['name']}" if row["name"] else row["english"]
    missing = cards.tag(_("shown in English"))
    tag = "" if row["name"] else f" {missing}"
    return f'{escape(shown)}{tag}<div class="who">{escape(about)}</div>'
