"""Another drug that blocks the enzyme: the patient behaves as a poor metabolizer whatever the genes say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from core.treatment.pharmacogenomics.results import Phenotype
from core.treatment.prescribed import Prescribed

# Enzymes whose strong inhibitors turn a normal metabolizer into a poor one: the CPIC guidelines on CYP2D6 (opioids,
# 2021) set the activity score to zero beside a strong inhibitor; for CYP2C19 the same is an expert estimate.
_ENZYMES = ("CYP2D6", "CYP2C19")
_POOR = "poor metabolizer"


def strong_inhibitors(drugs: Iterable[Prescribed]) -> dict[str, list[str]]:
    """The drugs of the patient that block one of these enzymes strongly, by enzyme."""
    found: dict[str, list[str]] = {}
    for drug in drugs:
        if drug.known is None or not drug.systemic:
            continue
        for enzyme, strength in drug.known.facts.inhibits.items():
            if enzyme in _ENZYMES and strength == "strong" and drug.name not in found.setdefault(enzyme, []):
                found[enzyme].append(drug.name)
    return found


def conversions(
    drug: str, inhibitors: Mapping[str, Sequence[str]], genes: Iterable[Phenotype]
) -> list[tuple[str, str]]:
    """For each enzyme of an advice that another drug of the patient blocks strongly: a sentence, in both languages."""
    said = []
    for phenotype in genes:
        others = [name for name in inhibitors.get(phenotype.gene, ()) if name != drug]
        if others and _POOR not in phenotype.names:
            names = ", ".join(others)
            said.append(
                (
                    f"{names} strongly inhibits {phenotype.gene}: expect a poor metabolizer whatever the genotype.",
                    f"{names}强烈抑制{phenotype.gene}：不论基因型如何，应按慢代谢型看待。",
                )
            )
    return said
