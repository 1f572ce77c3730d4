"""Read the tables of a web page, which many programs save under the name .xls."""

import re
from html.parser import HTMLParser

from spreadsheets.worker import layout, letters
from spreadsheets.worker.error_words import lost_or_same
from spreadsheets.worker.found import NO_TABLES, TOO_DEMANDING, Allowed, Found, Merged, Refused, Value

MOST_COLUMNS, MOST_ROWS = 1000, 65_534  # that a cell may stretch over, as in browsers
BREAKS = {"br", "p", "div", "li"}
UNSAID = {"script", "style", "title", "template", "comment"}  # the last is how LibreOffice writes notes
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_LINE = "\v"  # a break that the sender sees, unlike one in the source


def sheets(content: bytes, allowed: Allowed) -> list[Found]:
    """The tables in their order, numbered from 1; one inside a cell of another is a table of its own.

    Raises Refused.
    """
    said = _CHARSET.search(content[:4096])
    page = _Page(allowed)
    page.feed(letters.decoded(content, said[1].decode("ascii") if said else None))
    page.close()
    if not page.tables:
        raise Refused(NO_TABLES)
    found: list[Found] = []
    for number, table in enumerate(page.tables, 1):
        table.end_cell()
        rows = [[row.get(column, "") for column in range(max(row, default=-1) + 1)] for row in table.rows]
        found += layout.in_order(number, rows, allowed, table.hidden, table.merged)
    return layout.within(found, allowed)


class _Table:
    """A table while it is read: each cell in its column, though cells above stretch into its row."""

    def __init__(self) -> None:
        self.rows: list[dict[int, Value]] = []
        self.hidden: list[int] = []
        self.merged: list[Merged] = []
        self.cell: list[str] | None = None
        self._column = 0
        self._taken: set[int] = set()
        self._stretch: dict[int, int] = {}  # by column: so many rows more belong to a cell above

    def start_row(self, hidden: bool) -> None:
        """Begin a row."""
        self.end_cell()
        if hidden:
            self.hidden.append(len(self.rows))
        self.rows.append({})
        self._column = 0
        self._taken = set(self._stretch)
        self._stretch = {column: rows - 1 for column, rows in self._stretch.items() if rows > 1}

    def start_cell(self, across: int, down: int) -> None:
        """Begin a cell in the next free column. Raises Refused where a row grows beyond reason."""
        self.end_cell()
        if not self.rows:
            self.start_row(hidden=False)
        while self._column in self._taken:
            self._column += 1
        if self._column + across > MOST_COLUMNS:
            raise Refused(TOO_DEMANDING)
        if down > 1:
            self.merged.append((len(self.rows) - 1, self._column, len(self.rows) - 2 + down))
            self._stretch |= {column: down - 1 for column in range(self._column, self._column + across)}
        self.rows[-1] |= {column: "" for column in range(self._column, self._column + across)}
        self.cell, self._place = [], self._column
        self._column += across

    def end_cell(self) -> None:
        """Take over what the cell says."""
        if self.cell is not None:
            lines = (_BLANKS.sub(" ", line).replace("\xa0", " ").strip() for line in "".join(self.cell).split(_LINE))
            self.rows[-1][self._place] = lost_or_same(re.sub("\n\n+", "\n", "\n".join(lines)).strip())
            self.cell = None


class _Page(HTMLParser):
    def __init__(self, allowed: Allowed) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._unsaid = 0
        self._left = allowed.cells

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "table":
            self.tables.append(_Table())
            self._open.append(self.tables[-1])
        elif tag in UNSAID:
            self._unsaid += 1
        elif self._open and tag == "tr":
            style = said.get("style", "").replace(" ", "").lower()
            self._open[-1].start_row("hidden" in said or "display:none" in style)
        elif self._open and tag in ("td", "th"):
            across = _span(said.get("colspan", ""), MOST_COLUMNS)
            self._left -= across
            if self._left < 0:
                raise Refused(TOO_DEMANDING)
            self._open[-1].start_cell(across, _span(said.get("rowspan", ""), MOST_ROWS))
        elif tag in BREAKS:
            self._say(_LINE)

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSAID:
            self._unsaid = max(0, self._unsaid - 1)
        elif self._open and tag in ("td", "th", "tr"):
            self._open[-1].end_cell()
        elif self._open and tag == "table":
            self._open.pop().end_cell()
        elif tag in BREAKS - {"br"}:
            self._say(_LINE)

    def handle_data(self, data: str) -> None:
        if not self._unsaid:
            self._say(data.replace(_LINE, " "))

    def _say(self, text: str) -> None:
        if self._open and self._open[-1].cell is not None:
            self._open[-1].cell.append(text)


def _span(said: str, most: int) -> int:
    return min(max(1, int(said)), most) if said.isdecimal() and len(said) < 9 else 1
