"""Scripts that mend in the browser what Streamlit's own page says or does wrongly."""

import json

from monitoring.language import gettext as _

# What reads the page aloud is told wrongly what parts of it are: the menu on a phone puts a section into the list of
# pages as something that is no item, and where a file is dropped it says that nothing is there. Both are drawn anew at
# any time, so a watcher looks each time something is added.
ROLES = """
if (!window.rolesSaid) {
  const said = [
    ['[data-testid="stSidebarNavItems"] > div', "listitem"],
    ['[data-testid="stSidebarNavItems"] > div > li', "none"],
    ['[data-testid="stFileUploaderDropzone"]', "group"],
  ];
  const say = () => said.forEach(([parts, role]) =>
    document.querySelectorAll(parts).forEach(part => part.role === role || (part.role = role)));
  window.rolesSaid = new MutationObserver(say);
  window.rolesSaid.observe(document.body, {childList: true, subtree: true});
  say();
}
"""

# On a phone the menu lies over the page, and Streamlit leaves it there when a page is chosen from it.
MENU = """
if (!window.menuWatched) {
  window.menuWatched = true;
  document.addEventListener("click", event => {
    if (innerWidth > 640 || !event.target.closest('[data-testid="stSidebarNavLink"]')) return;
    setTimeout(() => document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click(), 150);
  });
}
"""

# Streamlit has no setting for the words of its file uploader, so they are put into the reader's language where they
# stand: what it wrote itself is remembered, and said again when the reader picks another language.
UPLOADERS = """
if (!window.uploadersSaid) {
  const written = new WeakMap();
  const parts = '[data-testid="stFileUploader"], [data-testid="stTooltipContent"]';
  const names = '[data-testid="stFileChipName"]';
  const translated = text =>
    window.uploaderWords.reduce((all, [own, ours]) => all.replace(new RegExp(own), ours), text);
  const say = () => document.querySelectorAll(parts).forEach(part => {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node; (node = texts.nextNode());) {
      if (node.parentElement.closest(names)) continue;
      const [own, said] = written.get(node) || [];
      const original = node.data === said ? own : node.data;
      const now = translated(original);
      written.set(node, [original, now]);
      if (node.data !== now) node.data = now;
    }
    part.querySelectorAll("button[aria-label]").forEach(button => {
      const [own, said] = written.get(button) || [];
      const original = button.ariaLabel === said ? own : button.ariaLabel;
      written.set(button, [original, translated(original)]);
      if (button.ariaLabel !== translated(original)) button.ariaLabel = translated(original);
    });
  });
  window.uploadersSaid = new MutationObserver(say);
  window.uploadersSaid.observe(document.body, {childList: true, subtree: true, characterData: true});
  window.sayUploaders = say;
}
window.sayUploaders();
"""


def uploaders() -> str:
    """The script that puts the words of Streamlit's file uploader into the language of this run."""
    size = r"(\d+)(?:\.0)?MB"
    words = [
        ("^Drag and drop files here$", _("Drag and drop files here")),
        ("^Drag and drop a file here$", _("Drag and drop a file here")),
        ("^Upload$", _("Choose files")),
        ("^Add files$", _("Add files")),
        ("^Remove (.+)$", _("Remove {file}", file="$1")),
        ("^Error: $", _("Error") + ": "),
        (f"^{size} per file", _("up to {size} MB each", size="$1")),
        (rf"^File must be {size} or smaller\.$", _("The file must be {size} MB or smaller.", size="$1")),
        (r"^(\S+) files are not allowed\.$", _("Files of the kind {kind} cannot be read.", kind="$1")),
    ]
    return f"window.uploaderWords = {json.dumps(words)};{UPLOADERS}"
