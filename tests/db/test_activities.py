"""Activities read and judged at the two dates, compared with independent SQL and the pure judgement."""

import csv
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from db import ledger, queries
from db.engine import Database
from db.settings import ROOT
from monitoring.file_errors import DataFileFaulty
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day

SEPTEMBER = Dates(date(2025, 9, 30), end_of_day(date(2026, 11, 1)))


def test_each_partner_is_judged_as_the_plan_was_drawn(planned: Database) -> None:
    judged = queries.judged_activities(planned, SEPTEMBER)
    assert len(judged) == 76
    counts = judged.groupby(["partner", "status"]).size().unstack(fill_value=0)
    assert (counts.max() - counts.min() <= 1).all()
    assert {"completed", "behind", "no report", "not yet due"} <= set(counts.columns)


def test_activities_stand_by_workplan_and_in_it_by_code(planned: Database) -> None:
    statement = text(
        "SELECT a.code FROM activity a JOIN workplan w ON w.id = a.workplan_id WHERE w.first_year IN (2024, 2025) "
        "ORDER BY w.id, a.code"
    )
    found = queries.judged_activities(planned, SEPTEMBER, Filters(years=(2024, 2025)))["code"].tolist()
    with planned.reading() as connection:
        expected = [code for code in connection.scalars(statement) if code in set(found)]
    assert len(set(code.split("-")[0] for code in found)) > 5
    assert found == expected


def test_money_of_an_activity_that_is_not_in_the_plan_counts_nowhere(planned: Database) -> None:
    code = queries.judged_activities(planned, SEPTEMBER).dropna(subset=["funded_cents"])["code"].iloc[0]
    before = queries.snapshot(planned, SEPTEMBER).flows
    assert len(before.row) > 50
    with planned.writing() as connection:
        version = "UPDATE activity_version SET valid_from = '2025-10-01' WHERE activity_id = "
        connection.execute(text(f"{version} (SELECT id FROM activity WHERE code = '{code}')"))
    tomorrow = Dates(SEPTEMBER.as_of, end_of_day(date(2026, 11, 2)))  # nothing that was remembered is asked for
    after = queries.snapshot(planned, tomorrow)
    assert code not in after.columns["code"]
    moved = text(
        "SELECT DISTINCT f.kind, f.currency FROM funding_flow f JOIN activity a ON a.id = f.activity_id "
        f"WHERE a.code = '{code}' AND f.dated <= '2025-09-30'"
    )
    with planned.reading() as connection:
        gone = len(connection.execute(moved).all())
    assert len(after.flows.row) == len(before.row) - gone


def test_narratives_are_those_of_the_workplans_of_the_years_asked_for(planned: Database) -> None:
    codes = {years: set(queries.narratives(planned, SEPTEMBER, years)["code"]) for years in ((), (2024,), (2024, 2025))}
    assert codes[()]
    assert codes[(2024,)]
    assert not codes[()] & codes[(2024,)]
    assert codes[(2024, 2025)] == codes[()] | codes[(2024,)]


def test_delivered_shares_equal_independent_sql(planned: Database) -> None:
    statement = text(
        "SELECT a.code, COALESCE(r.stage, r.share_micro / 1e6, 100.0 * r.quantity_micro / v.planned_quantity_micro) "
        "FROM progress_report r JOIN activity a ON a.id = r.activity_id "
        "JOIN activity_version v ON v.activity_id = a.id "
        "WHERE r.id = (SELECT o.id FROM progress_report o WHERE o.activity_id = a.id AND o.as_of <= '2025-09-30' "
        "AND COALESCE(o.stage, o.share_micro, o.quantity_micro) IS NOT NULL AND o.submission_id NOT IN "
        "(SELECT submission_id FROM submission_event WHERE event = 'withdrawn') "
        "ORDER BY o.as_of DESC, o.recorded DESC LIMIT 1)"
    )
    with planned.reading() as connection:
        expected = {code: share for code, share in connection.execute(statement)}
    judged = queries.judged_activities(planned, SEPTEMBER).dropna(subset=["delivered"])
    assert len(judged) > 40
    for code, delivered in zip(judged["code"], judged["delivered"], strict=True):
        assert delivered * 100 == pytest.approx(expected[code])


def test_what_was_known_then_is_shown_as_it_was_known(planned: Database) -> None:
    early = queries.judged_activities(planned, Dates(date(2025, 6, 30), end_of_day(date(2025, 7, 3))))
    late = queries.judged_activities(planned, Dates(date(2025, 6, 30), end_of_day(date(2025, 9, 1))))
    assert str(early["reported_on"].max())[:10] == "2025-03-31"
    assert str(late["reported_on"].max())[:10] == "2025-06-30"


def test_a_withdrawn_submission_leaves_the_figures_and_comes_back(planned: Database) -> None:
    before = queries.judged_activities(planned, SEPTEMBER)
    statement = text(
        "SELECT s.id FROM submission s JOIN reporting_period p ON p.id = s.period_id "
        "JOIN partner ON partner.id = s.partner_id WHERE partner.code = 'MOE' AND p.code = '2025-Q3'"
    )
    with planned.reading() as connection:
        submission = int(connection.execute(statement).scalar_one())
    now = Dates(date(2025, 9, 30), end_of_day(date(2099, 1, 1)))
    ledger.withdraw(planned, submission, by="A manager", why="the wrong file")
    without = queries.judged_activities(planned, now)
    assert not without.equals(before)
    ledger.reinstate(planned, submission, by="A manager", why="it was right")
    assert queries.judged_activities(planned, now).equals(before)
    assert queries.judged_activities(planned, SEPTEMBER).equals(before)


def test_a_report_for_an_unknown_activity_names_its_line_and_loads_nothing(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    subprocess.run([sys.executable, "-m", "benchmarks.generate_plan", "-o", str(folder)], cwd=ROOT, check=True)
    file = folder / "reports.csv"
    with file.open(encoding="utf-8", newline="") as opened:
        first = next(csv.DictReader(opened))["activity"]
    file.write_text(file.read_text(encoding="utf-8").replace(f",{first},", ",XX-1,", 1), encoding="utf-8")
    with pytest.raises(DataFileFaulty, match=r"reports\.csv, line 2"):
        ledger.load_plan(database, folder)
    assert queries.judged_activities(database, SEPTEMBER).empty
