"""Colours measured: WCAG contrast, colour blindness simulated, and how far apart two colours look.

Contrast: WCAG 2.2, relative luminance and contrast ratio, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
Protanopia and deuteranopia, twice: F. Viénot, H. Brettel, J. Mollon, "Digital video colourmaps for checking the
legibility of displays by dichromats", Color Research & Application 24 (1999), with its own matrices; and G. Machado,
M. Oliveira, L. Fernandes, "A physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15
(2009), the published matrices of severity 1.0 on linear RGB, which serve for tritanopia, too.
Tritanopia, once more: H. Brettel, F. Viénot, J. Mollon, "Computerized simulation of color appearance for dichromats",
JOSA A 14 (1997), two half-planes, worked out for linear sRGB by N. Burrus (libDaltonLens, public domain).
Distance: G. Sharma, W. Wu, E. Dalal, "The CIEDE2000 color-difference formula", Color Research & Application 30 (2005).
"""

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import numpy as np

MACHADO = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
# Linear RGB to LMS, and the plane on which each of two kinds sees, as given by Viénot and others.
_LMS = np.array([[17.8824, 43.5161, 4.11935], [3.45565, 27.1554, 3.86714], [0.0299566, 0.184309, 1.46709]])
VIENOT = {
    "protanopia": [[0, 2.02344, -2.52581], [0, 1, 0], [0, 0, 1]],
    "deuteranopia": [[1, 0, 0], [0.494207, 0, 1.24827], [0, 0, 1]],
}
_BRETTEL = (
    [[1.01277, 0.13548, -0.14826], [-0.01243, 0.86812, 0.14431], [0.07589, 0.80500, 0.11911]],
    [[0.93678, 0.18979, -0.12657], [0.06154, 0.81526, 0.12320], [-0.37562, 1.12767, 0.24796]],
)
_BETWEEN = np.array([0.03901, -0.02788, -0.01113])  # across the plane on which the two halves meet
_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = _XYZ @ np.ones(3)  # D65


def linear(colour: str) -> np.ndarray:
    """ "#RRGGBB" as red, green and blue between 0 and 1, in proportion to light."""
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two colours, between 1 and 21."""
    dark, light = sorted(float(np.array([0.2126, 0.7152, 0.0722]) @ linear(colour)) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def over(colour: str, share: float, paper: str) -> str:
    """A colour of which ``share`` covers the paper, as the browser mixes them."""
    mixed = [
        round(int(colour[at : at + 2], 16) * share + int(paper[at : at + 2], 16) * (1 - share)) for at in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02X}" for part in mixed)


def seen(colour: str, by: str, model: str = "machado") -> np.ndarray:
    """A colour in linear RGB as people see it who have one of the kinds; ``model``: "machado" or "dichromats"."""
    light = linear(colour)
    if model == "machado":
        matrix = np.array(MACHADO[by])
    elif by == "tritanopia":
        matrix = np.array(_BRETTEL[0 if _BETWEEN @ light >= 0 else 1])
    else:
        matrix = np.linalg.inv(_LMS) @ np.array(VIENOT[by]) @ _LMS
    return np.clip(matrix @ light, 0, 1)


def lab(light: np.ndarray) -> tuple[float, float, float]:
    """Linear RGB as CIE L*a*b*."""
    x, y, z = (
        part ** (1 / 3) if part > (6 / 29) ** 3 else part / (3 * (6 / 29) ** 2) + 4 / 29
        for part in (_XYZ @ light) / _WHITE
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def cie76(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """The distance of two colours in L*a*b*."""
    return sqrt(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)))


def ciede2000(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """How different two colours of L*a*b* look, by the formula that replaced the plain distance."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_chroma = (hypot(a1, b1) + hypot(a2, b2)) / 2
    grow = 1 + 0.5 * (1 - sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7)))
    c1, c2 = hypot(a1 * grow, b1), hypot(a2 * grow, b2)
    h1, h2 = degrees(atan2(b1, a1 * grow)) % 360, degrees(atan2(b2, a2 * grow)) % 360
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    hue = (h1 + h2) / 2 if abs(h1 - h2) <= 180 else ((h1 + h2 + 360) / 2) % 360
    if c1 * c2 == 0:
        hue = h1 + h2
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    of_light = 1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2)
    of_chroma, of_hue = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    d_light, d_chroma = (l2 - l1) / of_light, (c2 - c1) / of_chroma
    d_hue = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / of_hue
    bend = -sin(radians(60 * exp(-(((hue - 275) / 25) ** 2)))) * 2 * sqrt(chroma**7 / (chroma**7 + 25**7))
    return sqrt(d_light**2 + d_chroma**2 + d_hue**2 + bend * d_chroma * d_hue)
