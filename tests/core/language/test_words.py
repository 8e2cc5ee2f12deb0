"""Words that are misspelt, inflected, shared in a list, left out or told as a story."""

from __future__ import annotations

import doctest

import pytest

from core.case.model import Case
from core.knowledge.base import Knowledge, default_knowledge
from core.language import extract, read, spelling, stated_limits
from core.language.lexicon import lexicon_of


def concepts(text: str) -> set[str]:
    return {f.concept or "" for f in extract(Case(id="case", text=text, lang="en"), default_knowledge())}


def labels(text: str) -> dict[str, str]:
    return {f.label: f.assertion for f in read(Case(id="case", text=text, lang="en"), default_knowledge()).findings}


@pytest.mark.parametrize("module", [spelling, stated_limits])
def test_the_examples_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "label"), [("diarhea and vomiting", "diarrhea"), ("Tachycarda.", "tachycardia")])
def test_one_slip_is_forgiven(text: str, label: str, knowledge: Knowledge) -> None:
    assert label in {f.label for f in read(Case(id="case", text=text), knowledge).findings}


@pytest.mark.parametrize(
    "text", ["Seen by Dr Tachycardea.", "a small cugh", "a diary", "serious", "metformin", "denial"]
)
def test_names_short_words_and_words_of_their_own_are_left_alone(text: str, knowledge: Knowledge) -> None:
    assert extract(Case(id="case", text=text), knowledge) == ()


@pytest.mark.parametrize("word", ["serious", "gastrectomy", "nephrectomy", "trough", "pending", "evaluation"])
def test_words_of_notes_are_not_mended(word: str) -> None:
    assert lexicon_of(default_knowledge()).near(word) == ""


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("patellar dysplasia", "HP:0006446"),
        ("distal arthrogryposes", "HP:0005684"),
        ("vertical talus", "HP:0001838"),
        ("popliteal webbing", "HP:0009756"),
        ("mild to moderate global developmental delay", "HP:0011342"),
        ("renal malformations", "HP:0012210"),
        ("renal anomalies", "HP:0000077"),
        ("posterior subcapsular cataract and cortical cataract", "HP:0100019"),
    ],
)
def test_paraphrases(text: str, concept: str) -> None:
    assert concept in concepts(text)


def test_a_list_of_two_findings_is_not_a_third() -> None:
    assert set(labels("No chest pain nor shortness of breath.")) == {"chest pain", "shortness of breath"}


def test_a_word_stands_nearer_in_its_own_name() -> None:
    assert "HP:0010924" not in concepts("posterior subcapsular cataract and cortical cataract")


@pytest.mark.parametrize(
    "text",
    [
        "A tight band across the chest when he walks up the hill, gone within minutes of standing still.",
        "Tightness in chest on climbing stairs, eases when she rests.",
    ],
)
def test_exertional_pain_told_as_a_story(text: str) -> None:
    found = labels(text)
    assert found["exertional chest pain"] == found["chest pain relieved by rest"] == "present"


def test_pain_that_came_once_is_no_angina_of_effort() -> None:
    assert "exertional chest pain" not in labels("The chest pain came on while he was carrying shopping.")


def test_pain_that_rest_does_not_ease() -> None:
    assert "chest pain relieved by rest" not in labels("Pressure in the chest on walking, not eased when he rests.")


@pytest.mark.parametrize(
    "text", ["Plan: laparoscopic cholecystectomy in 2 weeks.", "She is booked for laparoscopic cholecystectomy."]
)
def test_an_operation_to_come_is_not_one_that_was(text: str) -> None:
    assert labels(text)["previous cholecystectomy"] == "hypothetical"
    assert labels("s/p cholecystectomy")["previous cholecystectomy"] == "present"


def test_what_a_year_dates_is_past() -> None:
    reading = read(Case(id="case", text="DVT in 1988 following pregnancy."), default_knowledge())
    assert {f.temporality for f in reading.findings} == {"historical"}


def test_what_brings_it_on_is_told(knowledge: Knowledge) -> None:
    (finding,) = read(Case(id="case", text="Wheezing only on exertion."), knowledge).findings
    assert (finding.assertion, finding.condition) == ("present", "only on exertion")


@pytest.mark.parametrize(
    ("text", "label", "assertion"),
    [
        ("Murphy征阴性。", "Murphy sign", "absent"),
        ("墨菲征阳性。", "Murphy sign", "present"),
        ("双肾区无叩痛。", "costovertebral angle tenderness", "absent"),
        ("转移性右下腹痛1天。", "right lower quadrant pain", "present"),
    ],
)
def test_chinese_signs(text: str, label: str, assertion: str) -> None:
    found = read(Case(id="case", text=text), default_knowledge()).findings
    assert {f.label: f.assertion for f in found}[label] == assertion


def test_a_chinese_sentence_without_an_end_is_cut() -> None:
    text = "无发热，" * 300
    reading = read(Case(id="case", text=text), default_knowledge())
    assert max(e - s for s, e in reading.sentences) <= 400
    assert {f.assertion for f in reading.findings} == {"absent"}
    assert len(reading.findings) == 300
