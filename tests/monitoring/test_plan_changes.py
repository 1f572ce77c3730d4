"""What a plan workbook would change is told row by row and field by field, before anything is saved."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from monitoring.faults import CellProblem, Said
from monitoring.language import later, spoken_in
from monitoring.plan_changes import FieldChange, PlanPreview, RowChange, Signed, State
from monitoring.plan_rows import Milestone, PartnerRow, Row, TargetRow
from tests.plan_of_two import ACTIVITY

PARTNER = PartnerRow(code="MOX", name_en="A court", kind="court")
TARGET = TargetRow(indicator="I-1", framework="F", due_on=date(2028, 12, 31), value=Decimal(80), kind="reach")
EXTENDED = Signed(kind="extend", valid_from=date(2025, 10, 1), signed_on=date(2025, 9, 30), reason="agreed")


def change(state: State, was: Row | None, becomes: Row | None, signed: Signed = Signed()) -> RowChange:
    row = becomes or was
    assert row is not None
    return RowChange(state=state, table=row.table, key=row.key, was=was, becomes=becomes, signed=signed)


def changed(was: Any, signed: Signed = Signed(), **values: Any) -> RowChange:
    return change(State.CHANGED, was, replace(was, **values), signed)


NEW = change(State.NEW, None, PARTNER)
CHANGED = changed(ACTIVITY, EXTENDED, ends=date(2026, 3, 31), planned_quantity=Decimal(40))
GONE = change(State.GONE, TARGET, None)
SAME = change(State.SAME, PARTNER, PARTNER)
FAULTY = RowChange(state=State.FAULTY, table="goals", key=("row 7",))


def test_a_new_row_tells_every_field_that_is_filled_in_but_its_code() -> None:
    assert NEW.changes == (FieldChange("name_en", None, "A court"), FieldChange("kind", None, "court"))
    assert NEW.lines() == ["new: Partners: MOX"]


def test_a_new_row_tells_a_zero_and_a_no_too_because_they_are_no_empty_cells() -> None:
    told = {one.field: one.becomes_shown for one in change(State.NEW, None, ACTIVITY).changes}
    assert (told["opening_share"], told["illustrative"]) == ("0", "no")
    assert {"title_ru", "supporters", "continues", "code"}.isdisjoint(told)


def test_a_changed_row_tells_only_what_changes_with_both_values_and_what_is_signed() -> None:
    assert CHANGED.changes == (
        FieldChange("ends", date(2025, 12, 31), date(2026, 3, 31)),
        FieldChange("planned_quantity", Decimal(30), Decimal(40)),
    )
    assert CHANGED.lines() == [
        "changed: Activities: A-0 (Extended at no cost): End: 31.12.2025 → 31.03.2026",
        "changed: Activities: A-0 (Extended at no cost): Planned quantity: 30 → 40",
    ]


def test_a_number_written_in_another_way_is_no_change() -> None:
    assert changed(ACTIVITY, planned_quantity=Decimal("30.00")).changes == ()


def test_one_empty_value_in_the_place_of_another_is_no_change() -> None:
    assert changed(ACTIVITY, title_ru=None, supporters="", planned_quantity=Decimal(31)).changes == (
        FieldChange("planned_quantity", Decimal(30), Decimal(31)),
    )


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"value": None}, "Value: 80 → –"),
        ({"value": Decimal("82.5")}, "Value: 80 → 82.5"),
        ({"value": Decimal(0)}, "Value: 80 → 0"),
        ({"kind": "hold"}, "Kind: To be reached → To be held"),
    ],
)
def test_a_value_that_goes_is_a_dash(values: dict[str, Any], line: str) -> None:
    assert changed(TARGET, **values).lines() == [f"changed: Targets: I-1 · F · 2028-12-31: {line}"]


def test_a_value_that_comes_in_the_place_of_nothing_follows_a_dash() -> None:
    assert changed(PARTNER, name_ru="Суд").lines() == ["changed: Partners: MOX: Name in Russian: – → Суд"]


def test_a_milestone_that_comes_is_told_beside_those_that_stay() -> None:
    more = (*ACTIVITY.milestones, Milestone(due_on=date(2025, 9, 30), share=Decimal("75.0"), name_en="Most"))
    assert changed(ACTIVITY, milestones=more).lines() == [
        "changed: Activities: A-0: Milestones: 30.06.2025: 50 % → 30.06.2025: 50 %; 30.09.2025: 75 % (Most)"
    ]


def test_a_row_that_goes_names_what_goes_and_no_fields() -> None:
    assert GONE.changes == ()
    assert GONE.code == "I-1 · F · 2028-12-31"
    assert GONE.lines() == ["gone: Targets: I-1 · F · 2028-12-31"]


def test_a_row_that_stays_or_has_to_be_mended_is_one_line() -> None:
    assert (SAME.changes, SAME.lines()) == ((), ["as before: Partners: MOX"])
    assert (FAULTY.changes, FAULTY.lines()) == ((), ["to be mended: Goals: row 7"])


def test_a_change_is_told_in_the_language_of_the_reader() -> None:
    line = changed(ACTIVITY, EXTENDED, measured_by="event")
    (told,) = line.changes
    with spoken_in("ru"):
        assert (told.label, told.was_shown, told.becomes_shown) == ("Чем измеряется", "Количество", "Событие")
        (said,) = line.lines()
    assert said.endswith(
        ": Мероприятия: A-0 (Продлено без дополнительных затрат): Чем измеряется: Количество → Событие"
    )
    assert (told.label, told.was_shown) == ("Measured by", "Quantity")


FAULT = CellProblem("Goals", "B7", "X", Said(later("There is no {code}."), {"code": "X"}), Said(later("Write a code.")))
WARNING = replace(FAULT, cell="C7", value="", level="warning")
PREVIEW = PlanPreview((SAME, NEW, FAULTY, CHANGED, GONE), (WARNING, FAULT))


def test_rows_are_counted_by_what_saving_would_do_with_them() -> None:
    twice = replace(PREVIEW, rows=(*PREVIEW.rows, NEW))
    assert {state: twice.count(state) for state in State} == {
        State.NEW: 2,
        State.CHANGED: 1,
        State.SAME: 1,
        State.GONE: 1,
        State.FAULTY: 1,
    }
    assert PlanPreview(()).count(State.NEW) == 0


def test_saving_adds_changes_and_takes_out_and_leaves_what_is_the_same_or_faulty() -> None:
    assert PREVIEW.to_save == (NEW, CHANGED, GONE)


def test_faults_keep_a_file_from_being_saved_and_warnings_ask_to_look() -> None:
    assert PREVIEW.faults == (FAULT,)
    assert PREVIEW.warnings == (WARNING,)


def test_another_program_is_told_faults_counts_and_every_row_that_does_not_stay() -> None:
    assert PREVIEW.as_plain() == {
        "problems": [
            {"sheet": "Goals", "cell": "C7", "value": "", "level": "warning", **SAID},
            {"sheet": "Goals", "cell": "B7", "value": "X", "level": "error", **SAID},
        ],
        "counts": {"new": 1, "changed": 1, "same": 1, "gone": 1, "faulty": 1},
        "rows": [
            told("new", "partners", ["MOX"], {"name_en": ["", "A court"], "kind": ["", "Court"]}),
            told("faulty", "goals", ["row 7"], {}),
            told(
                "changed",
                "activities",
                ["A-0"],
                {"ends": ["31.12.2025", "31.03.2026"], "planned_quantity": ["30", "40"]},
                "extend",
            ),
            told("gone", "targets", ["I-1", "F", "2028-12-31"], {}),
        ],
    }


SAID = {"problem": "There is no X.", "allowed": "Write a code."}


def told(state: str, table: str, key: list[str], changes: dict[str, list[str]], amendment: str = "") -> dict[str, Any]:
    return {"state": state, "table": table, "key": key, "amendment": amendment, "changes": changes}


def test_the_same_changes_have_one_fingerprint_whatever_the_order_of_the_rows_and_what_stays() -> None:
    again = PlanPreview((GONE, CHANGED, NEW), stands={("partners", ("MOX",)): "abc"})
    assert again.sha256 == PREVIEW.sha256
    written = changed(ACTIVITY, EXTENDED, ends=date(2026, 3, 31), planned_quantity=Decimal("40.0"))
    assert replace(PREVIEW, rows=(GONE, written, NEW)).sha256 == PREVIEW.sha256
    assert len(PREVIEW.sha256) == 64


def test_whatever_would_be_saved_otherwise_has_another_fingerprint() -> None:
    others: list[tuple[RowChange, ...]] = [
        (),
        (NEW,),
        (NEW, CHANGED),
        (NEW, CHANGED, GONE),
        (NEW, NEW, CHANGED, GONE),
        (change(State.GONE, PARTNER, None), CHANGED, GONE),
        (NEW, replace(CHANGED, becomes=replace(ACTIVITY, ends=date(2026, 4, 1))), GONE),
        (NEW, CHANGED, change(State.GONE, replace(TARGET, indicator="I-2"), None)),
        (NEW, CHANGED, replace(GONE, table="goals")),
        (changed(replace(PARTNER, name_en="A"), name_en="A court"), CHANGED, GONE),
        *((NEW, replace(CHANGED, signed=signed), GONE) for signed in OTHERWISE_SIGNED),
    ]
    assert len({PlanPreview(rows).sha256 for rows in others}) == len(others)


OTHERWISE_SIGNED = [
    replace(EXTENDED, kind="results"),
    replace(EXTENDED, valid_from=date(2025, 10, 2)),
    replace(EXTENDED, signed_on=None),
    replace(EXTENDED, reason="asked for"),
    replace(EXTENDED, letter="No. 7"),
]
