"""What came in for a plan: submissions and their events, reports, verifications, money that moved, decisions."""

from pathlib import Path
from typing import Any

from db import models
from db.engine import bulk
from db.ledger.checked_cells import cents, illustrative, moment, percent, table, word, word_or_none
from db.ledger.plan_keys import Keys
from db.ledger.plan_rows import submission
from db.ledger.tables_of_text import Row, cells
from monitoring import words

SAID = ("narrative", "challenge", "next_step", "support_asked", "support_from", "evidence", "currency")
Values = dict[str, Any]


def load_submissions(keys: Keys, folder: Path) -> None:
    """Load ``submissions.csv``; each is recorded at its moment."""
    for row in table(folder, "submissions"):
        if not row["code"] or row["code"] in keys.submissions:
            raise row.fault(f"code: “{row['code']}” is empty or there already")
        keys.submissions[row["code"]] = keys.submit(
            moment(row, "recorded"),
            kind=word(row, "kind", words.SUBMISSION_KINDS),
            partner_id=row.look_up(keys.partners, "partner") if row["partner"] else None,
            period_id=row.look_up(keys.periods, "period") if row["period"] else None,
            received_on=row.day("received_on"),
            illustrative=illustrative(row),
            **cells(row, "reported_by_post", "uploaded_by", "file_name"),
        )


def load_events(keys: Keys, folder: Path) -> None:
    """Load ``events.csv``: what happened to submissions after they were recorded."""
    values = []
    for row in table(folder, "events"):
        brought, when = submission(keys, row), moment(row, "moment")
        if when < brought.recorded:
            raise row.fault(f"moment: “{row['moment']}” is before the submission was recorded")
        values.append(
            {
                "submission_id": brought.key,
                "event": word(row, "event", words.EVENTS),
                "moment": when,
                **cells(row, "person", "why"),
            }
        )
    bulk(keys.connection, models.SubmissionEvent, values)


def load_reports(keys: Keys, folder: Path) -> None:
    """Load ``reports.csv`` and ``verifications.csv``, which name a report by submission, activity and date."""
    verified: dict[tuple[str, str, str], Row] = {}
    for row in table(folder, "verifications"):
        verified[row["submission"], row["activity"], row["as_of"]] = row
    plain, named, seen = [], [], set()
    for row in table(folder, "reports"):
        name = row["submission"], row["activity"], row["as_of"]
        if name in seen:
            raise row.fault("the submission reports the activity twice at the same date")
        seen.add(name)
        if name in verified:
            named.append((verified[name], _report(keys, row)))
        else:
            plain.append(_report(keys, row))
    for name, row in verified.items():
        if name not in seen:
            raise row.fault(f"there is no report of “{name[1]}” at {name[2]} in “{name[0]}”")
    bulk(keys.connection, models.ProgressReport, plain)
    # Only reports that something hangs on need to say their key.
    reports = [report for _, report in named]
    inserted = keys.insert(models.ProgressReport, reports, "submission_id", "activity_id", "as_of")
    verifications = [
        {"report_id": key, "moment": moment(row, "moment"), **cells(row, "person", "evidence")}
        for key, (row, _) in zip(inserted, named, strict=True)
    ]
    bulk(keys.connection, models.Verification, verifications)


def _report(keys: Keys, row: Row) -> Values:
    brought, quantity, spent = submission(keys, row), row.number("quantity"), cents(row, "spent_cents")
    if quantity is not None and quantity < 0:
        raise row.fault(f"quantity: {quantity} is less than 0")
    if spent is not None and not row["currency"]:
        raise row.fault("currency is empty beside an amount")
    stage = word_or_none(row, "stage", tuple(str(stage) for stage in words.STAGES))
    return {
        "activity_id": row.look_up(keys.activities, "activity"),
        "submission_id": brought.key,
        "as_of": row.needed_day("as_of"),
        "recorded": brought.recorded,
        "share": percent(row, "share"),
        "stage": int(stage) if stage else None,
        "quantity": quantity,
        "reported_status": word_or_none(row, "reported_status", words.REPORTED_STATUSES),
        "rating": word_or_none(row, "rating", words.RATINGS),
        "cause": word_or_none(row, "cause", words.CAUSES),
        "waiting_for": word_or_none(row, "waiting_for", words.CAUSES),
        "next_step_on": row.day("next_step_on"),
        "spent_cents": spent,
        "illustrative": illustrative(row),
        **cells(row, *SAID),
    }


def load_flows(keys: Keys, folder: Path) -> None:
    """Load ``flows.csv``: each row is money that moved, known by a submission."""
    values = []
    for row in table(folder, "flows"):
        brought, amount = submission(keys, row), cents(row, "amount_cents")
        if amount is None:
            raise row.fault("amount_cents is empty")
        values.append(
            {
                "activity_id": row.look_up(keys.activities, "activity"),
                "submission_id": brought.key,
                "recorded": brought.recorded,
                "kind": word(row, "kind", words.FLOW_KINDS),
                "source": word(row, "source", words.FUNDING_SOURCES),
                "modality": word(row, "modality", words.MODALITIES),
                "currency": row["currency"],
                "amount_cents": amount,
                "dated": row.needed_day("dated"),
            }
        )
    bulk(keys.connection, models.FundingFlow, values)


def load_decisions(keys: Keys, folder: Path) -> None:
    """Load ``decisions.csv``: a decision done later is a second row of its code, brought by a later submission."""
    values, seen = [], set()
    for row in table(folder, "decisions"):
        brought, review_on, done_on = submission(keys, row), row.needed_day("review_on"), row.day("done_on")
        if done_on and done_on < review_on:
            raise row.fault(f"done_on: {done_on} is before the review")
        if (row["code"], brought.recorded) in seen:
            raise row.fault(f"code: “{row['code']}” stands there twice at the same moment")
        seen.add((row["code"], brought.recorded))
        values.append(
            {
                "programme_id": keys.programme,
                "submission_id": brought.key,
                "recorded": brought.recorded,
                "review_on": review_on,
                "partner_id": row.look_up(keys.partners, "partner") if row["partner"] else None,
                "activity_id": row.look_up(keys.activities, "activity") if row["activity"] else None,
                "due_on": row.day("due_on"),
                "done_on": done_on,
                "illustrative": illustrative(row),
                **cells(row, "code", "what_en", "what_ru", "what_tk", "who"),
            }
        )
    bulk(keys.connection, models.Decision, values)
