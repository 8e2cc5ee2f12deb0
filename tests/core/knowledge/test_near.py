"""Findings near to words that no name has: by words, by meaning, and when one of the two is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from core.knowledge.base import Knowledge, default_knowledge
from core.knowledge.near import MOST, NearFindings
from core.knowledge.near_vectors import (
    DIRECTIONS,
    NameVectors,
    names_of_findings,
    placed,
    read_vectors,
    write_vectors,
)
from core.models.embed import EmbeddingService, Vectors
from core.system.cancel import CancelToken


class _Encoder(EmbeddingService):
    """Says of every text that it means this."""

    def __init__(self, answer: Vectors | None) -> None:
        super().__init__(None, None)
        self._answer = answer
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str], cancel: CancelToken | None = None) -> Vectors | None:
        self.asked += texts
        return self._answer


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return default_knowledge()


@pytest.fixture(scope="module")
def alone(knowledge: Knowledge) -> Iterator[NearFindings]:
    with NearFindings(knowledge, EmbeddingService(None, None), None) as near:
        yield near


def _pointing(knowledge: Knowledge, term: str, without: str = "") -> NameVectors:
    """Every finding lies where nothing else does but `term`; `without` has no vector."""
    terms = tuple(key for key in knowledge.findings if key != without)
    rows = np.tile(np.array([0, 1], dtype=np.float32), (len(terms), 1))
    rows[terms.index(term)] = (1, 0)
    nowhere, as_it_is = np.zeros(2, dtype=np.float32), np.eye(2, dtype=np.float32)
    return NameVectors(terms, np.arange(len(terms)), rows, nowhere, as_it_is, "x")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fell asleep at the wheel", "falls asleep while driving"),
        ("the whole room was spinning", "vertigo"),
        ("burns horribly when i pee", "dysuria"),
    ],
)
def test_words_that_no_name_has_whole_still_find(
    alone: NearFindings, knowledge: Knowledge, typed: str, meant: str
) -> None:
    assert meant in [knowledge.label(term).en for term in alone.find(typed)]


def test_words_that_nobody_uses_find_nothing(alone: NearFindings) -> None:
    assert alone.find("qwxzt vbnmk") == ()
    assert alone.find("   ") == ()


def test_no_more_than_asked_for_and_each_once(alone: NearFindings) -> None:
    found = alone.find("pain in the leg")
    assert len(found) == len(set(found)) == MOST
    assert alone.find("pain in the leg", most=2) == found[:2]


def test_meaning_finds_what_shares_no_word(knowledge: Knowledge) -> None:
    encoder = _Encoder(np.array([[1, 0]], dtype=np.float32))
    near = NearFindings(knowledge, encoder, _pointing(knowledge, "HP:0002094"))
    assert near.by_words("qwxzt vbnmk") == ()
    assert near.find("qwxzt vbnmk") == ("HP:0002094",)
    assert encoder.asked == ["qwxzt vbnmk"]


def test_a_finding_that_has_no_vector_yet_is_found_by_its_words(knowledge: Knowledge) -> None:
    encoder = _Encoder(np.array([[1, 0]], dtype=np.float32))
    vertigo = next(term for term in knowledge.findings if knowledge.label(term).en == "vertigo")
    part = _pointing(knowledge, "HP:0002094", without=vertigo)
    found = NearFindings(knowledge, encoder, part).find("vertigo room spinning")
    assert vertigo in found


@pytest.mark.parametrize("answer", [None, np.array([[1, 0]], dtype=np.float32)])
def test_an_encoder_without_vectors_or_an_answer_leaves_it_to_the_words(
    alone: NearFindings, knowledge: Knowledge, answer: Vectors | None
) -> None:
    vectors = _pointing(knowledge, "HP:0002094") if answer is None else None
    near = NearFindings(knowledge, _Encoder(answer), vectors)
    assert near.find("fell asleep at the wheel") == alone.find("fell asleep at the wheel")


def test_the_encoder_is_not_asked_about_chinese(knowledge: Knowledge) -> None:
    encoder = _Encoder(np.array([[1, 0]], dtype=np.float32))
    near = NearFindings(knowledge, encoder, _pointing(knowledge, "HP:0002094"))
    near.find("脚趾没有感觉")
    assert not encoder.asked


@pytest.fixture
def names() -> dict[str, tuple[str, ...]]:
    return {f"term {number}": tuple(f"name {n}" for n in range(number % 3 + 1)) for number in range(60)}


@pytest.fixture
def vectors(names: dict[str, tuple[str, ...]]) -> NameVectors:
    rows = np.random.default_rng(1).normal(size=(sum(map(len, names.values())), 96)).astype(np.float32)
    return placed(names, rows / np.linalg.norm(rows, axis=1, keepdims=True), "made by")


def test_vectors_come_back_nearly_as_they_were_kept(vectors: NameVectors, tmp_path: Path) -> None:
    file = tmp_path / "kept.npz"
    write_vectors(file, vectors)
    kept = read_vectors(file, "made by")
    assert kept is not None
    assert kept.terms == vectors.terms
    assert (kept.rows * vectors.rows).sum(axis=1).min() > 0.999
    asked = np.random.default_rng(2).normal(size=96).astype(np.float32)
    assert np.allclose(kept.likeness(asked), vectors.likeness(asked), atol=0.02)
    assert read_vectors(file, "another") is None
    assert read_vectors(file, None) is None


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 nothing", b"text"])
def test_a_damaged_file_is_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "kept.npz"
    assert read_vectors(file, "made by") is None
    file.write_bytes(content)
    assert read_vectors(file, "made by") is None


def test_the_nearest_of_a_findings_names_counts(names: dict[str, tuple[str, ...]]) -> None:
    rows = np.random.default_rng(3).normal(size=(sum(map(len, names.values())), 96)).astype(np.float32)
    found = placed(names, rows, "made by")
    assert found.rows.shape == (len(rows), DIRECTIONS)
    for number, term in enumerate(names):
        last = int(found.starts[number]) + len(names[term]) - 1
        likeness = found.likeness(rows[last])
        assert likeness[number] == pytest.approx(1, abs=1e-5)
        assert int(likeness.argmax()) == number


def test_every_name_of_a_finding_stands_once(knowledge: Knowledge) -> None:
    names = names_of_findings(knowledge)
    assert set(names) == set(knowledge.findings)
    assert all(len(own) == len({name.lower() for name in own}) for own in names.values())
