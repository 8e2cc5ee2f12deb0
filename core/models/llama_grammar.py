"""Choosing a token under a grammar. Asking it about a whole vocabulary is slow, so first about the likeliest token."""

from __future__ import annotations

import ctypes
from typing import Any

import numpy as np
import numpy.typing as npt

from core.models.backend import BackendError

_CANDIDATE = np.dtype([("id", "<i4"), ("logit", "<f4"), ("p", "<f4")])  # llama_token_data


def allows(llama: Any, grammar: Any, token: int) -> bool:
    """May this token come next?"""
    candidate = np.array([(token, 1.0, 0.0)], dtype=_CANDIDATE)
    llama.llama_sampler_apply(grammar, ctypes.byref(_array(llama, candidate)))
    return bool(np.isfinite(candidate["logit"][0]))


def choose(llama: Any, context: Any, size: int, chain: Any, grammar: Any) -> int:
    """The next token. A grammar that no token of this vocabulary can go on with is an error here and no crash there."""
    token = _choose(llama, context, size, (chain,))
    if not allows(llama, grammar, token):
        token = _choose(llama, context, size, (grammar, chain))
        if not allows(llama, grammar, token):
            raise BackendError("grammar", "The grammar cannot go on with any token of this model.")
    return token


def _choose(llama: Any, context: Any, size: int, samplers: tuple[Any, ...]) -> int:
    candidates = np.zeros(size, dtype=_CANDIDATE)
    candidates["id"] = np.arange(size, dtype=np.int32)
    candidates["logit"] = np.ctypeslib.as_array(llama.llama_get_logits_ith(context, -1), shape=(size,))
    array = _array(llama, candidates)
    for sampler in samplers:
        llama.llama_sampler_apply(sampler, ctypes.byref(array))
    return int(array.data[array.selected].id)


def _array(llama: Any, candidates: npt.NDArray[Any]) -> Any:
    pointer = candidates.ctypes.data_as(llama.llama_token_data_p)
    return llama.llama_token_data_array(pointer, len(candidates), -1, False)
