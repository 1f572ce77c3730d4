"""What a document of Office says of itself in its properties: none of it is the moment of its making."""

from datetime import datetime, time
from typing import Any

from monitoring import formats
from monitoring.language import gettext as _
from monitoring.language import spoken
from reports.cover import Cover
from reports.cover_sheet import title
from reports.told.look import LANGUAGES


def properties(cover: Cover) -> dict[str, Any]:
    """By name, for XlsxWriter; created when the newest submission shown came in, else on the reporting date."""
    return {
        "title": title(),
        "subject": "; ".join(f"{label}: {value}" for label, value in cover.filters_in_words),
        "author": _("Child rights workplans dashboard"),
        "keywords": cover.made_up(),
        "comments": _(
            "Data to {day}, known on {moment}",
            day=formats.day(cover.dates.as_of),
            moment=formats.NOTHING if cover.known_on is None else formats.known(cover.known_on),
        ),
        "created": cover.last.on if cover.last else datetime.combine(cover.dates.as_of, time()),
    }


def put_into(about: Any, cover: Cover) -> None:
    """The short ones of them in the core properties of python-docx and python-pptx, with the language.

    Those two take at most 255 letters, which filters in words may pass.
    """
    for name in ("title", "author", "keywords", "created"):
        setattr(about, name, properties(cover)[name])
    about.modified, about.last_modified_by, about.revision = about.created, "", 1
    about.language = LANGUAGES[spoken()]
