"""What was asked wrongly is said with what was asked."""

import pytest

from monitoring import asking_errors
from monitoring.asking_errors import AskedWrongly
from monitoring.errors import DashboardError

VALUES = {
    "code": "XX",
    "known": "MOH, MOE",
    "name": "as_of",
    "value": "30.09.2025",
    "least": 1,
    "most": 1000,
    "path": "/api/v1/none",
    "start": "/api/v1/",
    "method": "POST",
    "allowed": "GET, HEAD",
}


@pytest.mark.parametrize("error", [one for one in vars(asking_errors).values() if isinstance(one, type)])
def test_an_error_names_what_was_asked(error: type[DashboardError]) -> None:
    said = str(error(**VALUES))
    assert "{" not in said
    if error not in (DashboardError, AskedWrongly):
        assert any(str(value) in said for value in VALUES.values())
