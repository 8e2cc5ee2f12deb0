"""xllamacpp, the peer; run by the bench environment."""

from __future__ import annotations

import secrets
import sys
import time

import xllamacpp

from bench.writers.task import CONTEXT, PROMPT, THREADS, measure

parameters = xllamacpp.CommonParams()
parameters.model.path = sys.argv[1]
parameters.n_ctx = CONTEXT
parameters.n_parallel = 1
parameters.cpuparams.n_threads = THREADS
parameters.warmup = False
parameters.api_keys = [secrets.token_hex(16)]  # it listens on the loopback interface, to anybody without this
begun = time.perf_counter()
server = xllamacpp.Server(parameters)
loaded = time.perf_counter() - begun


def write(tokens: int) -> int:
    """Write after the prompt, read anew each time."""
    wish = {"prompt": PROMPT, "n_predict": tokens, "temperature": 0.0, "ignore_eos": True, "cache_prompt": False}
    return int(server.handle_completions(wish)["usage"]["prompt_tokens"])


measure(loaded, write)
