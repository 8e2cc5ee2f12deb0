"""A sentence encoder in llama.cpp, in the worker: many short texts in one pass, their vectors of length one."""

from __future__ import annotations

import base64
import ctypes
import math
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from core.models import llama_runtime
from core.models.backend import BackendError, StopFlag
from core.models.llama_prompt import Tokenizer
from core.models.protocol import Description, Done, Embed, Embedded, Generate, Load, Loaded

# Tokens in one pass: more make each text look past all the others, fewer leave the processor waiting.
PASS = 128
_MOST_TEXTS = 32  # in one pass
_TRIAL_TEXT = "the quick brown fox jumps over the lazy dog"


class LlamaEncoder:
    """What `LlamaBackend` is for a model that writes, for one that only reads."""

    def __init__(self) -> None:
        self._model: Any = None
        self._context: Any = None
        self._keep: list[Any] = []  # what native code holds

    def describe(self) -> Description:
        return llama_runtime.describe()

    def load(self, request: Load, alive: Callable[[float], None], stop: StopFlag) -> Loaded:
        began = time.monotonic()
        self._llama = llama = llama_runtime.library()
        if request.rung == "gpu":
            raise BackendError("rung-unavailable", "So small a model gains nothing on a graphics processor.")
        self._free()
        self._model = llama.llama_model_load_from_file(request.path.encode(), self._model_options(request))
        if not self._model:
            raise llama_runtime.refused()
        self._size = min(request.context, int(llama.llama_model_n_ctx_train(self._model)))
        self._context = llama.llama_init_from_model(self._model, self._context_options(request))
        if not self._context:
            raise BackendError("memory", "There is not enough memory for the model.")
        self._batch = llama.llama_batch_init(self._size, 0, 1)
        self._width = int(llama.llama_model_n_embd(self._model))
        self._tokenizer = Tokenizer(llama, self._model)
        if request.trial:
            self._try()
        threads = f"{request.threads} threads" if request.threads > 1 else "1 thread"
        return Loaded(device=f"processor, {threads}", context=self._size, seconds=time.monotonic() - began)

    def count(self, text: str) -> int:
        return len(self._tokenizer.tokens(text, begin=True))

    def generate(
        self, request: Generate, emit: Callable[[str], None], alive: Callable[[float], None], stop: StopFlag
    ) -> Done:
        raise BackendError("broken", "A sentence encoder writes nothing.")

    def embed(self, request: Embed, alive: Callable[[float], None], stop: StopFlag) -> Embedded:
        """The vectors in the order of the texts; of a text that is too long, of its beginning. Stopped: none."""
        texts = [self._shortened(self._tokenizer.tokens(text, begin=True)) for text in request.texts]
        order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
        vectors: list[bytes] = [b""] * len(texts)
        done = 0
        for group in _passes(order, [len(tokens) for tokens in texts], self._size):
            if stop.is_set:
                return Embedded(id=request.id, width=self._width, vectors="", finished="cancelled")
            for number, vector in zip(group, self._vectors([texts[number] for number in group]), strict=True):
                vectors[number] = vector.tobytes()
            done += len(group)
            alive(done / len(texts))
        packed = base64.b64encode(b"".join(vectors)).decode("ascii")
        return Embedded(id=request.id, width=self._width, vectors=packed, finished="stop")

    def _shortened(self, tokens: list[int]) -> list[int]:
        """A text cut to what the model reads; its last token, which ends every text, is kept."""
        return tokens if len(tokens) <= self._size else [*tokens[: self._size - 1], tokens[-1]]

    def _vectors(self, texts: Sequence[Sequence[int]]) -> Iterator[array[float]]:
        batch, place = self._batch, 0
        for number, tokens in enumerate(texts):
            for position, token in enumerate(tokens):
                batch.token[place], batch.pos[place] = token, position
                batch.n_seq_id[place], batch.seq_id[place][0], batch.logits[place] = 1, number, 1
                place += 1
        batch.n_tokens = place
        result = self._llama.llama_encode(self._context, batch)
        if result != 0:
            raise BackendError("broken", f"The runtime could not compute (llama_encode gave {result}).")
        for number in range(len(texts)):
            pointer = self._llama.llama_get_embeddings_seq(self._context, number)
            values = array("f", ctypes.string_at(pointer, 4 * self._width))
            length = math.sqrt(sum(value * value for value in values))
            if not math.isfinite(length) or length == 0:
                raise BackendError("trial", "The kernels of this step compute nonsense on this processor.")
            yield array("f", [value / length for value in values])

    def _try(self) -> None:
        """Real passes, of one text and of several: loading proves nothing, some kernels fail only here."""
        tokens = self._tokenizer.tokens(_TRIAL_TEXT, begin=True)
        for texts in ([tokens], [tokens, tokens[:4], tokens]):
            list(self._vectors(texts))

    def _model_options(self, request: Load) -> Any:
        options = self._llama.llama_model_default_params()
        options.n_gpu_layers = 0
        options.use_extra_bufts = request.rung != "processor-plain"
        none = (ctypes.c_void_p * 1)(None)
        options.devices = ctypes.cast(none, ctypes.c_void_p)
        self._keep = [none]
        return options

    def _context_options(self, request: Load) -> Any:
        options = self._llama.llama_context_default_params()
        # An encoder looks at a text as a whole, so a pass must hold the longest.
        options.n_ctx = options.n_batch = options.n_ubatch = self._size
        options.n_seq_max = _MOST_TEXTS
        options.kv_unified = True
        options.embeddings = True
        options.n_threads = options.n_threads_batch = request.threads
        options.no_perf = True
        return options

    def _free(self) -> None:
        if self._context:
            self._llama.llama_batch_free(self._batch)
            self._llama.llama_free(self._context)
            self._context = None
        if self._model:
            self._llama.llama_model_free(self._model)
            self._model = None


def _passes(order: Sequence[int], lengths: Sequence[int], most: int) -> Iterator[list[int]]:
    """Texts that are computed together, in this order: about `PASS` tokens, and never more than `most`."""
    group: list[int] = []
    tokens = 0
    for number in order:
        if group and (tokens + lengths[number] > min(PASS, most) or len(group) == _MOST_TEXTS):
            yield group
            group, tokens = [], 0
        group.append(number)
        tokens += lengths[number]
    if group:
        yield group
