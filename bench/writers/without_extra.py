"""llama-cpp-python compiled for this very processor, without extra buffers, whose AMX kernels crash at once.

Run by Bedside's own environment with that build before its own on the path; everything else is as in `ours`.
"""

from __future__ import annotations

import runpy

from llama_cpp import llama_cpp

_defaults = llama_cpp.llama_model_default_params


def _without_extra() -> llama_cpp.llama_model_params:
    parameters: llama_cpp.llama_model_params = _defaults()
    parameters.use_extra_bufts = False
    return parameters


llama_cpp.llama_model_default_params = _without_extra
runpy.run_module("bench.writers.ours", run_name="__main__")
