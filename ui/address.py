"""What a reader picked lives in the address as codes, so that a copied link shows the same view in any language.

Streamlit's own binding writes the words of the options, which change with the language; so codes are written here.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

ONE = ("period", "weight", "framework", "as_of", "known_on", "supporting", "activity", "indicator", "by", "lang")
OPENED = ("activity", "indicator")  # one thing opened on its own page: no filter, so it stays behind there
MANY = ("partner", "area", "goal", "region", "status", "year")
_WRITTEN = "address as written"
_PAGE = "page as shown"
_DEFAULTS = "what is left out of the address"


def take(page: str) -> None:
    """Take what the address says, where it was changed by a link or by going back, not by us.

    The menu empties the address when it changes the page: then what was picked stays.
    """
    asked = {key: list(dict.fromkeys(st.query_params.get_all(key))) for key in st.query_params if key in (*ONE, *MANY)}
    moved = st.session_state.get(_PAGE) not in (None, page)
    st.session_state[_PAGE] = page
    if moved and not asked:
        pick(**dict.fromkeys(OPENED, ""))
    if asked == st.session_state.get(_WRITTEN) or (moved and not asked):
        return
    for key in (*ONE, *MANY):
        values = asked.get(key, [])
        st.session_state[key] = values if key in MANY else (values[0] if values else "")
    st.session_state[_WRITTEN] = asked


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
    """The address of a page in the same view, with some codes more; to be asked after :func:`keep`."""
    return f"/{page}?" + urlencode(st.session_state[_WRITTEN] | more, doseq=True)


def keep(defaults: Mapping[str, str]) -> None:
    """Write what is picked into the address; what equals its default is left out."""
    st.session_state[_DEFAULTS] = dict(defaults)
    written = parameters()
    if written == {key: st.query_params.get_all(key) for key in st.query_params if key in (*ONE, *MANY)}:
        st.session_state[_WRITTEN] = written
        return
    others = {key: st.query_params.get_all(key) for key in st.query_params if key not in (*ONE, *MANY)}
    st.query_params.from_dict(others | written)
    st.session_state[_WRITTEN] = written


def pick(**values: str | list[str]) -> None:
    """Pick codes from a callback: a click on a mark narrows the view."""
    for key, value in values.items():
        st.session_state[key] = value


def clear() -> None:
    """Show everything again; period, weight and language stay."""
    for key in MANY:
        st.session_state[key] = []
    for key in (*OPENED, "supporting", "as_of", "known_on"):
        st.session_state[key] = ""


def go(page: str, **values: str | list[str]) -> None:
    """Pick codes and open a page, from a callback: the entry script changes the page when it runs next."""
    pick(**(dict.fromkeys(OPENED, "") | values))
    st.session_state["page to open"] = page
