"""HXL tags: what each column of a table is in the Humanitarian Exchange Language, the same in every language.

docs/exchange.md shows the table. Counts of activities have the tag of an indicator and the word for what they count.
"""

import re

from reports.tables import Table

ITSELF = {  # what a row is about, by table: its code and its name
    "totals": "#group",
    "by_partner": "#org",
    "by_area": "#sector",
    "by_goal": "#operations+goal",
    "activities": "#activity",
    "indicators": "#indicator",
    "observations": "#indicator",
    "waiting": "#activity",
    "decisions": "#activity",
}
OWN = {  # columns that are something else in a table than in others
    ("observations", "what"): "#meta+observation",
    ("observations", "kind"): "#indicator+target+kind",
    ("observations", "status"): "#meta+value+status",
    ("decisions", "what"): "#description+decision",
    ("unknown", "what"): "#description+unknown",
}
NAMES = ("name", "title")
TAGS = {
    "partner": "#org+lead+code",
    "partner_name": "#org+lead+name",
    "supporter": "#org+supporting+code+list",
    "supporter_name": "#org+supporting+name+list",
    "area": "#sector+code",
    "area_name": "#sector+name",
    "goal": "#operations+goal+code+list",
    "goal_name": "#operations+goal+name+list",
    "region": "#adm1+code+list",
    "region_name": "#adm1+name+list",
    "workplan": "#operations+workplan+code",
    "status": "#status+name",
    "status_key": "#status+code",
    "word": "#status+name",
    "word_key": "#status+code",
    "why": "#description+status",
    "reason": "#description+status+missing",
    "rule": "#meta+rule+code",
    "limits": "#meta+rule+limits",
    "delivered_of_plan": "#indicator+delivered+of_plan+share",
    "planned_of_plan": "#indicator+planned+at_report+of_plan+share",
    "delivered": "#indicator+delivered+share",
    "planned_at_report": "#indicator+planned+at_report+share",
    "planned_now": "#indicator+planned+share",
    "delivered_of_due": "#indicator+delivered+of_due+share",
    "reported_weight": "#indicator+reported+weight+share",
    "silent_weight": "#indicator+unreported+weight+share",
    "days_behind": "#indicator+days_behind+num",
    "days_past_end": "#indicator+days_past_end+num",
    "activities": "#indicator+activities+signed+num",
    "counted": "#indicator+activities+counted+num",
    "shared": "#indicator+activities+supported+num",
    "reports_in": "#indicator+reports+received+num",
    "reports_due": "#indicator+reports+due+num",
    "reported_on": "#date+reported",
    "starts": "#date+start",
    "ends": "#date+end",
    "first_ends": "#date+end+signed",
    "amended_on": "#date+amended",
    "amended_why": "#description+amended",
    "report_late": "#status+report_late+bool",
    "in_words": "#status+in_words+bool",
    "disagrees": "#status+disagrees+bool",
    "verified": "#status+verified+bool",
    "rating": "#status+reported",
    "measured_by": "#meta+measure",
    "planned_quantity": "#targeted+num",
    "unit": "#item+unit",
    "planned": "#value+planned",
    "funded": "#value+funded",
    "released": "#value+released",
    "spent": "#value+spent",
    "currency": "#currency",
    "spent_currency": "#currency+spent",
    "cash_released": "#value+cash+released",
    "cash_reported": "#value+cash+reported",
    "cash_ahead": "#indicator+cash_ahead+points",
    "cash_flag": "#status+cash_ahead+bool",
    "cause": "#cause",
    "waiting_for": "#cause+waiting_for",
    "support_asked": "#need+support",
    "support_from": "#need+support+of_whom",
    "next_step": "#description+next_step",
    "illustrative": "#meta+illustrative+bool",
    "value": "#indicator+value+num",
    "value_on": "#date+value",
    "old": "#status+old+bool",
    "unit_name": "#indicator+unit",
    "direction": "#indicator+direction",
    "baseline": "#indicator+baseline+num",
    "baseline_on": "#date+baseline",
    "baseline_status": "#meta+baseline+status",
    "target": "#indicator+target+num",
    "target_on": "#date+target",
    "target_kind": "#indicator+target+kind",
    "expected": "#indicator+expected+num",
    "progress": "#indicator+progress+share",
    "pace": "#indicator+pace+num",
    "noise": "#indicator+noise+num",
    "method": "#meta+method",
    "method_value": "#indicator+method_value+num",
    "required": "#indicator+required+num",
    "growth": "#indicator+growth+num",
    "score": "#indicator+score+num",
    "others": "#description+other_methods",
    "other_keys": "#status+other_methods+code+list",
    "disagree": "#status+methods_disagree+bool",
    "low": "#indicator+value+min+num",
    "high": "#indicator+value+max+num",
    "combine": "#meta+combine",
    "kind": "#meta+kind",
    "series": "#meta+series",
    "source": "#meta+source",
    "source_status": "#meta+source+status",
    "target_source": "#meta+target+source",
    "note": "#description+note",
    "on": "#date+observed",
    "numerator": "#indicator+numerator+num",
    "denominator": "#indicator+denominator+num",
    "group": "#indicator+group",
    "set_by": "#org+set_by",
    "provenance": "#meta+provenance",
    "published_on": "#date+published",
    "days": "#indicator+days_waiting+num",
    "activity": "#activity+code",
    "who": "#contact+name",
    "due_on": "#date+due",
    "review_on": "#date+review",
}


def tags(table: Table) -> list[str]:
    """The tag of each column of a table, in its order."""
    return [tag(table.key, column.key) for column in table.columns]


def tag(table: str, column: str) -> str:
    """The tag of a column; a count of activities of a status has that status in it."""
    if (table, column) in OWN:
        return OWN[table, column]
    if column == "code":
        return f"{ITSELF[table]}+code"
    if column in NAMES:
        return f"{ITSELF[table]}+name"
    return TAGS.get(column) or f"#indicator+activities+{re.sub('[^a-z]+', '_', column)}+num"
