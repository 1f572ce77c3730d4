"""All tables of the read API, by their path."""

from exchange.api.declared import Table
from exchange.api.judgement_tables import OF_ACTIVITIES, OF_GROUPS, OF_INDICATORS
from exchange.api.plan_tables import ACTIVITIES, PARTNERS, WORKPLANS
from exchange.api.sent_tables import INDICATORS, OBSERVATIONS, SUBMISSIONS

TABLES: dict[str, Table] = {
    table.path: table
    for table in (
        PARTNERS,
        WORKPLANS,
        ACTIVITIES,
        INDICATORS,
        OBSERVATIONS,
        OF_ACTIVITIES,
        OF_GROUPS,
        OF_INDICATORS,
        SUBMISSIONS,
    )
}
