"""From results as laboratories write them to the guidelines' words."""

from __future__ import annotations

import pytest

from core.knowledge.base import Knowledge
from core.treatment.pharmacogenomics.phenotype import phenotype_of, read_results

PM, IM, NM = "poor metabolizer", "intermediate metabolizer", "normal metabolizer"
RM, UM = "rapid metabolizer", "ultrarapid metabolizer"
POSITIVE = "increased risk of aminoglycoside-induced hearing loss"


@pytest.mark.parametrize(
    ("gene", "written", "name"),
    [
        ("CYP2D6", "*10/*10", IM),
        ("CYP2D6", "*10/*1", NM),
        ("CYP2D6", "*1/*2xN", UM),
        ("CYP2D6", "*1/*2×3", UM),
        ("CYP2D6", "*4x2/*1", IM),
        ("CYP2D6", "*36+*10/*10", IM),
        ("CYP2D6", "*10xN/*1", "indeterminate"),
        ("CYP2D6", "(*1/*2)x3", UM),
        ("CYP2D6", "*1/*4 dup", "indeterminate"),
        ("CYP2D6", "*1.001/*4.013", IM),
        ("CYP2D6", "*4A/*5", PM),
        ("CYP2D6", "*1/*4 or *1/*5", IM),
        ("CYP2D6", "*1/*4 or *4/*5", "indeterminate"),
        ("CYP2D6", "CYP2D6*4/*4", PM),
        ("CYP2D6", "*1/*41 Normal", NM),
        ("CYP2D6", "1/4", IM),
        ("CYP2D6", "*4 homozygous", PM),
        ("CYP2D6", "heterozygous *4", IM),
        ("CYP2D6", "*1/*145 (Normal Metabolizer)", NM),
        ("CYP2D6", "*1/*145 poor metaboliser", PM),
        ("CYP2D6", "*1/*145", "indeterminate"),
        ("CYP2D6", "*4/*22", "indeterminate"),
        ("CYP2D6", "*1/*145 or *1/*1", "indeterminate"),
        ("CYP2C9", "*1/*18", "indeterminate"),
        ("CYP2D6", "[*4]/[*4]", PM),
        ("CYP2D6", "*4; *4", PM),
        ("CYP2D6", "rs3892097 CT", IM),
        ("CYP2C19", "rs4244285 AA", PM),
        ("CYP2C19", "rs4244285 GA; rs4986893 GG; rs12248560 CT", IM),
        ("CYP2C19", "c.681G>A heterozygous", IM),
        ("CYP2C9", "rs1057910 CC", PM),
        ("CYP2B6", "516TT", PM),
        ("CYP2B6", "c.516G>T homozygous", PM),
        ("TPMT", "rs1142345 TC; rs1800460 CT", IM),
        ("TPMT", "rs1142345 CC", PM),
        ("DPYD", "rs67376798 AT", IM),
        ("DPYD", "rs3918290 CT", IM),
        ("UGT1A1", "rs887829 TT", PM),
        ("SLCO1B1", "*1a/*5", "decreased function"),
        ("SLCO1B1", "*1b/*1b", "normal function"),
        ("CFTR", "ivacaftor non-responsive", "unfavorable response"),
        ("CYP2D6", "Intermediate Metaboliser", IM),
        ("CYP2D6", "UM", UM),
        ("CYP2D6", "Likely Poor Metabolizer", PM),
        ("CYP2D6", "Normal Metabolizer (activity score 1)", IM),
        ("CYP2D6", "Normal Metabolizer (activity score 1.25-2.25)", NM),
        ("CYP2D6", "Normal Metabolizer (activity score 1-2)", NM),
        ("CYP2D6", "activity score >2.25", UM),
        ("CYP2D6", "AS <0.25", PM),
        ("CYP2D6", "≥3", UM),
        ("CYP2D6", "1.5", NM),
        ("CYP2D6", "慢代谢者", PM),
        ("CYP2D6", "超快代谢型（活性评分3）", UM),
        ("CYP2D6", "unknown", "indeterminate"),
        ("CYP2C19", "*17/*1", RM),
        ("CYP2C19", "*2|*3", PM),
        ("CYP2C19", "Likely IM", "likely intermediate metabolizer"),
        ("CYP2C19", "possible poor metabolizer", PM),
        ("CYP2C19", "野生型", NM),
        ("TPMT", "Possible Intermediate Metabolizer", "possible intermediate metabolizer"),
        ("NUDT15", "c.415C>T CT", IM),
        ("NUDT15", "rs116855232 TT", PM),
        ("UGT1A1", "TA6/TA7", IM),
        ("UGT1A1", "*80+*28/*1", IM),
        ("DPYD", "c.1905+1G>A (*2A)/Reference", IM),
        ("DPYD", "rs3918290 detected", IM),
        ("SLCO1B1", "521 CC", "poor function"),
        ("SLCO1B1", "c.521T>C heterozygous", "decreased function"),
        ("SLCO1B1", "*1/*5", "decreased function"),
        ("ABCG2", "rs2231142 reference (G)/rs2231142 variant (T)", "decreased function"),
        ("CYP3A5", "non-expressor", PM),
        ("VKORC1", "rs9923231 TT", "-1639aa"),
        ("VKORC1", "-1639 G>A AG", "-1639ag"),
        ("VKORC1", "G/G", "-1639gg"),
        ("VKORC1", "c.-1639G>A homozygous wild type", "-1639gg"),
        ("IFNL3", "CC", "favorable response"),
        ("F5", "rs6025 GA", "unfavorable response"),
        ("F5", "heterozygous", "unfavorable response"),
        ("MT-RNR1", "1555A>G homoplasmic", POSITIVE),
        ("MT-RNR1", "m.1494C>T", POSITIVE),
        ("G6PD", "A-", "deficient"),
        ("G6PD", "B/A-", "variable"),
        ("G6PD", "Canton heterozygous", "variable"),
        ("G6PD", "G6PD Deficient with CNSHA", "deficient with cnsha"),
        ("RYR1", "c.1840C>T", "malignant hyperthermia susceptibility"),
        ("RYR1", "p.Arg614Cys", "malignant hyperthermia susceptibility"),
        ("CACNA1S", "p.(Arg1086His)", "malignant hyperthermia susceptibility"),
        ("CYP2D6", "(*2x2)/*1", UM),
        ("CYP2D6", "(*2x2)/*1: UM", UM),
        ("CYP2D6", "*1x≥3/*4", UM),
        ("NUDT15", "415 TT", PM),
        ("HLA-B", "*58:01 (-)", "*58:01 negative"),
        ("HLA-B", "*58:01 (+)", "*58:01 positive"),
        ("CFTR", "G551D/F508del", "favorable response"),
        ("NAT2", "*5/*6", PM),
        ("NAT2", "快乙酰化型", RM),
        ("HLA-B", "*15:02 positive; *57:01 negative", "*15:02 positive; *57:01 negative"),
        ("HLA-B", "*5701 carrier", "*57:01 positive"),
        ("HLA-A", "*31:01 not detected", "*31:01 negative"),
    ],
)
def test_a_result_means(knowledge: Knowledge, gene: str, written: str, name: str) -> None:
    phenotype = phenotype_of(gene, written, knowledge.genes)
    assert phenotype is not None
    assert phenotype.name == name


