"""The command that writes reports: documents of every format and kind, and tables as CSV."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from command_line import a_day, a_moment, a_year, in_a_language, opened, write
from monitoring.csv_text import SIGNS, Form
from monitoring.errors import DashboardError
from monitoring.language import gettext as _
from monitoring.language import later
from monitoring.periods import today
from monitoring.status import Delivery
from monitoring.words import FRAMEWORKS_SHOWN, REPORT_TABLES
from reports.kinds import KINDS, about_one

if TYPE_CHECKING:
    from monitoring.filters import Filters
    from reports.tables import ReportTables

DOCUMENTS = ("xlsx", "pdf", "docx", "pptx")
MEANT_FOR = {  # formats in which an option means something; elsewhere it is refused rather than passed over
    "kind": ("pdf",),
    "table": ("csv",),
    "hxl": ("csv", "zip"),
    "separator": ("csv", "zip"),
    "no_bom": ("csv", "zip"),
}


class PartnerMissing(DashboardError):
    text = later("A document of the kind “partner” is about one partner: name one with --partner.")


class GoalMissing(DashboardError):
    text = later("A document of the kind “goal” is about one goal: name one with --goal.")


class GoalsOfSeveral(DashboardError):
    text = later("The goals {codes} are not all of one plan or programme, and only those of one are shown at a time.")


def report(arguments: argparse.Namespace) -> None:
    """Write the report of what the filters show: a document, one table as CSV, or a ZIP of all tables as CSV."""
    _check_options(arguments)
    from db.queries import framework_of
    from reports import asked
    from reports.names import file_name

    database = opened()
    dates = asked.dates(database, arguments.period, arguments.as_of, arguments.known_on, today())
    picked = _filters(arguments)
    asked.check(database, dates, picked)
    of_goals = framework_of(database, picked.goals)
    if picked.goals and (not of_goals or arguments.framework not in (None, of_goals)):
        raise GoalsOfSeveral(codes=", ".join(picked.goals))
    framework = arguments.framework or of_goals or FRAMEWORKS_SHOWN[0]
    if arguments.format in DOCUMENTS:
        from reports.contents import gather
        from reports.documents import FORMATS

        document = FORMATS[arguments.format]
        kind = (arguments.kind or next(iter(KINDS))) if document.kinds else ""
        if kind and not about_one(kind, picked):
            raise PartnerMissing if kind == "partner" else GoalMissing
        contents = gather(database, dates, picked, framework)
        name, made = file_name(contents.report.outline, arguments.format, kind=kind), document.make(contents, kind)
    else:
        from reports.all_tables import needed
        from reports.csv_files import table_csv
        from reports.data_package import package

        table = (arguments.table or "activities") if arguments.format == "csv" else ""
        form = Form(arguments.separator or "comma", mark=not arguments.no_bom)
        tables = needed(database, dates, picked, framework, table)
        writers: dict[str, Callable[[ReportTables], bytes]] = {
            "zip": lambda shown: package(shown, True, arguments.hxl, form),
            "csv": lambda shown: table_csv(shown.tables[table], arguments.hxl, form),
        }
        refers = tables.cover.reference if table else ""
        name = file_name(tables.outline, arguments.format, table, refers=refers)
        made = writers[arguments.format](tables)
    target = Path(arguments.output or name)
    write(target, made)
    print(target)


def _check_options(arguments: argparse.Namespace) -> None:
    """End with status 2, as for any wrong option, where one was given that means nothing in this format."""
    for option, formats in MEANT_FOR.items():
        if getattr(arguments, option) and arguments.format not in formats:
            arguments.refuse(
                _(
                    "--{option} means nothing with --format {format}, only with {formats}",
                    option=option.replace("_", "-"),
                    format=arguments.format,
                    formats=", ".join(formats),
                )
            )


def _filters(arguments: argparse.Namespace) -> "Filters":
    from monitoring.filters import Filters

    return Filters(
        partners=tuple(arguments.partner),
        areas=tuple(arguments.area),
        goals=tuple(arguments.goal),
        regions=tuple(arguments.region),
        statuses=tuple(arguments.status),
        years=tuple(arguments.year),
        weight=arguments.weight,
        supporting=arguments.supporting,
    )


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the others."""
    command = commands.add_parser("report", help=_("write a report"), description=report.__doc__)
    command.add_argument("-o", "--output", help=_("the file to write; a name that says what is in it, if left out"))
    formats = (*DOCUMENTS, "csv", "zip")
    command.add_argument("--format", choices=formats, default="xlsx", help=_("zip: every table as CSV"))
    command.add_argument("--kind", choices=tuple(KINDS), help=_("which document, with pdf; the quarterly report"))
    command.add_argument("--table", choices=REPORT_TABLES, help=_("which table, with csv; the activities"))
    command.add_argument("--hxl", action="store_true", help=_("with HXL tags in the second line, in csv and zip"))
    command.add_argument(
        "--separator",
        choices=tuple(SIGNS),
        help=_("between cells, in csv and zip; semicolon: numbers have decimal commas"),
    )
    command.add_argument("--no-bom", action="store_true", help=_("without a byte order mark, in csv and zip"))
    command.add_argument("--period", default="", help=_("code of the reporting period; the last one reported for"))
    command.add_argument("--as-of", type=a_day, help=_("a day instead of the end of the period"))
    command.add_argument(
        "--known-on",
        type=a_moment,
        help=_("what was known at the end of this day, or at a moment: 2025-10-15T08:56:12Z"),
    )
    for name in ("partner", "area", "goal", "region"):
        command.add_argument(f"--{name}", nargs="+", default=[], metavar="CODE", help=_("show only these"))
    words = [status.value for status in Delivery]
    command.add_argument("--status", nargs="+", default=[], choices=words, metavar="STATUS", help=", ".join(words))
    command.add_argument("--year", nargs="+", type=a_year, default=[], help=_("workplans of these years"))
    command.add_argument("--weight", choices=("equal", "budget"), default="equal", help=_("how activities count"))
    command.add_argument("--supporting", action="store_true", help=_("show activities also at supporting partners"))
    command.add_argument("--framework", choices=FRAMEWORKS_SHOWN, help=_("whose goals; of the goals picked"))
    in_a_language(command)
    command.set_defaults(run=report, refuse=command.error)
