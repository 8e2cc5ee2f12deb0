"""Whatever stands in a record, the report is made, and nothing of it is lost without a mark."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.case.model import Case, Patient
from core.language.model import AllergyItem, Finding, Medication
from core.reports import ReportOptions, render_pdf
from core.reports.record import _spaced
from core.reports.strings import Lang
from tests.core.reports.reading import opened, squeezed, words
from tests.fixtures import chest_pain_assessment, chest_pain_case

CONTROLS = "".join(map(chr, range(32)))
HOSTILE = {
    "markup": "<b>bold</b> &amp; <para> </para> <font color=red> & < > {braces} %s \\ </b>",
    "controls": f"before{CONTROLS}\x7f\x85\u2028after",
    "one long line": "word " * 2000,
    "one long word": "x" * 10_000,
    "long Chinese": "患者男性五十八岁胸痛" * 1000,
    "emoji": "chest pain 😀👩‍⚕️ and on",
    "right to left": "pain مرحبا \u202eshalom שלום\u202c end",
    "mixed": "患者WBC12.3×10⁹/L，CO₂ 24 mmol·L⁻¹；βhCG（−）♂ ⚠ ≥≤µ",
    "only spaces": "   \n \t \n",
    "line ends": "one\r\ntwo\rthree\x0cfour\x0bfive",
    "combining": "e\u0301 a\u0300\u0301\u0302 \u200b zero \ufeffwidth \ufe0f",
    "five hundred lines": "a line\n" * 500,
}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_any_text_anywhere(text: str, lang: Lang) -> None:
    base = chest_pain_assessment()
    short, some = text[:300], text[:1500]
    more = {
        "findings": (Finding(concept=None, label=some, time=short, start=3, end=9), *base.findings),
        "medications": (Medication(name=some, drug=None, dose=short),),
        "allergies": base.allergies.model_copy(update={"items": (AllergyItem(substance=some, reaction=short),)}),
        "narrative": (base.narrative[0].model_copy(update={"text": some}),),
        "conflicts": (base.conflicts[0].model_copy(update={"about": some}),),
        "cannot_miss": (base.cannot_miss[0].model_copy(update={"name": short, "name_zh": short}),),
        "differential": (base.differential[0].model_copy(update={"name": short, "name_zh": short}), *base.differential),
    }
    case = Case(id=text, text=text, region=short, medications=(some,), genotypes={short: some})
    assert len(opened(render_pdf(case, base.model_copy(update=more), ReportOptions(lang=lang))).pages) >= 1


def record_only(text: str, lang: Lang = "en") -> bytes:
    return render_pdf(Case(id="x", text=text), chest_pain_assessment(), ReportOptions(lang=lang))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("key", ["markup", "one long word", "long Chinese", "mixed"])
def test_the_record_is_verbatim(key: str, lang: Lang) -> None:
    text = squeezed(record_only(HOSTILE[key], lang))
    # Page furniture and line breaks may stand between, so it is looked for in pieces.
    wanted = re.sub(r"\s+", "", HOSTILE[key])
    assert wanted[:40] in text
    if key.startswith(("one", "long")):
        letter = wanted[0]
        assert text.count(letter) >= wanted.count(letter)


def test_what_cannot_be_printed_is_marked_and_counted() -> None:
    text = words(record_only("smile 😀 and שלום"))
    assert "smile \ufffd and \ufffd\ufffd\ufffd\ufffd" in text
    assert "Characters that could not be printed: 5" in text
    assert "could not be printed" not in words(record_only("plain"))


def test_invisible_marks_are_no_characters() -> None:
    assert "could not be printed" not in words(record_only("a\u200bb\ufeffc\u202ed\u202c"))


def test_lines_are_numbered_as_reasons_count_them() -> None:
    text = words(record_only("one\n\nthree\nfour"))
    assert "1 one 3 three 4 four" in text


def test_spaces_survive() -> None:
    assert _spaced("  - item  with   gaps ") == "\u00a0\u00a0- item\u00a0 with\u00a0\u00a0 gaps"


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400), st.sampled_from(["en", "zh"]))
def test_any_record(text: str, lang: Lang) -> None:
    assert render_pdf(Case(id="h", text=text), chest_pain_assessment(), ReportOptions(lang=lang)).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("patient", "expected"),
    [
        (Patient(), "age not stated · sex not stated · weight not stated"),
        (Patient(age_years=0.02, sex="male"), "7 days · male"),
        (Patient(age_years=0.5, sex="female", weight_kg=7.25), "6 months · female · 7.25 kg"),
        (Patient(age_years=30, sex="female"), "30 years · female · pregnancy not stated"),
        (
            Patient(age_years=30, sex="female", pregnant=True, height_cm=165),
            "female · pregnant · weight not stated · 165",
        ),
        (Patient(age_years=70, sex="female", pregnant=False, lactating=True), "not pregnant · breastfeeding"),
        (Patient(sex="female"), "pregnancy not stated"),
    ],
)
def test_the_patient_line(patient: Patient, expected: str) -> None:
    assessment = chest_pain_assessment().model_copy(update={"patient": patient})
    assert expected in words(render_pdf(chest_pain_case(), assessment, ReportOptions()))
