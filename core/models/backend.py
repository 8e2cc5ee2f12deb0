"""What the worker asks of a runtime, so that a scripted one can stand in for llama.cpp."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Protocol, runtime_checkable

from core.models.protocol import Description, Done, Embed, Embedded, FailureKind, Generate, Load, Loaded


class BackendError(Exception):
    """The runtime could not do it and lives on. The sentence never holds any of the text."""

    def __init__(self, why: FailureKind, sentence: str) -> None:
        super().__init__(sentence)
        self.why: FailureKind = why
        self.sentence = sentence


class StopFlag:
    """Set by the thread that reads the pipe, seen by the one that computes, even inside native code.

    The flag is a C string, empty or one byte long, so that `strlen` itself can serve as llama.cpp's abort callback:
    it is asked at every node of the graph, and a callback in Python would take the interpreter's lock each time.
    """

    def __init__(self) -> None:
        self.memory = ctypes.create_string_buffer(2)

    def set(self) -> None:
        self.memory[0] = b"\x01"

    def clear(self) -> None:
        self.memory[0] = b"\x00"

    @property
    def is_set(self) -> bool:
        return self.memory[0] != b"\x00"


class Backend(Protocol):
    def describe(self) -> Description: ...

    def load(self, request: Load, alive: Callable[[float], None], stop: StopFlag) -> Loaded: ...

    def generate(
        self, request: Generate, emit: Callable[[str], None], alive: Callable[[float], None], stop: StopFlag
    ) -> Done: ...

    def count(self, text: str) -> int: ...


@runtime_checkable
class Embedder(Protocol):
    """A runtime that makes vectors of texts."""

    def embed(self, request: Embed, alive: Callable[[float], None], stop: StopFlag) -> Embedded: ...
