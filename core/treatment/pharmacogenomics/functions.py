"""Results that tell what the two alleles do and not which they are: "two no-function alleles"."""

from __future__ import annotations

import re

from core.knowledge.pgx_base import GeneBase
from core.treatment.pharmacogenomics.scores import phenotype_of_score

_KINDS = (
    ("none", r"no|non-?|null|loss[ -]of|inactive|无|失活"),
    ("less", r"decreased|reduced|降低|减低|减弱"),
    ("more", r"increased|增强|增加"),
    ("whole", r"normal|正常"),
)
_KIND = "|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS)
_ONE = re.compile(
    rf"(?:(?P<two>two|2|both|两个?)|(?P<one>one|1|a|single|一个?|1个))?(?:\s?alleles?)?\s?(?:功能)?(?:{_KIND})[\s-]?"
    r"(?:function(?:al|ing)?|functional|功能)?(?:\s?alleles?|的?等位基因)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,，/+;；&]|\band\b|\bplus\b|\bwith\b|和|与|及)\s*", re.IGNORECASE)
_SPEAKS_OF_IT = re.compile(r"function|allele|功能|等位基因", re.IGNORECASE)
# The least and the most activity of an allele that does so; a CYP2D6 allele of decreased function has 0.25 or 0.5.
_SCORES = {"none": (0.0, 0.0), "less": (0.5, 0.5), "whole": (1.0, 1.0)}
_LESS_IN_CYP2D6 = (0.25, 0.5)
_POOR, _MIDDLE, _NORMAL = "poor metabolizer", "intermediate metabolizer", "normal metabolizer"
_LOST = {("none", "none"): _POOR, ("none", "whole"): _MIDDLE, ("whole", "whole"): _NORMAL}
_WEAKENED = {("less", "less"): _POOR, ("less", "whole"): _MIDDLE}
_GAINED = {
    ("more", "whole"): "rapid metabolizer",
    ("more", "more"): "ultrarapid metabolizer",
    ("more", "none"): _MIDDLE,
}
_CARRIED = {("none", "none"): "poor function", ("none", "whole"): "decreased function",
            ("whole", "whole"): "normal function"}  # fmt: skip
# By the guidelines' definitions of phenotypes, of the genes that are not judged by scores. What they leave open (a
# CYP2C19 allele of decreased function) is left out.
_PAIRS: dict[str, dict[tuple[str, str], str]] = {
    "CYP2C19": {**_LOST, **_GAINED},
    "CYP2B6": {**_LOST, **_GAINED, **_WEAKENED, ("less", "none"): _POOR, ("less", "more"): _MIDDLE},
    "CYP3A5": _LOST,
    "NUDT15": _LOST,
    "TPMT": _LOST,
    "UGT1A1": {**_LOST, **_WEAKENED},
    "SLCO1B1": _CARRIED,
    "ABCG2": {**_CARRIED, ("less", "less"): "poor function", ("less", "whole"): "decreased function"},
}  # fmt: skip


def phenotype_of_functions(gene: str, text: str, genes: GeneBase) -> str | None:
    """The phenotype of two alleles by what they do; None where the text does not tell of both. Of one allele that is
    said to be there the other is taken for normal, as reports leave it out."""
    kinds = _both(text.strip(" ."))
    if kinds is None:
        return None
    first, second = sorted(kinds)
    if gene in _PAIRS:
        return _PAIRS[gene].get((first, second), "indeterminate")
    if genes.of_score(gene, 0.0) is None:
        return None
    scores = {**_SCORES, "less": _LESS_IN_CYP2D6} if gene == "CYP2D6" else _SCORES
    if "more" in kinds:
        return "indeterminate"
    least, most = (scores[first][end] + scores[second][end] for end in (0, 1))
    return phenotype_of_score(gene, least, most, genes) or "indeterminate"


def _both(text: str) -> tuple[str, str] | None:
    if not _SPEAKS_OF_IT.search(text):
        return None
    found = [_ONE.fullmatch(part) for part in _BETWEEN.split(text)]
    read = [match for match in found if match is not None]
    kinds = [next(kind for kind, _ in _KINDS if match.group(kind)) for match in read]
    if len(read) != len(found) or not 1 <= len(read) <= 2:
        return None
    if len(kinds) == 2:
        return None if any(match.group("two") for match in read) else (kinds[0], kinds[1])
    if read[0].group("two"):
        return kinds[0], kinds[0]
    return (kinds[0], "whole") if read[0].group("one") else None
