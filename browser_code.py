"""What the browser fetches before it shows anything: Streamlit's page and browser code, our fonts and icons.

Given out by front.py while the service imports, and by server.py after that, in the same words. This compresses it,
once for each installed Streamlit; ``make run`` and ``make test`` do it:

    python -m browser_code
"""

import re
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import compressed

ROOT = Path(__file__).resolve().parent
STATIC = Path((find_spec("streamlit") or sys.exit("Streamlit is missing")).origin or "").parent / "static"
SCRIPTS = STATIC / "static" / "js"
# Parts of Streamlit's own browser code that every page shows; the one for charts is by far the largest.
SHOWN = ("PlotlyChart", "Html", "Selectbox", "Popover", "Multiselect", "Button", "DownloadButton")
HEAD_ENDS = b"</head>"
FONTS = {f"/app/static/fonts/{file.name}": file for file in ROOT.glob("static/fonts/*.woff2")}
ICONS = {f"/app/static/icons/{file.name}": file for file in ROOT.glob("static/icons/*.woff2")}
# Streamlit's page asks early for a font with the letters of all languages; it shall ask for ours instead.
THEIR_FONT = re.compile(rb'<link\s+rel="preload"[^>]+\bas="font"[^>]+>')
# Its style names a font of four thousand icons, and its code loads that at once; it shall name our part of it instead.
STYLE = re.compile(r"/static/css/index\.[\w-]+\.css")
THEIR_ICONS = re.compile(rb"\.\./media/MaterialSymbols-Rounded\.[\w-]+\.woff2")
# Before Streamlit knows our font it writes one thing: a link that only the keyboard reaches. Theirs would come for it.
FIRST_WORDS = """<style>[data-testid="stSkipToContent"] {font-family: "Dashboard Sans", sans-serif}</style>"""
# Streamlit's browser code asks first, below the address of the page and then at the root, whether a service is there
# and what it allows, each answer waiting for an import. Told both, it connects at once, and asks beside that. The
# answers are the service's own, but that only this page may speak to it from around a frame.
CONNECT_AT_ONCE = """<script>
window.__streamlit = {BACKEND_BASE_URL: location.origin + "/", HOST_CONFIG: {allowedOrigins: [location.origin],
  useExternalAuthToken: false, enableCustomParentMessages: false, enforceDownloadInNewTab: false, metricsUrl: "",
  blockErrorDialogs: false}};
</script>"""
# What draws charts takes the browser most of a second to start. It does so while the service works out the page: not
# before the page is asked for, which it would hold up, and not only when the first chart arrives.
START_CHARTS = """<script>
new MutationObserver((_, observer) => {
  if (!document.querySelector('[data-test-connection-state="CONNECTED"]')) return;
  observer.disconnect();
  setTimeout(() => import("/static/js/CHARTS"));
}).observe(document, {attributes: true, childList: true, subtree: true});
</script>"""
# Stands on the page until the first of it is drawn: where the strip, the sentence, the figures and a chart will be.
ROOT_OPENS = b'<div id="root">'
SKELETON = """<style>
#waiting {position: fixed; inset: 0; padding: 72px max(1.25rem, calc(50vw - 660px)) 0; background: #FFFFFF; z-index: 1}
#waiting i {display: block; height: 14px; margin: 0 0 16px; border-radius: 4px; background: #EDF0F4;
  animation: waiting 1.6s ease-in-out infinite}
#waiting i:nth-child(1) {height: 38px; width: 60%} #waiting i:nth-child(2) {height: 26px; width: 80%}
#waiting i:nth-child(3) {height: 64px} #waiting i:nth-child(even) {max-width: 72%}
@keyframes waiting {50% {opacity: .45}}
@media (prefers-color-scheme: dark) {#waiting {background: #12161D} #waiting i {background: #262D37}}
@media (prefers-reduced-motion: reduce) {#waiting i {animation: none}}
@media print {#waiting {display: none}}
</style><div id="waiting" aria-hidden="true">BARS</div><script>
new MutationObserver((_, observer) => {
  if (!document.querySelector('[data-testid="stMainBlockContainer"] [data-testid="stElementContainer"]')) return;
  observer.disconnect();
  document.getElementById("waiting").remove();
}).observe(document, {childList: true, subtree: true});
</script>""".replace("BARS", "<i></i>" * 11)
KEEP = "public, immutable, max-age=31536000"  # the name changes with the content
HTML = "text/html; charset=utf-8"
KINDS = {
    **{".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2"},
    **{".png": "image/png", ".gif": "image/gif"},
}
VARY = "Accept-Encoding"


