"""What is read can be read: contrast in both themes."""

from __future__ import annotations

from typing import get_args

import pytest

from desktop.palette import DARK, LIGHT, Palette, Tone, contrast

TONES: tuple[Tone, ...] = get_args(Tone)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda p: p.name)
def test_text_has_a_contrast_of_at_least_four_and_a_half(palette: Palette) -> None:
    grounds = (palette.window, palette.surface, palette.raised, palette.accent_soft)
    for ink in (palette.text, palette.muted, palette.accent, palette.danger, palette.good, palette.family):
        for ground in grounds:
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    for tone in TONES:
        for ink in (palette.ink(tone), palette.text, palette.muted):
            assert contrast(ink, palette.soft(tone)) >= 4.5, (tone, ink)
    assert contrast(palette.on_accent, palette.accent) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda p: p.name)
def test_outlines_and_focus_can_be_seen(palette: Palette) -> None:
    for line in (palette.edge, palette.focus):
        for ground in (palette.surface, palette.window):
            assert contrast(line, ground) >= 3, (line, ground)


def test_contrast_of_black_and_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
