"""Results that say what the alleles do, that nothing is changed, or that a variant is not there."""

from __future__ import annotations

import pytest

from core.knowledge.base import Knowledge
from core.treatment.pharmacogenomics.functions import phenotype_of_functions
from core.treatment.pharmacogenomics.phenotype import read_results

PM, IM, NM = "poor metabolizer", "intermediate metabolizer", "normal metabolizer"
RM, UM = "rapid metabolizer", "ultrarapid metabolizer"
HARMED, SPARED = (f"{risk} risk of aminoglycoside-induced hearing loss" for risk in ("increased", "normal"))
SUSCEPTIBLE, UNCERTAIN = "malignant hyperthermia susceptibility", "uncertain susceptibility"


def meant(knowledge: Knowledge, gene: str, written: str) -> str | None:
    known, _ = read_results({gene: written}, knowledge.genes)
    return next((phenotype.name for phenotype in known.values()), None)


@pytest.mark.parametrize(
    ("gene", "written", "name"),
    [
        ("CYP2D6", "two no-function alleles", PM),
        ("CYP2D6", "Two no function alleles (*4/*5)", PM),
        ("CYP2D6", "2 nonfunctional alleles", PM),
        ("CYP2D6", "one normal-function and one no-function allele", IM),
        ("CYP2D6", "one normal function allele and one decreased function allele", NM),
        ("CYP2D6", "one no-function allele and one decreased-function allele", IM),
        ("CYP2D6", "two normal function alleles", NM),
        ("CYP2D6", "both alleles non-functional", PM),
        ("CYP2D6", "no function / no function", PM),
        ("CYP2C19", "two no-function alleles", PM),
        ("CYP2C19", "one no-function allele", IM),
        ("CYP2C19", "one increased-function and one normal-function allele", RM),
        ("CYP2C19", "two increased function alleles", UM),
        ("CYP2C19", "one no-function and one increased-function allele", IM),
        ("CYP2C9", "two no function alleles", PM),
        ("CYP2C9", "one normal function plus one no-function allele", IM),
        ("TPMT", "two nonfunctional alleles", PM),
        ("TPMT", "one no-function allele", IM),
        ("NUDT15", "normal/no function", IM),
        ("DPYD", "two no-function alleles", PM),
        ("DPYD", "one no function allele, one normal function allele", IM),
        ("DPYD", "wild type", NM),
        ("DPYD", "wild-type (no variant detected in *2A, *13, D949V, HapB3)", NM),
        ("TPMT", "wild type", NM),
        ("CYP2D6", "wild-type", NM),
        ("CYP2C19", "wt/wt", NM),
        ("CYP2C9", "WT", NM),
        ("CYP2B6", "two decreased function alleles", PM),
        ("CYP2B6", "one normal, one decreased function allele", IM),
        ("SLCO1B1", "two no-function alleles", "poor function"),
        ("SLCO1B1", "one no function allele", "decreased function"),
        ("SLCO1B1", "wild type", "normal function"),
        ("UGT1A1", "one decreased function allele", IM),
        ("CYP3A5", "two no-function alleles", PM),
        ("RYR1", "wild type", UNCERTAIN),
        ("RYR1", "WT", UNCERTAIN),
        ("CACNA1S", "no pathogenic variant", UNCERTAIN),
        ("RYR1", "no pathogenic variants detected", UNCERTAIN),
        ("RYR1", "p.Gly2434Arg heterozygous", SUSCEPTIBLE),
        ("RYR1", "c.7300G>A", SUSCEPTIBLE),
        ("MT-RNR1", "m.1555A>G", HARMED),
        ("MT-RNR1", "1555A>G", HARMED),
        ("MT-RNR1", "A1555G", HARMED),
        ("MT-RNR1", "m.1555A", SPARED),
        ("MT-RNR1", "m.1555G", HARMED),
        ("MT-RNR1", "m.1555A>G not detected", SPARED),
        ("MT-RNR1", "m.1555A>G negative", SPARED),
        ("MT-RNR1", "wild type", SPARED),
        ("MT-RNR1", "m.1494C>T 阳性", HARMED),
        ("MT-RNR1", "未检出 m.1555A>G 突变", SPARED),
        ("CYP2D6", "两个无功能等位基因", PM),
        ("CYP2C19", "野生型", NM),
        ("CYP2C19", "超快代谢", UM),
        ("CYP2C19", "ultrarapid", UM),
        ("CYP2D6", "poor", PM),
        ("HLA-B*57:01", "neg", "*57:01 negative"),
        ("HLA-B*57:01", "pos", "*57:01 positive"),
        ("HLA-B*57:01", "NEG.", "*57:01 negative"),
        ("HLA-B*15:02", "非携带", "*15:02 negative"),
        ("HLA-B*15:02", "非携带者", "*15:02 negative"),
        ("HLA-B*15:02", "携带者", "*15:02 positive"),
        ("HLA-B*58:01", "（-）", "*58:01 negative"),
        ("HLA-B*58:01", "（+）", "*58:01 positive"),
        ("HLA-B*58:01", "not carried", "*58:01 negative"),
        ("HLA-A*31:01", "0 copies", "*31:01 negative"),
        ("HLA-A*31:01", "1 copy", "*31:01 positive"),
        ("HLA-B*15:02", "wild type", "*15:02 negative"),
        ("HLA-B*57:01", "阴", "*57:01 negative"),
        ("G6PD", "class II", "deficient"),
        ("G6PD", "class II deficiency", "deficient"),
        ("G6PD", "Mediterranean, hemizygous", "deficient"),
        ("UGT1A1", "*28 homozygous", PM),
        ("SLCO1B1", "521CC", "poor function"),
        ("NUDT15", "415TT", PM),
        ("CYP2B6", "two increased-function alleles", UM),
        ("CYP2D6", "one decreased function and one increased function allele", "indeterminate"),
        ("CYP2C19", "one normal function and one decreased function allele", "indeterminate"),
        ("ABCG2", "one decreased function allele", "decreased function"),
        ("MT-RNR1", "m.1555A>G negative; m.1494C>T negative", SPARED),
        ("MT-RNR1", "m.1555A>G negative; m.1494C>T positive", HARMED),
        ("MT-RNR1", "m.1555A>G not detected and m.1494C>T detected", HARMED),
        ("G6PD", "class IV", "normal"),
    ],
)
def test_what_a_result_means(knowledge: Knowledge, gene: str, written: str, name: str) -> None:
    assert meant(knowledge, gene, written) == name


@pytest.mark.parametrize(
    ("gene", "written"),
    [
        ("CYP2D6", "no-function allele"),
        ("CYP2D6", "two no-function and two normal function alleles"),
        ("CYP2D6", "one no-function, one normal function, one decreased function allele"),
        ("CYP2D6", "no-function alleles were looked for"),
        ("CYP2D6", "IM/NM"),
        ("CYP2C19", "RM/UM"),
        ("VKORC1", "two no-function alleles"),
        ("MT-RNR1", "m.1555A>G not detected; m.1494C>T pending"),
    ],
)
def test_what_is_not_told_is_not_guessed(knowledge: Knowledge, gene: str, written: str) -> None:
    assert meant(knowledge, gene, written) in (None, "indeterminate")


def test_words_that_do_not_speak_of_alleles_are_left_to_others(knowledge: Knowledge) -> None:
    assert phenotype_of_functions("CYP2D6", "normal", knowledge.genes) is None
