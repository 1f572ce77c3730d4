"""A set of slides while it is made: size, type, what stands on each, and how texts, tables and charts get onto them."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from pptx import Presentation
from pptx.chart import data as chart_data
from pptx.dml import color as colors
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.util import Pt

from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import spoken
from reports.contents import Contents
from reports.cover_sheet import title

WIDTH, HEIGHT, LEFT, TOP = 960, 540, 44, 104  # points: 16 to 9
FONT, INK, FAINT, BAR = "Arial", "1F2430", "575D68", "5B8DC4"
ChartData: Any = chart_data.CategoryChartData  # the library has no types
Color: Any = colors.RGBColor
Cell = str | tuple[str, str]  # words, or words with their colour


class Deck:
    """The slides so far, and their titles."""

    def __init__(self, contents: Contents) -> None:
        self.file = Presentation()
        self.file.slide_width, self.file.slide_height = Pt(WIDTH), Pt(HEIGHT)
        self.titles: list[str] = []
        cover = contents.report.cover
        self._foot = " · ".join(
            [
                _("Data to {day}", day=formats.day(cover.dates.as_of)),
                _("Reference {reference}", reference=contents.reference),
                *([cover.made_up()] if cover.made_up() else []),
            ]
        )
        about = self.file.core_properties
        about.title, about.author, about.last_modified_by = title(), _("Child rights workplans dashboard"), ""
        about.keywords, about.language, about.revision = cover.made_up(), spoken(), 1
        about.created = about.modified = cover.last_on or datetime.combine(cover.dates.as_of, time())

    def slide(self, heading: str, size: float = 26) -> Any:
        """A new slide with its title, and the foot that all have."""
        made = self.file.slides.add_slide(self.file.slide_layouts[5])  # its only part is the title
        self.titles.append(heading)
        made.shapes.title.left, made.shapes.title.top = Pt(LEFT), Pt(24)
        made.shapes.title.width, made.shapes.title.height = Pt(WIDTH - 2 * LEFT), Pt(72)
        frame = made.shapes.title.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = 0
        frame.text = heading
        _dress(frame.paragraphs[0], size, INK, bold=True)
        frame.paragraphs[0].alignment = 1
        self.text(made, self._foot, (LEFT, HEIGHT - 30, WIDTH - 160, 20), 10, FAINT)
        self.text(made, str(len(self.titles)), (WIDTH - LEFT - 40, HEIGHT - 30, 40, 20), 10, FAINT)
        return made

    def text(
        self,
        slide: Any,
        words: str,
        place: tuple[float, float, float, float],
        size: float,
        color: str = INK,
        bold: bool = False,
    ) -> None:
        """Words at a place: left, top, width and height in points."""
        frame = slide.shapes.add_textbox(*map(Pt, place)).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for number, line in enumerate(words.split("\n")):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.text = line
            _dress(paragraph, size, color, bold)

    def table(
        self, slide: Any, head: Sequence[str], rows: Sequence[Sequence[Cell]], widths: Sequence[float], top: float = TOP
    ) -> None:
        """A table; widths in points."""
        shape = slide.shapes.add_table(
            len(rows) + 1, len(head), Pt(LEFT), Pt(top), Pt(sum(widths)), Pt(20 * (len(rows) + 1))
        )
        made = shape.table
        made.horz_banding = False
        for place, width in enumerate(widths):
            made.columns[place].width = Pt(width)
        for number, row in enumerate([head, *rows]):
            for place, said in enumerate(row):
                words, color = said if isinstance(said, tuple) else (said, "")
                cell = made.cell(number, place)
                cell.margin_top = cell.margin_bottom = Pt(2)
                cell.margin_left = cell.margin_right = Pt(4)
                cell.fill.solid()
                cell.fill.fore_color.rgb = Color.from_string("EDF0F4" if number == 0 else "FFFFFF")
                cell.text_frame.text = words
                _dress(
                    cell.text_frame.paragraphs[0],
                    10.5,
                    color.lstrip("#") or (FAINT if number == 0 else INK),
                    number == 0,
                )

    def bars(
        self,
        slide: Any,
        names: Sequence[str],
        series: Sequence[tuple[str, Sequence[float | None], str]],
        place: tuple[float, float, float, float],
        stacked: bool = False,
        percent: bool = True,
        colors_of: Sequence[str] = (),
    ) -> None:
        """A native chart of bars, first name on top; a series is its name, its values and its colour.

        ``colors_of``: of each bar, where there is one series alone.
        """
        kind = XL_CHART_TYPE.BAR_STACKED if stacked else XL_CHART_TYPE.BAR_CLUSTERED
        chart = self._chart(slide, kind, names, series, place, percent)
        chart.category_axis.reverse_order = True
        chart.plots[0].gap_width = 45
        for one, (_name, _values, color) in zip(chart.plots[0].series, series, strict=True):
            one.format.fill.solid()
            one.format.fill.fore_color.rgb = Color.from_string(color.lstrip("#"))
            for number, own in enumerate(colors_of):
                fill = one.points[number].format.fill
                fill.solid()
                fill.fore_color.rgb = Color.from_string(own.lstrip("#"))

    def lines(
        self,
        slide: Any,
        names: Sequence[str],
        series: Sequence[tuple[str, Sequence[float | None], str]],
        place: tuple[float, float, float, float],
        percent: bool = True,
    ) -> None:
        """A native chart of lines over time."""
        chart = self._chart(slide, XL_CHART_TYPE.LINE, names, series, place, percent)
        for one, (_name, _values, color) in zip(chart.plots[0].series, series, strict=True):
            one.smooth = False
            one.format.line.width = Pt(2.5)
            one.format.line.color.rgb = Color.from_string(color.lstrip("#"))

    def _chart(
        self,
        slide: Any,
        kind: Any,
        names: Sequence[str],
        series: Sequence[Any],
        place: tuple[float, ...],
        percent: bool,
    ) -> Any:
        data = ChartData(number_format="0%" if percent else "0")
        data.categories = names
        for name, values, _color in series:
            data.add_series(name, values)
        chart = slide.shapes.add_chart(kind, *map(Pt, place), data).chart
        chart.font.size, chart.font.name = Pt(10), FONT
        chart.font.color.rgb = Color.from_string(INK)
        chart.has_title, chart.has_legend = False, len(series) > 1
        if chart.has_legend:
            chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        chart.value_axis.major_gridlines.format.line.color.rgb = Color.from_string("E3E6EB")
        chart.value_axis.format.line.fill.background()
        chart.value_axis.tick_labels.number_format = "0%" if percent else "0"
        chart.value_axis.tick_labels.number_format_is_linked = False
        if percent:
            chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, 1
        return chart


def _dress(paragraph: Any, size: float, color: str, bold: bool) -> None:
    paragraph.font.size, paragraph.font.name, paragraph.font.bold = Pt(size), FONT, bold
    paragraph.font.color.rgb = Color.from_string(color)
