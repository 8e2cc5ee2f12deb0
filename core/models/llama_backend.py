"""llama.cpp behind the worker's interface."""

from __future__ import annotations

import codecs
import ctypes
import math
import sys
import time
from collections.abc import Callable
from typing import Any

from core.models import llama_runtime
from core.models.backend import BackendError, StopFlag
from core.models.llama_prompt import Tokenizer
from core.models.llama_reuse import PIECE, Reuse, pieces_of
from core.models.llama_sampling import Sampler
from core.models.offload import Placed, placed
from core.models.protocol import Description, Done, Finished, Generate, Load, Loaded
from core.models.stops import StopText

_TRIAL_TEXT = "The quick brown fox jumps over the lazy dog while it rains on the roof. " * 3
_ABORTED = 2


class LlamaBackend:
    def __init__(self) -> None:
        self._model: Any = None
        self._context: Any = None
        self._size = 0
        self._keep: list[Any] = []  # callbacks that native code holds
        self._placed = Placed(0, 0)
        self._tokenizer: Tokenizer
        self._reuse: Reuse

    def describe(self) -> Description:
        return llama_runtime.describe()

    def load(self, request: Load, alive: Callable[[float], None], stop: StopFlag) -> Loaded:
        began = time.monotonic()
        self._llama = llama = llama_runtime.library()
        if request.rung == "gpu" and not llama.llama_supports_gpu_offload():
            raise BackendError("rung-unavailable", "The runtime was built without support for a graphics processor.")
        self._free()
        self._keep = []
        self._model = llama.llama_model_load_from_file(request.path.encode(), self._model_options(request, alive))
        if not self._model:
            raise llama_runtime.refused()
        self._context = llama.llama_init_from_model(self._model, self._context_options(request, stop))
        if not self._context:
            raise BackendError("memory", "There is not enough memory for the model at this context length.")
        self._reuse = Reuse(llama, self._context)
        self._size = int(llama.llama_n_ctx(self._context))
        self._tokenizer = Tokenizer(llama, self._model)
        if request.trial:
            self._try()
        return Loaded(device=_device(request, self._placed), context=self._size, seconds=time.monotonic() - began)

    def count(self, text: str) -> int:
        return len(self._tokenizer.tokens(text))

    def generate(
        self, request: Generate, emit: Callable[[str], None], alive: Callable[[float], None], stop: StopFlag
    ) -> Done:
        tokens, fixed = self._tokenizer.prompt(request)
        if not tokens:
            raise BackendError("broken", "There is nothing to write about.")
        if len(tokens) + 1 > self._size:
            words = f"The text is too long for this model: {len(tokens)} tokens, and it reads {self._size}."
            raise BackendError("too-long", words)
        sampler = Sampler(self._llama, self._tokenizer.vocabulary, self._tokenizer.size, request)
        try:
            sampler.begin(self._tokenizer.tokens(request.prefix) if request.prefix else [])
            began = time.monotonic()
            reused = self._read(tokens, fixed, alive, stop)
            read = time.monotonic()
            finished: Finished = "cancelled"
            written = 0
            if reused is not None:
                finished, written = self._write(request, sampler, self._size - len(tokens), emit, stop)
        finally:
            sampler.close()
        return Done(
            id=request.id,
            finished=finished,
            tokens=written,
            prompt_tokens=len(tokens),
            reused_tokens=reused or 0,
            prompt_seconds=read - began,
            seconds=time.monotonic() - read,
        )

    def _read(self, tokens: list[int], fixed: int, alive: Callable[[float], None], stop: StopFlag) -> int | None:
        """Process the prompt; None if stopped. Returns how many of its tokens did not have to be computed again."""
        pieces, of_fixed = pieces_of(tokens, fixed)
        known = self._reuse.begin(pieces, of_fixed)
        done = reused = sum(map(len, pieces[:known]))
        for place, piece in enumerate(pieces[known:], known + 1):
            if not self._decode(list(piece), stop):
                return None
            done += len(piece)
            if place < len(pieces):
                self._reuse.add(piece, last_fixed=place == of_fixed)
            alive(done / len(tokens))
        return reused

    def _decode(self, tokens: list[int], stop: StopFlag) -> bool:
        """False if stopped. What the memory then holds of it, the next prompt removes."""
        if stop.is_set:
            return False
        array = (ctypes.c_int32 * len(tokens))(*tokens)
        result = self._llama.llama_decode(self._context, self._llama.llama_batch_get_one(array, len(tokens)))
        if result == 0:
            return True
        if result == _ABORTED and stop.is_set:
            return False
        raise BackendError("broken", f"The runtime could not compute (llama_decode gave {result}).")

    def _write(
        self, request: Generate, sampler: Sampler, room: int, emit: Callable[[str], None], stop: StopFlag
    ) -> tuple[Finished, int]:
        decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        text = StopText(request.stop, emit)
        most = min(request.max_tokens, room)
        written = 0
        finished: Finished = "length"
        while not stop.is_set:
            token = sampler.next(self._context)
            if self._tokenizer.ends(token):
                finished = "stop"
                break
            written += 1
            if text.add(decoder.decode(self._tokenizer.piece(token))):
                return "stop", written
            if written == most or not self._decode([token], stop):
                break
        text.add(decoder.decode(b"", final=True))
        text.flush()
        return ("cancelled" if stop.is_set else finished), written

    def _try(self) -> None:
        """A real decode, of a batch and of single tokens: loading proves nothing, some kernels fail only here."""
        never = StopFlag()
        tokens = self._tokenizer.tokens(_TRIAL_TEXT, begin=True)[:32]
        for batch in (tokens, tokens[:1], tokens[1:2]):
            self._decode(batch, never)
            logits = self._llama.llama_get_logits_ith(self._context, -1)
            if not all(map(math.isfinite, logits[: self._tokenizer.size])):
                raise BackendError("trial", "The kernels of this step compute nonsense on this processor.")
        self._reuse.forget()

    def _model_options(self, request: Load, alive: Callable[[float], None]) -> Any:
        options = self._llama.llama_model_default_params()
        on_gpu = request.rung == "gpu"
        self._placed = (
            placed(request.path, request.context, llama_runtime.graphics_memory()) if on_gpu else Placed(0, 0)
        )
        options.n_gpu_layers = self._placed.layers
        options.use_extra_bufts = request.rung != "processor-plain"
        if not on_gpu:
            none = (ctypes.c_void_p * 1)(None)
            options.devices = ctypes.cast(none, ctypes.c_void_p)
            self._keep.append(none)
        progress = self._llama.llama_progress_callback(lambda share, _data: _go_on(alive, share))
        options.progress_callback = progress
        self._keep.append(progress)
        return options

    def _context_options(self, request: Load, stop: StopFlag) -> Any:
        options = self._llama.llama_context_default_params()
        on_gpu = request.rung == "gpu"
        trained = int(self._llama.llama_model_n_ctx_train(self._model))
        options.n_ctx = min(request.context, trained) if trained > 0 else request.context
        options.n_batch = options.n_ubatch = PIECE
        options.n_threads = options.n_threads_batch = request.threads
        options.offload_kqv = options.op_offload = on_gpu
        options.no_perf = True
        length = (ctypes.cdll.msvcrt if sys.platform == "win32" else ctypes.CDLL(None)).strlen
        options.abort_callback = ctypes.cast(length, self._llama.ggml_abort_callback)
        options.abort_callback_data = ctypes.cast(stop.memory, ctypes.c_void_p)
        self._keep += [length, stop.memory]
        return options

    def _free(self) -> None:
        if self._context:
            self._llama.llama_free(self._context)
            self._context = None
        if self._model:
            self._llama.llama_model_free(self._model)
            self._model = None


def _go_on(alive: Callable[[float], None], share: float) -> bool:
    alive(min(max(share, 0.0), 1.0))
    return True


def _device(request: Load, on_gpu: Placed) -> str:
    threads = f"{request.threads} threads" if request.threads > 1 else "1 thread"
    if request.rung == "gpu":
        names = [name for name in llama_runtime.devices() if not name.startswith("CPU")]
        return f"graphics processor ({'; '.join(names) or 'unnamed'}), {on_gpu.words}"
    kernels = "with" if request.rung == "processor-extra" else "without"
    return f"processor, {threads}, {kernels} extra kernels"
