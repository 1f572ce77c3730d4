"""The plan opened and saved by LibreOffice, in its own format too, is read back as it was written.

Slow, and it needs LibreOffice: without it these tests fail and say so.
"""

from pathlib import Path

import pytest

from monitoring.plan_changes import State
from monitoring.upload import SentFile
from spreadsheets import plan_form
from tests.plan_of_two import book
from tests.plans import checked
from tests.spreadsheets.test_form_in_libreoffice import converted

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_plan_saved_by_libreoffice_says_the_same(tmp_path: Path, kind: str) -> None:
    source = tmp_path / "plan.xlsx"
    source.write_bytes(plan_form.write(book()))
    saved = converted(source, kind)
    found = checked(book(), SentFile(saved.name, saved.read_bytes()))
    assert [str(problem) for problem in found.problems] == []
    assert {row.state for row in found.rows} == {State.SAME}
