"""Read .xlsx and .xlsm: calamine gives the values, the XML what calamine leaves out."""

import io
import posixpath
import threading
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from spreadsheets.worker import calamined, plain_xml, squeezed
from spreadsheets.worker.calamined import TooSparse
from spreadsheets.worker.found import BROKEN, Allowed, Found
from spreadsheets.worker.number_formats import MONTH, PERCENT, shown_by
from spreadsheets.worker.sheet_xml import Overlooked, SheetXml

SHARED = "xl/sharedStrings.xml"
BUILT_IN = {"9": PERCENT, "10": PERCENT, "17": MONTH}  # formats that need no code of their own


def sheets(content: bytes, archive: zipfile.ZipFile, allowed: Allowed, far_apart: bool) -> list[Found]:
    """The sheets; ``far_apart`` says beforehand that the cells lie too far apart for calamine.

    Raises Refused, CalamineError, BadZipFile, ParseError, KeyError, ValueError.
    """
    try:
        found = _sheets(content, archive, allowed, far_apart)
    except plain_xml.NotPlain:
        content = plain_xml.rewritten(archive)
        with zipfile.ZipFile(io.BytesIO(content)) as plain:
            found = _sheets(content, plain, allowed, far_apart)
    if _since_1904(archive):
        for sheet in found:
            sheet.since_1904 = True
    return found


def _sheets(content: bytes, archive: zipfile.ZipFile, allowed: Allowed, far_apart: bool) -> list[Found]:
    parts = dict(sheet_parts(archive))
    if not far_apart:
        looked = _Looking(archive, parts)
        try:
            return calamined.sheets(io.BytesIO(content), allowed, looked)
        except TooSparse:
            pass
        finally:
            looked.join()
    return squeezed.sheets(archive, parts, styles_of(archive), allowed)


class _Looking(threading.Thread):
    """Looks through the XML while calamine reads, which leaves the other processor free."""

    def __init__(self, archive: zipfile.ZipFile, parts: dict[str, str]) -> None:
        super().__init__()
        self._archive, self._parts = archive, parts
        self._found: dict[str, Overlooked] = {}
        self._failed: BaseException | None = None
        self._all_seen = False
        self.start()

    def run(self) -> None:
        try:
            styles = styles_of(self._archive)
            if SHARED in self._archive.namelist():
                plain_xml.check(self._archive.read(SHARED))
            for name, part in self._parts.items():
                self._found[name] = SheetXml(plain_xml.check(self._archive.read(part))).overlooked(styles)
            self._all_seen = True
        except (*BROKEN, MemoryError, plain_xml.NotPlain) as failed:  # raised again where it is asked for
            self._failed = failed

    def __call__(self, name: str) -> Overlooked:
        """What calamine leaves out of a sheet."""
        self.join()
        if self._failed is not None:
            raise self._failed
        assert self._all_seen
        return self._found.get(name, Overlooked())


def styles_of(archive: zipfile.ZipFile) -> dict[bytes, str]:
    """How cells show their value, by the numbers of the formats that change it, as these stand in the cells."""
    names = _by_small_letters(archive)
    if "xl/styles.xml" not in names:
        return {}
    root = ElementTree.fromstring(archive.read(names["xl/styles.xml"]))
    shown = dict(BUILT_IN)
    for one in root.iterfind(".//{*}numFmt"):
        shown[one.get("numFmtId", "")] = shown_by(one.get("formatCode", ""))
    formats = root.iterfind("{*}cellXfs/{*}xf")
    found = ((str(number).encode(), shown.get(one.get("numFmtId", ""), "")) for number, one in enumerate(formats))
    return {number: how for number, how in found if how}


def _since_1904(archive: zipfile.ZipFile) -> bool:
    """Whether days are counted from 1904, as old programs on a Mac did."""
    root = ElementTree.fromstring(archive.read(_by_small_letters(archive)["xl/workbook.xml"]))
    about = root.find("{*}workbookPr")
    return about is not None and about.get("date1904", "0").lower() in ("1", "true", "on")


def sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Name and part of each sheet that has cells."""
    names = _by_small_letters(archive)
    relations = ElementTree.fromstring(archive.read(names["xl/_rels/workbook.xml.rels"]))
    targets = {one.get("Id", ""): one.get("Target", "") for one in relations.iterfind(".//{*}Relationship")}
    for sheet in ElementTree.fromstring(archive.read(names["xl/workbook.xml"])).iterfind(".//{*}sheet"):
        relation = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
        part = names.get(posixpath.normpath(posixpath.join("/xl", targets.get(relation, ""))).lstrip("/").lower())
        if part and "chartsheets/" not in part and "dialogsheets/" not in part:
            yield sheet.get("name", ""), part


def _by_small_letters(archive: zipfile.ZipFile) -> dict[str, str]:
    """The names of the parts, by themselves in small letters: some programs write xl/Workbook.xml."""
    return {name.lower(): name for name in archive.namelist()}
