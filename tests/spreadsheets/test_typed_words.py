"""Words to choose from as people type them, and what is told from words: yes and no, totals, codes."""

from datetime import date
from itertools import combinations

import pytest

from monitoring.reported_words import CHOICES
from spreadsheets import typed
from spreadsheets.spelling import alike, in_every_language
from spreadsheets.typed.synonyms import SYNONYMS

STATUSES = {
    "ongoing": (
        *("Ongoing", "in progress", "In Progress.", "on-going", "under way", "текущий", "Текущая", "в процессе"),
        *("выполняется", "в работе", "идёт", "идет", "Продолжается", "dowam edýär", "dowam edyar", "DOWAM EDYÄR"),
        *("amala aşyrylýar", "amala asyrylyar", "в\u00a0процессе", "in pro-\ngress"),
    ),
    "completed": (
        *("Completed", "done", "Done!", "finished", "выполнено", "Завершено", "завершен(а)", "завершён", "исполнено"),
        *("ýerine ýetirildi", "yerine yetirildi", "tamamlandy", "Tamamlandy.", "Completed *"),
    ),
    "not started": (
        *("Not started", "not yet started", "не начато", "не начат", "Не начата", "ещё не начато", "başlanmady"),
        *("baslanmady", "not-started"),
    ),
    "proposed for cancellation": (
        "cancelled",
        "canceled",
        "отменено",
        "отменён",
        "ýatyryldy",
        "Proposed for cancellation",
    ),
    "proposed for postponement": ("postponed", "отложено", "Предложено отложить", "yza süýşürildi", "перенесено"),
    "proposed for carry-over": ("carried over", "carry-over", "proposed for carry over", "переходящее"),
}


@pytest.mark.parametrize(("key", "said"), [(key, said) for key, words in STATUSES.items() for said in words])
def test_a_status_is_known_under_its_other_names_in_each_language(key: str, said: str) -> None:
    assert typed.choice("reported_status", said) == key
    assert typed.said_status(said) == (key, "")


@pytest.mark.parametrize(
    ("field", "said", "key"),
    [
        ("rating", "Met", "met"),
        ("rating", "Выполнено", "met"),
        ("rating", "достигнуто", "met"),
        ("rating", "on-track", "on track"),
        ("rating", "В процессе", "on track"),
        ("rating", "по плану", "on track"),
        ("rating", "Constrained", "constrained"),
        ("rating", "Ограниченные результаты", "constrained"),
        ("rating", "с ограничениями", "constrained"),
        ("rating", "No progress", "no progress"),
        ("rating", "Нет прогресса", "no progress"),
        ("rating", "Нет результатов", "no progress"),
        ("rating", "öňegidişlik ýok", "no progress"),
        ("rating", "No Status", "no status"),
        ("rating", "Статус отсутствует", "no status"),
        ("stage", "Выполняется", 50),
        ("stage", "not yet started", 0),
        ("stage", "0", 0),
        ("stage", "Представлено или сдано", 75),
        ("stage", "100 %", 100),
        ("stage", "Принято, с подтверждением", 100),
        ("stage", "tabşyryldy", 75),
        ("cause", "Финансирование ЮНИСЕФ", "UNICEF funds"),
        ("cause", "партнёр", "partner"),
        ("waiting_for", "утверждение", "approval"),
        ("waiting_for", "maglumat", "data"),
        ("sex", "девочки", "female"),
        ("sex", "Ж", "female"),
        ("sex", "м", "male"),
        ("sex", "M", "male"),
        ("sex", "boys", "male"),
        ("sex", "gyzlar", "female"),
        ("residence", "сельская местность", "rural"),
        ("residence", "городской", "urban"),
        ("residence", "oba", "rural"),
        ("wealth", "четвёртый квинтиль", "fourth"),
        ("disability", "с инвалидностью", "with"),
    ],
)
def test_each_column_knows_other_names_of_its_words(field: str, said: str, key: object) -> None:
    assert typed.choice(field, said) == key


@pytest.mark.parametrize(
    "said",
    [
        "Ongoing/Текущий",
        "Ongoing / Текущий",
        "Ongoing (текущий)",
        "Текущий (Ongoing)",
        "Ongoing\nТекущий",
        "Ongoing | dowam edýär",
    ],
)
def test_both_languages_may_stand_in_one_cell(said: str) -> None:
    assert typed.choice("reported_status", said) == "ongoing"
    assert typed.said_status(said) == ("ongoing", "")


