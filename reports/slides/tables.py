"""Tables on slides: rows as high as their words, hair lines between them, and as many slides as they need."""

from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from reports.slides.words import Run, Words, high, parted, plain, written
from reports.told.look import FAINT, RULE

Row = Sequence[Words]
SIZE, GAP, ASIDE = 11, 4.0, 8.0  # points: of type, above and below the words of a cell, and between columns
_SPACES: str = nsdecls("a")
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's own style without colours and lines


def over_slides(
    head: Sequence[str], rows: Sequence[Row], widths: Sequence[float], rooms: tuple[float, float]
) -> list[list[Row]]:
    """Rows slide by slide, whole as long as they fit; ``rooms``: points on the first slide, and on those after it.

    Slides of the same room are filled alike, so that no single row is left for the last.
    """
    first, then = (room - _high(_head(head), widths) for room in rooms)
    parts = [part for row in rows for part in _parts(row, widths, then)]
    heights = [_high(part, widths) for part in parts]
    starts = _starts(heights, first, then)
    if first == then:
        alike = (_starts(heights, then * part / 20, then * part / 20) for part in range(8, 20))
        starts = next((found for found in alike if len(found) == len(starts)), starts)
    return [parts[start:end] for start, end in pairwise([*starts, len(parts)])]


def _starts(heights: Sequence[float], first: float, then: float) -> list[int]:
    """The number of the row that each slide begins with; a first slide with less room may stay without any."""
    starts, left = [0], first
    for number, needed in enumerate(heights):
        if needed > left and (number > starts[-1] or (first < then and len(starts) == 1)):
            starts.append(number)
            left = then
        left -= needed
    return starts


def draw(slide: Any, head: Sequence[str], rows: Sequence[Row], widths: Sequence[float], at: tuple[float, float]) -> Any:
    """A table at a place: left and top in points. Returns its shape."""
    every = [_head(head), *rows]
    heights = [_high(row, widths) for row in every]
    shape = slide.shapes.add_table(1, len(widths), *map(Pt, at), Pt(sum(widths)), Pt(sum(heights)))
    table = shape._element.graphic.graphicData.tbl
    table.tblPr.find("{*}tableStyleId").text = _PLAIN
    table.tblPr.set("bandRow", "0")
    for column, width in zip(shape.table.columns, widths, strict=True):
        column.width = Pt(width)
    table.remove(table.tr_lst[0])
    lines = "".join(_written(row, tall) for row, tall in zip(every, heights, strict=True))
    table.extend(parse_xml(f"<a:x {_SPACES}>{lines}</a:x>"))
    return shape


def _head(head: Sequence[str]) -> Row:
    return [plain(title, FAINT, bold=True) for title in head]


def _high(row: Row, widths: Sequence[float]) -> float:
    """The points of a row from top to bottom."""
    return max(high(words, width - ASIDE, SIZE) for words, width in zip(row, widths, strict=True)) + 2 * GAP


def _parts(row: Row, widths: Sequence[float], room: float) -> list[Row]:
    """A row that is higher than a slide in parts; each of them begins with what the row begins with."""
    if _high(row, widths) <= room:
        return [row]
    inside = room - 2 * GAP
    cells = [parted(words, width - ASIDE, SIZE, inside) for words, width in zip(row, widths, strict=True)]
    first, *after = [list(part) for part in zip_longest(*cells, fillvalue=())]
    for part in after:
        if not part[0]:
            part[0] = ((row[0][0][0], Run(" …", FAINT)),)
    return [first, *after]


def _written(row: Row, tall: float) -> str:
    cells = "".join(
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{written(words, SIZE) or '<a:p/>'}</a:txBody>"
        f"<a:tcPr marL='0' marR='{Pt(ASIDE)}' marT='{Pt(GAP)}' marB='{Pt(GAP)}'>"
        f"<a:lnB w='6350'><a:solidFill><a:srgbClr val='{RULE}'/></a:solidFill></a:lnB><a:noFill/></a:tcPr></a:tc>"
        for words in row
    )
    return f"<a:tr h='{Pt(tall)}'>{cells}</a:tr>"
