"""Our table of number formats against the library's own, without loading a model."""

from __future__ import annotations

import ctypes
import importlib.util
import re
from pathlib import Path

import pytest

from core.models.gguf_types import FILE_TYPES, TENSOR_TYPES

_SPEC = importlib.util.find_spec("llama_cpp")
pytestmark = pytest.mark.skipif(_SPEC is None, reason="llama-cpp-python is not installed")


def _folder() -> Path:
    assert _SPEC is not None
    assert _SPEC.origin is not None
    return Path(_SPEC.origin).parent


def test_tensor_types_are_the_librarys() -> None:
    library = next(iter(sorted((_folder() / "lib").glob("*ggml-base.*"))))
    ggml = ctypes.CDLL(str(library))
    ggml.ggml_type_size.restype = ctypes.c_size_t
    ggml.ggml_blck_size.restype = ctypes.c_int64
    ggml.ggml_type_name.restype = ctypes.c_char_p
    for number, (name, block, size) in TENSOR_TYPES.items():
        assert ggml.ggml_type_name(number).decode().upper() == name
        assert ggml.ggml_blck_size(number) == block
        assert ggml.ggml_type_size(number) == size


def test_file_types_are_the_librarys() -> None:
    source = (_folder() / "llama_cpp.py").read_text()
    declared = dict(re.findall(r"^LLAMA_FTYPE_(?:ALL|MOSTLY)_(\w+) = (\d+)$", source, re.MULTILINE))
    assert {int(number): name for name, number in declared.items()} == FILE_TYPES
