"""What patients, parents and triage desks write: ages, whose record it is, places of pain, small scenes, denials."""

from __future__ import annotations

import pytest
import yaml

from core.case.model import Patient
from core.case.readers import read_text
from core.knowledge.base import default_knowledge
from core.knowledge.sources import read_sources
from core.language import read
from core.language.composition import composed
from core.language.demographics import read_patient
from core.language.en.tellings import TELLINGS
from core.language.matching import named
from core.language.tokens import Sentence
from core.language.who import subject_of
from core.system.folders import resources


def said(text: str) -> dict[str | None, str]:
    """The findings of a text, by id: their assertion, with whose they are where not the patient's."""
    found = read(read_text(text), default_knowledge()).findings
    return {f.concept: f.assertion if f.experiencer == "patient" else f.experiencer for f in found}


@pytest.mark.parametrize(
    ("text", "years", "sex"),
    [
        ("I'm 44 and my knee aches.", 44, "unknown"),
        ("im 19, male. sore throat", 19, "male"),
        ("I’m thirty-one, my period is late.", 31, "female"),
        ("My daughter is 6. She has a cough and her ear hurts.", 6, "female"),
        ("My little boy is 3 and a half. He fell.", 3.5, "male"),
        ("My gran, 88, has fallen. She is cold and her hip hurts.", 88, "female"),
        ("Boy, 2 yrs, fever", 2, "male"),
        ("3/12 old girl with cough", 0.25, "female"),
        ("Baby aged six weeks old, not feeding", 0.115, "unknown"),
        ("Husband, 57, chest pain", 57, "male"),
        ("I'm 30 weeks with my second and I'm 29. Headache.", 29, "female"),
        ("I'm 50 kilos and 12 stone heavier people laugh at me.", None, "unknown"),
        ("My testicle is swollen.", None, "male"),
        ("My wife saw it. She worries. I have a lump on my neck, I feel fine, my skin is clear.", None, "unknown"),
    ],
)  # fmt: skip
def test_age_and_sex(text: str, years: float | None, sex: str) -> None:
    patient = read_patient(text, Patient()).patient
    assert (patient.age_years, patient.sex) == (years, sex)


def test_weeks_of_pregnancy_are_no_age() -> None:
    patient = read_patient("I'm 30 weeks with my second and I'm 29.", Patient()).patient
    assert patient.pregnant is True
    assert patient.age_years == 29


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("My dad is not well. He coughs and his legs are swollen.", "male"),
        ("I'm writing about my sister, 20. She faints and her pulse races.", "female"),
        ("My husband says I snore. I'm tired and I have headaches.", None),
        ("My mum had gout. I have a sore toe and I feel hot.", None),
        ("My baby is four weeks old and I'm sore, I have a fever and my breast is red.", None),
    ],
)
def test_whose_record_it_is(text: str, whose: str | None) -> None:
    subject = subject_of(text)
    assert (subject.sex if subject else None) == whose


def test_the_relative_who_is_the_patient_has_the_findings() -> None:
    found = said("My son has a fever and a cough. He is 5. His grandmother has asthma.")
    assert found["HP:0001945"] == "present"
    assert found["HP:0012735"] == "present"
    assert found["HP:0002099"] == "family"


@pytest.mark.parametrize(
    ("text", "term", "denied"),
    [
        ("a dull ache right across my lower tummy", "BD:lower-abdominal-pain", False),
        ("my tummy hurts low down on the left", "BD:llq-pain", False),
        ("Pain L lower abdomen", "BD:llq-pain", False),
        ("sore between the shoulder blades", "BD:thoracic-back-pain", False),
        ("throbbing in the temple", "BD:temporal-headache", False),
        ("pain at the back of my head", "BD:occipital-headache", False),
        ("the ankle isn't swollen", "HP:0001785", True),
        ("numb around the back passage", "BD:saddle-anaesthesia", False),
        ("chest pain that goes into my jaw", "BD:pain-radiating-to-jaw-or-neck", False),
    ],
)
def test_complaint_and_place(text: str, term: str, denied: bool) -> None:
    sentence = Sentence(text, 0, len(text), "body", 0)
    assert (term, denied) in [(made.term, made.denied) for made in composed(sentence)[0]]


@pytest.mark.parametrize(
    "text", ["tender there with guarding, womb soft", "the pain did not begin around the navel", "a sore on my lip"]
)
def test_no_complaint_of_that_place(text: str) -> None:
    sentence = Sentence(text, 0, len(text), "body", 0)
    assert composed(sentence)[0] == []


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Pain in my chest when I breathe in", "HP:0033771"),
        ("My belly pain came on all of a sudden", "BD:sudden-onset-abdominal-pain"),
        ("Chest is sore and leaning forward helps", "BD:pain-relieved-by-leaning-forward"),
        ("I have lost two stone", "HP:0001824"),
        ("I only go once a week", "HP:0002019"),
        ("he sleeps in the armchair now", "HP:0012764"),
        ("I can't finish a sentence", "HP:0033710"),
        ("I nearly blacked out", "HP:0031972"),
        ("the room spins", "HP:0002321"),
        ("I was hot and the thermometer said 38.6", "HP:0001945"),
        ("Mum's cuff says 182/104", "HP:0004421"),
    ],
)
def test_qualities_and_scenes(text: str, term: str) -> None:
    found = said(text)
    assert found.get(term) == "present", found


@pytest.mark.parametrize(
    ("text", "present", "absent"),
    [
        ("Not vaccinated, fever, cough.", ["HP:0001945", "HP:0012735"], []),
        ("He cannot open his mouth, stiff neck.", ["HP:0025258"], []),
        ("Not a very strong ache in my tummy, nauseated.", ["HP:0002018"], []),
        ("No being sick, no fever.", [], ["HP:0002013", "HP:0001945"]),
        ("I don't get palpitations.", [], ["HP:0001962"]),
        ("No fever, cough or headache.", [], ["HP:0001945", "HP:0012735", "HP:0002315"]),
        ("The vomiting has nearly stopped.", ["HP:0002013"], []),
        ("I'm not on any blood thinners.", [], ["BD:anticoagulant-use"]),
        ("Non-tender scrotal swelling.", ["BD:scrotal-swelling"], []),
    ],
)
def test_denials_in_plain_words(text: str, present: list[str], absent: list[str]) -> None:
    found = said(text)
    assert {key: found.get(key) for key in present} == dict.fromkeys(present, "present")
    assert {key: found.get(key) for key in absent} == dict.fromkeys(absent, "absent")


@pytest.mark.parametrize(
    "text", ["His skirt is falling off.", "A metal taste in my mouth.", "Then all went back to normal."]
)
def test_everyday_words_are_no_findings(text: str) -> None:
    assert not {"HP:0002527", "HP:0000710", "HP:0003419"} & set(said(text))


def test_every_finding_that_is_put_together_exists() -> None:
    folder = resources() / "knowledge"
    findings = read_sources(folder).findings
    written = yaml.safe_load((folder / "composition.yaml").read_text(encoding="utf-8"))
    made = [term for terms in written["findings"].values() for term in terms.values()]
    made += written["radiation"].values()
    made += [term for quality in written["qualities"].values() for term in quality["findings"].values()]
    assert sorted({term for term in made if term not in findings}) == []
    places = {*written["places"], "anywhere"}
    assert all(place in places for terms in written["findings"].values() for place in terms)
    assert all(place in places for quality in written["qualities"].values() for place in quality["findings"])


def test_every_scene_tells_a_finding_of_the_vocabulary() -> None:
    assert [story.name for story in TELLINGS if next(named(default_knowledge(), story.name), None) is None] == []
