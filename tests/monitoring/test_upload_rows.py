"""What an upload holds: rows, faults that speak the language of the run, and fingerprints of the content."""

import gc
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

import pytest

from monitoring import errors, file_errors, reported_words
from monitoring.collecting import without_collecting
from monitoring.faults import CellProblem, Said, Word
from monitoring.form import FormActivity, FormContent, FormIndicator, FormPartner, FormPeriod, LastFigure
from monitoring.language import later
from monitoring.mapping import ABOUT, ColumnMapping, Meant, refuse_useless
from monitoring.sent_rows import NoteRow, ObservationRow, ReportRow, beside, key, touched
from monitoring.upload import Between, Change, Checked, Preview, PreviewRow, SentFile, State

REPORT = ReportRow(activity="A-1", as_of=date(2025, 9, 30), share=Decimal("49.6"))
VALUE = ObservationRow(
    indicator="STUNT", observed_on=date(2024, 7, 1), series="JME", value=Decimal("6.5"), sex="female"
)


def test_a_fault_names_its_place_the_value_what_is_wrong_and_what_is_allowed() -> None:
    what, allowed = Said(later("This is below {least}."), {"least": 0}), Said(later("Write 0 or more."))
    problem = CellProblem("Activities", "F7", "-3", what, allowed)
    assert str(problem) == "Activities!F7: -3: This is below 0. Write 0 or more."
    assert str(replace(problem, cell="", value="")) == "Activities: This is below 0. Write 0 or more."


def test_words_inside_a_sentence_are_listed_with_commas() -> None:
    assert str(Said(later("Choose {one}."), {"one": Word("a", "b")})) == "Choose a, b."


def test_what_a_row_is_about() -> None:
    assert key(REPORT) == ("report", "A-1", "2025-09-30")
    assert key(VALUE) == ("observation", "STUNT", "2024-07-01", "JME", "", "female", "", "", "", "")


def test_the_fingerprint_is_of_the_content_not_of_its_order_or_place() -> None:
    other = replace(REPORT, activity="A-2")
    one = Checked(partner="MOE", period="2025-Q3", reports=(REPORT, other), observations=(VALUE,))
    same = replace(one, reports=(replace(other, sheet="elsewhere", row=9), replace(REPORT, share=Decimal("49.60"))))
    assert one.rows == (REPORT, other, VALUE)
    assert one.sha256 == same.sha256
    assert len(one.sha256) == 64
    different = [
        replace(one, partner="MOH"),
        replace(one, period="2025-Q2"),
        replace(one, observations=()),
        replace(one, reports=(replace(REPORT, share=Decimal("49.7")), other)),
        replace(one, observations=(replace(VALUE, source="elsewhere"),)),
    ]
    assert len({one.sha256, *(checked.sha256 for checked in different)}) == 6


def test_the_fingerprint_of_a_file() -> None:
    # The published test vector of SHA-256 for "abc".
    expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert SentFile("x.xlsx", b"abc").sha256 == expected


def test_a_changed_row_tells_the_fields_that_change_in_the_words_of_the_form() -> None:
    before = replace(REPORT, share=Decimal(30), challenge="")
    row = PreviewRow(State.CHANGED, replace(REPORT, cause="approval"), before)
    assert (row.code, row.on) == ("A-1", date(2025, 9, 30))
    changes = {change.field: change for change in row.changes}
    assert set(changes) == {"share", "cause"}
    assert (changes["share"].was_shown, changes["share"].becomes_shown) == ("30", "49.6")
    assert (changes["cause"].was_shown, changes["cause"].becomes_shown) == ("", "Approval")
    assert changes["share"].label == reported_words.FIELDS["share"]


def test_a_new_value_tells_all_that_is_filled_in() -> None:
    row = PreviewRow(State.NEW, VALUE, None)
    assert (row.code, row.on) == ("STUNT", date(2024, 7, 1))
    assert row.changes == (Change("value", None, Decimal("6.5")),)


def test_a_preview_counts_its_rows_and_saves_the_new_and_the_changed() -> None:
    rows = (
        PreviewRow(State.NEW, VALUE, None),
        PreviewRow(State.SAME, REPORT, REPORT),
        PreviewRow(State.CHANGED, REPORT, replace(REPORT, share=None)),
    )
    preview = Preview(Checked(partner="MOE", period="2025-Q3"), rows, {})
    assert {state: preview.count(state) for state in State} == {
        State.NEW: 1,
        State.CHANGED: 1,
        State.SAME: 1,
        State.CONFLICT: 0,
    }
    assert preview.to_save == (rows[0], rows[2])


