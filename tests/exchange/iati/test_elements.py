"""What is written into an IATI file is something that every reader can read."""

from datetime import UTC, date, datetime, timedelta, timezone
from xml.etree import ElementTree as ET

import pytest

from exchange.iati.elements import add, moment, money, writable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x0bb\x00c", "abc"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("<Çäğe> & \U0001f9d2", "<Çäğe> & \U0001f9d2"),
        ("\ud800x", "x"),
    ],
)
def test_what_xml_cannot_hold_is_left_out_and_nothing_else(text: str, expected: str) -> None:
    assert writable(text) == expected
    element = add(ET.Element("title"), "title", {"code": text}, {"en": text})
    read = ET.fromstring(ET.tostring(element, encoding="utf-8"))
    assert read.findtext("narrative") == expected


def test_money_has_two_decimals_and_its_currency() -> None:
    value = money(ET.Element("budget"), 1_234_505, "USD", date(2025, 3, 1))
    assert (value.text, value.get("currency"), value.get("value-date")) == ("12345.05", "USD", "2025-03-01")


def test_a_moment_is_told_in_utc() -> None:
    ashgabat = timezone(timedelta(hours=5))
    assert moment(datetime(2025, 10, 15, 12, 23, 0, 999, tzinfo=ashgabat)) == "2025-10-15T07:23:00Z"
    assert moment(datetime(2025, 10, 15, tzinfo=UTC)) == "2025-10-15T00:00:00Z"


def test_the_default_language_is_not_named_and_the_others_are() -> None:
    element = add(ET.Element("root"), "title", texts={"en": "One", "tk": "Bir"})
    assert [dict(one.attrib) for one in element] == [{}, {"{http://www.w3.org/XML/1998/namespace}lang": "tk"}]
