"""What is written can be read on both papers, and statuses stay apart for people who see colours differently."""

import re
import tomllib
from itertools import combinations

import pytest

from charts.look import Look
from charts.status_bars import PATTERNS, _on
from db.settings import ROOT
from monitoring.status import DELIVERY_MARKS, GROUP_MARKS, RESULT_MARKS, Delivery, Group, Mark
from tests.colours import MACHADO, cie76, ciede2000, contrast, lab, linear, over, seen
from ui import theme

LOOKS = [pytest.param(Look(dark=False), id="light"), pytest.param(Look(dark=True), id="dark")]
MARKS = [pytest.param(mark, id=mark.word) for mark in (*GROUP_MARKS.values(), *RESULT_MARKS.values())]
COLOURED = [
    *(Delivery.COMPLETED, Delivery.ON_SCHEDULE, Delivery.NEEDS_ATTENTION),
    *(Delivery.BEHIND, Delivery.PAST_END, Delivery.NO_REPORT),
]
SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
A_SHAPE, A_WORD = 3.0, 4.5  # WCAG 2.2, 1.4.11 and 1.4.3


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("mark", MARKS)
def test_the_mark_and_the_word_of_each_status_stand_out_from_the_paper(mark: Mark, look: Look) -> None:
    assert contrast(mark.fill(look.dark), look.paper) >= A_SHAPE
    assert contrast(mark.ink(look.dark), look.paper) >= (6.2 if look.dark else 5.7)


def test_a_word_of_a_group_has_a_shape_of_its_own() -> None:
    """Mixed has the red of what is behind, and half its diamond; no status has the mark of no report."""
    own = {GROUP_MARKS[word.value].icon for word in (Group.MIXED, Group.NONE)}
    assert own & {mark.icon for mark in DELIVERY_MARKS.values()} == {"ring-question"}
    assert len({mark.label for mark in GROUP_MARKS.values()}) == len(GROUP_MARKS)


@pytest.mark.parametrize("look", LOOKS)
def test_the_greys_of_figures_can_be_read_on_all_that_lies_behind_them(look: Look) -> None:
    for behind in (look.paper, look.empty, look.band):
        assert contrast(look.ink, behind) >= 7
        assert contrast(look.faint, behind) >= A_WORD
        assert contrast(look.bar, behind) >= A_SHAPE
    fan = over(*_share(look.fan), look.paper)
    assert contrast(look.ink, fan) >= A_WORD
    assert contrast(look.faint, fan) >= A_WORD


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("status", Delivery)
def test_words_in_status_bars_can_be_read_on_their_part(status: Delivery, look: Look) -> None:
    mark = DELIVERY_MARKS[status]
    filled = not (mark.outlined or status is Delivery.NO_REPORT or status in PATTERNS)
    assert contrast(_on(status, look), look.fill(mark) if filled else look.empty) >= A_WORD


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_colours_of_pages_are_those_of_figures_and_settings_and_can_be_read(dark: bool) -> None:
    look, settings = Look(dark), SETTINGS["dark" if dark else "light"]
    page = {word: pair[dark] for word, pair in theme._COLOURS.items()}
    drawn = {"FAINT": look.faint, "TRACK": look.empty, "BAR": look.bar, "INK": look.ink, "PAPER": look.paper}
    assert {word: page[word] for word in drawn} == drawn
    assert (page["LINK"], page["INK"], page["PAPER"]) == (
        *(settings["linkColor"], settings["textColor"], settings["backgroundColor"]),
    )
    for behind in (settings["backgroundColor"], settings["secondaryBackgroundColor"]):
        for word in ("INK", "FAINT", "LINK"):
            assert contrast(page[word], behind) >= (6.2 if dark else 5.7), f"{word} on {behind}"
        assert contrast(settings["primaryColor"], behind) >= A_WORD  # what is picked is written and outlined in it
    assert contrast(page["UPON"], settings["primaryColor"]) >= A_WORD
    assert contrast(page["BAR"], page["TRACK"]) >= A_SHAPE


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_frame_of_a_tag_can_be_seen_and_its_word_takes_the_colour_of_text(dark: bool) -> None:
    rule = re.search(r"\.tag \{([^}]*)\}", theme._coloured(int(dark)))
    assert rule is not None
    assert "color:" not in rule[1]
    frame = over(*_share(rule[1]), Look(dark).paper)
    assert contrast(frame, Look(dark).paper) >= 2  # the word says it all; the frame only holds it together


@pytest.mark.parametrize("model", ["machado", "dichromats"])
@pytest.mark.parametrize("by", MACHADO)
@pytest.mark.parametrize("look", LOOKS)
def test_the_six_coloured_marks_stay_apart_in_three_kinds_of_colour_blindness(look: Look, by: str, model: str) -> None:
    """By the plain distance in L*a*b* (CIE 1976), and by CIEDE2000, which finds dark and vivid colours closer.

    Where nobody tells blue from green as Brettel has it, "behind" and "past its end" come to 19 on dark, since both
    are reds there: a diamond, and a square with "!". By CIEDE2000 the closest are "completed" and "past its end" on
    dark without red: a disc with a tick, and that square.
    """
    views = {status: lab(seen(look.fill(DELIVERY_MARKS[status]), by, model)) for status in COLOURED}
    apart = 19 if (by, model) == ("tritanopia", "dichromats") else 24
    assert min(round(cie76(views[one], views[other])) for one, other in combinations(COLOURED, 2)) >= apart
    assert min(ciede2000(views[one], views[other]) for one, other in combinations(COLOURED, 2)) >= 8


def test_no_two_statuses_share_both_shape_and_colour() -> None:
    for marks in (DELIVERY_MARKS, RESULT_MARKS):
        told = {(mark.icon, mark.mark_light, mark.word) for mark in marks.values()}
        assert len({(icon, colour) for icon, colour, _word in told}) == len(told)


def test_red_and_green_of_one_lightness_are_far_apart_and_near_without_red_or_green() -> None:
    red, green = "#C8553D", "#6E8B1F"
    everybody = cie76(lab(linear(red)), lab(linear(green)))
    for by in ("protanopia", "deuteranopia"):
        for model in ("machado", "dichromats"):
            assert cie76(lab(seen(red, by, model)), lab(seen(green, by, model))) < everybody / 2


def test_greys_are_seen_alike_by_everybody() -> None:
    for by in MACHADO:
        for model in ("machado", "dichromats"):
            assert cie76(lab(seen("#777777", by, model)), lab(linear("#777777"))) < 0.5


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.0, 2.0), (50.0, 0.0, 0.0), 2.3669),
        ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0009), 7.1792),
        ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0011), 7.2195),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_ciede2000_gives_the_published_distances(
    one: tuple[float, float, float], other: tuple[float, float, float], apart: float
) -> None:
    assert ciede2000(one, other) == pytest.approx(apart, abs=5e-5)
    assert ciede2000(other, one) == pytest.approx(apart, abs=5e-5)


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#FFFFFF", "#000000", 21), ("#777777", "#FFFFFF", 4.48), ("#FFFFFF", "#FFFFFF", 1)]
)
def test_contrast_is_as_published(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


def _share(rule: str) -> tuple[str, float]:
    """The colour and the share of an "rgba(…)"."""
    found = re.search(r"rgba\((\d+),(\d+),(\d+),([.\d]+)\)", rule)
    assert found is not None
    return "#" + "".join(f"{int(part):02X}" for part in found.groups()[:3]), float(found[4])
