"""Judgements: the status of activities, of groups of them and of indicators, each with its working."""

from collections.abc import Callable, Mapping
from typing import Any, cast

import pandas as pd

from db import queries
from db.engine import Database
from db.queries.progress import Grouping
from exchange.api import parameters
from exchange.api.declared import ILLUSTRATIVE, SOURCE, Asked, Column, Parameter, Table, named
from exchange.api.plan_tables import source_of
from exchange.api.sent_tables import beside_indicators, judged_indicators
from monitoring import why, words
from monitoring.language import SPOKEN, spoken_in
from monitoring.language import gettext as _
from monitoring.rows import rows_of
from monitoring.status import DELIVERY_MARKS, GROUP_WORDS, RESULT_MARKS, Delivery, Group, Result
from monitoring.wording import FUNDING, GROUP_REASON, RESULT_SAID

GROUPS = ("all", "partner", "area", "goal", "region", "workplan", "source")
WORKED_OUT = "worked out from the judgements of the activities"


def in_all_languages(key: str, said: Callable[[], list[str]]) -> dict[str, list[str]]:
    """Three columns of texts: what ``said`` gives in each language."""
    found = {}
    for language in SPOKEN:
        with spoken_in(language):
            found[f"{key}_{language}"] = said()
    return found


def _activities(database: Database, asked: Asked) -> pd.DataFrame:
    found = queries.judged_activities(database, asked.dates, asked.filters)
    return found.assign(days_behind=found["days_behind"].where(found["days_behind"] >= 0))


def _why_activities(database: Database, asked: Asked, page: pd.DataFrame) -> Mapping[str, Any]:
    limits = queries.limits(database, asked.dates)
    rule, status = why.rules(page, limits), page["status"]
    amended = [reason if key == "amendment" else None for reason, key in zip(page["amended_why"], rule, strict=True)]
    return {
        "rule": rule.tolist(),
        "reason": amended,
        **in_all_languages("status", lambda: [DELIVERY_MARKS[Delivery(word)].label for word in status]),
        **in_all_languages("why", lambda: why.sentences(status, rule, limits)),
        **in_all_languages("limits", lambda: [why.limits_of_activities(key, limits) for key in rule]),
        **source_of(database, "activity", page["code"]),
    }


def _groups(database: Database, asked: Asked) -> pd.DataFrame:
    group = asked.one("by") or "partner"
    if group == "all":
        total = queries.totals(database, asked.dates, asked.filters)
        return pd.DataFrame([total], columns=list(total.index)).assign(by=group)
    found = queries.progress_by(database, asked.dates, cast(Grouping, group), asked.filters).assign(by=group)
    if group == "goal" and (framework := asked.one("framework")):
        goals = queries.goals_in_force(database, asked.dates, framework)["code"]
        found = found[found["group"].isin(goals)]
    return found


def _why_groups(database: Database, asked: Asked, page: pd.DataFrame) -> Mapping[str, Any]:
    limits, rows = queries.limits(database, asked.dates), rows_of(page)
    names = _names(database, asked)

    def said(row: Mapping[str, Any]) -> str:
        return _(GROUP_REASON[row["reason"]]) if row["reason"] else why.of_group(row["word"], limits)

    return {
        "status": page["word"].tolist(),
        "late": [int(row["behind"] + row["past end date"]) for row in rows],
        **{_counted(word): page[word.value].tolist() for word in Delivery},
        "source": [WORKED_OUT] * len(rows),
        **{f"name_{code}": [names.get(row["group"], {}).get(code) for row in rows] for code in SPOKEN},
        **in_all_languages("status", lambda: [_(GROUP_WORDS[row["word"]]) for row in rows]),
        **in_all_languages("why", lambda: [said(row) for row in rows]),
    }


def _names(database: Database, asked: Asked) -> dict[str, dict[str, str]]:
    """The names of the groups by code, in all languages."""
    group, dates = asked.one("by") or "partner", asked.dates
    if group == "source":
        said = in_all_languages("name", lambda: [_(FUNDING[source]) for source in words.FUNDING_SOURCES])
        return {
            source: {code: said[f"name_{code}"][place] for code in SPOKEN}
            for place, source in enumerate(words.FUNDING_SOURCES)
        }
    if group == "all":
        said = in_all_languages("name", lambda: [_("All shown")])
        return {"all": {code: said[f"name_{code}"][0] for code in SPOKEN}}
    read: dict[str, Callable[[], pd.DataFrame]] = {
        "partner": lambda: queries.partners(database, dates),
        "area": lambda: queries.areas(database),
        "goal": lambda: queries.goals(database, dates),
        "region": lambda: queries.regions(database, dates),
        "workplan": lambda: queries.signatories(database, dates, asked.filters.years).rename(
            columns={"workplan": "code"}
        ),
    }
    return {row["code"]: {code: row[f"name_{code}"] for code in SPOKEN} for row in rows_of(read[group]())}


def _why_indicators(database: Database, asked: Asked, page: pd.DataFrame) -> Mapping[str, Any]:
    limits = queries.limits(database, asked.dates)
    status, rule = page["status"].tolist(), page["rule"].tolist()
    return {
        "reason": [views.headline.reason for views in page["views"]],
        "methods_disagree": [views.disagree for views in page["views"]],
        **in_all_languages("status", lambda: [RESULT_MARKS[Result(word)].label for word in status]),
        **in_all_languages("why", lambda: [_(RESULT_SAID[key]) for key in rule]),
        **in_all_languages("limits", lambda: [why.limits_of(key, limits) for key in rule]),
        **beside_indicators(database, asked, page),
    }


