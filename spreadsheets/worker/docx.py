"""Read the tables of a .docx, each as a sheet."""

import posixpath
import zipfile
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from spreadsheets.worker import layout
from spreadsheets.worker.error_words import lost_or_same
from spreadsheets.worker.found import NO_TABLES, TOO_DEMANDING, Allowed, Found, Gone, Merged, Refused, Value

MOST_COLUMNS = 1000
CONTINUED = Gone("")  # stands for a cell that belongs to the one above it
THROUGH = {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "r", "hyperlink", "fldSimple"}
THROUGH |= {"AlternateContent", "Choice", "bdo", "dir", "pict", "drawing", "txbxContent"}
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def sheets(archive: zipfile.ZipFile, allowed: Allowed) -> list[Found]:
    """The tables in their order, numbered from 1; one inside a cell of another is a table of its own.

    Raises Refused, BadZipFile, ParseError, KeyError.
    """
    root = ElementTree.fromstring(archive.read(_document(archive)))
    tables = [element for element in root.iter() if name_of(element) == "tbl"]
    if not tables:
        raise Refused(NO_TABLES)
    found: list[Found] = []
    for number, table in enumerate(tables, 1):
        rows: list[list[Value]] = []
        hidden = []
        for row in _inside(table, "tr"):
            about = _child(row, "trPr")
            if _child(about, "del") is None:
                if _switched_on(_child(about, "hidden")):
                    hidden.append(len(rows))
                rows.append(_cells(row))
        merged = list(_merged(rows))
        found += layout.in_order(number, rows, allowed, hidden, merged)
    return layout.within(found, allowed)


def _document(archive: zipfile.ZipFile) -> str:
    """The part that holds the text."""
    relations = ElementTree.fromstring(archive.read("_rels/.rels"))
    for one in relations.iterfind("{*}Relationship"):
        if one.get("Type", "").endswith("/officeDocument"):
            return posixpath.normpath(one.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _merged(rows: list[list[Value]]) -> Iterator[Merged]:
    """The cells over several rows; what continues them is left empty."""
    open_ones: dict[int, int] = {}
    for number, row in enumerate([*rows, []]):
        for column in [one for one in open_ones if not (one < len(row) and row[one] is CONTINUED)]:
            if number - 1 > open_ones[column]:
                yield open_ones[column], column, number - 1
            del open_ones[column]
        for column, value in enumerate(row):
            if value is CONTINUED:
                row[column] = ""
            else:
                open_ones[column] = number


def _cells(row: ElementTree.Element) -> list[Value]:
    """The cells of a row, each in its column: a cell over several columns or rows stands in the first of them."""
    cells: list[Value] = [""] * _number(_child(_child(row, "trPr"), "gridBefore"), 0)
    for cell in _inside(row, "tc"):
        about = _child(cell, "tcPr")
        merged = _child(about, "vMerge")
        continued = merged is not None and _value(merged) != "restart"
        cells.append(CONTINUED if continued else lost_or_same(words_of(cell)))
        cells += [""] * (max(1, _number(_child(about, "gridSpan"), 1)) - 1)
        if len(cells) > MOST_COLUMNS:
            raise Refused(TOO_DEMANDING)
    return cells


def words_of(cell: ElementTree.Element) -> str:
    """The text of a cell, its paragraphs joined by line breaks; what was deleted in tracking is left out.

    Where nothing but a table stands in it, that is its text; not one inside that, or a cell were read for each of many
    levels.
    """
    own = _lines(_inside(cell, "p"))
    rows = (row for table in _inside(cell, "tbl") for row in _inside(table, "tr"))
    return own or _lines(one for row in rows for inner in _inside(row, "tc") for one in _inside(inner, "p"))


def _lines(paragraphs: Iterable[ElementTree.Element]) -> str:
    return "\n".join("".join(_pieces(paragraph)) for paragraph in paragraphs).strip()


def _pieces(element: ElementTree.Element) -> Iterator[str]:
    for child in element:
        name = name_of(child)
        if name == "r" and _is_left_out(child):
            continue
        if name == "r" and _is_raised(child):  # a footnote: 45 and a small 1 are not 451
            yield " "
        if name == "t":
            yield child.text or ""
        elif name in SIGNS:
            yield SIGNS[name]
        elif name == "p":  # of a text box
            yield "\n"
            yield from _pieces(child)
        elif name in THROUGH or name in ("rPr",):
            yield from _pieces(child) if name in THROUGH else ()


def _is_left_out(run: ElementTree.Element) -> bool:
    """Whether words are struck out, or not shown."""
    about = _child(run, "rPr")
    return any(_switched_on(_child(about, name)) for name in ("strike", "dstrike", "vanish"))


def _is_raised(run: ElementTree.Element) -> bool:
    about = _child(_child(run, "rPr"), "vertAlign")
    return about is not None and _value(about) == "superscript"


def _inside(element: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    """The rows, cells or paragraphs of an element, also those wrapped into a control or a tracked change."""
    for child in element:
        if name_of(child) == name:
            yield child
        elif name_of(child) in THROUGH:
            yield from _inside(child, name)


def name_of(element: ElementTree.Element) -> str:
    """The name of an element without its namespace: strict and usual files differ in nothing else."""
    return str(element.tag).rpartition("}")[2]


def _child(element: ElementTree.Element | None, name: str) -> ElementTree.Element | None:
    return None if element is None else element.find(f"{{*}}{name}")


def _value(element: ElementTree.Element) -> str:
    return next((value for name, value in element.attrib.items() if name.rpartition("}")[2] == "val"), "")


def _switched_on(element: ElementTree.Element | None) -> bool:
    return element is not None and _value(element) not in ("0", "false", "off")


def _number(element: ElementTree.Element | None, otherwise: int) -> int:
    said = "" if element is None else _value(element)
    return min(int(said), MOST_COLUMNS + 1) if said.isdecimal() else otherwise
