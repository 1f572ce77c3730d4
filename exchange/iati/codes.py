"""What our words are in the code lists of IATI 2.03; docs/exchange.md shows these tables and says why."""

from monitoring.status import Delivery

REPORTER = "XM-DAC-41122"  # UNICEF
REPORTER_NAME = {"en": "UNICEF", "ru": "ЮНИСЕФ", "tk": "ÝUNISEF"}
MULTILATERAL, GOVERNMENT = "40", "10"

# OrganisationType
ORGANISATION = {
    "ministry": GOVERNMENT,
    "state committee": GOVERNMENT,
    "prosecution": "15",
    "parliament": "15",
    "court": "15",
    "ombudsman": "15",
    "institute": "15",
    "public association": "24",
}
# OrganisationRole
FUNDING, ACCOUNTABLE, EXTENDING, IMPLEMENTING = "1", "2", "3", "4"

# ActivityStatus: 1 pipeline, 2 implementation, 3 finalisation, 4 closed, 5 cancelled, 6 suspended
STATUS = {
    Delivery.NOT_YET_DUE: "1",
    Delivery.REPORT_NOT_DUE: "2",
    Delivery.NO_REPORT: "2",
    Delivery.ON_SCHEDULE: "2",
    Delivery.NEEDS_ATTENTION: "2",
    Delivery.BEHIND: "2",
    Delivery.PAST_END: "2",
    Delivery.COMPLETED: "3",
    Delivery.CARRIED_OVER: "4",
    Delivery.CANCELLED: "5",
    Delivery.POSTPONED: "6",
}
CLOSED = "4"  # completed, and a reviewer has named the evidence

# ActivityDateType
PLANNED_START, ACTUAL_START, PLANNED_END, ACTUAL_END = "1", "2", "3", "4"

# ActivityScope
NATIONAL, SEVERAL_REGIONS, ONE_REGION = "4", "5", "6"
ACTION, ADMINISTRATIVE, FIRST_LEVEL = "1", "1", "ADM1"  # LocationReach, LocationClass, LocationType

# SectorVocabulary, PolicyMarkerVocabulary, TagVocabulary, IndicatorVocabulary
DAC, SDG_TARGETS, SDG_INDICATORS, OWN = "1", "3", "9", "99"
SECTOR = {"EDU": "11110", "HLTH": "12110", "PROT": "15160", "SOC": "16010"}
# PolicyMarker 1 gender equality, 2 aid to environment; our level → PolicySignificance
DAC_MARKER = {"GEN": "1", "ENV": "2"}
SIGNIFICANCE = {0: "0", 1: "0", 2: "1", 3: "2"}

# BudgetType, BudgetStatus
ORIGINAL, REVISED, INDICATIVE = "1", "2", "1"
# TransactionType
COMMITMENT, DISBURSEMENT, EXPENDITURE = "2", "3", "4"
TO_THE_PARTNER = ("direct cash", "reimbursement")  # the other modalities pay for goods and services

# ResultType, IndicatorMeasure
OUTPUT, OUTCOME = "1", "2"
UNIT, PERCENTAGE, ORDINAL = "1", "2", "4"

INTERNAL = "A1"  # OtherIdentifierType
SIBLING = "3"  # RelatedActivityType
GENERAL, OBJECTIVES, OTHER = "1", "2", "4"  # DescriptionType
