"""What the form says of itself: its title, the names of its sheets, and how to fill it in."""

from monitoring.form import FormContent
from monitoring.language import gettext as _
from monitoring.language import name
from spreadsheets.columns import SheetOfForm

NAME_MOST = 31
FORBIDDEN = str.maketrans("[]:*?/\\", "       ")


def title(content: FormContent) -> str:
    """Partner and period, and “Illustrative” where something in the form is made up."""
    said = _(
        "Progress of the workplan: {partner}, {period}", partner=name(content.partner), period=name(content.period)
    )
    return " · ".join((said, _("Illustrative"))) if content.illustrative else said


def sheet_name(form: SheetOfForm) -> str:
    """The name of a sheet, as far as spreadsheets allow it."""
    return _(form.name).translate(FORBIDDEN).strip()[:NAME_MOST]


def read_me(content: FormContent) -> list[str]:
    """How to fill in the form, a paragraph each."""
    said = [
        _("Fill in the coloured cells of the sheets Activities and Indicators, save the file and send it back."),
        _("Grey cells are the plan, or do not apply to the activity; they need no entry and are not read."),
        _("All figures are totals since the start of the activity, not of this period alone."),
        _("An empty cell means that nothing is known. It is not 0. Rows without an entry are passed over."),
        _(
            "How far an activity is stands in one column: percent complete, the stage, or the quantity done, as its "
            "plan says. A report may also be in words only."
        ),
        _("A figure that is lower than the last one needs a reason in Narrative or Challenge."),
        _("Completed goes with 100 percent or all that was planned; not started goes with 0."),
        _("An event, such as a law, a survey or a conference, is 100 when it took place, else 0."),
        _("To activities that this partner only supports it may add notes in words; the partner that leads reports."),
        _("Values of a group (region, sex, age and others) need a row of their own, with the code of the indicator."),
        _("Rows and columns may be sorted, moved and added to; the codes in the first column say what a row is about."),
        _("The sheets are protected without a password, only against slips of the hand."),
    ]
    if content.illustrative:
        said.insert(0, _("Illustrative: activities marked so are made up, and so are the reports on them."))
    return said
