"""Commands about spreadsheets: write forms, check what came back, upload it, and take an upload back."""

import argparse
import getpass
import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import told_checks
from command_line import a_day, in_a_language, opened, sent, write
from monitoring.errors import ConflictsLeft, DashboardError, FaultsLeft, OnlyConflicts
from monitoring.file_errors import NothingFilledIn
from monitoring.language import gettext as _
from monitoring.language import ngettext
from monitoring.periods import today

if TYPE_CHECKING:
    from db.engine import Database
    from monitoring.upload import Checked, Preview, SentFile
    from spreadsheets.workbook import DayOrder, Workbook

ORDERS: "dict[str, DayOrder]" = {"": "", "day-first": "day first", "month-first": "month first"}


def write_form(arguments: argparse.Namespace) -> None:
    """Write the form that a partner fills in for a reporting period as an Excel file; without a partner, those of all
    partners as a ZIP. The period is the one that holds --as-of, or the one named.
    """
    from db import queries
    from spreadsheets import form

    database = opened()
    period = arguments.period or _period(database, arguments.as_of or today())
    moment = datetime.now(UTC)
    if arguments.partner:
        content = queries.form_content(database, arguments.partner, period, moment)
        name, made = form.file_name(content), form.write(content, blank=arguments.blank)
    else:
        partners = queries.partners_of(database, period, moment)
        contents = [queries.form_content(database, one, period, moment) for one in partners]
        name, made = form.archive_name(period), form.archive(contents, blank=arguments.blank)
    target = Path(arguments.output or name)
    write(target, made)
    print(target)


def check(arguments: argparse.Namespace) -> int:
    """Check a filled file and print what would change and what is wrong in it; nothing is saved.

    Ends with 1 when there is an error. With --json, one object: rows, and problems.
    """
    try:
        one = _checked(arguments)
    except DashboardError as error:
        if not arguments.json:
            raise
        print(json.dumps({"rows": [], "problems": [told_checks.whole_file(error)]}, ensure_ascii=False, indent=1))
        return 1
    if arguments.json:
        from monitoring.sent_rows import key

        said = {key(row): row for row in one.checked.rows}
        changed = (row for preview in one.previews for row in preview.rows if row.state.value != "same")
        rows = [told_checks.changed_row(said[key(row.becomes)], row) for row in changed]
        problems = [problem.as_plain() for problem in one.checked.problems]
        print(json.dumps({"rows": rows, "problems": problems}, ensure_ascii=False, indent=1))
    else:
        told_checks.tell(one.checked, one.previews)
    if arguments.marked and one.checked.problems:
        _mark(Path(arguments.marked), one, arguments.lang)
    return 1 if one.checked.errors else 0


def upload(arguments: argparse.Namespace) -> None:
    """Check a filled file and save it, or print what is wrong in it, one fault a line, and save nothing.

    Partner and period are those of the file unless they are given.
    """
    from db import ledger
    from db.settings import settings
    from monitoring.upload import Sender, State

    one = _checked(arguments)
    if one.checked.errors and not arguments.partly:
        told_checks.tell(one.checked, ())
        raise FaultsLeft(count=len(one.checked.errors))
    told_checks.tell(one.checked, one.previews)
    if not any(preview.rows for preview in one.previews):
        raise NothingFilledIn(file=one.file.name)
    if arguments.check:
        return
    conflicting = sum(preview.count(State.CONFLICT) for preview in one.previews)
    if conflicting and not any(preview.to_save for preview in one.previews):
        raise OnlyConflicts(count=conflicting)
    if conflicting and not arguments.partly:
        raise ConflictsLeft(count=conflicting)
    sender = Sender(
        uploaded_by=arguments.by,
        reported_by_name=arguments.reported_by,
        reported_by_post=arguments.post,
        letter_number=arguments.letter_number,
        letter_date=arguments.letter_date,
        received_on=arguments.received_on,
    )
    letter = sent(Path(arguments.letter)) if arguments.letter else None
    agreed = ledger.Agreed(warnings=arguments.accept_warnings, partly=arguments.partly)
    uploads = [ledger.Upload(one.previews, one.file, agreed)]
    numbers = ledger.save_all(opened(), uploads, sender, settings().var_dir / "uploads", letter)
    saved = [preview for preview in one.previews if preview.to_save]
    for number, preview in zip(numbers, saved, strict=True):
        told = {"number": number, **{state.value: preview.count(state) for state in State}}
        print(_("Saved as submission {number}: {new} new, {changed} changed, {same} as before.", **told))
    if conflicting:
        print(
            ngettext(
                "{n} row is not saved: somebody else has reported on it since the form was made.",
                "{n} rows are not saved: somebody else has reported on them since the form was made.",
                conflicting,
            )
        )


def withdraw(arguments: argparse.Namespace) -> None:
    """Take a submission out of every figure from now on. Nothing is deleted: it can be brought back with --undo."""
    from db import ledger

    done = ledger.reinstate if arguments.undo else ledger.withdraw
    done(opened(), arguments.submission, by=arguments.by or getpass.getuser(), why=arguments.why)
    if arguments.undo:
        print(_("Submission {number} counts again.", number=arguments.submission))
    else:
        print(_("Submission {number} is withdrawn.", number=arguments.submission))


