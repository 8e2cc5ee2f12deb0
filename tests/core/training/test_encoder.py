"""The step that lays the vectors of all findings beside the encoder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Self

import numpy as np
import pytest

from core.knowledge.base import default_knowledge
from core.knowledge.near_vectors import read_vectors
from core.models.embed import EmbeddingService
from core.system.errors import KnownError
from core.training import encoder


class _Service:
    """Every text lies where its length says; without a checksum there is no encoder."""

    def __init__(self, sha256: str | None) -> None:
        model = SimpleNamespace(sha256=sha256) if sha256 else None
        self.status = SimpleNamespace(model=model, sentence="There is none.")

    def embed(self, texts: Sequence[str]) -> np.ndarray | None:
        if self.status.model is None:
            return None
        angles = np.array([len(text) / 100 for text in texts], dtype=np.float32)
        return np.stack([np.cos(angles), np.sin(angles)], axis=1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "vectors.npz"
    monkeypatch.setattr(encoder, "vectors_file", lambda: path)
    return path


def test_every_finding_gets_a_place_that_only_its_maker_may_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EmbeddingService, "open", lambda model: _Service("made by"))
    knowledge = default_knowledge()
    encoder.place_findings(knowledge)
    placed = read_vectors(file, "made by")
    assert placed is not None
    assert set(placed.terms) == set(knowledge.findings)
    assert read_vectors(file, "another") is None


def test_without_an_encoder_nothing_is_written(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EmbeddingService, "open", lambda model: _Service(None))
    with pytest.raises(KnownError, match="no vectors"):
        encoder.place_findings(default_knowledge())
    assert not file.exists()
