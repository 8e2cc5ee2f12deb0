"""Another drug that blocks the enzyme: the patient behaves as a poor metabolizer whatever the genes say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.treatment.pharmacogenomics.results import Phenotype
from core.treatment.prescribed import Prescribed

# Enzymes whose strong inhibitors turn a normal metabolizer into a poor one: the CPIC guidelines on CYP2D6 (opioids,
# 2021) set the activity score to zero beside a strong inhibitor; for CYP2C19 the same is an expert estimate.
_ENZYMES = ("CYP2D6", "CYP2C19")
_POOR = "poor metabolizer"


def conversions(drug: Prescribed, drugs: Sequence[Prescribed], genes: Iterable[Phenotype]) -> list[tuple[str, str]]:
    """For each enzyme of an advice that another drug of the patient blocks strongly: a sentence, in both languages."""
    said = []
    for phenotype in genes:
        if phenotype.gene not in _ENZYMES or _POOR in phenotype.names:
            continue
        blockers = [d.name for d in drugs if d.name != drug.name and d.systemic and _blocks(d, phenotype.gene)]
        if blockers:
            names = ", ".join(dict.fromkeys(blockers))
            said.append(
                (
                    f"{names} strongly inhibits {phenotype.gene}: expect a poor metabolizer whatever the genotype.",
                    f"{names}强烈抑制{phenotype.gene}：不论基因型如何，应按慢代谢型看待。",
                )
            )
    return said


def _blocks(drug: Prescribed, enzyme: str) -> bool:
    return drug.known is not None and any(
        name == enzyme and strength == "strong" for name, strength in drug.known.facts.inhibits.items()
    )
