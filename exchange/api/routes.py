"""The addresses of the read API as an ASGI application. Reads run in threads, so that sessions are served meanwhile."""

from collections.abc import Awaitable, Callable
from hashlib import sha256
from urllib.parse import parse_qs

import orjson
from anyio import CapacityLimiter, to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from db.engine import Database
from exchange.api import asking, description, page
from exchange.api.answers import JSON, Answer, answer
from exchange.api.declared import Table
from exchange.api.tables import TABLES
from monitoring.asking_errors import AskedWrongly, NothingThere, OnlyReading
from monitoring.errors import DashboardError, UnknownPeriod
from monitoring.language import spoken_in

START = "/api/v1"
AT_ONCE = 4  # reads at a time: a system that asks for everything leaves room for the pages
HTML = "text/html; charset=utf-8"
ALWAYS = {
    "cache-control": "no-cache",  # may be kept, if it is asked each time whether it is still true
    "vary": "Accept, Accept-Encoding, Accept-Language",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
}
Opened = Callable[[], Database]
Compress = Callable[[bytes, str], tuple[bytes, str]]  # body, Accept-Encoding → body, coding ("" for none)
Made = Callable[[Request], Answer]


def service(opened: Opened, compress: Compress) -> Starlette:
    """The API below :data:`START`. ``opened`` gives the open database, or raises an error of ours."""
    limiter: list[CapacityLimiter] = []

    def endpoint(made: Made) -> Callable[[Request], Awaitable[Response]]:
        async def answered(request: Request) -> Response:
            if not limiter:  # it belongs to a running loop
                limiter.append(CapacityLimiter(AT_ONCE))
            return await to_thread.run_sync(_respond, request, made, compress, limiter=limiter[0])

        return answered

    async def wrong(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return await endpoint(lambda asked: _refused(asked, error))(request)

    routes = [Route(f"{START}/{path}", endpoint(_table(opened, table))) for path, table in TABLES.items()]
    routes += [
        Route(f"{START}/", endpoint(lambda request: _page(opened, request))),
        Route(f"{START}/openapi.json", endpoint(lambda request: _description(opened, request))),
    ]
    return Starlette(routes=routes, exception_handlers={HTTPException: wrong})


def _table(opened: Opened, table: Table) -> Made:
    def made(request: Request) -> Answer:
        given = asking.given(request.url.query, table)
        wanted = given.get("format", ())
        as_csv = wanted == ("csv",) or (not wanted and _likes_csv(request.headers.get("accept", "")))
        return answer(opened(), table, request.url.path, given, as_csv)

    return made


def _description(opened: Opened, request: Request) -> Answer:
    made = description.described(_start(request), asking.codes(opened()))
    return Answer(orjson.dumps(made, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE), {"content-type": JSON})


def _page(opened: Opened, request: Request) -> Answer:
    host = f"{request.url.scheme}://{request.url.netloc}"
    return Answer(page.written(host, _start(request), asking.codes(opened())), {"content-type": HTML})


def _refused(request: Request, error: HTTPException) -> Answer:
    if error.status_code == 405:
        allowed = (error.headers or {}).get("Allow", "")
        raise _Refused(405, OnlyReading(method=request.method, allowed=allowed), {"allow": allowed})
    raise _Refused(404, NothingThere(path=request.url.path, start=f"{_start(request)}/"))


class _Refused(Exception):
    """An error of ours with the status that tells programs what it is."""

    def __init__(self, status: int, error: DashboardError, head: dict[str, str] | None = None) -> None:
        super().__init__(str(error))
        self.status, self.error, self.head = status, error, head or {}


def _respond(request: Request, made: Made, compress: Compress) -> Response:
    """The response with its ETag, compressed where that is accepted; what is wrong as JSON, in the reader's words."""
    asked_for = parse_qs(request.url.query).get("lang", [""])[0]
    status = 200
    with spoken_in(asking.language(asked_for, request.headers.get("accept-language", ""))):
        try:
            found = made(request)
        except _Refused as refused:
            status, found = refused.status, _said(refused.error, refused.head)
        except (AskedWrongly, UnknownPeriod) as error:
            status, found = 400, _said(error)
        except DashboardError as error:
            status, found = 503, _said(error)
    tag = sha256(found.body).hexdigest()[:32]
    body, coding = compress(found.body, request.headers.get("accept-encoding", ""))
    head = {**ALWAYS, **found.head}
    if status == 200:
        head["etag"] = f'"{tag}-{coding}"' if coding else f'"{tag}"'  # another coding is other bytes
        if _known(request.headers.get("if-none-match", ""), tag):
            head.pop("content-type")
            return Response(status_code=304, headers=head)
    head["content-length"] = str(len(body))
    if coding:
        head["content-encoding"] = coding
    return Response(b"" if request.method == "HEAD" else body, status, head)


def _said(error: DashboardError, head: dict[str, str] | None = None) -> Answer:
    return Answer(orjson.dumps({"error": str(error)}), {"content-type": JSON, **(head or {})})


def _known(tags: str, tag: str) -> bool:
    """Whether If-None-Match names the content, in whichever coding."""
    named = [one.strip().removeprefix("W/").strip('"').partition("-")[0] for one in tags.split(",")]
    return tag in named or "*" in named


def _likes_csv(accept: str) -> bool:
    """Whether a request asks for CSV rather than for JSON, by its header Accept."""
    weights = {"text/csv": 0.0, "application/json": 0.0}
    for part in accept.lower().split(","):
        kind, *details = (piece.strip() for piece in part.split(";"))
        if kind in weights:
            weights[kind] = max(weights[kind], _weight(details))
    return weights["text/csv"] > weights["application/json"]


def _weight(details: list[str]) -> float:
    for detail in details:
        if detail.startswith("q="):
            try:
                return float(detail[2:])
            except ValueError:
                return 0.0
    return 1.0


def _start(request: Request) -> str:
    """Where the API begins, below whatever path the service itself is served at."""
    return f"{request.scope.get('root_path', '')}{START}"
