"""The pharmacogenomic tables: our own entries, the classes of published sentences, and their Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.knowledge.base import default_knowledge
from core.knowledge.pgx_build import chinese, read_pharmacogenes
from core.knowledge.pgx_classes import advice_class
from core.knowledge.pgx_genes import bystander, gene_of
from core.knowledge.pharmacogenes import PharmacogeneFile
from core.system.folders import resources


@pytest.fixture(scope="module")
def files() -> tuple[PharmacogeneFile, ...]:
    read, problems = read_pharmacogenes(resources() / "knowledge" / "pharmacogenomics")
    assert problems == ()
    return read


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("Avoid codeine use because of potential for serious toxicity.", "avoid"),
        ("Avoid moderate and strong CYP2D6 inhibitors. Initiate therapy with recommended dosing.", "standard"),
        ("Abacavir is not recommended", "avoid"),
        ("Consider a 25% reduction of recommended starting dose.", "reduce"),
        ("Prescribe <=40mg as a starting dose and adjust doses of atorvastatin.", "reduce"),
        ("Increase starting daily dose by 100%.", "increase"),
        ("Initiate standard starting daily dose. Consider increasing dose by 50-100%.", "standard"),
        ("Select alternative drug not predominantly metabolized by CYP2D6", "alternative"),
        ("For non-malignant conditions, consider alternative therapy. For malignancy, start with reduced doses.",
         "alternative"),
        ("For malignancy, start with drastically reduced doses. Else consider alternative therapy.", "reduce"),
        ("There is no need to avoid prescribing of atazanavir.", "standard"),
        ("No recommendation for hydrocodone therapy because of minimal evidence.", "indeterminate"),
        ("Clinical findings, family history, further testing should guide use.", "indeterminate"),
        ("Words without advice", "indeterminate"),
    ],
)  # fmt: skip
def test_the_class_of_a_sentence(text: str, advice: str) -> None:
    assert advice_class(text) == advice


def test_every_row_of_ours_speaks_chinese_and_names_a_gene_that_is_known(files: tuple[PharmacogeneFile, ...]) -> None:
    rows = [row for file in files for advice in file.advice for row in advice.rows]
    assert len(rows) > 150
    assert all(row.say.zh for row in rows)
    assert all(gene_of(gene) == (gene, None) for row in rows for gene in row.when)
    assert all(set(row.score) <= set(row.when) for row in rows)


def test_the_published_sentences_have_their_chinese(files: tuple[PharmacogeneFile, ...]) -> None:
    sayings = {en: zh for file in files for en, zh in file.sayings.items()}
    assert chinese("Avoid codeine use because of potential for serious toxicity.", "codeine", sayings)
    assert (
        chinese("Based on TPMT status, start with reduced doses.", "azathioprine", sayings)
        == sayings["Start with reduced"]
    )
    assert chinese("Something new.", "codeine", sayings) is None


def test_a_word_that_means_two_phenotypes_is_a_problem(tmp_path: Path) -> None:
    entry = "words: [{genes: [CYP2D6], phenotypes: {poor metabolizer: [odd], normal metabolizer: [odd]}}]"
    (tmp_path / "words.yaml").write_text(entry, encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("advice: 3", encoding="utf-8")
    _, problems = read_pharmacogenes(tmp_path)
    assert len(problems) == 2
    assert "cannot mean two phenotypes" in str(problems[1])


def test_every_drug_of_ours_goes_by_the_name_that_a_record_would_give_it(files: tuple[PharmacogeneFile, ...]) -> None:
    knowledge = default_knowledge()
    for drug in ("abacavir", "warfarin", "methylene blue", "ethinyl estradiol", "mesalamine", "tolonium chloride"):
        assert knowledge.genes.advice(drug), drug
    drugs = {drug for file in files for advice in file.advice for drug in advice.drugs}
    assert len(drugs) > 120


@pytest.mark.parametrize(
    ("written", "symbol", "allele"),
    [
        ("cyp 2d6", "CYP2D6", None),
        ("2C19", "CYP2C19", None),
        ("HLA-B*5701", "HLA-B", "*57:01"),
        ("HLA-A*31:01:02", "HLA-A", "*31:01"),
        ("Factor V Leiden", "F5", None),
        ("IL28B", "IFNL3", None),
        ("G6PD基因", "G6PD", None),
    ],
)
def test_names_of_genes(written: str, symbol: str, allele: str | None) -> None:
    assert gene_of(written) == (symbol, allele)


def test_what_is_no_gene_of_drugs() -> None:
    assert gene_of("HLA-B27") is None
    assert bystander("comt")
    assert not bystander("CYP2D66")
