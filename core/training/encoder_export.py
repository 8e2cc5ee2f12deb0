"""From a trained encoder to the GGUF file that llama.cpp runs: its names for tensors, its form of the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from core.training.gguf_writing import Array, Value, write_gguf

# Half of all numbers, and no arithmetic: quantised, they make room for the other matrices in half precision, which the
# processor multiplies faster than what it must unpack first.
_LOOKED_UP = frozenset(("token_embd.weight",))
_ADDED = frozenset(("token_types.weight",))  # llama.cpp adds its rows as they are
_OUTER = {
    "embeddings.word_embeddings.weight": "token_embd.weight",
    "embeddings.position_embeddings.weight": "position_embd.weight",
    "embeddings.token_type_embeddings.weight": "token_types.weight",
    "embeddings.LayerNorm": "token_embd_norm",
}
_INNER = {
    "attention.self.query": "attn_q",
    "attention.self.key": "attn_k",
    "attention.self.value": "attn_v",
    "attention.output.dense": "attn_output",
    "attention.output.LayerNorm": "attn_output_norm",
    "intermediate.dense": "ffn_up",
    "output.dense": "ffn_down",
    "output.LayerNorm": "layer_output_norm",
}
_SPECIAL = {"unknown": "[UNK]", "padding": "[PAD]", "cls": "[CLS]", "mask": "[MASK]"}
_NORMAL, _UNKNOWN, _CONTROL = 1, 2, 3
_MEAN = 1


def export(
    path: Path, weights: Mapping[str, Array], vocabulary: Sequence[str], settings: Mapping[str, int], name: str
) -> None:
    """Write the encoder. `settings` are those of its `config.json`; `vocabulary` is in the order of its numbers."""
    values: dict[str, Value] = {
        "general.architecture": "bert",
        "general.name": name,
        "general.license": "apache-2.0",
        "general.file_type": 1,  # mostly F16
        "bert.block_count": settings["num_hidden_layers"],
        "bert.context_length": settings["max_position_embeddings"],
        "bert.embedding_length": settings["hidden_size"],
        "bert.feed_forward_length": settings["intermediate_size"],
        "bert.attention.head_count": settings["num_attention_heads"],
        "bert.attention.layer_norm_epsilon": 1e-12,
        "bert.attention.causal": False,
        "bert.pooling_type": _MEAN,
        "tokenizer.ggml.model": "bert",
        "tokenizer.ggml.token_type_count": settings["type_vocab_size"],
        "tokenizer.ggml.tokens": [_as_llama(token) for token in vocabulary],
        "tokenizer.ggml.token_type": [_kind(token) for token in vocabulary],
        **{f"tokenizer.ggml.{role}_token_id": vocabulary.index(token) for role, token in _SPECIAL.items()},
        "tokenizer.ggml.seperator_token_id": vocabulary.index("[SEP]"),  # spelt so in the format
        "tokenizer.ggml.bos_token_id": vocabulary.index("[CLS]"),
        "tokenizer.ggml.eos_token_id": vocabulary.index("[SEP]"),
    }
    renamed = {new: weights[old] for old, new in names(settings["num_hidden_layers"]).items()}
    write_gguf(path, values, renamed, quantise=_LOOKED_UP, keep=_ADDED)


def names(layers: int) -> dict[str, str]:
    """The name of each tensor in torch, and llama.cpp's."""
    found: dict[str, str] = {}
    for old, new in _OUTER.items():
        if old.endswith(".weight"):
            found[old] = new
        else:
            found |= {f"{old}.{part}": f"{new}.{part}" for part in ("weight", "bias")}
    for layer in range(layers):
        for old, new in _INNER.items():
            found |= {f"encoder.layer.{layer}.{old}.{part}": f"blk.{layer}.{new}.{part}" for part in ("weight", "bias")}
    return found


def _as_llama(token: str) -> str:
    """WordPiece marks what continues a word, llama.cpp what begins one."""
    if token.startswith("[") and token.endswith("]"):
        return token
    return token.removeprefix("##") if token.startswith("##") else "\u2581" + token


def _kind(token: str) -> int:
    if token == "[UNK]":
        return _UNKNOWN
    return _CONTROL if token in ("[PAD]", "[CLS]", "[SEP]", "[MASK]") else _NORMAL
