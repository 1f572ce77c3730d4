"""What a report is asked for by codes and days, as on a command line; other systems ask in the same way."""

from db.queries.asked import check, dates
from monitoring.asking_errors import UnknownCode

__all__ = ["UnknownCode", "check", "dates"]
