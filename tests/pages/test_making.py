"""A document that is being made in the background: how far it is, what comes of it, and that it can be given up."""

import threading

import pytest

from pages.reporting.handing_on.making import Making


def test_a_document_is_there_when_it_is_over_and_its_part_grows_until_then() -> None:
    go_on = threading.Event()

    def made() -> bytes:
        go_on.wait(20)
        return b"%PDF"

    work = Making(made, seconds=2)
    assert not work.done()
    first = work.part()
    assert not work.done(0.05)
    assert 0 <= first < work.part() < 1
    go_on.set()
    assert work.done(20)
    assert work.result() == b"%PDF"


def test_a_document_that_is_stopped_is_over_though_its_making_goes_on() -> None:
    go_on = threading.Event()
    work = Making(lambda: b"" if go_on.wait(20) else b"late", seconds=2)
    work.stop()
    assert work.done()
    assert work.stopped
    go_on.set()


def test_what_goes_wrong_while_it_is_made_is_raised_where_it_is_waited_for() -> None:
    def made() -> bytes:
        raise ZeroDivisionError

    work = Making(made, seconds=2)
    assert work.done(20)
    with pytest.raises(ZeroDivisionError):
        work.result()
