"""llama-cpp-python as Bedside compiles it; run by Bedside's own environment.

    python -m bench.writers.ours MODEL [plain-attention] [small-cache]

It reads and writes as the worker does, with flash attention and a cache in half precision, unless told otherwise.
"""

from __future__ import annotations

import sys
import time
from typing import Any

from llama_cpp import GGML_TYPE_Q8_0, Llama

from bench.writers.task import CONTEXT, PROMPT, THREADS, measure

cache: dict[str, Any] = dict.fromkeys(("type_k", "type_v"), GGML_TYPE_Q8_0) if "small-cache" in sys.argv else {}
begun = time.perf_counter()
model = Llama(
    sys.argv[1],
    n_ctx=CONTEXT,
    n_threads=THREADS,
    n_threads_batch=THREADS,
    flash_attn="plain-attention" not in sys.argv,
    verbose=False,
    **cache,
)
loaded = time.perf_counter() - begun
never_end = {model.token_eos(): float("-inf")}


def write(tokens: int) -> int:
    """Write after the prompt, read anew each time."""
    model.reset()  # type: ignore[no-untyped-call]  # else the prompt of the call before would be reused
    answer: Any = model.create_completion(PROMPT, max_tokens=tokens, temperature=0.0, logit_bias=never_end)
    return int(answer["usage"]["prompt_tokens"])


measure(loaded, write)
model.close()
