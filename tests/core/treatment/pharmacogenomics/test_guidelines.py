"""Pairs of genotype and advice, written down from the guidelines that the rows follow."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.core.treatment.pharmacogenomics.conftest import Judge

PAIRS = list(csv.DictReader((Path(__file__).parent / "guidelines.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: f"{p['drug']}: {p['genes']}")
def test_the_advice_is_the_guidelines(judge: Judge, pair: dict[str, str]) -> None:
    outcome = judge(pair["drug"], **dict(part.split("=", 1) for part in pair["genes"].split(";")))
    (item,) = outcome.items
    assert item.action_class == pair["class"]
    assert item.drugs == outcome.looked_at
    assert not outcome.could_not_judge
    assert item.message_zh
    assert item.action_zh


def test_there_are_enough_pairs_of_every_class() -> None:
    assert len(PAIRS) >= 150
    assert {pair["class"] for pair in PAIRS} == {
        "avoid", "alternative", "reduce", "increase", "standard", "indeterminate"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("drug", "gene", "result"),
    [
        ("abacavir", "HLA-B", "*57:01 positive"),
        ("carbamazepine", "HLA-B", "*15:02 positive"),
        ("allopurinol", "HLA-B", "*58:01 positive"),
        ("codeine", "CYP2D6", "Ultrarapid Metabolizer"),
        ("tramadol", "CYP2D6", "*1/*2x2"),
        ("capecitabine", "DPYD", "Poor Metabolizer"),
        ("fluorouracil", "DPYD", "*2A/*13"),
        ("succinylcholine", "RYR1", "c.1840C>T"),
        ("sevoflurane", "CACNA1S", "c.3257G>A"),
        ("rasburicase", "G6PD", "deficient"),
        ("primaquine", "G6PD", "deficient"),
        ("gentamicin", "MT-RNR1", "m.1555A>G"),
        ("eliglustat", "CYP2D6", "Ultrarapid Metabolizer"),
        ("siponimod", "CYP2C9", "*3/*3"),
        ("thioridazine", "CYP2D6", "*4/*4"),
    ],
)
def test_what_can_kill_interrupts(judge: Judge, drug: str, gene: str, result: str) -> None:
    (item,) = judge(drug, **{gene: result}).items
    assert item.interruptive
    assert item.severity == "contraindicated"


@pytest.mark.parametrize(
    ("drug", "gene", "result"),
    [
        ("abacavir", "HLA-B", "*57:01 negative"),
        ("clopidogrel", "CYP2C19", "*1/*1"),
        ("codeine", "CYP2D6", "*1/*1"),
        ("rasburicase", "G6PD", "Normal"),
    ],
)
def test_the_usual_dose_is_one_calm_line(judge: Judge, drug: str, gene: str, result: str) -> None:
    (item,) = judge(drug, **{gene: result}).items
    assert (item.severity, item.interruptive) == ("information", False)
