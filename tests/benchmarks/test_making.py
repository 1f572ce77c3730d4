"""A document is measured from the opened database to its bytes."""

from pathlib import Path

import pytest

from benchmarks.making import MADE, measured
from benchmarks.serving import fill
from db.settings import ROOT


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("measured"), ROOT / "data" / "demonstration")


@pytest.mark.parametrize(("kind", "size"), [("csv", "76 rows"), ("csv;", "76 rows"), ("xlsx", "76 rows"), ("bare", "")])
def test_gathering_and_making_are_measured_apart_and_memory_of_both(demonstration: Path, kind: str, size: str) -> None:
    found = measured(kind, demonstration)
    assert kind in MADE
    assert found["size"].startswith(size)
    assert min(found[name] for name in ("gathering", "gathering_processor", "seconds", "memory")) > 0


def test_a_document_of_some_priority_areas_holds_their_activities(demonstration: Path) -> None:
    assert not measured("csv", demonstration, ("PROT",))["size"].startswith("76 rows")
