"""Native charts, with their figures in a workbook inside, which PowerPoint edits. Text in it is never a formula."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.dml import color as colors
from pptx.enum.dml import MSO_PATTERN_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt
from xlsxwriter import Workbook

from reports.told.look import FONT, INK

DELIVERED, PLANNED, GRID = "5B8DC4", "B9C1CC", "E3E6EB"
Place = tuple[float, float, float, float]
Side = Literal["left", "right", "above"]
CHARTS: str = nsdecls("c")
_Color: Any = colors.RGBColor


@dataclass(frozen=True)
class Series:
    """Values that belong together, and how they are drawn.

    Attributes:
        ends: place of a value, what is written there, and on which side of it.
        path: a line with gaps, diamonds for dots: what should be, not what is.
        dotted: a dot at each value.
        hatched: bars of what is not known.
        own: of each bar its colour and whether it is drawn empty, where they differ.
    """

    name: str
    values: Sequence[float | None]
    color: str
    ends: tuple[int, str, Side] | None = None
    path: bool = False
    dotted: bool = False
    hatched: bool = False
    own: Sequence[tuple[str, bool]] = ()


class _PlainWriter(CategoryWorkbookWriter):
    """The library's own writer, which would make a formula of a name that begins with =, and a link of an address."""

    def _open_worksheet(self, xlsx_file: Any) -> Any:
        return _Opened(xlsx_file)


class _Opened:
    def __init__(self, file: Any) -> None:
        plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.book = Workbook(file, {"in_memory": True, **plain})

    def __enter__(self) -> tuple[Any, Any]:
        return self.book, self.book.add_worksheet()

    def __exit__(self, *_gone: object) -> None:
        self.book.close()


class _PlainData(CategoryChartData):
    @property
    def _workbook_writer(self) -> Any:
        writer: Any = _PlainWriter  # the library has no types
        return writer(self)


def added(
    slide: Any, kind: Any, names: Sequence[Any], series: Sequence[Series], written: str, place: Place, alt: str
) -> Any:
    """A chart on a slide: its names (or days), its series, the format of its numbers, and what it says in words."""
    kept: Any = _PlainData
    data = kept(number_format=written)
    data.categories = names
    for one in series:
        data.add_series(one.name, one.values)
    shape = slide.shapes.add_chart(kind, *map(Pt, place), data)
    shape._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    chart = shape.chart
    chart.font.size, chart.font.name, chart.font.color.rgb = Pt(11), FONT, color(INK)
    chart.has_title = chart.has_legend = False
    return chart


def inside(chart: Any, x: float, y: float, w: float, h: float) -> None:
    """Where what is drawn stands within the chart, as parts of it: alike in every program."""
    parts = "".join(f"<c:{name} val='{value:.3f}'/>" for name, value in zip("xywh", (x, y, w, h), strict=True))
    modes = "<c:layoutTarget val='inner'/><c:xMode val='edge'/><c:yMode val='edge'/>"
    plot = chart._chartSpace.chart.plotArea
    for old in plot.findall("{*}layout"):
        plot.remove(old)
    plot.insert(0, parse_xml(f"<c:layout {CHARTS}><c:manualLayout>{modes}{parts}</c:manualLayout></c:layout>"))


def filled(fill: Any, with_color: str) -> None:
    """Fill with a colour."""
    fill.solid()
    fill.fore_color.rgb = color(with_color)


def hatched(fill: Any, with_color: str) -> None:
    """Fill with lines of a colour on white."""
    fill.patterned()
    fill.pattern = MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL
    fill.fore_color.rgb, fill.back_color.rgb = color(with_color), color("FFFFFF")


def color(written: str) -> Any:
    """A colour, with # or without."""
    return _Color.from_string(written.lstrip("#"))
