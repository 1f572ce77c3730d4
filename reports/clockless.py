"""Office files without a clock: the moments that libraries write into them are taken out again."""

import io
import re
import zipfile

EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP can say
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
NEVER = rb"\g<1>2000-01-01T00:00:00Z\2"


def without_clock(content: bytes, keep_moments: bool = True) -> bytes:
    """The same file with fixed times of its parts, and so its workbooks inside, whose moments are fixed too.

    ``keep_moments``: whether what its own properties say of its making stays, since it was set on purpose.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            inside = before.read(part)
            if part.filename.endswith(".xlsx"):
                inside = without_clock(inside, keep_moments=False)
            elif part.filename == "docProps/core.xml" and not keep_moments:
                inside = _MOMENT.sub(NEVER, inside)
            after.writestr(zipfile.ZipInfo(part.filename, EARLIEST), inside, zipfile.ZIP_DEFLATED)
    return target.getvalue()
