"""An address with both dates gives the same bytes later: after something was saved, on another day, elsewhere."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from db import ledger
from db.settings import ROOT
from exchange.api.tables import TABLES
from tests.db import sent
from tests.exchange.api.conftest import Api

ANOTHER_DAY = """
import hashlib, sys
from datetime import date
from monitoring import periods
periods.today = lambda zone="": date(2031, 5, 1)
from db.engine import open_database
from exchange.api.answers import answer
from exchange.api.asking import given
from exchange.api.tables import TABLES
database = open_database(sys.argv[1], "TKM")
for address in sys.argv[2:]:
    path, _mark, query = address.partition("?")
    table = TABLES[path.removeprefix("/api/v1/")]
    for as_csv in (False, True):
        print(hashlib.sha256(answer(database, table, path, given(query, table), as_csv).body).hexdigest())
"""


def test_an_address_with_both_dates_gives_the_same_bytes_after_something_was_saved(own_api: Api) -> None:
    before = own_api.get("judgements?partner=MOH&limit=5")
    dated = before.json()["self"]
    number = own_api.rows("submissions?partner=MOH&period=2025-Q3")[0]["number"]
    ledger.withdraw(own_api.database, number, by="A manager", why="sent too early")
    again = own_api.get(dated)
    assert (again.content, again.headers["ETag"]) == (before.content, before.headers["ETag"])
    now = own_api.get("judgements?partner=MOH&limit=5", if_none_match=before.headers["ETag"])
    assert now.status_code == 200
    assert now.json()["known_on"] > before.json()["known_on"]
    assert now.json()["rows"] != before.json()["rows"]


def test_what_is_saved_between_two_pages_moves_no_row(own_api: Api) -> None:
    whole = own_api.get("submissions?limit=1000").json()["rows"]
    first = own_api.get("submissions?limit=10").json()
    sent_now = sent.file(own_api.database, {sent.in_percent(own_api.database)[0]: {"Percent complete": 95}})
    sent.save(own_api.database, sent_now, Path(own_api.database.engine.url.database or "").parent)
    second = own_api.get(first["next"]).json()
    assert first["rows"] + second["rows"] == whole[:20]
    assert len(own_api.rows("submissions")) == len(whole) + 1


@pytest.mark.parametrize(("zone", "seed"), [("Pacific/Kiritimati", "1"), ("America/Los_Angeles", "2")])
def test_another_day_and_another_process_give_the_same_bytes(api: Api, zone: str, seed: str) -> None:
    addresses = [api.get(f"{path}?limit=50&offset=1").json()["self"] for path in TABLES]
    here = []
    for address in addresses:
        for accept in ("application/json", "text/csv"):
            here.append(hashlib.sha256(api.get(address, accept=accept).content).hexdigest())
    command = [sys.executable, "-c", ANOTHER_DAY, str(api.database.engine.url), *addresses]
    clock = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
    done = subprocess.run(command, cwd=ROOT, env=clock, check=True, capture_output=True, text=True)
    assert done.stdout.split() == here
