"""The command line of the dashboard: set up the database, serve, write forms, upload and report."""

import argparse
import gc
import os
import sys
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

import command_line
import exchange_commands
import front
import plan_commands
import report_commands
import spreadsheet_commands

# The rest is imported by the command that needs it: serving shall not wait for what writes workbooks.
from db.settings import ROOT, settings
from monitoring import language
from monitoring.errors import DashboardError, PortTaken, SettingWrong
from monitoring.file_errors import SeriesFaulty
from monitoring.language import gettext as _
from monitoring.periods import today
from monitoring.series_table import METHODS

if TYPE_CHECKING:
    from sqlalchemy import Engine


def init(arguments: argparse.Namespace) -> None:
    """Bring the database up to date and, when it is new, fill it with the reference data. Keeps what is there.

    With --demo, a new database also gets the demonstration plan, whose activities and reports are made up.
    """
    from sqlalchemy import select

    from db import ledger, migrate
    from db.engine import make_engine, open_database
    from db.ledger.tables_of_text import rows
    from db.models import Programme

    chosen = settings()
    try:
        chosen.var_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingWrong(name="VAR_DIR", detail=error.strerror) from error
    engine = make_engine(chosen.database, chosen.busy_seconds)
    migrate.upgrade(engine)
    with engine.connect() as connection:
        known = connection.scalar(select(Programme.id).where(Programme.code == chosen.programme))
    if known is None:
        carried = [row["code"] for row in rows(chosen.data_dir / "programmes.csv")]
        if chosen.programme not in carried:
            detail = f"there is no programme “{chosen.programme}” in {chosen.data_dir}; known: {', '.join(carried)}"
            raise SettingWrong(name="PROGRAMME", detail=detail)
        ledger.load_reference(engine, chosen.data_dir)
        if arguments.demo:
            database = open_database(chosen.database, chosen.programme, chosen.busy_seconds)
            ledger.load_plan(database, chosen.data_dir / "demonstration")
            print(_("The database is ready, filled with the reference data and the illustrative plan."))
        else:
            print(_("The database is ready, filled with the reference data."))
    else:
        print(_("The database is ready; what was in it is kept."))
        if arguments.demo and not _has_activities(engine):
            print(_("The demonstration plan is only put into a new database: move this one away to get it."))


def _has_activities(engine: "Engine") -> bool:
    from sqlalchemy import select

    from db.models import Activity

    with engine.connect() as connection:
        return connection.scalar(select(Activity.id).limit(1)) is not None


def serve(arguments: argparse.Namespace) -> None:
    """Serve the dashboard on this machine alone, at the port that is asked for, the setting PORT, or 8501."""
    port = settings().port if arguments.port is None else arguments.port
    try:
        door = front.open_door(port)
    except OSError as error:
        raise PortTaken(port=port) from error
    print(f"http://localhost:{port}", flush=True)
    os.chdir(ROOT)  # Streamlit reads its settings from the folder it is started in
    gc.disable()  # until all is imported: see server.py
    os.environ["STREAMLIT_SERVER_PORT"] = str(port)  # which addresses a session may come from
    import server

    with suppress(KeyboardInterrupt):  # how a person ends it
        server.serve(door)


def change_limit(arguments: argparse.Namespace) -> None:
    """Change a limit of judgement from a date on, with who and why; what is judged before that date stays as it was."""
    from db import ledger

    ledger.change_limit(
        command_line.opened(), arguments.name, arguments.value, arguments.starting, arguments.by, arguments.why
    )
    print(_("{name} is {value} from {day} on.", name=arguments.name, value=arguments.value, day=arguments.starting))


def judge(arguments: argparse.Namespace) -> None:
    """Judge a CSV table of series by one method, with its default limits, and print the judgements as CSV.

    A faulty row is named with line and column on standard error, and the others are judged all the same.
    """
    from monitoring.series_table import judge_row
    from spreadsheets.series_csv import judgements_csv, read_series

    file = command_line.sent(Path(arguments.file))
    rows, faults = read_series(file.content, file.name, points=arguments.method == "reduction-rate")
    print(judgements_csv(judge_row(row, arguments.method) for row in rows), end="")
    print(*faults, sep="\n", end="\n" if faults else "", file=sys.stderr)
    if faults:
        raise SeriesFaulty(count=len(faults))


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise argparse.ArgumentTypeError(_("“{text}” is no number", text=text)) from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="manage.py", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("init", help=_("set up or bring up the database"), description=init.__doc__)
    command.add_argument("--demo", action="store_true", help=_("add the illustrative demonstration plan"))
    command.set_defaults(run=init)
    command = commands.add_parser("serve", help=_("serve the dashboard"), description=serve.__doc__)
    command.add_argument(
        "--port",
        type=int,
        choices=range(1, 65536),
        metavar="N",
        help=_("the port, 8501 unless the setting PORT says otherwise"),
    )
    command.set_defaults(run=serve)
    spreadsheet_commands.add_to(commands)
    command = commands.add_parser("limit", help=_("change a limit of judgement"), description=change_limit.__doc__)
    command.add_argument("name", help=_("the limit, as the Method page names it"))
    command.add_argument("value", type=_number, help=_("days, a part of 1, or points"))
    command.add_argument(
        "--from",
        dest="starting",
        type=command_line.a_day,
        default=today(),
        help=_("the day from which it holds, today if left out"),
    )
    command.add_argument("--by", required=True, help=_("who changes it"))
    command.add_argument("--why", required=True, help=_("the reason, which is kept"))
    command.set_defaults(run=change_limit)
    command = commands.add_parser("judge", help=_("judge a CSV table of series"), description=judge.__doc__)
    command.add_argument("file", help=_("the table: series, base_year, base_value, current_year and so on"))
    command.add_argument("--method", choices=METHODS, default=METHODS[0], help=_("by which rule"))
    command.set_defaults(run=judge)
    plan_commands.add_to(commands)
    exchange_commands.add_to(commands)
    report_commands.add(commands)
    return parser


def main() -> int:
    """Run one command and give its exit status; our own errors are one line on standard error, and 1."""
    arguments = _parser().parse_args()
    language.speak(getattr(arguments, "lang", None) or "en")
    try:
        return arguments.run(arguments) or 0
    except DashboardError as error:
        print(" ".join(filter(None, (str(error), error.advice and _(error.advice)))), file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
