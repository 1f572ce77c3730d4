"""The money of activities added up a second time: plain Python over the CSV files, apart from the program."""

import csv
import shutil
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from db.settings import ROOT

Row = dict[str, str]
KINDS = ("planned", "funded", "released", "spent", "cash", "cash_unknown", "outstanding", "old")
BANDS = ("up_to_3", "to_6", "to_9", "over_9")
MOVED = "MOE-2025-01"  # its money is in euros in the copy
TOLD = "MOH-2025-03"  # some of its direct cash is reported on in the copy


def changed(folder: Path) -> Path:
    """A copy of the demonstration in which two currencies meet, cash is reported on, and a government has released."""
    shutil.copytree(ROOT / "data" / "demonstration", folder)
    for name in ("funding", "flows", "reports"):
        rows = read(folder, name)
        for row in rows:
            if row["activity"] == MOVED and row["currency"]:
                row["currency"] = "EUR"
        if name == "flows":
            one = next(row for row in rows if row["activity"] == TOLD and row["modality"] == "direct cash")
            reported = {**one, "kind": "reported", "amount_cents": "123400", "dated": "2025-08-15"}
            late = {**one, "kind": "reported", "amount_cents": "555500", "dated": "2025-10-15"}
            old = {**one, "kind": "released", "amount_cents": "777700", "dated": "2024-11-05"}
            other = {**old, "source": "government", "currency": "TMT", "dated": "2025-03-31"}
            rows += [reported, late, old, other]
        write(folder, name, rows)
    return folder


def write(folder: Path, name: str, rows: list[Row]) -> None:
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def read(folder: Path, name: str) -> list[Row]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def activities(folder: Path, as_of: date) -> list[Row]:
    """The activities of a year, without those that an amendment added later."""
    added = {row["activity"]: row["valid_from"] for row in read(folder, "amendments") if row["kind"] == "add"}
    rows = [row for row in read(folder, "activities") if row["year"] == str(as_of.year)]
    return [row for row in rows if added.get(row["code"], "") <= as_of.isoformat()]


def groups(row: Row, group: str) -> list[str]:
    """The groups that an activity belongs to."""
    if group == "goal":
        return [code for code in (*row["nap_goals"].split(";"), row["cp_goal"]) if code]
    return ["all"] if group == "all" else [row[group]]


def sums(folder: Path, codes: Iterable[str], as_of: date, source: str = "") -> dict[str, dict[str, int]]:
    """Cents by currency and kind of some activities, or of one source of theirs; what is not known is left out."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    flows, reports = _counted(folder, "flows", "dated", as_of), _counted(folder, "reports", "as_of", as_of)
    funding, amended = read(folder, "funding"), read(folder, "amendments")
    came = {row["code"]: row["recorded"] for row in read(folder, "submissions")}
    for code in codes:
        lines = _lines([row for row in funding if row["activity"] == code], amended, as_of)
        own = [row for row in flows if row["activity"] == code]
        stated = [row for row in reports if row["activity"] == code and row["spent_cents"]]
        for line in lines:
            if line["planned_cents"] and source in ("", line["source"]):
                found[line["currency"]]["planned"] += int(line["planned_cents"])
        for flow in own:
            if flow["kind"] != "reported" and source in ("", flow["source"]):
                found[flow["currency"]][flow["kind"]] += int(flow["amount_cents"])
        newest = max(stated, key=lambda row: (row["as_of"], came[row["submission"]])) if stated else None
        if newest and not source:
            found[newest["currency"]]["spent"] += int(newest["spent_cents"])
        for currency in {row["currency"] for row in own}:
            same = [row for row in own if row["currency"] == currency and row["modality"] == "direct cash"]
            alone = all(line["modality"] == "direct cash" for line in lines)
            spent = int(newest["spent_cents"]) if newest and alone and newest["currency"] == currency else None
            _cash(found[currency], same, spent, as_of, source)
    return {currency: dict(kinds) for currency, kinds in found.items() if kinds}


def _counted(folder: Path, name: str, day: str, as_of: date) -> list[Row]:
    withdrawn = {row["submission"] for row in read(folder, "events") if row["event"] == "withdrawn"}
    rows = read(folder, name)
    return [row for row in rows if row[day] <= as_of.isoformat() and row["submission"] not in withdrawn]


def _lines(funding: list[Row], amended: list[Row], as_of: date) -> list[Row]:
    """The lines in force: those of the newest amendment that has lines, else those as signed."""
    signed = {row["code"]: row["valid_from"] for row in amended if row["valid_from"] <= as_of.isoformat()}
    newest = max(
        (row["amendment"] for row in funding if row["amendment"] in signed), key=signed.__getitem__, default=""
    )
    return [row for row in funding if row["amendment"] == newest]


def _cash(found: dict[str, int], flows: list[Row], spent: int | None, as_of: date, source: str) -> None:
    told = [int(row["amount_cents"]) for row in flows if row["kind"] == "reported"]
    left = sum(told) if told else spent
    for row in sorted((row for row in flows if row["kind"] == "released"), key=lambda row: row["dated"]):
        cents, mine = int(row["amount_cents"]), source in ("", row["source"])
        if mine:
            found["cash"] += cents
        if left is None:
            if mine:
                found["cash_unknown"] += cents
            continue
        rest, left = max(0, cents - left), max(0, left - cents)
        if mine:
            found["outstanding"] += rest
            found[_band(date.fromisoformat(row["dated"]), as_of)] += rest


def _band(day: date, as_of: date) -> str:
    """Three, six and nine months after a release the next band begins; a month ends on the same day of the month."""
    passed = [months for months in (3, 6, 9) if _later(day, months) <= (as_of.year, as_of.month, as_of.day)]
    return BANDS[len(passed)]


def _later(day: date, months: int) -> tuple[int, int, int]:
    years, month = divmod(day.month - 1 + months, 12)
    return day.year + years, month + 1, day.day
