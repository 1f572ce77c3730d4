"""Groups read from the database equal the activities they are made of, recomputed one by one."""

from datetime import date

import pytest
from sqlalchemy import text

from db import queries
from db.engine import Database
from monitoring.periods import Dates, end_of_day

SEPTEMBER = Dates(date(2025, 9, 30), end_of_day(date(2026, 11, 1)))


def test_rows_by_partner_stand_in_the_order_of_the_plans_and_add_up(planned: Database) -> None:
    by_partner = queries.progress_by(planned, SEPTEMBER, "partner")
    by_area = queries.progress_by(planned, SEPTEMBER, "area")
    assert by_partner["group"].tolist()[:4] == ["MOH", "MOE", "MLSP", "MIA"]
    assert by_partner["activities"].sum() == by_area["activities"].sum() == 76
    assert by_partner["behind"].sum() == by_area["behind"].sum() > 0


def test_delivered_by_area_equals_independent_sql(planned: Database) -> None:
    statement = text(
        "SELECT p.code, avg(COALESCE(r.stage / 100.0, r.share_micro / 1e8, 1.0 * r.quantity_micro"
        " / v.planned_quantity_micro)) FROM activity a "
        "JOIN activity_version v ON v.activity_id = a.id JOIN priority_area p ON p.id = v.priority_area_id "
        "JOIN progress_report r ON r.activity_id = a.id "
        "WHERE v.starts >= '2025-01-01' AND v.state = 'active' "
        "AND v.id = (SELECT w.id FROM activity_version w WHERE w.activity_id = a.id "
        "ORDER BY w.valid_from DESC LIMIT 1) "
        "AND r.id = (SELECT o.id FROM progress_report o WHERE o.activity_id = a.id AND o.as_of <= '2025-09-30' "
        "AND COALESCE(o.stage, o.share_micro, o.quantity_micro) IS NOT NULL AND o.submission_id NOT IN "
        "(SELECT submission_id FROM submission_event WHERE event = 'withdrawn') "
        "ORDER BY o.as_of DESC, o.recorded DESC LIMIT 1) GROUP BY p.code"
    )
    with planned.reading() as connection:
        expected = {code: share for code, share in connection.execute(statement)}
    found = queries.progress_by(planned, SEPTEMBER, "area").set_index("group")["delivered"].dropna()
    assert set(found.index) == set(expected)
    for area, delivered in found.items():
        assert delivered == pytest.approx(expected[str(area)], abs=1e-6)


def test_before_any_plan_there_is_no_group(planned: Database) -> None:
    nothing = queries.progress_by(planned, Dates(date(2022, 6, 30), end_of_day(date(2026, 11, 1))), "partner")
    assert nothing.empty
    assert "delivered" in nothing.columns
