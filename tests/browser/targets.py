"""What a finger has to hit on a page: each link, button and field, with how high its target is."""

from tests.browser.conftest import Visit

LOW = 44  # CSS pixels
_TARGETS = """low => {
  const ours = 'a[href], button, summary, select, textarea, [role="button"], [role="menuitem"], [role="tab"],'
    + ' input:not([type="file"])';
  // Where a touch counts for a field: its frame or its label.
  const whole = '[data-baseweb="select"], [data-baseweb="input"], [data-baseweb="textarea"], .stCheckbox label,'
    + ' .stRadio label, .react-aria-ComboBox [role="group"], .stSelectbox [role="group"],'
    + ' .stMultiSelect [role="group"], .stDateInput [role="group"], .stNumberInput [role="group"]';
  const high = one => one.getBoundingClientRect().height;
  return [...document.querySelectorAll(ours)].filter(one => {
    const box = one.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) return false;
    if (one.closest('[aria-hidden="true"], [inert], .stPlotlyChart, .stDataFrame')) return false;
    if (getComputedStyle(one).visibility === 'hidden' || box.right < 0 || box.left > innerWidth) return false;
    if (!one.checkVisibility({opacityProperty: true})) return false;
    const frames = [one, one.closest(whole)].filter(Boolean);
    return Math.max(...frames.map(high)) < low - 0.5;
  }).map(one => `${one.tagName} ${Math.round(one.getBoundingClientRect().height)}px `
    + `${(one.getAttribute('aria-label') || one.innerText || one.className || '').toString().slice(0, 50)} | `
    + one.outerHTML.slice(0, 160));
}"""


def low(visitor: Visit) -> list[str]:
    """The targets on the open page that are lower than a finger needs, as tag, height and words."""
    return [str(found) for found in visitor.page.evaluate(_TARGETS, LOW)]