def test_a_conflicting_row_is_saved_only_when_it_is_taken() -> None:
    row = PreviewRow(State.CONFLICT, REPORT, replace(REPORT, share=None), Between("Somebody", datetime(2025, 10, 1)))
    other = PreviewRow(State.CONFLICT, replace(REPORT, activity="A-2"), None)
    preview = Preview(Checked(partner="MOE", period="2025-Q3"), (row, other), {})
    assert preview.to_save == ()
    assert replace(preview, taken=frozenset({key(REPORT)})).to_save == (row,)


def test_what_a_table_has_no_column_for_stays_as_it_was() -> None:
    was = replace(REPORT, narrative="as agreed", spent_cents=1000, currency="TMT", rating="met")
    short = replace(REPORT, share=Decimal(50), silent_on=frozenset({"narrative", "spent_cents", "currency"}))
    assert beside(short, was) == replace(was, share=Decimal(50), rating=None)
    spent = replace(short, spent_cents=5, currency="USD", silent_on=frozenset({"narrative"}))
    assert beside(spent, was) == replace(was, share=Decimal(50), rating=None, spent_cents=5, currency="USD")
    said = replace(short, narrative="anew", silent_on=frozenset({"narrative", "currency"}))
    assert beside(said, was) is said
    assert beside(short, None) is short
    assert beside(NOTE, NOTE) is NOTE
    assert beside(replace(VALUE, silent_on=frozenset({"source"})), replace(VALUE, source="JME")) == replace(
        VALUE, source="JME"
    )


NOTE = NoteRow(activity="A-3", partner="MOH", as_of=date(2025, 9, 30), narrative="we gave the rooms")


def test_a_note_is_told_and_has_its_own_fingerprint() -> None:
    assert key(NOTE) == ("note", "A-3", "MOH", "2025-09-30")
    row = PreviewRow(State.NEW, NOTE, None)
    assert (row.code, row.on, [change.field for change in row.changes]) == ("A-3", date(2025, 9, 30), ["narrative"])
    one = Checked(partner="MOH", period="2025-Q3", notes=(NOTE,))
    assert one.rows == (NOTE,)
    assert one.sha256 != replace(one, notes=(replace(NOTE, challenge="few"),)).sha256


def test_errors_and_warnings_are_told_apart() -> None:
    wrong, odd = Said(later("This is wrong.")), Said(later("This is odd."))
    error, warning = CellProblem("A", "B2", "", wrong, wrong), CellProblem("A", "B3", "", odd, odd, "warning")
    checked = Checked(partner="MOE", period="2025-Q3", problems=(warning, error))
    assert (checked.errors, checked.warnings) == ((error,), (warning,))


def test_a_file_of_several_partners_is_a_part_for_each_and_one_for_what_is_of_none() -> None:
    other = replace(REPORT, activity="H-1")
    leads = {"A-1": "MOE", "H-1": "MOH"}
    both = Checked(partner="", period="2025-Q3", reports=(REPORT, other), leads=leads)
    assert [(part.partner, part.rows) for part in both.by_partner] == [("MOE", (REPORT,)), ("MOH", (other,))]
    mixed = replace(both, observations=(VALUE,))
    assert [(part.partner, part.rows) for part in mixed.by_partner] == [
        ("MOE", (REPORT,)),
        ("MOH", (other,)),
        ("", (VALUE,)),
    ]
    alone = replace(both, reports=(REPORT,), leads={"A-1": "MOE"}, observations=(VALUE,))
    assert [(part.partner, part.rows) for part in alone.by_partner] == [("MOE", (REPORT, VALUE))]
    values = Checked(partner="", period="2025-Q3", observations=(VALUE,))
    assert values.by_partner == (values,)
    own = Checked(partner="MOE", period="2025-Q3", reports=(REPORT,))
    assert own.by_partner == (own,)


@pytest.mark.parametrize("collecting", [True, False])
def test_looking_for_what_may_be_thrown_away_is_taken_up_again_only_where_it_went_on(collecting: bool) -> None:
    was = gc.isenabled()
    (gc.enable if collecting else gc.disable)()
    try:
        with without_collecting():
            assert not gc.isenabled()
        assert gc.isenabled() is collecting
    finally:
        (gc.enable if was else gc.disable)()


