"""From a result as it is written to the phenotype that guidelines speak of."""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.knowledge.pgx_base import GeneBase
from core.knowledge.pgx_genes import bystander, gene_of
from core.treatment.pharmacogenomics.diplotypes import Meaning, phenotype_of_diplotype
from core.treatment.pharmacogenomics.functions import phenotype_of_functions
from core.treatment.pharmacogenomics.hla import hla_alleles
from core.treatment.pharmacogenomics.results import Phenotype, split_brackets, tidy
from core.treatment.pharmacogenomics.scores import phenotype_of_score, read_score
from core.treatment.pharmacogenomics.variants import by_protein, pair_of_variants, phenotype_of_variant
from core.treatment.pharmacogenomics.words import phenotype_in_words

_EACH = re.compile(r"\s*(?:[;,，；]|\bor\b|\band\b|和)\s*")


def read_results(genotypes: Mapping[str, str], genes: GeneBase) -> tuple[dict[str, Phenotype], tuple[str, ...]]:
    """What the results mean by gene, and in words what could not be read: a name that is no gene, a result that the
    tables do not know, two results of one gene that contradict each other."""
    known: dict[str, Phenotype] = {}
    unread: list[str] = []
    disputed: set[str] = set()
    for name, written in genotypes.items():
        gene = gene_of(name)
        if gene is None:
            if not bystander(name):
                unread.append(f"{name}: not a gene that drugs are chosen by here")
            continue
        phenotype = phenotype_of(gene.symbol, written, genes, allele=gene.allele)
        if phenotype is None:
            if gene.symbol in genes.genes:
                unread.append(f"{name} {written}: no known genotype or phenotype")
            continue
        both = _joined(known.get(gene.symbol), phenotype)
        if both is None:
            disputed.add(gene.symbol)
            unread.append(f"{gene.symbol}: two results that contradict each other")
        else:
            known[gene.symbol] = both
    return {symbol: known[symbol] for symbol in known if symbol not in disputed}, tuple(dict.fromkeys(unread))


def phenotype_of(gene: str, written: str, genes: GeneBase, *, allele: str | None = None) -> Phenotype | None:
    """What a result means: a diplotype, a variant, a phenotype in words, an activity score, or an HLA allele that is
    there or not (`allele` is the one that the test's name holds). None where the tables know no such thing."""
    text = tidy(written)
    if gene.startswith("HLA-"):
        held = hla_alleles(gene, allele, text, genes)
        shown = f"{allele} {written}" if allele and allele not in text else written
        return Phenotype(gene, held, None, shown) if held else None
    score = read_score(text)
    rest = " ".join((text[: score.start] + text[score.end :]).split()) if score else text
    meaning = _meaning(gene, rest, genes)
    if score is not None:
        # The score in the report outranks its words: laboratories translate by older tables.
        by_score = phenotype_of_score(gene, score.least, score.most, genes)
        if by_score is not None:
            return Phenotype(gene, (by_score,), (score.least, score.most), written)
    return Phenotype(gene, (meaning[0],), meaning[1], written) if meaning else None


def _meaning(gene: str, text: str, genes: GeneBase) -> Meaning | None:
    parts = _EACH.split(text) if gene == "MT-RNR1" else [text]
    if len(parts) > 1:
        # Of the variants of the mitochondrion one is enough, and none of them must be left open for "normal".
        told = [_meaning(gene, part, genes) for part in parts]
        return next((t for t in told if t and t[0].startswith("increased")), None if None in told else told[0])
    plain, brackets = split_brackets(text)
    # What follows a pair of alleles that the tables do not know: "*1/*145 normal metabolizer".
    after = re.sub(r"^\S+\s?[/|]\s?\S+[\s,，:]+", "", plain)
    unsettled: Meaning | None = None
    changed = by_protein(gene, text)
    for part in dict.fromkeys((text, plain, *brackets, after, *([changed] if changed else []))):
        meaning = phenotype_of_diplotype(gene, part, genes)
        if meaning is None and (pair := pair_of_variants(gene, part)):
            meaning = phenotype_of_diplotype(gene, pair, genes)
        if meaning is None and (name := _told(gene, part, genes)):
            meaning = name, None
        if meaning is not None and meaning[0] != "indeterminate":
            return meaning
        unsettled = unsettled or meaning
    return unsettled


def _told(gene: str, text: str, genes: GeneBase) -> str | None:
    """What a variant, the words for a phenotype, or what the alleles do, say."""
    name = phenotype_of_variant(gene, text) or phenotype_in_words(gene, text, genes)
    return name or phenotype_of_functions(gene, text, genes)


def _joined(one: Phenotype | None, other: Phenotype) -> Phenotype | None:
    """Two results of one gene as one; None where they contradict each other."""
    if one is None:
        return other
    if not one.gene.startswith("HLA-"):
        return one if one.held == other.held and one.score == other.score else None
    alleles: dict[str, str] = {}
    for held in (*one.held, *other.held):
        name, _, sign = held.partition(" ")
        if alleles.setdefault(name, sign) != sign:
            return None
    held_by_both = tuple(f"{name} {sign}" for name, sign in alleles.items())
    return Phenotype(one.gene, held_by_both, None, f"{one.written}; {other.written}")
