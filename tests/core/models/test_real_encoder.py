"""The sentence encoder through the real runtime and the real worker."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator

import numpy as np
import pytest

from core.models.embed import CONTEXT, EmbeddingService
from core.models.registry import find_model
from core.system.cancel import CancelToken

_MODEL = find_model(model="bedside-encoder")
_THERE = _MODEL is not None and _MODEL.status == "ready" and importlib.util.find_spec("llama_cpp") is not None
pytestmark = pytest.mark.skipif(not _THERE, reason="the encoder has not been made ('dev.py encoder')")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddingService]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BEDSIDE_HOME", str(tmp_path_factory.mktemp("home")))
        with EmbeddingService.open() as opened:
            assert opened.prepare().available, opened.status.sentence
            yield opened


def test_two_names_of_one_thing_are_nearer_than_names_of_two(service: EmbeddingService) -> None:
    vectors = service.embed(["kidney stones", "renal calculi", "heart failure"])
    assert vectors is not None
    assert float(vectors[0] @ vectors[1]) > float(vectors[0] @ vectors[2]) + 0.1


def test_vectors_have_length_one_and_do_not_depend_on_company(service: EmbeddingService) -> None:
    alone = service.embed(["swollen left calf"])
    texts = ["swollen left calf", *(f"finding number {number}" for number in range(60))]
    together = service.embed(texts)
    assert alone is not None
    assert together is not None
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert float(alone[0] @ together[0]) > 0.999


def test_a_text_that_is_too_long_is_read_from_its_beginning(service: EmbeddingService) -> None:
    vectors = service.embed(["cough " * 3 * CONTEXT, ""])
    assert vectors is not None
    assert np.isfinite(vectors).all()


def test_stop_ends_it_and_the_next_request_is_served(service: EmbeddingService) -> None:
    token = CancelToken()
    token.cancel()
    assert service.embed(["cough"] * 600, token) is None
    assert service.embed(["cough"]) is not None
