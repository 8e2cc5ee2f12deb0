"""Findings near to words that complete no name: words until the encoder is there, and then both."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.knowledge.base import default_knowledge
from core.knowledge.near import NearFindings
from core.knowledge.near_vectors import NameVectors
from core.models.embed import EmbeddingService, Vectors
from core.models.generation import ServiceStatus
from core.system.cancel import CancelToken
from desktop.desk import Desk
from desktop.nearby import Nearby
from desktop.views.vocabulary_field import VocabularyField

_DYSPNOEA = "HP:0002094"


class _Encoder(EmbeddingService):
    """Once it has been started, says of every text that it means dyspnoea."""

    def __init__(self) -> None:
        super().__init__(None, None)
        self.started = self.closed = False

    @property
    def status(self) -> ServiceStatus:
        device = "scripted" if self.started else None
        return ServiceStatus(available=True, sentence="", model=None, device=device, notes=())

    def prepare(self, cancel: CancelToken | None = None) -> ServiceStatus:
        self.started = True
        return self.status

    def embed(self, texts: Sequence[str], cancel: CancelToken | None = None) -> Vectors | None:
        assert self.started, "a question waits for the encoder"
        return np.array([[1, 0]], dtype=np.float32)

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch) -> _Encoder:
    scripted = _Encoder()
    terms = tuple(default_knowledge().findings)
    rows = np.tile(np.array([0, 1], dtype=np.float32), (len(terms), 1))
    rows[terms.index(_DYSPNOEA)] = (1, 0)
    nowhere, as_it_is = np.zeros(2, dtype=np.float32), np.eye(2, dtype=np.float32)
    vectors = NameVectors(terms, np.arange(len(terms)), rows, nowhere, as_it_is, "x")
    monkeypatch.setattr(NearFindings, "open", lambda knowledge: NearFindings(knowledge, scripted, vectors))
    return scripted


def test_words_answer_until_the_encoder_is_there(encoder: _Encoder) -> None:
    nearby = Nearby()
    assert "vertigo" in [suggestion.label for suggestion in nearby.suggest("the room was spinning", "en")]
    assert nearby.suggest("qwxzt", "en") == ()
    assert not nearby.ready
    nearby.prepare(CancelToken())
    assert nearby.ready
    assert [suggestion.key for suggestion in nearby.suggest("qwxzt", "en")] == [_DYSPNOEA]


def test_what_is_offered_has_the_name_of_the_windows_language(encoder: _Encoder) -> None:
    nearby = Nearby()
    nearby.prepare(CancelToken())
    [english], [chinese] = nearby.suggest("qwxzt", "en"), nearby.suggest("qwxzt", "zh")
    label = default_knowledge().label(_DYSPNOEA)
    assert (english.kind, english.name, english.shown) == ("finding", label.en, f"≈ {label.en}")
    assert chinese.name == label.zh


def test_an_encoder_that_ended_for_want_of_questions_is_wanted_again(encoder: _Encoder) -> None:
    nearby = Nearby()
    assert nearby.wanted
    nearby.prepare(CancelToken())
    assert not nearby.wanted
    encoder.started = False  # nothing was asked of it for some minutes
    assert nearby.wanted
    assert nearby.suggest("qwxzt", "en") == ()
    nearby.prepare(CancelToken())
    assert [suggestion.key for suggestion in nearby.suggest("qwxzt", "en")] == [_DYSPNOEA]


def test_one_that_does_not_start_is_not_started_at_every_key(
    encoder: _Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoder, "prepare", lambda cancel: encoder.status)
    nearby, stopped = Nearby(), CancelToken()
    stopped.cancel()
    nearby.prepare(stopped)
    assert nearby.wanted  # somebody stopped it; that is no failure
    nearby.prepare(CancelToken())
    assert not nearby.wanted
    nearby.close()
    assert nearby.wanted  # the models may have changed


def test_a_field_starts_it_whenever_it_is_wanted(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    field, tried = VocabularyField(desk, "finding", "test"), list[bool]()
    qtbot.addWidget(field)
    services = desk.services
    monkeypatch.setattr(services, "suggest", lambda words, kind, tongue: ())
    monkeypatch.setattr(services, "prepare_near", lambda job: tried.append(True))
    wanted = [False]
    monkeypatch.setattr(type(services), "near_wanted", property(lambda _: wanted[0]))
    for wanted[0], times in ((True, 1), (False, 1), (True, 2)):
        field.setText("room spins")
        field._ask()
        qtbot.waitUntil(lambda: desk.operations.idle)
        assert len(tried) == times


def test_the_worker_goes_when_the_window_goes(encoder: _Encoder) -> None:
    nearby = Nearby()
    nearby.close()
    assert not encoder.closed
    nearby.suggest("cough", "en")
    nearby.close()
    assert encoder.closed
    assert not nearby.ready
