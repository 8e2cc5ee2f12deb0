"""The sentence encoder in its worker: short phrases a second, and five hundred words in pieces.

Beside the median stands the least of all rounds, as in `language`: a machine that others use as well makes the median
tell how busy it was.

Called as a program it is the child that measures, in Bedside's own environment.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.figures import BenchError, Figure, product, timed  # noqa: E402 (a child is started by its path)

LETTER = Path(__file__).with_name("letter.txt")
PHRASES, WORDS_OF_A_PHRASE = 600, 4
CASE_WORDS, WORDS_OF_A_PIECE = 500, 16
ROUNDS = 9


def run() -> list[Figure]:
    """Our figures; the time of a message to the worker and back counts, the start of the worker does not."""
    _, printed = timed([product("python"), str(Path(__file__).resolve())])
    return [Figure(*values) for values in json.loads(printed.splitlines()[-1])]


def _phrases() -> list[str]:
    """Names of findings of up to four words, drawn with a fixed seed."""
    from core.knowledge.base import default_knowledge

    names = {name for finding in default_knowledge().findings.values() for name in finding.names.en}
    short = sorted(name for name in names if len(name.split()) <= WORDS_OF_A_PHRASE)
    return random.Random(2).sample(short, PHRASES)


def _pieces() -> list[str]:
    """Five hundred words of a letter, in pieces of sixteen."""
    words = LETTER.read_text(encoding="utf-8").split()
    words = (words * (CASE_WORDS // len(words) + 1))[:CASE_WORDS]
    return [" ".join(words[at : at + WORDS_OF_A_PIECE]) for at in range(0, len(words), WORDS_OF_A_PIECE)]


def main() -> int:
    """Measure, and print the figures as one line of JSON."""
    from core.models.embed import EmbeddingService

    phrases, pieces = _phrases(), _pieces()
    rates, milliseconds = [], []
    with EmbeddingService.open() as service:
        for _ in range(ROUNDS + 1):  # the first starts the worker
            begun = time.perf_counter()
            first = service.embed(phrases)
            between = time.perf_counter()
            second = service.embed(pieces)
            if first is None or second is None:
                raise BenchError(f"the encoder gave nothing: {service.status.sentence}")
            rates.append(len(phrases) / (between - begun))
            milliseconds.append((time.perf_counter() - between) * 1000)
    rates, milliseconds = rates[1:], milliseconds[1:]
    figures = [
        Figure("bedside", "short phrases, median", statistics.median(rates), "/s", ROUNDS),
        Figure("bedside", "short phrases, best of all rounds", max(rates), "/s", ROUNDS),
        Figure("bedside", "500 words in pieces of 16, median", statistics.median(milliseconds), "ms", ROUNDS),
        Figure("bedside", "500 words in pieces of 16, least of all rounds", min(milliseconds), "ms", ROUNDS),
    ]
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
