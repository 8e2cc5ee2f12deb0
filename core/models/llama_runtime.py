"""The way to llama.cpp's C interface. Imported in the worker only, and there only when a model is wanted."""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import sys
from functools import lru_cache
from typing import Any

from core.models.backend import BackendError
from core.models.ladder import runtime_version
from core.models.protocol import Description

_UNKNOWN = b"unknown model architecture"
_heard: set[bytes] = set()  # of what the runtime says, the one thing that is listened for
_GRAPHICS = (1, 2)  # ggml's kinds of device: 0 processor, 1 graphics processor, 2 one that shares the main memory


@lru_cache(maxsize=1)
def library() -> Any:
    """`llama_cpp.llama_cpp`, initialised and silent: its chatter may quote the prompt, so it goes nowhere."""
    try:
        llama = _bindings()
    except (ImportError, OSError, RuntimeError) as error:
        words = f"The runtime for language models (llama-cpp-python) does not load here ({type(error).__name__})."
        raise BackendError("no-runtime", words) from error
    llama.llama_log_set(_silence(llama), None)
    llama.llama_backend_init()
    return llama


def _bindings() -> Any:
    """The bindings alone: the package itself would also import numpy, jinja2 and a disk cache, half a second of it."""
    spec = importlib.util.find_spec("llama_cpp")
    if spec is None:
        raise BackendError("no-runtime", "The runtime for language models (llama-cpp-python) is not installed.")
    sys.modules.setdefault("llama_cpp", importlib.util.module_from_spec(spec))
    return importlib.import_module("llama_cpp.llama_cpp")


@lru_cache(maxsize=1)
def _silence(llama: Any) -> Any:
    return llama.llama_log_callback(lambda _level, text, _data: _listen(text))


def _listen(text: bytes | None) -> None:
    if text is not None and _UNKNOWN in text:
        _heard.add(_UNKNOWN)


def refused() -> BackendError:
    """Why a file was not loaded, as far as the runtime says."""
    if _UNKNOWN in _heard:
        _heard.clear()
        return BackendError("architecture", "The runtime does not know the architecture of the model.")
    return BackendError("load", "The runtime could not load the model file.")


def describe() -> Description:
    llama = library()
    return Description(
        version=runtime_version() or "unknown",
        build=" ".join(llama.llama_print_system_info().decode("utf-8", "replace").split()),
        gpu=bool(llama.llama_supports_gpu_offload()),
        devices=devices(),
    )


def graphics_memory(ggml: Any = None) -> int | None:
    """Bytes that are free on the graphics processors together; None where the build has none or none tells."""
    ggml = ggml or importlib.import_module("llama_cpp._ggml").libggml
    ggml.ggml_backend_dev_count.restype = ctypes.c_size_t
    ggml.ggml_backend_dev_get.restype = ctypes.c_void_p
    ggml.ggml_backend_dev_get.argtypes = [ctypes.c_size_t]
    ggml.ggml_backend_dev_type.restype = ctypes.c_int
    ggml.ggml_backend_dev_type.argtypes = [ctypes.c_void_p]
    ggml.ggml_backend_dev_memory.restype = None
    ggml.ggml_backend_dev_memory.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p]
    found = []
    for index in range(ggml.ggml_backend_dev_count()):
        device = ggml.ggml_backend_dev_get(index)
        if ggml.ggml_backend_dev_type(device) not in _GRAPHICS:
            continue
        free, total = ctypes.c_size_t(0), ctypes.c_size_t(0)
        ggml.ggml_backend_dev_memory(device, ctypes.addressof(free), ctypes.addressof(total))
        if total.value:
            found.append(free.value)
    return sum(found) if found else None


def devices() -> tuple[str, ...]:
    """The devices that the build can use, as it names them."""
    ggml = importlib.import_module("llama_cpp._ggml").libggml
    ggml.ggml_backend_dev_count.restype = ctypes.c_size_t
    ggml.ggml_backend_dev_get.restype = ctypes.c_void_p
    ggml.ggml_backend_dev_get.argtypes = [ctypes.c_size_t]
    for name in ("ggml_backend_dev_name", "ggml_backend_dev_description"):
        getattr(ggml, name).restype = ctypes.c_char_p
        getattr(ggml, name).argtypes = [ctypes.c_void_p]
    found = []
    for index in range(ggml.ggml_backend_dev_count()):
        device = ggml.ggml_backend_dev_get(index)
        name = ggml.ggml_backend_dev_name(device).decode("utf-8", "replace")
        found.append(f"{name}: {ggml.ggml_backend_dev_description(device).decode('utf-8', 'replace').strip()}")
    return tuple(found)
