"""Our own compilation of llama.cpp beside a published one (xllamacpp) and one made for this very processor, on the
model that comes with Bedside.

All write the same number of tokens after the same prompt with two threads, in a process of their own, in turn, so that
whatever else the machine does falls on all. Beside them: Bedside's own way, through its worker process, and how many
tokens a second the memory would allow.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
from pathlib import Path

from bench.figures import ROOT, BenchError, Figure, product, timed

ROUNDS = 7
_PEER = "xllamacpp"
_NATIVE = "native build"
_PLAIN = "bedside, no flash attention"
_SMALL = "bedside, cache in Q8_0"
_NATIVE_RUNTIME = ROOT / ".venv-bench" / "native"  # `dev.py bench` compiles it once
_SPEEDS = (
    ("load_ms", "loading, median", "ms"),
    ("prompt_tokens_per_s", "reading the prompt, median", "tokens/s"),
    ("written_tokens_per_s", "writing, median", "tokens/s"),
)
_WORKER = (
    ("prompt_tokens_per_s", "reading the prompt, median", "tokens/s"),
    ("written_tokens_per_s", "writing, median", "tokens/s"),
    ("first_word_ms", "first word of the first case, median", "ms"),
    ("next_first_word_ms", "first word of the next case, median", "ms"),
    ("first_word_ratio", "first word, next case to first, median", "x"),
)
# Threads that wait sleep, as in Bedside's worker: on a machine that has other work spinning ones measure that work.
_SLEEPING = {"OMP_WAIT_POLICY": "PASSIVE", "GOMP_SPINCOUNT": "1000"}
Results = dict[str, list[dict[str, float]]]
Writer = tuple[list[str], dict[str, str]]  # a command and what it finds in its environment besides


def run() -> list[Figure]:
    """Reading a prompt and writing after it, ours and theirs, with what bounds both."""
    models = sorted((ROOT / "resources" / "models").glob("*Instruct*.gguf"))
    if not models:
        raise BenchError("there is no model in resources/models; `python3 dev.py setup` fetches it")
    ours, theirs = product("python"), sys.executable
    if not _NATIVE_RUNTIME.exists():
        raise BenchError("the build for this processor is missing; `python3 dev.py bench models` compiles it")
    native = {**_SLEEPING, "PYTHONPATH": os.fspath(_NATIVE_RUNTIME)}
    writers: dict[str, Writer] = {
        "bedside": ([ours, "-m", "bench.writers.ours", str(models[0])], _SLEEPING),
        _PEER: ([theirs, "-m", "bench.writers.with_xllamacpp", str(models[0])], _SLEEPING),
        _NATIVE: ([ours, "-m", "bench.writers.without_extra", str(models[0])], native),
        _PLAIN: ([ours, "-m", "bench.writers.ours", str(models[0]), "plain-attention"], _SLEEPING),
        _SMALL: ([ours, "-m", "bench.writers.ours", str(models[0]), "small-cache"], _SLEEPING),
        "bedside, worker": ([ours, "-m", "bench.writers.worker", str(models[0])], _SLEEPING),
        "memory": ([ours, "-m", "bench.writers.bandwidth"], _SLEEPING),
    }
    results: Results = {whose: [] for whose in writers}
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    for _ in range(ROUNDS):
        for whose, (command, environ) in writers.items():
            results[whose].append(json.loads(timed(command, environ)[1].splitlines()[-1]))
    figures = [
        _median(results, whose, *row) for row in _SPEEDS for whose in ("bedside", _PEER, _NATIVE, _PLAIN, _SMALL)
    ]
    figures += [_median(results, "bedside, worker", *row) for row in _WORKER]
    figures += [
        _ratio(results, peer, key, f"{what} beside {peer}, median of rounds")
        for peer in (_PEER, _NATIVE)
        for key, what in (("prompt_tokens_per_s", "reading"), ("written_tokens_per_s", "writing"))
    ]
    return [*figures, _bound(results, models[0]), Figure("machine", "load when it began", load, "", 1)]


def _median(results: Results, whose: str, key: str, what: str, unit: str) -> Figure:
    rounds = results[whose]
    return Figure(whose, what, statistics.median(one[key] for one in rounds), unit, len(rounds))


def _ratio(results: Results, peer: str, key: str, what: str) -> Figure:
    """Round by round, so that what else the machine did in a round falls on both."""
    pairs = zip(results["bedside"], results[peer], strict=True)
    ratios = [ours[key] / theirs[key] for ours, theirs in pairs]
    return Figure("bedside", what, statistics.median(ratios), "x", len(ratios))


def _bound(results: Results, model: Path) -> Figure:
    """Tokens a second if nothing were done but to read the file from memory once for each."""
    best = max(one["bytes_per_s"] for one in results["memory"])
    return Figure("memory", "bound on writing, best round", best / model.stat().st_size, "tokens/s", ROUNDS)
