"""The drug checks, one file a kind."""

from core.treatment.safety.checking import check_drugs

__all__ = ["check_drugs"]
