"""The API described for programs: OpenAPI 3.1, made from the declarations that answer too."""

from collections.abc import Mapping
from typing import Any

from exchange.api.declared import Column, Parameter, Table
from exchange.api.parameters import ALWAYS
from exchange.api.tables import TABLES
from monitoring.language import later

VERSION = "1"
TITLE = later("Read API of the child rights workplans")
ABOUT = later(
    "What the dashboard shows, for other systems: the same filters under the same names, and the two dates as_of and "
    "known_on. Nothing can be changed here."
)
MOMENT = {"type": "string", "format": "date-time"}
DAY = {"type": "string", "format": "date"}
TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "code": {"type": "string"},
    "whole": {"type": "integer"},
    "number": {"type": "number"},
    "day": DAY,
    "moment": MOMENT,
    "yes": {"type": "boolean"},
    "codes": {"type": "array", "items": {"type": "string"}},
}
TEXT = {"type": "string"}
HEADERS: dict[str, Any] = {
    "ETag": {"description": "Hash of the body; send it back as If-None-Match", "schema": TEXT, "required": True},
    "Link": {"description": "canonical, next and prev (RFC 8288)", "schema": TEXT, "required": True},
    "X-Known-On": {"description": "As known_on in JSON", "schema": MOMENT, "required": True},
    "X-Count": {"description": "As count in JSON", "schema": {"type": "integer"}, "required": True},
}


def described(start: str, codes: Mapping[str, list[str]]) -> dict[str, Any]:
    """The description as a dictionary; ``codes`` are those known now, by parameter, ``start`` where the API begins."""
    return {
        "openapi": "3.1.0",
        "info": {"title": TITLE, "version": VERSION, "description": ABOUT},
        "servers": [{"url": start}],
        "paths": {f"/{table.path}": {"get": _operation(table, codes)} for table in TABLES.values()},
        "components": {
            "schemas": {
                "Error": _object({"error": {**TEXT, "description": "What is wrong, for a person"}}),
                **{
                    _name(table): _object({one.key: _column(one) for one in table.columns}) for table in TABLES.values()
                },
            }
        },
    }


def parameters(table: Table) -> tuple[Parameter, ...]:
    """All parameters of a table."""
    return (*table.parameters, *ALWAYS)


def _operation(table: Table, codes: Mapping[str, list[str]]) -> dict[str, Any]:
    wrong = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    dated = {"X-As-Of": {"description": "As as_of in JSON", "schema": DAY, "required": True}} if table.dated else {}
    return {
        "operationId": _name(table),
        "summary": table.about,
        "parameters": [_parameter(one, codes) for one in parameters(table)],
        "responses": {
            "200": {
                "description": "A page of rows",
                "headers": {**HEADERS, **dated},
                "content": {"application/json": {"schema": _page(table)}, "text/csv": {"schema": TEXT}},
            },
            "304": {"description": "Nothing changed since the answer with the ETag sent as If-None-Match"},
            "400": {"description": "A parameter is wrong", "content": wrong},
            "503": {"description": "The database cannot be read at this moment", "content": wrong},
        },
    }


def _page(table: Table) -> dict[str, Any]:
    link = {"type": ["string", "null"], "description": "Address of that page, with both dates"}
    row = {"$ref": f"#/components/schemas/{_name(table)}"}
    as_of = {"as_of": {**DAY, "description": "The reporting date of this answer"}} if table.dated else {}
    return _object(
        {
            **as_of,
            "known_on": {**MOMENT, "description": "The moment of the newest change that this answer counts"},
            "count": {"type": "integer", "description": "Rows on all pages"},
            "limit": {"type": "integer"},
            "offset": {"type": "integer"},
            "self": {"type": "string", "description": "Address of this page, with both dates"},
            "next": link,
            "previous": link,
            "rows": {"type": "array", "items": row},
        }
    )


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _column(column: Column) -> dict[str, Any]:
    schema = dict(TYPES[column.kind])
    if column.words:
        schema["enum"] = [*column.words, *([None] if column.empty else [])]
    if column.empty:
        schema["type"] = [schema["type"], "null"]
    return {**schema, "description": column.about}


def _parameter(parameter: Parameter, codes: Mapping[str, list[str]]) -> dict[str, Any]:
    schema = _schema(parameter, codes)
    if parameter.many:
        schema = {"type": "array", "items": schema}
    about = parameter.about + (f" (usually: {parameter.default})" if parameter.default != "" else "")
    shown = {"name": parameter.name, "in": "query", "description": about, "schema": schema}
    return {**shown, "style": "form", "explode": True} if parameter.many else shown


def _schema(parameter: Parameter, codes: Mapping[str, list[str]]) -> dict[str, Any]:
    if parameter.kind == "day":
        return dict(DAY)
    if parameter.kind == "moment":
        return {"anyOf": [DAY, MOMENT]}
    if parameter.kind == "whole":
        usual = {"minimum": parameter.least, "maximum": parameter.most, "default": parameter.default}
        return {"type": "integer", **usual}
    return {"type": "string", "enum": list(parameter.words or codes[parameter.name])}


def _name(table: Table) -> str:
    return "".join(part.capitalize() for part in table.path.split("/"))
