"""How a drug is given, in Chinese: every dosing of the regimens has it, with the same numbers."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from core.sayings import sayings
from core.system.folders import resources

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NUMERALS = {"2": "两", "3": "三", "4": "四", "5": "五"}
_OFTEN = {"once daily": "每日一次", "twice": "两次", "three times": "三次", "four times": "四次"}
# Latin letters that Chinese keeps: units, and names that have no other.
_KEPT = re.compile(r"(?:MRSA|INR|Lille|pH|mmol|mg|µg|kg|mL|ml|m2|g|L)(?![A-Za-z])")


@pytest.fixture(scope="module")
def dosings() -> dict[str, str]:
    """Every dose, way, interval and duration that a regimen says, with its Chinese."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    said: set[str] = set()
    for file in sorted((Path(resources()) / "knowledge/drugs/regimens").glob("*.yaml")):
        table = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 (a safe loader)
        for regimen in table["regimens"]:
            said |= {regimen[part] for part in ("dose", "route", "interval", "duration", "most") if regimen.get(part)}
    return {english: sayings()(english) for english in sorted(said)}


def _lost(english: str, chinese: str) -> list[str]:
    """The numbers of the English that the Chinese lacks; a small one may be a Chinese numeral, 1 hour may be 每小时."""
    lacks = Counter(_NUMBER.findall(english)) - Counter(_NUMBER.findall(chinese))
    return [n for n in lacks.elements() if _NUMERALS.get(n, "?") not in chinese and not (n == "1" and "每" in chinese)]


def test_no_english_word_is_left(dosings: dict[str, str]) -> None:
    assert len(dosings) > 400
    assert [english for english, chinese in dosings.items() if re.search(r"[A-Za-z]", _KEPT.sub("", chinese))] == []


def test_the_numbers_are_the_same(dosings: dict[str, str]) -> None:
    assert {english: lost for english, chinese in dosings.items() if (lost := _lost(english, chinese))} == {}


def test_how_often_is_the_same(dosings: dict[str, str]) -> None:
    wrong = [
        e for e, c in dosings.items() for words, zh in _OFTEN.items() if f" {words} " in f" {e} " and zh[-2:] not in c
    ]
    assert wrong == []


def test_a_lost_number_is_seen() -> None:
    assert _lost("2 doses, then 4 mg/kg every 12 hours", "2剂，此后4 mg/kg每小时一次") == ["12"]
