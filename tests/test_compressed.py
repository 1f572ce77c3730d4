"""Browser code goes out compressed where the browser accepts it, and as it is where it does not or no copy is made."""

import gzip
from pathlib import Path

import brotli
import pytest

import browser_code
import compressed

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br; q=0.0, gzip;q=0", ""),
        ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("GZIP;q=0.5, BR;q=0.50", "br"),
        ("*", "br"),
        ("*;q=0", ""),
        ("br;q=0, *", "gzip"),
        ("identity", ""),
        ("deflate, zstd", ""),
        ("", ""),
    ],
)
def test_the_coding_is_the_one_that_the_browser_likes_best(accepted: str, coding: str) -> None:
    assert compressed.agreed(accepted) == coding


@pytest.fixture(scope="module")
def _copies() -> None:
    compressed.make(browser_code.code())


@pytest.mark.usefixtures("_copies")
@pytest.mark.parametrize("coding", UNPACK)
def test_every_copy_unpacks_to_the_file_it_was_made_of_and_is_smaller(coding: str) -> None:
    for file in browser_code.code():
        body, told = compressed.read(file, coding)
        assert told == coding
        assert UNPACK[coding](body) == file.read_bytes(), file.name
        assert len(body) < file.stat().st_size or file.stat().st_size < 200, file.name


def test_a_file_without_a_copy_is_sent_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "new.3fGh.js").write_bytes(b"let new = 1")
    assert compressed.read(tmp_path / "new.3fGh.js", "br") == (b"let new = 1", "")


def test_another_streamlit_gets_copies_of_its_own_and_the_old_ones_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compressed, "FOLDER", tmp_path / "copies")
    old, new = tmp_path / "index.Aa1.js", tmp_path / "index.Bb2.js"
    old.write_bytes(b"let old = 1;" * 99)
    new.write_bytes(b"let new = 2;" * 99)
    compressed.make([old])
    assert compressed.read(old, "br")[1] == "br"
    compressed.make([new])
    assert compressed.read(old, "br") == (old.read_bytes(), "")
    assert brotli.decompress(compressed.read(new, "br")[0]) == new.read_bytes()
    assert len(list((tmp_path / "copies").iterdir())) == len(compressed.CODINGS)


def test_what_varies_says_so_and_a_font_is_not_compressed_again() -> None:
    (font, *_others) = browser_code.FONTS
    body, told = browser_code.answer(font, "br")
    assert body == browser_code.FONTS[font].read_bytes()
    assert not {"vary", "content-encoding"} & set(told)
    script = next(path for path in browser_code.files() if path.endswith(".js"))
    for accepted in ("br", "gzip", ""):
        assert browser_code.answer(script, accepted)[1]["vary"] == "Accept-Encoding"
