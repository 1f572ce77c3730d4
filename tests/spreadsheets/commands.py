"""Commands as somebody gives them: a real process, with a folder of its own for its database."""

import os
import subprocess
import sys
from pathlib import Path

from db.settings import ROOT


def manage(var: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """What a command of ``manage.py`` did, with its files in ``var``."""
    return subprocess.run(
        [sys.executable, "manage.py", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "VAR_DIR": str(var)},
        capture_output=True,
        text=True,
        check=False,
    )
