"""Burned surface of an adult by the rule of nines."""

from __future__ import annotations

import re

from core.scores.areas.measures import on_request
from core.scores.calculator import Calculator, Population
from core.scores.criteria import equation
from core.scores.facts import Fact
from core.scores.inputs import Told
from core.scores.reading_phrases import Reader
from core.scores.source import Source

_SIDES = (
    r"(?P<half>half (?:of )?)?(?:the |his |her )?(?P<side>(?:entire |whole )?(?:right|left|both|bilateral) )?"
    r"(?P<face>anterior |posterior )?"
)
_ARM = r"(?:arms?|upper (?:limbs?|extremit(?:y|ies)))"
_LEG = r"(?:legs?|lower (?:limbs?|extremit(?:y|ies)))"


def _limbs(words: str, whole: float) -> Reader:
    """The share of both limbs of a pair: each as often as it is named, its front or back half of it."""
    pattern = re.compile(rf"\b{_SIDES}{words}\b", re.IGNORECASE)

    def read(source: Source) -> Fact:
        total, place = 0.0, None
        for found in pattern.finditer(source.text):
            pair = "both" in (found["side"] or "").lower() or "bilateral" in (found["side"] or "").lower()
            share = whole * (2 if pair else 1) * (0.5 if found["face"] or found["half"] else 1)
            total, place = total + share, place or found
        total = min(total, 2 * whole)
        return Fact((total,), unit="%", start=place.start(), end=place.end()) if place else Fact((0.0,), unit="%")

    return read


def _region(words: str, share: float) -> Reader:
    """The share of one region where it is named, and none where it is not."""
    pattern = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)

    def read(source: Source) -> Fact:
        found = pattern.search(source.text)
        return Fact((share,), unit="%", start=found.start(), end=found.end()) if found else Fact((0.0,), unit="%")

    return read


def _part(key: str, en: str, zh: str, read: Reader) -> Told:
    return Told(id=key, en=en, zh=zh, read=read)


_PARTS = (
    _part("head", "head and neck", "头颈", _region(r"head(?: and neck)?|face and neck", 9)),
    _part(
        "front",
        "front of the trunk",
        "躯干前",
        _region(r"(?:anterior|front of (?:the )?)\s?(?:trunk|torso)|chest and abdomen", 18),
    ),
    _part(
        "back",
        "back of the trunk",
        "躯干后",
        _region(r"(?:posterior|back of (?:the )?)\s?(?:trunk|torso)|(?:entire|whole) back", 18),
    ),
    _part("arms", "arms", "上肢", _limbs(_ARM, 9)),
    _part("legs", "legs", "下肢", _limbs(_LEG, 18)),
    _part("perineum", "perineum", "会阴", _region(r"perineum|genitalia", 1)),
)

CALCULATORS = (
    Calculator(
        id="burn-surface",
        names=(
            "burn surface (rule of nines)",
            "rule of nines",
            "Wallace rule of nines",
            "TBSA burned",
            "burned surface area",
        ),
        zh="烧伤面积（九分法）",
        purpose="How much of an adult's skin is burned.",
        population=Population(
            youngest=16,
            exclusions="For adults: children have other proportions. The text must name nothing but burned parts.",
            exclusions_zh="用于成人；儿童比例不同。文中须仅列出烧伤部位。",
        ),
        inputs=_PARTS,
        criteria=tuple(equation((p.id,), float) for p in _PARTS),
        unit="%",
        decimals=1,
        caution=("Every part that the text names counts as burned; check them.", "文中所列部位均按烧伤计算，请核对。"),
        source="Wallace AB. Lancet 1951;1:501-504",
        matters=on_request,
    ),
)
