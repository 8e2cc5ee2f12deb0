"""What is entered in fields becomes a line that is read as it was meant."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.knowledge.base import default_knowledge
from core.language import read
from desktop.structured import Entered, line_for
from desktop.trends import trends_of
from desktop.vocabulary import Vocabulary
from tests.shipped import needs_knowledge

pytestmark = needs_knowledge

NOTE = "58-year-old man with cough.\n\nMedications:\nmetformin 500 mg bd\n\nPlan:\nbed rest\n"
NOTE_ZH = "男，58岁，咳嗽3天。"
CHEST_PAIN, ASTHMA = "HP:0100749", "HP:0002099"


def with_line(text: str, entered: Entered) -> Case:
    line = line_for(Case(id="x", text=text), entered, default_knowledge())
    assert line.text == text
    return Case(id="x", text=line.edit.apply(text), corrections=line.corrections)


@pytest.mark.parametrize(("text", "name", "asthma"), [(NOTE, "chest pain", "asthma"), (NOTE_ZH, "胸痛", "哮喘")])
@pytest.mark.parametrize(
    ("state", "says"),
    [
        ("present", ("present", "patient", "recent")),
        ("absent", ("absent", "patient", "recent")),
        ("family", ("present", "family", None)),
        ("historical", ("present", "patient", "historical")),
    ],
)
def test_a_finding_is_read_as_it_was_entered(
    text: str, name: str, asthma: str, state: str, says: tuple[str, str, str | None]
) -> None:
    for words, concept in ((name, CHEST_PAIN), (asthma, ASTHMA)):
        case = with_line(text, Entered("finding", words, concept, state))  # type: ignore[arg-type]
        (found,) = [f for f in read(case, default_knowledge()).findings if f.concept == concept]
        assert (found.assertion, found.experiencer) == says[:2]
        assert says[2] in (None, found.temporality)
        assert found.start is not None
        assert case.text[found.start : found.end].casefold() == words


def test_words_that_are_not_read_alone_are_put_right() -> None:
    case = with_line(NOTE, Entered("finding", "the creeps", CHEST_PAIN, "absent"))
    (found,) = [f for f in read(case, default_knowledge()).findings if f.concept == CHEST_PAIN]
    assert found.assertion == "absent"
    assert len(case.corrections) == 1


@pytest.mark.parametrize("text", [NOTE, NOTE_ZH, ""])
@pytest.mark.parametrize(
    ("gene", "result"), [("CYP2C19", "*2/*2"), ("CYP2D6", "poor metabolizer"), ("HLA-B", "*57:01 positive")]
)
def test_the_result_of_a_gene_is_read_as_one(text: str, gene: str, result: str) -> None:
    line = line_for(Case(id="x", text=text), Entered("gene", gene, gene, more=result), default_knowledge())
    assert line.understood
    (found,) = read(Case(id="x", text=line.edit.apply(text)), default_knowledge()).genotypes
    assert f"{gene}{result}".replace(" ", "") == f"{found.gene}{found.result}".replace(" ", "")


@pytest.mark.parametrize("result", ["rubbish", "pending", "*1/*2 or perhaps *1/*3"])
def test_a_result_that_is_not_read_whole_is_not_understood(result: str) -> None:
    line = line_for(Case(id="x", text=NOTE), Entered("gene", "CYP2C19", "CYP2C19", more=result), default_knowledge())
    assert not line.understood


def test_genes_that_drugs_are_chosen_by_are_offered() -> None:
    found = Vocabulary(default_knowledge()).find("cyp2c", "gene", "en")
    assert {"CYP2C9", "CYP2C19"} <= {suggestion.key for suggestion in found}


def test_a_line_goes_to_the_section_that_is_there() -> None:
    case = with_line(NOTE, Entered("drug", "aspirin", "aspirin", more="75 mg od"))
    assert "metformin 500 mg bd\naspirin 75 mg od\n\nPlan:" in case.text
    assert [m.drug for m in read(case, default_knowledge()).medications] == ["metformin", "aspirin"]


def test_a_section_is_opened_at_the_end_where_there_is_none() -> None:
    case = with_line(NOTE, Entered("allergy", "penicillin", more="rash"))
    assert case.text.endswith("bed rest\n\nAllergies:\npenicillin (rash)\n")
    (item,) = read(case, default_knowledge()).allergies.items
    assert (item.substance, item.reaction) == ("penicillin", "rash")


@pytest.mark.parametrize(("text", "name"), [(NOTE, "sodium"), (NOTE_ZH, "血钠"), ("", "sodium")])
def test_a_value_is_measured(text: str, name: str) -> None:
    case = with_line(text, Entered("value", name, "sodium", more="128", unit="mmol/L"))
    (measured,) = read(case, default_knowledge()).measurements
    assert (measured.analyte, measured.value, measured.flag) == ("sodium", 128, "low")


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(default_knowledge())


@pytest.mark.parametrize(
    ("words", "kind", "first"),
    [
        ("chest pa", "finding", CHEST_PAIN),
        ("胸痛", "finding", CHEST_PAIN),
        ("metfor", "drug", "metformin"),
        ("二甲双胍", "drug", "metformin"),
        ("sodi", "value", "sodium"),
        ("penicillins", "allergy", "penicillins"),
    ],
)
def test_names_are_completed_in_both_languages(vocabulary: Vocabulary, words: str, kind: str, first: str) -> None:
    found = vocabulary.find(words, kind, "en")  # type: ignore[arg-type]
    assert found[0].key == first
    assert len({suggestion.key for suggestion in found}) == len(found) <= 12


def test_what_has_another_name_says_what_it_stands_for(vocabulary: Vocabulary) -> None:
    (found, *_) = vocabulary.find("胸痛", "finding", "en")
    assert found.shown == "胸痛 → chest pain"
    assert vocabulary.find("chest pain", "finding", "en")[0].shown == "chest pain"
    assert vocabulary.find("  ", "finding", "en") == ()
    assert vocabulary.find("sodium", "value", "en")[0].units[0] == "mmol/L"


def test_values_given_twice_are_a_trend_with_its_limits() -> None:
    text = "Potassium 3.1 mmol/L, after 2 h potassium 4.0 mmol/L, after 6 h potassium 5.9 mmol/L. Sodium 140 mmol/L."
    (trend,) = trends_of(read(Case(id="x", text=text), default_knowledge()), default_knowledge())
    assert (trend.analyte, trend.values, trend.unit) == ("potassium", (3.1, 4.0, 5.9), "mmol/L")
    assert [trend.beyond(value) for value in trend.values] == [True, False, True]
    assert ["otassium" in text[slice(*span)] for span in trend.spans] == [True] * 3


def test_what_was_before_stands_before_wherever_it_is_told() -> None:
    (trend,) = trends_of(
        read(Case(id="x", text="Creatinine 244 (prev 168)."), default_knowledge()), default_knowledge()
    )
    assert trend.values == (168.0, 244.0)
