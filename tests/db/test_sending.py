"""What is saved beside reports, and beside what others saved meanwhile: notes, letters, conflicts, good rows alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from db import ledger, queries
from db.engine import Database
from db.ledger import kept_files
from monitoring import errors, file_errors
from monitoring.mapping import ColumnMapping, Meant
from monitoring.periods import Dates, end_of_day
from monitoring.sent_rows import ReportRow, key
from monitoring.upload import Checked, Preview, Sender, SentFile, State
from spreadsheets import checking, form, reading
from tests.db.sent import PERIOD, TODAY, content, file, in_percent, save
from tests.spreadsheets.forms import filled

WHO = Sender(uploaded_by="A manager")
SEEN = ledger.Agreed(warnings=True)
FAR = end_of_day(date(2099, 1, 1))
SEPTEMBER = Dates(date(2025, 9, 30), FAR)


def supported(database: Database) -> tuple[str, str]:
    """A partner, and an activity that it supports and another one leads."""
    partners = queries.partners_of(database, PERIOD, datetime.now(UTC))
    return next((one, row.code) for one in partners for row in content(database, one).activities if row.notable)


def sent_by(database: Database, partner: str, cells: dict[str, dict[str, object]]) -> tuple[Checked, SentFile]:
    own = content(database, partner)
    sent = SentFile("form.xlsx", filled(form.write(own), cells))
    return checking.check(reading.read(sent.content, sent.name), own, TODAY), sent


def previews(database: Database, checked: Checked) -> list[Preview]:
    return [ledger.preview(database, part) for part in checked.by_partner]


def test_a_supporting_partner_adds_a_note_and_the_figures_of_the_lead_stay(planned: Database, tmp_path: Path) -> None:
    partner, code = supported(planned)
    before = queries.judged_activities(planned, SEPTEMBER)
    checked, sent = sent_by(planned, partner, {code: {"Narrative": "we gave the rooms"}})
    assert (checked.errors, len(checked.notes)) == ((), 1)
    number = ledger.save(planned, *previews(planned, checked), WHO, sent, tmp_path, SEEN)
    assert queries.judged_activities(planned, SEPTEMBER).equals(before)
    (note,) = queries.notes_of(planned, SEPTEMBER, code).to_dict("records")
    assert (note["partner"], note["narrative"]) == (partner, "we gave the rooms")
    (row,) = queries.submissions(planned, FAR, partners=[partner], limit=1).to_dict("records")
    assert (row["number"], row["reports"], row["notes"]) == (number, 0, 1)
    ledger.withdraw(planned, number, by="A manager", why="a try")
    assert queries.notes_of(planned, SEPTEMBER, code).empty


def test_a_supporting_partner_cannot_report_figures(planned: Database) -> None:
    partner, code = supported(planned)
    activity = next(one for one in content(planned, partner).activities if one.code == code)
    column = {"quantity": "Quantity done", "stages": "Stage"}.get(activity.measured_by, "Percent complete")
    checked, _ = sent_by(planned, partner, {code: {column: 0 if column != "Stage" else "Under way"}})
    (problem,) = checked.errors
    assert activity.lead in str(problem.what)
    assert code not in {row.activity for row in (*checked.reports, *checked.notes)}


def test_a_row_that_a_later_report_left_behind_untouched_asks_for_no_look(planned: Database, tmp_path: Path) -> None:
    (code,) = in_percent(planned)
    save(planned, file(planned, {code: {"Percent complete": 91}}), tmp_path)
    before = file(planned)
    save(planned, file(planned, {code: {"Percent complete": 95}}), tmp_path, by="Somebody else")
    found = checking.check(reading.read(before.content, before.name), content(planned), TODAY)
    assert [one.level for one in found.problems] == ["warning"]  # 91 is less than 95
    checked, (shown,) = ledger.previews(planned, found)
    assert {row.state for row in shown.rows} == {State.SAME}
    assert (checked.problems, shown.checked.problems) == ((), ())
    touched = SentFile(before.name, filled(before.content, {code: {"Percent complete": 92}}))
    found = checking.check(reading.read(touched.content, touched.name), content(planned), TODAY)
    checked, (shown,) = ledger.previews(planned, found)
    assert len(checked.warnings) == len(shown.checked.warnings) == 1


def test_what_was_reported_since_the_form_was_made_is_a_conflict_and_is_saved_only_when_it_is_taken(
    planned: Database, tmp_path: Path
) -> None:
    (code,) = in_percent(planned)
    sent = file(planned, {code: {"Percent complete": 97}})
    save(planned, file(planned, {code: {"Percent complete": 98}}), tmp_path, by="Somebody else")
    checked = checking.check(reading.read(sent.content, sent.name), content(planned), TODAY)
    shown = ledger.preview(planned, checked)
    (row,) = (row for row in shown.rows if row.state is not State.SAME)
    assert row.state is State.CONFLICT
    assert isinstance(row.was, ReportRow)
    assert isinstance(row.becomes, ReportRow)
    assert (row.was.share, row.becomes.share) == (98, 97)
    assert row.between is not None
    assert row.between.who == "Somebody else"
    with pytest.raises(errors.NothingToSave):
        ledger.save(planned, shown, WHO, sent, tmp_path, SEEN)
    ledger.save(planned, replace(shown, taken=frozenset({key(row.becomes)})), WHO, sent, tmp_path, SEEN)
    found = queries.judged_activities(planned, SEPTEMBER).set_index("code")
    assert found.loc[code, "delivered"] == pytest.approx(0.97)


def test_a_conflicting_row_takes_back_nothing_that_its_sender_did_not_touch(planned: Database, tmp_path: Path) -> None:
    (code,) = in_percent(planned)
    save(planned, file(planned, {code: {"Percent complete": 95, "Narrative": "as it was"}}), tmp_path)
    sent = file(planned, {code: {"Percent complete": 97}})
    other = {"Percent complete": 96, "Narrative": "more is known", "Next step": "ask"}
    save(planned, file(planned, {code: other}), tmp_path, by="Somebody else")
    checked = checking.check(reading.read(sent.content, sent.name), content(planned), TODAY)
    (row,) = (one for one in ledger.preview(planned, checked).rows if one.state is State.CONFLICT)
    assert [(one.field, one.was, one.becomes) for one in row.changes] == [("share", 96, 97)]
    taken = replace(ledger.preview(planned, checked), taken=frozenset({key(row.becomes)}))
    ledger.save(planned, taken, WHO, sent, tmp_path, SEEN)
    (again,) = (one.reported for one in content(planned).activities if one.code == code)
    assert again is not None
    assert (again.share, again.narrative, again.next_step) == (97, "more is known", "ask")


def test_a_warning_of_a_conflicting_row_that_is_left_out_keeps_no_other_from_being_saved(
    planned: Database, tmp_path: Path
) -> None:
    (code,) = in_percent(planned)
    indicator = next(one.code for one in content(planned).indicators if one.unit == "percent")
    observed = {"Value": 61, "Observed on": "01.07.2025", "Series": "Survey"}
    sent = file(planned, {code: {"Percent complete": 95}}, {indicator: observed})
    save(planned, file(planned, {code: {"Percent complete": 96}}), tmp_path, by="Somebody else")
    checked = checking.check(reading.read(sent.content, sent.name), content(planned), TODAY)
    shown = ledger.preview(planned, checked)
    assert [one.level for one in shown.checked.problems] == ["warning"], "less than before"
    (row,) = (one for one in shown.rows if one.state is State.CONFLICT)
    unseen = replace(SEEN, warnings=False)
    with pytest.raises(errors.WarningsLeft):
        ledger.save(planned, replace(shown, taken=frozenset({key(row.becomes)})), WHO, sent, tmp_path, unseen)
    assert ledger.save(planned, shown, WHO, sent, tmp_path, unseen) > 0


def test_a_value_of_an_indicator_that_was_recorded_since_is_a_conflict_too(planned: Database, tmp_path: Path) -> None:
    code = next(one.code for one in content(planned).indicators if one.unit == "percent")
    cells = {"Observed on": "01.07.2025", "Series": "Survey"}
    sent, other = (file(planned, None, {code: {**cells, "Value": value}}) for value in (61, 62))
    save(planned, other, tmp_path, by="Somebody else")
    checked = checking.check(reading.read(sent.content, sent.name), content(planned), TODAY)
    (row,) = (one for one in ledger.preview(planned, checked).rows if one.code == code)
    assert (row.state, row.between.who if row.between else "") == (State.CONFLICT, "Somebody else")
    assert [(one.field, one.was, one.becomes) for one in row.changes] == [("value", 62, 61)]


def test_a_file_whose_conflicting_row_was_left_out_may_be_sent_again_to_take_it(
    planned: Database, tmp_path: Path
) -> None:
    (contested,) = in_percent(planned)
    other = next(one.code for one in content(planned).activities if one.fillable and one.code != contested)
    sent = file(planned, {contested: {"Percent complete": 97}, other: {"Narrative": "more was done"}})
    save(planned, file(planned, {contested: {"Percent complete": 98}}), tmp_path, by="Somebody else")
    checked = checking.check(reading.read(sent.content, sent.name), content(planned), TODAY)
    shown = ledger.preview(planned, checked)
    assert [row.code for row in shown.to_save] == [other]
    ledger.save(planned, shown, WHO, sent, tmp_path, SEEN)
    again = ledger.preview(planned, checked)
    (conflict,) = (row for row in again.rows if row.state is State.CONFLICT)
    taken = replace(again, taken=frozenset({key(conflict.becomes)}))
    ledger.save(planned, taken, WHO, sent, tmp_path, SEEN)
    with pytest.raises(errors.SubmissionAlreadyCounts):
        ledger.save(planned, taken, WHO, sent, tmp_path, SEEN)


def test_a_file_of_which_faulty_rows_were_left_out_is_not_the_same_content_once_more(
    planned: Database, tmp_path: Path
) -> None:
    (good,) = in_percent(planned)
    faulty = next(one.code for one in content(planned).activities if one.fillable and one.code != good)
    sent = file(planned, {good: {"Percent complete": 97}, faulty: {"Reported on": "32.13.2025", "Narrative": "more"}})
    checked = checking.check(reading.read(sent.content, sent.name), content(planned), TODAY)
    assert checked.errors
    ledger.save(planned, ledger.preview(planned, checked), WHO, sent, tmp_path, replace(SEEN, partly=True))
    again = ledger.preview(planned, checked)
    assert {row.state for row in again.rows} == {State.SAME}
    ledger.refuse_what_counts(planned, checked)
    with pytest.raises(errors.NothingToSave):
        ledger.save(planned, again, WHO, sent, tmp_path, replace(SEEN, partly=True))


def test_a_form_made_after_the_last_report_conflicts_with_nothing(planned: Database, tmp_path: Path) -> None:
    (code,) = in_percent(planned)
    save(planned, file(planned, {code: {"Percent complete": 98}}), tmp_path)
    sent = file(planned, {code: {"Percent complete": 99}})
    checked = checking.check(reading.read(sent.content, sent.name), content(planned), TODAY)
    states = {row.code: row.state for row in ledger.preview(planned, checked).rows}
    assert states.pop(code) is State.CHANGED
    assert set(states.values()) <= {State.SAME}


def test_a_row_that_is_sent_back_as_the_form_had_it_says_nothing_new(planned: Database, tmp_path: Path) -> None:
    (code,) = in_percent(planned)
    save(planned, file(planned, {code: {"Percent complete": 97}}), tmp_path)
    untouched = file(planned)
    save(planned, file(planned, {code: {"Percent complete": 98}}), tmp_path, by="Somebody else")
    checked = checking.check(reading.read(untouched.content, untouched.name), content(planned), TODAY)
    assert {row.state for row in ledger.preview(planned, checked).rows} == {State.SAME}


def two_partners(database: Database) -> tuple[Checked, SentFile]:
    """A text table with reports of two partners on what they lead, and a faulty row."""
    codes = [in_percent(database)[0]]
    codes += [
        one.code
        for partner in queries.partners_of(database, PERIOD, datetime.now(UTC))
        if partner != "MOE"
        for one in content(database, partner).activities
        if one.fillable and one.measured_by == "percent"
    ][:1]
    lines = ["Code;Reported on;Percent complete", *(f"{code};30.09.2025;99" for code in codes), "NOPE-1;30.09.2025;1"]
    sent = SentFile("both.csv", "\n".join(lines).encode())
    everybody = queries.plan_content(database, PERIOD, datetime.now(UTC))
    return checking.check(reading.read(sent.content, sent.name), everybody, TODAY), sent


def test_the_reports_of_several_partners_are_saved_at_once_each_as_a_submission_of_its_own(
    planned: Database, tmp_path: Path
) -> None:
    checked, sent = two_partners(planned)
    shown = previews(planned, checked)
    assert len(shown) == 2
    with pytest.raises(errors.FaultsLeft):
        ledger.save_all(planned, [ledger.Upload(shown, sent, SEEN)], WHO, tmp_path)
    numbers = ledger.save_all(planned, [ledger.Upload(shown, sent, replace(SEEN, partly=True))], WHO, tmp_path)
    newest = queries.submissions(planned, FAR, limit=2)
    assert sorted(newest["number"]) == numbers
    assert set(newest["partner"]) == {one.checked.partner for one in shown}
    assert {row.state for one in previews(planned, checked) for row in one.rows} == {State.SAME}


def test_two_files_that_speak_of_the_same_are_refused_whole(planned: Database, tmp_path: Path) -> None:
    (code,) = in_percent(planned)
    uploads = []
    for share in (98, 99):
        checked, sent = sent_by(planned, "MOE", {code: {"Percent complete": share}})
        uploads.append(ledger.Upload(previews(planned, checked), sent, SEEN))
    before = len(queries.submissions(planned, FAR))
    with pytest.raises(errors.FilesContradict, match=code):
        ledger.save_all(planned, uploads, WHO, tmp_path)
    assert len(queries.submissions(planned, FAR)) == before
    assert len(ledger.save_all(planned, uploads[:1], WHO, tmp_path)) == 1


def test_warnings_have_to_be_agreed_to(planned: Database, tmp_path: Path) -> None:
    (code,) = in_percent(planned)
    checked, sent = sent_by(planned, "MOE", {code: {"Percent complete": 1}})
    assert [one.level for one in checked.problems] == ["warning"]
    shown = ledger.preview(planned, checked)
    with pytest.raises(errors.WarningsLeft):
        ledger.save(planned, shown, WHO, sent, tmp_path)
    assert ledger.save(planned, shown, WHO, sent, tmp_path, SEEN) > 0


def test_a_table_without_a_column_says_nothing_of_it_and_what_was_reported_stays(
    planned: Database, tmp_path: Path
) -> None:
    (code,) = in_percent(planned)
    told = {"Percent complete": 97, "Narrative": "as agreed", "Spent in total since start": 10, "Currency": "TMT"}
    save(planned, file(planned, {code: told}), tmp_path)
    sent = SentFile("short.csv", f"Code;Reported on;Percent complete\n{code};30.09.2025;98".encode())
    everybody = queries.plan_content(planned, PERIOD, datetime.now(UTC))
    checked = checking.check(reading.read(sent.content, sent.name), everybody, TODAY)
    (shown,) = previews(planned, checked)
    (row,) = shown.rows
    assert isinstance(row.becomes, ReportRow)
    assert {change.field for change in row.changes} == {"share"}
    assert (row.becomes.narrative, row.becomes.spent_cents, row.becomes.currency) == ("as agreed", 1000, "TMT")
    ledger.save(planned, shown, WHO, sent, tmp_path, SEEN)
    again = next(one.reported for one in content(planned).activities if one.code == code)
    assert again is not None
    assert (again.share, again.narrative, again.currency) == (98, "as agreed", "TMT")


def test_the_letter_is_kept_beside_the_file(planned: Database, tmp_path: Path) -> None:
    (code,) = in_percent(planned)
    checked, sent = sent_by(planned, "MOE", {code: {"Percent complete": 99}})
    letter = SentFile("letter.pdf", b"%PDF-1.7 a scan")
    number = ledger.save(planned, ledger.preview(planned, checked), WHO, sent, tmp_path, SEEN, letter)
    ((name, sha256),) = queries.letters(planned, number)
    assert kept_files.place(tmp_path, name, sha256).read_bytes() == letter.content
    assert kept_files.place(tmp_path, sent.name, sent.sha256).read_bytes() == sent.content


def test_the_newest_meaning_of_columns_counts_and_is_known_by_its_partner(planned: Database) -> None:
    june, own = date(2025, 6, 30), {"q2": Meant("share", date(2025, 6, 30)), "nr": Meant("activity")}
    first = {"q2": Meant("stage"), "nr": Meant("activity")}
    ledger.save_mapping(planned, ColumnMapping("Matrix", columns=first), "MOE", "A manager")
    ledger.save_mapping(planned, ColumnMapping("Matrix", columns=own), "MOE", "A manager")
    values = {"code": Meant("indicator"), "2024": Meant("value")}
    ledger.save_mapping(planned, ColumnMapping("Values", "indicators", values), "", "A manager")
    assert queries.column_mapping(planned, "Matrix").columns["q2"].on == june
    assert list(queries.column_mappings(planned, "MOE")) == ["Matrix", "Values"]
    assert list(queries.column_mappings(planned, "MOH")) == ["Values"]
    with pytest.raises(file_errors.UnknownMapping, match="Matrix, Values"):
        queries.column_mapping(planned, "Matrices")
    with pytest.raises(file_errors.MappingUnnamed):
        ledger.save_mapping(planned, ColumnMapping(" "), "MOE", "A manager")


def test_a_submission_of_long_ago_and_one_of_now_count_each_at_its_moment(planned: Database, tmp_path: Path) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    (code,) = in_percent(planned)
    was = queries.judged_activities(planned, Dates(date(2025, 9, 30), before)).set_index("code").loc[code, "delivered"]
    save(planned, file(planned, {code: {"Percent complete": 99}}), tmp_path)
    again = queries.judged_activities(planned, Dates(date(2025, 9, 30), before)).set_index("code")
    assert again.loc[code, "delivered"] == was
