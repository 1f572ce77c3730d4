"""Answers are pages that stay the same, in JSON or CSV, and say in words what was asked wrongly."""

import csv
import io
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

import compressed
from db.engine import Database
from exchange.api import service
from exchange.api.tables import TABLES
from monitoring.errors import DatabaseMissing
from tests.db import sent
from tests.exchange.api.conftest import Api, serving
from tests.test_compressed import UNPACK


@pytest.mark.parametrize("path", TABLES)
def test_the_pages_together_are_all_rows_and_lead_there_and_back(api: Api, path: str) -> None:
    whole = api.get(f"{path}?limit=1000").json()
    assert whole["count"] == len(whole["rows"])
    assert (whole["next"], whole["previous"]) == (None, None)
    assert api.rows(f"{path}?limit=7") == whole["rows"]
    middle = api.get(f"{path}?limit=2&offset=3")
    back = api.get(middle.json()["previous"]).json()
    assert back["rows"] == whole["rows"][1:3]
    said = dict(re.findall(r'<([^>]+)>; rel="(\w+)"', middle.headers["Link"]))
    links = {relation: address for address, relation in said.items()}
    assert links["canonical"] == middle.json()["self"]
    assert links["prev"] == middle.json()["previous"]
    assert links.get("next") == middle.json()["next"]
    beyond = api.get(f"{path}?offset=1000000").json()
    assert (beyond["rows"], beyond["next"]) == ([], None)
    assert api.get(beyond["previous"]).json()["rows"] == whole["rows"][-100:]


@pytest.mark.parametrize("path", TABLES)
def test_csv_holds_the_same_rows_as_json(api: Api, path: str) -> None:
    rows = api.get(f"{path}?limit=1000").json()["rows"]
    answer = api.get(f"{path}?limit=1000", accept="text/csv")
    assert answer.content == api.get(f"{path}?limit=1000&format=csv", accept="application/json").content
    read = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert int(answer.headers["X-Count"]) == len(read) == len(rows)
    for row, line in zip(rows, read, strict=True):
        assert list(line) == list(row)
        for key, value in row.items():
            if isinstance(value, int | float) and not isinstance(value, bool):
                assert float(line[key]) == value
            elif isinstance(value, list):
                assert line[key] == ", ".join(value)
            else:
                assert line[key] == {None: "", True: "true", False: "false"}.get(value, value)


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("text/csv;q=0.5, application/json", "application/json"),
        ("application/json;q=0.1, text/csv; q=0.9", "text/csv"),
        ("text/csv;q=0", "application/json"),
        ("text/csv;q=much", "application/json"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "application/json"),
    ],
)
def test_what_is_accepted_decides_between_json_and_csv(api: Api, accept: str, kind: str) -> None:
    assert api.get("partners", accept=accept).headers["Content-Type"].startswith(kind)


def test_no_word_turns_into_a_formula_in_csv_and_no_email_is_told(own_api: Api) -> None:
    code = sent.in_percent(own_api.database)[0]
    cells = {
        code: {
            "Percent complete": 95,
            "Next step": '=HYPERLINK("http://example.org")',
            "Support asked": "ask a.b@example.org",
        }
    }
    folder = Path(own_api.database.engine.url.database or "").parent
    number = sent.save(
        own_api.database, sent.file(own_api.database, cells), folder, by="B. Manager <b.manager@example.org>"
    )
    (row,) = [one for one in own_api.rows("submissions") if one["number"] == number]
    assert row["uploaded_by"] == "B. Manager <[e-mail]>"
    told = next(one for one in own_api.rows("activities?partner=MOE") if one["code"] == code)
    assert told["next_step"] == '=HYPERLINK("http://example.org")'
    assert told["support_asked"] == "ask [e-mail]"
    answer = own_api.get("activities?partner=MOE&format=csv").content.decode("utf-8-sig")
    (line,) = [one for one in csv.DictReader(io.StringIO(answer)) if one["code"] == code]
    assert line["next_step"] == "'" + told["next_step"]
    assert "@" not in answer


@pytest.mark.parametrize("tag", ["{tag}", "W/{tag}", '"other", {tag}', "*"])
def test_what_is_known_already_is_not_sent_again(api: Api, tag: str) -> None:
    first = api.get("activities")
    answer = api.get("activities", if_none_match=tag.format(tag=first.headers["ETag"]))
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["ETag"] == first.headers["ETag"]
    assert answer.headers["Link"] == first.headers["Link"]
    assert api.get("activities", if_none_match='"other"').status_code == 200


