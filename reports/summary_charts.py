"""Native charts of the workbook: each draws cells of its own sheet, so that a reader can change and copy it.

The figure of each bar and the name of each line stand beside it: no grid, axis or legend has to be read across.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from monitoring import formats
from monitoring.status import Mark
from reports.told.look import FAINT, FONT, INK

DELIVERED, PLANNED, GRID = "#5B8DC4", "#B9C1CC", "#E3E6EB"  # as on pages and slides
WIDE, HIGH, BAR, AROUND = (
    680,
    310,
    25,
    60,
)  # pixels: a chart, one of lines, a name with its bar, and what stands around them
ROOM = 1.14  # of the longest bar, so that its figure stands beside it
BESIDE_AXIS = 0.25  # of the days: what is written left of a value there stands on the numbers of the axis


@dataclass(frozen=True)
class Block:
    """Cells that a chart draws: their sheet, the first and last row of names in column A, and the columns of values."""

    sheet: str
    first: int
    last: int
    columns: tuple[int, ...]

    def names(self) -> list[Any]:
        """The cells of the names."""
        return [self.sheet, self.first, 0, self.last, 0]

    def values(self, column: int) -> list[Any]:
        """The cells of values in a column."""
        return [self.sheet, self.first, column, self.last, column]

    def head(self, column: int) -> list[Any]:
        """The cell that says what the values of a column are."""
        return [self.sheet, self.first - 1, column]

    def rows(self) -> int:
        """How many there are."""
        return self.last - self.first + 1


def statuses(book: Any, block: Block, marks: Sequence[Mark], longest: float, title: str) -> Any:
    """A bar for each status in its colour, empty where the mark is an outline."""
    points = [
        {
            "fill": {"color": "#FFFFFF" if mark.outlined else mark.fill(dark=False)},
            "border": _line(mark.fill(dark=False)),
        }
        for mark in marks
    ]
    chart = book.add_chart({"type": "bar"})
    chart.add_series(_bars(block, block.columns[0], PLANNED, "0") | {"points": points})
    return _of_bars(chart, block, title, longest * ROOM, BAR)


def shares(book: Any, block: Block, title: str) -> Any:
    """What is delivered, what was planned at the dates of the same reports and, hatched, what is missing, for each."""
    chart, written = book.add_chart({"type": "bar"}), formats.percent_code()
    delivered, planned, silent = block.columns
    chart.add_series(_bars(block, delivered, DELIVERED, written))
    chart.add_series(_bars(block, planned, PLANNED, written))
    chart.add_series(_hatched(_bars(block, silent, PLANNED, f"{written};;")))  # no figure where nothing is missing
    _of_bars(chart, block, title, ROOM, BAR * 2)
    chart.set_legend({"position": "top", "font": _font(FAINT, 10)})
    return chart


def course(book: Any, block: Block, now: int, said: Sequence[str], title: str) -> Any:
    """The planned and the delivered share over the days; ``said`` is written at the place ``now`` of each line."""
    beside_axis = now < BESIDE_AXIS * block.rows()
    chart = book.add_chart({"type": "line"})
    looks = ((DELIVERED, "solid", 2.5, "right"), (PLANNED, "dash", 1.75, "above" if beside_axis else "left"))
    for column, text, (color, dash, wide, side) in zip(block.columns, said, looks, strict=True):
        labels: list[dict[str, Any]] = [{"delete": True} for _row in range(block.rows())]
        if text:
            labels[now] = {"value": text, "font": _font(color if dash == "solid" else FAINT, 10, bold=True)}
        chart.add_series(
            {
                "name": block.head(column),
                "categories": block.names(),
                "values": block.values(column),
                "line": {"color": color, "width": wide, "dash_type": dash},
                "marker": {"type": "none"},
                "data_labels": {"value": True, "custom": labels, "position": side},
            }
        )
    chart.show_blanks_as("span")  # the line of the plan passes over the days before a step
    quiet = {"num_font": _font(FAINT, 9), "line": _line(PLANNED), "major_tick_mark": "none"}
    months = {"date_axis": True, "num_format": formats.month_code(), "major_unit": 3, "major_unit_type": "months"}
    chart.set_x_axis(quiet | months)
    grid = {"visible": True, "line": _line(GRID)}
    percents = {"min": 0, "max": 1, "major_unit": 0.25, "num_format": formats.percent_code(), "major_gridlines": grid}
    chart.set_y_axis(quiet | {"line": {"none": True}} | percents)
    _titled(chart, title)
    chart.set_legend({"none": True})
    chart.set_size({"width": WIDE, "height": HIGH})
    return chart


def _bars(block: Block, column: int, color: str, written: str) -> dict[str, Any]:
    return {
        "name": block.head(column),
        "categories": block.names(),
        "values": block.values(column),
        "fill": {"color": color},
        "gap": 45,
        "data_labels": {"value": True, "num_format": written, "position": "outside_end", "font": _font(INK, 10)},
    }


def _hatched(series: dict[str, Any]) -> dict[str, Any]:
    pattern = {"pattern": "wide_upward_diagonal", "fg_color": f"#{FAINT.lstrip('#')}", "bg_color": "#FFFFFF"}
    return {name: value for name, value in series.items() if name != "fill"} | {"pattern": pattern}


def _of_bars(chart: Any, block: Block, title: str, most: float, tall: float) -> Any:
    chart.set_y_axis({"reverse": True, "num_font": _font(INK, 10), "line": _line(PLANNED), "major_tick_mark": "none"})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0, "max": most})
    _titled(chart, title)
    chart.set_legend({"none": True})
    chart.set_size({"width": WIDE, "height": round(AROUND + tall * block.rows())})
    return chart


def _titled(chart: Any, title: str) -> None:
    chart.set_title({"name": title, "name_font": _font(INK, 12, bold=True), "overlay": False})
    chart.set_chartarea({"border": {"none": True}})


def _font(color: str, size: int, bold: bool = False) -> dict[str, Any]:
    return {"name": FONT, "size": size, "color": f"#{color.lstrip('#')}", "bold": bold}


def _line(color: str) -> dict[str, Any]:
    return {"color": color, "width": 1.25}
