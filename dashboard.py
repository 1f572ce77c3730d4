"""The dashboard: page settings, language, filters, menu. The only router; each page lies under pages/."""

import streamlit as st

from db import queries
from db.settings import ROOT
from monitoring.errors import DashboardError
from monitoring.language import gettext as _
from ui import address, filters, speaking, strip, theme
from ui.data import database

PAGES = "pages/"


def menu() -> dict[str, list[st.Page]]:
    """The pages by section, in the words of this language; the addresses stay the same in all of them."""
    progress = [
        st.Page(f"{PAGES}progress/overview.py", title=_("Overview"), url_path="overview", default=True),
        st.Page(f"{PAGES}progress/by_partner.py", title=_("By ministry and partner"), url_path="partners"),
        st.Page(f"{PAGES}progress/by_area.py", title=_("By priority area"), url_path="areas"),
        st.Page(f"{PAGES}progress/goals.py", title=_("Against the goals"), url_path="goals"),
        st.Page(f"{PAGES}progress/indicators.py", title=_("Indicators"), url_path="indicators"),
        st.Page(f"{PAGES}progress/needs_decision.py", title=_("Needs a decision"), url_path="decisions"),
        st.Page(f"{PAGES}progress/review.py", title=_("Review"), url_path="review"),
        st.Page(f"{PAGES}progress/activities.py", title=_("Activities"), url_path="activities"),
        st.Page(f"{PAGES}progress/money.py", title=_("Money"), url_path="money"),
    ]
    reporting = [
        st.Page(f"{PAGES}reporting/upload.py", title=_("Upload progress"), url_path="upload"),
        st.Page(f"{PAGES}reporting/download.py", title=_("Download reports"), url_path="download"),
    ]
    setup = [st.Page(f"{PAGES}setup/method.py", title=_("Method"), url_path="method")]
    return {"": progress, _("Reporting"): reporting, _("Setup"): setup}


def main() -> None:
    """Draw what every page has, then the page."""
    speaking.start()
    st.set_page_config(
        page_title=_("Child rights workplans"), page_icon=str(ROOT / "static" / "icon.png"), layout="wide"
    )
    theme.dress()
    page = st.navigation(menu(), position="top")
    target = st.session_state.pop("page to open", None)
    try:
        database()
        if target:
            st.switch_page(target, query_params=address.parameters())
        with queries.one_moment():
            with filters.strip(page.url_path):
                strip.show()
                speaking.switch()
            speaking.tell_the_browser()
            page.run()
    except DashboardError as error:
        st.error(str(error))


main()
