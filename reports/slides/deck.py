"""A set of slides while it is made: the sheet of each with its title and foot, and boxes of words on it."""

from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from monitoring import formats
from monitoring.language import gettext as _
from reports.contents import Contents
from reports.properties import put_into
from reports.slides import measured
from reports.slides.words import Run, Words, high, look, plain, put
from reports.told.look import FAINT, FONT

WIDTH, HEIGHT, LEFT, TOP, FOOT = 960.0, 540.0, 48.0, 26.0, 504.0  # points: 16 to 9
ACROSS = WIDTH - 2 * LEFT
KICKER, TITLES = 13.0, (24.0, 20.0, 17.0, 14.0, 11.0)  # sizes of type; the first at which a title stands on three lines
ACCENT = "12608F"
_SPACES: str = nsdecls("a")


class Deck:
    """The slides so far.

    Attributes:
        titles: what each slide is about.
        drawn: whether charts are drawn; without them a deck is good for its titles alone.
    """

    def __init__(self, contents: Contents, drawn: bool = True) -> None:
        self.file = Presentation()
        self.file.slide_width, self.file.slide_height = Pt(WIDTH), Pt(HEIGHT)
        _widen(self.file.slide_master)
        self.titles: list[str] = []
        self.drawn = drawn
        cover = contents.report.cover
        data_to = _("Data to {day}", day=formats.day(cover.dates.as_of))
        reference = _("Reference {reference}", reference=contents.reference)
        self._foot = " · ".join(text for text in (data_to, reference, cover.made_up()) if text)
        put_into(self.file.core_properties, cover)

    def slide(self, heading: str, about: str = "", sizes: tuple[float, ...] = TITLES) -> tuple[Any, float]:
        """A new slide, and the points at which the room below its title begins.

        ``about``: what it is about, small above a heading that says what is found.
        """
        made = self.file.slides.add_slide(self.file.slide_layouts[5])  # its only part is the title
        self.titles.append(f"{about}: {heading}" if about else heading)
        size, tall = _title(heading, about, sizes)
        shape = made.shapes.title
        shape.left, shape.top, shape.width, shape.height = Pt(LEFT), Pt(TOP), Pt(ACROSS), Pt(tall)
        frame = shape.text_frame
        frame.word_wrap, frame.vertical_anchor = True, 1
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        put(frame._txBody, plain(heading, bold=True), size)
        if about:
            put(frame._txBody, plain(about, ACCENT, bold=True), KICKER, before=True)
        self.box(made, plain(self._foot, FAINT), (LEFT, FOOT, ACROSS - 60, 16), 10)
        self._number(made)
        return made, TOP + tall + 14

    def box(self, slide: Any, words: Words, place: tuple[float, ...], size: float) -> None:
        """Words at a place: left, top, width and height in points."""
        frame = slide.shapes.add_textbox(*map(Pt, place)).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        put(frame._txBody, words, size)

    def flow(
        self, slide: Any, words: Words, top: float, size: float, left: float = LEFT, across: float = ACROSS
    ) -> float:
        """Words below what stands there; returns the points at which they end."""
        tall = high(words, across, size)
        self.box(slide, words, (left, top, across, tall), size)
        return top + tall

    def _number(self, slide: Any) -> None:
        """The number of the slide, which the program keeps right when slides are moved."""
        frame = slide.shapes.add_textbox(Pt(WIDTH - LEFT - 40), Pt(FOOT), Pt(40), Pt(16)).text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for old in frame._txBody.p_lst:
            frame._txBody.remove(old)
        number = (
            f"<a:p {_SPACES}><a:pPr algn='r'/><a:fld id='{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}' type='slidenum'>"
            f"{look(10, Run('', FAINT))}<a:t>{len(self.titles)}</a:t></a:fld></a:p>"
        )
        frame._txBody.append(parse_xml(number))


def room_below(heading: str, about: str = "") -> float:
    """The points between such a title, with its place among several slides, and the foot."""
    return FOOT - 10 - TOP - 14 - _title(of_several(heading, 100, 100), about, TITLES)[1]


def _title(heading: str, about: str, sizes: tuple[float, ...]) -> tuple[float, float]:
    """The size of the type of a title, and the points that it takes from top to bottom."""
    size = next((one for one in sizes if measured.lines(heading, ACROSS, one, bold=True) <= 3), sizes[-1])
    kicker = measured.height(about, ACROSS, KICKER, bold=True) if about else 0.0
    return size, kicker + measured.height(heading, ACROSS, size, bold=True) + 6


def _widen(master: Any) -> None:
    """Make the library's own layouts, which are 4 to 3, as wide as the slides, in the type of the slides."""
    for sheet in (master, *master.slide_layouts):
        for shape in sheet.placeholders:
            if shape._element.spPr.xfrm is not None:
                shape.left, shape.width = round(shape.left * WIDTH / 720), round(shape.width * WIDTH / 720)
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(b"Calibri", FONT.encode())


def of_several(heading: str, number: int, count: int) -> str:
    """A heading with which of several slides it stands on, where there are several."""
    return _("{heading} ({n} of {m})", heading=heading, n=number, m=count) if count > 1 else heading
