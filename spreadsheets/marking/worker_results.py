"""The results of formulas, which openpyxl leaves out: without them a marked file that is sent back holds no values."""

import re
import zipfile
from io import BytesIO
from typing import Any

Results = dict[bytes, tuple[bytes, bytes]]  # by address: the kind of the value (empty for a number), and the value
_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*[^/>])>(.*?)</(?:\w+:)?c>", re.DOTALL)
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</(?:\w+:)?v>")
_ADDRESS = re.compile(rb"""\br=["']([A-Z]+\d+)["']""")
_KIND = re.compile(rb"""\bt=["'](str|b|e|n|d)["']""")
_WITHOUT = re.compile(rb'<c r="([A-Z]+\d+)"([^>]*)>(<f[^>]*>[^<]*</f>|<f[^>]*/>)<v\s*(?:/>|></v>)</c>')


def results(reader: Any, content: bytes) -> dict[str, Results]:
    """The results that stand in a workbook that openpyxl has read, by sheet."""
    found: dict[str, Results] = {}
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for sheet, relation in reader.parser.find_sheets():
            xml = archive.read(relation.target) if relation.target in reader.valid_files else b""
            if _FORMULA.search(xml):
                found[sheet.name] = _of_sheet(xml)
    return found


def _of_sheet(xml: bytes) -> Results:
    found: Results = {}
    for attributes, inside in _CELL.findall(xml):
        address, value = _ADDRESS.search(attributes), _VALUE.search(inside)
        if address and value and value[1] and _FORMULA.search(inside):
            kind = _KIND.search(attributes)
            found[address[1]] = (kind[1] if kind else b"", value[1])
    return found


def with_results(xml: bytes, known: Results) -> bytes:
    """A sheet that openpyxl has written, with the results of its formulas."""

    def cell(found: re.Match[bytes]) -> bytes:
        address, attributes, formula = found.groups()
        if address not in known:
            return found[0]
        kind, value = known[address]
        said = b' t="%s"' % kind if kind else b""
        return b'<c r="%s"%s%s>%s<v>%s</v></c>' % (address, attributes, said, formula, value)

    return _WITHOUT.sub(cell, xml)
