"""Money and delivery stand side by side on an axis each, from zero, in the currency and the language of the reader."""

from math import nan
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts import money_bars
from charts.look import Look
from db import queries
from db.engine import Database
from monitoring import language
from monitoring.periods import Dates
from tests.charts.test_figures import texts


@pytest.fixture
def money(database: Database, september: Dates) -> pd.DataFrame:
    found = queries.money_by(database, september, "partner")
    progress = queries.progress_by(database, september, "partner")
    return found.assign(delivered=progress["delivered"].to_numpy())


def bars(figure: go.Figure) -> list[Any]:
    return [trace for trace in figure.data if trace.type == "bar"]


def test_every_bar_is_an_amount_of_the_table(money: pd.DataFrame) -> None:
    figure = money_bars.by_group(money, {})
    planned, released, old, spent = bars(figure)
    upward = money.iloc[::-1]
    for trace, kind in ((planned, "planned"), (released, "released"), (old, "old"), (spent, "spent")):
        assert list(trace.x) == pytest.approx((upward[kind].fillna(0) / 100).tolist())
        assert list(trace.customdata) == upward["group"].tolist()
    ends = [base + part for base, part in zip(old.base, old.x, strict=True)]
    assert ends == pytest.approx((upward["released"] / 100).tolist()), (
        "the oldest stands at the end of what is released"
    )
    funded = next(trace for trace in figure.data if trace.type == "scatter" and not trace.customdata)
    assert list(funded.x) == pytest.approx((upward["funded"] / 100).tolist())


def test_delivery_has_a_panel_and_an_axis_of_its_own(money: pd.DataFrame) -> None:
    figure = money_bars.by_group(money, {})
    dots = next(trace for trace in figure.data if trace.xaxis == "x3" and trace.customdata)
    assert list(dots.x) == pytest.approx(money.iloc[::-1]["delivered"].tolist())
    assert list(figure.layout.xaxis3.range) == [0, 1]
    assert figure.layout.xaxis.range[0] == 0
    assert figure.layout.xaxis.domain[1] < figure.layout.xaxis2.domain[0]
    assert figure.layout.xaxis2.domain[1] < figure.layout.xaxis3.domain[0]
    assert "Illustrative" in texts(figure)


def test_amounts_are_written_as_the_language_does(money: pd.DataFrame) -> None:
    one = money.head(1).assign(planned=120_000_000.0, released=60_000_000.0, spent=15_000_000.0)
    assert "$600K of $1.2M<br>$150K (25%)" in texts(money_bars.by_group(one, {"MOH": "Ministry of Health"}))
    language.speak("ru")
    try:
        figure = money_bars.by_group(one, {})
        assert any("600\xa0тыс.\xa0$" in text and "1,2\xa0млн\xa0$" in text for text in texts(figure))
        assert any("млн" in text or "тыс." in text for text in figure.layout.xaxis.ticktext)
    finally:
        language.speak("en")


def test_what_is_not_known_is_said_and_not_drawn(money: pd.DataFrame) -> None:
    one = money.head(1).assign(released=nan, funded=nan, spent=nan, old=nan, delivered=nan)
    figure = money_bars.by_group(one, {})
    assert any("no release yet" in text for text in texts(figure))
    assert "no report" in texts(figure)
    assert "reported as spent (of released)" not in texts(figure)
    unreleased = one.assign(spent=500_000.0)
    assert any(text.endswith("<br>$5K") for text in texts(money_bars.by_group(unreleased, {})))


def test_the_key_names_only_what_is_drawn(money: pd.DataFrame) -> None:
    assert "Striped" in money_bars.key(money)
    assert "Dark line" in money_bars.key(money)
    bare = money.assign(old=0.0, spent=nan)
    assert "Striped" not in money_bars.key(bare)
    assert "Dark line" not in money_bars.key(bare)


def test_outstanding_cash_stands_by_age_with_what_nobody_knows_hatched(database: Database, september: Dates) -> None:
    total = queries.money_by(database, september, "all")
    figure = money_bars.by_age(total)
    drawn = {str(trace.hovertext[0]).split("<br>")[0]: trace.x[0] for trace in bars(figure)}
    (row,) = total.to_dict("records")
    assert drawn == {
        "<b>Up to 3 months since its release</b>": row["up_to_3"] / 100,
        "<b>3 to 6 months</b>": row["to_6"] / 100,
        "<b>6 to 9 months</b>": row["to_9"] / 100,
        "<b>Over 9 months</b>": 0,
        "<b>Not known</b>": row["cash_unknown"] / 100,
    }
    assert len(bars(money_bars.by_age(total.assign(cash_unknown=nan)))) == 4


@pytest.mark.parametrize("largest", [0.0, 3.0, 99.0, 5750.0, 1_228_600.0, 25_000_000.0])
def test_an_axis_of_money_starts_at_zero_and_has_few_round_ticks(largest: float) -> None:
    axis = money_bars.money_axis(largest, "USD")
    assert axis["tickvals"][0] == axis["range"][0] == 0
    assert axis["range"][1] >= largest
    assert largest == 0 or 2 <= len(axis["tickvals"]) <= 6
    assert len(axis["tickvals"]) == len(axis["ticktext"])


def test_a_dark_page_has_colours_of_its_own(money: pd.DataFrame) -> None:
    light, dark = (bars(money_bars.by_group(money, {}, Look(is_dark))) for is_dark in (False, True))
    assert all(one.marker.color != other.marker.color for one, other in zip(light, dark, strict=True))
