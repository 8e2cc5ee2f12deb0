"""The models behind the lists keep Qt's rules, and say everything that a row shows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from core.records.summaries import CaseSummary
from desktop.item_models import diagnosis_rows, result_rows, treatment_rows
from desktop.item_models.cases import PAGE, CaseListModel
from desktop.item_models.marks import STYLES, marks_of
from desktop.item_models.rows import Row, RowModel
from desktop.spans import Positions
from desktop.texts import TONGUES, Texts, Tongue, load_table
from tests.desktop.scripted import NOTE, ScriptedServices
from tests.fixtures import abstaining_assessment, chest_pain_assessment, chest_pain_case

TABLE = load_table()
_FATAL = QAbstractItemModelTester.FailureReportingMode.Warning  # warnings fail tests here


def summary(number: int) -> CaseSummary:
    at = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    return CaseSummary(
        id=f"c{number}",
        title=f"Case {number}",
        created_at=at,
        changed_at=at,
        top_name="pneumonia",
        top_name_zh="肺炎",
        top_probability=0.5,
        triage_level="one-day" if number % 2 else None,
        abstained=False,
        assessment_is_current=True,
    )


def test_row_model_is_a_proper_model(qapp: object) -> None:
    model = RowModel()
    tester = QAbstractItemModelTester(model, _FATAL)
    rows = [Row(title="a", children=(Row(title="a1"), Row(title="a2"))), Row(title="b")]
    model.show(rows)
    model.append(Row(title="c"))
    assert [row.title for row in model.rows] == ["a", "b", "c"]
    child = model.index(1, 0, model.index(0, 0))
    assert child.data() == "a2"
    assert model.parent(child) == model.index(0, 0)
    model.show([])
    assert tester.model() is model


def test_case_list_is_a_proper_model_and_fetches_by_the_page(qapp: object) -> None:
    asked: list[bool] = []
    model = CaseListModel(Texts("zh", TABLE), lambda: asked.append(True))
    tester = QAbstractItemModelTester(model, _FATAL)
    model.begin([summary(n) for n in range(PAGE)])
    parent = model.index(0).parent()
    model.fetchMore(parent)
    assert asked == [True]
    assert not model.canFetchMore(parent)
    model.add([summary(PAGE)])
    assert model.rowCount() == PAGE + 1
    assert not model.canFetchMore(parent)
    assert model.key(model.index(3)) == "c3"
    assert model.find("c200").row() == PAGE
    assert not model.find("nobody").isValid()
    assert "肺炎" in model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert tester.model() is model


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("make", [chest_pain_assessment, abstaining_assessment])
def test_every_part_of_an_assessment_becomes_rows(tongue: Tongue, make: object) -> None:
    assert callable(make)
    assessment, texts = make(), Texts(tongue, TABLE)
    differential = diagnosis_rows.differential_rows(assessment, texts)
    # last stands the chance that it is no disease of Bedside's, under a heading of its own
    assert len(differential) == len(assessment.differential) + 2
    assert differential[-1].bar == assessment.unlisted
    for row, disease in zip(differential, assessment.differential, strict=False):
        reasons = (*disease.supporting, *disease.against, *disease.missing)
        assert {child.spans for child in row.children} >= {reason.spans for reason in reasons}
        assert len(row.children) >= len(reasons) + 2  # beside them the prior and the sum
        assert row.words
    assert len(diagnosis_rows.danger_rows(assessment, texts)) == len(assessment.cannot_miss)
    assert len(diagnosis_rows.step_rows(assessment, texts)) == len(assessment.next_steps)
    assert len(result_rows.score_rows(assessment, texts)) == len(assessment.scores)
    treatment = treatment_rows.treatment_rows(assessment, texts, date(2020, 1, 1))
    checks = next(row for row in treatment if row.key == "checks:not-performed")
    assert len(checks.children) == len(assessment.checks)
    assert checks.tone == "danger"
    late = result_rows.provenance_rows(assessment, texts, date(2099, 1, 1))
    assert sum(row.tone == "warn" for row in late) == len(assessment.provenance.knowledge)


def test_marks_tell_kinds_apart(tmp_path: Path) -> None:
    reading = ScriptedServices(tmp_path).read(chest_pain_case())
    marks = {NOTE[mark.start : mark.end]: mark for mark in marks_of(reading, Texts("en", TABLE), NOTE)}
    assert {words: mark.style for words, mark in marks.items()} == {
        "chest pain": "present",
        "fever": "absent",
        "heart attack": "family",
        "HR 104": "abnormal",
        "metformin": "drug",
        "penicillin": "allergy",
    }
    assert marks["HR 104"].tip == "heart rate 104 /min high"
    assert {mark.style for mark in marks.values()} <= set(STYLES)


@pytest.mark.parametrize("text", ["plain", "胸痛 and more", "𠮷a😀b", ""])
def test_positions_agree_with_utf_16(text: str) -> None:
    positions = Positions(text)
    for offset in range(len(text) + 1):
        assert positions.to_qt(offset) == len(text[:offset].encode("utf-16-le")) // 2
