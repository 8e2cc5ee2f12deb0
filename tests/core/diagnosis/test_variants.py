from __future__ import annotations

import pytest

from core.diagnosis import diagnose
from core.diagnosis.observations import Observations
from core.diagnosis.variants import families, member
from core.knowledge.base import default_knowledge
from core.language.model import Finding
from tests.core.diagnosis.readings import finding, reading

KNOWLEDGE = default_knowledge()


def _named(disease: str, *findings: Finding, age_years: float | None = None) -> str | None:
    found = member(disease, Observations(reading(*findings, age_years=age_years), KNOWLEDGE))
    return None if found is None else found.names.en[0]


def test_every_family_finding_and_code_exists_and_shares_leave_room() -> None:
    for disease, members in families().items():
        assert disease in KNOWLEDGE.diseases
        assert sum(m.share for m in members) <= 1
        for m in members:
            assert not {f for f in (*m.findings, *m.denied) if f not in KNOWLEDGE.findings}
            assert set(m.icd10cm) <= set(KNOWLEDGE.diseases[disease].icd10cm)
            assert m.names.zh


@pytest.mark.parametrize(
    ("disease", "concept", "name"),
    [
        ("nephrotic-syndrome", "BD:membranous-pattern", "membranous nephropathy"),
        ("thyroid-cancer", "HP:0003528", "medullary thyroid carcinoma"),
        ("acute-viral-hepatitis", "BD:hepatitis-a-igm", "acute hepatitis A"),
    ],
)
def test_what_tells_a_member_apart_names_it(disease: str, concept: str, name: str) -> None:
    assert _named(disease, finding(concept)) == name
    assert _named(disease) is None


def test_a_denial_and_an_age_tell_members_apart() -> None:
    assert _named("acute-cholecystitis", finding("HP:0001081", "absent")) == "acute acalculous cholecystitis"
    assert _named("nephrotic-syndrome", age_years=4) == "minimal change disease"
    assert _named("nephrotic-syndrome", age_years=50) is None


def test_to_be_common_in_the_family_is_no_support() -> None:
    assert _named("thyroid-cancer", finding("BD:cold-thyroid-nodule")) is None


def test_the_line_has_the_members_name_before_the_familys_and_keeps_the_entrys_id() -> None:
    story = [finding(c) for c in ("HP:0012593", "HP:0003073", "HP:0100540", "BD:selective-albuminuria-minimal-change")]
    first = diagnose(reading(*story, age_years=5), KNOWLEDGE).differential[0]
    assert (first.id, first.name) == ("nephrotic-syndrome", "minimal change disease")
    assert first.names[0] == first.name
    assert "nephrotic syndrome" in first.names
    assert len(set(first.names)) == len(first.names)
    assert first.icd10cm == ("N04.0",)
