"""How cells of a workbook look: one format for each kind of column, one for each status, and the heads."""

from typing import Any

from monitoring import formats
from monitoring.status import GROUP_MARKS, RESULT_MARKS, Mark
from reports.columns import Column
from reports.told.signs import SIGNS

INK, SOFT, RULE, HEAD = "#1B2733", "#4A5560", "#D5DAE1", "#E6ECF3"
MARKS: dict[str, Mark] = {
    **GROUP_MARKS,
    **{status.value: mark for status, mark in RESULT_MARKS.items()},
}
CODES = {
    "number": "#,##0",
    "pace": "0.00",
    "money": "#,##0",
    "value": "General",
}
OF_LANGUAGE = {"percent": formats.percent_code, "date": formats.day_code}
NUMBERS = frozenset((*CODES, *OF_LANGUAGE))  # the kinds of columns that hold no words


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[str, Any] = {}

    def cell(self, column: Column) -> Any:
        """For a cell of a column: numbers as their kind is written, words wrapped where they are long."""
        if column.kind in NUMBERS:
            side = {"align": "left", "indent": 1} if column.kind == "date" else {}
            code = OF_LANGUAGE[column.kind]() if column.kind in OF_LANGUAGE else CODES[column.kind]
            return self._format(column.kind, num_format=code, **side)
        return self._words()

    def status(self, key: str) -> Any:
        """For a status: its sign and word in the colour of text on white, with an edge in the colour of its mark.

        The sign is how the cell is shown, not what it holds: whoever filters or counts finds the word alone.
        """
        mark = MARKS.get(key)
        if mark is None:
            return self._words()
        edge = {"left": 5, "left_color": mark.fill(dark=False), "num_format": f'"{SIGNS[mark.icon]} "@'}
        return self._format(
            f"status {key}", text_wrap=True, align="left", indent=1, bold=True, font_color=mark.ink(dark=False), **edge
        )

    def head(self, right: bool = False) -> Any:
        """For the head of a column; those of numbers stand at the right."""
        side = {"align": "right"} if right else {"align": "left", "indent": 1}
        return self._format(f"head {right}", bold=True, text_wrap=True, bg_color=HEAD, bottom_color=SOFT, **side)

    def label(self) -> Any:
        """For what stands before a figure."""
        return self._format("label", font_color=SOFT)

    def title(self) -> Any:
        """For the title of a sheet."""
        return self._plain("title", bold=True, font_size=16)

    def section(self) -> Any:
        """For the title of a part of the cover."""
        return self._plain("section", bold=True, font_size=12, bottom=1, bottom_color=SOFT)

    def words(self) -> Any:
        """For a sentence."""
        return self._plain("sentence", text_wrap=True)

    def finding(self) -> Any:
        """For the sentence that states the finding."""
        return self._plain("finding", text_wrap=True, bold=True, font_size=12)

    def strong(self) -> Any:
        """For a sentence that runs on across the sheet."""
        return self._plain("strong", bold=True, font_size=12)

    def soft(self) -> Any:
        """For the line under a title, and for labels."""
        return self._plain("soft", font_color=SOFT)

    def made_up(self) -> Any:
        """For the mark of made-up data: dark on amber, since white on it cannot be read."""
        return self._plain("made up", bold=True, bg_color="#F3C14B")

    def real(self) -> Any:
        """For the mark of real data, where made-up data stands beside it."""
        return self._plain("real", bold=True, bg_color=HEAD)

    def link(self) -> Any:
        """For a link to another sheet."""
        return self._plain("link", font_color="#12608F", underline=1)

    def _words(self) -> Any:
        return self._format("words", text_wrap=True, align="left", indent=1)

    def _plain(self, key: str, **look: Any) -> Any:
        return self._made_once(key, {"font_color": INK, "valign": "top"} | look)

    def _format(self, key: str, **look: Any) -> Any:
        """A cell of a table: with a thin line below."""
        return self._plain(key, **({"bottom": 1, "bottom_color": RULE} | look))

    def _made_once(self, key: str, look: dict[str, Any]) -> Any:
        if key not in self._made:
            self._made[key] = self._book.add_format(look)
        return self._made[key]
