"""XML as nearly all programs write it: UTF-8, and texts without CDATA. What else the standard allows is made so."""

import io
import re
import zipfile
from xml.sax.saxutils import escape

MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}  # how a file in two bytes a letter begins
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")


class NotPlain(Exception):
    """A part of a workbook is written in a way that calamine passes over."""


def check(xml: bytes) -> bytes:
    """The XML itself. Raises NotPlain."""
    if xml[:2] in MARKS or b"<![CDATA[" in xml:
        raise NotPlain
    return xml


def rewritten(archive: zipfile.ZipFile) -> bytes:
    """The archive with all its XML in UTF-8 and without CDATA. Raises ValueError for what cannot be decoded."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as plain:
        for name in archive.namelist():
            content = archive.read(name)
            if name.endswith((".xml", ".rels")):
                text = content.decode(MARKS.get(content[:2], "utf-8-sig"))
                content = _CDATA.sub(lambda found: escape(found[1]), _DECLARED.sub("", text)).encode()
            plain.writestr(name, content)
    return target.getvalue()
