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


class DataFileFaulty(DashboardError):
    text = later("{file}, line {line}: {detail}")


class UnknownPartner(DashboardError):
    text = later("There is no partner “{code}”. Known are: {known}.")


class UnknownPeriod(DashboardError):
    text = later("There is no reporting period “{code}”. Known are: {known}.")


class NotAWorkbook(DashboardError):
    text = later(
        "“{file}” is no workbook that can be read. Please send the form as an Excel file (.xlsx). These can be read "
        "too: .xlsm, .xlsb, .xls and .ods, texts such as .csv, .tsv and .txt, and tables in .docx and .html."
    )


class FileIsPicture(NotAWorkbook):
    text = later(
        "“{file}” is a picture, and nothing can be read from it. Please send the table itself as an Excel file (.xlsx)."
    )


class FileIsPdf(NotAWorkbook):
    text = later("“{file}” is a PDF, which is made for printing. Please send the Excel file (.xlsx) it was made from.")


class FileIsOldXml(NotAWorkbook):
    text = later(
        "“{file}” is an “XML Spreadsheet 2003”, which cannot be read. Please open it in Excel and save it as an Excel "
        "Workbook (.xlsx)."
    )


class FileWithoutTables(NotAWorkbook):
    text = later("There is no table in “{file}”. Please send the filled-in form as an Excel file (.xlsx).")


class WorkbookLocked(DashboardError):
    text = later("“{file}” is protected with a password. Please save it without a password and send it again.")


class WorkbookEmpty(DashboardError):
    text = later("There is nothing in “{file}”. Please fill in the form and send it again.")


class WorkbookTooLarge(DashboardError):
    text = later("“{file}” is too large: {size}, and up to {limit} can be read. Please send the form alone.")


class WorkbookTooLong(DashboardError):
    text = later(
        "“{file}” has a sheet with {rows} filled rows, and up to {limit} can be read. Please send it in several files."
    )


class ReadingStopped(DashboardError):
    text = later("Reading “{file}” was stopped, and nothing was saved. Take the file away, or choose it again.")


class WorkbookTooDemanding(DashboardError):
    text = later(
        "“{file}” cannot be read within the limits of memory and time. Often a single cell far to the right or far "
        "down is to blame: copy the filled rows into a fresh form and send that."
    )


class MarkingFailed(DashboardError):
    text = later("“{file}” could not be marked. The list of its faults can still be downloaded as a table.")


class NotTheForm(DashboardError):
    text = later("“{file}” is not the form. Its first rows say: {found}. The form has the columns: {expected}.")


class FormOfAnotherPartner(DashboardError):
    text = later("This is the form of {found}, and {expected} was chosen. Choose {found}, or send the other form.")


class FormOfAnotherPeriod(DashboardError):
    text = later("This is the form for {found}, and {expected} was chosen. Choose {found}, or send the other form.")


class FaultsLeft(DashboardError):
    text = later("Nothing was saved. Cells that have to be mended first: {count}.")


class UnknownMapping(DashboardError):
    text = later("There is no saved meaning of columns “{name}”. Known are: {known}.")


class MappingSaysTooLittle(DashboardError):
    text = later(
        "Choose which column holds the code or the name of the activity or indicator, and at least one with what is "
        "reported on it."
    )


class MappingSaysTwice(DashboardError):
    text = later("The columns “{first}” and “{second}” cannot mean the same. Choose another meaning for one of them.")


class MappingUnnamed(DashboardError):
    text = later("Give the meaning of the columns a name, such as “Matrix of the ministry”, to find it again.")


class WarningsLeft(DashboardError):
    text = later("Nothing was saved. Cells that somebody has to look at and agree to first: {count}.")


class FilesContradict(DashboardError):
    text = later("Nothing was saved: two of the files speak of {codes} on the same day. Send one of them alone.")


class NothingToSave(DashboardError):
    text = later("There is nothing to save: all that the form says is known already.")


class NothingFilledIn(DashboardError):
    text = later("Nothing is filled in in “{file}”, so there is nothing to save.")


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


class NotThePlan(DashboardError):
    text = later(
        "“{file}” is not the plan workbook. Its first rows say: {found}. The plan workbook has the sheets: {expected}."
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


class FileUnreadable(DashboardError):
    text = later("The file {file} cannot be read or written: {detail}.")


class FormUnmarked(DashboardError):
    text = later("“{file}” does not say whose form it is. Say it with --partner and --period.")


class PortTaken(DashboardError):
    text = later("Port {port} is taken by another program. Take another one, for example: PORT=8502 make run")


class NotText(DashboardError):
    text = later("“{file}” is no text in UTF-8. Save the table as “CSV UTF-8” and try again.")


class ColumnsMissing(DashboardError):
    text = later("“{file}” lacks these columns: {columns}. The first line has to name them.")


class ColumnsTwice(DashboardError):
    text = later("“{file}” has these columns twice: {columns}. Take one of each away.")


class SeriesFaulty(DashboardError):
    text = later("Cells that cannot be understood: {count}. The rows without faults were judged.")


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
