"""What can go wrong in a way a manager can act on. Anything else is a bug and is meant to be seen."""

from typing import Any

from monitoring.language import gettext, later


class DashboardError(Exception):
    """Base of our own errors: a message that is translated when it is shown, with its values.

    ``advice``: what to do about it where it was not met on a page of the dashboard, if there is more to say.
    """

    text = later("Something could not be done.")
    advice = ""

    def __init__(self, **values: Any) -> None:
        super().__init__(self.text)
        self.values = values

    def __str__(self) -> str:
        return gettext(self.text, **self.values) if self.values else gettext(self.text)


class DocumentStopped(DashboardError):
    text = later("Preparing “{file}” was stopped.")


class SettingWrong(DashboardError):
    text = later("The setting {name} cannot be used: {detail}. README says what it may be.")


class DatabaseUnreadable(DashboardError):
    text = later(
        "The database cannot be read: {detail}. Restore the file from a backup, or move it away and start again."
    )


class DatabaseUnopened(DashboardError):
    text = later(
        "The database cannot be opened: {detail}. Ask the administrator to see that its folder is there, that the "
        "dashboard may read and write in it, and that the disk is not full; the data itself is not harmed by this."
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


class UnknownPartner(DashboardError):
    text = later("There is no partner “{code}”. Known are: {known}.")


class UnknownPeriod(DashboardError):
    text = later("There is no reporting period “{code}”. Known are: {known}.")


class FaultsLeft(DashboardError):
    text = later("Nothing was saved. Cells that have to be mended first: {count}.")


class WarningsLeft(DashboardError):
    text = later("Nothing was saved. Cells that somebody has to look at and agree to first: {count}.")


class FilesContradict(DashboardError):
    text = later("Nothing was saved: two of the files speak of {codes} on the same day. Send one of them alone.")


class NothingToSave(DashboardError):
    text = later("There is nothing to save: all that the form says is known already.")


class OnlyConflicts(DashboardError):
    text = later(
        "Nothing was saved: somebody else has reported since the form was made on all that would change ({count}). "
        "What this file says can be saved over it on the page “Upload progress”, one by one."
    )


class LetterToCome(DashboardError):
    text = later("Nothing was saved: {day} is still to come. Correct the day of the letter, or when it was received.")


class ConflictsLeft(DashboardError):
    text = later(
        "Nothing was saved: since the form was made somebody else has reported on {count} of the activities and "
        "indicators that would change. With --partly the other rows are saved."
    )


class SubmissionAlreadyCounts(DashboardError):
    text = later(
        "The same content was saved on {on} as submission {number} and counts. To save it again, withdraw that "
        "submission first."
    )


class PlanChanged(DashboardError):
    text = later(
        "Nothing was saved: since the preview somebody else has changed or reported on {codes}. Please look at the "
        "preview again."
    )


class PlanMoved(DashboardError):
    text = later(
        "Nothing was saved: since the preview somebody else has changed {codes} in the plan, or reported on it. Please "
        "look at the preview again."
    )


class PlanLeansOnIt(DashboardError):
    text = later(
        "Submission {number} cannot be withdrawn yet: {codes} would be left without what it brought. Withdraw what was "
        "loaded or reported later first, or cancel by an amendment."
    )


class NothingToChange(DashboardError):
    text = later("There is nothing to save: all that the workbook says is in the plan already.")


class UploadNotKept(DashboardError):
    text = later(
        "Nothing was saved: the uploaded file cannot be kept in {place} ({detail}). Ask the administrator to allow "
        "writing there, then save again."
    )


class PortTaken(DashboardError):
    text = later("Port {port} is taken by another program. Take another one, for example: PORT=8502 make run")


class LimitUnknown(DashboardError):
    text = later("There is no limit “{name}”. Known are: {known}.")


class LimitsContradict(DashboardError):
    text = later(
        "With this, {low} would be above {high} from {day} on: {low_value} beside {high_value}. Change the other one "
        "first."
    )


class LimitOutOfRange(DashboardError):
    text = later(
        "{value} cannot be the limit “{name}”. It has to be between {least} and {most}, days in whole numbers."
    )


class NothingToExport(DashboardError):
    text = later("There is nothing to export: nothing matches these filters at these dates.")


class OnlyIllustrative(DashboardError):
    text = later(
        "Nothing was written: what would be exported ({count}) is illustrative, which means made up. Add "
        "--with-illustrative to export it all the same, marked as such."
    )
