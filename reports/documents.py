"""Every document that a reader can take along: its format, what it is called, and what makes it."""

from collections.abc import Callable
from dataclasses import dataclass

from monitoring.language import later
from reports import letter, pdf, slides, xlsx
from reports.contents import Contents


@dataclass(frozen=True)
class Format:
    """A format of documents.

    Attributes:
        label: what a reader calls it, to be translated when it is shown.
        mime: its type on the wire.
        pace: about how many seconds it takes for an activity that is shown.
        kinds: whether there are several kinds of documents in it, of :data:`reports.kinds.KINDS`.
        make: the bytes of a document of a kind, in the language of the run.
        contains: what is in it, for a look before downloading; None where a picture of the first page is shown.
    """

    label: str
    mime: str
    pace: float
    kinds: bool
    make: Callable[[Contents, str], bytes]
    contains: Callable[[Contents], list[str]] | None = None


FORMATS: dict[str, Format] = {
    "pdf": Format(later("PDF"), pdf.MIME, pace=0.002, kinds=True, make=pdf.document),
    "xlsx": Format(
        later("Excel workbook"),
        xlsx.MIME,
        pace=xlsx.PACE,
        kinds=False,
        make=lambda contents, kind: xlsx.workbook(contents),
        contains=xlsx.sheets_of,
    ),
    "docx": Format(
        later("Word document"),
        letter.MIME,
        pace=0.005,
        kinds=False,
        make=lambda contents, kind: letter.document(contents),
        contains=letter.headings,
    ),
    "pptx": Format(
        later("PowerPoint slides"),
        slides.MIME,
        pace=0.002,
        kinds=False,
        make=lambda contents, kind: slides.presentation(contents),
        contains=slides.titles,
    ),
}