@pytest.mark.parametrize("said", ["Completed/Ongoing", "Completed (not started)", "Завершено / in progress"])
def test_two_words_that_differ_in_one_cell_are_refused(said: str) -> None:
    for read in (lambda cell: typed.choice("reported_status", cell), typed.said_status):
        with pytest.raises(typed.Refused, match="Two different words") as refused:
            read(said)
        assert "Choose one of" in str(refused.value.allowed)


@pytest.mark.parametrize("said", ["cоmpleted", "Зaвершенo", "ВЫПOЛHEHO", "Оngоing", "tаmаmlаndу"])
def test_letters_of_the_other_alphabet_that_look_alike_do_no_harm(said: str) -> None:
    assert typed.choice("reported_status", said) in ("completed", "ongoing")


@pytest.mark.parametrize("field", list(CHOICES))
def test_no_name_of_one_word_is_also_the_name_of_another(field: str) -> None:
    names = {
        key: {alike(name) for name in (*in_every_language(word), str(key), *SYNONYMS.get(field, {}).get(key, ()))}
        for key, word in CHOICES[field].items()
    }
    for one, other in combinations(names, 2):
        assert not names[one] & names[other], (one, other)


def test_what_is_nearly_a_word_to_choose_from_is_asked_about() -> None:
    with pytest.raises(typed.Refused) as refused:
        typed.choice("rating", "Constrainned")
    assert str(refused.value.allowed).startswith("Did you mean “Constrained”? Choose one of: Met, On Track")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        *[
            (said, True)
            for said in ("да", "Да", "ДА.", "yes", "YES", "hawa", "ha", "+", "true", "v", "✓", "✔", "1", 1, 1.0, True)
        ],
        *[
            (said, False)
            for said in ("нет", "No", "ýok", "yok", "-", "−", "–", "false", "✗", "✘", "❌", "0", 0, 0.0, False)
        ],
        *[
            (said, None)
            for said in ("", "maybe", "да, но позже", "2", 2, 0.5, "n/a", "x", "Х", "×", date(2025, 3, 6), float("nan"))
        ],
    ],
)
def test_yes_and_no_are_known_in_words_signs_and_figures(said: object, meant: bool | None) -> None:
    assert typed.yes_no(said) is meant  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        *[(said, True) for said in ("обучение идёт", "almost there", "Okuw geçirildi", "в процессе")],
        *[(said, False) for said in ("", "45", "45 школ", "m²", "да", "no", "---", "%", 45, True, date(2025, 3, 6))],
    ],
)
def test_words_without_a_figure_are_told_from_everything_else(said: object, meant: bool) -> None:
    assert typed.is_words(said) is meant  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        *[
            (said, True)
            for said in (
                "total",
                "Total:",
                "TOTAL",
                "Totals",
                "Grand total",
                "Subtotal",
                "Total for the section",
                "Total 5",
            )
        ],
        *[(said, True) for said in ("итого", "ИТОГО:", "Итого по разделу", "всего", "Всего по плану", "Общий итог")],
        *[
            (said, True)
            for said in ("jemi", "Jemi:", "umumy", "Umumy jemi", "Bölüm boýunça jemi", "Jemi bölüm boýunça")
        ],
        *[
            (said, False)
            for said in ("", "Totally new", "Total sanitation", "Итоговый отчёт", "Всемирный день", "Umumy bilim")
        ],
        *[(said, False) for said in ("Training in total silence", 5, True, "МОЕ-1", date(2025, 3, 6))],
    ],
)
def test_a_line_of_totals_is_told_from_a_title(said: object, meant: bool) -> None:
    assert typed.is_total(said) is meant  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "said",
    [
        *(
            "MOE-2025-01",
            "moe-2025-01",
            "МОЕ–2025–01",
            "мое—2025—01",
            "MOE_2025_01",
            "MOE 2025 01",
            " MOE - 2025 - 01 ",
        ),
        *("MOE\u2011202\u200b5\u201101", "ＭＯＥ-2025-01", "MOE\u00a02025\u00a001", "MOE-2025-01\n"),
    ],
)
def test_a_code_is_the_same_whatever_its_dashes_case_and_alphabet(said: str) -> None:
    assert typed.code_like(said) == typed.code_like("MOE-2025-01")


@pytest.mark.parametrize(("one", "other"), [("A-1-11", "A-11-1"), ("A-1", "A-10"), ("A1-1", "A-11"), ("1.1", "11")])
def test_two_codes_stay_two(one: str, other: str) -> None:
    assert typed.code_like(one) != typed.code_like(other)


def test_a_code_that_is_a_number_is_compared_as_it_is_shown() -> None:
    assert typed.code_like(7.0) == typed.code_like(7) == typed.code_like("7")
    assert (typed.code_like(1), typed.code_like(True)) == ("1", "true")
