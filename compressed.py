"""Copies of Streamlit's browser code, compressed once for each installed Streamlit, that are sent in its place.

Where a copy is missing the file itself is sent, so nothing breaks without. The name of a file holds a hash of its
content: another Streamlit has other names, and gets copies of its own. ``python -m browser_code`` makes them.
"""

import gzip
import os
import re
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

import brotli

FOLDER = Path(__file__).resolve().parent / ".cache" / "compressed"
KINDS = {".js", ".css", ".svg", ".html"}
CODINGS = {"br": ".br", "gzip": ".gz"}  # the better one first
# Measured on what the overview fetches (docs/decisions/0010): 11 takes half a minute, once, and a tenth off 9.
BEST, AT_ONCE = 11, 5
WORTH_IT = 500  # bytes of an answer
ASKED = re.compile(r"([\w*-]+)\s*(?:;\s*q\s*=\s*([01](?:\.\d*)?))?")


def agreed(accepted: str) -> str:
    """The coding to send, by a request's Accept-Encoding: the one liked best, brotli among equals; "" for none."""
    liked = {name.lower(): float(weight or 1) for name, weight in ASKED.findall(accepted)}
    weights = {coding: liked.get(coding, liked.get("*", 0.0)) for coding in CODINGS}
    best = max(weights, key=lambda coding: weights[coding])
    return best if weights[best] > 0 else ""


def read(file: Path, coding: str) -> tuple[bytes, str]:
    """What to send of a file, and its coding: "" where there is no compressed copy."""
    if coding:
        try:
            return _copy(file, coding).read_bytes(), coding
        except FileNotFoundError:
            pass
    return file.read_bytes(), ""


@lru_cache(maxsize=8)
def at_once(body: bytes, coding: str) -> bytes:
    """Something small compressed in a millisecond."""
    return _compressed(body, coding, AT_ONCE) if coding else body


def fresh(body: bytes, accepted: str) -> tuple[bytes, str]:
    """What is made for one answer, compressed where Accept-Encoding allows it and it is worth it, and its coding."""
    coding = agreed(accepted) if len(body) >= WORTH_IT else ""
    return (_compressed(body, coding, AT_ONCE), coding) if coding else (body, "")


def make(files: list[Path]) -> dict[str, int]:
    """Make the copies that are missing, take away those of files that are no longer there; the bytes by coding."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = {_copy(file, coding): (file, coding) for file in files for coding in CODINGS}
    for old in {file for coding in CODINGS.values() for file in FOLDER.glob(f"*{coding}")} - set(wanted):
        old.unlink(missing_ok=True)
    with ThreadPoolExecutor(os.cpu_count()) as several:
        list(several.map(lambda copy: _make(copy, *wanted[copy]), [copy for copy in wanted if not copy.exists()]))
    return {coding: sum(_copy(file, coding).stat().st_size for file in files) for coding in CODINGS}


def _make(copy: Path, file: Path, coding: str) -> None:
    made = copy.with_name(f"{copy.name}.{os.getpid()}")
    made.write_bytes(_compressed(file.read_bytes(), coding, BEST))
    made.replace(copy)  # all of it or nothing, whoever else makes or reads it now


def _copy(file: Path, coding: str) -> Path:
    return FOLDER / f"{file.name}.{file.stat().st_size}{CODINGS[coding]}"


def _compressed(body: bytes, coding: str, quality: int) -> bytes:
    if coding == "gzip":
        return gzip.compress(body, min(quality, 9), mtime=0)
    return bytes(brotli.compress(body, quality=quality))
