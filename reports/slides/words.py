"""Words as they stand on slides, in boxes and in cells: paragraphs of runs. Text is never read as anything but text."""

import re
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from monitoring.language import spoken
from reports.slides.measured import LEADING, lines
from reports.told.look import FONT, INK, LANGUAGES

_SPACES: str = nsdecls("a")
_NO_XML = re.compile(r"[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SENTENCE = re.compile(r"(?<=[.!?…;])\s+")


@dataclass(frozen=True)
class Run:
    """Some words in one look; the colour without its #."""

    text: str
    color: str = INK
    bold: bool = False


Paragraph = tuple[Run, ...]
Words = tuple[Paragraph, ...]


def plain(text: str, color: str = INK, bold: bool = False) -> Words:
    """A paragraph for each line of a text."""
    return tuple((Run(line, color.lstrip("#"), bold),) for line in text.split("\n"))


def high(words: Words, across: float, size: float) -> float:
    """The points that words take from top to bottom."""
    return sum(_lines(one, across, size) for one in words) * size * LEADING


def parted(words: Words, across: float, size: float, room: float) -> list[Words]:
    """The same words in pieces that each fit into the room: between paragraphs, else sentences, else words."""
    if high(words, across, size) <= room:
        return [words]
    found: list[Words] = [()]
    for paragraph in words:
        for piece in _pieces(paragraph, across, size, room):
            if found[-1] and high((*found[-1], piece), across, size) > room:
                found.append(())
            found[-1] = (*found[-1], piece)
    return found


def put(body: Any, words: Words, size: float, before: bool = False) -> None:
    """Write words into the text body of a shape, in place of what stands there, or before it."""
    old = body.findall("{*}p")
    for paragraph in parse_xml(f"<a:x {_SPACES}>{written(words, size)}</a:x>"):
        old[0].addprevious(paragraph)
    for paragraph in () if before else old:
        body.remove(paragraph)


def written(words: Words, size: float) -> str:
    """Words as the XML of paragraphs."""
    return "".join(f"<a:p><a:pPr algn='l'/>{_runs(one, size)}</a:p>" for one in words)


def _runs(paragraph: Paragraph, size: float) -> str:
    return "".join(f"<a:r>{look(size, one)}<a:t>{escape(_NO_XML.sub('', one.text))}</a:t></a:r>" for one in paragraph)


def look(size: float, run: Run) -> str:
    """How a run looks, and in which language it is."""
    return (
        f"<a:rPr lang='{LANGUAGES[spoken()]}' sz='{round(size * 100)}' b='{int(run.bold)}' dirty='0'>"
        f"<a:solidFill><a:srgbClr val='{run.color}'/></a:solidFill>"
        f"<a:latin typeface='{FONT}'/><a:cs typeface='{FONT}'/></a:rPr>"
    )


def _lines(paragraph: Paragraph, across: float, size: float) -> int:
    text = "".join(run.text for run in paragraph)
    return lines(text, across, size, any(run.bold for run in paragraph if len(run.text) > len(text) / 2))


def _pieces(paragraph: Paragraph, across: float, size: float, room: float) -> list[Paragraph]:
    """A paragraph whose last run is spread over as many as are needed."""
    if high((paragraph,), across, size) <= room:
        return [paragraph]
    *before, last = paragraph
    units = [unit for one in _SENTENCE.split(last.text) for unit in _short(one, across, size, room)]
    found: list[Paragraph] = []
    for unit in units:
        longer = (*found[-1][:-1], Run(f"{found[-1][-1].text} {unit}", last.color, last.bold)) if found else ()
        if longer and high((longer,), across, size) <= room:
            found[-1] = longer
        else:
            found.append((*(() if found else before), Run(unit, last.color, last.bold)))
    return found


def _short(sentence: str, across: float, size: float, room: float) -> list[str]:
    """A sentence that fills more than a slide by itself goes word by word."""
    fits = high(plain(sentence), across, size) <= room * 0.9
    return [sentence] if fits else sentence.split(" ")
