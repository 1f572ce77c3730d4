"""Reference data with indicators of kinds that the real ones do not show: sums, means, ratios, levels, yes or no."""

import csv
import shutil
from pathlib import Path

from db import ledger, migrate
from db.engine import Database, make_engine, open_database
from db.settings import ROOT

INDICATORS = (
    {"code": "TRAIN", "unit": "number", "combine": "sum", "direction": "up"},
    {"code": "ATTEND", "unit": "percent", "combine": "mean", "direction": "up", "baseline": "50"},
    {"code": "PEAK", "unit": "number", "combine": "max", "direction": "down", "baseline": "100"},
    {"code": "LAW", "unit": "yes/no", "combine": "latest", "direction": "up", "baseline": "0", "levels": "no|yes"},
    {
        "code": "SYSTEM",
        "unit": "level",
        "combine": "latest",
        "direction": "up",
        "baseline": "1",
        "levels": "not begun|drafted|adopted|funded and run",
    },
    {"code": "STEADY", "unit": "percent", "combine": "latest", "direction": "down", "baseline": "20"},
)
TARGETS = (
    ("TRAIN", "2024-12-31", "500"),
    ("TRAIN", "2025-12-31", "800"),
    ("ATTEND", "2026-12-31", "90"),
    ("PEAK", "2026-12-31", "50"),
    ("LAW", "2026-12-31", "1"),
    ("SYSTEM", "2025-12-31", "2"),
    ("SYSTEM", "2028-12-31", "3"),
    ("STEADY", "2026-12-31", "10"),
)
# Indicator, day, value, numerator, denominator.
OBSERVED = (
    ("TRAIN", "2024-07-01", "350", "", ""),
    ("TRAIN", "2025-03-31", "450", "", ""),
    ("TRAIN", "2025-06-30", "500", "", ""),
    ("ATTEND", "2025-03-31", "75", "3", "4"),
    ("ATTEND", "2025-06-30", "50", "1", "2"),
    ("ATTEND", "2025-09-30", "", "0", "0"),
    ("PEAK", "2025-03-31", "90", "", ""),
    ("PEAK", "2025-06-30", "60", "", ""),
    ("LAW", "2025-07-01", "1", "", ""),
    ("SYSTEM", "2025-07-01", "2", "", ""),
    ("STEADY", "2024-07-01", "18", "", ""),
)


def database_with_more(folder: Path) -> Database:
    """A database file in a folder, with the reference data and the indicators above."""
    shutil.copytree(ROOT / "data", folder / "data", ignore=shutil.ignore_patterns("demonstration"))
    for one in INDICATORS:
        row = {
            **one,
            "name_en": f"{one['code']} for the test",
            "unit_name_en": one["unit"],
            "priority_area": "HLTH",
            "goals": "NAP-1",
            "kind": "estimate",
            "interval_years": "1",
            "method": "reduction rate" if one["code"] == "STEADY" else "path",
            "baseline_on": "2023-07-01" if "baseline" in one else "",
            "baseline_value": one.get("baseline", ""),
            "baseline_series": "test",
            "baseline_status": "assumed",
            "levels_en": one.get("levels", ""),
            "name_ru_status": "unverified",
            "name_tk_status": "unverified",
        }
        append(folder / "data" / "indicators.csv", row)
    for code, due_on, value in TARGETS:
        row = {"indicator": code, "framework": "GLOBAL2030", "due_on": due_on, "value": value, "kind": "reach"}
        append(folder / "data" / "targets.csv", {**row, "status": "assumed", "source": "test"})
    for code, on, value, numerator, denominator in OBSERVED:
        row = {"indicator": code, "series": "test", "observed_on": on, "value": value, "status": "assumed"}
        parts = {"numerator": numerator, "denominator": denominator, "source": "test"}
        append(folder / "data" / "observations.csv", {**row, **parts})
    url = f"sqlite:///{folder / 'more.sqlite3'}"
    engine = make_engine(url)
    migrate.upgrade(engine)
    ledger.load_reference(engine, folder / "data")
    return open_database(url, "TKM", busy_seconds=0.2)


def append(file: Path, row: dict[str, str]) -> None:
    """Add a row to a CSV file; columns it does not have are left out, others are empty."""
    with file.open(encoding="utf-8", newline="") as opened:
        names = next(csv.reader(opened))
    with file.open("a", encoding="utf-8", newline="") as opened:
        csv.DictWriter(opened, names, restval="", extrasaction="ignore").writerow(row)
