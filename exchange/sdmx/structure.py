"""The structure of the observations in SDMX: its dimensions, measure and attributes, and our words in its code lists.

docs/exchange.md shows it to those who read the file.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable

DATAFLOW = "UNICEF_TKM:CHILD_RIGHTS(1.0.0)"
DIMENSIONS = (
    *("INDICATOR", "REF_AREA", "SERIES", "SEX", "AGE", "RESIDENCE", "WEALTH", "DISABILITY"),
    "TIME_PERIOD",
)
MEASURE = "OBS_VALUE"
ATTRIBUTES = (
    *("UNIT_MEASURE", "OBS_STATUS", "LOWER_BOUND", "UPPER_BOUND", "NUMERATOR", "DENOMINATOR", "DATA_STATUS"),
    *("PUBLISHED", "ILLUSTRATIVE", "INDICATOR_NAME", "SERIES_NAME", "SOURCE", "PROVENANCE"),
)
TOTAL = "_T"
INFORMATION = "I"  # the action: what is told is neither an update nor a deletion of what a reader has

SEX = {"female": "F", "male": "M"}
RESIDENCE = {"urban": "U", "rural": "R"}
WEALTH = {"poorest": "Q1", "second": "Q2", "middle": "Q3", "fourth": "Q4", "richest": "Q5"}
DISABILITY = {"with": "PD", "without": "PWD"}
UNIT = {"percent": "PT", "per_1000": "PER_1000", "per_100000": "PER_100000", "number": "NUMBER"}
ESTIMATED, UNRELIABLE, NORMAL, CANNOT_EXIST = "E", "U", "A", "M"  # CL_OBS_STATUS

OUTSIDE_A_CODE = re.compile(r"[^A-Za-z0-9]+")
MARKS = 8  # letters of the fingerprint that tells texts apart


def code(text: str) -> str:
    """A text as a code: capitals and digits, everything else an underscore; letters that no code has leave a mark."""
    plain = OUTSIDE_A_CODE.sub("_", text).strip("_").upper()
    return plain if text.isascii() and plain else _marked(plain, text)


def codes(texts: Iterable[str]) -> dict[str, str]:
    """Text → code, no two alike: where two texts would have the same code, each gets a mark of its own."""
    alike: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        alike[code(text)].add(text)
    return {text: plain if len(ones) == 1 else _marked(plain, text) for plain, ones in alike.items() for text in ones}


def _marked(plain: str, text: str) -> str:
    return f"{plain}_{hashlib.sha256(text.encode()).hexdigest()[:MARKS].upper()}".strip("_")
