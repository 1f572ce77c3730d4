"""Keep the criteria of each level of a qualitative or yes/no indicator.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "indicator_level",
        sa.Column("indicator_version_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("criteria_en", sa.String(), nullable=False),
        sa.Column("criteria_ru", sa.String(), server_default="", nullable=False),
        sa.Column("criteria_tk", sa.String(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("level >= 0", name=op.f("ck_indicator_level_level")),
        sa.ForeignKeyConstraint(
            ["indicator_version_id"],
            ["indicator_version.id"],
            name=op.f("fk_indicator_level_indicator_version_id_indicator_version"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_level")),
        sa.UniqueConstraint(
            "indicator_version_id", "level", name=op.f("uq_indicator_level_indicator_version_id_level")
        ),
    )


def downgrade() -> None:
    op.drop_table("indicator_level")
