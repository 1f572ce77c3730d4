"""What the page on data quality says first."""

import pandas as pd
import pytest

from monitoring.quality_findings import punctuality

COLUMNS = ["period", "reports_in", "reports_due", "days_late"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "No report was due in these periods"),
        (
            [("Q1", 0, 2, 0), ("Q2", 2, 2, 0), ("Q2", 1, 1, 0)],
            "2 of 2 partners sent all their reports for Q2, all in time",
        ),
        ([("Q2", 2, 2, 4), ("Q2", 0, 1, None)], "1 of 2 partners sent all its reports for Q2, 1 of them late"),
        ([("Q2", 1, 2, 4)], "0 of 1 partners sent all their reports for Q2"),
    ],
)
def test_it_counts_the_newest_period(rows: list[tuple[object, ...]], said: str) -> None:
    assert punctuality(pd.DataFrame(rows, columns=COLUMNS), "Q2") == said
