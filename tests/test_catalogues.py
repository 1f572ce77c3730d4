"""Every sentence a person reads is in the catalogues of all languages, with the same places, and none is left over."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from db.settings import ROOT
from monitoring.language import SPOKEN

ROOMS = ("charts", "db", "exchange", "monitoring", "pages", "reports", "spreadsheets", "ui")
ENTRIES = (
    *("dashboard.py", "manage.py", "server.py", "front.py"),
    *("command_line.py", "exchange_commands.py", "plan_commands.py", "report_commands.py", "spreadsheet_commands.py"),
    "told_checks.py",
)
KEYWORDS = {"gettext": None, "_": None, "ngettext": (1, 2), "later": None}
PLACE = re.compile(r"\{[^}]*\}")
LANGUAGES = [code for code in SPOKEN if code != "en"]
# What Streamlit draws from its first argument, or from these of its other ones.
DRAWN = {
    *("title", "header", "subheader", "caption", "write", "markdown", "text", "info", "warning", "error", "success"),
    *("button", "link_button", "download_button", "form_submit_button", "checkbox", "toggle", "radio", "selectbox"),
    *("multiselect", "text_input", "number_input", "date_input", "text_area", "file_uploader", "expander", "popover"),
    *("segmented_control", "pills", "spinner", "toast", "TextColumn", "NumberColumn", "DateColumn", "ProgressColumn"),
}
SPOKEN_OF = ("help", "placeholder", "label", "alt")


def sources() -> Iterator[Path]:
    for room in ROOMS:
        yield from (file for file in sorted((ROOT / room).rglob("*.py")) if "migrations" not in file.parts)
    yield from (ROOT / entry for entry in ENTRIES)


def asked() -> set[str | tuple[str, ...]]:
    """Every message that the code asks to have translated."""
    found: set[str | tuple[str, ...]] = set()
    for file in sources():
        for _line, message, _comments, _context in extract_from_file("python", file, keywords=KEYWORDS):
            found.add(tuple(message) if isinstance(message, list | tuple) else message)
    return found


def catalogue(language: str) -> Catalog:
    file = ROOT / "locales" / language / "LC_MESSAGES" / "messages.po"
    with file.open("rb") as opened:
        return read_po(opened, locale=language)


def messages(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_code_is_translated_and_none_is_left_over(language: str) -> None:
    known = {message.id for message in messages(language)}
    assert not asked() - known, "run “make messages”, then translate what is empty"
    assert not known - asked(), "no longer in the code: run “make messages”"
    assert not catalogue(language).obsolete


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_empty_or_only_guessed(language: str) -> None:
    plurals = catalogue(language).num_plurals
    for message in messages(language):
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(texts), message.id
        assert len(texts) == (plurals if isinstance(message.id, tuple) else 1), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_places_marks_and_spaces_of_the_original(language: str) -> None:
    for message in messages(language):
        original = message.id[-1] if isinstance(message.id, tuple) else message.id
        for text in message.string if isinstance(message.string, tuple) else (message.string,):
            places = set(PLACE.findall(text))
            # A form for one may say the number in words.
            assert places | {"{n}"} == set(PLACE.findall(original)) | {"{n}"}, original
            assert [text.count(mark) for mark in ("<br>", "\n", "**")] == [
                original.count(mark) for mark in ("<br>", "\n", "**")
            ], original
            assert (text[0].isspace(), text[-1].isspace()) == (original[0].isspace(), original[-1].isspace()), original


def unwrapped(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Texts with a letter that go to the screen as they stand, with their lines."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in DRAWN):
            continue
        drawn = [*node.args[:1], *(word.value for word in node.keywords if word.arg in SPOKEN_OF)]
        for part in drawn:
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and re.search("[A-Za-z]", part.value):
                yield node.lineno, part.value


def test_no_text_goes_to_the_screen_without_being_wrapped_for_translation() -> None:
    files = [ROOT / "dashboard.py", *sorted((ROOT / "pages").rglob("*.py")), *sorted((ROOT / "ui").rglob("*.py"))]
    found = [f"{file.name}:{line}: {text}" for file in files for line, text in unwrapped(ast.parse(file.read_text()))]
    assert not found
    assert list(unwrapped(ast.parse('st.button("Save")'))) == [(1, "Save")]


def test_no_sentence_is_asked_for_inside_an_f_string_where_nobody_finds_it() -> None:
    hidden = [
        f"{file.name}:{call.lineno}"
        for file in sources()
        for text in ast.walk(ast.parse(file.read_text()))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in KEYWORDS
        and call.args
        and isinstance(call.args[0], ast.Constant)
    ]
    assert not hidden
