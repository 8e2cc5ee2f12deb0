"""Layers on a graphics processor by what is free there; with numbers of cards that nobody has here."""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Any

import pytest

from core.models import llama_runtime
from core.models.gguf import read_header
from core.models.offload import Placed, place, placed
from tests.core.models import gguf_files as files

MIB = 1 << 20


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "seven.gguf"
    path.write_bytes(files.gguf())
    return path


def _header(path: Path) -> Any:
    """A model of 4 GB with 32 layers: half a megabyte of cache a token."""
    changes = {"layers": 32, "heads": 32, "kv_heads": 32, "embedding": 4096, "vocabulary": 32000, "context": 8192}
    return read_header(path).model_copy(update={**changes, "size_bytes": 4096 * MIB})


@pytest.mark.parametrize(
    ("free_mib", "layers"),
    [(0, 0), (300, 0), (900, 3), (3000, 14), (6000, 30), (7000, 33), (80_000, 33)],
)
def test_as_many_layers_as_fit(model: Path, free_mib: int, layers: int) -> None:
    assert place(_header(model), 4096, free_mib * MIB) == Placed(layers, 33)


def test_what_is_placed_never_takes_more_than_is_free(model: Path) -> None:
    header = _header(model)
    for free_mib in range(0, 9000, 250):
        layers = place(header, 4096, free_mib * MIB).layers
        assert layers * (4096 * MIB / 33 + 2048 * MIB / 32) <= free_mib * MIB


def test_a_longer_context_leaves_room_for_fewer(model: Path) -> None:
    header = _header(model)
    assert place(header, 8192, 4000 * MIB).layers < place(header, 512, 4000 * MIB).layers


def test_where_nobody_tells_llama_cpp_decides(model: Path) -> None:
    assert place(_header(model), 4096, None).words == "all layers"
    assert place(_header(model).model_copy(update={"layers": None}), 4096, 0).words == "all layers"
    assert placed(str(model), 4096, None).layers > 1000


def test_it_is_told_in_words() -> None:
    assert Placed(33, 33).words == "all 33 layers"
    assert Placed(14, 33).words == "14 of 33 layers, the rest on the processor"
    assert Placed(0, 0).words == "no layers"


class _Function:
    """What ctypes makes of an exported function, with its types set before the call."""

    restype: Any = None
    argtypes: Any = None

    def __init__(self, answer: Any) -> None:
        self._answer = answer

    def __call__(self, *arguments: Any) -> Any:
        return self._answer(*arguments)


class _Ggml:
    """A build with these devices: their kind, and what is free of how much."""

    def __init__(self, *devices: tuple[int, int, int]) -> None:
        def memory(device: int, free: int, total: int) -> None:
            ctypes.c_size_t.from_address(free).value = devices[device - 1][1]
            ctypes.c_size_t.from_address(total).value = devices[device - 1][2]

        self.ggml_backend_dev_count = _Function(lambda: len(devices))
        self.ggml_backend_dev_get = _Function(lambda index: index + 1)
        self.ggml_backend_dev_type = _Function(lambda device: devices[device - 1][0])
        self.ggml_backend_dev_memory = _Function(memory)


def test_free_memory_is_that_of_graphics_processors_alone() -> None:
    assert llama_runtime.graphics_memory(_Ggml((0, 64, 64), (1, 6, 8), (1, 3, 8))) == 9
    assert llama_runtime.graphics_memory(_Ggml((0, 64, 64))) is None
    assert llama_runtime.graphics_memory(_Ggml((1, 0, 0))) is None
