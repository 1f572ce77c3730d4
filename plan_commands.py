"""Commands about plans: write the plan as a workbook, and load one."""

import argparse
import getpass
import json
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from command_line import a_day, a_moment, in_a_language, opened, sent, write
from monitoring.errors import FaultsLeft, WarningsLeft
from monitoring.language import gettext as _
from monitoring.periods import Dates, today


def write_plan(arguments: argparse.Namespace) -> None:
    """Write the plan that is known now as a workbook, to be changed and loaded again; or a blank one, or an earlier
    one to be read.
    """
    from db import queries
    from spreadsheets.plan import form as plan_form

    dates = None
    if arguments.as_of or arguments.known_on:
        dates = Dates(arguments.as_of or date.max, arguments.known_on or datetime.now(UTC))
    book = queries.plan_book(opened(), dates)
    target = Path(arguments.output or plan_form.file_name(book, arguments.blank))
    write(target, plan_form.write(book, arguments.blank))
    print(target)


def load_plan(arguments: argparse.Namespace) -> None:
    """Check a plan workbook and save what it changes as one submission, which can be withdrawn; or print what is
    wrong in it, one fault a line, and save nothing. Codes tell what a row is about.
    """
    from db import ledger, queries
    from db.settings import settings
    from monitoring.plan_changes import Signed, State
    from spreadsheets import reading
    from spreadsheets.plan import checking as plan_checking

    database, file = opened(), sent(Path(arguments.file))
    given = Signed(
        valid_from=arguments.starting, signed_on=arguments.signed_on, reason=arguments.reason, letter=arguments.letter
    )
    shown = plan_checking.check(reading.read(file.content, file.name), queries.plan_book(database), today(), given)
    if arguments.json:
        print(json.dumps(shown.as_plain(), ensure_ascii=False, indent=1))
    else:
        _print_lines(
            str(one) if one.level == "error" else _("Look at this: {what}", what=one) for one in shown.problems
        )
    if shown.faults:
        raise FaultsLeft(count=len(shown.faults))
    if not arguments.json:
        _print_lines(line for row in shown.to_save for line in row.lines())
    values = {state.value: shown.count(state) for state in State}
    if arguments.check:
        if not arguments.json:
            print(_("{new} new, {changed} changed, {gone} gone, {same} as before", **values))
        return
    if shown.to_save and shown.warnings and not arguments.accept_warnings:
        raise WarningsLeft(count=len(shown.warnings))
    by = arguments.by or getpass.getuser()
    why = arguments.why or _("Loaded from the file {file}.", file=file.name)
    number = ledger.save_plan(database, shown, by, why, file, settings().var_dir / "uploads")
    said = _(
        "Saved as submission {number}: {new} new, {changed} changed, {gone} gone, {same} as before.",
        number=number,
        **values,
    )
    print(said, file=sys.stderr if arguments.json else sys.stdout)


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def add_to(commands: Any) -> None:
    """Add these commands to those of the command line."""
    command = commands.add_parser("plan", help=_("write the plan as a workbook"), description=write_plan.__doc__)
    command.add_argument("-o", "--output", help=_("the file to write"))
    command.add_argument("--blank", action="store_true", help=_("without rows, to be filled in"))
    command.add_argument("--as-of", type=a_day, help=_("as it held on this day"))
    command.add_argument(
        "--known-on",
        type=a_moment,
        help=_("what was known at the end of this day, or at a moment: 2025-10-15T08:56:12Z"),
    )
    in_a_language(command)
    command.set_defaults(run=write_plan)
    command = commands.add_parser("load-plan", help=_("check and save a plan workbook"), description=load_plan.__doc__)
    command.add_argument("file", help=_("the plan workbook"))
    command.add_argument("--by", default="", help=_("who loads it; the name at this machine, if left out"))
    command.add_argument("--why", default="", help=_("the reason, which is kept"))
    command.add_argument("--accept-warnings", action="store_true", help=_("somebody has looked at the warnings"))
    command.add_argument("--check", action="store_true", help=_("only check, and say what would change"))
    command.add_argument("--json", action="store_true", help=_("print faults and changes as JSON"))
    command.add_argument("--from", dest="starting", type=a_day, help=_("from when changes hold"))
    command.add_argument("--signed-on", type=a_day, help=_("when amendments were signed"))
    command.add_argument("--reason", default="", help=_("why amendments were made"))
    command.add_argument("--letter", default="", help=_("by which letter"))
    in_a_language(command)
    command.set_defaults(run=load_plan)
