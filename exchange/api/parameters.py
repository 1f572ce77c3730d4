"""The parameters that tables have in common, under the names that the dashboard uses in its own addresses."""

from exchange.api.declared import Parameter
from monitoring.language import SPOKEN
from monitoring.status import Delivery
from monitoring.words import FRAMEWORKS_SHOWN

MOST_ROWS, USUAL_ROWS, FARTHEST = 1000, 100, 1_000_000_000

PERIOD = Parameter(
    "period", "Code of a reporting period: its last day is the reporting date", "code", default="the last reported for"
)
AS_OF = Parameter(
    "as_of",
    "Reporting date: what was planned and reported up to this day, at most the end of a period that has begun",
    "day",
    default="the end of the period",
)
KNOWN_ON = Parameter(
    "known_on",
    "What was known at this moment, or at the end of this day in Ashgabat. The answer names the moment of the newest "
    "change that it counts; asked again with it, it is the same to the byte",
    "moment",
    default="now",
)
PARTNER = Parameter("partner", "Ministries or partners", "code", many=True, default="all")
AREA = Parameter("area", "Priority areas", "code", many=True, default="all")
GOAL = Parameter("goal", "Goals, of any framework", "code", many=True, default="all")
FRAMEWORK = Parameter(
    "framework",
    "By goal: the goals of the plan or programme of this kind that runs at the reporting date. As on the pages it "
    "picks no activities, and other groups stay as they are",
    "word",
    words=FRAMEWORKS_SHOWN,
    default="all",
)
REGION = Parameter("region", "Regions; nationwide is what names no region", "code", many=True, default="all")
STATUS = Parameter("status", "Statuses of activities", "word", many=True, words=tuple(Delivery), default="all")
YEAR = Parameter("year", "Years of workplans", "code", many=True, default="the plans in force at the reporting date")
YES = ("yes", "true", "1")
SUPPORTING = Parameter(
    "supporting",
    "yes: partners also show the activities that they support",
    "word",
    words=(*YES, "no", "false", "0"),
    default="no",
)
WEIGHT = Parameter(
    "weight",
    "Every activity counts alike, or by its planned budget",
    "word",
    words=("equal", "budget"),
    default="equal",
)
INDICATOR = Parameter("indicator", "Indicators", "code", many=True, default="all")

FORMAT = Parameter(
    "format",
    "json or csv; without it the header Accept decides",
    "word",
    words=("json", "csv"),
    default="json",
)
LANG = Parameter(
    "lang",
    "The language of error messages; without it the header Accept-Language decides. Data has all three languages",
    "word",
    words=tuple(SPOKEN),
    default="en",
)
LIMIT = Parameter("limit", "Rows of a page", "whole", default=USUAL_ROWS, least=1, most=MOST_ROWS)
OFFSET = Parameter("offset", "How many rows come before the page", "whole", default=0, least=0, most=FARTHEST)

DATES = (PERIOD, AS_OF, KNOWN_ON)
FILTERS = (PARTNER, AREA, GOAL, REGION, STATUS, YEAR, SUPPORTING)
ALWAYS = (FORMAT, LANG, LIMIT, OFFSET)
