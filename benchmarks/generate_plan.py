"""Make an illustrative plan of any size as CSV: activities, amendments, funding, submissions, reports and decisions.

    python -m benchmarks.generate_plan -o data/demonstration
    python -m benchmarks.generate_plan --times 100 --monthly -o /tmp/large

The second makes about 14,000 activities and 60,000 reports. Real institutions stand in the plan, so every partner gets
the same mix of statuses, within one activity. The same arguments write the same bytes on any machine.
"""

import argparse
from pathlib import Path

from benchmarks.plan.tables import tables, write

SEED = 2025


def main() -> None:
    """Write the tables into a folder; the same seed writes the same bytes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--times", type=int, default=1, help="how many times as large as the demonstration")
    parser.add_argument("--monthly", action="store_true", help="interim reports at month ends from July 2024 on")
    parser.add_argument("-o", "--output", type=Path, required=True)
    chosen = parser.parse_args()
    write(tables(chosen.seed, chosen.times, chosen.monthly), chosen.output)


if __name__ == "__main__":
    main()
