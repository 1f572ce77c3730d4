"""Scripts that mend in the browser what Streamlit's own page says or does wrongly."""

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
