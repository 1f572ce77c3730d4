"""Every rule, word and limit has its sentence."""

import pytest

from monitoring import why
from monitoring.thresholds import Thresholds

LIMITS = Thresholds()


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("amendment", "A signed amendment took it out of the plan."),
        ("verified", "All is delivered, and a reviewer named the evidence."),
        ("reported", "All is delivered, as reported."),
        ("end passed", "Its end date passed more than 31 days ago."),
        ("before start", "It has not started, and nothing is delivered yet."),
        ("period closed", "No report has come, and a period in which it was under way has closed."),
        ("no period closed", "No report has come, and none is due yet."),
        ("end just passed", "Its end date passed at most 31 days ago."),
        ("last quarter not over", "More than 92 days behind the plan, but the last quarter of its plan is not over."),
    ],
)
def test_every_rule_has_its_sentence(rule: str, said: str) -> None:
    assert why.sentence("completed", rule, LIMITS) == said


def test_every_word_of_a_group_has_its_sentence() -> None:
    said = {
        "completed": "Every activity is completed.",
        "not yet due": "No activity has begun yet.",
        "mixed": "At least 20% is behind or past its end.",
        "on schedule": "At least 90% of what was due is delivered.",
        "needs attention": "75% or more of what was due is delivered, but less than 90%.",
        "behind": "Less than 75% of what was due is delivered.",
    }
    assert {word: why.of_group(word, LIMITS) for word in said} == said


def test_the_limit_behind_a_rule_of_an_indicator_is_told() -> None:
    paces = (
        "Limits of pace: on track from 0.95, progressing from 0.6, limited below; both of these read “Improving, too "
        "slowly”."
    )
    said = {
        "pace": paces,
        "sum": paces,
        "pace below zero": paces,
        "growth rate": "Limits of the method: on track from 0.95, progressing from 0.6, limited from 0, moving away "
        "below.",
        "reduction rate": "Limits of the method: on track from what is required, progressing above 0.5 percent a year, "
        "no clear change down to −0.5, moving away below.",
        "hold": "Limit: points by which a held percentage may be worse than its level: 1. Other levels have to be "
        "kept.",
        "near the end": "Limit: within 1 points of a target of 0 or 100 percent counts as reached.",
        "noise": "Limit: half the wider of the two intervals; without intervals 3 points for a survey, 1 for "
        "administrative data, 0 for an estimate.",
        "level due": "A level is due within the year of its target; levels are held against it one by one.",
        "final target": "",
    }
    assert {rule: why.limits_of(rule, LIMITS) for rule in said} == said
    changed = Thresholds(on_track_pace=0.9, limited_pace=0.5, hold_tolerance_percent=2, noise_survey=4)
    assert why.limits_of("pace", changed).startswith("Limits of pace: on track from 0.9, progressing from 0.5,")
    assert "worse than its level: 2." in why.limits_of("hold", changed)
    assert "4 points for a survey" in why.limits_of("noise", changed)


def test_the_limits_of_activities_are_told_in_days() -> None:
    held = Thresholds(on_schedule_days=30, attention_days=90, past_end_days=20, closing_days=10)
    said = why.limits_of_activities("days behind", held)
    assert said == "Limits in days: on schedule up to 30 behind, needs attention up to 90; past its end after 20."
    for rule in ("period closed", "no period closed"):
        assert why.limits_of_activities(rule, held).startswith("Limit in days: a period closes 10 after its end,")
    assert why.limits_of_activities("amendment", held) == ""
