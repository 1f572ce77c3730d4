"""Settings from the environment or the file ``.env``; README lists each with its default."""

from functools import lru_cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

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

    @property
    def database(self) -> str:
        """The URL of the database: as set, else the SQLite file in ``var_dir``."""
        return self.database_url or f"sqlite:///{self.var_dir / 'dashboard.sqlite3'}"


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
