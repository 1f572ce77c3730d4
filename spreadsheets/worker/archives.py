"""Open a zip archive that comes from anybody: what is in it is looked at before anything is unpacked."""

import io
import re
import zipfile

from spreadsheets.worker.found import LOCKED, NOT_A_WORKBOOK, SWOLLEN, Allowed, Refused

MOST_PARTS = 10_000
MOST_TIMES, SMALL_ENOUGH = 300, 20_000_000  # a part unpacked that is larger than both is no table, but a trap
BEGINNING = 65_536
ENCRYPTED_PART, MANIFEST = 0x1, "META-INF/manifest.xml"
_PROLOGUE = re.compile(r"\s*+(?>(?:<\?.*?\?>|<!--.*?-->)\s*+)*+", re.DOTALL)


def opened(content: bytes, allowed: Allowed) -> zipfile.ZipFile:
    """The archive. Raises Refused where it is broken, unpacks into too much, is locked or declares entities."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as broken:
        raise Refused(NOT_A_WORKBOOK) from broken
    parts = archive.infolist()
    if sum(part.file_size for part in parts) > allowed.unzipped or len(parts) > MOST_PARTS:
        raise Refused(SWOLLEN)
    if any(part.file_size > max(SMALL_ENOUGH, MOST_TIMES * part.compress_size) for part in parts):
        raise Refused(SWOLLEN)
    if any(part.flag_bits & ENCRYPTED_PART for part in parts):
        raise Refused(LOCKED)
    if MANIFEST in archive.namelist() and b"encryption-data" in archive.read(MANIFEST):
        raise Refused(LOCKED)
    for part in parts:
        # Old OpenOffice writes a harmless declaration into its manifest, which is never parsed.
        if part.filename.endswith((".xml", ".rels")) and part.filename != MANIFEST:
            with archive.open(part) as stream:
                if declares_entities(stream.read(BEGINNING)):
                    raise Refused(NOT_A_WORKBOOK)
    return archive


def declares_entities(beginning: bytes) -> bool:
    """Whether an XML file has a document type, which no workbook has: entities can make it endless."""
    encoding = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(beginning[:2], "utf-8")
    text = beginning.decode(encoding, "replace").removeprefix("\ufeff")
    prologue = _PROLOGUE.match(text)
    rest = text[prologue.end() :] if prologue else text
    return rest.startswith("<!")  # a document type, or a comment so long that one may come after it
