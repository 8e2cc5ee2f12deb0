"""What a person reads at the terminal."""

from __future__ import annotations

import re

from core.cli.assessment_text import assessment_text
from core.scores.model import ScoreResult
from core.treatment.model import CHECK_KINDS, CHECK_NAMES_ZH, Check, Plan
from tests.fixtures import abstaining_assessment, chest_pain_assessment, plan_risks


def test_most_urgent_first() -> None:
    text = assessment_text(chest_pain_assessment(), "en")
    heads = ["Urgency: emergent", "Cannot miss", "Differential", "Next steps", "Scores", "Summary", "NOT performed"]
    assert [text.index(head) for head in heads] == sorted(text.index(head) for head in heads)
    assert "1. acute myocardial infarction  62% (likely)" in text
    assert "HEART score: 5–7 points moderate to high" in text
    assert "Wells score (PE): not computable" in text
    assert "not known: heart rate" in text
    assert "(2 sentences withheld" in text
    assert "None" not in text


def test_what_the_plan_may_bring_is_said_with_what_to_check() -> None:
    risky = chest_pain_assessment().model_copy(update={"plan": Plan(risks=plan_risks())})
    text = assessment_text(risky, "en")
    assert "  ! bleeding (aspirin; age 78)\n      → check: haemoglobin (within a week)" in text
    assert "  - nausea (known with morphine)" in text
    chinese = assessment_text(risky, "zh")
    assert "  ! 出血 (阿司匹林；78岁)\n      → 监测：血红蛋白 (一周内)" in chinese


def test_an_abstention_says_what_would_help() -> None:
    text = assessment_text(abstaining_assessment(), "en")
    assert text.startswith("Urgency: undecided\n")
    assert "What would help: Raised troponin" in text


def test_in_chinese_the_words_are_chinese() -> None:
    text = assessment_text(chest_pain_assessment(), "zh")
    for word in (
        "紧急程度：立即",
        "不可漏诊",
        "很可能",
        "HEART 评分：5–7 分 中至高危",
        "无法计算",
        *CHECK_NAMES_ZH.values(),
    ):
        assert word in text
    for word in (*CHECK_KINDS, "points", "bit", "likely", "emergent", "excluded", "Drug"):
        assert not re.search(rf"\b{word}\b", text), word
    assert "未定" in assessment_text(abstaining_assessment(), "zh")


def test_a_nearly_empty_assessment() -> None:
    bare = abstaining_assessment()
    nothing = {"reason": "Too little.", "reason_zh": None, "separating": ()}
    assert bare.abstained is not None
    bare = bare.model_copy(
        update={
            "abstained": bare.abstained.model_copy(update=nothing),
            "differential": (), "cannot_miss": (), "next_steps": (), "scores": (), "narrative": (), "checks": (),
            "withheld_sentences": 0, "conflicts": (),
            "provenance": bare.provenance.model_copy(update={"knowledge": {}}),
        }
    )  # fmt: skip
    head = ["紧急程度：未定", "过敏：penicillin（rash）", "正在使用：metformin、Zyxoprol"]
    assert assessment_text(bare, "zh").split("\n") == [*head, "", "Too little."]


def test_what_must_be_read_with_a_score_stands_under_it() -> None:
    full = chest_pain_assessment()
    careful = full.scores[0].model_copy(update={"cautions": ("Not validated in pregnancy.",)})
    assert "! Not validated in pregnancy." in assessment_text(full.model_copy(update={"scores": (careful,)}), "en")


def test_what_the_core_says_in_english_is_said_in_chinese() -> None:
    assessment = chest_pain_assessment()
    counted = assessment.scores[0].model_copy(update={"unit": "criteria", "range": None, "value": 4})
    open_check = Check(kind="renal", status="partial", could_not_judge=("the record says nothing about allergies",))
    changed = assessment.model_copy(update={"scores": (counted,), "checks": (open_check,)})
    chinese = assessment_text(changed, "zh")
    assert "4 项" in chinese
    assert "病历未提及过敏史" in chinese
    assert "4 criteria" in assessment_text(changed, "en")


def test_a_range_that_says_nothing_is_not_shown() -> None:
    scores = (
        ScoreResult(id="news2", name="NEWS2", range=(0, 14), unit="points", missing=("respiratory rate",), source=""),
        ScoreResult(id="caprini", name="Caprini", range=(8, 74), unit="points", category="high", source=""),
    )
    text = assessment_text(chest_pain_assessment().model_copy(update={"scores": scores}), "en")
    assert "NEWS2: not computable\n      not known: respiratory rate" in text
    assert "Caprini: at least 8 points high" in text
    chinese = assessment_text(chest_pain_assessment().model_copy(update={"scores": scores}), "zh")
    assert "至少8 分" in chinese
