"""The sheets of the plan workbook that tell what activities lean on, and all sheets in their order."""

from monitoring.language import later
from spreadsheets.plan.activity_sheets import ACTIVITIES, FOCAL_POINTS, FUNDING, MILESTONES
from spreadsheets.plan.columns import (
    CHOOSE,
    HOLDS,
    NAMES,
    SEVERAL,
    SOURCE,
    PlanColumn,
    PlanSheet,
    choice,
    code,
    day,
    words,
)

WORKPLANS = PlanSheet(
    "workplans",
    (
        code(18),
        PlanColumn("partners", "refs", 16, SEVERAL, needed=True, of="partners"),
        PlanColumn("first_year", "year", 9, later("A year, such as 2027."), needed=True),
        PlanColumn("last_year", "year", 9, later("The same year, or the next."), needed=True),
        day("signed_on", needed=True),
        *NAMES,
        *SOURCE,
        HOLDS,
    ),
)
PARTNERS = PlanSheet("partners", (code(), choice("kind", "partners.kind", needed=True, width=20), *NAMES, HOLDS))
GOALS = PlanSheet(
    "goals",
    (
        code(),
        PlanColumn("framework", "ref", 14, CHOOSE, needed=True, of="frameworks"),
        *NAMES,
        words("note"),
        *SOURCE,
        HOLDS,
    ),
)
FRAMEWORKS = PlanSheet(
    "frameworks",
    (
        code(),
        choice("kind", "frameworks.kind", needed=True, width=20),
        *NAMES,
        day("starts", needed=True),
        day("ends", needed=True),
        *SOURCE,
        HOLDS,
    ),
)
INDICATORS = PlanSheet(
    "indicators",
    (
        code(),
        *NAMES,
        words("unit", 12, needed=True, hint=later("percent, per_1000, per_100000, number, level or yes/no.")),
        words("unit_name_en", 18, needed=True),
        words("unit_name_ru", 18),
        words("unit_name_tk", 18),
        choice("direction", needed=True),
        choice("kind", "indicators.kind", needed=True),
        words("sdg", 10),
        PlanColumn("priority_area", "ref", 10, CHOOSE, of="areas"),
        PlanColumn("goals", "refs", 18, SEVERAL, of="goals"),
        PlanColumn("interval_years", "whole", 10, later("Years from one value to the next."), needed=True),
        PlanColumn("natural_limit", "number", 10, later("The best value there can be, such as 100 for percent.")),
        choice("combine", width=20),
        choice("method"),
        day("baseline_on"),
        PlanColumn("baseline", "number", 11, later("The value that progress is counted from.")),
        words("baseline_series", 24),
        choice("baseline_status"),
        *(
            PlanColumn(
                f"criteria_{language}", "levels", 30, later("What each level from 0 on asks for, with | between.")
            )
            for language in ("en", "ru", "tk")
        ),
        words("note"),
        HOLDS,
    ),
)
TARGETS = PlanSheet(
    "targets",
    (
        PlanColumn("indicator", "ref", 12, CHOOSE, needed=True, of="indicators"),
        PlanColumn("framework", "ref", 14, CHOOSE, needed=True, of="frameworks"),
        day("due_on", needed=True),
        PlanColumn("value", "number", 11, later("In the unit of the indicator; an empty cell takes the target back.")),
        choice("kind", "targets.kind", needed=True),
        HOLDS,
    ),
    key=("indicator", "framework", "due_on"),
)
PERIODS = PlanSheet(
    "periods",
    (
        code(),
        choice("kind", "periods.kind", needed=True, width=12),
        *NAMES,
        day("starts", needed=True),
        day("ends", needed=True),
        day("closes", needed=True),
        HOLDS,
    ),
)
REGIONS = PlanSheet(
    "regions",
    (
        code(),
        words("iso_3166_2", 10),
        *NAMES,
        PlanColumn("census_share", "percent", 12, later("Percent of the population that lives there.")),
        words("note"),
        *SOURCE,
        HOLDS,
    ),
)

SHEETS = (
    *(ACTIVITIES, MILESTONES, FUNDING, FOCAL_POINTS, WORKPLANS, PARTNERS),
    *(GOALS, FRAMEWORKS, INDICATORS, TARGETS, PERIODS, REGIONS),
)
