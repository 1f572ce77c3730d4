"""The shapes of statuses as small SVG: told by shape and colour, with no font and no request."""

from base64 import b64encode

from monitoring.status import Mark

_SHAPES = {
    "disc-tick": '<circle cx="8" cy="8" r="7" fill="{c}"/><path d="M4.5 8.2l2.4 2.4 4.6-5" fill="none" stroke="{p}" stroke-width="1.8"/>',
    "ring-tick": '<circle cx="8" cy="8" r="6" fill="none" stroke="{c}" stroke-width="2"/><path d="M5 8.2l2.2 2.2 3.9-4.6" fill="none" stroke="{c}" stroke-width="1.8"/>',
    "disc": '<circle cx="8" cy="8" r="6.5" fill="{c}"/>',
    "triangle": '<path d="M8 1.5L15 14H1z" fill="{c}"/>',
    "diamond": '<path d="M8 .8L15.2 8 8 15.2.8 8z" fill="{c}"/>',
    "diamond-half": '<path d="M8 1.9L14.1 8 8 14.1 1.9 8z" fill="none" stroke="{c}" stroke-width="1.6"/><path d="M8 1.9V14.1L1.9 8z" fill="{c}"/>',
    "square-mark": '<rect x="1.5" y="1.5" width="13" height="13" fill="{c}"/><path d="M8 4v5M8 11v2" stroke="{p}" stroke-width="2"/>',
    "ring-question": '<circle cx="8" cy="8" r="6.3" fill="none" stroke="{c}" stroke-width="1.6" stroke-dasharray="3 1.6"/><path d="M6.2 6.5a1.9 1.9 0 1 1 2.6 1.8c-.6.2-.8.5-.8 1.1M8 10.9v1.4" fill="none" stroke="{c}" stroke-width="1.4"/>',
    "ring-dotted": '<circle cx="8" cy="8" r="6.3" fill="none" stroke="{c}" stroke-width="1.6" stroke-dasharray="1.2 1.6"/>',
    "ring": '<circle cx="8" cy="8" r="6.3" fill="none" stroke="{c}" stroke-width="1.6"/>',
    "bars": '<path d="M5.5 3v10M10.5 3v10" stroke="{c}" stroke-width="2.4"/>',
    "arrow": '<path d="M2 8h11M9 3.8L13.2 8 9 12.2" fill="none" stroke="{c}" stroke-width="2"/>',
    "arrow-away": '<path d="M8 1.5v11M3.6 8.6L8 13.2l4.4-4.6" fill="none" stroke="{c}" stroke-width="2.2"/>',
    "cross": '<path d="M3.5 3.5l9 9M12.5 3.5l-9 9" stroke="{c}" stroke-width="2"/>',
    "equals": '<path d="M3 6h10M3 10h10" stroke="{c}" stroke-width="2"/>',
}


def data_url(mark: Mark, dark: bool, icon: str = "") -> str:
    """The shape of a status as an image; ``icon`` takes another shape in the same colour."""
    shape = _SHAPES[icon or mark.icon].format(c=mark.fill(dark), p="#12161D" if dark else "#FFFFFF")
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="32" height="32">{shape}</svg>'
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()


def image(mark: Mark, dark: bool, icon: str = "") -> str:
    """The same as an HTML image; the word stands beside it, so it needs none of its own."""
    return f'<img alt="" width="14" height="14" style="vertical-align:-2px" src="{data_url(mark, dark, icon)}">'
