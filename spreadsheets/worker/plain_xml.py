"""XML as nearly all programs write it: UTF-8, without CDATA, and texts without parts that are struck out or raised.

What else the standard allows is made so: a struck 7 before a 9 is 9, and 45 with a small 1 behind it is “45 1”.
"""

import io
import re
import zipfile
from html import escape  # that of xml.sax brings half of the network in, and with it a third of the start

MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}  # how a file in two bytes a letter begins
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")


_MARKED = re.compile(rb'<(?:\w+:)?strike[\s/>]|val="superscript"')
_RUN = re.compile(r"<((?:\w+:)?)r>(.*?)</\1r>", re.DOTALL)
_STRUCK = re.compile(r'<(?:\w+:)?strike(?:\s+val="(?:1|true)")?\s*/>')
_RAISED = re.compile(r'<(?:\w+:)?vertAlign\s+val="superscript"\s*/>')
_LOOKS = re.compile(r"<((?:\w+:)?)rPr>.*?</\1rPr>", re.DOTALL)
_BEGINS = re.compile(r"<((?:\w+:)?t)(?:\s[^>]*)?>")


class NotPlain(Exception):
    """A part of a workbook is written in a way that calamine passes over."""


def check(xml: bytes) -> bytes:
    """The XML itself. Raises NotPlain."""
    if xml[:2] in MARKS or b"<![CDATA[" in xml or _MARKED.search(xml):
        raise NotPlain
    return xml


def rewritten(archive: zipfile.ZipFile) -> bytes:
    """The archive with all its XML made plain. Raises ValueError for what cannot be decoded."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as plain:
        for name in archive.namelist():
            content = archive.read(name)
            if name.endswith((".xml", ".rels")):
                text = content.decode(MARKS.get(content[:2], "utf-8-sig"))
                text = _CDATA.sub(lambda found: escape(found[1], quote=False), _DECLARED.sub("", text))
                content = _RUN.sub(_as_meant, text).encode() if _MARKED.search(content) else text.encode()
            plain.writestr(name, content)
    return target.getvalue()


def _as_meant(run: re.Match[str]) -> str:
    """A part of a text as it is meant: nothing for a struck one, and a raised one apart from what it stands behind."""
    if _STRUCK.search(run[2]):
        return ""
    inside = _LOOKS.sub("", run[2])
    if _RAISED.search(run[2]):
        inside = _BEGINS.sub(r'<\1 xml:space="preserve"> ', inside, count=1)
    return f"<{run[1]}r>{inside}</{run[1]}r>"
