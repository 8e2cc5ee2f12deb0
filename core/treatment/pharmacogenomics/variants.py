"""Results that name a variant and its two bases: "rs9923231 TT", "VKORC1 -1639 G/A", "c.521T>C CC", "rs4244285 GA"."""

from __future__ import annotations

import re
from typing import NamedTuple


class _Variant(NamedTuple):
    """A variant by its names; `changed` are the bases (of either strand) that make it; `means` the phenotypes of none,
    one and two changed copies."""

    names: str
    changed: str
    means: tuple[str, str, str]


_METABOLISM = ("normal metabolizer", "intermediate metabolizer", "poor metabolizer")
_HEARING = (
    "normal risk of aminoglycoside-induced hearing loss",
    "increased risk of aminoglycoside-induced hearing loss",
    "increased risk of aminoglycoside-induced hearing loss",
)
_VARIANTS: dict[str, tuple[_Variant, ...]] = {
    "VKORC1": (_Variant(r"rs9923231|(?:c\.)?-?1639\s?G>A|(?:c\.)?-1639", "AT", ("-1639gg", "-1639ag", "-1639aa")),
               _Variant(r"rs9934438|(?:c\.)?1173\s?C>T", "TA", ("-1639gg", "-1639ag", "-1639aa"))),
    "CYP4F2": (_Variant(r"rs2108622|c\.1297\s?G>A|V433M", "TA", ("*3 absent", "*3 present", "*3 present")),),
    "IFNL3": (
        _Variant(r"rs12979860", "TA", ("favorable response", "unfavorable response", "unfavorable response")),
        _Variant(r"rs8099917", "GC", ("favorable response", "unfavorable response", "unfavorable response")),
    ),
    "SLCO1B1": (_Variant(r"rs4149056|c\.521\s?T>C|\b521\s?T>C|V174A|\b521", "CG",
                         ("normal function", "decreased function", "poor function")),),
    "ABCG2": (_Variant(r"rs2231142|c\.421\s?C>A|Q141K|\b421\s?C>A", "AT",
                       ("normal function", "decreased function", "poor function")),),
    "F5": (_Variant(r"rs6025|c\.1601\s?G>A|c\.1691\s?G>A|\b1691\s?G>A|R506Q", "AT",
                    ("favorable response", "unfavorable response", "unfavorable response")),),
    "NUDT15": (_Variant(r"rs116855232|(?:c\.)?\b415\s?C>T|R139C|\b415(?=\s?[CT]\s?/?\s?[CT]\b)", "TA", _METABOLISM),),
    "MT-RNR1": (_Variant(r"(?:m\.)?\b1555\s?A>G|\bA1555G", "GC", _HEARING),
                _Variant(r"(?:m\.)?\b1494\s?C>T|\bC1494T", "TA", _HEARING)),
    "CYP3A5": (_Variant(r"rs776746|6986\s?A>G", "GC", _METABOLISM),),
}  # fmt: skip


class _Star(NamedTuple):
    """A variant that makes a star allele; of a `palindrome` (A/T, C/G) two like bases may be those of either strand."""

    names: str
    changed: str
    allele: str
    palindrome: bool = False


