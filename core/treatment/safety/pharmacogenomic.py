"""What the patient's genes mean for the drugs."""

from __future__ import annotations

from core.treatment.circumstances import Circumstances
from core.treatment.outcome import Outcome
from core.treatment.pharmacogenomics import judge_genes


def check(about: Circumstances) -> Outcome:
    """Every drug against the genotypes that the record or the request gives."""
    return judge_genes(about.drugs, about.genotypes, about.knowledge.genes)
