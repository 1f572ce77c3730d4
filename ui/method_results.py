"""The Method page on results: when an indicator has each status, an example for each, and the other two methods."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import name
from monitoring.rows import rows_of
from monitoring.status import RESULT_MARKS, Result
from monitoring.thresholds import Thresholds
from monitoring.wording import RESULT_WHEN
from ui import cards, results, table_files, why


def indicators(found: pd.DataFrame, held: Thresholds) -> None:
    """Each status of an indicator: when it is given, and an indicator that has it now."""
    st.header(_("Results: indicators"), anchor=False)
    st.write(
        _(
            "Expected is a straight line by days from the baseline through the dated targets. Progress is the change "
            "since the baseline as a part of the whole way; pace is the change beside the change that was due by then. "
            "Values of different series are never compared. The first line that fits decides."
        )
    )
    examples = dict(zip(found["status"].iloc[::-1], rows_of(found.iloc[::-1]), strict=True))
    body = []
    for status, when in RESULT_WHEN.items():
        example = examples.get(status)
        shown = escape(_("none at this date"))
        if example is not None:
            shown = f'{escape(name(example))}<div class="who">{escape(_result_example(example))}</div>'
        text = _(
            when,
            on_track=formats.number(held.on_track_pace, 2),
            limited=formats.number(held.limited_pace, 2),
            survey=formats.number(held.noise_survey, 1),
            administrative=formats.number(held.noise_administrative, 1),
            tolerance=formats.number(held.extreme_tolerance_percent, 1),
            estimate=formats.number(held.noise_estimate, 1),
            hold=formats.number(held.hold_tolerance_percent, 1),
        )
        body.append([cards.mark(RESULT_MARKS[Result(status)]), escape(text), shown])
    table_files.rows([(_("Status"), ""), (_("When"), ""), (_("An example"), "wide")], body, "rules of indicators")
    _other_methods(held)


def _other_methods(held: Thresholds) -> None:
    """The methods that are not the path in plain words, and how sums and levels are judged."""
    st.write(
        _(
            "Two other methods stand in the working of each indicator. One method is the headline of each indicator, "
            "fixed in the data; where another says something else, the page of the indicator tells."
        )
    )
    _method(
        _("Growth rate"),
        _(
            "As in published assessments of the Sustainable Development Goals: the compound yearly change since the "
            "baseline, beside the one that the target requires. {good} of it or more is on track, {fair} progressing, "
            "0 limited, below moving away. Without a target 1.5 percent a year towards better is on track, 0.5 "
            "progressing, both lowered near a natural limit of the value. A baseline or target of 0 is taken as 0.001. "
            "It needs a year between the two values, and values of one sign. The score runs from −5 to 5.",
            good=formats.number(held.on_track_pace, 2),
            fair=formats.number(held.limited_pace, 2),
        ),
    )
    _method(
        _("Rate of reduction"),
        _(
            "UNICEF's average annual rate of reduction, for shares of children that should fall: the yearly fall of a "
            "line through the logarithms of all values since the baseline, beside the fall that the target requires. "
            "At least as fast is on track, above 0.5 percent a year progressing, down to −0.5 no clear change, below "
            "moving away. It needs two values, and a target above 0."
        ),
    )
    st.write(
        _(
            "Periods that are added up are judged by what they brought together beside what their targets ask "
            "together. Levels, yes and no among them, are held against the level due that year and never drawn into a "
            "line."
        )
    )


def _method(title: str, text: str) -> None:
    st.write(f"**{title}.** {text}")


def _result_example(row: dict[str, Any]) -> str:
    """The figures of an indicator in one line: baseline, newest value, what was expected, target and pace."""
    parts = [_("now {value}", value=results.value_of(row))]
    if row["baseline_on"] is not None:
        base = results.amount(row, row["baseline"])
        parts.insert(0, _("from {value} ({year})", value=base, year=row["baseline_on"].year))
    if not pd.isna(row["expected"]):
        parts.append(_("expected {value}", value=why.expected(row)))
    if row["target_on"] is not None:
        parts.append(_("target {value}", value=results.target_of(row)))
    if not pd.isna(row["pace"]):
        parts.append(_("pace {n}", n=formats.number(row["pace"], 2)))
    return ", ".join(parts)
