"""Gene results in running text: whose they are, and whether they hold."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.knowledge.base import Knowledge
from core.language import read
from core.language.genotypes import joined_genotypes
from core.language.model import Genotype


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CYP2C19 *2/*2, on clopidogrel.", [("CYP2C19", "*2/*2")]),
        ("HLA-B*57:01 negative. CYP2D6 *4/*41 (IM).", [("HLA-B*57:01", "negative"), ("CYP2D6", "*4/*41")]),
        ("He is a CYP2D6 poor metaboliser.", [("CYP2D6", "poor metaboliser")]),
        ("CYP2D6 *1/*1, normal.", [("CYP2D6", "*1/*1")]),
        ("CYP2D6 (*2x2)/*1: UM.", [("CYP2D6", "(*2x2)/*1")]),
        ("He carries two no-function CYP2D6 alleles, *3 and *6.", [("CYP2D6", "*3/*6")]),
        ("UGT1A1*28 homozygous.", [("UGT1A1", "*28/*28")]),
        ("CYP2C19*2 heterozygous.", [("CYP2C19", "*1/*2")]),
        ("UGT1A1 (TA)6/(TA)7.", [("UGT1A1", "(TA)6/(TA)7")]),
        ("DPYD HapB3 heterozygous.", [("DPYD", "HapB3 heterozygous")]),
        ("DPYD activity score 0.5.", [("DPYD", "activity score 0.5")]),
        ("SLCO1B1 c.521 CC.", [("SLCO1B1", "c.521 CC")]),
        ("RYR1 pathogenic variant c.7300G>A (p.Gly2434Arg).", [("RYR1", "c.7300G>A (p.Gly2434Arg)")]),
        ("CFTR G551D/F508del.", [("CFTR", "G551D/F508del")]),
        ("HLA-B*57:01: negative.", [("HLA-B*57:01", "negative")]),
        ("Two no-function alleles of CYP2D6.", [("CYP2D6", "Two no-function alleles")]),
        (
            "CYP2C19: one normal-function and one no-function allele.",
            [("CYP2C19", "one normal-function and one no-function allele")],
        ),
        ("DPYD: one no-function allele.", [("DPYD", "one no-function allele")]),
        ("Wild type RYR1.", [("RYR1", "Wild type")]),
        ("DPYD wild type.", [("DPYD", "wild type")]),
        ("RYR1 p.Arg614Cys.", [("RYR1", "p.Arg614Cys")]),
        ("m.1555A>G positive.", [("MT-RNR1", "positive")]),
        ("m.1555A (wild type).", [("MT-RNR1", "wild type")]),
        ("MT-RNR1 m.1555A>G not detected.", [("MT-RNR1", "m.1555A>G not detected")]),
        ("CYP2C19 ultrarapid.", [("CYP2C19", "ultrarapid")]),
        ("CYP2C19 rapid/ultrarapid.", []),
        ("CYP2D6 normal range of the test.", []),
        ("CYP2D6 IM/NM.", []),
        ("HLA-B*57:01 neg.", [("HLA-B*57:01", "neg")]),
        ("HLA-B*58:01 was not carried.", [("HLA-B*58:01", "not carried")]),
        ("Non-carrier of HLA-B*57:01.", [("HLA-B*57:01", "Non-carrier")]),
        ("HLA-B*15:02非携带。", [("HLA-B*15:02", "非携带")]),
        ("SLCO1B1 521CC.", [("SLCO1B1", "521CC")]),
        ("G6PD class II deficiency.", [("G6PD", "class II deficiency")]),
        ("CYP2D6两个无功能等位基因。", [("CYP2D6", "两个无功能等位基因")]),
        ("G6PD 6/7 of the samples.", []),
        ("Known poor metabolizer of CYP2D6.", [("CYP2D6", "poor metabolizer")]),
        ("The patient carries HLA-B*15:02.", [("HLA-B*15:02", "carrier")]),
        ("HLA-B*57:01 was not detected", [("HLA-B*57:01", "not detected")]),
        ("HLA-B*15:02/*58:01", [("HLA-B", "*15:02/*58:01")]),
        ("PMH: G6PD deficiency, asthma.", [("G6PD", "deficiency")]),
        ("heterozygous for factor V Leiden", [("F5", "heterozygous")]),
        ("TPMT: *1/*3A\nNUDT15: *1/*1", [("TPMT", "*1/*3A"), ("NUDT15", "*1/*1")]),
        ("Gene\tResult\nCYP2C19\t*1/*2\tIntermediate metabolizer", [("CYP2C19", "*1/*2")]),
        ("VKORC1 -1639 AA; CYP2C9 *1/*3", [("VKORC1", "-1639 AA"), ("CYP2C9", "*1/*3")]),
        ("Her mother died early. She is HLA-B*58:01 positive.", [("HLA-B*58:01", "positive")]),
        ("CYP2C19基因型*2/*3，慢代谢型，服用氯吡格雷。", [("CYP2C19", "*2/*3")]),
        ("患者HLA-B*15:02阳性，癫痫。", [("HLA-B*15:02", "阳性")]),
        ("患者有G6PD缺乏症。", [("G6PD", "缺乏症")]),
        ("She is not a CYP2C19 poor metaboliser.", []),
        ("His mother is a CYP2D6 poor metabolizer.", []),
        ("No G6PD deficiency.", []),
        ("G6PD deficiency screen negative.", []),
        ("If CYP2C19 poor metabolizer, use prasugrel.", []),
        ("CYP2C19 testing pending.", []),
        ("HLA-B27 positive ankylosing spondylitis.", []),
        ("CYP2D6 positive", []),
        ("CYP2D6 deficiency", []),
        ("Family history: brother HLA-B*57:01 positive.", []),
        ("其父亲HLA-B*15:02阳性。", []),
        ("否认G6PD缺乏。", []),
    ],
)
def test_a_record_says(knowledge: Knowledge, text: str, found: list[tuple[str, str]]) -> None:
    genotypes = read(Case(id="one", text=text), knowledge).genotypes
    assert [(g.gene, g.result) for g in genotypes] == found
    assert all(0 <= g.start < g.end <= len(text) for g in genotypes)


def _read(*results: tuple[str, str]) -> list[Genotype]:
    return [Genotype(gene=gene, result=result, start=0, end=1) for gene, result in results]


def test_what_is_given_wins_over_what_is_read() -> None:
    read_in_text = _read(("CYP2D6", "*4/*4"), ("HLA-B*15:02", "positive"), ("HLA-B*57:01", "positive"))
    joined = joined_genotypes({"cyp2d6": "*1/*1", "HLA-B*15:02": "negative"}, read_in_text)
    assert joined == {"cyp2d6": "*1/*1", "HLA-B*15:02": "negative", "HLA-B*57:01": "positive"}


def test_a_gene_given_whole_covers_its_alleles() -> None:
    assert joined_genotypes({"HLA-B": "*57:01/*07:02"}, _read(("HLA-B*15:02", "positive"))) == {
        "HLA-B": "*57:01/*07:02"
    }


def test_a_pair_outranks_words_and_two_pairs_are_both_kept() -> None:
    assert joined_genotypes({}, _read(("CYP2C19", "PM"), ("CYP2C19", "*2/*2"))) == {"CYP2C19": "*2/*2"}
    assert joined_genotypes({}, _read(("CYP2C19", "*1/*1"), ("CYP2C19", "*2/*2"))) == {"CYP2C19": "*1/*1 or *2/*2"}
