"""How the cells of the plan workbook look."""

from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook

from spreadsheets.form_styles import BAND, FILL, FORMATS, LINE


@dataclass(frozen=True)
class PlanStyles:
    """The formats of one workbook. ``signed``: the header of what is signed with a change."""

    title: Any
    hint: Any
    header: Any
    signed: Any
    words: Any
    filled: dict[str, Any]
    empty: dict[str, Any]

    def cell(self, kind: str) -> Any:
        """The format of a filled cell of a kind."""
        return self.filled.get(kind, self.filled["text"])

    def plain(self, kind: str) -> Any:
        """The format of the empty cells below: what is typed there shows as it should."""
        return self.empty.get(kind, self.empty["text"])


def styles_of(workbook: Workbook) -> PlanStyles:
    """Make the formats of a workbook."""
    line = {"border": 1, "border_color": LINE, "valign": "top", "text_wrap": True}
    header = {**line, "bold": True, "valign": "vcenter"}
    formats: dict[str, dict[str, str]] = {"text": {}, **FORMATS}
    return PlanStyles(
        title=workbook.add_format({"bold": True, "font_size": 14}),
        hint=workbook.add_format({"italic": True}),
        header=workbook.add_format({**header, "bg_color": FILL}),
        signed=workbook.add_format({**header, "bg_color": BAND}),
        words=workbook.add_format({"text_wrap": True, "valign": "top"}),
        filled={kind: workbook.add_format({**line, **more}) for kind, more in formats.items()},
        empty={
            kind: workbook.add_format({"valign": "top", "text_wrap": True, **more}) for kind, more in formats.items()
        },
    )
