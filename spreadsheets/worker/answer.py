"""Read one file in a process of its own: hostile or huge files may break this process, and nothing else.

Takes its limits as arguments and the file on standard input, and answers on standard output as :mod:`packed` says. It
imports nothing of the rest of the project, so that it starts at once.
"""

import gc
import os
import resource
import sys
import zipfile

from python_calamine import CalamineError, PasswordError

from spreadsheets.worker import archives, calamined, delimited, docx, html_tables, kinds, ods, packed, xlsb, xlsx
from spreadsheets.worker.found import BROKEN, LOCKED, NOT_A_WORKBOOK, READ, TOO_DEMANDING, Allowed, Found, Refused


def limit(memory: int, seconds: int) -> None:
    """Hold this process to some bytes of memory and seconds of computing, and leave no core file behind."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def sheets_of(content: bytes, allowed: Allowed, far_apart: bool) -> tuple[list[Found], bool]:
    """The sheets of a file, and whether its percentages can be told from other numbers.

    Raises Refused, CalamineError and what BROKEN lists.
    """
    kind = kinds.of_bytes(content)
    if kind == "text":
        return delimited.sheets(content, allowed), True
    if kind == "html":
        return html_tables.sheets(content, allowed), True
    try:
        if kind == "old":
            from spreadsheets.worker import xls  # brings a library that no other kind needs

            return xls.sheets(content, allowed)
        with archives.opened(content, allowed) as archive:
            return _sheets_of_archive(content, archive, allowed, far_apart), True
    except calamined.TooSparse as sparse:
        raise Refused(TOO_DEMANDING) from sparse


def _sheets_of_archive(content: bytes, archive: zipfile.ZipFile, allowed: Allowed, far_apart: bool) -> list[Found]:
    kind = kinds.of_archive(archive)
    if kind == "xlsx":
        return xlsx.sheets(content, archive, allowed, far_apart)
    if kind == "ods":
        return ods.sheets(archive, allowed)
    if kind == "docx":
        return docx.sheets(archive, allowed)
    return xlsb.sheets(content, archive, allowed)


def answer(content: bytes, allowed: Allowed, far_apart: bool) -> bytes:
    """What became of the file, and its sheets where it could be read."""
    try:
        return packed.pack(READ, {}, *sheets_of(content, allowed, far_apart))
    except Refused as refused:
        word, values = refused.word, refused.values
    except PasswordError:
        word, values = LOCKED, {}
    except (CalamineError, *BROKEN):
        word, values = NOT_A_WORKBOOK, {}
    except (MemoryError, RecursionError):
        word, values = TOO_DEMANDING, {}
    return packed.pack(word, values, [], False)


def main() -> None:
    """Answer once. The arguments: memory and seconds, then bytes unzipped, cells, rows, and 1 for cells far apart."""
    memory, seconds, unzipped, cells, rows, far_apart = map(int, sys.argv[-6:])
    limit(memory, seconds)
    gc.disable()  # a short life with many cells and no cycles
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read(), Allowed(unzipped, cells, rows), bool(far_apart)))
    sys.stdout.buffer.flush()
    os._exit(0)  # taking the cells down one by one would keep the other side waiting
