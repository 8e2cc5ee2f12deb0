"""What a listed allergen is taken for, as shipped; and one that nothing matches, said aloud."""

from __future__ import annotations

import pytest

from core.assess import assess
from core.case.model import Case
from core.knowledge.base import Knowledge, default_knowledge
from core.language.model import AllergyItem
from core.treatment.safety.allergy import check
from tests.core.treatment.ward import drug, ward

THROAT = "6yo girl, 20 kg. Sore throat 2 days, T 38.9, tonsillar exudate, tender anterior cervical nodes, no cough. "
THROAT_ZH = "女，6岁，体重20kg。咽痛发热2天，T 38.9℃，扁桃体肿大有脓性分泌物，颈前淋巴结肿大压痛，无咳嗽。"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return default_knowledge()


@pytest.mark.parametrize(
    ("substance", "name", "severity", "guessed"),
    [
        ("pen V", "amoxicillin", "contraindicated", None),
        ("Pen", "amoxicillin", "contraindicated", None),
        ("penicillin-type antibiotics", "amoxicillin", "contraindicated", None),
        ("Pencillin V", "amoxicillin", "contraindicated", "penicillin"),
        ("amoxycilin", "ampicillin", "contraindicated", "amoxycillin"),
        ("Septrin", "sulfamethoxazole", "contraindicated", None),
        ("sulfonamides", "sulfamethoxazole", "contraindicated", None),
        ("codine", "codeine", "contraindicated", "codeine"),
        ("头孢类", "ceftriaxone", "contraindicated", None),
        ("penasylin", "amoxicillin", "major", None),
        ("antibiotics", "amoxicillin", "major", None),
        ("foozolam", "amoxicillin", "moderate", None),
    ],
)
def test_what_it_is_taken_for(
    knowledge: Knowledge, substance: str, name: str, severity: str, guessed: str | None
) -> None:
    found = check(ward(knowledge, drug(name), allergies=[substance]))
    assert severity in [i.severity for i in found.items if any(name in d for d in i.drugs)]
    told = [reason for reason in found.could_not_judge if "taken for" in reason]
    assert told == ([f"allergy to {substance}: taken for {guessed}"] if guessed else [])


@pytest.mark.parametrize("substance", ["foozolam", "penasylin", "sulpher"])
def test_what_nothing_matches_is_said_without_any_drug(knowledge: Knowledge, substance: str) -> None:
    found = check(ward(knowledge, allergies=[substance]))
    assert found.could_not_judge == (f"allergy to {substance}: not a known substance",)
    assert [(i.drugs, i.severity) for i in found.items] == [((substance,), "moderate")]


@pytest.mark.parametrize("substance", ["cat hair", "tree pollen", "花粉", "海鲜"])
def test_what_is_no_drug_holds_none(knowledge: Knowledge, substance: str) -> None:
    assert not check(ward(knowledge, drug("amoxicillin"), allergies=[substance])).items


def test_a_grave_reaction_that_is_no_allergy_is_called_so(knowledge: Knowledge) -> None:
    listed = AllergyItem(substance="metoclopramide", reaction="oculogyric crisis")
    found = check(ward(knowledge, drug("metoclopramide"), allergies=[listed])).items
    assert [i.severity for i in found] == ["contraindicated"]
    assert "grave reaction" in found[0].message


@pytest.mark.parametrize(
    "text",
    [
        THROAT + "Can't have penicillins, her face blew up.",
        THROAT + "Amoxil brought her out in weals.",
        THROAT + "Alert: pen allergic.",
        THROAT + "Allergies: pencilin.",
        THROAT_ZH + "青霉素皮试(+)。",
        THROAT_ZH + "禁用青霉素。",
    ],
)
def test_no_penicillin_is_offered(text: str) -> None:
    plan = assess(Case(id="case", text=text)).plan
    assert not [i for i in plan.offered if i.drug and i.drug.endswith("cillin")]
    assert [i for i in plan.excluded if i.drug and i.drug.endswith("cillin")]
