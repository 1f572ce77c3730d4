"""What partners send, in whatever file: agreed to, mended, understood by its columns, kept, and downloaded again."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from os import environ
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Download, Locator

from db.settings import ROOT
from tests.browser.axe import violations
from tests.browser.conftest import Visit, fill, serving
from tests.browser.targets import low
from tests.browser.test_upload import download_form, send, set_cells
from tests.spreadsheets.test_reading_ods import ods, row, text

KINDERGARTENS = "Охват воспитателей детских садов пилотных районов курсом по подготовке детей к школе"
PLANS = "Внедрение индивидуальных учебных планов для детей с инвалидностью в пилотных школах"
HEAD = ["Code", "Reported on", "Percent complete"]
QUARTERS = ["I квартал 2025", "II квартал 2025", "III квартал 2025", "IV квартал 2025"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sending")


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[str]:
    """A server on a database of its own: here it is written to."""
    fill(folder / "dashboard.sqlite3", demonstration=True)
    with serving(folder / "dashboard.sqlite3") as home:
        yield home


def book(file: Path, rows: list[list[Any]]) -> Path:
    made = openpyxl.Workbook()
    for line in rows:
        made.active.append(line)
    made.save(file)
    return file


def matrix(file: Path, third: list[float]) -> Path:
    """A partner's own: one row an activity, one column a quarter, in percent, with titles and no codes."""
    rows: list[list[Any]] = [["Министерство образования: ход выполнения"], []]
    rows.append(["№", "Мероприятие", *QUARTERS, "Ответственный"])
    rows += [[1, KINDERGARTENS, 40, 60, third[0], None, "отдел"], [2, PLANS, 10, 20, third[1], None, "отдел"]]
    return book(file, rows)


def save(visitor: Visit, button: str = "Save") -> None:
    visitor.page.get_by_label("Uploaded by").fill("A tester")
    visitor.page.get_by_role("button", name=button, exact=True).click()
    visitor.page.get_by_text("Saved as submission").wait_for()
    visitor.settle()


def can_save(visitor: Visit) -> bool:
    return visitor.page.get_by_role("button", name=re.compile("^Save")).count() > 0


def tick(visitor: Visit, words: str) -> None:
    visitor.page.locator(".stCheckbox label").filter(has_text=words).click()
    visitor.settle()


def downloaded(visitor: Visit, button: Locator) -> Download:
    with visitor.page.expect_download() as waiting:
        button.click()
    return waiting.value


def content(download: Download) -> bytes:
    return download.path().read_bytes()


def cells(workbook: bytes) -> list[list[tuple[object, ...]]]:
    """What stands in each sheet; when it was saved stands in the file too."""
    return [list(sheet.iter_rows(values_only=True)) for sheet in openpyxl.load_workbook(io.BytesIO(workbook))]


def button(visitor: Visit, words: str) -> Locator:
    return visitor.page.get_by_role("button", name=words)


def test_all_forms_and_a_blank_one_can_be_taken_in_another_language(visit: Callable[..., Visit], served: str) -> None:
    visitor = visit(served)
    visitor.open("upload?partner=MOE")
    visitor.page.get_by_text("Русский", exact=True).last.click()
    visitor.settle()
    archive = downloaded(visitor, button(visitor, "Forms of all partners"))
    with zipfile.ZipFile(io.BytesIO(content(archive))) as every:
        assert len(every.namelist()) == len(set(every.namelist())) >= 12
        (form,) = (every.read(name) for name in every.namelist() if "-MOE-" in name)
    assert openpyxl.load_workbook(io.BytesIO(form)).sheetnames[0] == "Мероприятия"
    blank = downloaded(visitor, button(visitor, "Blank form"))
    assert "-blank" in blank.suggested_filename
    sheet = openpyxl.load_workbook(io.BytesIO(content(blank))).worksheets[0]
    assert sheet.cell(4, 1).value == "Код"
    assert sheet.cell(5, 1).value is None
    assert not sheet.protection.sheet


