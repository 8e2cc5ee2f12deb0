"""GGUF files as we write them: the form that our own reader takes, and numbers near what they were."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.models.gguf import read_header
from core.system.errors import BugError
from core.training.gguf_writing import Value, quantised, restored, write_gguf


def test_a_quantised_matrix_is_near_what_it_was_and_a_quarter_of_the_size() -> None:
    matrix = np.random.default_rng(1).normal(size=(6, 64)).astype(np.float32)
    data = quantised(matrix)
    assert data.nbytes == matrix.size // 32 * 34
    most = np.abs(matrix.reshape(-1, 32)).max(axis=1, keepdims=True)
    off = np.abs(restored(data, matrix.shape) - matrix).reshape(-1, 32)
    assert (off <= most / 127 * 0.51 + most * 2**-10).all()  # half a step, and the scale's own rounding


def test_zeros_stay_zeros() -> None:
    assert not restored(quantised(np.zeros((2, 32), dtype=np.float32)), (2, 32)).any()


def test_a_row_that_does_not_divide_into_blocks_is_our_mistake() -> None:
    with pytest.raises(BugError):
        quantised(np.zeros((2, 33), dtype=np.float32))


def test_our_reader_takes_the_file(tmp_path: Path) -> None:
    values: dict[str, Value] = {
        "general.architecture": "bert",
        "general.name": "Small",
        "general.file_type": 7,
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
        "token_embd_norm.bias": np.ones(64, dtype=np.float32),
    }
    file = tmp_path / "small.gguf"
    write_gguf(file, values, tensors, frozenset(("position_embd.weight",)))
    header = read_header(file)
    assert (header.architecture, header.name, header.context, header.embedding) == ("bert", "Small", 512, 64)
    assert header.quantisation == "Q8_0"
    assert (header.tensors, header.parameters) == (3, 3 * 64 + 2 * 64 + 64)
    again = tmp_path / "again.gguf"
    write_gguf(again, values, tensors, frozenset(("position_embd.weight",)))
    assert again.read_bytes() == file.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["again.gguf", "small.gguf"]
