"""The sheets of the plan workbook that tell of activities: the lines of the workplans and what hangs on them."""

from monitoring.language import later
from spreadsheets.plan.columns import CHOOSE, SEVERAL, PlanColumn, PlanSheet, choice, code, day, words

_ACTIVITY = PlanColumn("activity", "ref", 14, later("The code of the activity."), needed=True, of="activities")
_AMENDED = (
    PlanColumn("amendment", "choice", 18, later("What kind of signed change this is."), of="amendment", signed=True),
    PlanColumn("valid_from", "date", 12, later("From which day the change holds."), signed=True),
    PlanColumn("signed_on", "date", 12, later("The date on the signed paper."), signed=True),
    PlanColumn("reason", "text", 34, later("Why the plan changes."), signed=True),
    PlanColumn("letter", "text", 18, later("Number of the letter or protocol."), signed=True),
)

ACTIVITIES = PlanSheet(
    "activities",
    (
        code(),
        PlanColumn("workplan", "ref", 16, later("The code of the workplan."), needed=True, of="workplans"),
        words("title_en", 44, needed=True),
        words("title_ru", 44),
        words("title_tk", 44),
        PlanColumn("lead_partner", "ref", 12, later("The partner that reports."), needed=True, of="partners"),
        PlanColumn("supporters", "refs", 14, SEVERAL, of="partners"),
        PlanColumn("priority_area", "ref", 10, CHOOSE, needed=True, of="areas"),
        PlanColumn("goals", "refs", 18, SEVERAL, of="goals"),
        PlanColumn(
            "regions", "refs", 12, later("Codes with a semicolon between them; empty is nationwide."), of="regions"
        ),
        day("starts", needed=True),
        day("ends", needed=True),
        choice("precision", width=11),
        choice("measured_by", needed=True, width=12),
        PlanColumn("planned_quantity", "number", 10, later("How much is planned; needed where quantity is measured.")),
        words("unit_en", 18),
        words("unit_ru", 18),
        words("unit_tk", 18),
        PlanColumn("markers", "markers", 16, later("Code and level from 0 to 3, such as GEN:2; INC:1."), of="markers"),
        choice("state", width=13),
        PlanColumn("continues", "ref", 14, later("The activity, carried over, that goes on here."), of="activities"),
        PlanColumn("opening_share", "percent", 11, later("With how much percent it begins; 0 where it is new.")),
        choice("illustrative", width=11),
        *_AMENDED,
    ),
)
MILESTONES = PlanSheet(
    "milestones",
    (
        _ACTIVITY,
        day("due_on", needed=True),
        PlanColumn("share", "percent", 11, later("How much is to be delivered by then, from 0 to 100."), needed=True),
        words("name_en", 40),
        words("name_ru", 40),
        words("name_tk", 40),
    ),
    key=("activity", "due_on"),
    child=True,
)
FUNDING = PlanSheet(
    "funding",
    (
        _ACTIVITY,
        choice("source", "funding.source", needed=True),
        choice("modality", needed=True, width=20),
        PlanColumn("currency", "currency", 10, later("Three letters, such as USD or TMT."), needed=True),
        PlanColumn("planned_cents", "money", 14, later("Leave the cell empty where it is not known: that is not 0.")),
        day("planned_on"),
    ),
    key=("activity", "source", "modality", "currency"),
    child=True,
)
FOCAL_POINTS = PlanSheet(
    "focal_points",
    (_ACTIVITY, choice("side", needed=True), words("name", 24), words("post", 34, needed=True), words("contact")),
    key=("activity", "side", "post", "name"),
    child=True,
)
