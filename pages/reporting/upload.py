"""Upload progress: take the form, send it filled in, see what would change, save or mend; and undo."""

import streamlit as st

from db import ledger, queries
from db.settings import settings
from monitoring.errors import DashboardError, NothingToSave, SubmissionAlreadyCounts
from monitoring.file_errors import WorkStopped
from monitoring.language import gettext as _
from monitoring.upload import SentFile
from pages.reporting.sending import forms_to_fill, sent_file, sent_files, submissions
from spreadsheets.kinds import ENDINGS
from ui import cards, filters, naming, uploading
from ui.data import database

view = filters.chosen()
partners = naming.partners(view.dates)

st.title(_("Upload progress"), anchor=False)
uploading.done()
uploading.hand_back()
signed = queries.signatories(database(), view.dates)["partner"].unique().tolist()
if not signed or view.period is None:
    st.info(
        _("No workplan is in force at this date, so there is nothing to report on. Choose another reporting period.")
    )
    submissions.draw(view, partners)
    st.stop()

forms_to_fill.offer(view, partners, signed)
st.header(_("Send what came back"), anchor=False)
given = st.file_uploader(
    _("Spreadsheets with progress, one or several"),
    type=list(ENDINGS),
    accept_multiple_files=True,
    key=f"sent {st.session_state.get('upload', 0)}",
)
files = [SentFile(one.name, one.getvalue()) for one in given]
sent_files.keep_only(files)
ready: list[sent_file.Ready] = []
for file in files:
    with st.container(border=True):
        st.subheader(cards.literal(file.name), anchor=False)
        try:
            found = sent_file.draw(sent_files.of(file), view, partners, signed)
            ready += [found] if found else []
        except (NothingToSave, SubmissionAlreadyCounts) as told:
            sent_files.forget()  # an Undo, here or elsewhere, may leave something to save
            st.info(cards.literal(str(told)))
        except WorkStopped as told:
            st.info(cards.literal(str(told)))
            st.button(_("Begin again"), key=f"again {file.sha256}", on_click=sent_files.forget)
        except DashboardError as error:
            sent_files.forget()
            st.error(cards.literal(str(error)))
who = uploading.sender(len(ready)) if ready else None
if who is not None:
    sender, letter = who
    uploads = [ledger.Upload(one.previews, one.sent.file, one.agreed) for one in ready]
    try:
        with st.spinner(_("Saving…")):
            saved = ledger.save_all(database(), uploads, sender, settings().var_dir / "uploads", letter)
    except DashboardError as error:
        sent_files.forget()
        st.error(cards.literal(str(error)))
    else:
        st.session_state["upload"] = st.session_state.get("upload", 0) + 1
        left = sent_file.left_out(ready)
        sent_files.forget()
        uploading.say_saved(saved, left)
        st.rerun()

submissions.draw(view, partners)
