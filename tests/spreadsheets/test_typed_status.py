"""The status of an activity as people type it: phrases, slips of the hand, and words that are none."""

from datetime import date

import pytest

from spreadsheets import typed


@pytest.mark.parametrize(
    ("said", "key"),
    [
        *[
            (said, "ongoing")
            for said in ("выполнено частично", "частично выполнено", "partly done", "Partially completed")
        ],
        *[(said, "ongoing") for said in ("bölekleýin ýerine ýetirildi", "не полностью выполнено", "выполнено на 50%")],
        *[
            (said, "ongoing")
            for said in ("50 % completed", "completed 3 of 5", "в процессе согласования", "почти завершено")
        ],
        *[(said, "ongoing") for said in ("Выполняется, идёт сбор данных", "in progress since March")],
        *[(said, "completed") for said in ("завершено 15.03.2025", "выполнено 100%", "мероприятие завершено")],
        *[(said, "completed") for said in ("Tamamlandy we hasabat berildi", "completed 5 of 5")],
        *[(said, "not started") for said in ("не начато, ждём решения", "not started because of the season")],
        *[
            (said, "proposed for postponement")
            for said in ("перенесено на 2026", "перенос на IV кв.", "postponed to 2026")
        ],
        *[(said, "proposed for postponement") for said in ("2026-njy ýyla geçirildi", "отложено до осени")],
        *[
            (said, "proposed for cancellation")
            for said in ("отменено по письму № 5", "cancelled by the ministry", "аннулировано: нет средств")
        ],
        *[(said, "proposed for carry-over") for said in ("carried over to 2026", "переходящее на следующий год")],
        *[(said, None) for said in ("в ожидании финансирования", "awaiting funds from the budget", "не выполнено")],
        *[
            (said, None)
            for said in ("not completed", "ýerine ýetirilmedi", "completed except one", "completed; next one postponed")
        ],
        *[(said, None) for said in ("Ongoing, completed", "частично отменено", "не отменено", "to be determined")],
    ],
)
def test_a_phrase_gives_its_status_if_it_says_one_and_its_words_are_kept(said: str, key: str | None) -> None:
    assert typed.said_status(said) == (key, said)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        *(
            ("Compleeted", "Completed"),
            ("Onging", "Ongoing"),
            ("Not strated", "Not started"),
            ("in progres", "Ongoing"),
        ),
        *(
            ("выполненно", "Completed"),
            ("Продолжаеться", "Ongoing"),
            ("tamamlandi", "Completed"),
            ("отмененно", "cancellation"),
            ("в процесе", "Ongoing"),
        ),
    ],
)
def test_what_is_nearly_a_status_is_asked_about(said: str, meant: str) -> None:
    with pytest.raises(typed.Refused, match="none of the words") as refused:
        typed.said_status(said)
    assert f"{meant}”?" in str(refused.value.allowed)


@pytest.mark.parametrize("said", ["Dunno", "---", "n/a", "н/д", "?", "хорошо", 45, 0.5, True, date(2025, 3, 6)])
def test_a_short_word_that_is_no_status_is_refused_with_those_that_are(said: object) -> None:
    with pytest.raises(typed.Refused, match="none of the words") as refused:
        typed.said_status(said)  # type: ignore[arg-type]
    assert str(refused.value.allowed).startswith("Choose one of: Not started, Ongoing")


@pytest.mark.parametrize(
    "said",
    [
        *("будет выполнено", "to be completed in 2026", "will be completed", "планируется завершить", "completed?"),
        *("первый этап завершен", "Завершен этап 1", "выполнена первая часть", "completed for 3 schools"),
        *("выполнено в 3 районах", "started but not completed", "начато, но не завершено", "полностью не выполнено"),
        *("завершено, кроме одного модуля", "отменен тендер", "не переносится", "на стадии завершения"),
    ],
)
def test_nothing_is_taken_as_closed_that_may_be_so_in_part(said: str) -> None:
    assert typed.said_status(said) == (None, said)


@pytest.mark.parametrize("said", ["незавершено", "невыполнено", "uncompleted", "incomplete", "unfinished"])
def test_the_opposite_of_a_status_is_not_suggested(said: str) -> None:
    with pytest.raises(typed.Refused) as refused:
        typed.said_status(said)
    assert "Did you mean" not in str(refused.value.allowed)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("уже выполнено", "completed"),
        ("successfully completed", "completed"),
        ("всё ещё выполняется", "ongoing"),
        ("completed in part", "ongoing"),
        ("completed with delay", "completed"),
        ("started in March", "ongoing"),
        ("cancelled and replaced", "proposed for cancellation"),
    ],
)
def test_words_before_and_behind_a_status_are_kept_with_it(said: str, key: str) -> None:
    assert typed.said_status(said) == (key, said)
