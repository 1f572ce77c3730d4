"""All tables of a report as a ZIP of CSV files that is a Frictionless data package: ``datapackage.json`` in it says
what each file and column holds, for programs that read tables without being told.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC
from typing import Any

from monitoring.csv_text import SIGNS, Form
from monitoring.file_names import STEM
from monitoring.language import gettext as _
from monitoring.language import later, spoken
from reports.columns import Column
from reports.csv_files import UNITS, files, packed
from reports.tables import ReportTables

FORM = Form(mark=False)  # what programs expect
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
TYPES = {
    **dict.fromkeys(("value", "percent", "pace", "money"), "number"),
    "number": "integer",  # activities, reports and days are counted whole
    "date": "date",
    "yes": "boolean",
}
EXPLAINED = {
    "about": (later("What is shown"), ("fact", "value")),
    "columns": (later("What each column holds"), ("table", "column", "title", "unit")),
}
# What tells the rows of a table apart, where that is not their code; of some no column does.
KEYS = {"money": "currency", "unknown": "what", "observations": "", "decisions": ""}
BELONGS = {"observations": "indicators", "waiting": "activities"}  # whose codes they have
TITLE = later("Child-rights workplans: progress at the two dates")
LICENCE = later("No licence is stated: ask the owner of the data before it is published")


def package(report: ReportTables, with_illustrative: bool = False, hxl: bool = False, form: Form = FORM) -> bytes:
    """The package, with each table as :func:`reports.csv_files.table_csv` writes it in this form.

    Without ``with_illustrative`` no row that is made up is in it, nor any figure that rests on one.
    """
    report = report if with_illustrative else _real_alone(report)
    contents = {f"{name}.csv": content for name, content in files(report, hxl, form).items()}
    told = json.dumps(descriptor(report, contents, hxl, form), ensure_ascii=False, indent=2)
    return packed({"datapackage.json": f"{told}\n".encode(), **contents})


def _real_alone(report: ReportTables) -> ReportTables:
    """A report without its rows that are made up, and without the money and the finding that rest on such rows."""
    made_up = report.outline.made_up
    tables = {}
    for key, table in report.tables.items():
        frame = table.frame
        if "illustrative" in frame:
            frame = frame[~frame["illustrative"].astype(bool)].reset_index(drop=True)
        elif made_up:
            frame = frame.iloc[:0]
        tables[key] = replace(table, frame=frame)
    counts = {key: len(table) for key, table in tables.items()}
    cover = replace(
        report.cover, illustrative=False, real_alone=bool(made_up), finding="" if made_up else report.cover.finding
    )
    return replace(
        report, cover=cover, tables=tables, outline=replace(report.outline, counts=counts, made_up=frozenset())
    )


def descriptor(
    report: ReportTables, contents: Mapping[str, bytes], hxl: bool = False, form: Form = FORM
) -> dict[str, Any]:
    """What ``datapackage.json`` says of the files, in the language of this run."""
    known_on = report.cover.known_on
    facts = "\n".join(f"{label}: {value}" for label, value in report.cover.facts_and_reference())
    made_up = report.cover.made_up()
    return {
        "$schema": PROFILE,
        "name": STEM,
        "title": f"{made_up}: {_(TITLE)}" if made_up else _(TITLE),
        "description": facts,
        **({} if known_on is None else {"created": known_on.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}),
        "licenses": [{"name": "notspecified", "title": _(LICENCE)}],
        "sources": [{"title": source} for source in _sources(report)],
        "languages": [spoken()],
        "resources": [
            _resource(report, name.removesuffix(".csv"), content, hxl, form) for name, content in contents.items()
        ],
    }


def _sources(report: ReportTables) -> list[str]:
    """Where the values and targets of indicators come from."""
    frame = report.tables["indicators"].frame
    named = (str(source) for column in ("source", "target_source") for source in frame[column] if source == source)
    return sorted({source for source in named if source not in ("", "None")})


def _resource(report: ReportTables, name: str, content: bytes, hxl: bool, form: Form) -> dict[str, Any]:
    table = report.tables.get(name)
    schema: dict[str, Any] = {"missingValues": [""]}
    if table is None:  # an empty table is a table, too
        title, names = EXPLAINED[name]
        schema["fields"] = [{"name": one, "type": "string"} for one in names]
    else:
        title = table.title
        schema["fields"] = [_field(column, form) for column in table.columns]
        if key := KEYS.get(name, "code"):
            schema["primaryKey"] = [key]
        if whole := BELONGS.get(name):
            schema["foreignKeys"] = [{"fields": ["code"], "reference": {"resource": whole, "fields": ["code"]}}]
    tagged = {"commentRows": [2]} if hxl and table is not None else {}  # tags are no row of the table
    return {
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "title": _(title),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": SIGNS[form.separator], "quoteChar": '"', "doubleQuote": True, **tagged},
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": schema,
    }


def _field(column: Column, form: Form) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.key, "type": TYPES.get(column.kind, "string"), "title": _(column.title)}
    if column.kind in UNITS:
        field["description"] = _(UNITS[column.kind])
    if field["type"] == "number" and form.separator == "semicolon":
        field["decimalChar"] = ","
    if column.kind == "yes":
        field |= {"trueValues": ["yes"], "falseValues": ["no"]}
    return field
