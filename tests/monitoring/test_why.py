"""Every rule has a sentence, with its limit; every limit and every reason has a name."""

from datetime import date

import pandas as pd
import pytest

from monitoring import findings, icons, why
from monitoring.delivery import Report, judge
from monitoring.growth import GrowthCase, judge_growth
from monitoring.methods import METHOD_NAMES, PATH, View
from monitoring.planned import Plan
from monitoring.status import DELIVERY_MARKS, GROUP_WORDS, RESULT_MARKS, Delivery, Group, Result
from monitoring.thresholds import NAMES, Thresholds
from monitoring.wording import GROUP_REASON, LIMIT, RESULT_REASON, RESULT_RULE, RESULT_WHEN

YEAR = Plan(date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("share", "as_of", "said"),
    [
        (0.75, date(2025, 9, 30), "At most 31 days behind the plan at its report."),
        (0.5, date(2025, 9, 30), "32 to 92 days behind the plan at its report."),
        (0.1, date(2025, 9, 30), "More than 92 days behind the plan at its report."),
        (0.9, date(2026, 1, 15), "Its end date passed at most 31 days ago."),
        (0.9, date(2026, 3, 1), "Its end date passed more than 31 days ago."),
        (1.0, date(2025, 9, 30), "All is delivered, as reported."),
        (0.0, date(2024, 12, 1), "It has not started, and nothing is delivered yet."),
    ],
)
def test_a_judgement_says_its_rule_with_the_limit(share: float, as_of: date, said: str) -> None:
    found = judge(YEAR, Report(min(as_of, date(2025, 9, 30)), share), as_of, [])
    assert why.sentence(found.status.value, found.rule, Thresholds()) == said


def test_the_sentences_say_the_limits_that_hold() -> None:
    held = Thresholds(
        on_schedule_days=10, attention_days=20, mixed_share=0.5, group_on_schedule=0.8, group_attention=0.4
    )
    assert why.sentence("needs attention", "days behind", held) == "11 to 20 days behind the plan at its report."
    assert why.of_group("mixed", held) == "At least 50% is behind or past its end."
    assert why.of_group("on schedule", held) == "At least 80% of what was due is delivered."
    assert why.of_group("needs attention", held) == "40% or more of what was due is delivered, but less than 80%."
    assert why.of_group("behind", held) == "Less than 40% of what was due is delivered."


def test_every_word_of_a_group_is_explained() -> None:
    reasons = {
        why.of_group(word, Thresholds()) for word in ("completed", "not yet due", "mixed", "on schedule", "behind")
    }
    assert len(reasons) == 5
    assert set(GROUP_REASON) == {
        *("nothing planned", "no weight", "several currencies", "too few reports", "no report due yet")
    }
    assert {*Delivery, *Group} <= set(GROUP_WORDS)


def test_every_limit_status_and_reason_has_its_words() -> None:
    assert tuple(LIMIT) == NAMES
    assert set(RESULT_WHEN) == {status.value for status in Result}
    assert len(set(RESULT_REASON.values())) == len(RESULT_REASON), "each reason for no status stays apart"
    assert set(RESULT_RULE) >= {"pace", "noise", "hold", "final target"}
    reason = judge_growth(GrowthCase("down", 2020, 2, 2024, 3, 2030, -5)).reason
    assert RESULT_REASON[reason] == "The baseline and the value or the target lie on different sides of zero."
    assert View(PATH, Result.ON_TRACK).method_name == METHOD_NAMES[PATH]


def test_every_status_has_a_shape_that_can_be_drawn() -> None:
    for mark in (*DELIVERY_MARKS.values(), *RESULT_MARKS.values()):
        assert icons.data_url(mark, dark=False).startswith("data:image/svg+xml;base64,")
        assert icons.data_url(mark, dark=True) != icons.data_url(mark, dark=False)
    done = DELIVERY_MARKS[Delivery.COMPLETED]
    assert icons.data_url(done, False, "ring-tick") != icons.data_url(done, False)
    assert icons.image(done, False).startswith("<img alt")


def areas(**late: int) -> pd.DataFrame:
    return pd.DataFrame({"group": list(late), "behind": list(late.values()), "past end date": 0})


def test_findings_say_where_most_late_activities_are() -> None:
    names = {"EDU": "Education", "HLTH": "Healthcare"}
    assert findings.late_by(areas(EDU=3, HLTH=1), names) == "Most late activities are in education (3 of 4)"
    assert findings.late_by(areas(EDU=2, HLTH=2), names) == "4 activities are late, spread over the priority areas"
    assert findings.late_by(areas(EDU=0, HLTH=0), names) == "No activity is late"


@pytest.mark.parametrize(
    ("counted", "share", "late", "said"),
    [
        (0, float("nan"), 0, "No activities are planned here."),
        (5, float("nan"), 0, "Nothing was due by 30 Sep 2025."),
        (5, 0.84, 0, "84% of what was due by 30 Sep is delivered; no activity is behind or past its end date."),
        (5, 0.84, 1, "84% of what was due by 30 Sep is delivered; 1 of 5 activities is behind or past its end date."),
    ],
)
def test_the_sentence_of_the_overview(counted: int, share: float, late: int, said: str) -> None:
    totals = pd.Series({"counted": counted, "delivered_of_due": share, "behind": late, "past end date": 0})
    assert findings.overview(totals, areas(EDU=late, HLTH=late), {}, date(2025, 9, 30)) == said


def test_the_sentence_of_the_overview_names_the_area_with_most_that_is_late() -> None:
    totals = pd.Series({"counted": 9, "delivered_of_due": 0.8, "behind": 3, "past end date": 0})
    said = findings.overview(totals, areas(EDU=3, HLTH=0), {"EDU": "Education"}, date(2025, 9, 30))
    assert said.endswith("3 of 9 activities are behind or past their end date, most of them in education.")
