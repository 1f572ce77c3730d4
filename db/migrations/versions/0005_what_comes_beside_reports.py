"""Keep notes of supporting partners, the letters that submissions came with, and what columns of a partner mean.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "column_mapping",
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("about", sa.String(length=12), nullable=False),
        sa.Column("columns", sa.String(), nullable=False),
        sa.Column("person", sa.String(), server_default="", nullable=False),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("about IN ('activities', 'indicators')", name=op.f("ck_column_mapping_about_known")),
        sa.ForeignKeyConstraint(["partner_id"], ["partner.id"], name=op.f("fk_column_mapping_partner_id_partner")),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_column_mapping_programme_id_programme")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_column_mapping")),
    )
    op.create_index("ix_column_mapping_newest", "column_mapping", ["programme_id", "name", "recorded"], unique=False)
    op.create_table(
        "submission_file",
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["submission_id"], ["submission.id"], name=op.f("fk_submission_file_submission_id_submission")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission_file")),
    )
    op.create_index("ix_submission_file_submission_id", "submission_file", ["submission_id"], unique=False)
    op.create_table(
        "supporting_note",
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("recorded", sa.DateTime(timezone=True), nullable=False),
        sa.Column("narrative", sa.String(), server_default="", nullable=False),
        sa.Column("challenge", sa.String(), server_default="", nullable=False),
        sa.Column("next_step", sa.String(), server_default="", nullable=False),
        sa.Column("support_asked", sa.String(), server_default="", nullable=False),
        sa.Column("support_from", sa.String(), server_default="", nullable=False),
        sa.Column("evidence", sa.String(), server_default="", nullable=False),
        sa.Column("illustrative", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_supporting_note_activity_id_activity")),
        sa.ForeignKeyConstraint(["partner_id"], ["partner.id"], name=op.f("fk_supporting_note_partner_id_partner")),
        sa.ForeignKeyConstraint(
            ["submission_id"], ["submission.id"], name=op.f("fk_supporting_note_submission_id_submission")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supporting_note")),
    )
    op.create_index("ix_supporting_note_newest", "supporting_note", ["activity_id", "as_of", "recorded"], unique=False)
    op.create_index("ix_supporting_note_submission_id", "supporting_note", ["submission_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_supporting_note_submission_id", table_name="supporting_note")
    op.drop_index("ix_supporting_note_newest", table_name="supporting_note")
    op.drop_table("supporting_note")
    op.drop_index("ix_submission_file_submission_id", table_name="submission_file")
    op.drop_table("submission_file")
    op.drop_index("ix_column_mapping_newest", table_name="column_mapping")
    op.drop_table("column_mapping")
