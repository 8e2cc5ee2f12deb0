"""What of a prompt need not be read again: what still stands in memory, and saved states of what prompts begin with.

A prompt is read in pieces of fixed length, with a cut where its fixed part ends (instruction and examples before
the case). Only whole pieces are reused, so that every piece is computed in the shape it would have afresh, and the same
prompt and seed give the same text whatever came before.
"""

from __future__ import annotations

import ctypes
from collections import OrderedDict
from typing import Any

PIECE = 128
_SHORTEST = 32  # tokens of a fixed part that are worth keeping
_MOST_BYTES = 192 << 20  # of all saved states together

Piece = tuple[int, ...]


def pieces_of(tokens: list[int], fixed: int) -> tuple[list[Piece], int]:
    """The prompt in pieces, and how many of them are its fixed part."""
    cut = fixed if _SHORTEST <= fixed < len(tokens) else 0
    beginning = [tuple(tokens[start : min(start + PIECE, cut)]) for start in range(0, cut, PIECE)]
    rest = [tuple(tokens[start : start + PIECE]) for start in range(cut, len(tokens), PIECE)]
    return [*beginning, *rest], len(beginning)


class Reuse:
    """The memory of one context: its pieces in order, and saved states by the fixed parts that they hold."""

    def __init__(self, llama: Any, context: Any) -> None:
        self._llama, self._context = llama, context
        self._memory = llama.llama_get_memory(context)
        self._standing: list[Piece] = []
        self._saved: OrderedDict[tuple[Piece, ...], Any] = OrderedDict()

    def begin(self, pieces: list[Piece], fixed: int) -> int:
        """Bring the memory to the longest beginning of these pieces that can be had; how many that is. The last piece
        is always computed, for what follows from it."""
        most, common = min(len(pieces) - 1, len(self._standing)), 0
        while common < most and pieces[common] == self._standing[common]:
            common += 1
        common = self._rewind(common)
        if common < fixed < len(pieces):
            common = self._restored(tuple(pieces[:fixed])) or common
        return common

    def add(self, piece: Piece, last_fixed: bool) -> None:
        """A whole piece has been computed; with the last of the fixed part the state is saved."""
        self._standing.append(piece)
        if last_fixed:
            self._save()

    def forget(self) -> None:
        """Empty the memory; what is saved stays."""
        self._rewind(0)

    def _rewind(self, pieces: int) -> int:
        """Forget all after the first pieces; a model that cannot forget a part forgets all."""
        length = sum(map(len, self._standing[:pieces]))
        if length == 0 or not self._llama.llama_memory_seq_rm(self._memory, 0, length, -1):
            self._llama.llama_memory_clear(self._memory, True)
            pieces = 0
        del self._standing[pieces:]
        return pieces

    def _save(self) -> None:
        key = tuple(self._standing)
        size = self._llama.llama_state_seq_get_size(self._context, 0)
        if key in self._saved or not 0 < size <= _MOST_BYTES:
            return
        state = (ctypes.c_uint8 * size)()
        if self._llama.llama_state_seq_get_data(self._context, state, size, 0) != size:
            return
        self._saved[key] = state
        while sum(len(kept) for kept in self._saved.values()) > _MOST_BYTES:
            self._saved.popitem(last=False)

    def _restored(self, key: tuple[Piece, ...]) -> int:
        """The saved state of this fixed part in place of what stands there; 0 if there is none."""
        state = self._saved.get(key)
        if state is None:
            return 0
        self._saved.move_to_end(key)
        self._llama.llama_memory_clear(self._memory, True)
        if not self._llama.llama_state_seq_set_data(self._context, state, len(state), 0):
            del self._saved[key]
            self._rewind(0)
            return 0
        self._standing = list(key)
        return len(key)
