"""The command line of the dashboard: set up the database."""

import argparse
import sys

from sqlalchemy import select

from db import ledger, migrate
from db.engine import make_engine, open_database
from db.models import Programme
from db.settings import settings
from monitoring.errors import DashboardError
from monitoring.language import gettext as _


def init(arguments: argparse.Namespace) -> None:
    """Bring the database up to date and, when it is new, fill it with the reference data. Keeps what is there.

    With --demo, a new database also gets the demonstration plan, whose activities and reports are made up.
    """
    chosen = settings()
    chosen.var_dir.mkdir(parents=True, exist_ok=True)
    engine = make_engine(chosen.database, chosen.busy_seconds)
    migrate.upgrade(engine)
    with engine.connect() as connection:
        known = connection.scalar(select(Programme.id).where(Programme.code == chosen.programme))
    if known is None:
        ledger.load_reference(engine, chosen.data_dir)
        if arguments.demo:
            database = open_database(chosen.database, chosen.programme, chosen.busy_seconds)
            ledger.load_plan(database, chosen.data_dir / "demonstration")
            print(_("The database is ready, filled with the reference data and the illustrative plan."))
        else:
            print(_("The database is ready, filled with the reference data."))
    else:
        print(_("The database is ready; what was in it is kept."))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="manage.py", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("init", help=_("set up or bring up the database"), description=init.__doc__)
    command.add_argument("--demo", action="store_true", help=_("add the illustrative demonstration plan"))
    command.set_defaults(run=init)
    return parser


def main() -> int:
    """Run one command; our own errors are one line on standard error and exit status 1."""
    arguments = _parser().parse_args()
    try:
        arguments.run(arguments)
    except DashboardError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
