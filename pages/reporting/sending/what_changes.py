"""What saving a file would change, row by row: conflicting, changed, new, as before, and the rows to be mended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd
import streamlit as st

from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import ngettext
from monitoring.upload import Change, Preview, PreviewRow, State
from spreadsheets.faulty_rows import FaultyRow
from ui import cards, table_files

SHOWN = 300  # rows
WRAPPED = 60  # rows that are shown whole, on as many lines as they take
# What changes comes first; Python keeps the order of the file within each kind.
ORDER = (State.CONFLICT, State.CHANGED, State.NEW, State.SAME)


@dataclass(frozen=True)
class _Line:
    """One row as it is shown."""

    what: str
    about: str
    on: str
    changes: tuple[Change, ...] = ()
    said: str = ""


def draw(previews: Sequence[Preview], faulty: Sequence[FaultyRow], titles: Mapping[str, str], of: str) -> None:
    """How many rows there are of each kind, and the rows; ``titles`` of activities and indicators by code.

    ``of``: what the file is called among others.
    """
    rows = sorted((row for one in previews for row in one.rows), key=lambda row: ORDER.index(row.state))
    if not rows and not faulty:
        st.info(_("Nothing is filled in in this file, so there is nothing to save."))
        return
    cards.finding(_counted(rows, faulty))
    lines = [_faulty(one, titles) for one in faulty]
    lines += [_line(row, titles) for row in rows]
    if len(lines) <= WRAPPED:
        _whole(lines)
    else:
        _folded(lines[:SHOWN])
    made_up = any(row.becomes.illustrative for row in rows)
    table_files.offer(lambda: _table(lines), f"{of} changes", made_up)
    if len(lines) > SHOWN:
        st.caption(_("The first {n} of {m} rows are listed.", n=SHOWN, m=len(lines)))


def _counted(rows: Sequence[PreviewRow], faulty: Sequence[FaultyRow]) -> str:
    counts = {state: sum(row.state is state for row in rows) for state in State}
    said = [_("{new} new, {changed} changed, {same} as before", **{one.value: counts[one] for one in State})]
    if n := counts[State.CONFLICT]:
        said.append(ngettext("{n} conflicting with a newer report", "{n} conflicting with newer reports", n))
    if faulty:
        said.append(ngettext("{n} faulty", "{n} faulty", len(faulty)))
    return ", ".join(said)


def _faulty(row: FaultyRow, titles: Mapping[str, str]) -> _Line:
    about = f"{row.about} · {titles.get(row.about, '')}".strip(" ·")
    return _Line(_("faulty"), about, "", said=_("{sheet}, row {row}", sheet=row.sheet, row=row.row))


def _line(row: PreviewRow, titles: Mapping[str, str]) -> _Line:
    words = {
        State.NEW: _("new"),
        State.CHANGED: _("changed"),
        State.SAME: _("as before"),
        State.CONFLICT: _("conflicting"),
    }
    said = ""
    if row.between is not None:
        when = formats.moment(row.between.moment)
        said = _("{who} reported on {when}", who=row.between.who, when=when)
    about = f"{row.code} · {titles.get(row.code, '')}".strip(" ·")
    changes = row.changes if row.state is not State.SAME else ()
    return _Line(words[row.state], about, formats.day(row.on), changes, said)


def _whole(lines: Sequence[_Line]) -> None:
    head = [(_("What"), "one"), (_("Activity or indicator"), ""), (_("For"), "one"), (_("Was, and becomes"), "")]
    body = [[escape(one.what), _about(one), escape(one.on), _changes(one.changes)] for one in lines]
    if body:
        cards.rows(head, body, stacked=True)


def _about(line: _Line) -> str:
    below = f'<div class="who">{escape(line.said)}</div>' if line.said else ""
    return escape(line.about) + below


def _changes(changes: Sequence[Change]) -> str:
    """A line for each field, and one for all that become empty."""
    lines = []
    for one in changes:
        if one.becomes_shown:
            was = f"{escape(one.was_shown)} → " if one.was_shown else ""
            lines.append(f"<div><b>{escape(one.label)}</b>: {was}{escape(one.becomes_shown)}</div>")
    emptied = [f"{one.label}: {one.was_shown}" for one in changes if not one.becomes_shown]
    if emptied:
        said = _("Becomes empty: {fields}", fields=" · ".join(emptied))
        lines.append(f'<div class="who">{escape(said)}</div>')
    return "".join(lines)


def _table(lines: Sequence[_Line]) -> pd.DataFrame:
    """A line for each field that would change."""
    columns = [_("What"), _("Activity or indicator"), _("For"), _("Field"), _("Was"), _("Becomes")]
    rows = [
        (one.what, "\n".join(filter(None, (one.about, one.said))), one.on, *told)
        for one in lines
        for told in [(each.label, each.was_shown, each.becomes_shown) for each in one.changes] or [("", "", "")]
    ]
    return pd.DataFrame(rows, columns=columns)


def _folded(lines: Sequence[_Line]) -> None:
    table = _table(lines)
    widths = dict(zip(table.columns, (90, 340, 110, 150, 260, 260), strict=True))
    settings = {title: st.column_config.TextColumn(title, width=width) for title, width in widths.items()}
    st.dataframe(table, hide_index=True, height=420, column_config=settings)
