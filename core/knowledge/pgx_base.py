"""Read-only access to the pharmacogenomic tables of the compiled file."""

from __future__ import annotations

import json
import sqlite3
from functools import cached_property
from typing import Any, NamedTuple

from core.knowledge.pgx_names import plain_allele
from core.knowledge.pharmacogenes import AdviceClass
from core.knowledge.pharmacy_rules import Severity
from core.knowledge.schema import Basis


class Condition(NamedTuple):
    """The phenotypes of one gene for which advice holds, and the activity scores where they matter."""

    phenotypes: frozenset[str]
    score: tuple[float, float] | None


class AdviceRow(NamedTuple):
    """One recommendation for a drug."""

    conditions: dict[str, Condition]
    say: str
    say_zh: str | None
    advice: AdviceClass
    severity: Severity | None
    strength: str
    basis: Basis
    source: str


class GeneBase:
    """Genes, their alleles and phenotypes, and the advice for drugs."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._advice: dict[str, tuple[AdviceRow, ...]] = {}
        self._phenotypes: dict[str, frozenset[str]] = {}

    @cached_property
    def genes(self) -> frozenset[str]:
        """Every gene that some advice asks for."""
        return frozenset(gene for conditions in self._conditions for gene in conditions)

    @cached_property
    def _conditions(self) -> tuple[dict[str, Any], ...]:
        return tuple(json.loads(row[0]) for row in self._db.execute("SELECT DISTINCT conditions FROM pgx_advice"))

    def phenotype(self, gene: str, diplotype: str) -> str | None:
        """The phenotype of a diplotype in either order, or None where the table has no such pair."""
        first, _, second = diplotype.partition("/")
        for pair in (diplotype, f"{second}/{first}"):
            row = self._db.execute(
                "SELECT phenotype FROM pgx_diplotype WHERE gene = ? AND diplotype = ?", (gene, pair)
            ).fetchone()
            if row:
                return str(row[0])
        return None

    def allele(self, gene: str, name: str) -> str | None:
        """The allele of the tables that a name stands for, or None where they have no such allele."""
        row = self._db.execute(
            "SELECT allele FROM pgx_same WHERE gene = ? AND name = ?", (gene, plain_allele(name))
        ).fetchone()
        return str(row[0]) if row else None

    def word(self, gene: str, word: str) -> str | None:
        """The phenotype that a word of a result (lower case) stands for, or None where it is no such word."""
        row = self._db.execute("SELECT phenotype FROM pgx_word WHERE gene = ? AND word = ?", (gene, word)).fetchone()
        return str(row[0]) if row else None

    def phenotypes(self, gene: str) -> frozenset[str]:
        """Every phenotype of a gene that the tables and the advice know."""
        if gene not in self._phenotypes:
            rows = self._db.execute(
                "SELECT DISTINCT phenotype FROM pgx_diplotype WHERE gene = ?"
                " UNION SELECT phenotype FROM pgx_score WHERE gene = ?",
                (gene, gene),
            )
            advised = (names for conditions in self._conditions for names in conditions.get(gene, [[]])[0])
            self._phenotypes[gene] = frozenset(row[0] for row in rows) | frozenset(advised) - {"none"}
        return self._phenotypes[gene]

    def score(self, gene: str, allele: str) -> float | None:
        """The activity score of an allele, or None where there is none."""
        row = self._db.execute("SELECT score FROM pgx_allele WHERE gene = ? AND allele = ?", (gene, allele)).fetchone()
        return None if row is None else row[0]

    def of_score(self, gene: str, score: float) -> str | None:
        """The phenotype of an activity score."""
        row = self._db.execute(
            "SELECT phenotype FROM pgx_score WHERE gene = ? AND least <= ? AND ? < most", (gene, score, score)
        ).fetchone()
        return str(row[0]) if row else None

    def advice(self, drug: str) -> tuple[AdviceRow, ...]:
        """The advice for a drug, ours before the published table's."""
        if drug not in self._advice:
            rows = self._db.execute(
                "SELECT conditions, say, say_zh, class, severity, strength, basis, source FROM pgx_advice"
                " WHERE drug = ? ORDER BY position",
                (drug,),
            )
            self._advice[drug] = tuple(AdviceRow(_conditions(row[0]), *row[1:]) for row in rows)
        return self._advice[drug]


def _conditions(text: str) -> dict[str, Condition]:
    return {
        gene: Condition(frozenset(phenotypes), (score[0], score[1]) if score else None)
        for gene, (phenotypes, score) in json.loads(text).items()
    }
