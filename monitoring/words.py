"""The words of the field as they stand in tables and files. What a reader sees is translated from these keys."""

PARTNER_KINDS = (
    "ministry",
    "state committee",
    "parliament",
    "court",
    "prosecution",
    "institute",
    "public association",
    "ombudsman",
)
AREA_KINDS = ("priority area", "cross-cutting")
FRAMEWORK_KINDS = ("national action plan", "country programme", "global targets")
FRAMEWORKS_SHOWN = FRAMEWORK_KINDS[:2]  # those whose goals activities serve
PERIOD_KINDS = ("quarter", "half-year", "year")

MEASURES = ("stages", "quantity", "percent", "event")
STAGES = (0, 25, 50, 75, 100)
PRECISIONS = ("day", "quarter")
ACTIVITY_STATES = ("active", "cancelled", "carried over", "postponed")
AMENDMENT_KINDS = ("cancel", "postpone", "extend", "carry over", "budget", "results", "administrative", "add")

FUNDING_SOURCES = ("UNICEF cash", "UNICEF supplies", "government")
MODALITIES = ("direct cash", "direct payment", "reimbursement", "by UNICEF")
FLOW_KINDS = ("funded", "released", "reported")

DIRECTIONS = ("up", "down")
INDICATOR_KINDS = ("survey", "administrative", "estimate")
COMBINATIONS = ("latest", "sum", "mean", "max")
LEVEL_UNITS = ("level", "yes/no")  # counted from 0; no and yes are the levels 0 and 1
WHOLE = {"percent": 100, "per_1000": 1000, "per_100000": 100_000}  # what a ratio is multiplied by
METHODS = ("path", "growth rate", "reduction rate")
TARGET_KINDS = ("reach", "hold")

SUBMISSION_KINDS = ("reference", "plan", "progress")
EVENTS = ("recorded", "accepted", "returned", "withdrawn", "reinstated")
EVENTS_THAT_COUNT = ("recorded", "accepted", "reinstated")

REPORTED_STATUSES = (
    "not started",
    "ongoing",
    "completed",
    "proposed for cancellation",
    "proposed for postponement",
    "proposed for carry-over",
)
RATINGS = ("met", "on track", "constrained", "no progress", "no status")
CAUSES = ("UNICEF funds", "UNICEF procurement", "approval", "partner", "data", "external")

REPORT_TABLES = (
    *("totals", "by_partner", "by_area", "by_goal", "activities", "indicators", "money"),
    *("observations", "waiting", "decisions", "unknown"),
)
