"""The page at the start of the API, and the description for programs."""

import re

import pytest

from exchange.api.declared import Parameter
from exchange.api.parameters import ALWAYS
from exchange.api.tables import TABLES
from tests.exchange.api.conftest import Api


def links(page: str) -> list[str]:
    return [link.replace("&amp;", "&") for link in re.findall(r'href="([^"#]+)"', page)]


def test_the_page_needs_nothing_from_elsewhere(api: Api) -> None:
    answer = api.get("")
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert not re.search(r"<(script|img|link|iframe)|@import|url\(", answer.text)
    assert all(link.startswith("/api/v1/") for link in links(answer.text))


@pytest.mark.parametrize(("spoken", "says"), [("en", "Nothing can be changed"), ("ru", "изменить"), ("tk", "üýtgedip")])
def test_the_page_says_what_it_is_in_the_language_of_its_reader(api: Api, spoken: str, says: str) -> None:
    page = api.get("", accept_language=f"{spoken}-TM").text
    head = page.partition("<nav")[0]
    assert says in head
    assert f'<h1 lang="{spoken}">' in head


def test_every_example_on_the_page_shows_something(api: Api) -> None:
    found = links(api.get("").text)
    assert len(found) == len(TABLES) + 1
    for link in found:
        answer = api.get(link)
        assert answer.status_code == 200, link
        assert link.endswith("openapi.json") or answer.json()["rows"], link


def test_the_page_names_every_parameter_column_and_code(api: Api) -> None:
    page = api.get("").text
    for table in TABLES.values():
        section = page.partition(f'<h2 id="{table.path.replace("/", "-")}">')[2].partition("</section>")[0]
        for named in (*table.parameters, *ALWAYS):
            assert f"<dt><code>{named.name}</code>" in section
        for column in table.columns:
            assert f"<dt><code>{column.key}</code>" in section
    assert "MOH, MOE, MLSP" in page
    assert "2025-Q3" in page


def schema_of(api: Api, path: str, parameter: Parameter) -> dict[str, object]:
    operation = api.get("openapi.json").json()["paths"][f"/{path}"]["get"]
    found = next(one for one in operation["parameters"] if one["name"] == parameter.name)
    schema: dict[str, object] = found["schema"]
    return schema


@pytest.mark.parametrize("path", TABLES)
def test_the_description_has_the_parameters_and_columns_that_answer(api: Api, path: str) -> None:
    table, whole = TABLES[path], api.get("openapi.json").json()
    operation = whole["paths"][f"/{path}"]["get"]
    assert [one["name"] for one in operation["parameters"]] == [one.name for one in (*table.parameters, *ALWAYS)]
    schema = whole["components"]["schemas"][operation["operationId"]]
    for row in api.get(f"{path}?limit=3").json()["rows"]:
        assert list(row) == list(schema["properties"]) == schema["required"]
    assert operation["summary"] == table.about
    for parameter in table.parameters:
        if parameter.many:
            assert schema_of(api, path, parameter)["type"] == "array"


def test_the_host_that_somebody_names_stands_on_the_page_as_text_only(api: Api) -> None:
    answer = api.get("", host='x"><script>alert(1)</script>')
    assert "<script>" not in answer.text
