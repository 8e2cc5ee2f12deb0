"""What the program and its model worker say to each other: JSON objects, each behind its length in four bytes.

The worker runs native code over files from anywhere, so whatever it sends is checked before it is believed.
"""

from __future__ import annotations

import struct
from typing import IO, Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError

from core.frozen import Frozen
from core.system.isolation import Isolation
from core.system.one_line import one_line

MOST_BYTES = 16 << 20
Rung = Literal["gpu", "processor-extra", "processor-plain"]
Finished = Literal["stop", "length", "cancelled"]
_Before = Literal["rung-unavailable", "no-runtime", "load", "architecture", "memory", "trial"]  # the first word
FailureKind = _Before | Literal["too-long", "grammar", "template", "broken"]
_LONGEST_WORDS = 1000
Words = Annotated[str, AfterValidator(lambda text: one_line(text, _LONGEST_WORDS))]  # for a person to read


class Message(Frozen):
    """One turn of a conversation."""

    role: Literal["system", "user", "assistant"]
    content: str


class Load(Frozen):
    kind: Literal["load"] = "load"
    path: str
    rung: Rung
    context: int = Field(gt=0)
    threads: int = Field(gt=0)
    trial: bool


class Generate(Frozen):
    """Write on. Of `messages` and `prompt` one is given; `prefix` is what the answer already begins with."""

    kind: Literal["generate"] = "generate"
    id: int
    messages: tuple[Message, ...] = ()
    prompt: str = ""
    prefix: str = ""
    max_tokens: int = Field(gt=0)
    grammar: str | None = None
    seed: int = Field(ge=0, lt=1 << 32)
    temperature: float = Field(ge=0, le=2)
    stop: tuple[str, ...] = ()
    repeat_penalty: float = Field(default=1.0, gt=0, le=2)


class Count(Frozen):
    kind: Literal["count"] = "count"
    id: int
    text: str


class Embed(Frozen):
    """Ask for the vectors of texts."""

    kind: Literal["embed"] = "embed"
    id: int
    texts: tuple[str, ...] = Field(max_length=1024)


class Stop(Frozen):
    kind: Literal["stop"] = "stop"
    id: int


class Describe(Frozen):
    kind: Literal["describe"] = "describe"


class Hello(Frozen):
    kind: Literal["hello"] = "hello"
    pid: int
    isolation: Isolation


class Alive(Frozen):
    """Something moved: a part of the file was loaded, a part of the prompt was read."""

    kind: Literal["alive"] = "alive"
    done: float = Field(ge=0, le=1)


class Loaded(Frozen):
    kind: Literal["loaded"] = "loaded"
    device: Words
    context: int
    seconds: float


class Failed(Frozen):
    """It could not be done, and the worker lives. `sentence` never holds any of the text."""

    kind: Literal["failed"] = "failed"
    id: int = 0
    why: FailureKind
    sentence: Words


class Piece(Frozen):
    kind: Literal["piece"] = "piece"
    id: int
    text: str


class Done(Frozen):
    kind: Literal["done"] = "done"
    id: int
    finished: Finished
    tokens: int = Field(ge=0)
    prompt_tokens: int = Field(ge=0)
    reused_tokens: int = Field(default=0, ge=0)
    prompt_seconds: float = Field(ge=0)
    seconds: float = Field(ge=0)


class Counted(Frozen):
    kind: Literal["counted"] = "counted"
    id: int
    tokens: int = Field(ge=0)


class Embedded(Frozen):
    """Vectors of length one, a row of `width` little-endian floats for each text, in base64."""

    kind: Literal["embedded"] = "embedded"
    id: int
    width: int = Field(gt=0)
    vectors: str
    finished: Finished


class Description(Frozen):
    """The runtime as the worker found it."""

    kind: Literal["description"] = "description"
    version: Words
    build: Words
    gpu: bool
    devices: tuple[Words, ...]


Request = Load | Generate | Count | Embed | Stop | Describe
Report = Hello | Alive | Loaded | Failed | Piece | Done | Counted | Embedded | Description
_REQUEST: TypeAdapter[Request] = TypeAdapter(Annotated[Request, Field(discriminator="kind")])
_REPORT: TypeAdapter[Report] = TypeAdapter(Annotated[Report, Field(discriminator="kind")])
_T = TypeVar("_T")


class GarbledError(Exception):
    """What came through the pipe is not a message."""


def send(pipe: IO[bytes], message: Frozen) -> None:
    body = message.model_dump_json().encode()
    if len(body) > MOST_BYTES:
        raise GarbledError("a message is too long to send")
    pipe.write(struct.pack(">I", len(body)) + body)
    pipe.flush()


def receive_request(pipe: IO[bytes]) -> Request | None:
    """The next request; None at the end of the pipe."""
    return _receive(pipe, _REQUEST)


def receive_report(pipe: IO[bytes]) -> Report | None:
    """The next report; None at the end of the pipe."""
    return _receive(pipe, _REPORT)


def _receive(pipe: IO[bytes], adapter: TypeAdapter[_T]) -> _T | None:
    body = _body(pipe)
    if body is None:
        return None
    try:
        return adapter.validate_json(body)
    except ValidationError:  # its text quotes the message, so it goes no further
        raise GarbledError("a message is not one that is known") from None


def _body(pipe: IO[bytes]) -> bytes | None:
    prefix = pipe.read(4)
    if not prefix:
        return None
    if len(prefix) < 4:
        raise GarbledError("a message broke off")
    (length,) = struct.unpack(">I", prefix)
    if length > MOST_BYTES:
        raise GarbledError("a message claims to be too long")
    body = pipe.read(length)
    if len(body) < length:
        raise GarbledError("a message broke off")
    return body
