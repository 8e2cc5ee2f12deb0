"""Clinical scores: declared one by one, computed from what a record says, with every input shown."""

from core.scores.applicability import applicable_scores
from core.scores.compute import compute
from core.scores.registry import CALCULATORS, find

__all__ = ["CALCULATORS", "applicable_scores", "compute", "find"]
