"""A process that saves an upload and stops at a named moment of it, so that it can be killed there.

    python -m tests.db.saver DATABASE FILE FOLDER MOMENT

Moments: "submission" (before its row is written), "reports" (before its reports are), "commit" (before the commit),
"saved" (after it). It says so on standard output and then waits.
"""

import sys
import time
from pathlib import Path
from typing import Any

from sqlalchemy import event

from db.engine import open_database
from monitoring.upload import SentFile
from tests.db.sent import save

STATEMENTS = {"submission": "INSERT INTO submission ", "reports": "INSERT INTO progress_report "}


def wait() -> None:
    """Say that the moment has come, and wait to be killed."""
    print("now", flush=True)
    time.sleep(60)


def main(url: str, file: str, folder: str, moment: str) -> None:
    """Save the file; wait at the moment."""
    database = open_database(url, "TKM")

    def at_statement(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if statement.startswith(STATEMENTS[moment]):
            wait()

    if moment in STATEMENTS:
        event.listen(database.engine, "before_cursor_execute", at_statement)
    elif moment == "commit":
        event.listen(database.engine, "commit", lambda _connection: wait())
    save(database, SentFile(Path(file).name, Path(file).read_bytes()), Path(folder))
    wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
