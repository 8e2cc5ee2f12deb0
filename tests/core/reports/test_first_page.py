"""The problem in a line, results, marks in the record."""

from __future__ import annotations

from typing import Any

from core.assessment import Assessment
from core.reports import ReportOptions, render_pdf
from core.reports.marks import marks_of
from core.reports.sheet import Sheet
from tests.core.reports.reading import page_text, words
from tests.fixtures import TEXT, chest_pain_assessment, chest_pain_case, finding, span


def made(**more: Any) -> bytes:
    return render_pdf(chest_pain_case(), assessed(**more), ReportOptions())


def assessed(**more: Any) -> Assessment:
    return chest_pain_assessment().model_copy(update=more)


def test_the_problem_in_a_line() -> None:
    page = page_text(made(), 0)
    assert "Problem: Chest pain, Pain radiating to left arm, Hyperhidrosis" in page


def test_only_the_weightiest_complaints_in_the_order_of_the_record() -> None:
    base = chest_pain_assessment().findings
    many = tuple(finding(f"BD:x{n}", f"trifle {n}", "小", "nausea") for n in range(8))
    page = page_text(made(findings=(*many, *base)), 0)
    assert "Problem: Chest pain, Pain radiating to left arm, Hyperhidrosis, trifle 0, trifle 1, trifle 2" in page


def test_no_problem_without_complaints() -> None:
    assert "Problem" not in words(made(findings=()))


def test_results_are_told_in_the_words_of_the_record() -> None:
    assert "Abnormal results: Raised troponin (troponin I 86 ng/L)" in page_text(made(), 0)
    normal = finding("BD:x", "raised creatinine", "肌酐升高", "creatinine 96", value=96.0, assertion="absent")
    assert "Abnormal results" not in page_text(made(findings=(normal,)), 0)
    elsewhere = chest_pain_assessment().findings[3].model_copy(update={"start": None, "end": None})
    assert "Raised troponin (86 ng/L)" in page_text(made(findings=(elsewhere,)), 0)


def test_there_is_room_to_sign() -> None:
    page = page_text(made(), 0)
    assert "Name Signature Date and time" in page


def marks(assessment: Assessment) -> list[str]:
    case = chest_pain_case()
    assert case.encounter_date is not None
    return list(marks_of(Sheet(case, assessment, ReportOptions(), case.encounter_date)))


def test_each_character_has_the_mark_of_what_was_understood() -> None:
    found = marks(chest_pain_assessment())
    assert len(found) == len(TEXT)
    for words_, mark in (("chest pain", "present"), ("fever", "absent"), ("heart attack", "aside"), ("ECG", "")):
        start, end = span(words_)
        assert set(found[start:end]) == {mark}, words_


def test_what_is_present_outranks() -> None:
    start, end = span("penicillin")
    over = finding("BD:a", "a", "甲", "penicillin")
    allergies = chest_pain_assessment().allergies
    item = allergies.items[0].model_copy(update={"start": start - 5, "end": end})
    listed = allergies.model_copy(update={"items": (item,)})
    found = marks(assessed(findings=(over,), allergies=listed))
    assert found[start - 5 : end] == ["drug"] * 5 + ["present"] * (end - start)


def test_a_place_outside_the_text_marks_nothing() -> None:
    over = finding("BD:a", "a", "甲", "fever").model_copy(update={"start": len(TEXT) - 1, "end": len(TEXT) + 90})
    assert marks(assessed(findings=(over,), medications=()))[-1] == "present"


def test_what_is_said_daily_is_named_once() -> None:
    daily = tuple(finding("BD:f", "Fever", "发热", w, assertion="absent") for w in ("CC", "HPI", "PMH"))
    text = words(made(findings=daily))
    assert text.count("Fever") == 1
    assert "Fever (lines 3, 4, 6)" in text
