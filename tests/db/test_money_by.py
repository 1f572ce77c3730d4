"""Money by partner, priority area, goal and source is what the files add up to, never over two currencies."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from db import ledger, queries
from db.engine import Database
from db.queries.money_by import Funding
from db.settings import ROOT
from monitoring.filters import Filters
from monitoring.periods import Dates, end_of_day, today
from monitoring.words import FUNDING_SOURCES
from tests.db import money_apart

NOW = end_of_day(today())
SEPTEMBER = Dates(date(2025, 9, 30), NOW)
GROUPS: tuple[Funding, ...] = ("all", "partner", "area", "goal")


@pytest.fixture
def mixed(database: Database, tmp_path: Path) -> tuple[Database, Path]:
    """Two currencies, cash that is reported on, and a release of a government."""
    folder = money_apart.changed(tmp_path / "changed")
    ledger.load_plan(database, folder)
    return database, folder


def check(found: pd.DataFrame, group: str, expected: dict[str, dict[str, int]], kinds: tuple[str, ...]) -> None:
    rows = {row["currency"]: row for row in found[found["group"] == group].to_dict("records")}
    assert set(expected) <= set(rows), group
    for currency, row in rows.items():
        for kind in kinds:
            amount = 0 if row[kind] != row[kind] else row[kind]
            assert amount == expected.get(currency, {}).get(kind, 0), (group, currency, kind)


def check_all(database: Database, folder: Path, as_of: date) -> None:
    dates = Dates(as_of, NOW)
    kinds = money_apart.KINDS[:-1] + money_apart.BANDS
    plan = money_apart.activities(folder, as_of)
    for group in GROUPS:
        found = queries.money_by(database, dates, group)
        codes = {code for row in plan for code in money_apart.groups(row, group)}
        assert set(found["group"]) == codes
        for code in codes:
            own = [row["code"] for row in plan if code in money_apart.groups(row, group)]
            check(found, code, money_apart.sums(folder, own, as_of), kinds)
            assert set(found.loc[found["group"] == code, "activities"]) == {len(own)}
    by_source = queries.money_by(database, dates, "source")
    told = tuple(kind for kind in kinds if kind != "spent")
    for source in FUNDING_SOURCES:
        expected = money_apart.sums(folder, [row["code"] for row in plan], as_of, source)
        check(by_source, source, expected, told)


@pytest.mark.parametrize("as_of", [date(2024, 12, 31), date(2025, 3, 31), date(2025, 9, 30), date(2025, 12, 31)])
def test_every_amount_is_the_sum_of_its_rows_in_the_files(planned: Database, as_of: date) -> None:
    check_all(planned, ROOT / "data" / "demonstration", as_of)


@pytest.mark.parametrize("as_of", [date(2025, 6, 30), date(2025, 9, 30), date(2025, 11, 30)])
def test_two_currencies_stand_in_rows_of_their_own(mixed: tuple[Database, Path], as_of: date) -> None:
    database, folder = mixed
    check_all(database, folder, as_of)
    found = queries.money_by(database, Dates(as_of, NOW), "all")
    assert found["currency"].tolist() == ["EUR", "TMT", "USD"]
    ministry = queries.money_by(database, Dates(as_of, NOW), "partner", Filters(partners=("MOE",)))
    assert ministry["currency"].tolist() == ["EUR", "USD"]
    assert ministry["with_amount"].sum() == ministry["activities"].iloc[0]


def test_totals_are_those_of_the_overview(planned: Database) -> None:
    for filters in (Filters(), Filters(areas=("EDU",)), Filters(goals=("NAP-4",), statuses=("behind", "on schedule"))):
        found = queries.money_by(planned, SEPTEMBER, "all", filters)
        kinds = ["currency", "planned", "funded", "released", "spent"]
        pd.testing.assert_frame_equal(
            found[kinds], queries.money(planned, SEPTEMBER, filters)[kinds], check_dtype=False
        )


def test_partners_and_areas_add_up_and_goals_count_an_activity_at_each(planned: Database) -> None:
    (total,) = queries.money_by(planned, SEPTEMBER, "all").to_dict("records")
    for group in ("partner", "area"):
        found = queries.money_by(planned, SEPTEMBER, group)  # type: ignore[arg-type]
        for kind in ("planned", "released", "spent", "outstanding", "cash_unknown", "activities"):
            assert found[kind].sum() == total[kind], (group, kind)
    assert queries.money_by(planned, SEPTEMBER, "goal")["planned"].sum() > total["planned"]


def test_what_is_outstanding_by_age_adds_up_with_what_nobody_knows(planned: Database) -> None:
    direct = queries.direct_cash(planned, SEPTEMBER)
    (total,) = queries.money_by(planned, SEPTEMBER, "all").to_dict("records")
    assert total["cash"] == sum(one.released for one in direct.values())
    assert total["cash_unknown"] == sum(one.released for one in direct.values() if one.reported is None)
    known = [one for one in direct.values() if one.reported is not None]
    assert total["outstanding"] == sum(max(0, one.released - (one.reported or 0)) for one in known)
    assert total["old"] == total["to_9"]


def test_by_source_nobody_knows_what_is_spent_where_an_activity_has_several(planned: Database) -> None:
    found = queries.money_by(planned, SEPTEMBER, "source").set_index("group")
    assert found["spent"].isna().all()
    assert found.loc["government", "without_amount"] == 3
    assert found.loc["government", "with_amount"] + 3 == found.loc["government", "activities"]
    plan = [row for row in money_apart.read(ROOT / "data" / "demonstration", "funding") if "-2025-" in row["activity"]]
    several = {row["activity"] for row in plan if row["source"] != "UNICEF cash"}
    alone = [row["activity"] for row in plan if row["activity"] not in several]
    partners = {row["partner"] for row in money_apart.activities(ROOT / "data" / "demonstration", SEPTEMBER.as_of)}
    for partner in partners:
        own = queries.judged_activities(planned, SEPTEMBER, Filters(partners=(partner,)))
        by_source = queries.money_by(planned, SEPTEMBER, "source", Filters(partners=(partner,))).set_index("group")
        if set(own["code"]) <= set(alone):
            assert by_source.loc["UNICEF cash", "spent"] == own["spent_cents"].sum()
        else:
            assert pd.isna(by_source.loc["UNICEF cash", "spent"])


def test_progress_by_source_counts_an_activity_at_each_source_of_its_money(planned: Database) -> None:
    progress = queries.progress_by(planned, SEPTEMBER, "source")
    money = queries.money_by(planned, SEPTEMBER, "source")
    assert progress["group"].tolist() == money["group"].tolist() == list(FUNDING_SOURCES)
    assert progress["activities"].tolist() == money["activities"].tolist()


def test_without_activities_there_is_no_money(database: Database) -> None:
    for group in (*GROUPS, "source"):
        found = queries.money_by(database, SEPTEMBER, group)  # type: ignore[arg-type]
        assert found.empty
        assert {"outstanding", "with_amount", "illustrative"} <= set(found.columns)


def test_an_activity_of_which_no_money_is_known_still_counts(database: Database, tmp_path: Path) -> None:
    folder = money_apart.changed(tmp_path / "blank")
    for name in ("funding", "flows", "reports"):
        rows = money_apart.read(folder, name)
        mine = [row for row in rows if row["activity"].startswith("SC-2025-")]
        if name == "reports":
            for row in mine:
                row["spent_cents"] = row["currency"] = ""
        else:
            rows = [row for row in rows if row not in mine]
        money_apart.write(folder, name, rows)
    ledger.load_plan(database, folder)
    (row,) = queries.money_by(database, SEPTEMBER, "partner", Filters(partners=("SC",))).to_dict("records")
    assert (row["currency"], row["activities"], row["without_amount"], row["with_amount"]) == ("", 5, 5, 0)
    assert pd.isna(row["planned"])
    total = queries.money_by(database, SEPTEMBER, "all")
    assert set(total["without_amount"]) == {5}
