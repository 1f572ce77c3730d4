"""Files written by hand as XML, for what no library writes."""

import zipfile
from io import BytesIO

from spreadsheets import reading
from spreadsheets.workbook import Cell, Sheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = (
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="[h]:mm:ss"/><numFmt numFmtId="165" formatCode="0.0%"/>'
    '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/>'
    '<xf numFmtId="20"/><xf numFmtId="165"/></cellXfs>'
)
DATE, MOMENT, DURATION, TIME, PERCENT = range(1, 6)  # the styles above


def zipped(**parts: str | bytes) -> bytes:
    """An archive of some parts; in their names, two underscores stand for a dot and one for a slash."""
    return archive({name.replace("__", ".").replace("_", "/"): text for name, text in parts.items()})


def archive(parts: dict[str, str | bytes]) -> bytes:
    """An archive of some parts by name."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return target.getvalue()


def changed(content: bytes, **parts: str | bytes) -> bytes:
    """The same archive with some parts written anew; names as in :func:`zipped`."""
    with zipfile.ZipFile(BytesIO(content)) as old:
        kept: dict[str, str | bytes] = {name: old.read(name) for name in old.namelist()}
    return archive(kept | {name.replace("__", ".").replace("_", "/"): text for name, text in parts.items()})


def xlsx(rows: str, main: str = MAIN, relations: str = RELATIONS, about: str = "", strings: str = "") -> bytes:
    """An .xlsx with one sheet "S", its rows as XML; ``about`` stands before the list of sheets."""
    kinds = {"rId1": ("worksheet", "worksheets/sheet1.xml"), "rId2": ("sharedStrings", "sharedStrings.xml")}
    kinds["rId3"] = ("styles", "styles.xml")
    listed = "".join(
        f'<Relationship Id="{key}" Type="{relations}/{kind}" Target="{target}"/>'
        for key, (kind, target) in kinds.items()
    )
    document = f'<Relationship Id="rId1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/>'
    return archive(
        {
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{document}</Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}">{about}<sheets>'
            '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{listed}</Relationships>',
            "xl/styles.xml": f'<styleSheet xmlns="{main}">{STYLES}</styleSheet>',
            "xl/sharedStrings.xml": f'<sst xmlns="{main}">{strings}</sst>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
        }
    )


def ods(rows: str, after: str = "") -> bytes:
    """An .ods with one sheet "S", its rows as XML."""
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    spaces += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    body = f'<office:body><office:spreadsheet><table:table table:name="S">{rows}</table:table>{after}'
    content = f"<office:document-content{spaces}>{body}</office:spreadsheet></office:body></office:document-content>"
    return archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def docx(body: str) -> bytes:
    """A .docx with its body as XML, whose elements begin with w:."""
    kind = f"{RELATIONS}/officeDocument"
    relation = f'<Relationship Id="a" Type="{kind}" Target="word/document.xml"/>'
    return archive(
        {
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{relation}</Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        }
    )


def sheet_of(content: bytes, name: str = "a.xlsx") -> Sheet:
    """The only sheet of a file."""
    (sheet,) = reading.read(content, name).sheets
    return sheet


def rows_of(content: bytes, name: str = "a.xlsx") -> list[list[Cell]]:
    """The rows of its only sheet."""
    return sheet_of(content, name).rows
