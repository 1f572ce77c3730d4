"""The dashboard: page settings, language, filters, menu. The only router; each page lies under pages/."""

from collections.abc import Callable

import streamlit as st

from db import queries
from db.settings import ROOT
from monitoring.errors import DashboardError
from monitoring.filters import Filters
from monitoring.language import gettext as _
from ui import address, filters, handing_on, speaking, strip, theme, trail
from ui.data import database

OVERVIEW = "overview"  # the overview lies at the root; whoever types its name is led there


def menu() -> dict[str, list[st.Page]]:
    """The pages by section, in the words of this language; the addresses stay the same in all of them."""
    overview = st.Page("pages/progress/overview.py", title=_("Overview"), url_path="home", default=True)
    by_name = st.Page("pages/progress/overview.py", title=_("Overview"), url_path=OVERVIEW, visibility="hidden")
    progress = [
        st.Page("pages/progress/by_partner.py", title=_("By ministry and partner"), url_path="partners"),
        st.Page("pages/progress/by_area.py", title=_("By priority area"), url_path="areas"),
        st.Page("pages/progress/goals.py", title=_("Against the goals"), url_path="goals"),
        st.Page("pages/progress/indicators.py", title=_("Indicators"), url_path="indicators"),
        st.Page("pages/progress/activities.py", title=_("Activities"), url_path="activities"),
        st.Page("pages/progress/timeline.py", title=_("Timeline"), url_path="timeline"),
        st.Page("pages/progress/regions.py", title=_("Regions"), url_path="regions"),
        st.Page("pages/progress/money.py", title=_("Money"), url_path="money"),
        st.Page("pages/progress/workplan.py", title=_("One workplan"), url_path="workplan"),
        st.Page("pages/progress/goal.py", title=_("One goal"), url_path="goal"),
    ]
    review = [
        st.Page("pages/review/changes.py", title=_("What changed"), url_path="changes"),
        st.Page("pages/review/needs_decision.py", title=_("Needs a decision"), url_path="decisions"),
        st.Page("pages/review/review.py", title=_("Review"), url_path="review"),
    ]
    reporting = [
        st.Page("pages/reporting/upload.py", title=_("Upload progress"), url_path="upload"),
        st.Page("pages/reporting/download.py", title=_("Download reports"), url_path="download"),
        st.Page("pages/reporting/quality.py", title=_("Data quality"), url_path="quality"),
    ]
    setup = [
        st.Page("pages/setup/plan.py", title=_("Plan"), url_path="plan"),
        st.Page("pages/setup/method.py", title=_("Method"), url_path="method"),
    ]
    sections = {_("Progress"): progress, _("Reviews"): review, _("Reporting"): reporting, _("Setup"): setup}
    return {"": [overview, by_name], **sections}


def workbook(picked: Filters) -> tuple[str, Callable[[], bytes], float]:
    """Name and content of the Excel workbook of a view, and about how many seconds it takes."""
    from reports import all_tables, contents, names, xlsx  # half a second of imports that only a download needs

    view = filters.chosen()
    asked = (database(), view.dates, picked, view.framework)
    shown = all_tables.outline(*asked)
    seconds = xlsx.PACE * shown.counts["activities"]
    return names.file_name(shown, "xlsx"), lambda: xlsx.workbook(contents.gather(*asked)), seconds


def main() -> None:
    """Draw what every page has, then the page."""
    speaking.start()
    st.set_page_config(
        page_title=_("Child rights workplans"), page_icon=str(ROOT / "static" / "icon.png"), layout="wide"
    )
    theme.dress()
    pages = menu()
    by_address = {one.url_path: one for section in pages.values() for one in section}
    page = st.navigation(pages, position="top")
    if page.url_path == OVERVIEW:
        st.switch_page(by_address[""], query_params=address.as_opened())
    target = by_address.get(address.to_open(), by_address[""]) if address.to_open() is not None else page
    try:
        database()
        if target.url_path != page.url_path:
            st.switch_page(target, query_params=address.parameters())
        address.arrived()
        with queries.one_moment():
            with filters.strip(page.url_path):
                strip.show()
                handing_on.offer(workbook)
                speaking.switch()
            speaking.tell_the_browser()
            trail.show({path: one.title for path, one in by_address.items()})
            page.run()
    except DashboardError as error:
        st.error(str(error))


main()
