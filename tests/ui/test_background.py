"""Work beside the run of a page: watched, stopped, and its errors told where its result is asked for."""

import threading

import pytest

from monitoring import language
from monitoring.file_errors import CheckingStopped, WorkbookEmpty
from monitoring.language import gettext as _
from monitoring.steps import Step
from ui.background import Background

STOPPED = CheckingStopped(file="a.xlsx")


def test_its_reader_sees_how_far_it_is_and_then_has_what_it_made() -> None:
    half, seen = threading.Event(), threading.Event()

    def do(step: Step) -> str:
        step(0.5)
        half.set()
        assert seen.wait(10)
        return "made"

    work = Background(do, STOPPED)
    assert half.wait(10)
    assert (work.done(), work.part()) == (False, 0.5)
    seen.set()
    assert work.done(10)
    assert work.result() == "made"


def test_stopped_work_is_over_at_once_says_so_and_ends_at_its_next_step() -> None:
    begun, asked, ended = threading.Event(), threading.Event(), threading.Event()
    went_on = []

    def do(step: Step) -> None:
        begun.set()
        assert asked.wait(10)
        try:
            step(0.9)
            went_on.append(True)
        finally:
            ended.set()

    work = Background(do, STOPPED)
    assert begun.wait(10)
    work.stop()
    assert work.done()
    with pytest.raises(CheckingStopped):
        work.result()
    asked.set()
    assert ended.wait(10)
    assert went_on == []


def test_without_steps_its_part_grows_with_the_time_it_should_take() -> None:
    go_on = threading.Event()
    work = Background(lambda step: go_on.wait(10), STOPPED, seconds=0.05)
    assert not work.done(0.2)
    assert 0.9 < work.part() < 1
    go_on.set()
    assert work.result()


def test_what_the_work_raises_is_raised_each_time_its_result_is_asked_for() -> None:
    def do(step: Step) -> None:
        raise WorkbookEmpty(file="a.xlsx")

    work = Background(do, STOPPED)
    for _time in range(2):
        with pytest.raises(WorkbookEmpty):
            work.result()


def test_it_speaks_the_language_of_the_run_that_asked_for_it() -> None:
    with language.spoken_in("ru"):
        work = Background(lambda step: _("Save"), STOPPED)
    assert work.result() == "Сохранить"
