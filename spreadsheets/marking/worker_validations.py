"""The limits of cells that openpyxl drops: Excel writes those that look at another sheet, as our lists do, apart."""

import zipfile
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from openpyxl.worksheet.datavalidation import DataValidation

_NAMESPACE = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
_FORMULAS = "{http://schemas.microsoft.com/office/excel/2006/main}"
_ROW = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}row"
_MARK = b"CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF"  # the name of that part of a sheet, whatever its case
_SAID = (
    *("type", "errorStyle", "operator", "allowBlank", "showDropDown", "showInputMessage", "showErrorMessage"),
    *("errorTitle", "error", "promptTitle", "prompt"),
)


def give_back(reader: Any, content: bytes) -> None:
    """Add to the sheets of a workbook that openpyxl has read the limits that it passed over."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for sheet, relation in reader.parser.find_sheets():
            if relation.target not in reader.valid_files or "chartsheet" in relation.Type:
                continue
            xml = archive.read(relation.target)
            if _MARK in xml.upper():
                for validation in _apart(xml):
                    reader.wb[sheet.name].add_data_validation(validation)


def _apart(xml: bytes) -> list[DataValidation]:
    found = []
    for _event, element in ElementTree.iterparse(BytesIO(xml)):
        if element.tag == f"{_NAMESPACE}dataValidation":
            found.append(_validation(element))
        elif element.tag == _ROW:
            element.clear()
    return found


def _validation(element: ElementTree.Element) -> DataValidation:
    said: dict[str, Any] = {name: value for name, value in element.attrib.items() if name in _SAID}
    for name in ("formula1", "formula2"):
        formula = element.find(f"{_NAMESPACE}{name}/{_FORMULAS}f")
        if formula is not None:
            said[name] = formula.text
    return DataValidation(sqref=element.findtext(f"{_FORMULAS}sqref", ""), **said)
