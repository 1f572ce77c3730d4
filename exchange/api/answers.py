"""One page of a table as JSON or CSV: the same bytes for the same parameters, dates and data."""

from dataclasses import dataclass
from typing import Any

import orjson

from db import queries
from db.engine import Database
from exchange.api import cells
from exchange.api.asking import Given, Page, moment, page
from exchange.api.declared import Table
from monitoring.csv_text import written

JSON, CSV = "application/json", "text/csv; charset=utf-8; header=present"
RELATIONS = {"self": "canonical", "next": "next", "previous": "prev"}  # as RFC 8288 registers them


@dataclass(frozen=True)
class Answer:
    """The bytes of an answer and what its head says."""

    body: bytes
    head: dict[str, str]


def answer(database: Database, table: Table, start: str, given: Given, as_csv: bool) -> Answer:
    """What a table answers; ``start`` is the path of the table. Raises AskedWrongly, UnknownPeriod or an error of the
    database.
    """
    with queries.one_moment():
        asked = page(database, table, given)
        found = table.read(database, asked.asked)
        shown = found.iloc[asked.offset : asked.offset + asked.limit]
        more = table.fill(database, asked.asked, shown)
    columns = {
        column.key: cells.values(column, more[column.key] if column.key in more else shown[column.key].tolist())
        for column in table.columns
    }
    links = _links(table, asked, start, len(found))
    told = _told(table, asked, len(found))
    head = {"link": ", ".join(f'<{link}>; rel="{RELATIONS[name]}"' for name, link in links.items() if link)}
    head |= {f"x-{name.replace('_', '-')}": str(value) for name, value in told.items()}
    if as_csv:
        name = table.path.replace("/", "-")
        head |= {"content-type": CSV, "content-disposition": f'inline; filename="{name}.csv"'}
        return Answer(_csv(table, columns), head)
    rows = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    body = {**told, "limit": asked.limit, "offset": asked.offset, **links, "rows": rows}
    return Answer(orjson.dumps(body, option=orjson.OPT_APPEND_NEWLINE), {"content-type": JSON, **head})


def _csv(table: Table, columns: dict[str, list[Any]]) -> bytes:
    found = [cells.csv_cells(columns[column.key]) for column in table.columns]
    return written([column.key for column in table.columns], list(zip(*found, strict=True)))


def _told(table: Table, asked: Page, count: int) -> dict[str, Any]:
    """The dates that the answer is true of, and how many rows there are on all pages."""
    dates = asked.asked.dates
    as_of = {"as_of": dates.as_of.isoformat()} if table.dated else {}
    return {**as_of, "known_on": moment(dates.known_on), "count": count}


def _links(table: Table, asked: Page, start: str, count: int) -> dict[str, str | None]:
    """This page, the next and the one before; all with both dates, so that what is saved meanwhile moves no row."""
    offset, limit = asked.offset, asked.limit
    last = max(0, count - limit)

    def link(to: int) -> str:
        return f"{start}?{asked.query(table, to)}"

    return {
        "self": link(offset),
        "next": link(offset + limit) if offset + limit < count else None,
        "previous": link(max(0, min(offset - limit, last))) if offset > 0 else None,
    }
