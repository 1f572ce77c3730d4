"""“manage.py judge” as an analyst uses it: a table in, judgements out, and what is wrong on standard error."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from db.settings import ROOT
from tests.monitoring.published import cases, cases_file

HEAD = "series,base_year,base_value,current_year,current_value,target_year,target,direction,limit,points\n"


def judge(file: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", "judge", str(file), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def written(folder: Path, text: str) -> Path:
    file = folder / "series.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_published_series_come_out_as_published() -> None:
    printed = judge(cases_file(), "--method", "growth-rate")
    assert (printed.returncode, printed.stderr) == (0, "")
    rows = list(csv.DictReader(printed.stdout.splitlines()))
    for ours, theirs in zip(rows, cases(), strict=True):
        assert (ours["series"], ours["status"]) == (theirs["series"], theirs["status"])
        for mine, published in ((ours["value"], theirs["progress_value"]), (ours["score"], theirs["score"])):
            assert mine == "" if published == "" else float(mine) == pytest.approx(float(published), abs=1e-6)
        assert (ours["reason"] == "") == (ours["status"] != "not_available")


def test_a_faulty_row_is_named_and_the_others_are_judged(tmp_path: Path) -> None:
    rows = (
        '"first, with comma",2015,20,2020,15,2030,10,-1,,',
        "second,2015,many,2020,15,2030,10,-1,,",
        "third,2015,20,2020,,,,1,,",
    )
    printed = judge(written(tmp_path, HEAD + "\n".join(rows)), "--method", "path")
    assert printed.returncode == 1
    assert printed.stderr.splitlines()[0] == "3: base_value: many: this is not a number"
    names = [row["series"] for row in csv.DictReader(printed.stdout.splitlines())]
    assert names == ["first, with comma", "third"]


def test_the_rate_of_reduction_reads_the_points(tmp_path: Path) -> None:
    row = "stunting,2015,20,,,2030,10,-1,,2015:20 2016:19 2017:18.1\n"
    printed = judge(written(tmp_path, HEAD + row), "--method", "reduction-rate")
    assert printed.stdout == "series,value,score,status,reason\nstunting,4.87,,on track,\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("series,base_year\na,2015\n", "lacks these columns: base_value"),
        (HEAD.replace(",points", ""), "lacks these columns: points"),
        ("", "lacks these columns"),
        (HEAD + "a,2015,1,2020,2,2030,3,1,,,,more\n", "more cells"),
    ],
)
def test_a_table_that_cannot_be_read_says_why(tmp_path: Path, text: str, said: str) -> None:
    printed = judge(written(tmp_path, text), "--method", "reduction-rate")
    assert printed.returncode == 1
    assert said in printed.stderr
    assert "Traceback" not in printed.stderr


def test_a_table_in_another_encoding_says_how_to_save_it(tmp_path: Path) -> None:
    file = tmp_path / "series.csv"
    file.write_bytes(HEAD.encode() + "ряд,2015,1,2020,2,2030,3,1,,\n".encode("cp1251"))
    printed = judge(file)
    assert printed.returncode == 1
    assert "CSV UTF-8" in printed.stderr
