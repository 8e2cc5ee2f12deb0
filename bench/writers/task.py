"""What every writer is given to do, and how it is timed: warm up, read alone, then read and write."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

PROMPT = "The patient is a 58-year-old man with heavy central chest pressure, sweating and nausea. " * 6
WRITTEN = 129
THREADS = 2
CONTEXT = 512


def measure(load_seconds: float, write: Callable[[int], int]) -> None:
    """Print the figures as JSON; `write` writes that many tokens after the prompt and returns the prompt's length."""
    write(1)
    begun = time.perf_counter()
    prompt_tokens = write(1)
    read = time.perf_counter()
    write(WRITTEN)
    done = time.perf_counter()
    reading, writing = read - begun, (done - read) - (read - begun)
    print(
        json.dumps(
            {
                "load_ms": load_seconds * 1000,
                "prompt_tokens_per_s": prompt_tokens / reading,
                "written_tokens_per_s": (WRITTEN - 1) / writing,
            }
        )
    )
