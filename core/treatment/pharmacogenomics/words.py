"""Phenotypes in words, English and Chinese, in the words of the guidelines."""

from __future__ import annotations

import re

from core.knowledge.pgx_base import GeneBase

_FILLER = re.compile(
    r"\b(?:predicted|phenotype|genotype|status|activity status|result|consistent with|a|an|the|is|enzyme)\b"
    r"|表型|基因型|酶(?=活性)|预测为?|[,.，。:：]",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"^(?P<likely>likely(?: to be)?|probable|probably)?(?:possible|possibly|可能为?)?\s*", re.IGNORECASE
)
_UNKNOWN = frozenset(("indeterminate", "indeterminant", "unknown", "uncertain", "inconclusive", "无法判定", "不确定"))


def phenotype_in_words(gene: str, text: str, genes: GeneBase) -> str | None:
    """The guideline's word for what a result says, or None where it says nothing that is known of the gene."""
    plain = re.sub(r"metaboli[sz]ers?\b", "metabolizer", text.lower())
    plain = re.sub(rf"\b{re.escape(gene.lower())}\b", " ", plain)
    plain = " ".join(_FILLER.sub(" ", plain).split())
    if whole := _word(gene, plain, genes):
        return whole
    hedge = _HEDGE.match(plain)
    core = _word(gene, plain[hedge.end() :], genes) if hedge and hedge.end() else None
    if hedge is None or core is None:
        return "indeterminate" if plain in _UNKNOWN else None
    hedged = f"{'likely' if hedge.group('likely') else 'possible'} {core}"
    return hedged if hedged in genes.phenotypes(gene) else core


def _word(gene: str, plain: str, genes: GeneBase) -> str | None:
    return plain if plain in genes.phenotypes(gene) else genes.word(gene, plain)
