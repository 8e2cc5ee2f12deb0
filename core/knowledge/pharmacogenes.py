"""What the pharmacogenomic knowledge may say: advice for a drug by the phenotypes of its genes."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from core.knowledge.pharmacy_rules import Severity
from core.knowledge.schema import Entry, Phrase, Slug, Sourced

AdviceClass = Literal["avoid", "alternative", "reduce", "increase", "standard", "indeterminate"]


class Row(Entry):
    """Advice that holds where every gene in `when` has one of its phenotypes (as the guideline words them, in lower
    case) and, where `score` gives (least, most), its activity score lies between. Later rows do not override earlier
    ones: the first that fits holds."""

    when: dict[str, tuple[str, ...]] = Field(min_length=1)
    score: dict[str, tuple[float, float]] = Field(default_factory=dict)
    say: Phrase
    advice: AdviceClass
    severity: Severity | None = None
    strength: Literal["strong", "moderate", "optional", "none"] = "none"


class Advice(Sourced):
    """The rows of some drugs, by drug id; they outrank the published table's rows for the same drug."""

    drugs: tuple[Slug, ...] = Field(min_length=1)
    rows: tuple[Row, ...] = Field(min_length=1)


class Grave(Entry):
    """A drug and a phenotype whose advice in the published table is a contraindication in practice."""

    drug: Slug
    gene: str
    phenotypes: tuple[str, ...]


class Alleles(Sourced):
    """What the published tables lack of a gene's alleles.

    `same` are other names of alleles (`A-`, `c.1376G>T`) with the name of the tables, `scores` activity scores, and
    `steps` phenotypes by the least sum of scores that makes them."""

    gene: str
    same: dict[str, str] = Field(default_factory=dict)
    scores: dict[str, float] = Field(default_factory=dict)
    steps: dict[str, float] = Field(default_factory=dict)


class Words(Entry):
    """How results of some genes word a phenotype, by the guideline's word for it."""

    genes: tuple[str, ...] = Field(min_length=1)
    phenotypes: dict[str, tuple[str, ...]] = Field(min_length=1)


class PharmacogeneFile(Entry):
    """A file of `pharmacogenomics`. `sayings` are the published table's sentences in Chinese, by their beginning."""

    advice: tuple[Advice, ...] = ()
    grave: tuple[Grave, ...] = ()
    alleles: tuple[Alleles, ...] = ()
    words: tuple[Words, ...] = ()
    sayings: dict[str, str] = Field(default_factory=dict)
