"""Results that name a variant and its two bases: "rs9923231 TT", "VKORC1 -1639 G/A", "c.521T>C CC"."""

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
    "NUDT15": (_Variant(r"rs116855232|c\.415\s?C>T|R139C", "TA", _METABOLISM),),
    "CYP3A5": (_Variant(r"rs776746|6986\s?A>G", "GC", _METABOLISM),),
}  # fmt: skip
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


def _copies(text: str, variant: _Variant) -> int | None:
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
