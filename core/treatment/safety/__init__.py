"""The drug checks, one file a kind."""

from core.treatment.safety.checking import FAILED, check_drugs

__all__ = ["FAILED", "check_drugs"]
