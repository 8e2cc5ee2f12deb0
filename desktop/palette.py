"""Colours by what they mean, in light and dark. Text on its background keeps a contrast of at least 4.5 (tested)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["plain", "muted", "danger", "warn", "info", "good"]


@dataclass(frozen=True)
class Palette:
    """One theme. A tone has a text colour and a soft background to stand on."""

    name: Literal["light", "dark"]
    window: str
    surface: str
    raised: str
    border: str
    edge: str  # the outline of a control: 3 : 1 against surface and window
    text: str
    muted: str
    accent: str
    accent_soft: str
    on_accent: str
    focus: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    info: str
    info_soft: str
    good: str
    good_soft: str
    family: str
    bar: str

    def ink(self, tone: Tone) -> str:
        """The text colour of a tone."""
        return {
            "plain": self.text,
            "muted": self.muted,
            "danger": self.danger,
            "warn": self.warn,
            "info": self.info,
            "good": self.good,
        }[tone]

    def soft(self, tone: Tone) -> str:
        """The background that goes with a tone."""
        return {
            "plain": self.raised,
            "muted": self.raised,
            "danger": self.danger_soft,
            "warn": self.warn_soft,
            "info": self.info_soft,
            "good": self.good_soft,
        }[tone]


LIGHT = Palette(
    name="light",
    window="#eef1f4",
    surface="#ffffff",
    raised="#f4f6f8",
    border="#d3dae1",
    edge="#76838f",
    text="#17222c",
    muted="#505e6b",
    accent="#0b5c8f",
    accent_soft="#dcebf5",
    on_accent="#ffffff",
    focus="#0b5c8f",
    danger="#a61b1b",
    danger_soft="#fdeceb",
    warn="#7a4700",
    warn_soft="#fdf1dc",
    info="#0b4f85",
    info_soft="#e5f0f9",
    good="#1c5f37",
    good_soft="#e4f3e9",
    family="#6a3d9a",
    bar="#4c86ac",
)

DARK = Palette(
    name="dark",
    window="#12171c",
    surface="#1a2128",
    raised="#222b34",
    border="#36424e",
    edge="#74838f",
    text="#e4eaf0",
    muted="#a5b3c0",
    accent="#6db6e8",
    accent_soft="#1f3a4e",
    on_accent="#0b1620",
    focus="#8cc8f2",
    danger="#ff9d94",
    danger_soft="#3d1f1f",
    warn="#f0bd6b",
    warn_soft="#3a2c14",
    info="#8cc4f0",
    info_soft="#1b3042",
    good="#86d3a2",
    good_soft="#19331f",
    family="#c6a4ee",
    bar="#5794bb",
)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
