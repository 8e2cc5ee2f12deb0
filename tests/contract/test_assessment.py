"""Real assessments of very different cases have the shape that the contract promises, word for word."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from core.assess import assess
from core.case.readers import read_json_line
from core.narrative import narrate, with_prose
from core.system.folders import resources
from tests.contract.shape import ASSESSMENT, CHECK_KINDS, faults

CHEST_PAIN = (resources() / "examples" / "chest-pain.txt").read_text(encoding="utf-8")
CASES: dict[str, dict[str, Any]] = {
    "chest pain": {"text": CHEST_PAIN, "setting": "emergency", "encounter_date": "2026-11-20"},
    "chinese": {"text": "患者主诉：咳嗽，痰多，发热，无胸痛。"},
    "phenotype alone": {"text": "", "hpo_present": ["HP:0001945", "HP:0012735"], "hpo_excluded": ["HP:0100749"]},
    "drugs alone": {"medications": ["warfarin", "nosuchdrug"], "allergies": ["penicillin"]},
    "shopping list": {"text": "Two pints of milk, bread, six eggs and the paper."},
    "facts beside the text": {
        "text": "Headache and vomiting today. Father has diabetes. Allergic to penicillin (rash). No diabetes.",
        "age_years": 31,
        "sex": "female",
        "pregnant": True,
        "lactating": False,
        "weight_kg": 70,
        "height_cm": 170.5,
        "region": "Ireland",
        "genotypes": {"CYP2C19": "*2/*2"},
        "exclude_references": [123, "PMID:456"],
    },
    "emergency in a child": {
        "text": "3-year-old boy, fever 40.1 C, HR 190, RR 60, drowsy, neck stiffness.",
        "lang": "en",
    },
    "symbols alone": {"text": "!!! ??? 123 😀"},
}


def assessed(name: str, top: int = 10) -> dict[str, Any]:
    return assess(read_json_line(json.dumps({"id": name, **CASES[name]}), "line-1"), top=top).to_json()


@cache
def _written(name: str) -> str:
    return json.dumps(assessed(name), allow_nan=False)


def once(name: str) -> dict[str, Any]:
    """A fresh copy of the assessment, which is made once."""
    document: dict[str, Any] = json.loads(_written(name))
    return document


@pytest.mark.parametrize("name", CASES)
def test_the_shape(name: str) -> None:
    document = once(name)
    assert faults(document, ASSESSMENT) == []
    assert document["id"] == name


@pytest.mark.parametrize("name", CASES)
def test_what_holds_of_every_assessment(name: str) -> None:
    document, length = once(name), len(CASES[name].get("text", ""))
    spans = [
        (item["start"], item["end"])
        for item in (*document["findings"], *document["medications"], *document["allergies"]["items"])
        if item["start"] is not None
    ]
    spans += [tuple(s) for c in (*document["conflicts"],) for s in c["spans"]]
    spans += [tuple(s) for c in document["cannot_miss"] for s in c["why_open"]]
    assert all(0 <= start < end <= length for start, end in spans)
    ranked = document["differential"]
    assert [d["rank"] for d in ranked] == list(range(1, len(ranked) + 1))
    assert all(0 <= d["probability"] <= 1 for d in ranked)
    assert all(before["probability"] >= after["probability"] for before, after in pairwise(ranked))
    assert all(e["source"] for d in ranked for e in (*d["for"], *d["against"]))
    assert len(document["cannot_miss"]) <= 8
    assert sum(d["share"] for d in document["triage"]["departments"]) <= 1.001


@pytest.mark.parametrize("name", CASES)
def test_every_check_says_whether_it_was_made(name: str) -> None:
    document = once(name)
    assert sorted(c["kind"] for c in document["checks"]) == sorted(CHECK_KINDS)
    assert all(c["as_of"] for c in document["checks"])
    if not document["medications"]:
        assert {c["status"] for c in document["checks"]} == {"not-performed"}
        assert document["safety"] == []
    for check in document["checks"]:
        assert (check["status"] == "done") == (bool(check["looked_at"]) and not check["could_not_judge"])


@pytest.mark.parametrize("name", CASES)
def test_what_the_plan_leaves_out_says_why(name: str) -> None:
    plan = once(name)["plan"]
    assert all(item["source"] and item["because"] is None for item in plan["offered"])
    assert all(item["because"] for item in plan["excluded"])


def test_checks_name_the_drugs_that_nobody_judged() -> None:
    document = once("drugs alone")
    interaction = next(c for c in document["checks"] if c["kind"] == "interaction")
    assert interaction["status"] == "partial"
    assert interaction["looked_at"] == ["warfarin"]
    assert interaction["could_not_judge"] == ["nosuchdrug: not a known drug"]
    assert document["allergies"]["status"] == "listed"


@pytest.mark.parametrize("name", ["drugs alone", "shopping list", "symbols alone"])
def test_nothing_to_weigh_is_an_abstention(name: str) -> None:
    document = once(name)
    assert document["abstained"]["reason"]
    assert document["differential"] == []
    assert document["cannot_miss"] == []
    assert document["triage"]["level"] is None


def test_given_phenotypes_stand_without_a_place_and_exclusions_count_as_absent() -> None:
    by_concept = {f["concept"]: f for f in once("phenotype alone")["findings"]}
    assert by_concept["HP:0001945"]["assertion"] == "present"
    assert by_concept["HP:0100749"]["assertion"] == "absent"
    assert all(f["start"] is None and f["end"] is None for f in by_concept.values())


def test_an_excluded_phenotype_speaks_against() -> None:
    given = {"id": "x", "hpo_present": ["HP:0001945", "HP:0012735"]}
    open_one = assess(read_json_line(json.dumps(given), "")).to_json()
    closed = assess(read_json_line(json.dumps({**given, "hpo_excluded": ["HP:0002094"]}), "")).to_json()
    assert any(e["concept"] == "HP:0002094" for d in closed["differential"] for e in d["against"])
    assert not any(e["concept"] == "HP:0002094" for d in open_one["differential"] for e in d["against"])


def test_facts_beside_the_text_are_the_patient() -> None:
    patient = once("facts beside the text")["patient"]
    assert patient == {
        "age_years": 31.0,
        "sex": "female",
        "pregnant": True,
        "lactating": False,
        "weight_kg": 70.0,
        "height_cm": 170.5,
    }


def test_ten_are_listed_and_more_when_asked() -> None:
    assert len(once("chest pain")["differential"]) == 10
    assert len(assessed("chest pain", top=1)["differential"]) == 1
    assert len(assessed("chest pain", top=25)["differential"]) == 25


@pytest.mark.parametrize("name", CASES)
def test_the_same_input_gives_the_same_answer(name: str) -> None:
    one, other = once(name), json.loads(json.dumps(assessed(name)))
    for document in (one, other):
        assert document["provenance"].pop("timings_ms")
    assert json.dumps(one) == json.dumps(other)
    assert one["provenance"]["replayable"] is True
    assert len(one["provenance"]["input_sha256"]) == 64


def test_another_input_has_another_fingerprint() -> None:
    prints = {once(name)["provenance"]["input_sha256"] for name in CASES}
    assert len(prints) == len(CASES)


@pytest.mark.parametrize("name", ["chest pain", "chinese", "shopping list"])
def test_the_shape_with_prose(name: str) -> None:
    case = read_json_line(json.dumps({"id": name, **CASES[name]}), "line-1")
    assessment = assess(case)
    document = with_prose(assessment, list(narrate(case, assessment, None, lang=assessment.lang))).to_json()
    assert faults(document, ASSESSMENT) == []
    assert all(s["author"] == "template" for s in document["narrative"])


def test_the_checker_finds_what_is_wrong() -> None:
    document = once("chest pain")
    document["differential"][0]["band"] = "certain"
    document["findings"][0]["start"] = True
    document["triage"]["level"] = "now"
    document["conflicts"] = None
    document["cannot_miss"] = [{"why_open": [[1]], "excluded_by": []}]
    document["provenance"]["timings_ms"] = {"x": float("nan")}
    del document["plan"]
    document["patient"] = []
    found = " ".join(faults(document, ASSESSMENT))
    for place in (".differential[0].band", ".findings[0].start", ".triage.level", ".conflicts", ".why_open", ".rank",
                  ".timings_ms.x", ".plan is missing", ".patient"):  # fmt: skip
        assert place in found
