"""What is read can be read: contrast in both themes, of every pair that the stylesheet and the painters use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import get_args

import pytest

from desktop.item_models.marks import Style
from desktop.palette import DARK, LIGHT, Palette, Tone, contrast
from desktop.stylesheet import STYLESHEET
from desktop.views.mark_formats import mark_format

TONES: tuple[Tone, ...] = get_args(Tone)
STYLES: tuple[Style, ...] = get_args(Style)
PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda p: p.name)
TEXT, LINE = 4.5, 3.0  # WCAG 2, level AA
# Where words without a ground of their own can stand: pages, lists with a row chosen or pointed at, strips.
GROUNDS = ("window", "surface", "raised", "accent_soft")
# What stands on the coloured grounds of banners, messages and warnings.
ON_COLOUR = ("text", "muted")


def rules() -> Iterator[tuple[str, dict[str, str]]]:
    """Each rule of the stylesheet: its selectors, and the colours it names by what they are for."""
    for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", STYLESHEET):
        named = dict(re.findall(r"(?:^|;)\s*([a-z-]+):[^;$]*\$([a-z_]+)", body))
        yield " ".join(selectors.split()), {name: colour for name, colour in named.items() if colour not in _DRAWINGS}


_DRAWINGS = ("check", "down")


@PALETTES
def test_words_of_the_stylesheet_are_legible_on_the_ground_of_the_same_rule(palette: Palette) -> None:
    colours, seen = asdict(palette), 0
    for selectors, named in rules():
        pairs = [(named.get("color"), named.get("background"))]
        pairs.append((named.get("selection-color"), named.get("selection-background-color")))
        for ink, ground in pairs:
            if ink and ground and ":disabled" not in selectors:
                assert contrast(colours[ink], colours[ground]) >= TEXT, (selectors, ink, ground)
                seen += 1
    assert seen > 20


@PALETTES
def test_words_without_a_ground_of_their_own_are_legible_wherever_they_stand(palette: Palette) -> None:
    colours = asdict(palette)
    inks = {named["color"] for selectors, named in rules() if "color" in named and ":disabled" not in selectors}
    for ink in inks - {"on_accent"}:  # that one stands on the accent alone
        for ground in GROUNDS:
            assert contrast(colours[ink], colours[ground]) >= TEXT, (ink, ground)
    assert contrast(palette.accent, palette.danger_soft) >= TEXT  # the way to the record from a warning
    assert contrast(palette.on_accent, palette.accent) >= TEXT


@PALETTES
def test_what_cannot_be_used_now_can_still_be_seen(palette: Palette) -> None:
    """The guideline asks nothing of it; a reader who looks for it should find it all the same."""
    for _, named in ((s, n) for s, n in rules() if ":disabled" in s and "color" in n):
        for ground in ("surface", "window"):
            assert contrast(asdict(palette)[named["color"]], asdict(palette)[ground]) >= LINE, named


@PALETTES
def test_edges_and_focus_can_be_seen(palette: Palette) -> None:
    """Of what can be used or has the keyboard; lines between panes are ornament."""
    colours = asdict(palette)
    edges = {
        colour
        for selectors, named in rules()
        for name, colour in named.items()
        if name.startswith("border") and (":focus" in selectors or colour == "edge")
    }
    assert {"edge", "focus"} <= edges
    for edge in edges - {"on_accent"}:  # inside a button that is filled with the accent: below
        for ground in ("surface", "window", "raised"):
            assert contrast(colours[edge], colours[ground]) >= LINE, (edge, ground)
    for selectors, named in rules():
        if selectors in ("QPushButton#primary:focus", "QPushButton#segment:checked:focus"):
            assert contrast(colours[named["border"]], palette.accent) >= LINE, selectors


@PALETTES
def test_tones_are_legible_on_their_own_ground_and_in_lists(palette: Palette) -> None:
    for tone in TONES:
        for ink in (palette.ink(tone), *(getattr(palette, name) for name in ON_COLOUR)):
            assert contrast(ink, palette.soft(tone)) >= TEXT, (tone, ink)
        for ground in GROUNDS:
            assert contrast(palette.ink(tone), getattr(palette, ground)) >= TEXT, (tone, ground)


@PALETTES
def test_figures_can_be_seen_in_lists(palette: Palette) -> None:
    for drawn in (palette.bar, palette.good, palette.danger, palette.accent, palette.edge):
        for ground in ("surface", "raised", "accent_soft"):
            assert contrast(drawn, getattr(palette, ground)) >= LINE, (drawn, ground)


@PALETTES
@pytest.mark.parametrize("style", STYLES)
def test_marks_are_legible_and_their_lines_can_be_seen(prepared: object, palette: Palette, style: Style) -> None:
    look = mark_format(style, palette)
    ground = look.background().color().name() if look.hasProperty(look.Property.BackgroundBrush) else palette.surface
    ink = look.foreground().color().name() if look.hasProperty(look.Property.ForegroundBrush) else palette.text
    assert contrast(ink, ground) >= TEXT
    if look.hasProperty(look.Property.TextUnderlineColor):
        assert contrast(look.underlineColor().name(), ground) >= LINE


def test_contrast_of_black_and_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
