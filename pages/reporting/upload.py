"""Upload progress: take the form, send it filled in, see what would change, save or mend; and undo."""

import streamlit as st

from db import ledger, queries
from db.settings import settings
from monitoring.errors import DashboardError, NothingToSave, SubmissionAlreadyCounts
from monitoring.form import FormContent
from monitoring.language import gettext as _
from monitoring.language import name
from monitoring.periods import end_of_day, today
from monitoring.upload import Preview, SentFile
from spreadsheets import checking, form, reading
from ui import filters, naming, speaking, uploading, waiting
from ui.data import database

view = filters.chosen()
partners = naming.partners(view.dates)


def seen(file: SentFile, content: FormContent) -> Preview | None:
    """The preview of the file as first shown: saving compares with it, so that nothing changes unseen in between.

    Faults are shown, and then there is nothing to save.
    """
    key = ("preview", file.sha256, content.partner.code, content.period.code)
    if st.session_state.get("preview of") != key:
        if st.session_state.get("reading of") != key:
            st.session_state["reading"] = reading.Reading(file.content, file.name)
            st.session_state["reading of"] = key
        work: reading.Reading = st.session_state["reading"]
        if not waiting.over(work, _("Reading “{file}”; it is given up after 20 seconds", file=file.name)):
            return None
        found = checking.check(work.result(), content, today())
        if found.problems:
            uploading.faults(found.problems)
            return None
        st.session_state["preview"] = ledger.preview(database(), found)
        st.session_state["preview of"] = key
    preview: Preview = st.session_state["preview"]
    return preview


st.title(_("Upload progress"), anchor=False)
uploading.done()
signed = queries.signatories(database(), view.dates)["partner"].unique().tolist()
if not signed or view.period is None:
    st.info(
        _("No workplan is in force at this date, so there is nothing to report on. Choose another reporting period.")
    )
    uploading.submissions(view, partners)
    st.stop()

own = [code for code in view.filters.partners if code in signed]
left, right = st.columns(2, vertical_alignment="bottom")
partner = left.selectbox(
    _("Ministry or partner"),
    signed,
    index=signed.index(own[0]) if own else 0,
    format_func=lambda code: partners.get(code, code),
    key="form partner",
)
content = queries.form_content(database(), partner, view.period["code"], end_of_day(today()))
right.download_button(
    _("Download the form for {period}", period=name(view.period)),
    data=speaking.as_here(lambda: form.write(content)),
    file_name=form.file_name(content),
    mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    on_click="ignore",
    width="stretch",
)
st.caption(_("The period is the one chosen at the top of the page. What is known already stands in the form."))

sent = st.file_uploader(_("The filled form"), type=["xlsx", "xlsm"], key=f"sent {st.session_state.get('upload', 0)}")
if sent is not None:
    file = SentFile(sent.name, sent.getvalue())
    try:
        shown = seen(file, content)
        if shown is not None:
            titles = {one.code: name(one, "title") for one in content.activities}
            ledger.refuse_what_counts(database(), shown.checked)
            uploading.preview(shown, titles | {one.code: name(one) for one in content.indicators})
            if not shown.to_save:
                raise NothingToSave()
            who = uploading.sender()
            if who is not None:
                number = ledger.save(database(), shown, who, file, settings().var_dir / "uploads")
                st.session_state["upload"] = st.session_state.get("upload", 0) + 1
                uploading.say_done(_("Saved as submission {number}. The charts show it now.", number=number))
                st.rerun()
    except (NothingToSave, SubmissionAlreadyCounts) as told:
        uploading.look_again()  # an Undo, here or elsewhere, may leave something to save
        st.info(str(told))
    except DashboardError as error:
        uploading.look_again()
        st.error(str(error))

uploading.submissions(view, partners)
