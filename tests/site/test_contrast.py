"""The colours can be read in both modes: text 4.5:1 and lines of controls 3:1 (WCAG 1.4.3, 1.4.11)."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "docs/assets/stylesheets/farger.css"
KINDS = ("forandring", "arbetssatt", "effekt", "nytta", "mal", "hinder", "risk", "kostnad")
TEXT_ON = {
    "paper": ("ink", "ink-soft", "accent", "accent-strong", "fault", "doubt", "changed"),
    "surface": ("ink", "ink-soft", "accent", "fault", "doubt"),
    "accent-wash": ("ink", "accent"),
    "fault-wash": ("fault", "ink"),
    "doubt-wash": ("doubt", "ink"),
    "changed-wash": ("changed",),
    "band": ("ink",),
    "cost-wash": ("ink",),
    "accent": ("on-accent",),
    "accent-strong": ("on-accent",),
    **{f"{kind}-wash": (kind, "ink", "ink-soft") for kind in KINDS},
}
LINES_ON = {"paper": ("edge", "benefit", "cost", "net", *KINDS), "surface": ("edge",)}


def colours(mode: str) -> dict[str, str]:
    light, dark = CSS.read_text(encoding="utf-8").split("@media screen {")
    return dict(re.findall(r"--nk-([a-z-]+): (#[0-9a-f]{6});", {"light": light, "dark": dark}[mode]))


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_both_modes_name_the_same_colours() -> None:
    assert len(colours("light")) >= 20
    assert colours("light").keys() == colours("dark").keys()


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("least", "pairs"), [(4.5, TEXT_ON), (3.0, LINES_ON)], ids=["text", "lines"])
def test_colours_stand_out(mode: str, least: float, pairs: dict[str, tuple[str, ...]]) -> None:
    palette = colours(mode)
    weak = {
        f"{above} on {below}": round(contrast(palette[above], palette[below]), 2)
        for below, names in pairs.items()
        for above in names
        if contrast(palette[above], palette[below]) < least
    }
    assert weak == {}