# What a single variant makes of a gene: the other variants of the gene may not have been looked for, so that none
# changed says nothing. Names and bases by dbSNP and PharmVar; the bases of both strands are written.
_STARS: dict[str, tuple[_Star, ...]] = {
    "CYP2B6": (_Star(r"rs3745274|\b516\s?G>T|\b516(?=\s?[GT]\s?/?\s?[GT]\b)", "TA", "*6"),
               _Star(r"rs28399499|\b983\s?T>C", "CG", "*18")),
    "CYP2C19": (_Star(r"rs4244285|\b681\s?G>A", "AT", "*2"), _Star(r"rs4986893|\b636\s?G>A", "AT", "*3"),
                _Star(r"rs12248560|-806\s?C>T", "TA", "*17")),
    "CYP2C9": (_Star(r"rs1799853|\b430\s?C>T", "TA", "*2"), _Star(r"rs1057910|\b1075\s?A>C", "CG", "*3"),
               _Star(r"rs7900194|\b449\s?G>A", "AT", "*8"), _Star(r"rs28371685|\b1003\s?C>T", "TA", "*11")),
    "CYP2D6": (_Star(r"rs3892097|\b184[67]\s?G>A", "AT", "*4"), _Star(r"rs28371725|\b2988\s?G>A", "AT", "*41")),
    "CYP3A5": (_Star(r"rs10264272|\b14690\s?G>A", "AT", "*6"),),
    "DPYD": (_Star(r"rs3918290|\b1905\s?\+\s?1\s?G>A", "AT", "*2A"), _Star(r"rs55886062|\b1679\s?T>G", "GC", "*13"),
             _Star(r"rs67376798|\b2846\s?A>T", "T", "c.2846A>T", palindrome=True),
             _Star(r"rs56038477|\b1236\s?G>A", "AT", "HapB3"),
             _Star(r"rs75017182|\b1129-5923\s?C>G", "G", "HapB3", palindrome=True)),
    "TPMT": (_Star(r"rs1142345|\b719\s?A>G", "GC", "*3C"), _Star(r"rs1800460|\b460\s?G>A", "AT", "*3B")),
    "UGT1A1": (_Star(r"rs4148323|\b211\s?G>A", "AT", "*6"),
               # Where nothing else was looked for, *80 stands for *28: CPIC, UGT1A1 and atazanavir, update of 2017.
               _Star(r"rs887829|-364\s?C>T", "TA", "*28")),
}  # fmt: skip
# The commonest variants of malignant hyperthermia by the change of the protein: HGVS names of the same change.
_PROTEIN = {
    ("RYR1", "Arg163Cys"): "c.487C>T", ("RYR1", "Arg614Cys"): "c.1840C>T", ("RYR1", "Arg2163His"): "c.6488G>A",
    ("RYR1", "Gly2434Arg"): "c.7300G>A", ("RYR1", "Arg2435His"): "c.7304G>A", ("RYR1", "Thr2206Met"): "c.6617C>T",
    ("CACNA1S", "Arg1086His"): "c.3257G>A", ("CACNA1S", "Arg174Trp"): "c.520C>T",
}  # fmt: skip
# Two variants that as a rule lie on one chromosome.
_TOGETHER = {("*3C", "*3B"): "*3A"}
_BASES = re.compile(r"(?<![A-Za-z])([ACGT])\s?[/|>]?\s?([ACGT])(?![A-Za-z>])")
_ZYGOSITY = (
    (re.compile(r"homozyg|纯合", re.IGNORECASE), 2),
    (re.compile(r"heterozyg|杂合", re.IGNORECASE), 1),
    (re.compile(r"wild[\s-]?type|negative|absent|not detected|野生型|阴性|未检出", re.IGNORECASE), 0),
)
# "rs9923231 reference (C)/rs9923231 variant (T)", as PharmCAT writes it.
_NAMED_ALLELES = re.compile(r"\b(reference|variant)\b", re.IGNORECASE)
_WILD_HOMOZYGOTE = re.compile(r"homozyg\w* wild|wild[\s-]?type homozyg|野生.{0,2}纯合|纯合野生", re.IGNORECASE)


def phenotype_of_variant(gene: str, text: str) -> str | None:
    """What a variant's two bases, or its being there once or twice, mean; None where the text names none of ours."""
    for variant in _VARIANTS.get(gene, ()):
        name = re.search(variant.names, text, re.IGNORECASE)
        rest = f"{text[: name.start()]} {text[name.end() :]}" if name else text
        copies = _copies(rest, variant) if name else None
        if copies is None and gene in ("VKORC1", "F5", "IFNL3") and name is None:
            # These genes have one variant that matters: its bases stand alone ("VKORC1 AA").
            copies = _alone(text, variant)
        if copies is not None:
            return variant.means[copies]
    return None


def by_protein(gene: str, text: str) -> str | None:
    """The change of the base behind a change of the protein ("p.Arg614Cys"), or None where none of ours is named."""
    named = re.search(r"\bp\.\(?([A-Z][a-z]{2}\d+[A-Z][a-z]{2})\b", text)
    return _PROTEIN.get((gene, named.group(1))) if named else None


def pair_of_variants(gene: str, text: str) -> str | None:
    """The pair of alleles that single variants make: "rs4244285 GA; rs12248560 CT" is "*2/*17". None where the text
    names none of ours, none of them is changed, or they cannot all lie on two chromosomes."""
    alleles: list[str] = []
    for part in re.split(r"[;,，；]", text):
        for star in _STARS.get(gene, ()):
            if (name := re.search(star.names, part, re.IGNORECASE)) is None:
                continue
            copies = _star_copies(f"{part[: name.start()]} {part[name.end() :]}", star)
            if copies is None:
                return None
            alleles += [star.allele] * copies
    alleles = [_TOGETHER[key]] if (key := tuple(alleles)) in _TOGETHER else alleles
    return "/".join([*["*1"] * (2 - len(alleles)), *alleles]) if 0 < len(alleles) <= 2 else None


def _star_copies(rest: str, star: _Star) -> int | None:
    pair = _BASES.search(rest)
    if star.palindrome and pair and pair.group(1).upper() == pair.group(2).upper():
        return None
    return _copies(rest, star)


def _copies(text: str, variant: _Variant | _Star) -> int | None:
    if _WILD_HOMOZYGOTE.search(text):
        return 0
    named = [word.lower() for word in _NAMED_ALLELES.findall(text)]
    if len(named) == 2:
        return named.count("variant")
    if pair := _BASES.search(text):
        return sum(base in variant.changed for base in pair.groups())
    return next((copies for words, copies in _ZYGOSITY if words.search(text)), None)


def _alone(text: str, variant: _Variant) -> int | None:
    return _copies(text, variant) if re.fullmatch(r"[ACGT]\s?/?\s?[ACGT]", text) else None
