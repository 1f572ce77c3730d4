"""What all commands of the command line share: the database, files of this machine, days, and the language."""

import argparse
import re
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from monitoring import language
from monitoring.file_errors import FileUnreadable
from monitoring.language import gettext as _
from monitoring.periods import moment

if TYPE_CHECKING:
    from db.engine import Database
    from monitoring.upload import SentFile


def opened() -> "Database":
    """The database of the settings. Raises DatabaseMissing and others."""
    from db.engine import open_database
    from db.settings import settings

    chosen = settings()
    return open_database(chosen.database, chosen.programme, chosen.busy_seconds)


def write(target: Path, content: bytes) -> None:
    """Write a file of this machine. Raises FileUnreadable."""
    try:
        target.write_bytes(content)
    except OSError as error:
        raise FileUnreadable(file=target, detail=error.strerror) from error


def sent(file: Path) -> "SentFile":
    """A file of this machine. Raises FileUnreadable."""
    from monitoring.upload import SentFile

    try:
        return SentFile(file.name, file.read_bytes())
    except OSError as error:
        raise FileUnreadable(file=file, detail=error.strerror) from error


def a_day(text: str) -> date:
    """A day as it is written on a command line."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        said = _("“{text}” is no day. Write it like 2025-09-30.", text=text)
        raise argparse.ArgumentTypeError(said) from error


def a_moment(text: str) -> datetime:
    """A day, whose end is meant, or a moment, as it is written on a command line."""
    try:
        return moment(text)
    except ValueError as error:
        said = _("“{text}” is no day or moment. Write it like 2025-10-15 or 2025-10-15T18:59:59Z.", text=text)
        raise argparse.ArgumentTypeError(said) from error


def a_year(text: str) -> int:
    """A year as it is written on a command line."""
    if not re.fullmatch("[0-9]{4}", text):
        raise argparse.ArgumentTypeError(_("“{text}” is no year. Write it like 2025.", text=text))
    return int(text)


def in_one_line(text: str) -> str:
    """A text whose words may come from a file of anybody: nothing in it breaks the line or steers the terminal."""
    return "".join(letter if letter.isprintable() or letter == "\u00a0" else _escaped(letter) for letter in text)


def _escaped(letter: str) -> str:
    return " " if letter.isspace() else letter.encode("unicode_escape").decode()


def in_a_language(command: argparse.ArgumentParser) -> None:
    """Let a command speak another language."""
    names = ", ".join(f"{code} {name}" for code, name in language.SPOKEN.items())
    command.add_argument(
        "--language",
        "--lang",
        dest="lang",
        choices=language.available(),
        help=_("in: {names}", names=names),
    )
