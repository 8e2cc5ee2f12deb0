"""Rows and assessments as tests of the assessment side want them."""

from __future__ import annotations

from typing import Any

from core.assessment import Assessment
from core.treatment.model import SafetyItem
from desktop.item_models.rows import Row


def titles(rows: list[Row]) -> list[str]:
    return [row.title for row in rows]


def changed(assessment: Assessment, **fields: Any) -> Assessment:
    return assessment.model_copy(update=fields)


def warning(**fields: Any) -> SafetyItem:
    told = {"kind": "interaction", "severity": "contraindicated", "interruptive": True, "drugs": ("a", "b")}
    told |= {"message": "a and b do not go together.", "action": "Choose one.", "source": "Bedside's own estimate"}
    return SafetyItem.model_validate(told | fields)
