"""Our own compilation of llama.cpp beside a published one (xllamacpp), on the model that comes with Bedside.

Both write the same number of tokens after the same prompt with two threads, in a process of their own, in turn, so that
whatever else the machine does falls on both.
"""

from __future__ import annotations

import json
import statistics
import sys

from bench.figures import ROOT, BenchError, Figure, product, timed

ROUNDS = 3


def run() -> list[Figure]:
    """Reading a prompt and writing after it, ours and theirs."""
    models = sorted((ROOT / "resources" / "models").glob("*.gguf"))
    if not models:
        raise BenchError("there is no model in resources/models; `python3 dev.py setup` fetches it")
    commands = {
        "bedside": [product("python"), "-m", "bench.writers.ours", str(models[0])],
        "xllamacpp": [sys.executable, "-m", "bench.writers.with_xllamacpp", str(models[0])],
    }
    results: dict[str, list[dict[str, float]]] = {whose: [] for whose in commands}
    for _ in range(ROUNDS):
        for whose, command in commands.items():
            results[whose].append(json.loads(timed(command)[1].splitlines()[-1]))
    return [
        Figure(whose, what, statistics.median(round_[key] for round_ in rounds), unit, len(rounds))
        for key, what, unit in (
            ("load_ms", "loading, median", "ms"),
            ("prompt_tokens_per_s", "reading the prompt, median", "tokens/s"),
            ("written_tokens_per_s", "writing, median", "tokens/s"),
        )
        for whose, rounds in results.items()
    ]
