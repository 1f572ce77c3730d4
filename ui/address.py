"""What a reader picked lives in the address as codes, so that a copied link shows the same view in any language.

Streamlit's own binding writes the words of the options, which change with the language; so codes are written here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlencode

import streamlit as st

ONE = (
    "period",
    "weight",
    "framework",
    "as_of",
    "known_on",
    "supporting",
    "activity",
    "indicator",
    "than",
    "than_known",
    "by",
    "lang",
)
OPENED = ("activity", "indicator")  # one thing opened on its own page: no filter, so it stays behind there
MANY = ("partner", "area", "goal", "region", "status", "year")
FROM = "from"  # in a link: the page and view that it leads away from
FARTHEST = 4  # how many stops the trail back keeps
_WRITTEN = "address as written"
_PAGE = "page as shown"
_DEFAULTS = "what is left out of the address"
_TRAIL = "trail"
_TO_OPEN = "page to open"
_LEFT = "page that a link led away from"
_LED = "led here by a click"


@dataclass(frozen=True)
class Stop:
    """A page in a view that a click led away from, and what was picked after the click.

    Streamlit notes the page with what is picked after the click in the browser's history, too: going back leads there,
    and means the view before it.
    """

    page: str
    picked: Mapping[str, list[str]] = field(default_factory=dict)
    after: Mapping[str, list[str]] = field(default_factory=dict)


def as_opened() -> dict[str, list[str]]:
    """What the address says of a view, as it stands there."""
    return {key: list(dict.fromkeys(st.query_params.get_all(key))) for key in st.query_params if key in (*ONE, *MANY)}


def take(page: str) -> None:
    """Take what the address says, where it was changed by a link or by going back, not by us.

    The menu empties the address when it changes the page: then what was picked stays.
    """
    asked = as_opened()
    before = st.session_state.get(_PAGE)
    moved = before not in (None, page)
    st.session_state[_PAGE] = page
    stop = _take_trail(page, asked, moved)
    if stop is not None:
        _restore(stop.picked)
        st.session_state[_WRITTEN] = asked
        return
    if moved and not asked:
        pick(**dict.fromkeys(OPENED, ""))
    if asked == st.session_state.get(_WRITTEN) or (moved and not asked):
        return
    for key in (*ONE, *MANY):
        values = asked.get(key, [])
        st.session_state[key] = values if key in MANY else (values[0] if values else "")
    st.session_state[_WRITTEN] = asked


def _take_trail(page: str, asked: Mapping[str, list[str]], moved: bool) -> Stop | None:
    """Keep the trail where a click led on; cut it where the reader went back to a stop, or chose another page.

    The stop, where the reader went back to it with the browser or the menu: then its view is shown again.
    """
    left = st.query_params.get(FROM, "")
    if left != st.session_state.get(_LEFT, ""):
        st.session_state[_LEFT] = left
        before, _mark, view = left.partition("?")
        st.session_state[_TRAIL] = [Stop(before, parse_qs(view))] if left else []
    elif not st.session_state.pop(_LED, False):
        for number, stop in enumerate(trail()):
            if stop.page == page and asked in (stop.picked, stop.after):
                st.session_state[_TRAIL] = trail()[:number]
                return stop if moved else None
        if moved:
            st.session_state[_TRAIL] = []
    return None


def _restore(picked: Mapping[str, list[str]]) -> None:
    """Pick what a stop had picked; who changed the language meanwhile keeps it."""
    values: dict[str, str | list[str]] = {key: list(picked.get(key, [])) for key in MANY}
    values |= {key: next(iter(picked.get(key, [])), "") for key in ONE if key != "lang"}
    pick(**values)


def trail() -> list[Stop]:
    """The stops that lie behind the reader, the first of them first."""
    stops: list[Stop] = st.session_state.get(_TRAIL, [])
    return stops


def return_to(number: int) -> None:
    """Go back to a stop of the trail, from a callback."""
    stop = trail()[number]
    st.session_state[_TRAIL] = trail()[:number]
    _restore(stop.picked)
    st.session_state[_TO_OPEN] = stop.page
    st.session_state[_LED] = True


def newly_asked(key: str) -> str:
    """What a link, or going back, asks for a key of :data:`ONE` in this run; empty where it asks for nothing new."""
    asked = str(st.query_params.get(key, ""))
    written = st.session_state.get(_WRITTEN, {}).get(key, [""])
    return asked if [asked] != written else ""


def picked(key: str) -> str:
    """The code picked for a key of :data:`ONE`; empty for the default."""
    return str(st.session_state.get(key) or "")


def picked_many(key: str) -> tuple[str, ...]:
    """The codes picked for a key of :data:`MANY`."""
    return tuple(st.session_state.get(key) or ())


def parameters() -> dict[str, list[str]]:
    """What is picked, as it stands in the address."""
    defaults = st.session_state.get(_DEFAULTS, {})
    written = {key: list(picked_many(key)) for key in MANY if picked_many(key)}
    return written | {key: [picked(key)] for key in ONE if picked(key) and picked(key) != defaults.get(key)}


def link(page: str, **more: str | list[str]) -> str:
    """The address of a page in the same view, with some codes more; to be asked after :func:`keep`.

    It says from where it leads away: a link begins a new visit, which knows nothing of this one.
    """
    written = st.session_state[_WRITTEN]
    left = f"{st.session_state[_PAGE]}?{urlencode(written, doseq=True)}"
    return f"/{page}?" + urlencode(written | more | {FROM: left}, doseq=True)


def keep(defaults: Mapping[str, str]) -> None:
    """Write what is picked into the address; what equals its default is left out."""
    st.session_state[_DEFAULTS] = dict(defaults)
    written = parameters()
    there = {key: st.query_params.get_all(key) for key in st.query_params}
    others = {key: values for key, values in there.items() if key not in (*ONE, *MANY)}
    if there != others | written:
        st.query_params.from_dict(others | written)
    st.session_state[_WRITTEN] = written


def pick(**values: str | list[str]) -> None:
    """Pick codes from a callback."""
    for key, value in values.items():
        st.session_state[key] = value


def narrow(**values: str | list[str]) -> None:
    """Pick codes on this page by a click on a mark, from a callback: the trail leads back."""
    _leave(values)
    st.session_state[_LED] = True


def clear() -> None:
    """Show everything again; period, weight and language stay."""
    for key in MANY:
        st.session_state[key] = []
    for key in (*OPENED, "supporting", "as_of", "known_on"):
        st.session_state[key] = ""


def go(page: str, **values: str | list[str]) -> None:
    """Pick codes and open a page (by its address), from a callback; the entry script changes the page next."""
    _leave(dict.fromkeys(OPENED, "") | values)
    st.session_state[_TO_OPEN] = page
    st.session_state[_LED] = True


def to_open() -> str | None:
    """The address of the page that a click asks for; None where none does. Held until the page is reached."""
    page: str | None = st.session_state.get(_TO_OPEN)
    return page


def arrived() -> None:
    """The page asked for is reached."""
    st.session_state.pop(_TO_OPEN, None)


def _leave(picks: Mapping[str, str | list[str]]) -> None:
    """Pick what a click picks, and note the view that was shown before as the newest stop of the trail."""
    before = parameters()
    pick(**picks)
    here = Stop(st.session_state.get(_PAGE, ""), before, parameters())
    st.session_state[_TRAIL] = [*trail(), here][-FARTHEST:]
