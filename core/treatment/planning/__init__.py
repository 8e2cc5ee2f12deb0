"""The plan: options for the diagnoses under consideration, each checked against this patient."""

from core.treatment.planning.plan import make_plan

__all__ = ["make_plan"]
