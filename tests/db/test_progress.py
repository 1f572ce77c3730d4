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
        "WHERE v.starts >= '2025-01-01' AND r.as_of = "
        "(SELECT max(o.as_of) FROM progress_report o WHERE o.activity_id = a.id) GROUP BY p.code"
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
