"""Find the verification of a report without reading all of them: half of the time of a first read.

Revision ID: 0002
Revises: 0001
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_verification_report_id", "verification", ["report_id", "moment"])


def downgrade() -> None:
    op.drop_index("ix_verification_report_id", "verification")
