"""Bars: the figure of each stands at its end, so that no grid, axis or legend is needed."""

from collections.abc import Sequence
from typing import Any

from pptx.enum import chart as kinds
from pptx.util import Pt

from monitoring import formats
from reports.slides.native import PLANNED, Place, Series, added, color, filled, hatched, inside

ROOM = 1.14  # of the longest bar, so that its figure stands beside it


def draw(
    slide: Any,
    names: Sequence[str],
    series: Sequence[Series],
    place: Place,
    alt: str,
    percent: bool = True,
    names_take: float = 0.36,
) -> None:
    """A bar of each series for each name, the first on top; ``names_take``: part of the width, for the names."""
    written = formats.percent_code() if percent else "0"
    chart = added(slide, kinds.XL_CHART_TYPE.BAR_CLUSTERED, names, series, written, place, alt)
    beside, values = chart.category_axis, chart.value_axis
    beside.reverse_order, beside.major_tick_mark = True, kinds.XL_TICK_MARK.NONE
    beside.format.line.color.rgb = color(PLANNED)
    values.visible, values.has_major_gridlines, values.minimum_scale = False, False, 0
    longest = max((value or 0 for one in series for value in one.values), default=0)
    values.maximum_scale = (1 if percent else max(longest, 1)) * ROOM
    plot = chart.plots[0]
    plot.gap_width, plot.overlap, plot.has_data_labels = 45, 0, True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = written, False
    plot.data_labels.position, plot.data_labels.show_value = kinds.XL_LABEL_POSITION.OUTSIDE_END, True
    plot.data_labels.font.size = Pt(11)
    plot.data_labels._element.find("{*}txPr").find("{*}bodyPr").set("wrap", "none")  # a share stays beside its sign
    for drawn, one in zip(plot.series, series, strict=True):
        (hatched if one.hatched else filled)(drawn.format.fill, one.color)
        for number, (own, empty) in enumerate(one.own):
            _bar(drawn.points[number].format, own, empty)
    inside(chart, names_take, 0.0, 1 - names_take, 1.0)


def _bar(look: Any, own: str, empty: bool) -> None:
    filled(look.fill, "FFFFFF" if empty else own)
    if empty:
        look.line.color.rgb, look.line.width = color(own), Pt(1.25)
