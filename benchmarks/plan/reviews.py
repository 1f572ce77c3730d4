"""What two reviews decided, from the catalogue: which activity it is about is found by partner and status or role."""

import csv
from datetime import date
from pathlib import Path
from random import Random

from benchmarks.plan.activities import Activity
from benchmarks.plan.calendar import moment
from benchmarks.plan.deliveries import Deliveries, Row

CATALOGUE = Path(__file__).resolve().parent.parent / "decisions.csv"
COPIED = ("code", "review_on", "what_en", "what_ru", "what_tk", "partner", "who", "due_on")


def decisions(activities: list[Activity], came_in: Deliveries) -> list[Row]:
    """Decisions as taken and, for those done, a second row of the same code known some days later."""
    with CATALOGUE.open(encoding="utf-8", newline="") as opened:
        catalogue = list(csv.DictReader(opened))
    taken = [_row(entry, "recorded_on", "", activities, came_in) for entry in catalogue]
    done = [
        _row(entry, "done_recorded_on", entry["done_on"], activities, came_in)
        for entry in catalogue
        if entry["done_on"]
    ]
    return taken + done


def _row(entry: dict[str, str], known: str, done_on: str, activities: list[Activity], came_in: Deliveries) -> Row:
    recorded_on = date.fromisoformat(entry[known])
    submission = f"REVIEW-{recorded_on}"
    if submission not in came_in.moments:
        came_in.submit(submission, moment(Random(f"{came_in.seed} {submission}"), recorded_on), "plan")
    about = next(
        activity
        for activity in activities
        if activity.partner == entry["partner"]
        and activity.year == int(entry["year"])
        and entry["about"] in (activity.wanted.status, activity.wanted.role)
    )
    row: Row = {"submission": submission} | {column: entry[column] for column in COPIED}
    return row | {"activity": about.code, "done_on": done_on, "illustrative": "yes"}