def test_what_is_unusual_is_saved_after_a_tick_with_its_letter_and_both_files_are_given_back(
    visit: Callable[..., Visit], served: str, tmp_path: Path
) -> None:
    visitor = visit(served)
    form = download_form(visitor, tmp_path)
    set_cells(form, "MOE-2025-13", Percent_complete="45 %", Reported_on="30.09.2025")
    send(visitor, form)
    assert "This is less than before: 49% on 30.09.2025." in visitor.text()
    assert not can_save(visitor)
    tick(visitor, "I have looked at")
    letter = tmp_path / "letter 17.pdf"
    letter.write_bytes(b"%PDF-1.7 a scan of the letter")
    visitor.page.get_by_label("Reported by").fill("B. Berdiyeva")
    visitor.page.get_by_label("Post of").fill("Head of planning")
    visitor.page.get_by_label("Number of the covering letter").fill("17/2025")
    visitor.page.locator('.st-key-scan input[type="file"]').set_input_files(letter)
    visitor.settle()
    save(visitor)
    first = visitor.page.locator("[class*='st-key-submission']").first
    assert "B. Berdiyeva" in first.inner_text()
    assert "letter 17/2025" in first.inner_text()
    first.get_by_role("button", name="Files").click()
    visitor.settle()
    assert content(downloaded(visitor, button(visitor, "letter 17.pdf"))) == letter.read_bytes()
    assert content(downloaded(visitor, button(visitor, form.name))) == form.read_bytes()


def test_the_good_rows_are_saved_and_the_rest_is_handed_back_mended_and_sent_again(
    visit: Callable[..., Visit], served: str, tmp_path: Path
) -> None:
    visitor = visit(served)
    form = download_form(visitor, tmp_path)
    set_cells(form, "MOE-2025-06", Percent_complete="140 %", Narrative="all of them", Reported_on="30.09.2025")
    set_cells(form, "MOE-2025-05", Quantity_done=22, Narrative="two more", Reported_on="30.09.2025")
    send(visitor, form)
    assert re.search(r"1 changed, \d as before, 1 faulty", visitor.text()), visitor.text()
    assert violations(visitor) == []
    assert not can_save(visitor)
    rest = downloaded(visitor, button(visitor, "Download the faulty rows alone"))
    marked = downloaded(visitor, button(visitor, "with these cells marked"))
    assert openpyxl.load_workbook(io.BytesIO(content(marked))).sheetnames
    mended = tmp_path / rest.suggested_filename
    rest.save_as(mended)
    tick(visitor, "Save the ")
    save(visitor)
    assert "The faulty rows were not saved" in visitor.text()
    after = downloaded(visitor, button(visitor, "Download the faulty rows: "))
    assert cells(content(after)) == cells(mended.read_bytes())
    send(visitor, form)  # sent once more, it says the same: nothing to save, and the faulty row to hand back
    assert "0 changed" in visitor.text()
    again = downloaded(visitor, button(visitor, "Download the faulty rows alone"))
    assert cells(content(again)) == cells(mended.read_bytes())
    assert not can_save(visitor)
    visitor.open("upload")
    set_cells(mended, "MOE-2025-06", Percent_complete="100 %")
    send(visitor, mended)
    assert "0 new, 1 changed, 0 as before" in visitor.text()
    assert "all of them" in visitor.text()
    save(visitor)


def test_a_newer_report_of_somebody_else_is_shown_beside_and_replaced_only_when_picked(
    visit: Callable[..., Visit], served: str, tmp_path: Path
) -> None:
    visitor = visit(served)
    theirs = download_form(visitor, tmp_path)
    mine = Path(shutil.copy(theirs, tmp_path / "mine.xlsx"))
    set_cells(theirs, "MOE-2025-03", Quantity_done=171, Narrative="seen by one", Reported_on="30.09.2025")
    send(visitor, theirs)
    save(visitor)
    set_cells(mine, "MOE-2025-03", Quantity_done=172, Narrative="seen by another", Reported_on="30.09.2025")
    send(visitor, mine)
    said = visitor.text()
    assert "1 conflicting with a newer report" in said
    assert "Quantity done: 171 → 172" in said
    assert "A tester reported on" in said
    assert not can_save(visitor)
    picking = visitor.page.locator(".stMultiSelect").filter(has_text="Somebody reported on these")
    picking.locator("input").click()
    visitor.page.get_by_role("option", name="MOE-2025-03").click()
    visitor.page.keyboard.press("Escape")
    visitor.settle()
    save(visitor)
    visitor.open("activities?activity=MOE-2025-03")
    assert "seen by another" in visitor.text()


