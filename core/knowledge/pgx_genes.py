"""The genes that drugs are chosen by: their symbols, the other names that reports write, and how to find them."""

from __future__ import annotations

import re
from typing import NamedTuple

# Symbol: how else it is written. Matched without regard to case, spaces and hyphens.
_NAMES: dict[str, tuple[str, ...]] = {
    "ABCG2": ("BCRP",),
    "CACNA1S": (),
    "CFTR": (),
    "CYP1A2": (),
    "CYP2B6": (),
    "CYP2C8": (),
    "CYP2C9": (),
    "CYP2C19": (),
    "CYP2D6": (),
    "CYP3A4": (),
    "CYP3A5": (),
    "CYP4F2": (),
    "DPYD": ("DPD",),
    "F5": ("factor V Leiden", "factor V", "FVL", "F5 Leiden", "凝血因子V Leiden", "因子V Leiden"),
    "G6PD": ("glucose-6-phosphate dehydrogenase", "葡萄糖-6-磷酸脱氢酶", "6-磷酸葡萄糖脱氢酶", "葡萄糖6磷酸脱氢酶"),
    "HLA-A": (),
    "HLA-B": (),
    "IFNL3": ("IL28B", "IL-28B", "IFNL4", "IFNL3/4", "interferon lambda 3"),
    # The variant says the gene: a report that names it alone speaks of the mitochondrion.
    "MT-RNR1": ("12S rRNA", "MTRNR1", "线粒体12S rRNA", "m.1555A>G", "m.1494C>T", "m.1555A", "m.1494C"),
    "NAT2": (),
    "NUDT15": (),
    "OPRM1": (),
    "RYR1": (),
    "SLCO1B1": ("OATP1B1",),
    "TPMT": ("thiopurine methyltransferase", "硫嘌呤甲基转移酶"),
    "UGT1A1": (),
    "VKORC1": (),
}
# Genes of panels that no advice here rests on: their results are passed over without a word.
_BYSTANDERS = frozenset(
    ("ABCB1 ADRA2A ADRB1 ADRB2 ANKK1 APOE BCHE COMT CYP1A1 CYP2A6 CYP2C8 CYP2E1 CYP2F1 CYP2J2 CYP2R1 CYP3A7 CYP3A43 "
     "DRD2 F2 GRIK4 GSTM1 GSTP1 GSTT1 HTR1A HTR2A HTR2C IFNL4 ITPA MTHFR NAT1 OPRD1 OPRK1 OPRM1 POR SLC15A2 SLC22A1 "
     "SLC22A2 SLC6A4 SLCO1B3 SLCO2B1 SULT1A1 UGT1A4 UGT1A6 UGT2B7 UGT2B15 UGT2B17 XPC").split()
)  # fmt: skip
# "CYP2C19 genotype", "CYP2D6基因型": what kind of result it is.
_KIND_OF_RESULT = re.compile(
    r"(?:\s+(?:gene|genotype|diplotype|phenotype|activity score|status|result)|\s?基因型?|\s?表型)+$", re.IGNORECASE
)
_ALLELE = r"\*?\s?\d{2,3}(?::?\d{2})(?::\d{2}){0,2}"


class GeneName(NamedTuple):
    """A gene's symbol, and the HLA allele that the name itself holds ("HLA-B*57:01")."""

    symbol: str
    allele: str | None


def _key(text: str) -> str:
    return re.sub(r"[\s\-_–]", "", text).upper()


_SYMBOLS = {_key(name): symbol for symbol, names in _NAMES.items() for name in (symbol, *names)}
_HLA = re.compile(rf"^HLA\W?([AB])\W?({_ALLELE})$", re.IGNORECASE)


def gene_of(written: str) -> GeneName | None:
    """The gene that a name stands for, or None for a name that is none."""
    text = " ".join(written.replace("＊", "*").split())
    if match := _HLA.match(text):
        return GeneName(f"HLA-{match.group(1).upper()}", two_fields(match.group(2)))
    symbol = _SYMBOLS.get(_key(_KIND_OF_RESULT.sub("", text))) or _SYMBOLS.get("CYP" + _key(text))
    return GeneName(symbol, None) if symbol else None


def bystander(written: str) -> bool:
    """Is it a gene of the usual panels that no advice rests on?"""
    return _key(written) in _BYSTANDERS


def two_fields(allele: str) -> str:
    """An HLA allele in two fields: "*5701", "*57:01:01" and "57:01" are all "*57:01"."""
    digits = re.findall(r"\d", allele)
    return f"*{''.join(digits[:2])}:{''.join(digits[2:4])}"


def gene_pattern() -> str:
    """A regular expression (to be used without regard to case) for every name of a gene in running text."""
    names = sorted({name for symbol, more in _NAMES.items() for name in (symbol, *more)}, key=len, reverse=True)
    parts = "|".join(re.escape(name).replace(r"\ ", r"\s?").replace(r"\-", r"[\s-]?") for name in names)
    return rf"(?:HLA[\s-]?[AB]\s?{_ALLELE}(?!\d|:\d)|(?<![A-Za-z0-9])(?:{parts})(?![A-Za-z0-9]))"
