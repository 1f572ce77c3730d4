"""Which kind of file some bytes are, whatever the name of the file says."""

import re
import struct
import zipfile

from spreadsheets.worker.found import LOCKED, NOT_A_WORKBOOK, PDF, PICTURE, XML_2003, Refused

ZIP, OLD = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # a new file with a password, wrapped into an old one
PASSWORD = 0x2F  # the kind of a record of an old workbook
_BOOK = re.compile(rb"\x09\x08[\x08\x10]\x00\x00[\x05\x06]\x05\x00")
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
OLD_XML = (b"mso-application", b"urn:schemas-microsoft-com:office:spreadsheet")
PHOTOS = (b"ftyphei", b"ftypmif1", b"ftypavif")
_PICTURE_BY_SIZE = re.compile(rb"BM.{4}\x00{4}|RIFF.{4}WEBP", re.DOTALL)
_HTML = re.compile(
    rb"(?>\s+|<!--.*?-->|<\?xml.{0,200}?\?>)*+<(?:!doctype\s+html|html|head|body|table|meta|style|title|div|center)\b",
    re.IGNORECASE | re.DOTALL,
)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def of_bytes(content: bytes) -> str:
    """The kind: "zip", "old" (of Excel 97 to 2003), "html" or "text". Raises Refused for what is known to be another.

    A text is what none of the others is: whether it can be read is seen when it is.
    """
    if content.startswith(ZIP):
        return "zip"
    if content.startswith(OLD):
        if ENCRYPTED in content or _with_password(content):
            raise Refused(LOCKED)
        return "old"
    beginning = content.removeprefix(_BYTE_ORDER_MARK)[:4096]
    if b"%PDF-" in beginning[:1024]:
        raise Refused(PDF)
    if beginning.startswith(PICTURES) or _PICTURE_BY_SIZE.match(beginning) or beginning[4:].startswith(PHOTOS):
        raise Refused(PICTURE)
    plain = beginning.replace(b"\x00", b"") if beginning[:2] in (b"\xff\xfe", b"\xfe\xff") else beginning
    plain = plain.lstrip(b"\xff\xfe \t\r\n")
    if plain.startswith(b"<?xml") and any(sign in plain for sign in OLD_XML):
        raise Refused(XML_2003)
    if _HTML.match(plain):
        return "html"
    if plain.startswith((b"<?xml", b"{\\rtf", OLD[:4])):
        raise Refused(NOT_A_WORKBOOK)
    return "text"


def _with_password(content: bytes) -> bool:
    """Whether an old workbook begins with the record of a password, which calamine passes over at times."""
    book = _BOOK.search(content)
    place = book.start() if book else len(content)
    for _ in range(4):
        if place + 4 > len(content):
            break
        kind, length = struct.unpack_from("<HH", content, place)
        if kind == PASSWORD:
            return True
        place += 4 + length
    return False


def of_archive(archive: zipfile.ZipFile) -> str:
    """The kind of a zip archive: "xlsx", "xlsb", "ods" or "docx". Raises Refused for any other."""
    names = set(archive.namelist())
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "content.xml" in names:
        kind = archive.read("mimetype") if "mimetype" in names else b"spreadsheet"
        if b"spreadsheet" in kind:
            return "ods"
    elif any(name.startswith("xl/") for name in names):
        return "xlsx"
    elif "word/document.xml" in names:
        return "docx"
    raise Refused(NOT_A_WORKBOOK)
