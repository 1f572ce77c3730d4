"""Lines along the days: what they end with is written at their ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pptx.enum import chart as kinds
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.oxml import parse_xml
from pptx.util import Pt

from monitoring import formats
from reports.slides.native import CHARTS, GRID, PLANNED, Place, Series, Side, added, color, filled
from reports.told.look import FAINT, FONT

SIDES: dict[Side, Any] = {
    "left": kinds.XL_LABEL_POSITION.LEFT,
    "right": kinds.XL_LABEL_POSITION.RIGHT,
    "above": kinds.XL_LABEL_POSITION.ABOVE,
}


@dataclass(frozen=True)
class Scale:
    """What stands at the axes: from where to where and at which steps, how days are written, each so many months."""

    low: float
    top: float
    step: float
    days: str = "yyyy"
    months: int = 12
    percent: bool = False


def draw(slide: Any, days: Sequence[date], series: Sequence[Series], place: Place, alt: str, scale: Scale) -> None:
    """A line for each series; a day without a value is passed over."""
    written = formats.percent_code() if scale.percent else "General"
    chart = added(slide, kinds.XL_CHART_TYPE.LINE_MARKERS, days, series, written, place, alt)
    along, values = chart.category_axis, chart.value_axis
    along.tick_labels.number_format, along.tick_labels.number_format_is_linked = scale.days, False
    along.format.line.color.rgb = color(PLANNED)
    for name, value in (("majorUnit", str(scale.months)), ("majorTimeUnit", "months")):
        along._element.append(parse_xml(f"<c:{name} {CHARTS} val='{value}'/>"))
    values.major_gridlines.format.line.color.rgb = color(GRID)
    values.format.line.fill.background()
    values.major_tick_mark, values.major_unit = kinds.XL_TICK_MARK.NONE, scale.step
    values.minimum_scale, values.maximum_scale = scale.low, scale.top
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = written, False
    for axis in (along, values):
        axis.tick_labels.font.color.rgb, axis.tick_labels.font.size = color(FAINT), Pt(10)
    chart._chartSpace.chart.find("{*}dispBlanksAs").set("val", "span")
    for drawn, one in zip(chart.plots[0].series, series, strict=True):
        _line(drawn, one)


def _line(drawn: Any, one: Series) -> None:
    drawn.smooth = False
    drawn.format.line.width, drawn.format.line.color.rgb = Pt(1.5 if one.path else 2.25), color(one.color)
    if one.path:
        drawn.format.line.dash_style = MSO_LINE_DASH_STYLE.DASH
    # Not every program draws a marker empty: what should be is told from what is by its shape.
    shape = kinds.XL_MARKER_STYLE.DIAMOND if one.path else kinds.XL_MARKER_STYLE.CIRCLE
    drawn.marker.style = shape if one.dotted else kinds.XL_MARKER_STYLE.NONE
    if one.dotted:
        drawn.marker.size = 7
        filled(drawn.marker.format.fill, "FFFFFF" if one.path else one.color)
        drawn.marker.format.line.color.rgb = color(one.color)
    if one.ends:
        _end(drawn, *one.ends, one.color)


def _end(drawn: Any, at: int, text: str, side: Side, in_color: str) -> None:
    label = drawn.points[at].data_label
    label.text_frame.text = text
    label.position = SIDES[side]
    font = label.text_frame.paragraphs[0].runs[0].font
    font.size, font.bold, font.name, font.color.rgb = (
        Pt(11),
        True,
        FONT,
        color(FAINT if in_color == PLANNED else in_color),
    )
