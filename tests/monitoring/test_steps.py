"""Work that nobody watches goes on."""

from monitoring.steps import Step, unseen


def test_a_step_that_nobody_looks_at_stops_nothing() -> None:
    step: Step = unseen
    assert [step(part) for part in (0.0, 0.5, 1.0)] == [None, None, None]
