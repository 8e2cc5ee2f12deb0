"""The names under which llama.cpp looks for a BERT encoder's parts, and its form of WordPiece."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.models.gguf import read_header
from core.training.encoder_export import export, names


def test_every_tensor_of_the_model_has_a_name_of_its_own() -> None:
    found = names(6)
    assert len(found) == len(set(found.values())) == 5 + 6 * 16
    assert found["encoder.layer.5.attention.output.LayerNorm.bias"] == "blk.5.attn_output_norm.bias"


def test_the_exported_file_is_a_whole_bert(tmp_path: Path) -> None:
    settings = {
        "num_hidden_layers": 1,
        "max_position_embeddings": 8,
        "hidden_size": 32,
        "intermediate_size": 64,
        "num_attention_heads": 2,
        "type_vocab_size": 2,
    }
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "pain", "##ful"]
    weights = {name: np.ones((2, 32) if name.endswith("weight") else 32, dtype=np.float32) for name in names(1)}
    file = tmp_path / "encoder.gguf"
    export(file, weights, vocabulary, settings, "Small encoder")
    header = read_header(file)
    assert (header.architecture, header.context, header.layers, header.heads) == ("bert", 8, 1, 2)
    raw = file.read_bytes()
    assert "▁pain".encode() in raw
    assert b"##ful" not in raw
