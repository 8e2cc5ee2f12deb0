"""From two alleles to a phenotype: by the guideline's table of pairs, or by the sum of activity scores."""

from __future__ import annotations

import re

from core.knowledge.pgx_base import GeneBase
from core.treatment.pharmacogenomics.scores import phenotype_of_score

Meaning = tuple[str, tuple[float, float] | None]  # the phenotype, and the least and the most of its activity score

_COPIES = re.compile(r"^\(?(?P<allele>.+?)\)?\s?x\s?(?P<copies>\d+|N)$", re.IGNORECASE)
_DOUBLED = re.compile(
    r"^(?:\((?P<bracket>[^()]+/[^()]+)\)\s?x\s?(?:N|\d+)"
    r"|(?P<pair>\S+\s?/\s?\S+)\s(?:x\s?(?:N|\d+)|dup\w*|with duplication|gene duplication|重复))$",
    re.IGNORECASE,
)
_TWICE = re.compile(r"\b(?:homozygous|homozygote|homoplasmic|homo|hom)\b\.?|纯合子?|同质性", re.IGNORECASE)
_ONCE = re.compile(
    r"\b(?:heterozygous|heterozygote|hetero|het|carrier|detected|positive|present)\b\.?|杂合子?|携带者?|阳性|检出",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"\b(?:for|the|of|is|allele|variant|diplotype|genotype|mutation|hemizygous|hemizygote|hemi)\b"
    r"|基因型|突变|等位基因|半合子",
    re.IGNORECASE,
)
# A pair with words after it: "*1/*2, intermediate metabolizer".
_LEADING = re.compile(r"^(?P<pair>\S+\s?[/|]\s?[^\s,，;:]+)[\s,，:]+\D")
# Two alleles with a comma between them: "*4;*4".
_LISTED = re.compile(r"^(\*\w+)\s?[;,，；]\s?(\*\w+)$")
_DENIED = re.compile(r"\b(?:not|no|non|negative|absent)\b|未检出|阴性", re.IGNORECASE)
_REFERENCES = ("*1", "Reference", "B (reference)", "*4")
_MOST_COPIES = 13.0


def phenotype_of_diplotype(gene: str, text: str, genes: GeneBase) -> Meaning | None:
    """What a pair of alleles means; None where an allele is not known. A pair that can be read in two ways with
    different meanings is "indeterminate"."""
    text = re.sub(rf"\b{re.escape(gene)}\b\s?(?=[*\w(-])", "", text, flags=re.IGNORECASE).strip(" :")
    text = _LISTED.sub(r"\1/\2", text)
    if doubled := _DOUBLED.match(text):
        first, second = re.split(r"\s?/\s?", doubled.group("bracket") or doubled.group("pair"), maxsplit=1)
        # One of the two is there twice or more, and the report does not say which.
        return _agreed([_pair(gene, f"{first}xN", second, genes), _pair(gene, first, f"{second}xN", genes)])
    if " or " in text.lower() or ";" in text:
        return _agreed([_one(gene, part.strip(), genes) for part in re.split(r"\s+or\s+|;", text, flags=re.IGNORECASE)])
    whole = _one(gene, text, genes)
    leading = _LEADING.match(text) if whole is None else None
    return _one(gene, leading.group("pair"), genes) if leading else whole


def _one(gene: str, text: str, genes: GeneBase) -> Meaning | None:
    if "/" in text or "|" in text:
        first, _, second = re.sub(r"\s*[/|]\s*", "/", text).partition("/")
        return _pair(gene, first, second, genes)
    return _single(gene, text, genes)


def _single(gene: str, text: str, genes: GeneBase) -> Meaning | None:
    """One allele, said to be there twice or once; of the mitochondrion and of a man's X chromosome there is one."""
    if _DENIED.search(text):
        return None
    twice, once = _TWICE.search(text), _ONCE.search(text)
    allele = " ".join(_FILLER.sub(" ", _ONCE.sub(" ", _TWICE.sub(" ", text))).split()).strip(" ,，")
    if _canonical(gene, allele, genes) is None:
        return None
    if twice or gene == "MT-RNR1":
        return _pair(gene, allele, allele, genes)
    reference = next((r for r in _REFERENCES if genes.allele(gene, r)), None)
    if once or gene in ("RYR1", "CACNA1S", "DPYD", "F5"):
        return _pair(gene, reference, allele, genes) if reference else None
    return _pair(gene, allele, "MALE", genes) if gene == "G6PD" else None


def _agreed(readings: list[Meaning | None]) -> Meaning | None:
    """The phenotype in which all readings agree."""
    known = [reading for reading in readings if reading is not None]
    if len(known) != len(readings) or not known:
        return None
    if len({name for name, _ in known}) > 1:
        return "indeterminate", None
    scores = [score for _, score in known if score is not None]
    span = (min(low for low, _ in scores), max(high for _, high in scores)) if scores else None
    return known[0][0], span


def _pair(gene: str, first: str, second: str, genes: GeneBase) -> Meaning | None:
    known = (_canonical(gene, first, genes), _canonical(gene, second, genes))
    # The table of pairs comes first; CYP2D6, CYP2C9, DPYD and NAT2 have none and go by the sum of scores.
    if known[0] and known[1] and (name := genes.phenotype(gene, f"{known[0]}/{known[1]}")) is not None:
        return name, None
    scores = (_of_allele(gene, first, genes), _of_allele(gene, second, genes))
    if scores[0] is None or scores[1] is None:
        # Of an allele that the tables know and give no score nobody knows what it does.
        return ("indeterminate", None) if known[0] and known[1] and genes.of_score(gene, 0.0) else None
    least, most = scores[0][0] + scores[1][0], scores[0][1] + scores[1][1]
    by_score = phenotype_of_score(gene, least, most, genes)
    if by_score is None and genes.of_score(gene, least) is not None:
        return "indeterminate", None
    return (by_score, (least, most)) if by_score else None


def _canonical(gene: str, allele: str, genes: GeneBase) -> str | None:
    """The name that the tables give an allele: "2" is "*2", and sub-alleles ("*4.013", "*4A") are their allele."""
    bare = allele.strip()
    starred = bare if bare.startswith("*") else f"*{bare}"
    whole = re.sub(r"\.\d{3}$", "", starred)
    tries = (bare, f"c.{bare}", f"m.{bare}", starred, whole, re.sub(r"(?<=\d)[A-Z]$", "", whole))
    return next((found for name in tries if (found := genes.allele(gene, name)) is not None), None)


def _of_allele(gene: str, allele: str, genes: GeneBase) -> tuple[float, float] | None:
    """The score of an allele: "*10" 0.25, "*1x2" twice that of *1, "*36+*10" the sum of both."""
    if (known := _canonical(gene, allele, genes)) is not None:
        score = genes.score(gene, known)
        return None if score is None else (score, score)
    parts = [_of_copies(gene, part, genes) for part in allele.split("+")]
    whole = [part for part in parts if part is not None]
    return (sum(low for low, _ in whole), sum(high for _, high in whole)) if len(whole) == len(parts) else None


def _of_copies(gene: str, part: str, genes: GeneBase) -> tuple[float, float] | None:
    copies = _COPIES.match(part.strip())
    known = _canonical(gene, copies.group("allele") if copies else part, genes)
    one = genes.score(gene, known) if known else None
    if one is None:
        return None
    if copies is None:
        return one, one
    if copies.group("copies").upper() == "N":
        # More than one, nobody counted: two is the least. Thirteen copies are the most that were ever found.
        return one * 2, one * _MOST_COPIES
    return one * int(copies.group("copies")), one * int(copies.group("copies"))
