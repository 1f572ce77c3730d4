"""Which rule decided a status, for whole tables: told from the figures of the judgement, and said in a sentence.

No status is decided here: a test holds every rule to what monitoring.delivery says of the same activity.
"""

import numpy as np
import pandas as pd

from monitoring import formats
from monitoring.delivery_table import Array
from monitoring.language import gettext as _
from monitoring.status import LEFT_OUT, Delivery, Group
from monitoring.thresholds import Thresholds


def rules(found: pd.DataFrame, limits: Thresholds) -> pd.Series:
    """The key of the rule of each row of :func:`db.queries.judged_activities`."""
    status = found["status"]
    past_end, attention = found["days_past_end"] > 0, status == Delivery.NEEDS_ATTENTION.value
    fits = [
        (status.isin([word.value for word in LEFT_OUT]), "amendment"),
        ((status == Delivery.COMPLETED.value) & found["verified"], "verified"),
        (status == Delivery.COMPLETED.value, "reported"),
        (status == Delivery.PAST_END.value, "end passed"),
        (status == Delivery.NOT_YET_DUE.value, "before start"),
        (status == Delivery.NO_REPORT.value, "period closed"),
        (status == Delivery.REPORT_NOT_DUE.value, "no period closed"),
        (attention & past_end, "end just passed"),
        (attention & (found["days_behind"] > limits.attention_days), "last quarter not over"),
    ]
    conditions = [condition.to_numpy(dtype=bool) for condition, _rule in fits]
    rules: Array = np.array([*(rule for _condition, rule in fits), "days behind"], dtype=object)
    keys = rules[np.select(conditions, list(range(len(fits))), default=len(fits))]  # numbers first: each text once
    return pd.Series(keys, index=found.index, dtype=object)


def sentences(status: pd.Series, rule: pd.Series, limits: Thresholds) -> list[str]:
    """The rule of each row as a sentence in the language of this run, with its limit."""
    said = {pair: sentence(*pair, limits) for pair in set(zip(status, rule, strict=True))}
    return [said[pair] for pair in zip(status, rule, strict=True)]


def of_group(word: str, limits: Thresholds) -> str:
    """Why a group of activities has its word, in the language of this run, with its limit."""
    good, fair = formats.percent(limits.group_on_schedule), formats.percent(limits.group_attention)
    return {
        Delivery.COMPLETED.value: _("Every activity is completed."),
        Delivery.NOT_YET_DUE.value: _("No activity has begun yet."),
        Group.MIXED.value: _("At least {share} is behind or past its end.", share=formats.percent(limits.mixed_share)),
        Delivery.ON_SCHEDULE.value: _("At least {good} of what was due is delivered.", good=good),
        Delivery.NEEDS_ATTENTION.value: _(
            "{fair} or more of what was due is delivered, but less than {good}.", fair=fair, good=good
        ),
        Delivery.BEHIND.value: _("Less than {fair} of what was due is delivered.", fair=fair),
    }[word]


def limits_of_activities(rule: str, held: Thresholds) -> str:
    """The limits beside a rule of an activity, in the language of this run; empty where an amendment decided."""
    if rule == "amendment":
        return ""
    if rule in ("period closed", "no period closed"):
        return _(
            "Limit in days: a period closes {n} after its end, unless the calendar of periods names another day.",
            n=held.closing_days,
        )
    return _(
        "Limits in days: on schedule up to {near} behind, needs attention up to {far}; past its end after {past}.",
        near=held.on_schedule_days,
        far=held.attention_days,
        past=held.past_end_days,
    )


def limits_of(rule: str, held: Thresholds) -> str:
    """The limit behind a rule of an indicator, in the language of this run; empty where none decided."""
    good, fair = formats.number(held.on_track_pace, 2), formats.number(held.limited_pace, 2)
    paces = _(
        "Limits of pace: on track from {good}, progressing from {fair}, limited below; both of these read “Improving, "
        "too slowly”.",
        good=good,
        fair=fair,
    )
    growth = _(
        "Limits of the method: on track from {good}, progressing from {fair}, limited from 0, moving away below.",
        good=good,
        fair=fair,
    )
    reduction = _(
        "Limits of the method: on track from what is required, progressing above 0.5 percent a year, no clear change "
        "down to −0.5, moving away below."
    )
    return {
        "pace": paces,
        "sum": paces,
        "pace below zero": paces,
        "growth rate": growth,
        "reduction rate": reduction,
        "hold": _(
            "Limit: points by which a held percentage may be worse than its level: {n}. Other levels have to be kept.",
            n=formats.number(held.hold_tolerance_percent, 2),
        ),
        "near the end": _(
            "Limit: within {n} points of a target of 0 or 100 percent counts as reached.",
            n=formats.number(held.extreme_tolerance_percent, 2),
        ),
        "noise": _(
            "Limit: half the wider of the two intervals; without intervals {survey} points for a survey, {register} "
            "for administrative data, {estimate} for an estimate.",
            survey=formats.number(held.noise_survey, 2),
            register=formats.number(held.noise_administrative, 2),
            estimate=formats.number(held.noise_estimate, 2),
        ),
        "level due": _("A level is due within the year of its target; levels are held against it one by one."),
    }.get(rule, "")


def sentence(status: str, rule: str, limits: Thresholds) -> str:
    """A rule that gave a status, in the language of this run, with its limit."""
    near, far = limits.on_schedule_days, limits.attention_days
    if rule == "days behind":
        return {
            Delivery.ON_SCHEDULE.value: _("At most {n} days behind the plan at its report.", n=near),
            Delivery.NEEDS_ATTENTION.value: _("{n} to {m} days behind the plan at its report.", n=near + 1, m=far),
            Delivery.BEHIND.value: _("More than {n} days behind the plan at its report.", n=far),
        }[status]
    return {
        "amendment": _("A signed amendment took it out of the plan."),
        "verified": _("All is delivered, and a reviewer named the evidence."),
        "reported": _("All is delivered, as reported."),
        "end passed": _("Its end date passed more than {n} days ago.", n=limits.past_end_days),
        "before start": _("It has not started, and nothing is delivered yet."),
        "period closed": _("No report has come, and a period in which it was under way has closed."),
        "no period closed": _("No report has come, and none is due yet."),
        "end just passed": _("Its end date passed at most {n} days ago.", n=limits.past_end_days),
        "last quarter not over": _(
            "More than {n} days behind the plan, but the last quarter of its plan is not over.", n=far
        ),
    }[rule]
