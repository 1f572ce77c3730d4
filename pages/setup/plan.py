"""Plan: download the present plan or a blank one, send it back changed, see what would change, save; and undo."""

from functools import partial

import streamlit as st

from db import ledger, queries
from db.settings import settings
from monitoring.errors import DashboardError, NothingToChange
from monitoring.language import gettext as _
from monitoring.periods import today
from monitoring.plan_changes import PlanPreview, Signed
from monitoring.upload import SentFile
from spreadsheets import marking, reading
from spreadsheets.plan import checking as plan_checking
from spreadsheets.plan import form as plan_form
from ui import cards, filters, planning, speaking, uploading, waiting
from ui.data import database

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
view = filters.chosen()
book = queries.plan_book(database())


def seen(file: SentFile, given: Signed) -> PlanPreview | None:
    """The preview of the file as first shown: saving compares with it, so that nothing changes unseen in between."""
    if st.session_state.get("plan reading of") != file.sha256:
        st.session_state["plan reading"] = reading.Reading(file.content, file.name)
        st.session_state["plan reading of"] = file.sha256
        st.session_state.pop("plan preview of", None)
    work: reading.Reading = st.session_state["plan reading"]
    if not waiting.over(work, _("Reading “{file}”; it is given up after 20 seconds", file=file.name), file.sha256):
        return None
    if st.session_state.get("plan preview of") != given:
        st.session_state["plan preview"] = plan_checking.check(work.result(), book, today(), given)
        st.session_state["plan preview of"] = given
    preview: PlanPreview = st.session_state["plan preview"]
    return preview


def hand_back(file: SentFile, shown: PlanPreview) -> None:
    """Offer the file with its faults marked."""
    if not shown.problems:
        return
    workbook = st.session_state["plan reading"].result()

    def marked() -> bytes:
        return marking.marked_copy(file.content, file.name, workbook, shown.problems).content

    st.download_button(
        _("Download the file with these cells marked"),
        speaking.as_here(marked),
        marking.name_of_copy(file.name),
        on_click="ignore",
        key=f"marked {file.sha256}",
    )


st.title(_("Plan"), anchor=False)
uploading.done()
st.write(
    _(
        "Workplans, activities, money, goals, indicators and partners are changed in a workbook: download the plan, "
        "change it, send it back. You see what would change before anything is saved, and can undo it later."
    )
)
for column, blank, label in zip(
    st.columns(2), (False, True), (_("Download the present plan"), _("Download a blank workbook")), strict=True
):
    column.download_button(
        label,
        data=speaking.as_here(partial(plan_form.write, book, blank)),
        file_name=plan_form.file_name(book, blank),
        mime=XLSX,
        on_click="ignore",
        width="stretch",
    )

sent = st.file_uploader(_("The changed plan"), type=["xlsx", "xlsm"], key=f"plan {st.session_state.get('plans', 0)}")
given = planning.signed_for_all()
if sent is not None:
    file = SentFile(sent.name, sent.getvalue())
    try:
        shown = seen(file, given)
        if shown is not None:
            uploading.faults(shown.faults, shown.warnings, "plan")
            hand_back(file, shown)
            planning.preview(shown)
            if not shown.faults:
                if not shown.to_save:
                    raise NothingToChange()
                asked = planning.who_and_why() if planning.agreed(shown.warnings) else None
                if asked is not None:
                    folder = settings().var_dir / "uploads"
                    number = ledger.save_plan(database(), shown, *asked, file, folder)
                    st.session_state["plans"] = st.session_state.get("plans", 0) + 1
                    planning.look_again()
                    told = _("Saved as submission {number}. The plan is as the workbook says.", number=number)
                    uploading.say_done(told)
                    st.rerun()
    except NothingToChange as nothing:
        planning.look_again()  # an Undo, here or elsewhere, may leave something to save
        st.info(cards.literal(str(nothing)))
    except DashboardError as error:
        planning.look_again()
        st.error(cards.literal(str(error)))

planning.submissions(view)
