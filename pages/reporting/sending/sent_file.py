"""One file that was sent: whose it is, what is wrong in it, what saving would change, and what has to be agreed to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from db import ledger, queries
from monitoring import formats
from monitoring.file_errors import NotTheForm
from monitoring.language import gettext as _
from monitoring.language import name, ngettext
from monitoring.rows import rows_of
from monitoring.sent_rows import key
from monitoring.steps import unseen
from monitoring.upload import Preview, State
from pages.reporting.sending import (
    handed_back,
    known_mappings,
    mapping_columns,
    order_of_days,
    sent_files,
    what_changes,
)
from pages.reporting.sending.sent_files import Found, Sent
from spreadsheets import marking, whose
from spreadsheets.marker import marker
from ui import cards, uploading
from ui.data import database
from ui.filters import Chosen

NAMES = ("name_en", "name_ru", "name_tk")


@dataclass(frozen=True)
class Ready:
    """A file of which something may be saved, and what the person on the page has agreed to so far."""

    sent: Sent
    found: Found
    previews: tuple[Preview, ...]
    agreed: ledger.Agreed


def draw(sent: Sent, view: Chosen, partners: Mapping[str, str], signed: Collection[str]) -> Ready | None:
    """Draw a file; what of it may be saved, None for nothing or not yet. Raises our own errors about the file."""
    if not sent_files.is_read(sent):
        return None
    assert sent.workbook is not None
    assert view.period is not None
    mark = marker(sent.workbook)
    partner = mark.partner if mark and mark.partner in partners else _whose(sent, view, partners, signed)
    mapping = known_mappings.pick(sent, partner) if mark is None else None
    try:
        found = sent_files.check(sent, view, partner, mapping, order_of_days.said(sent))
    except NotTheForm as error:
        st.warning(cards.literal(str(error)))
        mapping_columns.ask(sent, partner or "", view.period)
        return None
    if found is None:
        return None
    checked, content = found.checked, found.content
    about = [partners.get(part.partner, "") for part in checked.by_partner if part.partner]
    st.caption(" · ".join([*about, name(content.period), *_as_of(found)]))
    for preview in found.previews:
        ledger.refuse_what_counts(database(), preview.checked)
    key = f"upload {sent.file.sha256[:8]}"  # two files may have one name, in any alphabet
    uploading.faults(checked.errors, checked.warnings, key)
    order_of_days.ask(sent, found)
    handed_back.offer(sent, found)
    if mark is None and mapping is None and checked.problems:
        of_columns = any(not one.row for one in checked.errors)
        with st.expander(_("The columns mean something else"), expanded=of_columns or not checked.rows):
            mapping_columns.ask(sent, partner or "", view.period)
    titles = {one.code: name(one, "title") for one in (*content.activities, *content.earlier)}
    titles |= {one.code: name(one) for one in content.indicators}
    what_changes.draw(found.previews, found.faulty, titles, key)
    return _agreed(sent, found, titles)


def _as_of(found: Found) -> list[str]:
    return [_("data to {day}", day=formats.day(found.asked.as_of))] if found.asked.as_of else []


def _whose(sent: Sent, view: Chosen, partners: Mapping[str, str], signed: Collection[str]) -> str | None:
    """Ask whose file it is, where it has no mark; what its titles say is picked beforehand."""
    assert sent.workbook is not None
    called = {row["code"]: [row[name] for name in NAMES] for row in rows_of(queries.partners(database(), view.dates))}
    options = ["", *signed]
    named = whose.partner_named(sent.workbook, {code: called.get(code, []) for code in signed})
    picked = st.selectbox(
        _("Whose reports these are"),
        options,
        options.index(named or ""),
        format_func=lambda code: partners.get(code, code) or _("As the codes of the activities say"),
        key=f"whose {sent.file.sha256}",
    )
    return picked or None


def left_out(ready: Sequence[Ready]) -> uploading.LeftOut:
    """What of some files is not saved: faulty rows as workbooks to hand back, and how many conflicting ones."""
    rests = {
        marking.name_of_rest(one.sent.file.name): rest(unseen)
        for one in ready
        if one.agreed.partly and (rest := handed_back.rest_of(one.sent, one.found)) is not None
    }
    previews = [preview for one in ready for preview in one.previews]
    conflicting = sum(preview.count(State.CONFLICT) for preview in previews) - sum(
        row.state is State.CONFLICT for preview in previews for row in preview.to_save
    )
    return uploading.LeftOut(rests, conflicting)


def _agreed(sent: Sent, found: Found, titles: Mapping[str, str]) -> Ready | None:
    """Ask for what has to be agreed to before saving; None when nothing may be saved."""
    place = sent.file.sha256
    taken = _conflicts(sent, found, titles)
    previews = tuple(replace(one, taken=taken) for one in found.previews)
    count = sum(len(one.to_save) for one in previews)
    if not count:
        return None
    partly = warned = False
    if found.checked.errors:
        text = ngettext(
            "Save the {n} row without a fault; I see to the rest",
            "Save the {n} rows without a fault; I see to the rest",
            count,
        )
        partly = st.checkbox(text, key=f"partly {place}")
        if not partly:
            return None
    if found.checked.warnings:
        warned = st.checkbox(uploading.looked_at(len(found.checked.warnings)), key=f"warned {place}")
        if not warned:
            return None
    return Ready(sent, found, previews, ledger.Agreed(warnings=warned, partly=partly))


def _conflicts(sent: Sent, found: Found, titles: Mapping[str, str]) -> frozenset[tuple[str, ...]]:
    """Which of the conflicting rows shall be saved all the same: none unless somebody says so."""
    rows = {key(row.becomes): row for one in found.previews for row in one.rows if row.state is State.CONFLICT}
    if not rows:
        return frozenset()
    picked = st.multiselect(
        _("Somebody reported on these since the form was made. Save what this file says for:"),
        list(rows),
        format_func=lambda one: f"{rows[one].code} · {titles.get(rows[one].code, '')}",
        key=f"conflicts {sent.file.sha256}",
    )
    return frozenset(picked)
