"""The bytes of a GGUF file in order, every count and length held against what is left before it is believed."""

from __future__ import annotations

import io
import struct
from typing import BinaryIO

Value = int | float | bool | str
LONGEST_TEXT = 1 << 20  # of a value that we keep; templates are some kilobytes
_DEEPEST = 3
_STRING, _ARRAY, _BOOL = 8, 9, 7
_NUMBERS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 10: "Q", 11: "q", 12: "d"}


class DamagedError(Exception):
    """Not a whole GGUF file, or none that Bedside can use. The message goes on a sentence that began with the file's
    name; `advice` is the next one."""

    def __init__(self, message: str, advice: str = "Fetch the file again.") -> None:
        super().__init__(message)
        self.advice = advice


class Reader:
    """Bytes in order, never past the end."""

    def __init__(self, content: BinaryIO, size: int) -> None:
        self._content = content
        self._size = size
        self.position = 0

    @property
    def left(self) -> int:
        return self._size - self.position

    def skip(self, count: int) -> None:
        if count <= io.DEFAULT_BUFFER_SIZE:
            self.take(count)
            return
        if count > self.left:
            raise DamagedError("it ends before its header does")
        self.position += count
        self._content.seek(self.position)

    def take(self, count: int) -> bytes:
        content = self._content.read(count) if count <= self.left else b""
        if len(content) != count:
            raise DamagedError("it ends before its header does")
        self.position += count
        return content

    def skip_texts(self, count: int) -> None:
        """Walk over a vocabulary: hundreds of thousands of short texts, so without a call for each."""
        read, position, size = self._content.read, self.position, self._size
        for _ in range(count):
            length = int.from_bytes(read(8), "little")
            position += 8 + length
            if position > size or len(read(length)) != length:
                raise DamagedError("it ends before its header does")
        self.position = position

    def number(self, kind: str) -> int:
        return int(struct.unpack("<" + kind, self.take(struct.calcsize("<" + kind)))[0])

    def text(self, longest: int) -> str:
        length = self.number("Q")
        if length > longest:
            raise DamagedError("one of its texts is too long to be true")
        return self.take(length).decode("utf-8", errors="replace")


def read_value(reader: Reader, kind: int) -> Value | None:
    """A plain value; an array (the vocabulary) is walked over and gives None."""
    if kind == _STRING:
        return reader.text(LONGEST_TEXT)
    if kind == _BOOL:
        return reader.take(1) != b"\0"
    if kind == _ARRAY:
        _skip_array(reader, 1)
        return None
    if kind not in _NUMBERS:
        raise DamagedError("it holds a kind of value that does not exist")
    width = struct.calcsize("<" + _NUMBERS[kind])
    value: int | float = struct.unpack("<" + _NUMBERS[kind], reader.take(width))[0]
    return value


def _skip_array(reader: Reader, depth: int) -> None:
    kind, count = reader.number("I"), reader.number("Q")
    if depth > _DEEPEST or count > reader.left:
        raise DamagedError("one of its lists is too long to be true")
    if kind == _STRING:
        reader.skip_texts(count)
    elif kind == _ARRAY:
        for _ in range(count):
            _skip_array(reader, depth + 1)
    elif kind == _BOOL:
        reader.skip(count)
    elif kind in _NUMBERS:
        reader.skip(count * struct.calcsize("<" + _NUMBERS[kind]))
    else:
        raise DamagedError("it holds a kind of list that does not exist")