def test_a_column_means_a_field_and_may_speak_of_one_period_alone() -> None:
    mapping = ColumnMapping("Matrix", columns={"q1": Meant("share", date(2025, 3, 31)), "nr": Meant("activity")})
    assert mapping.about == ABOUT[0]
    assert mapping.columns["nr"].on is None


@pytest.mark.parametrize(
    ("columns", "error"),
    [
        ({}, file_errors.MappingSaysTooLittle),
        ({"nr": Meant("activity"), "name": Meant("title")}, file_errors.MappingSaysTooLittle),
        ({"q1": Meant("share"), "done": Meant("quantity")}, file_errors.MappingSaysTooLittle),
        ({"nr": Meant("activity"), "q1": Meant("share"), "q2": Meant("share")}, file_errors.MappingSaysTwice),
        ({"nr": Meant("activity"), "q1": Meant("share", date.max), "q2": Meant("share")}, file_errors.MappingSaysTwice),
    ],
)
def test_a_meaning_by_which_nothing_could_be_read_is_refused(
    columns: dict[str, Meant], error: type[errors.DashboardError]
) -> None:
    with pytest.raises(error):
        refuse_useless(ColumnMapping("Matrix", columns=columns))


def test_the_figures_of_a_last_report() -> None:
    assert LastFigure(date(2025, 6, 30), stage=50).figures == (None, 50, None)


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("share", None, ""),
        ("narrative", "", ""),
        ("cause", "approval", "Approval"),
        ("cause", "something else", "something else"),
        ("spent_cents", 123_456_789, "1,234,567.89"),
        ("as_of", date(2025, 9, 3), "03.09.2025"),
        ("value", Decimal("49.60"), "49.6"),
        ("value", Decimal("1E+3"), "1,000"),
        ("stage", 25, "Started, terms or draft agreed"),
        ("row", 7, "7"),
    ],
)
def test_a_reported_value_as_a_reader_sees_it(field: str, value: object, text: str) -> None:
    assert reported_words.shown(field, value) == text


def test_a_form_is_illustrative_when_anything_in_it_is_made_up() -> None:
    content = FormContent(
        partner=FormPartner(code="MOE", name_en="Education"),
        period=FormPeriod(
            code="Q3", name_en="Q3", starts=date(2025, 7, 1), ends=date(2025, 9, 30), closes=date(2025, 10, 15)
        ),
        known_on=datetime(2025, 10, 1),
        report_date=date(2025, 9, 30),
    )
    activity = FormActivity(
        code="A-1",
        title_en="One",
        lead="MOE",
        measured_by="percent",
        starts=date(2025, 1, 1),
        ends=date(2025, 12, 31),
    )
    indicator = FormIndicator(code="STUNT", name_en="Stunting", unit="percent", unit_name_en="percent")
    assert not content.illustrative
    assert not replace(content, activities=(activity,), indicators=(indicator,)).illustrative
    assert replace(content, activities=(activity, replace(activity, illustrative=True))).illustrative
    assert replace(content, indicators=(replace(indicator, illustrative=True),)).illustrative


@pytest.mark.parametrize(
    ("part", "state", "fillable"),
    [
        ("leads", "active", True),
        ("leads", "postponed", True),
        ("leads", "cancelled", False),
        ("leads", "carried over", False),
        ("supports", "active", False),
    ],
)
def test_a_partner_fills_in_what_it_leads_and_no_amendment_has_closed(
    part: Literal["leads", "supports"], state: str, fillable: bool
) -> None:
    days = {"starts": date(2025, 1, 1), "ends": date(2025, 12, 31)}
    activity = FormActivity(code="A", title_en="A", lead="MOE", measured_by="event", part=part, state=state, **days)
    assert activity.fillable is fillable
    assert activity.notable is (part == "supports" and state == "active")


def test_what_came_back_as_the_form_had_it_takes_nothing_back() -> None:
    form_said = ReportRow(
        activity="P-1", as_of=REPORT.as_of, share=Decimal(40), narrative="a", spent_cents=100, currency="USD"
    )
    was = replace(form_said, share=Decimal(45), narrative="b", next_step="ask", spent_cents=200, currency="TMT")
    sent = replace(form_said, share=Decimal(50))
    assert touched(sent, form_said, was) == replace(was, share=Decimal(50))
    paid = replace(form_said, spent_cents=300)  # in the currency of the form
    assert touched(paid, form_said, was) == replace(was, spent_cents=300, currency="USD")
