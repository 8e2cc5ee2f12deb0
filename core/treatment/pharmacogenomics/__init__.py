"""From genotypes to what they mean for the patient's drugs."""

from core.treatment.pharmacogenomics.advice import judge_genes

__all__ = ["judge_genes"]
