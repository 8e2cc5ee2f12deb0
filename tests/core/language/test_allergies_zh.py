"""Allergies as Chinese notes state them: a listed one must never read as unknown."""

from __future__ import annotations

import pytest

from core.case.readers import read_text
from core.knowledge.base import default_knowledge
from core.language import read


@pytest.mark.parametrize(
    ("note", "status", "substances"),
    [
        ("过敏：青霉素（皮疹）。", "listed", ["青霉素"]),
        ("过敏史：青霉素、磺胺。无食物过敏。", "listed", ["青霉素", "磺胺"]),
        ("青霉素过敏。", "listed", ["青霉素"]),
        ("对青霉素过敏，磺胺过敏", "listed", ["青霉素", "磺胺"]),
        ("否认药物及食物过敏史。", "none-known", []),
        ("过敏史：无", "none-known", []),
        ("过敏史：不详", "unknown", []),
        ("过敏性鼻炎病史", "unknown", []),
    ],
)
def test_stated_allergies(note: str, status: str, substances: list[str]) -> None:
    found = read(read_text(note), default_knowledge()).allergies
    assert found.status == status
    assert [item.substance for item in found.items] == substances
    for item in found.items:
        assert note[item.start : item.end] == item.substance
