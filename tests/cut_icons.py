"""Cut the icons that pages may show out of the font of icons that the installed Streamlit brings.

    python -m tests.cut_icons

Run it when tests/test_icons.py names icons that are missing: after an upgrade of Streamlit, or for a new one of
ours. It needs fonttools and brotli; a second time it makes the very same file.
"""

import hashlib
import re
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from browser_code import ICONS, ROOT, SCRIPTS, STATIC

(WHOLE,) = STATIC.glob("static/media/MaterialSymbols-Rounded.*.woff2")
NAMED = re.compile(r":material/(\w+):")
OURS = ("charts", "monitoring", "pages", "ui")
NO_ICONS = {"star_filled", "icon_name"}  # a picture of Streamlit's own, and a word in its documentation


def asked() -> set[str]:
    """The icons named in Streamlit's browser code, in its elements with their examples, and in our code."""
    python = [*(STATIC.parent / "elements").rglob("*.py"), ROOT / "dashboard.py"]
    python += [file for room in OURS for file in (ROOT / room).rglob("*.py")]
    texts = (file.read_text(encoding="utf-8") for file in [*SCRIPTS.glob("*.js"), *python])
    return {name for text in texts for name in NAMED.findall(text)} - NO_ICONS


def held(font: TTFont) -> dict[str, str]:
    """The icons of a font by name, as the letters of the name are drawn as one glyph."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    return {
        "".join(letters[part] for part in (first, *one.Component)): one.LigGlyph
        for lookup in font["GSUB"].table.LookupList.Lookup
        for table in lookup.SubTable
        for first, several in getattr(table, "ExtSubTable", table).ligatures.items()
        for one in several
    }


def cut(names: set[str]) -> bytes:
    """A font of these icons alone. A name that Streamlit's font does not have is left out."""
    font = TTFont(WHOLE, recalcTimestamp=False)
    glyphs = [glyph for name, glyph in held(font).items() if name in names]
    letters = {letter for name in names for letter in name} | {" "}
    options = Options(layout_closure=False, layout_features=["rlig"], name_IDs=[0, 13, 14], glyph_names=False)
    subsetter = Subsetter(options)
    subsetter.populate(glyphs=glyphs, text="".join(letters))
    subsetter.subset(font)
    font.flavor = "woff2"
    written = BytesIO()
    font.save(written)
    return written.getvalue()


if __name__ == "__main__":
    made = cut(asked())
    for old in ICONS.values():
        old.unlink()
    file = ROOT / "static" / "icons" / f"icons.{hashlib.sha256(made).hexdigest()[:8]}.woff2"
    file.write_bytes(made)
    print(f"{file.relative_to(ROOT)}: {len(asked())} icons, {len(made)} bytes")
