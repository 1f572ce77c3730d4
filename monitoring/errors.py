"""What can go wrong in a way a manager can act on. Anything else is a bug and is meant to be seen."""

from typing import Any

from monitoring.language import gettext, later


class DashboardError(Exception):
    """Base of our own errors: a message that is translated when it is shown, with its values."""

    text = later("Something could not be done.")

    def __init__(self, **values: Any) -> None:
        super().__init__(self.text)
        self.values = values

    def __str__(self) -> str:
        return gettext(self.text, **self.values) if self.values else gettext(self.text)


class DatabaseUnreadable(DashboardError):
    text = later(
        "The database cannot be read: {detail}. Restore the file from a backup, or move it away and start again."
    )


class DatabaseMissing(DashboardError):
    text = later("There is no database at {place} yet. Run “make run”, or “python manage.py init”.")


class DatabaseOlder(DashboardError):
    text = later("The database is from an older version of the dashboard. Run “python manage.py init” to bring it up.")


class DatabaseNewer(DashboardError):
    text = later(
        "The database was written by a newer version of the dashboard. Update the dashboard, or use a copy of the "
        "database from before the update. Nothing was changed."
    )


class DatabaseBusy(DashboardError):
    text = later("Somebody else is saving at this moment. Nothing was saved; please try again in a minute.")


class DatabaseReadOnly(DashboardError):
    text = later(
        "Nothing was saved: the dashboard may not write to its database. Ask the administrator to allow writing to "
        "the file and its folder, then save again."
    )


class DiskFull(DashboardError):
    text = later("Nothing was saved: the disk is full. Ask the administrator to free space, then save again.")


class SaveFailed(DashboardError):
    text = later(
        "Nothing was saved: the database reported “{detail}”. Please try again; if it stays, tell the administrator."
    )


class NoSuchSubmission(DashboardError):
    text = later("There is no submission {number}.")


class SubmissionAlreadyWithdrawn(DashboardError):
    text = later("Submission {number} is already withdrawn.")


class SubmissionNotWithdrawn(DashboardError):
    text = later("Submission {number} counts already; there is nothing to bring back.")


class ReasonMissing(DashboardError):
    text = later("Please say why, in a few words: the reason is kept with the submission.")


class NameMissing(DashboardError):
    text = later("Please say who uploads: the name is kept with the submission.")


class DataFileFaulty(DashboardError):
    text = later("{file}, line {line}: {detail}")
