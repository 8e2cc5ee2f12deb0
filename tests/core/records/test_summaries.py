import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.assessment import Assessment, PackVersion, Provenance
from core.case.model import Case, Patient
from core.diagnosis.model import Abstention, RankedDisease, Triage
from core.language.model import Allergies
from core.records.summaries import searchable, summary_of, title_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Chest pain for 2 hours\nmore", "Chest pain for 2 hours"),
        ("\n\n----\n12.3.2024\nHPI:\n  Sudden\t headache \n", "Sudden headache"),
        ("主诉：\n咳嗽，痰多，发热", "咳嗽，痰多，发热"),
        ("患者主诉：咳嗽", "患者主诉：咳嗽"),
        ("a\x00b\u202ec", "a b c"),
        ("", "case-7"),
        ("HPI:\n---", "case-7"),
        ("word " * 30, ("word " * 15).strip() + "…"),
        ("咳" * 200, "咳" * 79 + "…"),
        ("short " + "x" * 200, "short " + "x" * 73 + "…"),
    ],
)
def test_titles(text: str, title: str):
    assert title_of(Case(id="case-7", text=text)) == title


@settings(deadline=None)
@given(st.text())
def test_a_title_is_one_short_printable_line(text: str):
    title = title_of(Case(id="c", text=text))
    assert 0 < len(title) <= 80
    assert title.isprintable()


def test_how_words_are_compared():
    assert searchable("ＭＩ", None, "", "Straße", "Cafe\u0301") == "mi strasse caf\u00e9"


TOP = RankedDisease(
    rank=1,
    id="pneumonia",
    name="pneumonia",
    name_zh="肺炎",
    names=("chest infection",),
    icd10cm=("J18.9",),
    probability=0.7,
    band="likely",
    lane="common",
    prior_log10=-2.0,
    supporting=(),
    against=(),
    missing=(),
)


def _assessment(**changes: object) -> Assessment:
    pack = PackVersion(version="2026.11", review_by="2027-11-01")
    assessment = Assessment(
        id="case-7",
        lang="en",
        patient=Patient(),
        findings=(),
        medications=(),
        allergies=Allergies(),
        conflicts=(),
        differential=(TOP,),
        unlisted=0.1,
        cannot_miss=(),
        abstained=None,
        next_steps=(),
        triage=Triage(level="one-day", reasons=(), grounds=(), departments=()),
        scores=(),
        checks=(),
        provenance=Provenance(
            app="0.1.0",
            knowledge={"hpo": pack, "bedside": pack},
            seed=1,
            input_sha256="ab",
            timings_ms={},
            replayable=True,
        ),
    )
    return assessment.model_copy(update=changes)


def test_the_gist_of_an_assessment():
    summary = summary_of(_assessment())
    assert summary.model_dump() == {
        "app_version": "0.1.0",
        "knowledge_version": "bedside 2026.11, hpo 2026.11",
        "input_sha256": "ab",
        "top_name": "pneumonia",
        "top_name_zh": "肺炎",
        "top_names": ("chest infection",),
        "top_probability": 0.7,
        "triage_level": "one-day",
        "abstained": False,
    }


@pytest.mark.parametrize("changes", [{"abstained": Abstention(reason="", separating=())}, {"differential": ()}])
def test_no_disease_leads(changes: dict[str, object]):
    summary = summary_of(_assessment(**changes))
    assert (summary.top_name, summary.top_probability, summary.top_names) == (None, None, ())
    assert summary.abstained == ("abstained" in changes)
