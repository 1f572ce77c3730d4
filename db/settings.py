"""Settings from the environment or the file ``.env``; README lists each with its default."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from pathlib import Path

from dotenv import dotenv_values

from monitoring.errors import SettingWrong

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Settings:
    """What an administrator may set. Sizes in the unit of the name."""

    database_url: str = ""
    var_dir: Path = ROOT / "var"
    data_dir: Path = ROOT / "data"
    programme: str = "TKM"
    busy_seconds: float = 5.0
    port: int = 8501

    @property
    def database(self) -> str:
        """The URL of the database: as set, else the SQLite file in ``var_dir``."""
        return self.database_url or f"sqlite:///{self.var_dir / 'dashboard.sqlite3'}"


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process, read once. Raises SettingWrong, which names the first that cannot be used."""
    return read(dotenv_values(ROOT / ".env") | os.environ)


def read(given: Mapping[str, str | None]) -> Settings:
    """The settings among names in capitals with their texts; what is empty or missing has its default.

    Raises SettingWrong.
    """
    default = Settings()

    def text(name: str) -> str:
        return (given.get(name) or "").strip()

    url = text("DATABASE_URL")
    # By its look only: the library that knows better takes a tenth of a second to load, and each start waits.
    if url and not re.match(r"\w+(\+\w+)?:/", url):
        _refuse("DATABASE_URL", "it is no database URL, such as sqlite:////srv/dashboard.sqlite3")
    data_dir = Path(text("DATA_DIR") or default.data_dir)
    if not data_dir.is_dir():
        _refuse("DATA_DIR", f"there is no folder {data_dir}")
    busy, port = text("BUSY_SECONDS"), text("PORT")
    if busy and not (_is_number(busy) and float(busy) >= 0):
        _refuse("BUSY_SECONDS", f"“{busy}” is no number of seconds, 0 or more")
    if port and not (port.isdecimal() and 1 <= int(port) <= 65535):
        _refuse("PORT", f"“{port}” is no port, which is a whole number from 1 to 65535")
    return Settings(
        database_url=url,
        var_dir=Path(text("VAR_DIR") or default.var_dir),
        data_dir=data_dir,
        programme=text("PROGRAMME") or default.programme,
        busy_seconds=float(busy) if busy else default.busy_seconds,
        port=int(port) if port else default.port,
    )


def _refuse(name: str, detail: str) -> None:
    raise SettingWrong(name=name, detail=detail)


def _is_number(text: str) -> bool:
    try:
        return isfinite(float(text))
    except ValueError:
        return False
