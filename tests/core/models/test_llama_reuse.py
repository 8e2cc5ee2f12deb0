"""What of a prompt is reused, with a runtime that keeps its memory as a list of tokens."""

from __future__ import annotations

from typing import Any

from core.models.llama_reuse import PIECE, Reuse, pieces_of


class _Runtime:
    """Memory as llama.cpp keeps it, as far as reuse can see it; `forgets_parts` is False for recurrent models."""

    def __init__(self, *, forgets_parts: bool = True, restores: bool = True) -> None:
        self.memory: list[int] = []
        self.states: dict[int, list[int]] = {}
        self.forgets_parts, self.restores = forgets_parts, restores

    def llama_get_memory(self, _context: Any) -> str:
        return "memory"

    def llama_memory_clear(self, _memory: Any, _data: bool) -> None:
        self.memory = []

    def llama_memory_seq_rm(self, _memory: Any, _sequence: int, start: int, _end: int) -> bool:
        if self.forgets_parts:
            del self.memory[start:]
        return self.forgets_parts

    def llama_state_seq_get_size(self, _context: Any, _sequence: int) -> int:
        return len(self.memory)

    def llama_state_seq_get_data(self, _context: Any, state: Any, size: int, _sequence: int) -> int:
        self.states[id(state)] = list(self.memory)
        return size

    def llama_state_seq_set_data(self, _context: Any, state: Any, size: int, _sequence: int) -> int:
        if not self.restores:
            return 0
        self.memory = list(self.states[id(state)])
        return size


def _read(runtime: _Runtime, reuse: Reuse, tokens: list[int], fixed: int) -> int:
    """Read a prompt as the backend does; how many tokens were not computed."""
    pieces, of_fixed = pieces_of(tokens, fixed)
    known = reuse.begin(pieces, of_fixed)
    for place, piece in enumerate(pieces[known:], known + 1):
        runtime.memory += piece
        if place < len(pieces):
            reuse.add(piece, last_fixed=place == of_fixed)
    assert runtime.memory == tokens
    return sum(map(len, pieces[:known]))


_FIXED = list(range(200))


def _case(number: int, length: int = 50) -> list[int]:
    return [*_FIXED, *range(1000 * number, 1000 * number + length)]


def test_a_prompt_is_cut_where_its_fixed_part_ends() -> None:
    pieces, fixed = pieces_of(_case(1, 300), 200)
    assert [len(piece) for piece in pieces] == [PIECE, 200 - PIECE, PIECE, PIECE, 44]
    assert fixed == 2
    assert pieces_of(_case(1), 10)[1] == 0  # too short to be worth it
    assert pieces_of(_FIXED, 200)[1] == 0  # nothing would be left to compute


def test_the_next_case_reads_only_itself() -> None:
    runtime = _Runtime()
    reuse = Reuse(runtime, "context")
    assert _read(runtime, reuse, _case(1), 200) == 0
    runtime.memory += [7, 8]  # what was written
    assert _read(runtime, reuse, _case(2), 200) == 200
    assert _read(runtime, reuse, _case(2), 200) == 200


def test_another_instruction_in_between_costs_nothing() -> None:
    runtime = _Runtime()
    reuse = Reuse(runtime, "context")
    _read(runtime, reuse, _case(1), 200)
    _read(runtime, reuse, list(range(5000, 5400)), 300)
    assert _read(runtime, reuse, _case(3), 200) == 200
    reuse.forget()
    assert runtime.memory == []
    assert _read(runtime, reuse, _case(4), 200) == 200


def test_a_model_that_cannot_forget_a_part_is_given_the_saved_state() -> None:
    runtime = _Runtime(forgets_parts=False)
    reuse = Reuse(runtime, "context")
    _read(runtime, reuse, _case(1), 200)
    assert _read(runtime, reuse, _case(2), 200) == 200


def test_a_state_that_cannot_be_restored_is_read_afresh() -> None:
    runtime = _Runtime(forgets_parts=False, restores=False)
    reuse = Reuse(runtime, "context")
    _read(runtime, reuse, _case(1), 200)
    assert _read(runtime, reuse, _case(2), 200) == 0
    assert _read(runtime, reuse, _case(2), 200) == 0


def test_saved_states_have_a_bound(monkeypatch: Any) -> None:
    monkeypatch.setattr("core.models.llama_reuse._MOST_BYTES", 500)
    runtime = _Runtime()
    reuse = Reuse(runtime, "context")
    for start in (0, 10_000, 20_000):
        _read(runtime, reuse, list(range(start, start + 250)), 200)
    assert _read(runtime, reuse, list(range(250)), 200) == 0
    assert _read(runtime, reuse, list(range(20_000, 20_250)), 200) == 200
