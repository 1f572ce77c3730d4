"""The sheet of paper: its styles, its head and foot, and how paragraphs and tables get onto it."""

from collections.abc import Sequence
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import spoken
from reports.contents import Contents
from reports.cover_sheet import title
from reports.properties import put_into
from reports.told import look

INK, FAINT = RGBColor.from_string(look.INK), RGBColor.from_string(look.FAINT)
SIZES = (("Normal", 10, False), ("Title", 20, True), ("Heading 1", 14, True), ("Heading 2", 11.5, True))
Cell = str | tuple[str, str]  # words, or words with the colour they are written in


class Paper:
    """A letter that is being written."""

    def __init__(self, contents: Contents) -> None:
        self.file = docx.Document()
        self._headings = 0
        _styles(self.file)
        cover = contents.report.cover
        put_into(self.file.core_properties, cover)
        section = self.file.sections[0]
        section.page_width, section.page_height = Pt(595.3), Pt(841.9)  # A4
        section.left_margin = section.right_margin = Pt(48)
        section.top_margin = section.bottom_margin = Pt(58)
        head = " · ".join(text for text in (title(), _("Quarterly report"), cover.made_up()) if text)
        _small(section.header.paragraphs[0], head)
        foot = section.footer.paragraphs[0]
        reference = _("Reference {reference}", reference=contents.reference)
        data_to = _("Data to {day}", day=formats.day(cover.dates.as_of))
        _small(foot, f"{data_to} · {reference} · ")
        _field(foot, "PAGE")
        _small(foot, " / ")
        _field(foot, "NUMPAGES")

    def heading(self, text: str, level: int = 1) -> None:
        """A heading, which the contents and the navigation of a reader lead to."""
        heading = self.file.add_heading(text, level)
        self._headings += 1
        begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (begin, end):
            mark.set(qn("w:id"), str(self._headings))
        begin.set(qn("w:name"), _bookmark(self._headings))
        heading._p.insert(1, begin)
        heading._p.append(end)

    def paragraph(
        self, text: str, label: str = "", small: bool = False, bold: bool = False, with_next: bool = False
    ) -> None:
        """A paragraph, with a word before it that says what it is; ``with_next``: on the page of what follows."""
        paragraph = self.file.add_paragraph()
        paragraph.paragraph_format.keep_with_next = with_next or None
        if label:
            _small(paragraph, f"{label}: ", 10)
        run = paragraph.add_run(text)
        run.font.bold = bold
        if small:
            run.font.size, run.font.color.rgb = Pt(9), FAINT

    def contents(self, headings: Sequence[tuple[int, str]]) -> None:
        """A table of contents: a link to each of the headings that follow, in their order; level and text of each.

        It has no page numbers: only Word can work them out, asks whether it may, and other programs show none.
        """
        for number, (level, text) in enumerate(headings, 1):
            paragraph = self.file.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.paragraph_format.left_indent = Pt(14 * (level - 1))
            _small(paragraph, text, 10)
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), _bookmark(self._headings + number))
            link.set(qn("w:history"), "1")
            link.append(paragraph.runs[0]._r)
            paragraph._p.append(link)

    def point(self, text: str) -> None:
        """A line of a list."""
        self.file.add_paragraph(text, style="List Bullet")

    def table(self, head: Sequence[str], rows: Sequence[Sequence[Cell]], widths: Sequence[float]) -> None:
        """A table whose head is repeated on each page; widths in points."""
        made = self.file.add_table(rows=0, cols=len(widths))
        made.autofit = False
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Pt(width)
        for number, row in enumerate([head, *rows] if head else rows):
            line = made.add_row()
            _line(line)
            for cell, said, width in zip(line.cells, row, widths, strict=True):
                cell.width = Pt(width)
                words, color = said if isinstance(said, tuple) else (said, "")
                run = cell.paragraphs[0].add_run(words)
                cell.paragraphs[0].paragraph_format.space_after = Pt(2)
                run.font.size = Pt(9)
                if color:
                    run.font.color.rgb = RGBColor.from_string(color.lstrip("#"))
                if head and number == 0:
                    run.font.bold, run.font.color.rgb = True, FAINT
            if head and number == 0:
                line._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        self.file.add_paragraph().paragraph_format.space_after = Pt(2)


def _styles(file: Any) -> None:
    for name, size, bold in SIZES:
        style = file.styles[name]
        style.font.name, style.font.size, style.font.bold, style.font.color.rgb = look.FONT, Pt(size), bold, INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(kind), look.FONT)
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(kind), None)
    borders = file.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if borders is not None:
        file.styles["Title"].element.pPr.remove(borders)
    file.styles["Normal"].paragraph_format.space_after = Pt(5)
    spoken_in = OxmlElement("w:lang")
    spoken_in.set(qn("w:val"), look.LANGUAGES[spoken()])
    run = file.styles["Normal"].element.get_or_add_rPr()
    run.append(spoken_in)


def _bookmark(number: int) -> str:
    """What the place of a heading is called, counted from 1."""
    return f"_Toc{number:04}"


def _small(paragraph: Any, text: str, size: float = 8.5) -> None:
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(size), FAINT


def _field(paragraph: Any, code: str) -> None:
    """A number that the program works out: this page, or all pages."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    for kind in ("begin", "", "separate", "shown", "end"):  # each a run: only so all programs keep the size
        run = paragraph.add_run("1" if kind == "shown" else "")  # until it is worked out
        run.font.size, run.font.color.rgb = Pt(8.5), FAINT
        if kind != "shown":
            _part_of_field(run, kind, code)


def _part_of_field(run: Any, kind: str, code: str) -> None:
    """Begin, part or end a field, or say (without a kind) what it is."""
    part = OxmlElement("w:fldChar" if kind else "w:instrText")
    if kind:
        part.set(qn("w:fldCharType"), kind)
    else:
        part.text = code
    run._r.append(part)


def _line(row: Any) -> None:
    """A hair line below a row, which is not broken over two pages."""
    about = row._tr.get_or_add_trPr()
    about.append(OxmlElement("w:cantSplit"))
    for cell in row.cells:
        borders, bottom = OxmlElement("w:tcBorders"), OxmlElement("w:bottom")
        for name, value in (("val", "single"), ("sz", "4"), ("color", look.RULE)):
            bottom.set(qn(f"w:{name}"), value)
        borders.append(bottom)
        cell._tc.get_or_add_tcPr().append(borders)
