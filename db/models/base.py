"""What every table shares: the naming of constraints, exact numbers, moments in UTC, and the version columns."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Date, DateTime, Dialect, ForeignKey, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

MICRO = 1_000_000


class Base(DeclarativeBase):
    """All tables. Constraint names follow one convention, so that a migration can name what it drops."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Micro(TypeDecorator[Decimal]):
    """An exact decimal with up to six places, stored as a whole number of millionths.

    SQLite keeps no decimals, and a float would make 49.6 % differ between two databases. Column names end in
    ``_micro`` so that whoever reads the file with plain SQL knows to divide by 1,000,000.
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:
        if value is None:
            return None
        scaled = Decimal(str(value)) * MICRO
        if scaled != scaled.to_integral_value():
            raise ValueError(f"{value} has more than six decimal places")
        return int(scaled)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value) / MICRO


class Moment(TypeDecorator[datetime]):
    """A moment with a time zone, stored in UTC. A moment without a zone is refused: nobody could say when it was."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None) if dialect.name == "sqlite" else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def one_of(column: str, words: tuple[str, ...], name: str | None = None) -> CheckConstraint:
    """A check that ``column`` holds one of ``words`` (or nothing, where the column may be empty)."""
    listed = ", ".join("'" + word.replace("'", "''") + "'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=name or f"{column}_known")


class Numbered:
    """A surrogate key; codes, unique within their programme, are what people see."""

    id: Mapped[int] = mapped_column(primary_key=True)


class Sourced:
    """Where a row comes from, how sure it is, and whether it is made up."""

    source: Mapped[str] = mapped_column(String, default="", server_default="")
    status: Mapped[str] = mapped_column(String(12), default="sourced", server_default="sourced")
    illustrative: Mapped[bool] = mapped_column(default=False, server_default="0")


class Named:
    """A name in three languages; a translation nobody has checked is marked unverified."""

    name_en: Mapped[str]
    name_ru: Mapped[str] = mapped_column(default="", server_default="")
    name_tk: Mapped[str] = mapped_column(default="", server_default="")
    name_ru_status: Mapped[str] = mapped_column(String(12), default="unverified", server_default="unverified")
    name_tk_status: Mapped[str] = mapped_column(String(12), default="unverified", server_default="unverified")


class Versioned:
    """One version of plan data: in force from a date on, known since a moment, brought by a submission."""

    valid_from: Mapped[date] = mapped_column(Date)
    recorded: Mapped[datetime] = mapped_column(Moment)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"))


class Removable:
    """A version may say that from its date on there is nothing: what was entered by mistake was taken out again."""

    gone: Mapped[bool] = mapped_column(default=False, server_default="0")


class Brought:
    """A row with later versions. One that a plan workbook brought holds by its versions alone: undo takes it away."""

    by_versions: Mapped[bool] = mapped_column(default=False, server_default="0")
