"""The first visit: a few steps in place that say what the overview shows and what can be clicked.

A card in a corner; each step frames the part it speaks of and brings it into the window: to the middle, and on a phone,
where the card takes the width of the foot, to the top. Who has seen or left it is not asked again: a cookie says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from json import dumps

import streamlit as st

from monitoring.language import gettext as _

COOKIE = "dashboard_tour"
A_YEAR = 365 * 24 * 3600
MARGIN = "8rem"  # the menu stands over the top of the page; the heading of what is framed shall be seen too
_STEP = "step of the tour"
# Charts are drawn after the text and move what stands below them: what is framed is held in view for two seconds, or
# until the reader moves the page.
_SCROLL = """<script>(() => {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const narrow = matchMedia("(max-width: 640px)").matches;
  const framed = () => [...document.querySelectorAll(FRAMES)].find(one => one.getBoundingClientRect().width > 0);
  const bring = behavior => framed()?.scrollIntoView({block: narrow ? "start" : "center", behavior});
  clearInterval(window.tourHeld);
  const began = performance.now(), leave = () => clearInterval(window.tourHeld);
  for (const moved of ["wheel", "touchstart", "pointerdown", "keydown"]) addEventListener(moved, leave, {once: true});
  bring(calm ? "instant" : "smooth");
  let top = null;
  window.tourHeld = setInterval(() => {
    const now = framed()?.getBoundingClientRect().top;
    if (now === top) bring("instant");
    top = now;
    if (performance.now() - began > 2000) leave();
  }, 250);
})();</script>"""


@dataclass(frozen=True)
class Step:
    """A step: what it frames (a CSS selector), and what it says."""

    frames: str
    title: str
    text: str


def steps() -> Sequence[Step]:
    """The steps in the words of this language."""
    return (
        Step(
            ".st-key-strip",
            _("Which period, and for whom"),
            _("All that you see is for this reporting period. Filters narrow it to a partner, area, goal or region."),
        ),
        Step(
            ".finding, .st-key-four-figures",
            _("The answer first"),
            _("One sentence says whether the plans are on track; four figures say how that has changed."),
        ),
        Step(
            ".st-key-desk-overview-partners, .st-key-phone-bullets-partner",
            _("Each workplan"),
            _("Blue is delivered, the tick is what the plan asked for. Click on a bar to open the whole workplan."),
        ),
        Step(
            ".st-key-deciding",
            _("What needs you"),
            _("What waits longest stands first. “Why?” beside a status says which rule gave it, with its figures."),
        ),
        Step(
            ".st-key-below-overview-statuses",
            _("Behind every chart"),
            _("“Figures and why” opens the table and a download. The menu leads to reports, uploads and the method."),
        ),
    )


def offer() -> None:
    """Show the tour to who has not seen it; to be drawn on the overview."""
    if _STEP not in st.session_state:
        st.session_state[_STEP] = None if st.context.cookies.get(COOKIE) else 0
    number = st.session_state[_STEP]
    if number is None:
        return
    every = steps()
    step, last = every[number], number + 1 == len(every)
    st.html(
        f"<style>:is({step.frames}) {{outline: 3px solid #CB7600; outline-offset: 4px; border-radius: 4px; "
        f"scroll-margin: {MARGIN}}}</style>"
    )
    st.html(_SCROLL.replace("FRAMES", dumps(step.frames)), unsafe_allow_javascript=True)
    with st.container(border=True, key="tour"):
        st.markdown(f"**{step.title}**")
        st.write(step.text)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(_("{n} of {m}", n=number + 1, m=len(every)), width="content")
            st.button(_("Done") if last else _("Next"), key="tour on", type="primary", on_click=_go, args=(number,))
            if not last:
                st.button(_("Skip"), key="tour off", type="tertiary", on_click=_end)


def again() -> None:
    """The way to see the tour once more."""
    st.button(_("Show the tour again"), key="tour again", type="tertiary", on_click=_begin)


def remember() -> None:
    """Say in a cookie that the tour is over; nothing while it goes on."""
    if _STEP in st.session_state and st.session_state[_STEP] is None and not st.context.cookies.get(COOKIE):
        st.html(
            f'<script>document.cookie = "{COOKIE}=seen; path=/; max-age={A_YEAR}; SameSite=Lax";</script>',
            unsafe_allow_javascript=True,
        )


def _go(number: int) -> None:
    st.session_state[_STEP] = number + 1 if number + 1 < len(steps()) else None


def _end() -> None:
    st.session_state[_STEP] = None


def _begin() -> None:
    st.session_state[_STEP] = 0
