"""The API described for people: one page without scripts, which needs nothing from elsewhere."""

from collections.abc import Iterable, Mapping
from html import escape

from exchange.api.declared import Column, Parameter, Table
from exchange.api.description import ABOUT, TITLE, parameters
from exchange.api.tables import TABLES
from monitoring.language import gettext as _
from monitoring.language import later, spoken

STYLE = """
:root { color-scheme: light dark; --ink: #1B2330; --soft: #575D68; --line: #D5DAE1; --link: #0B5394; --plate: #F3F5F8;
  --page: #FFFFFF }
@media (prefers-color-scheme: dark) { :root { --ink: #E6EAF0; --soft: #B4BCC8; --line: #39424F; --link: #8FB4F5;
  --plate: #1D242E; --page: #12161D } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 60rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.5rem; line-height: 1.25 } h2 { font-size: 1.15rem; margin: 2.25rem 0 .25rem; scroll-margin-top: 1rem }
a { color: var(--link) } code, pre { font-family: ui-monospace, monospace; font-size: .875rem }
pre { background: var(--plate); padding: .75rem; border-radius: 4px; white-space: pre-wrap }
nav ul { padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1rem } nav a { line-height: 2 }
summary { cursor: pointer; padding: .35rem 0; color: var(--link) }
dl { margin: 0 } dt { border-top: 1px solid var(--line); padding-top: .4rem }
dd { margin: 0 0 .4rem; color: var(--soft) }
@media (min-width: 44rem) { dl { display: grid; grid-template-columns: minmax(10rem, 15rem) 1fr }
  dd { border-top: 1px solid var(--line); margin: 0; padding: .4rem 0 } dt { padding-bottom: .4rem } }
"""
REST = later("What follows is for programmers, and in English.")
KINDS = {
    "text": "text",
    "code": "key or code",
    "whole": "whole number",
    "number": "number",
    "day": "day",
    "moment": "moment in UTC",
    "yes": "true or false",
    "codes": "list of codes",
}


def written(host: str, start: str, codes: Mapping[str, list[str]]) -> bytes:
    """The page as HTML; ``host`` is the address of the service without a path, for the examples.

    Its title and what it is for are in the language of the run; what only programmers read is in English.
    """
    code, title, about = spoken(), escape(_(TITLE)), escape(_(ABOUT))
    rest = "" if code == "en" else f'<p lang="{code}">{escape(_(REST))}</p>'
    links = "".join(f'<li><a href="#{_anchor(table)}">{escape(table.path)}</a></li>' for table in TABLES.values())
    sections = "".join(_section(table, host, start, codes) for table in TABLES.values())
    newest = escape(f"curl '{host}{start}/activities?as_of=2025-09-30&known_on=2025-10-31'")
    again = escape(f"curl -i -H 'If-None-Match: \"…\"' '{host}{start}/partners'")
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><style>{STYLE}</style></head>
<body><main><h1 lang="{code}">{title}</h1>
<p lang="{code}">{about}</p>{rest}
<p>For programs: <a href="{escape(start)}/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<nav aria-label="Tables"><ul>{links}</ul></nav>
<h2>How to ask</h2>
<p>Every table answers <code>GET</code> and <code>HEAD</code> with JSON, or with CSV (<code>format=csv</code> or
<code>Accept: text/csv</code>). A filter can be given several times: any of its codes fits. A page has 100 rows, at most
1000 (<code>limit</code>); <code>next</code> in the answer, and the header <code>Link</code>, lead on.</p>
<p>Two dates belong to every answer: what was planned and reported up to <code>as_of</code>, as known on
<code>known_on</code>. The answer says both, and asked again with both it is the same to the byte, next year too.</p>
<pre>{newest}</pre>
<p>Every answer has an <code>ETag</code>. Sent back, it saves the body where nothing changed (304):</p>
<pre>{again}</pre>
<p>What is wrong with a parameter is said as <code>{{"error": "…"}}</code> with status 400, in the language of
<code>lang</code> or of the header <code>Accept-Language</code>. Null is what is not known; it is never 0. Shares are
between 0 and 1, money is in cents, days and moments are ISO 8601. Rows with <code>illustrative</code> true are made
up.</p>
{sections}</main></body></html>
""".encode()


def _section(table: Table, host: str, start: str, codes: Mapping[str, list[str]]) -> str:
    address = f"{start}/{table.path}" + (f"?{table.example}" if table.example else "")
    example = escape(f"curl '{host}{address}'")
    asked = "".join(_parameter(one, codes) for one in parameters(table))
    return (
        f'<section><h2 id="{_anchor(table)}">/{escape(table.path)}</h2><p>{escape(table.about)}</p>'
        f'<p><a href="{escape(address)}">{escape(address)}</a></p>'
        f"<pre>{example}</pre>"
        f"<details><summary>Parameters</summary><dl>{asked}</dl></details>"
        f"<details><summary>Columns</summary><dl>{''.join(map(_column, table.columns))}</dl></details></section>"
    )


def _parameter(parameter: Parameter, codes: Mapping[str, list[str]]) -> str:
    told = [parameter.about + "."]
    if parameter.kind == "whole":
        told.append(f"From {parameter.least} to {parameter.most}.")
    if parameter.kind in ("code", "word"):
        told.append(f"One of: {', '.join(parameter.words or codes[parameter.name])}.")
    if parameter.many:
        told.append("Can be given several times.")
    if parameter.default != "":
        told.append(f"Usually: {parameter.default}.")
    return _entry(parameter.name, told)


def _column(column: Column) -> str:
    told = [f"{column.about}.", f"{KINDS[column.kind].capitalize()}{', or null' if column.empty else ''}."]
    if column.words:
        told.append(f"One of: {', '.join(column.words)}.")
    return _entry(column.key, told)


def _entry(name: str, told: Iterable[str]) -> str:
    return f"<dt><code>{escape(name)}</code></dt><dd>{escape(' '.join(told))}</dd>"


def _anchor(table: Table) -> str:
    return table.path.replace("/", "-")
