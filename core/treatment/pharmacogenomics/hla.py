"""HLA results: an allele said to be there or not, or a typed pair."""

from __future__ import annotations

import re

from core.knowledge.pgx_base import GeneBase
from core.knowledge.pgx_genes import two_fields

_ALLELE = re.compile(
    r"(?:HLA[\s-]?)?(?:[AB])?\*?\s?(?P<allele>\d{2}:\d{2}(?::\d{2}){0,2}|\d{4})[A-Z]?(?!\d)", re.IGNORECASE
)
_YES = re.compile(
    r"positive|\bpos\b|carrier|carries|carried|present|detected|heterozyg|homozyg|\byes\b|\btrue\b|\b[12] cop(?:y|ies)"
    r"|阳|携带|检出|存在|杂合|纯合|\+",
    re.IGNORECASE,
)
_NO = re.compile(
    r"negative|\bneg\b|absent|not\s+(?:a\s+)?(?:present|detected|carrier|found|carry|carried)|non-?carrier|undetected"
    r"|\bno\b|\bfalse\b|\b(?:0|zero) copies|wild[\s-]?type|does not carry"
    r"|阴|未检出|[不未非]携带|无|野生型|-\s*\)?\s*$|^-",
    re.IGNORECASE,
)


def hla_alleles(gene: str, allele: str | None, text: str, genes: GeneBase) -> tuple[str, ...]:
    """Every allele spoken of, as "*57:01 positive" or "*57:01 negative"; empty where the result cannot be read.

    `allele` is the one that the name of the test holds. A typed pair denies every other allele that advice asks for.
    """
    if "/" in text and not (_YES.search(text) or _NO.search(text)):
        pair = [two_fields(m.group("allele")) for m in _ALLELE.finditer(text)]
        return _typed(gene, pair, genes) if len(pair) == 2 else ()
    found: dict[str, str] = {}
    for part in re.split(r"[;,，；]|\band\b|和", text):
        named = [two_fields(m.group("allele")) for m in _ALLELE.finditer(part)] or ([allele] if allele else [])
        rest = _ALLELE.sub(" ", part)
        sign = "negative" if _NO.search(rest) else "positive" if _YES.search(rest) else None
        if "/" in part and sign is None:
            return ()
        for name in named if sign else ():
            found[name] = sign or ""
    return tuple(f"{name} {sign}" for name, sign in found.items())


def _typed(gene: str, pair: list[str], genes: GeneBase) -> tuple[str, ...]:
    asked = {name.split()[0] for name in genes.phenotypes(gene)}
    has = tuple(f"{name} positive" for name in dict.fromkeys(pair))
    return has + tuple(f"{name} negative" for name in sorted(asked - set(pair)))
