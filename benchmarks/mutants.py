"""How many small changes of the rules the tests notice, module by module: what "make mutants" prints at its end.

Reads what mutmut leaves in ``mutants/monitoring``. A change that a test fails on, or that never comes to an end, is
noticed; one that no test runs is not. Writes the table for docs/mutants.md; exits 1 when fewer are noticed than asked.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from db.settings import ROOT

LEAST = 0.90
SURVIVED, NO_TESTS = (0,), (5, 33)  # mutmut's exit codes


def counted(folder: Path) -> dict[str, Counter[str]]:
    """Changes noticed and not, by module; raises FileNotFoundError where mutmut has left nothing."""
    found: dict[str, Counter[str]] = {}
    files = sorted(folder.glob("*.py.meta"))
    if not files:
        raise FileNotFoundError(f"{folder}: run mutmut first")
    for file in files:
        codes = json.loads(file.read_text())["exit_code_by_key"].values()
        counts = Counter(_word(code) for code in codes)
        if counts:
            found[file.name.removesuffix(".py.meta")] = counts
    return found


def _word(code: int | None) -> str:
    if code is None:
        return "not tried"
    return "unnoticed" if code in (*SURVIVED, *NO_TESTS) else "noticed"


def main() -> None:
    """Print the table in Markdown and its sum."""
    found = counted(ROOT / "mutants" / "monitoring")
    whole: Counter[str] = sum(found.values(), Counter())
    print("| module | changes | noticed |\n| --- | --- | --- |")
    for module, counts in [*found.items(), ("all", whole)]:
        total = sum(counts.values())
        print(f"| {module} | {total} | {counts['noticed'] / total:.1%} |")
    share = whole["noticed"] / sum(whole.values())
    if whole["not tried"] or share < LEAST:
        sys.exit(f"{whole['not tried']} changes were not tried; {share:.1%} were noticed, {LEAST:.0%} are asked")


if __name__ == "__main__":
    main()
