"""Elements of an IATI file: an element with its attributes and narratives, and money and days as IATI writes them."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from xml.etree import ElementTree as ET

from exchange.in_languages import Texts

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DEFAULT = "en"
# What XML 1.0 has no way to write: control characters, and halves of a pair.
UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add(
    parent: ET.Element, tag: str, attributes: Mapping[str, str] | None = None, texts: Texts | None = None
) -> ET.Element:
    """A child with its attributes, those that are empty left out, and a narrative for each language."""
    given = {name: writable(value) for name, value in (attributes or {}).items() if value}
    element = ET.SubElement(parent, tag, given)
    narratives(element, texts or {})
    return element


def narratives(element: ET.Element, texts: Texts) -> None:
    """A narrative for each language; the default one of the activity is not named."""
    for language, text in texts.items():
        narrative = ET.SubElement(element, "narrative", {} if language == DEFAULT else {LANG: language})
        narrative.text = writable(text)


def on(parent: ET.Element, tag: str, day: date) -> ET.Element:
    """A child that is a day."""
    return add(parent, tag, {"iso-date": day.isoformat()})


def money(parent: ET.Element, cents: int, currency: str, day: date) -> ET.Element:
    """The value of a budget or a transaction, in whole units with two decimals."""
    value = add(parent, "value", {"currency": currency, "value-date": day.isoformat()})
    value.text = f"{Decimal(cents) / 100:.2f}"
    return value


def moment(at: datetime) -> str:
    """A moment in UTC to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def writable(text: str) -> str:
    """The text without what XML cannot hold."""
    return UNWRITABLE.sub("", text)