@pytest.mark.parametrize(
    ("gene", "written"),
    [
        ("CYP2D6", "*1/*999"),
        ("CYP2D6", "rubbish"),
        ("CYP2D6", "*1/*999 or *1/*1"),
        ("CYP2C19", "*2"),
        ("CYP2C19", "rs4244285 GG"),
        ("CYP2C19", "rs4244285 AA; rs4986893 AA"),
        ("CYP2C19", "rs4244285 not tested"),
        ("DPYD", "rs67376798 TT"),
        ("DPYD", "c.1905+1G>A not detected"),
        ("VKORC1", "rs9923231 not tested"),
        ("HLA-B", "*57:01/*07:02; *15:02 positive"),
        ("SLCO1B1", "rs4149056 here"),
        ("SLCO1B1", "CC"),
        ("HLA-B", "positive"),
        ("HLA-B", "*15:02"),
        ("HLA-B", "*57/*07"),
        ("CYP1A2", "*1A x 2"),
        ("CYP2C19", "*2 heterozygous twice"),
    ],
)
def test_what_the_tables_do_not_know_means_nothing(knowledge: Knowledge, gene: str, written: str) -> None:
    assert phenotype_of(gene, written, knowledge.genes) is None


def test_a_typed_pair_denies_the_other_alleles(knowledge: Knowledge) -> None:
    phenotype = phenotype_of("HLA-B", "*57:01:01/*07:02", knowledge.genes)
    assert phenotype is not None
    assert {"*57:01 positive", "*15:02 negative", "*58:01 negative"} <= set(phenotype.names)


def test_likely_phenotypes_are_advised_as_the_phenotype_itself(knowledge: Knowledge) -> None:
    phenotype = phenotype_of("CYP2C19", "Likely Poor Metabolizer", knowledge.genes)
    assert phenotype is not None
    assert phenotype.names == ("likely poor metabolizer", PM)


def test_a_result_is_shown_with_its_meaning_unless_it_says_so_itself(knowledge: Knowledge) -> None:
    pair, words = (phenotype_of("CYP2D6", text, knowledge.genes) for text in ("*4/*4", "Poor Metaboliser"))
    assert pair is not None
    assert words is not None
    assert (pair.shown, pair.shown_zh) == ("CYP2D6 *4/*4 (poor metabolizer)", "CYP2D6 *4/*4 (慢代谢型)")
    assert words.shown == "CYP2D6 Poor Metaboliser"


def test_names_of_genes_are_read_and_those_of_no_drug_passed_over(knowledge: Knowledge) -> None:
    given = {
        "cyp2c19 genotype": "*2/*2",
        "HLA-B*57:01": "negative",
        "COMT": "*1/*1",
        "CYP2C8": "strange",
        "GENE9": "*1/*1",
    }
    known, unread = read_results(given, knowledge.genes)
    assert set(known) == {"CYP2C19", "HLA-B"}
    assert unread == ("GENE9: not a gene that drugs are chosen by here",)


def test_hla_results_add_up_and_contradictions_are_not_judged(knowledge: Knowledge) -> None:
    known, unread = read_results({"HLA-B*15:02": "positive", "HLA-B*58:01": "negative"}, knowledge.genes)
    assert known["HLA-B"].held == ("*15:02 positive", "*58:01 negative")
    assert not unread
    for given in (
        {"HLA-B": "*15:02 positive", "HLA-B*15:02": "negative"},
        {"CYP2D6": "*1/*1", "cyp2d6": "*4/*4"},
    ):
        known, unread = read_results(given, knowledge.genes)
        assert not known
        assert "contradict" in unread[0]
    known, unread = read_results({"CYP2D6": "*1/*1", "cyp2d6": "*1/*1"}, knowledge.genes)
    assert set(known) == {"CYP2D6"}
