"""A database without activities: what there is already, and what to do next, one step after the other."""

import pandas as pd
import streamlit as st

from monitoring.language import gettext as _
from monitoring.language import ngettext
from ui import cards

LOAD = "python manage.py init --demo"


def next_steps(signed: pd.DataFrame, periods: pd.DataFrame) -> None:
    """Draw the steps; ``signed`` of signatories at this date, ``periods`` of received."""
    st.title(_("Nothing to show for this date yet"), anchor=False)
    count = int(signed["workplan"].nunique())
    known = ngettext("{n} workplan is signed for this year", "{n} workplans are signed for this year", count)
    cards.finding(
        _("{known}, and none of its activities are in the database.", known=known) if count else _("Start here")
    )
    earlier = periods[(periods["received"] > 0).to_numpy(dtype=bool)]
    steps = []
    if len(earlier):
        steps.append(_("**Choose another reporting period** at the top: reports are there for earlier ones."))
    steps += [
        _(
            "**Load the workplans.** Download a blank workbook on the page Plan, write the signed activities into it "
            "and send it back there; every cell that has to be mended is named."
        ),
        _("**Send each partner its form.** It lists the partner's activities and says what to fill in."),
        _("**Upload the filled forms.** You see what would change before anything is saved, and can undo it later."),
        _("**Come back here.** The answer to “are we on track?” stands on this page from the first upload on."),
    ]
    st.markdown("\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1)))
    st.caption(
        _(
            "To look around first: `{command}` sets up a new database with an illustrative plan; one that is there "
            "already is kept as it is.",
            command=LOAD,
        )
    )
    with st.container(horizontal=True):
        st.page_link("pages/setup/plan.py", label=_("Load the workplans"))
        st.page_link("pages/reporting/upload.py", label=_("Upload progress"))
        st.page_link("pages/progress/indicators.py", label=_("See the indicators"))
        st.page_link("pages/setup/method.py", label=_("How progress is judged"))
