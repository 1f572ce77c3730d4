"""Small changes of the rules are counted by what the tests made of them."""

import json
from pathlib import Path

import pytest

from benchmarks import mutants


def test_a_change_counts_as_noticed_when_a_test_failed_or_it_never_ended(tmp_path: Path) -> None:
    codes = {"a": 1, "b": 3, "c": 36, "d": 0, "e": 33, "f": None}
    (tmp_path / "money.py.meta").write_text(json.dumps({"exit_code_by_key": codes}))
    (tmp_path / "words.py.meta").write_text(json.dumps({"exit_code_by_key": {}}))
    assert mutants.counted(tmp_path) == {"money": {"noticed": 3, "unnoticed": 2, "not tried": 1}}


def test_without_a_run_before_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="run mutmut first"):
        mutants.counted(tmp_path)
