"""The schema comes only from migrations, and holds what Python alone could not promise."""

from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from db import migrate, version
from db.engine import make_engine, open_database
from monitoring import errors


@pytest.fixture
def migrated(tmp_path: Path) -> Engine:
    engine = make_engine(f"sqlite:///{tmp_path / 'file.sqlite3'}")
    migrate.upgrade(engine)
    return engine


def test_an_empty_file_comes_up_without_drift_from_the_models(migrated: Engine) -> None:
    assert list(migrate.drift(migrated)) == []


def test_an_upgrade_of_an_upgraded_database_changes_nothing(migrated: Engine) -> None:
    before = version.standing(migrated)
    migrate.upgrade(migrated)
    assert before is not None
    assert version.standing(migrated) == before


def test_the_numbers_of_the_files_are_the_revisions_in_their_order() -> None:
    scripts = ScriptDirectory.from_config(migrate.config())
    assert version.known() == tuple(script.revision for script in scripts.walk_revisions())[::-1]


def test_foreign_keys_are_checked_by_the_database(migrated: Engine) -> None:
    statement = text("INSERT INTO partner (programme_id, code, position) VALUES (99, 'MOH', 1)")
    with pytest.raises(IntegrityError), migrated.begin() as connection:
        connection.execute(statement)


def test_a_database_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'newer.sqlite3'}"
    engine = make_engine(url)
    migrate.upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(errors.DatabaseNewer):
        open_database(url, "TKM")
    with pytest.raises(errors.DatabaseNewer):
        migrate.upgrade(engine)
    assert version.standing(engine) == "9999"


def test_a_file_that_is_no_database_says_so(tmp_path: Path) -> None:
    file = tmp_path / "broken.sqlite3"
    file.write_bytes(b"this is no database, only some words" * 100)
    with pytest.raises(errors.DatabaseUnreadable, match="cannot be read"):
        open_database(f"sqlite:///{file}", "TKM")


def test_a_missing_file_is_not_created_by_opening_it(tmp_path: Path) -> None:
    file = tmp_path / "missing.sqlite3"
    with pytest.raises(errors.DatabaseMissing):
        open_database(f"sqlite:///{file}", "TKM")
    assert not file.exists()