def test_files_of_two_partners_of_two_kinds_are_saved_at_once_and_one_asks_whose_it_is(
    visit: Callable[..., Visit], served: str, tmp_path: Path
) -> None:
    csv, made = tmp_path / "sent.csv", tmp_path / "sent.ods"
    csv.write_text(
        f"Мероприятие;Процент выполнения;Дата отчёта;Описание\n{PLANS};52,5;30.09.2025;ещё 3 школы\n", "cp1251"
    )
    head = row(*map(text, ("Code", "Quantity done", "Reported on", "Narrative")))
    made.write_bytes(ods(head + row(*map(text, ("MOH-2025-02", "117", "30.09.2025", "one more group")))))
    visitor = visit(served)
    visitor.open("upload")
    visitor.page.locator('input[type="file"]').first.set_input_files([csv, made])
    visitor.settle()
    assert "one more group" in visitor.text()
    assert "→ 52.5" in visitor.text()
    assert visitor.page.get_by_label("Whose reports these are").count() == 2
    visitor.choose("Whose reports these are", "Ministry of Education")
    assert "→ 52.5" in visitor.text()
    save(visitor, "Save 2 files")
    assert re.search(r"Saved as submission \d+, \d+\.", visitor.text())
    heads = [one.inner_text() for one in visitor.page.locator("[class*='st-key-submission']").all()[:2]]
    assert "Ministry of Health" in heads[0] + heads[1]
    assert "Ministry of Education" in heads[0] + heads[1]


def test_a_matrix_is_understood_once_it_is_said_what_its_columns_mean(
    visit: Callable[..., Visit], served: str, folder: Path, tmp_path: Path
) -> None:
    visitor = visit(served)
    visitor.open("upload")
    send(visitor, matrix(tmp_path / "Ход выполнения.xlsx", [95, 47]))
    assert "is not the form" in visitor.text()
    assert violations(visitor) == []
    visitor.page.get_by_label("Name for this meaning").fill("Matrix of the ministry")
    visitor.choose("B · Мероприятие", "not read")
    visitor.page.get_by_role("button", name="Use it").click()
    visitor.page.get_by_text("Choose which column holds the code or the name").wait_for()
    visitor.choose("B · Мероприятие", "Activity")
    visitor.page.get_by_role("button", name="Use it").click()
    visitor.settle()
    said = visitor.text()
    assert "Ministry of Education · Q3 2025" in said
    for day, share in (("31 Mar 2025", 40), ("30 Jun 2025", 60), ("30 Sep 2025", 95)):
        assert re.search(rf"{day}\s+Percent complete: (\d+ → )?{share}\s", said), said

    following = matrix(tmp_path / "next.xlsx", [97, 55])
    visitor.open("upload")
    send(visitor, following)
    assert "is not the form" not in visitor.text()
    assert "→ 97" in visitor.text()
    told = check_command(folder, following, "--partner", "MOE", "--mapping", "Matrix of the ministry")
    assert '"share": 97' in told


def test_the_actual_figures_below_merged_quarters_are_read_and_not_the_planned_ones(
    visit: Callable[..., Visit], served: str, folder: Path, tmp_path: Path
) -> None:
    upper = ["№", "Мероприятие", *(word for name in QUARTERS for word in (name, None))]
    rows = [["Министерство образования"], upper, [None, None, *(["План", "Факт"] * 4)]]
    rows.append([1, KINDERGARTENS, 50, 41, 70, 62, 90, 83, 100, None])
    made = openpyxl.load_workbook(book(tmp_path / "plan and actual.xlsx", rows))
    for cells in ("A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:H2", "I2:J2"):
        made.active.merge_cells(cells)
    made.save(tmp_path / "plan and actual.xlsx")
    visitor = visit(served)
    visitor.open("upload")
    send(visitor, tmp_path / "plan and actual.xlsx")
    assert "D · I квартал 2025 › Факт" in visitor.text()
    visitor.page.get_by_role("button", name="Use it").click()
    visitor.settle()
    said = visitor.text()
    for day, share in (("31 Mar 2025", 41), ("30 Jun 2025", 62), ("30 Sep 2025", 83)):
        assert re.search(rf"{day}\s+Percent complete: (\d+ → )?{share}\s", said), said


def test_a_table_with_a_word_of_the_form_can_be_given_a_meaning_which_holds_for_the_next_one(
    visit: Callable[..., Visit], served: str, tmp_path: Path
) -> None:
    head = ["Код", "Мероприятие", "I квартал 2025, %", "III квартал 2025 (факт)", "Описание"]
    visitor = visit(served)
    visitor.open("upload")
    send(visitor, book(tmp_path / "codes.xlsx", [head, ["MOE-2025-13", "", 10, 61, "first"]]))
    assert "Did you mean “Quantity done”? Correct its name, or delete the column." in visitor.text()
    visitor.page.get_by_role("button", name="Use it").click()
    visitor.settle()
    visitor.page.get_by_text("→ 61").first.wait_for()
    visitor.open("upload")
    send(visitor, book(tmp_path / "next.xlsx", [head, ["MOE-2025-13", "", 11, 62, "second"]]))
    visitor.page.get_by_text("→ 62").first.wait_for()
    assert "Did you mean" not in visitor.text()


