"""The demonstration plan as loaded: fair to every partner, and holding all that can happen to a plan."""

from datetime import date

import pytest
from sqlalchemy import text

from db import queries
from db.engine import Database
from monitoring.delivery import disagrees
from monitoring.periods import Dates, end_of_day
from monitoring.status import Delivery

NOW = date(2026, 11, 1)
LATE = ("behind", "past end date")


def mixes(database: Database, as_of: date, known_on: date):  # type: ignore[no-untyped-def]
    judged = queries.judged_activities(database, Dates(as_of, end_of_day(known_on)))
    return judged.groupby(["partner", "status"]).size().unstack(fill_value=0)


def rows(database: Database, statement: str) -> list[tuple]:
    with database.reading() as connection:
        return [tuple(row) for row in connection.execute(text(statement))]


@pytest.mark.parametrize(
    ("as_of", "known_on"),
    [
        (date(2024, 12, 31), NOW),
        (date(2025, 9, 30), NOW),
        (date(2025, 9, 30), date(2025, 10, 20)),
    ],
)
def test_every_partner_has_the_same_mix_of_statuses(planned: Database, as_of: date, known_on: date) -> None:
    mix = mixes(planned, as_of, known_on)
    assert (mix.max() - mix.min() <= 1).all()
    sizes = mix.sum(axis=1)
    for status in mix.columns:
        expected = sizes * mix[status].sum() / sizes.sum()
        assert ((mix[status] - expected).abs() <= 1).all(), status


@pytest.mark.parametrize("known_on", [date(2025, 7, 15), date(2025, 9, 1), NOW])
def test_no_partner_stands_out_badly_in_june(planned: Database, known_on: date) -> None:
    mix = mixes(planned, date(2025, 6, 30), known_on)
    late = mix[[status for status in LATE if status in mix]].sum(axis=1)
    assert late.max() - late.min() <= 2


def test_the_picture_has_every_status_a_year_can_bring(planned: Database) -> None:
    this_year = set(mixes(planned, date(2025, 9, 30), NOW).columns)
    assert this_year == {str(status) for status in Delivery} - {"carried over"}
    assert "carried over" in mixes(planned, date(2024, 12, 31), NOW)


def test_a_late_correction_changes_june_only_for_those_who_know_of_it(planned: Database) -> None:
    corrections = rows(
        planned,
        "SELECT a.code, r.as_of, r.recorded, o.recorded FROM progress_report r "
        "JOIN progress_report o ON o.activity_id = r.activity_id AND o.as_of = r.as_of AND o.recorded < r.recorded "
        "JOIN activity a ON a.id = r.activity_id WHERE r.narrative LIKE '%corrects%'",
    )
    assert len(corrections) == 2
    before = queries.judged_activities(planned, Dates(date(2025, 6, 30), end_of_day(date(2025, 9, 1))))
    after = queries.judged_activities(planned, Dates(date(2025, 6, 30), end_of_day(NOW)))
    changed = before["code"][before["delivered"].fillna(-1) != after["delivered"].fillna(-1)]
    assert {code for code, *_ in corrections} == set(changed)


def test_a_withdrawn_upload_counts_only_while_nobody_knew_better(planned: Database) -> None:
    (withdrawn,) = rows(planned, "SELECT submission_id, why FROM submission_event WHERE event = 'withdrawn'")
    assert "mistake" in withdrawn[1]
    codes = {
        code
        for (code,) in rows(
            planned,
            "SELECT a.code FROM progress_report r JOIN activity a ON a.id = r.activity_id "
            f"WHERE r.submission_id = {withdrawn[0]}",
        )
    }
    seen = {}
    for known_on in (date(2025, 7, 15), date(2025, 7, 19)):
        judged = queries.judged_activities(planned, Dates(date(2025, 6, 30), end_of_day(known_on)))
        seen[known_on] = judged[judged["code"].isin(codes)]["reported_on"].astype(str).str[:10].tolist()
    assert set(seen[date(2025, 7, 15)]) == {"2025-06-30"}
    assert "2025-06-30" not in seen[date(2025, 7, 19)]


def test_an_amendment_keeps_the_version_before_it(planned: Database) -> None:
    amended = rows(
        planned,
        "SELECT m.kind, count(v.id) FROM amendment m JOIN activity_version v ON v.activity_id = m.activity_id "
        "GROUP BY m.id, m.kind",
    )
    assert {kind for kind, _ in amended} == {"extend", "budget", "cancel", "postpone", "carry over", "add"}
    for kind, versions in amended:
        assert versions == (1 if kind == "add" else 2), kind


def test_an_extension_moves_the_end_only_from_its_day_on(planned: Database) -> None:
    extended = rows(
        planned,
        "SELECT a.code, m.valid_from FROM amendment m JOIN activity a ON a.id = m.activity_id "
        "WHERE m.kind = 'extend' AND m.valid_from > '2025-01-01'",
    )
    assert len(extended) >= 3
    first = queries.judged_activities(planned, Dates(date(2025, 3, 31), end_of_day(NOW))).set_index("code")["ends"]
    last = queries.judged_activities(planned, Dates(date(2025, 9, 30), end_of_day(NOW))).set_index("code")["ends"]
    for code, _ in extended:
        assert first[code] < last[code]


