"""Our words in IATI's code lists: none is missing, and the page for readers says each."""

import pytest

from db.settings import ROOT
from exchange.iati import codes
from monitoring import words
from monitoring.status import Delivery

PAGE = (ROOT / "docs" / "exchange.md").read_text(encoding="utf-8")


def test_every_kind_of_partner_and_every_status_has_a_code() -> None:
    assert set(codes.ORGANISATION) == set(words.PARTNER_KINDS)
    assert set(codes.STATUS) == set(Delivery)


@pytest.mark.parametrize("table", [codes.STATUS, codes.SECTOR, codes.ORGANISATION])
def test_the_page_for_readers_has_every_code(table: dict[str, str]) -> None:
    for word, code in table.items():
        assert f"| {word} | `{code}` |" in PAGE, word