@cache
def files() -> dict[str, Path]:
    """The files that lie here when the process starts, by the path that a browser asks for."""
    theirs = {f"/static/{file.relative_to(STATIC / 'static')}": file for file in STATIC.glob("static/*/*")}
    return theirs | FONTS | ICONS


def code() -> list[Path]:
    """Those of :func:`files` that are worth compressing."""
    return [file for file in files().values() if file.suffix in compressed.KINDS]


def answer(path: str, accepted: str) -> tuple[bytes, dict[str, str]]:
    """One of :func:`files` and the head of its answer, compressed where ``accepted`` (Accept-Encoding) allows it."""
    file = files()[path]
    head = {"content-type": KINDS.get(file.suffix, "application/octet-stream"), "cache-control": KEEP}
    if file.suffix not in compressed.KINDS:
        return file.read_bytes(), head
    if STYLE.fullmatch(path):
        return as_accepted(with_our_icons(file.read_bytes()), accepted, head)
    body, coding = compressed.read(file, compressed.agreed(accepted))
    return body, _told(head, coding)


def as_accepted(body: bytes, accepted: str, head: dict[str, str]) -> tuple[bytes, dict[str, str]]:
    """What is made here and small, compressed at once where ``accepted`` allows it, and its head."""
    coding = compressed.agreed(accepted)
    return compressed.at_once(body, coding), _told(head, coding)


def _told(head: dict[str, str], coding: str) -> dict[str, str]:
    return head | {"vary": VARY} | ({"content-encoding": coding} if coding else {})


def early_parts() -> bytes:
    """What is added to the head of the page, so that the browser fetches all it will need at once and in parallel.

    Streamlit's browser code asks for a part when the page first shows it, and then for what that part needs.
    """
    charts, *names = [file.name for name in SHOWN for file in SCRIPTS.glob(f"{name}.*.js")]
    for name in names:  # grows while it is read: parts of parts
        with (SCRIPTS / name).open("rb") as code:
            needed = re.findall(rb'from"\./([\w.-]+\.js)"', code.read(8000))
        names.extend(part.decode() for part in needed if part.decode() not in names)
    links = "".join(f'<link rel="modulepreload" crossorigin href="/static/js/{name}">' for name in names)
    links += f'<link rel="modulepreload" crossorigin fetchpriority="low" href="/static/js/{charts}">'
    return (CONNECT_AT_ONCE + links + START_CHARTS.replace("CHARTS", charts)).encode()


def early_fonts() -> bytes:
    """What asks for our fonts at once: texts in figures stand where their widths put them when they are first drawn."""
    links = (f'<link rel="preload" href="{path}" as="font" type="font/woff2" crossorigin />' for path in sorted(FONTS))
    return ("".join(links) + FIRST_WORDS).encode()


def with_early_parts(page: bytes, fonts: bytes, parts: bytes) -> bytes:
    """Streamlit's page with our fonts in place of its own, the early parts in its head, and its style under a name that
    changes with our icons, since browsers keep it.
    """
    (icons,) = ICONS.values()
    page = THEIR_FONT.sub(lambda _link: fonts, page, count=1).replace(HEAD_ENDS, parts + HEAD_ENDS, 1)
    page = page.replace(ROOT_OPENS, SKELETON.encode() + ROOT_OPENS, 1)
    return re.sub(STYLE.pattern.encode(), lambda path: path[0] + f"?{icons.stem}".encode(), page, count=1)


def with_our_icons(style: bytes) -> bytes:
    """Streamlit's style with our part of its font of icons."""
    (path,) = ICONS
    return THEIR_ICONS.sub(path.encode(), style)


def page() -> bytes:
    """Streamlit's page as it is given out."""
    return with_early_parts((STATIC / "index.html").read_bytes(), early_fonts(), early_parts())


if __name__ == "__main__":
    sizes = {"plain": sum(file.stat().st_size for file in code())} | compressed.make(code())
    told = ", ".join(f"{coding} {size / 1e6:.1f} MB" for coding, size in sizes.items())
    print(f"Streamlit's browser code, {len(code())} files: {told}")
