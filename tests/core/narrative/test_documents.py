"""Every kind of document, by the template, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.assessment import Assessment, ModelUsed, Sentence
from core.case.model import Case, Language
from core.diagnosis.model import NextStep
from core.models.achievement import Achieved, LaneResult, keep
from core.models.fake import FakeScript, FakeStep, fake_service
from core.narrative import KINDS, Kind, narrate
from core.treatment.model import Check, Plan, PlanItem, SafetyItem
from tests.core.narrative.cases import CHEST_PAIN, assessed


def _option(kind: str, text: str, **more: str) -> PlanItem:
    given = {
        "for": "acute-myocardial-infarction",
        "kind": kind,
        "text": text,
        "basis": "expert-estimate",
        "source": "-",
    }
    return PlanItem.model_validate(given | more)


@pytest.fixture(scope="module")
def treated() -> tuple[Case, Assessment]:
    case, assessment = assessed(CHEST_PAIN)
    plan = Plan(
        offered=(
            _option("immediate", "Attach a monitor."),
            _option("drug", "Give aspirin.", dose="300 mg", route="by mouth"),
            _option("advice", "Stop smoking."),
            _option("test", "Ask for an old ECG.").model_copy(update={"disease": "not-listed"}),
        ),
        excluded=(_option("drug", "Give amoxicillin.", because="The record names a penicillin allergy."),),
    )
    warning = SafetyItem(
        kind="allergy", severity="major", interruptive=True, drugs=("amoxicillin",), message="Penicillin allergy.",
        action="Choose another class", source="-",
    )  # fmt: skip
    update = {
        "plan": plan,
        "safety": (warning, warning.model_copy(update={"severity": "minor", "message": "Of no account."})),
        "checks": (Check(kind="renal", status="not-performed"), Check(kind="qt", status="done")),
        "next_steps": (
            NextStep(
                kind="test", label="Repeat troponin", urgency="emergent", information_bits=1, harm_if_missed="high",
                would_change="-",
            ),
        ),
    }  # fmt: skip
    return case, assessment.model_copy(update=update)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("may", [("writer",), ()])
def test_a_model_words_only_what_it_has_earned(
    treated: tuple[Case, Assessment], kind: Kind, may: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked for by name, whatever the document: nothing of its is shown where the measurement said no."""
    monkeypatch.setenv("BEDSIDE_HOME", str(tmp_path))
    lanes = {"writer": LaneResult(what="-", right=9, of=10)}
    result = Achieved(when="-", cases=1, device=None, quantisation="-", lanes=lanes, may=may, sentences=())
    assert keep("f" * 64, result)
    with fake_service(FakeScript(steps=(FakeStep(text=" no fever and no cough.\n"),))) as service:
        used = [c for c in narrate(*treated, service, lang="en", kind=kind) if isinstance(c, ModelUsed)]
        anyway = [
            c for c in narrate(*treated, service, lang="en", kind=kind, measuring=True) if isinstance(c, ModelUsed)
        ]
    assert bool(used) is (bool(may) and kind not in ("leaflet", "line"))
    assert bool(anyway) is (kind not in ("leaflet", "line"))


def told(treated: tuple[Case, Assessment], kind: Kind, lang: Language = "en") -> list[str]:
    sentences = list(narrate(*treated, None, lang=lang, kind=kind))
    assert all(isinstance(s, Sentence) and s.facts and s.author == "template" for s in sentences)
    return [s.text for s in sentences if isinstance(s, Sentence)]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_something_that_rests_on_facts(
    treated: tuple[Case, Assessment], kind: Kind, lang: Language
) -> None:
    texts = told(treated, kind, lang)
    assert texts
    assert len(texts) == len(set(texts))


def test_a_line_is_one_line(treated: tuple[Case, Assessment]) -> None:
    assert told(treated, "line") == [
        (
            "A 58-year-old man with pressure-like chest pain for 2 hours; leading possibility: acute myocardial "
            "infarction (likely)."
        )
    ]


def test_soap_has_its_four_headings_once(treated: tuple[Case, Assessment]) -> None:
    text = "\n".join(told(treated, "soap"))
    for heading in ("Subjective: ", "Objective: ", "Assessment: ", "Plan: "):
        assert text.count(heading) == 1
    assert "attach a monitor; give aspirin (300 mg by mouth); stop smoking" in text
    assert "Options for not listed: ask for an old ECG." in text
    assert "Drug warning (amoxicillin): Penicillin allergy. Choose another class." in text
    assert "Of no account" not in text
    assert "Not offered: give amoxicillin – The record names a penicillin allergy." in text
    assert "Not checked: renal." in text
    assert "Worth doing next: repeat troponin." in text


def test_what_is_done_at_once_is_not_for_follow_up(treated: tuple[Case, Assessment]) -> None:
    text = "\n".join(told(treated, "discharge"))
    assert "stop smoking" in text
    assert "monitor" not in text
    assert "Background: Background" not in text


def test_a_referral_begins_with_thanks(treated: tuple[Case, Assessment]) -> None:
    assert told(treated, "referral")[0].startswith(
        "Reason for referral: Thank you for seeing this patient: a 58-year-old man with pressure-like chest pain"
    )


def test_a_leaflet_speaks_to_the_patient_and_gives_no_figure(treated: tuple[Case, Assessment]) -> None:
    text = "\n".join(told(treated, "leaflet"))
    assert "Tell everyone who treats you that you do not tolerate penicillin." in text
    assert "likely" not in text
    assert "This needs to be dealt with now" in text


def test_who_does_not_commit_himself_names_no_disease_to_the_patient() -> None:
    case, assessment = assessed(CHEST_PAIN, abstained=True)
    text = "\n".join(told((case, assessment), "leaflet"))
    assert "infarction" not in text
    assert "leading" not in told((case, assessment), "line")[0]


def test_a_case_without_a_complaint_still_has_every_document() -> None:
    case, assessment = assessed("60-year-old man.")
    bare = assessment.model_copy(
        update={"differential": (), "triage": assessment.triage.model_copy(update={"level": None})}
    )
    for kind in KINDS:
        told((case, bare), kind)
    assert told((case, bare), "line")[0].startswith("A 60-year-old man; no presenting complaint")
