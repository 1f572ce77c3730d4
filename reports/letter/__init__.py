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
    return [text for _level, text in _headings(contents)]


def _headings(contents: Contents) -> list[tuple[int, str]]:
    """Level and text of each heading, in their order."""
    partners = [(2, name) for name in contents.report.tables["by_partner"].frame["name"]]
    before = [(1, _("Where things stand")), (1, _("By priority area")), (1, _("By ministry and partner"))]
    reviews = [(2, _("Open decisions of reviews"))] if len(contents.decisions) else []
    return [*before, *partners, (1, _("Decisions asked for")), *reviews, (1, _("What we do not know"))]


def document(contents: Contents) -> bytes:
    """The letter as .docx, in the language of this run."""
    paper = Paper(contents)
    parts.front(paper, contents)
    if contents.report.outline.empty():
        paper.paragraph(_("Nothing matches these filters: take one away, or choose other dates."))
        if len(contents.decisions):
            parts.decisions(paper, contents)
    else:
        paper.contents(_headings(contents))
        parts.stand(paper, contents)
        parts.groups(paper, contents, "by_area", _("By priority area"))
        parts.partners(paper, contents)
        parts.decisions(paper, contents)
        paper.heading(_("What we do not know"))
        for line, _made_up in contents.unknown:
            paper.point(line)
    target = io.BytesIO()
    paper.file.save(target)
    return without_clock(target.getvalue())
