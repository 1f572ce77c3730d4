"""Statuses as a sign and a word, where nothing can be drawn: told without the colour too."""

from typing import Any

SIGNS = {
    "disc-tick": "✔",
    "disc": "●",
    "triangle": "▲",
    "diamond": "◆",
    "diamond-half": "◈",
    "square-mark": "■",
    "ring-question": "?",
    "ring-dotted": "◌",
    "ring": "○",
    "bars": "Ⅱ",
    "arrow": "→",
    "cross": "✕",
    "equals": "=",
    "arrow-away": "↘",
}


def marked(mark: dict[str, Any]) -> tuple[str, str]:
    """The words of a mark of :mod:`reports.told.marks`, and the colour of its text."""
    return f"{SIGNS[mark['icon']]} {mark['word']}", mark["ink"]