def test_a_budget_amendment_brings_funding_lines_of_its_own(planned: Database) -> None:
    changed = rows(
        planned,
        "SELECT sum(CASE WHEN v.amendment_id IS NULL THEN f.planned_cents END), "
        "sum(CASE WHEN v.amendment_id IS NOT NULL THEN f.planned_cents END) FROM funding_line f "
        "JOIN activity_version v ON v.id = f.version_id JOIN amendment m ON m.activity_id = v.activity_id "
        "WHERE m.kind = 'budget' GROUP BY v.activity_id",
    )
    assert len(changed) >= 3
    assert all(abs(after / before - 1) > 0.2 for before, after in changed)


def test_what_was_carried_over_is_continued_with_its_opening_share(planned: Database) -> None:
    continued = rows(
        planned,
        "SELECT old.code, new.code, v.opening_share_micro FROM activity new "
        "JOIN activity old ON old.id = new.continues_id JOIN activity_version v ON v.activity_id = new.id",
    )
    assert len(continued) >= 3
    judged = queries.judged_activities(planned, Dates(date(2024, 12, 31), end_of_day(NOW))).set_index("code")
    for old, new, opening in continued:
        assert judged.loc[old, "status"] == "carried over"
        assert "-2025-" in new
        assert opening / 1e8 == pytest.approx(judged.loc[old, "delivered"], abs=0.005)


def test_a_report_in_words_alone_keeps_the_last_share(planned: Database) -> None:
    words_only = rows(
        planned,
        "SELECT a.code, r.as_of FROM progress_report r JOIN activity a ON a.id = r.activity_id "
        "WHERE r.share_micro IS NULL AND r.stage IS NULL AND r.quantity_micro IS NULL AND r.narrative <> ''",
    )
    this_year = [code for code, day in words_only if str(day) == "2025-09-30"]
    assert this_year
    judged = queries.judged_activities(planned, Dates(date(2025, 9, 30), end_of_day(NOW))).set_index("code")
    for code in this_year:
        assert 0 < judged.loc[code, "delivered"] < 1


def test_few_ratings_disagree_with_the_computed_status(planned: Database) -> None:
    ratings = dict(
        rows(
            planned,
            "SELECT a.code, r.rating FROM progress_report r JOIN activity a ON a.id = r.activity_id "
            "WHERE r.as_of = '2025-09-30'",
        )
    )
    judged = queries.judged_activities(planned, Dates(date(2025, 9, 30), end_of_day(NOW))).set_index("code")
    disagreeing = [
        code
        for code, rating in ratings.items()
        if disagrees(rating, Delivery(judged.loc[code, "status"]), judged.loc[code, "delivered"])
    ]
    assert 2 <= len(disagreeing) <= 4


def test_some_delays_are_unicefs_own(planned: Database) -> None:
    causes = rows(planned, "SELECT DISTINCT cause, waiting_for FROM progress_report WHERE cause LIKE 'UNICEF%'")
    assert set(causes) == {("UNICEF procurement", "UNICEF procurement"), ("UNICEF funds", "UNICEF funds")}


def test_a_delay_says_its_cause_and_the_next_step_with_a_date(planned: Database) -> None:
    lacking = rows(
        planned,
        "SELECT id FROM progress_report WHERE (cause IS NULL) <> (next_step_on IS NULL) "
        "OR (cause IS NULL) <> (challenge = '') OR narrative = '' OR reported_status IS NULL OR rating IS NULL",
    )
    assert lacking == []


def test_a_blank_amount_stays_blank(planned: Database) -> None:
    ((blank, given),) = rows(
        planned,
        "SELECT count(*) - count(planned_cents), count(planned_cents) FROM funding_line WHERE source = 'government'",
    )
    assert blank > 0
    assert given > 0


def test_verified_activities_are_complete_and_name_the_evidence(planned: Database) -> None:
    found = rows(
        planned,
        "SELECT v.evidence, r.reported_status FROM verification v JOIN progress_report r ON r.id = v.report_id",
    )
    assert len(found) > 10
    assert all(evidence and status == "completed" for evidence, status in found)


def test_a_decision_done_later_is_a_second_row(planned: Database) -> None:
    decisions = rows(planned, "SELECT code, review_on, recorded, done_on FROM decision ORDER BY recorded")
    taken = {code: str(review) for code, review, _, done in decisions if done is None}
    assert sorted(taken.values()) == ["2025-01-28"] * 3 + ["2025-07-25"] * 8
    done = [code for code, _, _, done_on in decisions if done_on]
    assert 0 < len(done) < len(taken)
    assert set(done) <= set(taken)


def test_most_submissions_were_accepted_the_newest_only_in_part(planned: Database) -> None:
    counted = rows(
        planned,
        "SELECT p.code = '2025-Q3', count(DISTINCT s.id), count(DISTINCT e.submission_id) FROM submission s "
        "JOIN reporting_period p ON p.id = s.period_id "
        "LEFT JOIN submission_event e ON e.submission_id = s.id AND e.event = 'accepted' GROUP BY 1 ORDER BY 1",
    )
    (_, earlier, accepted), (_, newest, accepted_of_newest) = counted
    assert accepted >= earlier - 1
    assert 0 < accepted_of_newest < newest
