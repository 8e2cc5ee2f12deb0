"""What this installation achieves on this machine: bundled cases of ours, a model's second opinion, what it has earned.

from core.models import find_model
from core.validation import bench, open_second_opinion, second_opinion

benched = bench(find_model(role="writer"))              # minutes; the result is kept and decides what it may do
with open_second_opinion() as service:
    opinion = second_opinion(case, assessment, service, knowledge)   # never raises for the model's sake
"""

from __future__ import annotations

from core.validation.bench import Benched, bench
from core.validation.cases import ValidationCase, validation_cases
from core.validation.choosing import open_second_opinion
from core.validation.second_opinion import Named, SecondOpinion, second_opinion

__all__ = [
    "Benched",
    "Named",
    "SecondOpinion",
    "ValidationCase",
    "bench",
    "open_second_opinion",
    "second_opinion",
    "validation_cases",
]
