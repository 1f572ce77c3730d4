"""The form opened, recalculated and saved by LibreOffice: nothing is lost, and nothing is asked.

Slow, and it needs LibreOffice (Debian: apt-get install libreoffice-calc): without it these tests fail and say so.
"""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from spreadsheets import checking, form, reading
from tests.spreadsheets.forms import TODAY, content, filled

pytestmark = pytest.mark.slow


def converted(source: Path, kind: str, options: str = "") -> Path:
    """The file as LibreOffice saves it, in a folder of its own; ``options`` name the filter and what it is told."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing: install it (Debian: apt-get install libreoffice-calc) and run again."
    folder = source.parent / kind
    profile = f"-env:UserInstallation=file://{source.parent / 'profile'}"
    run = subprocess.run(
        [program, "--headless", profile, "--convert-to", kind + options, "--outdir", str(folder), str(source)],
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    target = folder / f"{source.stem}.{kind}"
    assert target.exists(), run.stdout + run.stderr
    return target


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    target = tmp_path / "form.xlsx"
    cells = {"P-1": {"Percent complete": 49.6, "Narrative": "=1+1", "Reported on": "15.09.2025"}}
    target.write_bytes(filled(form.write(content()), cells, {"ORGL": {"Value": 45.5, "Observed on": "01.08.2025"}}))
    return target


def values(workbook: bytes) -> dict[str, list[list[object]]]:
    book = openpyxl.load_workbook(BytesIO(workbook))
    return {
        sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows(max_row=12, max_col=28)]
        for sheet in book.worksheets
    }


def test_libreoffice_keeps_every_value_the_locks_and_the_lists(sent: Path) -> None:
    saved = converted(sent, "xlsx").read_bytes()
    assert values(saved) == values(sent.read_bytes())
    sheet = openpyxl.load_workbook(BytesIO(saved))["Activities"]
    assert sheet.protection.sheet
    assert sheet["B5"].protection.locked
    assert not sheet["L5"].protection.locked
    assert {rule.type for rule in sheet.data_validations.dataValidation} >= {"list", "decimal", "date"}


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_form_saved_by_libreoffice_says_the_same(sent: Path, kind: str) -> None:
    before = checking.check(reading.read(sent.read_bytes(), "form.xlsx"), content(), TODAY)
    saved = converted(sent, kind)
    after = checking.check(reading.read(saved.read_bytes(), saved.name), content(), TODAY)
    assert after.problems == before.problems == ()
    assert (len(after.reports), len(after.observations)) == (1, 1)
    assert after.sha256 == before.sha256


def test_the_form_prints(sent: Path) -> None:
    assert converted(sent, "pdf").read_bytes().startswith(b"%PDF-")
