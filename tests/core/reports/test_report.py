"""The report: what a clinician must find in it, in both languages, and what must never be in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.assessment import Assessment
from core.case.model import Case
from core.reports import ReportOptions, render_pdf, write_pdf
from core.reports.strings import Lang
from core.treatment.model import CHECK_KINDS, Check
from tests.core.reports.reading import fonts, opened, page_text, squeezed, words
from tests.fixtures import TEXT, abstaining_assessment, chest_pain_assessment, chest_pain_case, ranked

TODAY = date(2026, 11, 22)


def made(lang: Lang = "en", assessment: Assessment | None = None, case: Case | None = None) -> bytes:
    return render_pdf(
        case or chest_pain_case(), assessment or chest_pain_assessment(), ReportOptions(lang=lang), today=TODAY
    )


def test_the_first_page_is_the_summary() -> None:
    page = page_text(made(), 0)
    for expected in (
        "58 years · male · weight not stated",
        "Emergency: now",
        "red flag: ST segment depression (line 11)",
        "Department: cardiology 70%",
        "Cannot miss",
        "CT angiography of the aorta without a flap.",
        "acute myocardial infarction I21.9",
        "62%",
        "a disease that Bedside does not list",
        "Raised troponin +1.00; ST segment depression +0.51; Pain radiating to left arm +0.36",
        "Not yet calibrated",
        "serial high-sensitivity troponin",
        "Options, not orders: the clinician decides.",
    ):
        assert expected in page
    assert "Reasons in detail" not in page


def test_the_first_page_in_chinese() -> None:
    page = squeezed(made("zh"))
    for expected in (
        "58岁·男·体重未说明",
        "紧急：立即就诊",
        "危险信号：ST段压低（第11行）",
        "不可漏诊",
        "主动脉CT血管造影未见内膜片。",
        "急性心肌梗死",
        "未进行用药检查",
        "由临床医生决定",
        "第1页，共4页",
    ):
        assert expected in page, expected
    assert "None" not in page


def test_the_details() -> None:
    text = words(made())
    for expected in (
        "published: Panju 1998, JAMA",
        "× 10",
        "Not known, and would matter",
        "5 to 7 points",
        "113.33 mmHg",
        "temporary default 1 (assumed)",
        "Not in the record: smoking",
        "cannot be computed",
        "if present, acute myocardial infarction 62% → 81%",
        "Fever (line 5); Cough (line 5)",
        "Myocardial infarction (line 9)",
        "Zyxoprol 5 mg · drug not recognised · current",
        "penicillin: rash",
        "diabetes line 6",
        "A 58-year-old man has had chest pain for 2 hours. Troponin is raised.",
        "1 of 2 sentences by a language model",
        "HPI: 58-year-old man with sudden heavy central chest pressure",
        "setting: emergency department",
        "SmolLM2-135M-Instruct, Q4_1, on processor",
        "cd" * 32,
        "diseases 2026.11 · review by 1 November 2028",
        "review was due on 16 January 2026 and HAS PASSED",
    ):
        assert expected in text, expected


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_withheld_sentences_are_counted_and_nothing_more(lang: Lang) -> None:
    # An Assessment holds only their number; this fails on the day that somebody gives it their text.
    assert not [name for name in Assessment.model_fields if "withheld" in name and name != "withheld_sentences"]
    none = chest_pain_assessment().model_copy(update={"withheld_sentences": 0, "narrative": ()})
    heading = "Summary in prose" if lang == "en" else "文字摘要"
    assert heading in words(made(lang))
    assert heading not in words(made(lang, none))
    expected = "Sentences withheld because a claim in them could not be traced: 2."
    assert lang == "zh" or expected in words(made())


def test_drug_checks_that_were_not_made_are_said_on_the_first_page() -> None:
    page = page_text(made(), 0)
    assert "Drug checks were NOT performed: interactions, allergy, kidney" in page
    assert "Nothing in this report says that a drug is safe, and it recommends none." in page
    assert "In the record and not judged: metformin, Zyxoprol" in page


def test_drug_checks_in_part_and_all_made() -> None:
    done = [Check(kind=kind, status="done") for kind in CHECK_KINDS]
    partly = chest_pain_assessment().model_copy(update={"checks": (*done[:-1], Check(kind="dose", status="partial"))})
    assert "Some drug checks were not performed, or only in part: dose." in page_text(made(assessment=partly), 0)
    every = chest_pain_assessment().model_copy(update={"checks": tuple(done)})
    assert "All drug checks were done." in page_text(made(assessment=every), 0)
    assert "erformed" not in words(made(assessment=every))
    nothing_said = chest_pain_assessment().model_copy(update={"checks": ()})
    assert "Drug checks were NOT performed" in page_text(made(assessment=nothing_said), 0)


def test_abstaining_says_what_is_needed_and_argues_for_nobody() -> None:
    page = page_text(made(assessment=abstaining_assessment()), 0)
    assert "Bedside does not commit itself to a diagnosis" in page
    assert "Raised troponin tells acute myocardial infarction from unstable angina" in page
    assert "Undecided is not the same as not urgent." in page
    assert "Candidates, not separated" in page
    assert "Strongest reasons" not in page


def test_an_empty_case_is_one_calm_page() -> None:
    empty = abstaining_assessment()
    nothing = {"differential": (), "cannot_miss": (), "findings": (), "medications": (), "next_steps": (), "scores": ()}
    pdf = made(
        assessment=empty.model_copy(update={**nothing, "narrative": (), "withheld_sentences": 0, "conflicts": ()}),
        case=Case(id="empty"),
    )
    assert len(opened(pdf).pages) == 1
    text = words(pdf)
    assert "No text was given." in text
    assert "none found" in text
    for absent in ("Scores", "Next steps", "Reasons", "Differential", "Cannot miss", "in prose", "differently"):
        assert absent not in text


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_font_is_embedded_truetype(lang: Lang) -> None:
    pdf = made(lang, case=chest_pain_case().model_copy(update={"text": TEXT + "患者主诉：咳嗽\n"}))
    assert len(fonts(pdf)) >= 2
    assert all(fonts(pdf).values()), fonts(pdf)
    assert b"Helvetica" not in pdf


def test_pages_are_numbered_and_headed() -> None:
    pdf = made()
    count = len(opened(pdf).pages)
    for number in range(count):
        page = page_text(pdf, number)
        assert f"Page {number + 1} of {count}" in page
        assert "Case chest-pain" in page
        assert "Encounter 20 November 2026" in page
        assert "Printed 22 November 2026" in page


def test_metadata_and_outline() -> None:
    reader = opened(made())
    assert reader.metadata is not None
    assert reader.metadata.title == "Bedside report · Case chest-pain"
    root: Any = reader.root_object
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert titles[0] == "Summary"
    assert {"Next steps", "Reasons in detail", "Scores", "The record", "What this report rests on"} <= set(titles)
    where = {e.title: reader.get_destination_page_number(e) or 0 for e in reader.outline if not isinstance(e, list)}
    assert where["Summary"] == 0
    assert where["The record"] > where["Next steps"] > 0
    chinese: Any = opened(made("zh")).root_object
    assert chinese["/Lang"] == "zh-CN"


def test_what_the_first_page_cannot_hold_stands_on_a_later_one() -> None:
    assessment = chest_pain_assessment()
    danger = assessment.cannot_miss[0].model_copy(update={"excluded_by": ("A long sentence about exclusion. " * 12,)})
    many = tuple(ranked(n, f"d{n}", f"disease number {n} of them", "病", 0.5 / n) for n in range(1, 11))
    ground = assessment.triage.grounds[0]
    grounds = tuple(ground.model_copy(update={"text": f"reason {n} for haste"}) for n in range(1, 12))
    triage = assessment.triage.model_copy(update={"grounds": grounds})
    full = assessment.model_copy(update={"cannot_miss": (danger,) * 5, "differential": many, "triage": triage})
    pdf = made(assessment=full)
    assert "Options, not orders" in page_text(pdf, 0)
    assert "more on a later page" in page_text(pdf, 0)
    later = page_text(pdf, 1)
    for n in range(1, 11):
        assert f"disease number {n} of them" in later
        assert f"reason {n} for haste" in later


def test_the_file_is_written_whole_and_alone(tmp_path: Path) -> None:
    target = tmp_path / "out" / "report.pdf"
    write_pdf(chest_pain_case(), chest_pain_assessment(), target, "en")
    assert target.read_bytes().startswith(b"%PDF-")
    assert [path.name for path in target.parent.iterdir()] == ["report.pdf"]


def test_a_place_that_cannot_be_written_raises_oserror(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OSError):
        write_pdf(chest_pain_case(), chest_pain_assessment(), tmp_path / "file" / "report.pdf", "en")


def test_rendering_touches_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    made()
    assert list(tmp_path.iterdir()) == []
