"""One file that was sent: whose it is, what is wrong in it, what saving would change, and what has to be agreed to."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from db import ledger, queries
from monitoring import formats
from monitoring.file_errors import NotTheForm
from monitoring.language import gettext as _
from monitoring.language import name, ngettext
from monitoring.rows import rows_of
from monitoring.sent_rows import key
from monitoring.upload import Preview, State
from pages.reporting.sending import known_mappings, mapping_columns, sent_files, what_changes
from pages.reporting.sending.sent_files import Sent
from spreadsheets import faulty_rows, marking, whose
from spreadsheets.marker import marker
from spreadsheets.sender_language import to_sender
from ui import cards, speaking, uploading
from ui.data import database
from ui.filters import Chosen

NAMES = ("name_en", "name_ru", "name_tk")


@dataclass(frozen=True)
class Ready:
    """A file of which something may be saved, and what the person on the page has agreed to so far."""

    sent: Sent
    previews: tuple[Preview, ...]
    agreed: ledger.Agreed


def draw(sent: Sent, view: Chosen, partners: Mapping[str, str], signed: Collection[str]) -> Ready | None:
    """Draw a file; what of it may be saved, None for nothing or not yet. Raises our own errors about the file."""
    if not sent_files.is_read(sent):
        return None
    assert sent.workbook is not None
    assert view.period is not None
    mark, year = marker(sent.workbook), view.period["ends"].year
    partner = mark.partner if mark and mark.partner in partners else _whose(sent, view, partners, signed)
    mapping = known_mappings.pick(sent, partner) if mark is None else None
    try:
        with st.spinner(_("Checking “{file}”…", file=sent.file.name)):
            checked = sent_files.check(sent, view, partner, mapping)
    except NotTheForm as error:
        st.warning(cards.literal(str(error)))
        mapping_columns.ask(sent, partner or "", year)
        return None
    assert sent.asked is not None
    assert sent.content is not None
    about = [partners.get(part.partner, "") for part in checked.by_partner if part.partner]
    st.caption(" · ".join([*about, name(sent.content.period), *_as_of(sent)]))
    for preview in sent.previews:
        ledger.refuse_what_counts(database(), preview.checked)
    uploading.faults(checked.errors, checked.warnings)
    _hand_back(sent)
    if mark is None and mapping is None and checked.problems:
        with st.expander(_("The columns mean something else"), expanded=not checked.rows):
            mapping_columns.ask(sent, partner or "", year)
    titles = {one.code: name(one, "title") for one in sent.content.activities}
    titles |= {one.code: name(one) for one in sent.content.indicators}
    what_changes.draw(sent.previews, faulty_rows.listed(sent.workbook, checked, mapping), titles)
    return _agreed(sent, titles)


def _as_of(sent: Sent) -> list[str]:
    assert sent.asked is not None
    return [_("data to {day}", day=formats.day(sent.asked.as_of))] if sent.asked.as_of else []


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


def _hand_back(sent: Sent) -> None:
    """Offer the file with its faults marked, and the faulty rows alone."""
    checked, workbook = sent.checked, sent.workbook
    assert checked is not None
    assert workbook is not None
    if not checked.problems:
        return
    left, right = st.columns(2)
    left.download_button(
        _("Download the file with these cells marked"),
        speaking.as_here(
            lambda: to_sender(
                workbook,
                lambda: marking.marked_copy(sent.file.content, sent.file.name, workbook, checked.problems).content,
            )
        ),
        marking.name_of_copy(sent.file.name),
        on_click="ignore",
        width="stretch",
        key=f"marked {sent.file.sha256}",
    )
    rest = rest_of(sent)
    if rest is not None:
        right.download_button(
            _("Download the faulty rows alone"),
            speaking.as_here(rest),
            marking.name_of_rest(sent.file.name),
            on_click="ignore",
            width="stretch",
            key=f"rest {sent.file.sha256}",
        )


def rest_of(sent: Sent) -> Callable[[], bytes] | None:
    """What makes the workbook of the faulty rows alone, in the language of the sender; None where there is none."""
    checked, workbook = sent.checked, sent.workbook
    assert checked is not None
    assert workbook is not None
    rows = faulty_rows.with_their_header(workbook, checked, sent.mapping)
    if not rows:
        return None
    return lambda: to_sender(workbook, lambda: marking.the_rest(workbook, checked.errors, rows).content)


def left_out(ready: Sequence[Ready]) -> uploading.LeftOut:
    """What of some files is not saved: faulty rows as workbooks to hand back, and how many conflicting ones."""
    rests = {
        marking.name_of_rest(one.sent.file.name): rest()
        for one in ready
        if one.agreed.partly and (rest := rest_of(one.sent)) is not None
    }
    previews = [preview for one in ready for preview in one.previews]
    conflicting = sum(preview.count(State.CONFLICT) for preview in previews) - sum(
        row.state is State.CONFLICT for preview in previews for row in preview.to_save
    )
    return uploading.LeftOut(rests, conflicting)


def _agreed(sent: Sent, titles: Mapping[str, str]) -> Ready | None:
    """Ask for what has to be agreed to before saving; None when nothing may be saved."""
    assert sent.checked is not None
    place = sent.file.sha256
    taken = _conflicts(sent, titles)
    previews = tuple(replace(one, taken=taken) for one in sent.previews)
    count = sum(len(one.to_save) for one in previews)
    if not count:
        return None
    partly = warned = False
    if sent.checked.errors:
        text = ngettext(
            "Save the {n} row without a fault; I see to the rest",
            "Save the {n} rows without a fault; I see to the rest",
            count,
        )
        partly = st.checkbox(text, key=f"partly {place}")
        if not partly:
            return None
    if sent.checked.warnings:
        warned = st.checkbox(uploading.looked_at(len(sent.checked.warnings)), key=f"warned {place}")
        if not warned:
            return None
    return Ready(sent, previews, ledger.Agreed(warnings=warned, partly=partly))


def _conflicts(sent: Sent, titles: Mapping[str, str]) -> frozenset[tuple[str, ...]]:
    """Which of the conflicting rows shall be saved all the same: none unless somebody says so."""
    rows = {key(row.becomes): row for one in sent.previews for row in one.rows if row.state is State.CONFLICT}
    if not rows:
        return frozenset()
    picked = st.multiselect(
        _("Somebody reported on these since the form was made. Save what this file says for:"),
        list(rows),
        format_func=lambda one: f"{rows[one].code} · {titles.get(rows[one].code, '')}",
        key=f"conflicts {sent.file.sha256}",
    )
    return frozenset(picked)
