"""A folder with the demonstration database for commands: made once for a file of tests, copied for each of them."""

import shutil
from pathlib import Path

import pytest

from tests.spreadsheets.commands import manage


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    done = manage(folder, "init", "--demo")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def var(made: Path, tmp_path: Path) -> Path:
    shutil.copy(made / "dashboard.sqlite3", tmp_path / "dashboard.sqlite3")
    return tmp_path