@pytest.mark.parametrize("coding", UNPACK)
def test_an_answer_comes_compressed_where_that_is_accepted(api: Api, coding: str) -> None:
    plain = api.get("activities")
    with requests.get(f"{api.host}/api/v1/activities", headers={"Accept-Encoding": coding}, stream=True) as answer:
        body = answer.raw.read(decode_content=False)
    assert answer.headers["Content-Encoding"] == coding
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert UNPACK[coding](body) == plain.content
    assert len(body) < len(plain.content) / 5
    assert answer.headers["ETag"] != plain.headers["ETag"], "other bytes, another tag"
    assert api.get("activities", if_none_match=answer.headers["ETag"]).status_code == 304


@pytest.mark.parametrize("path", [*TABLES, "", "openapi.json", "partners?format=csv", "partners?partner=XX"])
def test_head_says_what_get_says_and_sends_no_body(api: Api, path: str) -> None:
    whole, head = api.get(path), api.ask("HEAD", path)
    assert head.content == b""
    assert head.status_code == whole.status_code
    assert {**head.headers, "date": ""} == {**whole.headers, "date": ""}


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("activities?partner=XX", "There is no “XX” to filter by. Known are: MOH, MOE"),
        ("activities?partner=", "There is no “” to filter by."),
        ("activities?status=late", "“late”"),
        ("activities?year=1999", "“1999”"),
        ("activities?period=2025-Q9", "“2025-Q9”"),
        ("activities?lang=de", "Known are: en, ru, tk."),
        ("activities?patner=MOE", "There is no parameter “patner” here. Known are: period, as_of"),
        ("indicators?region=MA", "“region”"),
        ("activities?as_of=2025-09-30&as_of=2025-06-30", "“as_of” can be given once only"),
        ("activities?as_of=30.09.2025", "“30.09.2025” is no day for “as_of”: write it like 2025-09-30."),
        ("activities?as_of=2025-02-29", "“2025-02-29” is no day"),
        ("activities?as_of=20250930", "“20250930” is no day"),
        ("activities?known_on=2025-10-15T12:00:00", "“2025-10-15T12:00:00” is no day or moment"),
        ("activities?known_on=0001-01-01T00:00:00%2B05:00", "is no day or moment"),
        ("activities?limit=0", "“0” is no number for “limit”: it has to be a whole number from 1 to 1000."),
        ("activities?limit=1001", "“1001”"),
        ("activities?offset=-1", "“-1”"),
        ("activities?offset=" + "9" * 5000, "is no number for “offset”"),
        ("activities?limit=١٠", "“١٠”"),
    ],
)
def test_what_is_asked_wrongly_is_said_in_words(api: Api, path: str, said: str) -> None:
    answer = api.get(path)
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/json"
    assert list(answer.json()) == ["error"]
    assert said in answer.json()["error"]


@pytest.mark.parametrize(
    ("lang", "accepted", "said"),
    [
        ("", "ru-RU,ru;q=0.9,en;q=0.8", "Для отбора нет"),
        ("", "de, tk;q=0.5, en;q=0.2", "Süzgüç üçin"),
        ("&lang=ru", "tk", "Для отбора нет"),
        ("", "ru;q=0, de", "There is no"),
        ("", "", "There is no"),
    ],
)
def test_errors_speak_the_language_of_who_asks(api: Api, lang: str, accepted: str, said: str) -> None:
    assert api.get(f"partners?partner=XX{lang}", accept_language=accepted).json()["error"].startswith(said)


def test_an_unknown_path_says_where_to_begin(api: Api) -> None:
    for path in ("nothing", "partners/MOE", "../../manage.py"):
        answer = api.get(path)
        assert answer.status_code == 404, path
        assert "/api/v1/" in answer.json()["error"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_can_be_changed(api: Api, method: str) -> None:
    answer = api.ask(method, "partners")
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD"}
    assert method in answer.json()["error"]


@pytest.fixture
def without_database() -> Iterator[str]:
    def missing() -> Database:
        raise DatabaseMissing(place="var/dashboard.sqlite3")

    yield from serving(service(missing, compressed.fresh))


def test_without_a_database_it_says_what_to_do(without_database: str) -> None:
    answer = requests.get(f"{without_database}/api/v1/partners", timeout=20)
    assert answer.status_code == 503
    assert "manage.py init" in answer.json()["error"]
    assert "ETag" not in answer.headers


def test_a_read_that_takes_long_keeps_nobody_else_waiting(api: Api) -> None:
    goes_on, asked = threading.Event(), threading.Event()

    def slow_once() -> Database:
        if not asked.is_set():
            asked.set()
            assert goes_on.wait(30)
        return api.database

    for host in serving(service(slow_once, compressed.fresh)):
        waiting = threading.Thread(target=requests.get, args=[f"{host}/api/v1/activities"])
        waiting.start()
        assert asked.wait(30)
        assert requests.get(f"{host}/api/v1/partners", timeout=20).status_code == 200
        assert waiting.is_alive()
        goes_on.set()
        waiting.join(30)