def _counted(word: Delivery) -> str:
    """The column that counts the activities with a status."""
    return f"n_{word.value.replace(' ', '_')}"


STATUS_WORDS = named("status", "Status in words")
WHY = named("why", "Why: the rule as a sentence, with its limit")
LIMITS = named("limits", "The limits in force beside that rule", empty=True)
BEHIND = Column("days_behind", "Days behind the plan at the newest report; null without a report", "whole")

OF_ACTIVITIES = Table(
    "judgements",
    "The status of each activity with its working: the rule that gave it, its figures and its limits.",
    (*parameters.DATES, *parameters.FILTERS),
    (
        Column("code", "Code of the activity", "code", empty=False),
        Column("workplan", "Code of the workplan", "code", empty=False),
        Column("partner", "Code of the partner that leads it", "code", empty=False),
        Column("area", "Code of the priority area", "code", empty=False),
        *named("title", "Title"),
        Column("status", "Status", "code", empty=False, words=tuple(Delivery)),
        *STATUS_WORDS,
        Column("rule", "Key of the rule that gave it", "code", empty=False),
        *WHY,
        *LIMITS,
        Column("reason", "Reason of the amendment, where one took the activity out of the plan"),
        Column("reported_on", "Reporting date of the report that counts", "day"),
        Column("delivered", "Delivered by that report, a share (1 is all)", "number"),
        Column("planned_at_report", "Planned by then, a share", "number"),
        Column("planned_now", "Planned by the reporting date, a share", "number"),
        BEHIND,
        Column("ends", "Planned end", "day"),
        Column("days_past_end", "Days that the reporting date is past the end", "whole", empty=False),
        Column("report_late", "true where the last closed period brought no report", "yes", empty=False),
        Column("rating", "Rating by the partner", "code", words=words.RATINGS),
        Column("disagrees", "true where rating and status disagree", "yes", empty=False),
        Column("verified", "true where a reviewer named the evidence", "yes", empty=False),
        SOURCE,
        ILLUSTRATIVE,
    ),
    _activities,
    _why_activities,
    example="partner=MOH&status=behind&status=past+end+date",
)
BY = Parameter("by", "What activities are grouped by", "word", words=GROUPS, default="partner")
OF_GROUPS = Table(
    "judgements/groups",
    "The status of groups of activities with its working; several plans, goals or regions each count what they share.",
    (BY, *parameters.DATES, *parameters.FILTERS, parameters.FRAMEWORK, parameters.WEIGHT),
    (
        Column("by", "What activities are grouped by", "code", empty=False, words=GROUPS),
        Column("group", "Code of the group; all for all of them", "code", empty=False),
        *named("name", "Name", empty=True),
        Column("status", "Status", "code", empty=False, words=(*Delivery, *Group)),
        *STATUS_WORDS,
        *WHY,
        Column("reason", "Why there is no status, as a key", "code"),
        Column("activities", "Activities, with those taken out of the plan", "whole", empty=False),
        Column("counted", "Activities without cancelled, carried over and postponed ones", "whole", empty=False),
        Column("shared", "Of them supported, not led, by the partner", "whole", empty=False),
        Column("delivered", "Delivered, of what is reported, a share (1 is all)", "number"),
        Column("planned_at_report", "Planned at the same report dates, a share", "number"),
        Column("delivered_of_due", "Delivered of what was due, a share", "number"),
        Column("planned_now", "Planned by the reporting date, a share", "number"),
        Column("reported_weight", "Part of the weight with a report", "number"),
        Column("silent_weight", "Part of the weight without a report that is due", "number"),
        Column("late", "Activities that are behind or past their end", "whole", empty=False),
        Column("reports_in", "Reports of the period that came", "whole", empty=False),
        Column("reports_due", "Reports of the period that were due", "whole", empty=False),
        Column("days_behind", "Days that the last of them is behind", "whole", empty=False),
        *(Column(_counted(word), f"Activities with the status “{word}”", "whole", empty=False) for word in Delivery),
        SOURCE,
        ILLUSTRATIVE,
    ),
    _groups,
    _why_groups,
    example="by=area&as_of=2025-09-30",
)
OF_INDICATORS = Table(
    "judgements/indicators",
    "The status of each indicator by its headline method, with its working.",
    (*parameters.DATES, parameters.INDICATOR, parameters.AREA, parameters.GOAL),
    (
        Column("code", "Code of the indicator", "code", empty=False),
        *named("name", "Name"),
        Column("method", "Headline method", "code", empty=False, words=words.METHODS),
        Column("status", "Status", "code", empty=False, words=tuple(Result)),
        *STATUS_WORDS,
        Column("rule", "Key of the rule that gave it", "code", empty=False),
        *WHY,
        *LIMITS,
        Column("reason", "Why the method gives no status, as a key", "code"),
        Column("baseline", "Baseline, in the unit of the indicator", "number"),
        Column("baseline_on", "Day of the baseline", "day"),
        Column("value", "Newest value", "number"),
        Column("value_on", "Day of that value", "day"),
        Column("expected", "Expected by then", "number"),
        Column("target", "Final target", "number"),
        Column("target_on", "Day of the final target", "day"),
        Column("progress", "Progress from the baseline to the final target, a share", "number"),
        Column("pace", "Pace: 1 is as expected", "number"),
        Column("noise", "Change that is only noise", "number"),
        Column("old", "true where the value is older than the interval of the indicator", "yes", empty=False),
        Column("methods_disagree", "true where another method says another status", "yes", empty=False),
        SOURCE,
        ILLUSTRATIVE,
    ),
    judged_indicators,
    _why_indicators,
    example="indicator=STUNT&indicator=WAST",
)
