"""Writes: what is added to the database, each in one transaction. Nothing reported is ever changed or deleted."""

from db.ledger.limits import change_limit
from db.ledger.mappings import save_mapping
from db.ledger.plan_changes import save_plan
from db.ledger.plans import load_plan
from db.ledger.reference import load_reference
from db.ledger.submissions import reinstate, withdraw
from db.ledger.uploads import Agreed, Upload, preview, previews, refuse_what_counts, save, save_all

__all__ = [
    "Agreed",
    "Upload",
    "change_limit",
    "load_plan",
    "load_reference",
    "preview",
    "previews",
    "refuse_what_counts",
    "reinstate",
    "save",
    "save_all",
    "save_mapping",
    "save_plan",
    "withdraw",
]
