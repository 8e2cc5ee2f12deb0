"""Vectors in the worker: how texts are put together, and a model that makes none."""

from __future__ import annotations

import io
import os

from core.models.embed_backend import PASS, LlamaEncoder, _passes
from core.models.fake_backend import FakeBackend, FakeScript
from core.models.protocol import Embed, Failed, receive_report, send
from core.models.worker import Worker, _backend
from core.system.isolation import Isolation

_ISOLATION = Isolation(had=(), missing=(), network_closed=False)


def test_every_text_is_computed_once_and_no_pass_holds_too_much() -> None:
    lengths = [5] * 50 + [60, 90, 200, 256]
    groups = list(_passes(range(len(lengths)), lengths, 256))
    assert sorted(number for group in groups for number in group) == list(range(len(lengths)))
    for group in groups:
        assert sum(lengths[number] for number in group) <= max(PASS, *(lengths[number] for number in group))
        assert len(group) <= 32


def test_a_model_that_writes_makes_no_vectors() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as reader, os.fdopen(writing, "wb") as pipe:
        send(pipe, Embed(id=7, texts=("cough",)))
        pipe.close()
        said = io.BytesIO()
        backend = FakeBackend(FakeScript(), said, lambda _code: None, lambda: False)
        Worker(reader, said, backend, _ISOLATION, gone=lambda: None).run()
    said.seek(0)
    reports = []
    while (report := receive_report(said)) is not None:
        reports.append(report)
    [failed] = [report for report in reports if isinstance(report, Failed)]
    assert (failed.id, failed.why) == (7, "broken")


def test_the_encoders_runtime_is_chosen_by_its_name() -> None:
    assert isinstance(_backend("llama-encoder", [], io.BytesIO()), LlamaEncoder)
