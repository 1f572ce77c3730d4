"""An IATI file read as another system reads it, and the official schema where it lies beside the project."""

import os
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from db.settings import ROOT

BESIDE = ROOT.parent / "shared" / "iati"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def schema() -> etree.XMLSchema:
    """The schema; without it the test is passed over, saying so, or fails where it has to be there."""
    file = Path(os.environ.get("IATI_SCHEMAS", BESIDE)) / "iati-activities-schema.xsd"
    if not file.exists():
        missing = f"the IATI 2.03 schemas are not at {file.parent}: set IATI_SCHEMAS to where they are"
        if os.environ.get("REQUIRE_SHARED") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    return etree.XMLSchema(etree.parse(str(file)))


def activities(content: bytes) -> dict[str, etree._Element]:
    """The activities of a file by their code in the plan."""
    root = etree.fromstring(content)
    found = {str(one.find("other-identifier").get("ref")): one for one in root.findall("iati-activity")}
    assert len(found) == len(root.findall("iati-activity"))
    return found


def text(element: etree._Element, path: str, language: str = "en") -> str:
    """The narrative of a language below a path; empty where there is none."""
    wanted = (one.text for one in element.findall(f"{path}/narrative") if one.get(LANG, "en") == language)
    return next(wanted, "") or ""


def amount(element: etree._Element) -> Decimal:
    """The sum of the values of budgets or transactions."""
    return Decimal(element.findtext("value") or "0")
