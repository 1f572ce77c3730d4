"""Groups of activities as rows of a report: by partner, priority area and goal, with their total; and the money."""

from collections.abc import Mapping

import pandas as pd

from monitoring.language import gettext as _
from monitoring.language import later
from monitoring.planned import PLACES
from monitoring.status import DELIVERY_MARKS, GROUP_WORDS, Group
from monitoring.thresholds import Thresholds
from monitoring.why import of_group
from monitoring.wording import GROUP_REASON
from reports.columns import Column, yes

STATUS_COUNTS = tuple(Column(status.value, mark.word, "number") for status, mark in DELIVERY_MARKS.items())
FIGURES = (
    Column("activities", later("Activities signed"), "number"),
    Column("counted", later("Counted"), "number"),
    Column("delivered_of_plan", later("Delivered, of the whole plan"), "percent"),
    Column("planned_of_plan", later("Planned at the same dates, of the whole plan"), "percent"),
    Column("delivered", later("Delivered, of what is reported"), "percent"),
    Column("planned_at_report", later("Planned at the same dates, of what is reported"), "percent"),
    Column("delivered_of_due", later("Delivered of what was due"), "percent"),
    Column("planned_now", later("Planned by now"), "percent"),
    Column("reports_in", later("Reports in"), "number"),
    Column("reports_due", later("Reports due"), "number"),
    Column("reported_weight", later("Part of the weight with a report"), "percent"),
    Column("silent_weight", later("Without a report that is due"), "percent"),
    Column("days_behind", later("Most days behind"), "number"),
    Column("word", later("Status of the activities"), "status", GROUP_WORDS),
    Column("why", later("Why this status"), "long"),
    Column("reason", later("Why there is no status"), "long", GROUP_REASON),
    *STATUS_COUNTS,
    Column("shared", later("Only supported"), "number"),
    Column("word_key", later("Status key")),
    yes("illustrative", later("Illustrative")),
)
MONEY = (
    Column("currency", later("Currency")),
    Column("planned", later("Planned"), "money"),
    Column("funded", later("Funded"), "money"),
    Column("released", later("Released"), "money"),
    Column("spent", later("Reported as spent"), "money"),
    yes("illustrative", later("Illustrative")),
)


def columns(title: str) -> tuple[Column, ...]:
    """The columns of a table of groups; ``title`` says what a group is."""
    return (Column("code", later("Code")), Column("name", title, "long"), *FIGURES)


def groups(progress: pd.DataFrame, names: Mapping[str, str], limits: Thresholds) -> pd.DataFrame:
    """Rows of :func:`db.queries.progress_by` with what each group is called, in the same order; ``limits`` in force.

    The shares stand there twice, as on the screen: of what is reported, and of the whole plan, as the bars draw them.
    """
    rows = progress.rename(columns={"group": "code"}).reset_index(drop=True)
    rows["delivered_of_plan"] = (rows["delivered"] * rows["reported_weight"]).astype(float).round(PLACES)
    rows["planned_of_plan"] = (rows["planned_at_report"] * rows["reported_weight"]).astype(float).round(PLACES)
    rows["name"] = [names.get(code, code) for code in rows["code"]]
    rows["word_key"] = rows["word"]
    rows["why"] = ["" if word == Group.NONE.value else of_group(word, limits) for word in rows["word"]]
    return rows


def total(totals: pd.Series, limits: Thresholds) -> pd.DataFrame:
    """The one row of everything shown, from :func:`db.queries.totals`; no row where no activity is shown."""
    rows = groups(totals.to_frame().T.infer_objects(), {"all": _("All activities shown")}, limits)
    return rows[rows["activities"] > 0]


def money(cents: pd.DataFrame) -> pd.DataFrame:
    """Rows of :func:`db.queries.money` in units of the currency instead of cents."""
    rows = cents.copy()
    for column in MONEY:
        if column.kind == "money":
            rows[column.key] = rows[column.key] / 100
    return rows
