"""What is said of the drugs beside the guideline's class."""

from __future__ import annotations

from core.language.model import Medication
from tests.core.treatment.pharmacogenomics.conftest import Judge


def test_a_drug_whose_genes_nobody_tested_is_not_judged(judge: Judge) -> None:
    outcome = judge("clopidogrel", "abacavir", CYP2C19="*2/*2")
    assert [item.drugs for item in outcome.items] == [("clopidogrel",)]
    assert outcome.could_not_judge == ("abacavir: no result for HLA-B",)


def test_without_any_genotype_one_line_tells_where_one_would_matter(judge: Judge) -> None:
    outcome = judge("clopidogrel", "abacavir", "paracetamol")
    assert outcome.could_not_judge == ("no genotype is known; one would matter for clopidogrel, abacavir",)


def test_a_result_that_no_row_speaks_of_is_not_judged(judge: Judge) -> None:
    outcome = judge("tacrolimus", CYP3A5="Possible Intermediate Metabolizer")
    assert not outcome.items
    assert outcome.could_not_judge == ("tacrolimus: no recommendation for CYP3A5 Possible Intermediate Metabolizer",)


def test_a_drug_without_genes_is_looked_at_and_left_in_peace(judge: Judge) -> None:
    outcome = judge("paracetamol", CYP2D6="*1/*1")
    assert outcome.items == ()
    assert len(outcome.looked_at) == 1


def test_an_unreadable_result_is_named(judge: Judge) -> None:
    assert judge("codeine", CYP2D6="*1/*999").could_not_judge == (
        "CYP2D6 *1/*999: no known genotype or phenotype",
        "codeine: no result for CYP2D6",
    )


def test_an_allele_of_unknown_function_settles_nothing_and_says_so(judge: Judge) -> None:
    outcome = judge("codeine", CYP2D6="*1/*145")
    (item,) = outcome.items
    assert (item.action_class, item.severity) == ("indeterminate", "information")
    assert item.message == "CYP2D6 *1/*145 (indeterminate) does not settle how to use codeine."
    assert outcome.could_not_judge == ("codeine: no recommendation for CYP2D6 *1/*145 (indeterminate)",)


def test_a_missing_second_gene_leaves_the_advice_of_the_first(judge: Judge) -> None:
    (item,) = judge("azathioprine", TPMT="Poor Metabolizer").items
    assert item.action_class == "alternative"
    assert "NUDT15 genotype is not available" in item.action


def test_the_words_are_the_guidelines_and_the_message_says_why(judge: Judge) -> None:
    (item,) = judge(Medication(name="Plavix", drug="clopidogrel", start=4, end=10), CYP2C19="*2/*2").items
    assert item.message == "CYP2C19 *2/*2 (poor metabolizer) speaks against clopidogrel."
    assert item.message_zh == "CYP2C19 *2/*2 (慢代谢型)，提示不宜使用clopidogrel。"
    assert item.action.startswith("Avoid standard dose")
    assert item.spans == ((4, 10),)
    assert item.drugs == ("clopidogrel (Plavix)",)


def test_a_strong_inhibitor_is_said_and_the_class_stays_the_genotypes(judge: Judge) -> None:
    by_drug = {item.drugs[0]: item for item in judge("codeine", "paroxetine", CYP2D6="*1/*1").items}
    assert by_drug["codeine"].action_class == "standard"
    assert "paroxetine strongly inhibits CYP2D6" in by_drug["codeine"].message
    assert "paroxetine强烈抑制CYP2D6" in (by_drug["codeine"].message_zh or "")
    assert "inhibits" not in by_drug["paroxetine"].message


def test_a_poor_metabolizer_has_nothing_left_to_inhibit(judge: Judge) -> None:
    items = judge("codeine", "paroxetine", CYP2D6="*4/*4").items
    assert not any("inhibits" in item.message for item in items)


def test_no_inhibitor_no_word(judge: Judge) -> None:
    (item,) = judge("clopidogrel", CYP2C19="*1/*1").items
    assert "inhibits" not in item.message


def test_twenty_drugs_are_judged_together(judge: Judge) -> None:
    drugs = (
        "clopidogrel codeine tramadol omeprazole simvastatin atorvastatin warfarin metoprolol sertraline citalopram"
        " paroxetine amitriptyline azathioprine allopurinol carbamazepine phenytoin celecoxib ibuprofen ondansetron"
        " fluorouracil"
    ).split()
    outcome = judge(*drugs, CYP2D6="*1/*4", CYP2C19="*1/*2", CYP2C9="*1/*3", VKORC1="-1639AA", SLCO1B1="*1/*5")
    assert len(outcome.items) == 16
