"""axe-core on an open page: what breaks its rules, but for what Streamlit alone can mend."""

from dataclasses import dataclass
from typing import Any

from axe_playwright_python.base import AXE_FILE_PATH

from tests.browser.conftest import Visit

_AXE = AXE_FILE_PATH.read_text(encoding="utf-8")
_RUN = "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"


@dataclass(frozen=True)
class Allowance:
    """A rule that Streamlit's own part of the page breaks: the rule's id, the part, and why we cannot mend it."""

    rule: str
    part: str
    why: str


ALLOWED = (
    Allowance(
        "region",
        '[role="listbox"]',
        "an open list of choices is drawn at the end of the body, outside of every landmark, and gone with the choice",
    ),
)


def violations(visitor: Visit) -> list[str]:
    """Rule, part and words of each violation on the page that is open, those of :data:`ALLOWED` left out."""
    return [
        f"{rule['id']}: {part['html'][:160]} {part['failureSummary']}"
        for rule, part in _found(visitor)
        if not any(_is_allowed(visitor, rule, part, one) for one in ALLOWED)
    ]


def needed(visitor: Visit) -> set[Allowance]:
    """Those of :data:`ALLOWED` without which the page that is open would break a rule."""
    found = _found(visitor)
    return {one for one in ALLOWED if any(_is_allowed(visitor, rule, part, one) for rule, part in found)}


def _found(visitor: Visit) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    visitor.page.evaluate(_AXE)
    return [(rule, part) for rule in visitor.page.evaluate(_RUN) for part in rule["nodes"]]


def _is_allowed(visitor: Visit, rule: dict[str, Any], part: dict[str, Any], allowance: Allowance) -> bool:
    if rule["id"] != allowance.rule or len(part["target"]) != 1:
        return False
    matches = "([found, part]) => document.querySelector(found).matches(part)"
    return bool(visitor.page.evaluate(matches, [part["target"][0], allowance.part]))
