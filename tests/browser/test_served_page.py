"""The page as it is served: it names early what the browser will need, and that is really there."""

import re
import urllib.request

import streamlit as st

from front import SCRIPTS, early_parts


def served(address: str, accept: str = "text/html") -> tuple[str, int]:
    """The body of an answer, and the length that its head promised."""
    asked = urllib.request.Request(address, headers={"Accept": accept, "Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked, timeout=20) as answer:
        return answer.read().decode(), int(answer.headers["Content-Length"])


def test_the_page_names_early_what_draws_charts_and_each_part_is_served(demonstration: str) -> None:
    page, length = served(f"{demonstration}/partners?partner=MOE")
    assert len(page.encode()) == length
    added = page[page.index(early_parts().decode()) :]
    names = re.findall(r'/static/js/([\w.-]+\.js)"', added)
    assert sum(name.startswith("PlotlyChart.") for name in names) == 1
    assert len(names) > 20
    for name in names:
        code, _length = served(f"{demonstration}/static/js/{name}", "*/*")
        assert code == (SCRIPTS / name).read_text(encoding="utf-8"), name


def test_the_attribute_that_starts_the_charts_is_streamlits_own() -> None:
    index = next(SCRIPTS.glob("index.*.js")).read_text(encoding="utf-8")
    assert "data-test-connection-state" in index, f"renamed in Streamlit {st.__version__}: see START_CHARTS"


def test_what_is_no_page_is_left_alone(demonstration: str) -> None:
    health, length = served(f"{demonstration}/_stcore/health")
    assert (health, length) == ("ok", 2)