@dataclass(frozen=True)
class _Read:
    """A file that was read, what checking it has found, and what saving it would change."""

    file: "SentFile"
    workbook: "Workbook"
    checked: "Checked"
    previews: "tuple[Preview, ...]"


def _checked(arguments: argparse.Namespace) -> _Read:
    from db import ledger, queries
    from spreadsheets import checking, reading
    from spreadsheets.speaking_of import speaking_of

    file, database = sent(Path(arguments.file)), opened()
    workbook = replace(reading.read(file.content, file.name), day_order=ORDERS[arguments.days])
    mapping = queries.column_mapping(database, arguments.mapping) if arguments.mapping else None
    moment = datetime.now(UTC)
    periods = queries.reporting_periods(database, moment)
    asked = speaking_of(
        workbook,
        periods,
        _last_period(database, moment),
        partner=arguments.partner,
        period=arguments.period,
        as_of=arguments.as_of,
        mapping=mapping,
    )
    content = queries.checked_against(database, asked.partner, asked.period, moment)
    checked = checking.check(workbook, content, today(), asked.as_of, mapping)
    return _Read(file, workbook, *ledger.previews(database, checked))


def _mark(target: Path, one: _Read, asked: str | None) -> None:
    """Write the marked copy, in the language of its sender unless another is asked for."""
    from spreadsheets import marking
    from spreadsheets.sender_language import to_sender

    def made() -> bytes:
        return marking.marked_copy(one.file.content, one.file.name, one.workbook, one.checked.problems).content

    write(target, to_sender(one.workbook, made, asked))


def _period(database: "Database", day: date) -> str:
    """The reporting period that holds a day. Raises UnknownPeriod."""
    from db import queries
    from monitoring.errors import UnknownPeriod

    periods = queries.reporting_periods(database, datetime.now(UTC))
    holding = [one for one in periods if one.starts <= day <= one.ends]
    if not holding:
        raise UnknownPeriod(code=day.isoformat(), known=", ".join(one.code for one in periods))
    return min(holding, key=lambda one: one.ends - one.starts).code


def _last_period(database: "Database", moment: datetime) -> str:
    from db import queries
    from db.queries.received import default_period

    periods = queries.received(database, moment)
    return default_period(periods[periods["starts"] <= today()], today())


def add_to(commands: Any) -> None:
    """Add these commands to those of the command line."""
    command = commands.add_parser("form", help=_("write the form of a partner"), description=write_form.__doc__)
    command.add_argument("--partner", help=_("code of the partner, such as MOE; all of them as a ZIP, if left out"))
    command.add_argument("--period", help=_("code of the reporting period, such as 2025-Q3"))
    command.add_argument("--as-of", type=a_day, help=_("a day of that period, such as 2025-09-30"))
    command.add_argument("--blank", action="store_true", help=_("nothing filled in or locked, to type or paste into"))
    command.add_argument("-o", "--output", help=_("the file to write"))
    in_a_language(command)
    command.set_defaults(run=write_form)
    command = commands.add_parser("check", help=_("check a filled file"), description=check.__doc__)
    _about_a_file(command)
    command.add_argument("--json", action="store_true", help=_("print one object for programs"))
    command.add_argument("--marked", help=_("where to write a copy with the faults marked"))
    command.set_defaults(run=check)
    command = commands.add_parser("upload", help=_("check and save a filled file"), description=upload.__doc__)
    _about_a_file(command)
    command.add_argument("--by", default="", help=_("who uploads: kept with the submission"))
    command.add_argument("--reported-by", default="", help=_("who reported, at the partner"))
    command.add_argument("--post", default="", help=_("the post of who reported"))
    command.add_argument("--letter-number", default="", help=_("the number of the letter it came with"))
    command.add_argument("--letter-date", type=a_day, help=_("the date of that letter, such as 2025-10-05"))
    command.add_argument("--received-on", type=a_day, help=_("the day it was received, such as 2025-10-06"))
    command.add_argument("--letter", help=_("the e-mail or the scan it came with, as a file: kept too"))
    command.add_argument("--accept-warnings", action="store_true", help=_("somebody has looked at the warnings"))
    command.add_argument(
        "--partly", action="store_true", help=_("save the rows without an error and without a conflict")
    )
    command.add_argument("--check", action="store_true", help=_("only check, and say what would change"))
    command.set_defaults(run=upload)
    command = commands.add_parser("withdraw", help=_("take an upload back"), description=withdraw.__doc__)
    command.add_argument("submission", type=int, help=_("the number of the submission"))
    command.add_argument("--why", required=True, help=_("the reason, which is kept"))
    command.add_argument("--by", default="", help=_("who takes it back; the name at this machine, if left out"))
    command.add_argument("--undo", action="store_true", help=_("bring it back instead"))
    in_a_language(command)
    command.set_defaults(run=withdraw)


def _about_a_file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", help=_("the filled file"))
    command.add_argument("--partner", help=_("code of the partner, unless the file says it"))
    command.add_argument("--period", help=_("code of the reporting period, unless the file says it"))
    command.add_argument("--as-of", type=a_day, help=_("the day that a report without one speaks of"))
    command.add_argument("--mapping", help=_("the saved meaning of the columns of a partner's own file"))
    command.add_argument(
        "--days", choices=tuple(filter(None, ORDERS)), default="", help=_("what comes first in 03/04/2025")
    )
    in_a_language(command)
