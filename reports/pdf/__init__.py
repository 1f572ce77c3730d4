"""The PDF of a report: A4, tagged for screen readers, with an outline. The same contents give the same bytes."""

import re
from pathlib import Path
from typing import Any

import orjson

from monitoring.language import spoken
from reports.contents import Contents
from reports.pdf import parts

UNBROKEN = re.compile(r"[^\s/\u00ad\u200b-]{30}(?=[^\s/\u00ad\u200b-])")  # letters that no line can be broken in
LONGEST_WORD = 30
HERE = Path(__file__).parent
MIME = "application/pdf"
PREVIEW = 110.0  # dots an inch


def document(contents: Contents, kind: str = "quarterly") -> bytes:
    """A document of a kind of :data:`reports.kinds.KINDS`, in the language of this run."""
    import typst  # of no use to any other page

    given = _given(parts.told(contents, kind))
    made: bytes = typst.compile(HERE / "document.typ", format="pdf", pdf_standards="ua-1", timestamp=0, **given)
    return made


def first_page(contents: Contents, kind: str = "quarterly") -> bytes:
    """A picture of the first page, as PNG. What comes after it is left out, so its foot does not count the pages."""
    import typst

    given = _given(parts.beginning(parts.told(contents, kind)))
    made: Any = typst.compile(HERE / "document.typ", format="png", ppi=PREVIEW, timestamp=0, **given)
    pages: list[bytes] = made if isinstance(made, list) else [made]
    return pages[0]


def _given(told: dict[str, Any]) -> dict[str, Any]:
    """What the template is compiled with: nothing of the moment of printing, nor of this machine's fonts."""
    said = orjson.dumps(_breakable(told | {"lang": spoken()}))
    return {
        "root": HERE,
        "font_paths": [HERE / "fonts"],
        "ignore_system_fonts": True,
        "sys_inputs": {"told": said.decode()},
    }


def _breakable(told: Any) -> Any:
    """The same, where no word is longer than a column: a line may end within it, and nothing is added that shows."""
    if isinstance(told, str):
        return UNBROKEN.sub(lambda found: f"{found[0]}\u200b", told) if len(told) > LONGEST_WORD else told
    if isinstance(told, dict):
        return {key: _breakable(value) for key, value in told.items()}
    return [_breakable(one) for one in told] if isinstance(told, list | tuple) else told
