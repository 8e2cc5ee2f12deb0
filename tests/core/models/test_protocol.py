from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.frozen import Frozen
from core.models import protocol
from core.models.protocol import (
    Count,
    Done,
    GarbledError,
    Generate,
    Load,
    Message,
    Piece,
    Stop,
    receive_report,
    receive_request,
    send,
)

_GENERATE = Generate(
    id=3,
    messages=(Message(role="user", content="患者主诉：咳嗽 é \n"),),
    max_tokens=5,
    seed=1,
    temperature=0.0,
    stop=("\n",),
)


def _through(*messages: Frozen) -> io.BytesIO:
    pipe = io.BytesIO()
    for message in messages:
        send(pipe, message)
    pipe.seek(0)
    return pipe


def test_requests_come_out_as_they_went_in() -> None:
    load = Load(path="/m.gguf", rung="gpu", context=10, threads=1, trial=True)
    sent = (load, _GENERATE, Count(id=1, text="x"), Stop(id=3))
    pipe = _through(*sent)
    assert tuple(receive_request(pipe) for _ in sent) == sent
    assert receive_request(pipe) is None


def test_reports_come_out_as_they_went_in() -> None:
    done = Done(id=3, finished="stop", tokens=1, prompt_tokens=2, prompt_seconds=0.5, seconds=0.25)
    pipe = _through(Piece(id=3, text="痰"), done)
    assert receive_report(pipe) == Piece(id=3, text="痰")
    assert receive_report(pipe) == done
    assert receive_report(pipe) is None


@pytest.mark.parametrize(
    "raw",
    [
        b"\0\0",
        b"\0\0\0\x09{}",
        struct.pack(">I", protocol.MOST_BYTES + 1),
        b"\0\0\0\x02{}",
        b"\0\0\0\x04nope",
        b"\0\0\0\x10" + b'{"kind":"piece"}',
        b"\0\0\0\x02\xff\xff",
    ],
)
def test_garbage_is_noticed(raw: bytes) -> None:
    with pytest.raises(GarbledError):
        receive_report(io.BytesIO(raw))


@given(st.binary(max_size=60))
def test_no_bytes_do_anything_else(raw: bytes) -> None:
    try:
        assert receive_report(io.BytesIO(raw)) is None
    except GarbledError:
        return


def test_garbage_is_never_quoted() -> None:
    body = b'{"kind":"piece","id":"Jane Doe"}'
    with pytest.raises(GarbledError) as caught:
        receive_report(io.BytesIO(struct.pack(">I", len(body)) + body))
    assert "Jane" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_what_is_too_long_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "MOST_BYTES", 10)
    with pytest.raises(GarbledError):
        send(io.BytesIO(), _GENERATE)
