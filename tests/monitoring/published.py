"""The assessment that others published, where it lies beside the project: 69 series with value, score and status."""

import csv
import os
from pathlib import Path

import pytest

from db.settings import ROOT

BESIDE = ROOT.parent / "shared" / "cases" / "growth-rate-cases.csv"


def cases_file() -> Path:
    """Where the cases lie; without them the test is passed over, saying so, or fails where they have to be there."""
    file = Path(os.environ.get("PUBLISHED_CASES", BESIDE))
    if not file.exists():
        missing = f"the published cases are not at {file}: set PUBLISHED_CASES to where they are"
        if os.environ.get("REQUIRE_SHARED") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    return file


def cases() -> list[dict[str, str]]:
    """The rows of the file."""
    with cases_file().open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))
