"""Bedside's own way to the model, through its worker process: a first case, the next ones, and words without a grammar.

Run by Bedside's own environment. Every case begins with the same instruction and goes on with something else, so that
what is saved of the instruction shows, and nothing else is read twice.
"""

from __future__ import annotations

import json
import statistics
import sys
from pathlib import Path

from bench.writers.task import THREADS, WRITTEN
from core.models import Generation, ModelService, list_models

_INSTRUCTION = "Write the facts as one plain sentence. Use only the facts. Add nothing. " * 12
# As long as the groups of facts that the writer is given.
_CASES = (
    "Man. Also present: cough for 3 days, fever, sweating",
    "Woman. Not present: pain in the left knee, swelling, rash",
    "Man. Medications: metformin 500 mg twice daily, amlodipine 5 mg daily",
    "Woman. Past history: palpitations, hypertension, asthma",
)

file = Path(sys.argv[1]).name
model = next(info for info in list_models() if info.path.name == file)


def ask(service: ModelService, case: str, instruction: str = _INSTRUCTION) -> Generation:
    """One case; it must have been written about."""
    turns = [{"role": "system", "content": instruction}, {"role": "user", "content": case}]
    result = service.generate(turns, max_tokens=WRITTEN)
    if result.time_to_first_word_ms is None:
        sys.exit(f"{model.name} wrote nothing: {result.sentence or result.finished}")
    return result


with ModelService.open(model=model.id, threads=THREADS) as service:
    ask(service, "warm up", "Be brief.")
    answers = [ask(service, case) for case in _CASES]

first, *later = answers
words = [answer.time_to_first_word_ms or 0.0 for answer in answers]
rates = [answer.tokens_per_second for answer in answers if answer.tokens_per_second]
print(
    json.dumps(
        {
            "first_word_ms": words[0],
            "next_first_word_ms": statistics.median(words[1:]),
            "first_word_ratio": statistics.median(words[1:]) / words[0],
            "prompt_tokens_per_s": (first.prompt_tokens - first.reused_tokens) / words[0] * 1000,
            "written_tokens_per_s": statistics.median(rates),
        }
    )
)
