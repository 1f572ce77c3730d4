"""Imports go one way, and no page lies where Streamlit's old menu would find it."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OURS = {"ui", "charts", "spreadsheets", "reports", "exchange", "db", "monitoring", "pages", "benchmarks"}
ALLOWED = {
    "pages": {"ui", "charts", "spreadsheets", "reports", "db", "monitoring"},
    "ui": {"db", "monitoring"},
    "charts": {"monitoring"},
    "spreadsheets": {"monitoring"},
    "db": {"monitoring"},
    "reports": {"db", "charts", "monitoring"},
    "exchange": {"db", "charts", "monitoring"},
    "monitoring": set(),
}
STREAMLIT = {"dashboard.py", "server.py", "pages", "ui"}


def imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("room", sorted(ALLOWED))
def test_a_room_imports_only_what_lies_below_it(room: str) -> None:
    for file in (ROOT / room).rglob("*.py"):
        wrong = (imports(file) & OURS) - ALLOWED[room] - {room}
        assert not wrong, f"{file.relative_to(ROOT)} imports {sorted(wrong)}"


def test_only_the_app_its_pages_and_ui_know_streamlit() -> None:
    files = [file for file in ROOT.rglob("*.py") if ".venv" not in file.parts]
    known = {
        file.relative_to(ROOT).parts[0]
        for file in files
        if "streamlit" in imports(file) and file.relative_to(ROOT).parts[0] not in ("tests", "benchmarks")
    }
    assert known <= STREAMLIT


def test_no_script_lies_directly_in_pages() -> None:
    assert list((ROOT / "pages").glob("*.py")) == []
