"""Keep versions of frameworks, goals, workplans, regions and periods, and let a version take its row out of the plan.

Revision ID: 0004
Revises: 0003
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

REMOVABLE = ("activity_version", "partner_version", "indicator_version", "target_version")
WITH_VERSIONS = {
    "framework": "framework_id",
    "goal": "goal_id",
    "workplan": "workplan_id",
    "region": "region_id",
    "reporting_period": "period_id",
}


def upgrade() -> None:
    for table in REMOVABLE:
        op.add_column(table, sa.Column("gone", sa.Boolean(), server_default="0", nullable=False))
    for table in WITH_VERSIONS:
        op.add_column(table, sa.Column("by_versions", sa.Boolean(), server_default="0", nullable=False))
    framework = sa.ForeignKeyConstraint(
        ["framework_id"], ["framework.id"], name=op.f("fk_goal_version_framework_id_framework")
    )
    framework_kinds = "kind IN ('national action plan', 'country programme', 'global targets')"
    _versions(
        "framework",
        *_sourced(),
        sa.Column("kind", sa.String(32), nullable=False),
        *_days("starts", "ends"),
        sa.CheckConstraint(framework_kinds, name=op.f("ck_framework_version_kind_known")),
        sa.CheckConstraint("ends >= starts", name=op.f("ck_framework_version_dates")),
    )
    _versions(
        "goal",
        *_sourced(),
        sa.Column("framework_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        _words("note"),
        framework,
    )
    _versions("workplan", *_sourced(), *_days("signed_on"))
    _versions(
        "region",
        *_sourced(),
        sa.Column("iso_3166_2", sa.String(8), server_default="", nullable=False),
        sa.Column("census_share_micro", sa.BigInteger(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        _words("note"),
    )
    period_kinds = "kind IN ('quarter', 'half-year', 'year')"
    _versions(
        "reporting_period",
        sa.Column("kind", sa.String(16), nullable=False),
        *_days("starts", "ends", "closes"),
        sa.CheckConstraint(period_kinds, name=op.f("ck_reporting_period_version_kind_known")),
        sa.CheckConstraint("ends >= starts AND closes >= ends", name=op.f("ck_reporting_period_version_dates")),
    )


def _versions(table: str, *content: Any) -> None:
    """The table of versions of a table: its content, from when, known since when, by which submission."""
    versions, key = f"{table}_version", WITH_VERSIONS[table]
    op.create_table(
        versions,
        sa.Column(key, sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        _words("name_ru"),
        _words("name_tk"),
        *(
            sa.Column(f"name_{language}_status", sa.String(12), server_default="unverified", nullable=False)
            for language in ("ru", "tk")
        ),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("gone", sa.Boolean(), server_default="0", nullable=False),
        *content,
        sa.ForeignKeyConstraint([key], [f"{table}.id"], name=op.f(f"fk_{versions}_{key}_{table}")),
        sa.ForeignKeyConstraint(
            ["submission_id"], ["submission.id"], name=op.f(f"fk_{versions}_submission_id_submission")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{versions}")),
        sa.UniqueConstraint(key, "valid_from", "recorded", name=op.f(f"uq_{versions}_{key}_valid_from_recorded")),
    )


def _words(name: str) -> Any:
    return sa.Column(name, sa.String(), server_default="", nullable=False)


def _days(*names: str) -> list[Any]:
    return [sa.Column(name, sa.Date(), nullable=False) for name in names]


def _sourced() -> list[Any]:
    status = sa.Column("status", sa.String(12), server_default="sourced", nullable=False)
    illustrative = sa.Column("illustrative", sa.Boolean(), server_default="0", nullable=False)
    return [_words("source"), status, illustrative]


def downgrade() -> None:
    for table in WITH_VERSIONS:
        op.drop_table(f"{table}_version")
        with op.batch_alter_table(table) as batch:
            batch.drop_column("by_versions")
    for table in REMOVABLE:
        with op.batch_alter_table(table) as batch:
            batch.drop_column("gone")
