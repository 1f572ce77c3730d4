"""Mark one workbook in a process of its own: a file that openpyxl chokes on may break this process, and nothing else.

Started by :mod:`spreadsheets.marking` with its limits as arguments. Takes pickles on standard input: what is to be
done, and for a new workbook the rows of its sheets, piece by piece. Answers with the workbook on standard output, and
ends with another code than 0 where there is none.
"""

import pickle
import resource
import sys

from spreadsheets.marking.tasks import NewWorkbook, OwnWorkbook


def limit(memory: int, seconds: int) -> None:
    """Hold this process to some bytes of memory and seconds of computing, and leave no core file behind."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(memory: int, seconds: int, folder: str) -> None:
    """Do what standard input asks for. ``folder``: where files may lie in between."""
    limit(memory, seconds)
    # openpyxl loads numpy where there is one, and needs it for nothing here: a quarter of a second and 120 MB.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    given = sys.stdin.buffer
    task: OwnWorkbook | NewWorkbook = pickle.load(given)
    # Each way loads its own library, and no other.
    if isinstance(task, OwnWorkbook):
        from spreadsheets.marking.worker_own import marked

        made = marked(task)
    else:
        from spreadsheets.marking.worker_new import written

        made = written(task, given, folder)
    sys.stdout.buffer.write(made)
