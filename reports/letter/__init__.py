"""The quarterly report as a letter that can be edited: what partners say in their own words. No clock is in it."""

import io

from monitoring.language import gettext as _
from reports.clockless import without_clock
from reports.contents import Contents
from reports.letter import parts
from reports.letter.paper import Paper

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def headings(contents: Contents) -> list[str]:
    """What the letter is about, part by part."""
    partners = contents.report.tables["by_partner"].frame["name"]
    parts_of_it = [_("Where things stand"), _("By priority area"), _("By ministry and partner"), *partners]
    return [*parts_of_it, _("Decisions asked for"), _("What we do not know")]


def document(contents: Contents) -> bytes:
    """The letter as .docx, in the language of this run."""
    paper = Paper(contents)
    parts.front(paper, contents)
    if contents.report.outline.empty():
        paper.paragraph(_("Nothing matches these filters: take one away, or choose other dates."))
    else:
        paper.contents(headings(contents))
        parts.stand(paper, contents)
        parts.groups(paper, contents, "by_area", _("By priority area"))
        parts.partners(paper, contents)
        parts.decisions(paper, contents)
        paper.heading(_("What we do not know"))
        for line in contents.unknown:
            paper.point(line)
    target = io.BytesIO()
    paper.file.save(target)
    return without_clock(target.getvalue())