def test_a_table_of_values_is_understood_by_its_years(visit: Callable[..., Visit], served: str, tmp_path: Path) -> None:
    visitor = visit(served, width=390, theme="dark")
    visitor.open("upload")
    rows = [["Показатель", "2023", "2024"], ["Under-five mortality rate", 39.1, 38.2]]
    send(visitor, book(tmp_path / "values.xlsx", rows))
    visitor.choose("What the rows are", "One row a value of an indicator")
    assert low(visitor) == []
    assert visitor.page.evaluate("document.documentElement.scrollWidth") == 390
    visitor.page.get_by_role("button", name="Use it").click()
    visitor.settle()
    assert "2 new" in visitor.text(), visitor.text()
    assert "1 Jul 2024" in visitor.text()


def test_the_order_of_days_between_strokes_is_asked_once_for_a_file(
    visit: Callable[..., Visit], served: str, tmp_path: Path
) -> None:
    visitor = visit(served)
    visitor.open("upload?partner=MOE")
    send(visitor, book(tmp_path / "strokes.xlsx", [HEAD, ["MOE-2025-06", "03/09/2025", "95 %"]]))
    assert "It is not clear which number is the day and which the month." in visitor.text()
    visitor.page.get_by_text("The day: 3 April").click()
    visitor.settle()
    assert "3 Sep 2025" in visitor.text()
    assert "It is not clear" not in visitor.text()
    visitor.page.get_by_text("The month: 4 March").click()
    visitor.settle()
    assert "9 Mar 2025" in visitor.text()


def test_the_words_of_the_uploader_are_in_the_language_of_the_page(
    visit: Callable[..., Visit], served: str, tmp_path: Path
) -> None:
    visitor = visit(served)
    visitor.open("upload?partner=MOE&lang=ru")
    dropped = visitor.page.get_by_test_id("stFileUploader")
    assert "Выбрать файлы" in dropped.inner_text()
    assert re.search("Drag|Upload|per file", dropped.inner_text()) is None, dropped.inner_text()
    (tmp_path / "large.xlsx").write_bytes(b"PK" * 6_000_000)
    send(visitor, tmp_path / "large.xlsx")
    assert "Файл должен быть не больше 10 МБ." in dropped.get_by_role("alert").inner_text()


def test_the_list_shows_the_submissions_of_the_partners_that_are_picked(
    visit: Callable[..., Visit], served: str
) -> None:
    visitor = visit(served)
    visitor.open("upload?partner=MEJ")
    listed = visitor.page.locator("[class*='st-key-submission'] b").all_inner_texts()
    assert listed
    assert all("Mejlis" in one for one in listed), listed


def check_command(folder: Path, file: Path, *arguments: str) -> str:
    """What ``manage.py check --json`` says of a file."""
    asked = environ | {"DATABASE_URL": f"sqlite:///{folder}/dashboard.sqlite3", "VAR_DIR": str(folder)}
    command = [sys.executable, "manage.py", "check", str(file), "--json", *arguments]
    return subprocess.run(command, cwd=ROOT, env=asked, capture_output=True, text=True, timeout=60).stdout


def test_the_faults_and_changes_of_a_file_can_be_taken_along_as_tables(
    visit: Callable[..., Visit], served: str, tmp_path: Path
) -> None:
    file = tmp_path / "own.csv"
    lines = [
        "Code;Reported on;Quantity done;Narrative",
        "MOE-2025-05;30.09.2025;13;well",
        "MOE-2025-03;30.09.2025;x y;",
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    visitor = visit(served)
    visitor.open("upload?partner=MOE&period=2025-Q3")
    send(visitor, file)
    taken = []
    for number in range(visitor.page.get_by_role("button", name="Table as CSV").count()):
        with visitor.page.expect_download() as waiting:
            visitor.page.get_by_role("button", name="Table as CSV").nth(number).click()
        taken.append((waiting.value.suggested_filename, waiting.value.path().read_text(encoding="utf-8-sig")))
    assert ["changes" in name for name, _ in taken][-1]
    assert "Quantity done" in taken[-1][1]
    assert all("upload-" in name for name, _ in taken)
