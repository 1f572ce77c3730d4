"""Every file that is handed on has no clock in it: made years later, in another zone, it is the same to the byte.

The process that makes it believes in another clock (Debian's libfaketime), and so do the libraries in it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from db.settings import ROOT

CLOCK = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
VIEW = ("--as-of", "2025-09-30", "--language", "ru")
FILES = {
    **{f"report.{ending}": ("report", "--format", ending) for ending in ("xlsx", "pptx", "docx", "csv", "zip")},
    **{
        f"{kind}.pdf": ("report", "--format", "pdf", "--kind", kind, *about)
        for kind, about in (
            ("quarterly", ()),
            ("partner", ("--partner", "MOH")),
            ("commission", ()),
            ("goal", ("--goal", "NAP-4")),
        )
    },
    **{
        f"{kind}.{ending}": ("export", kind, "--with-illustrative")
        for kind, ending in (("iati", "xml"), ("sdmx", "csv"), ("package", "zip"))
    },
}
ALL_OF_THEM = """
import json, sys, datetime
import manage
for command in json.loads(sys.argv[1]):
    sys.argv[1:] = command
    assert manage.main() == 0, command
print(datetime.date.today().year, file=sys.stderr)
"""


def made(plan_file: Path, folder: Path, clock: str, zone: str, seed: str) -> tuple[int, dict[str, bytes]]:
    """The year that a process believes in, and every file that it makes."""
    folder.mkdir()
    commands = [[*asked, *VIEW, "-o", str(folder / name)] for name, asked in FILES.items()]
    environment = {
        **os.environ,
        "VAR_DIR": str(plan_file.parent),
        "TZ": zone,
        "PYTHONHASHSEED": seed,
        "FAKETIME": clock,
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "LD_PRELOAD": str(CLOCK),
    }
    command = [sys.executable, "-c", ALL_OF_THEM, json.dumps(commands)]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return int(done.stderr.split()[-1]), {name: (folder / name).read_bytes() for name in FILES}


@pytest.mark.slow
def test_made_days_and_years_later_every_file_is_the_same_to_the_byte(plan_file: Path, tmp_path: Path) -> None:
    assert CLOCK, "libfaketime is missing: install Debian's package “faketime”, or run without the slow tests"
    year, now = made(plan_file, tmp_path / "now", "+0d", "Pacific/Kiritimati", "1")
    for days, clock, zone in ((1, "+1d", "Pacific/Pago_Pago"), (4025, "+4025d", "America/New_York")):
        later_year, later = made(plan_file, tmp_path / clock, clock, zone, "2")
        assert later_year >= year + days // 366
        assert [name for name in FILES if later[name] != now[name]] == []
    assert min(map(len, now.values())) > 1000
