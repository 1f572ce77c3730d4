"""Commands that write files for other systems: IATI, SDMX and the data package."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from command_line import a_day, a_moment, a_year, in_a_language, opened, write
from monitoring.filters import Filters
from monitoring.language import gettext as _
from monitoring.periods import today
from monitoring.words import FRAMEWORK_KINDS

if TYPE_CHECKING:
    from db.engine import Database
    from monitoring.periods import Dates

Writer = Callable[["Database", "Dates", Filters, bool], bytes]


def write_iati(arguments: argparse.Namespace) -> None:
    """Write the activities of the workplans as IATI 2.03 activity XML, of every year unless some are named. Texts stand
    in it in all languages.
    """
    from exchange.iati.document import activities_xml

    _write(arguments, "iati", "xml", activities_xml)


def write_sdmx(arguments: argparse.Namespace) -> None:
    """Write the values of indicators, of all series and groups, as SDMX-CSV 2.0; docs/exchange.md has its structure."""
    from exchange.sdmx.observations import observations_csv

    def written(database: "Database", dates: "Dates", _filters: Filters, with_illustrative: bool) -> bytes:
        return observations_csv(database, dates, with_illustrative)

    _write(arguments, "sdmx", "csv", written)


def write_package(arguments: argparse.Namespace) -> None:
    """Write every table as a Frictionless data package: a ZIP of CSV files and what describes them."""
    from reports.all_tables import needed
    from reports.data_package import package

    def written(database: "Database", dates: "Dates", filters: Filters, with_illustrative: bool) -> bytes:
        return package(needed(database, dates, filters, FRAMEWORK_KINDS[0]), with_illustrative)

    _write(arguments, "data-package", "zip", written)


def _write(arguments: argparse.Namespace, kind: str, ending: str, writer: Writer) -> None:
    from monitoring.file_names import STEM, shortened
    from reports import asked

    database = opened()
    dates = asked.dates(database, "", arguments.as_of, arguments.known_on, today())
    picked = Filters(partners=tuple(arguments.partner), years=tuple(arguments.year))
    asked.check(database, dates, picked)
    content = writer(database, dates, picked, arguments.with_illustrative)
    made_up = "with-illustrative" if arguments.with_illustrative else ""
    parts = (STEM, kind, dates.as_of.isoformat(), shortened(picked), made_up)
    target = Path(arguments.output or "_".join(part for part in parts if part) + f".{ending}")
    write(target, content)
    print(target)


def add_to(commands: Any) -> None:
    """Add these commands to those of the command line."""
    parent = commands.add_parser("export", help=_("write a file for other systems"), description=__doc__)
    kinds = parent.add_subparsers(required=True, metavar="FORMAT")
    activities = kinds.add_parser("iati", help=_("activities as IATI 2.03 XML"), description=write_iati.__doc__)
    _about_activities(activities, write_iati)
    values = kinds.add_parser("sdmx", help=_("values of indicators as SDMX-CSV 2.0"), description=write_sdmx.__doc__)
    _about_all(values, write_sdmx)
    values.set_defaults(partner=[], year=[])
    tables = kinds.add_parser("package", help=_("all tables as a data package"), description=write_package.__doc__)
    _about_activities(tables, write_package)


def _about_activities(command: argparse.ArgumentParser, run: Callable[[argparse.Namespace], None]) -> None:
    command.add_argument("--partner", nargs="+", default=[], metavar="CODE", help=_("show only these"))
    command.add_argument("--year", nargs="+", type=a_year, default=[], help=_("workplans of these years"))
    _about_all(command, run)


def _about_all(command: argparse.ArgumentParser, run: Callable[[argparse.Namespace], None]) -> None:
    command.add_argument("-o", "--output", help=_("the file to write; a name that says what is in it, if left out"))
    command.add_argument(
        "--with-illustrative", action="store_true", help=_("also what is made up, marked as such in the file")
    )
    command.add_argument("--as-of", type=a_day, help=_("the reporting date; the end of the last period reported for"))
    command.add_argument(
        "--known-on",
        type=a_moment,
        help=_("what was known at the end of this day, or at a moment: 2025-10-15T08:56:12Z"),
    )
    in_a_language(command)
    command.set_defaults(run=run)
