"""Server time of each page's rerun: from the reader's message until the last of the page has arrived.

Three ways, because what was read and drawn once is remembered. "Another view" is what a change of the filters costs:
partners that nobody picked together before, as good as all of them, so that it is no smaller than the whole. "The same
view again" costs least. "After an upload" nothing that was read before is of use: the first reader waits for all of it.
"""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import combinations, count
from pathlib import Path

from sqlalchemy import select

from benchmarks import figures
from benchmarks.serving import opened, serving
from benchmarks.session import Session
from db import ledger, queries
from db.engine import Database
from db.models import Submission, SubmissionEvent
from monitoring import words
from monitoring.periods import Dates

WARM_UP, TIMES, ADDITIONS = 3, 20, 4
PAUSE = 0.05  # seconds, so that what a run leaves behind is not counted with the next
PAGES = {
    "": "overview",
    "partners": "by ministry and partner",
    "areas": "by priority area",
    "goals": "against the goals",
    "indicators": "indicators",
    "changes": "what changed",
    "decisions": "needs a decision",
    "review": "review",
    "activities": "activities",
    "timeline": "timeline",
    "regions": "regions",
    "money": "money",
    "workplan": "one workplan",
    "goal": "one goal",
    "upload": "upload progress",
    "download": "download reports",
    "quality": "data quality",
    "method": "method",
}


def measure(file: Path, target: float) -> None:
    """Print the reruns of each page on a database; ``target`` (seconds) is for another view."""
    database = opened(file)
    views = other_views(database)
    with serving(file) as port, Session(port) as session:
        figures.head("Server time of a page's rerun: another view, not asked for before")
        for page, name in PAGES.items():
            taken = [_one(session, page, next(views)) for _ in range(WARM_UP + TIMES)]
            figures.row(name, taken[WARM_UP:], target)
        figures.head("The same view again")
        for page, name in PAGES.items():
            taken = [_one(session, page) for _ in range(WARM_UP + TIMES)]
            figures.row(name, taken[WARM_UP:], target)
        figures.head("After an upload: the first run after something was added to the ledger")
        submission = _any_submission(database)
        for page, name in PAGES.items():
            figures.row(name, [_after_an_addition(session, page, database, submission) for _ in range(ADDITIONS)])
    database.engine.dispose()


def other_views(database: Database) -> Iterator[str]:
    """Addresses that leave out one partner, two, three …: each another view, and none asked for twice."""
    moment = Dates(datetime.now(UTC).date(), datetime.now(UTC))
    codes = list(queries.partners(database, moment)["code"])
    for left_out in count(1):
        for some in combinations(codes, left_out):
            yield "&".join(f"partner={code}" for code in codes if code not in some)


def _one(session: Session, page: str, view: str = "") -> float:
    time.sleep(PAUSE)
    return session.run(page, view)


def _after_an_addition(session: Session, page: str, database: Database, submission: int) -> float:
    """Seconds of a run after an event was added: a withdrawal and its undoing in turns, so all is as it was in the end.

    Both cost the reader the same: everything is read and judged anew.
    """
    with database.reading() as connection:
        newest = select(SubmissionEvent.event).where(SubmissionEvent.submission_id == submission)
        event = connection.scalar(newest.order_by(SubmissionEvent.id.desc()).limit(1))
    add = ledger.withdraw if event in words.EVENTS_THAT_COUNT else ledger.reinstate
    add(database, submission, by="benchmark", why="measuring")
    return _one(session, page)


def _any_submission(database: Database) -> int:
    """The newest submission of progress reports with nothing but its recording, so that it counts."""
    events = select(SubmissionEvent.submission_id).where(SubmissionEvent.event.not_in(words.EVENTS_THAT_COUNT))
    reported = select(Submission.id).where(Submission.period_id.is_not(None), Submission.id.not_in(events))
    with database.reading() as connection:
        found = connection.scalar(reported.order_by(Submission.id.desc()).limit(1))
    assert found is not None, "the plan has no submission for a reporting period"
    return int(found)
