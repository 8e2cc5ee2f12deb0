"""How the names of alleles and phenotypes are written when they are compared."""

from __future__ import annotations


def plain_allele(name: str) -> str:
    """An allele's name in lower case, without spaces."""
    return "".join(name.lower().split())


def plain_phenotype(text: str) -> str:
    """A phenotype in lower case and American spelling, without the gene's name before it."""
    plain = " ".join(text.lower().replace("metaboliser", "metabolizer").split())
    return plain.removeprefix("g6pd ")
