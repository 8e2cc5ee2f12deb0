"""GGUF files as we write them: the form that our own reader takes, and numbers near what they were."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.models.gguf import read_header
from core.system.errors import BugError
from core.training.gguf_writing import Value, quantised, restored, write_gguf

LOOKED_UP, ADDED = frozenset(("token_embd.weight",)), frozenset(("token_types.weight",))


def test_a_quantised_matrix_is_near_what_it_was_and_a_seventh_of_the_size() -> None:
    matrix = np.random.default_rng(1).normal(size=(6, 64)).astype(np.float32)
    data = quantised(matrix)
    assert data.nbytes == matrix.size // 32 * 18
    most = np.abs(matrix.reshape(-1, 32)).max(axis=1, keepdims=True)
    off = np.abs(restored(data, matrix.shape) - matrix).reshape(-1, 32)
    # Half a step; a whole one opposite the furthest number, where a step is wanting; the scale's rounding.
    assert (off <= most / 8 + most * 2**-10).all()
    assert np.median(off / most) < 1 / 16


def test_the_bytes_are_those_of_the_format() -> None:
    """A block by hand: the furthest is -8, so the scale is 1, and a step is the number and eight."""
    row = np.array([[-8.0, 0.0, 7.0, *[0.0] * 13, 1.0, -1.0, *[0.0] * 14]], dtype=np.float32)
    data = quantised(row)
    assert data[:2].tobytes() == np.float16(1).tobytes()
    assert data[2:5].tolist() == [0x90, 0x78, 0x8F]  # the low half is number 0, 1, 2, the high half 16, 17, 18
    assert (restored(data, row.shape) == row).all()


def test_zeros_stay_zeros() -> None:
    assert not restored(quantised(np.zeros((2, 32), dtype=np.float32)), (2, 32)).any()


def test_a_row_that_does_not_divide_into_blocks_is_our_mistake() -> None:
    with pytest.raises(BugError):
        quantised(np.zeros((2, 33), dtype=np.float32))


def test_our_reader_takes_the_file(tmp_path: Path) -> None:
    values: dict[str, Value] = {
        "general.architecture": "bert",
        "general.name": "Small",
        "general.file_type": 1,
        "bert.context_length": 512,
        "bert.embedding_length": 64,
        "bert.attention.causal": False,
        "bert.attention.layer_norm_epsilon": 1e-12,
        "tokenizer.ggml.tokens": ["[PAD]", "▁pain"],
        "tokenizer.ggml.token_type": [3, 1],
    }
    tensors = {
        "token_embd.weight": np.ones((3, 64), dtype=np.float32),
        "position_embd.weight": np.ones((2, 64), dtype=np.float32),
        "token_types.weight": np.ones((2, 64), dtype=np.float32),
        "token_embd_norm.bias": np.ones(64, dtype=np.float32),
    }
    file = tmp_path / "small.gguf"
    write_gguf(file, values, tensors, quantise=LOOKED_UP, keep=ADDED)
    header = read_header(file)
    assert (header.architecture, header.name, header.context, header.embedding) == ("bert", "Small", 512, 64)
    assert header.quantisation == "F16"
    assert (header.tensors, header.parameters) == (4, 3 * 64 + 2 * 64 + 2 * 64 + 64)
    again = tmp_path / "again.gguf"
    write_gguf(again, values, tensors, quantise=LOOKED_UP, keep=ADDED)
    assert again.read_bytes() == file.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["again.gguf", "small.gguf"]
