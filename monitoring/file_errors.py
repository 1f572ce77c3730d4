"""What can go wrong with a file that somebody sends or takes: that it cannot be read, or is not what was asked for."""

from monitoring.errors import DashboardError
from monitoring.language import later


class DataFileFaulty(DashboardError):
    text = later("{file}, line {line}: {detail}")


class NotAWorkbook(DashboardError):
    text = later(
        "“{file}” is no workbook that can be read, or it is damaged. Please send the form as an Excel file (.xlsx). "
        "These can be read too: .xlsm, .xlsb, .xls and .ods, texts such as .csv, .tsv and .txt, and tables in .docx "
        "and .html."
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
    text = later("“{file}” is too large: {size} MB, and up to {limit} MB can be read. Please send the form alone.")


class WorkbookTooLong(DashboardError):
    text = later(
        "“{file}” has a sheet with {rows} filled rows, and up to {limit} can be read. Please send it in several files."
    )


class WorkStopped(DashboardError):
    """Base of what is said when somebody stopped the work on a file."""


class ReadingStopped(WorkStopped):
    text = later("Reading “{file}” was stopped, and nothing was saved. Begin again, or take the file away.")


class CheckingStopped(WorkStopped):
    text = later("Checking “{file}” was stopped, and nothing was saved. Begin again, or take the file away.")


class MarkingStopped(WorkStopped):
    text = later("Marking the cells of “{file}” was stopped.")


class WorkbookTooDemanding(DashboardError):
    text = later(
        "“{file}” cannot be read within the limits of memory and time. Often a single cell far to the right or far "
        "down is to blame: copy the filled rows into a fresh form and send that."
    )


class WorkbookSwollen(DashboardError):
    text = later(
        "“{file}” would unpack into far more than a form holds, so it was not opened. Copy the filled rows into a "
        "fresh form, without formatting and pictures, and send that."
    )


class MarkingFailed(DashboardError):
    text = later("“{file}” could not be marked. The list of its faults can still be downloaded as a table.")


class NotTheForm(DashboardError):
    text = later("“{file}” is not the form. Its first rows say: {found}. The form has the columns: {expected}.")
    advice = later("What the columns of another table mean can be said once on the page “Upload progress”.")


class PlanInstead(DashboardError):
    text = later(
        "“{file}” is a workbook of the plan and holds no reports. "
        "Load it on the page Plan, or with manage.py load-plan."
    )


class FormOfAnotherPartner(DashboardError):
    text = later("This is the form of {found}, and {expected} was chosen. Choose {found}, or send the other form.")


class FormOfAnotherPeriod(DashboardError):
    text = later("This is the form for {found}, and {expected} was chosen. Choose {found}, or send the other form.")


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


class NothingFilledIn(DashboardError):
    text = later("Nothing is filled in in “{file}”, so there is nothing to save.")


class NotThePlan(DashboardError):
    text = later(
        "“{file}” is not the plan workbook. Its first rows say: {found}. The plan workbook has the sheets: {expected}."
    )


class FileUnreadable(DashboardError):
    text = later("The file {file} cannot be read or written: {detail}.")


class NotText(DashboardError):
    text = later("“{file}” is no text in UTF-8. Save the table as “CSV UTF-8” and try again.")


class ColumnsMissing(DashboardError):
    text = later("“{file}” lacks these columns: {columns}. The first line has to name them.")


class ColumnsTwice(DashboardError):
    text = later("“{file}” has these columns twice: {columns}. Take one of each away.")


class SeriesFaulty(DashboardError):
    text = later("Cells that cannot be understood: {count}. The rows without faults were judged.")
