"""A reminder to a partner, to be copied: what is missing for a period and by when, and the form to attach."""

import json
from collections.abc import Callable, Mapping
from html import escape

import pandas as pd
import streamlit as st

from monitoring import formats
from monitoring.language import SPOKEN, available, name, names_by_code, ngettext, spoken, spoken_in
from monitoring.language import gettext as _
from monitoring.rows import rows_of
from ui import speaking

LANGUAGE = "language of the reminder"
MOST = 30  # activities named in a letter
# By selecting it: a browser gives a page its clipboard only where it is served encrypted.
_COPY = """document.getElementById("copy-letter").onclick = event => {
  getSelection().selectAllChildren(document.getElementById("letter"));
  document.execCommand("copy");
  event.target.nextElementSibling.textContent = DONE;
};"""


def draw(
    period: Mapping[str, object],
    found: pd.DataFrame,
    partners: pd.DataFrame,
    form: Callable[[str], tuple[str, Callable[[], bytes]]],
) -> None:
    """Pick a partner of those whose reports are missing, and draw the text and the form.

    ``period``: a row of received, ``found`` of judged_activities, ``partners`` with name_*, ``form``: file name and
    content of a partner's form.
    """
    waiting = found[(found["due_in_period"] & ~found["in_period"]).to_numpy(dtype=bool)]
    st.header(_("A reminder to send"), anchor=False)
    if waiting.empty:
        st.write(_("Every report that was due in this period has come."))
        return
    names = names_by_code(partners)
    counts = waiting["partner"].value_counts()
    codes = [code for code in names if code in counts.index]
    left, middle, right = st.columns([5, 2, 3], vertical_alignment="bottom")
    partner = left.selectbox(
        _("Ministry or partner"),
        codes,
        format_func=lambda code: _("{name}: {n} missing", name=names[code], n=int(counts[code])),
        key="reminded partner",
        filter_mode=None,
    )
    st.session_state.setdefault(LANGUAGE, spoken())
    language = middle.selectbox(
        _("Language of the letter"), available(), key=LANGUAGE, format_func=SPOKEN.__getitem__, filter_mode=None
    )
    file, content = form(partner)
    right.download_button(
        _("Download the form to attach"),
        speaking.in_language(content, language),
        file,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        width="stretch",
    )
    own = waiting[(waiting["partner"] == partner).to_numpy(dtype=bool)]
    with spoken_in(language):
        (addressed,) = rows_of(partners[(partners["code"] == partner).to_numpy(dtype=bool)])
        letter = text(addressed, period, own)
    _to_copy(letter)


def _to_copy(letter: str) -> None:
    """Draw the letter and a button that copies it: Streamlit's own box of code brings a colourer of programs along."""
    copy, done = escape(_("Copy the letter")), escape(_("Copied"))
    st.html(
        f'<pre class="letter" id="letter" tabindex="0">{escape(letter)}</pre>'
        f'<p><button type="button" class="ask" id="copy-letter">{copy}</button> <span role="status"></span></p>'
        f"<script>{_COPY.replace('DONE', json.dumps(done))}</script>",
        unsafe_allow_javascript=True,
    )


def text(partner: Mapping[str, object], period: Mapping[str, object], waiting: pd.DataFrame) -> str:
    """The letter in the language of this run."""
    lines = [
        _("To: {name}", name=name(partner)),
        "",
        ngettext(
            "For {period} (closing day: {day}) we have no report yet on {n} activity of the workplan:",
            "For {period} (closing day: {day}) we have no report yet on {n} activities of the workplan:",
            len(waiting),
            period=name(period),
            day=formats.day(period["closes"]),  # type: ignore[arg-type]
        ),
        "",
        *(_activity(row) for row in rows_of(waiting.head(MOST))),
    ]
    if len(waiting) > MOST:
        lines.append(_("… and {n} more, as in the form.", n=len(waiting) - MOST))
    lines += [
        "",
        _("The attached form holds what was reported last. Please fill in the coloured cells and send it back."),
        _("Where nothing has moved, say so in a word: a short report is better than none. Thank you."),
    ]
    return "\n".join(lines)


def _activity(row: Mapping[str, object]) -> str:
    ends = _("planned end {day}", day=formats.day(row["ends"].date()))  # type: ignore[attr-defined]
    return f"– {row['code']}: {name(row, 'title')} ({ends})"
