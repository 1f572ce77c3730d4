"""What is not known is told a sentence each, and only what there is."""

import pandas as pd

from monitoring import unknowns

NOTHING = {"reports_due": 4, "reports_in": 4, "no report": 0}
KNOWN = pd.DataFrame({"report_late": [False, False], "in_words": [False, False], "planned_cents": [100.0, 200.0]})
FRESH = pd.DataFrame({"old": [False], "baseline_status": ["sourced"]})


def partners(*pairs: tuple[int, int]) -> pd.DataFrame:
    return pd.DataFrame(pairs, columns=["reports_due", "reports_in"])


def test_where_all_is_known_it_says_so() -> None:
    found = unknowns.lines(KNOWN, pd.Series(NOTHING), partners((2, 2), (2, 2)), FRESH)
    assert found == ["Every report that was due has come."]


def test_each_gap_is_a_sentence() -> None:
    activities = pd.DataFrame(
        {"report_late": [True, False], "in_words": [True, True], "planned_cents": [float("nan"), 200.0]}
    )
    totals = pd.Series(NOTHING | {"reports_in": 1, "no report": 1})
    indicators = pd.DataFrame({"old": [True, True], "baseline_status": ["assumed", "sourced"]})
    assert unknowns.lines(activities, totals, partners((2, 0), (2, 1)), indicators) == [
        "3 reports for this period have not come (partners: 2).",
        "1 activity has never been reported on.",
        "1 activity missed the last closed period.",
        "2 activities were told in words only and wait to be rated.",
        "1 activity has no planned budget.",
        "2 indicators wait for a new value: their newest is older than their usual interval.",
        "The baseline of 1 indicator is assumed, not signed off.",
    ]


def test_of_one_partner_no_number_of_partners_is_told_and_without_results_nothing_of_them() -> None:
    totals = pd.Series(NOTHING | {"reports_in": 3})
    found = unknowns.lines(KNOWN, totals, partners((4, 3)), None)
    assert found == ["1 report for this period has not come."]
