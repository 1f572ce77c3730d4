"""Settings from the environment or the file ``.env``; README lists each with its default."""

import re
from functools import lru_cache
from pathlib import Path

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from monitoring.errors import SettingWrong

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """What an administrator may set. Sizes in the unit of the name."""

    model_config = SettingsConfigDict(env_file=ROOT / ".env", extra="ignore")

    database_url: str = ""
    var_dir: Path = ROOT / "var"
    data_dir: Path = ROOT / "data"
    programme: str = "TKM"
    busy_seconds: float = Field(default=5.0, ge=0)
    port: int = Field(default=8501, ge=1, le=65535)

    @field_validator("database_url")
    @classmethod
    def _is_a_url(cls, url: str) -> str:
        # By its look only: the library that knows better takes a tenth of a second to load, and each start waits.
        if url and not re.match(r"\w+(\+\w+)?:/", url):
            raise ValueError("it is no database URL, such as sqlite:////srv/dashboard.sqlite3")
        return url

    @field_validator("data_dir")
    @classmethod
    def _is_a_folder(cls, folder: Path) -> Path:
        if not folder.is_dir():
            raise ValueError(f"there is no folder {folder}")
        return folder

    @property
    def database(self) -> str:
        """The URL of the database: as set, else the SQLite file in ``var_dir``."""
        return self.database_url or f"sqlite:///{self.var_dir / 'dashboard.sqlite3'}"


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process, read once. Raises SettingWrong, which names the first that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]).upper()
        raise SettingWrong(name=name, detail=first["msg"].removeprefix("Value error, ")) from error
