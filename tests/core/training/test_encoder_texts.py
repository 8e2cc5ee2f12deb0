"""What the encoder learns from, made of the real knowledge base and a small ontology."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from core.knowledge.base import default_knowledge
from core.training.encoder_texts import Corpus, corpus_of

_OBO = """format-version: 1.2

[Term]
id: HP:0002094
name: Dyspnea
def: "Difficult or labored breathing, a \\"subjective\\" feeling." [HPO:probinson]

[Term]
id: HP:9999999
name: Nothing that the knowledge base has
def: "Of nobody." [HPO:probinson]
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    obo = tmp_path_factory.mktemp("obo") / "hp.obo"
    obo.write_text(_OBO, encoding="utf-8")
    return corpus_of(default_knowledge(), obo, 1)


def test_a_tenth_of_the_names_is_held_out_and_no_term_is_left_without_one(corpus: Corpus) -> None:
    names = [text for text in corpus.texts if text.kind in ("name", "saying")]
    held = [text for text in names if text.held]
    assert 0.05 < len(held) / len(names) < 0.12
    left = Counter(text.key for text in names if not text.held)
    assert all(left[text.key] for text in held)


def test_what_is_held_out_is_seen_in_no_other_form(corpus: Corpus) -> None:
    held = {(text.key, text.text.lower()) for text in corpus.texts if text.held}
    seen = {(text.key, text.text.lower()) for text in corpus.texts if not text.held}
    assert not held & seen


def test_opposites_are_nobodys_names(corpus: Corpus) -> None:
    names = {text.text.lower() for text in corpus.texts if text.kind == "name"}
    turned = [text for text in corpus.texts if text.key.startswith("other:")]
    assert turned
    assert not [text for text in turned if text.text.lower() in names]


def test_a_definition_belongs_to_its_term_and_to_none_that_is_not_there(corpus: Corpus) -> None:
    found = [text for text in corpus.texts if text.kind == "definition"]
    assert all(text.key == "HP:0002094" for text in found)


def test_every_disease_tells_itself_and_knows_what_it_is_mistaken_for(corpus: Corpus) -> None:
    told = {text.key for text in corpus.texts if text.kind == "summary"}
    assert told == {f"disease:{disease}" for disease in default_knowledge().diseases}
    assert any(near.startswith("disease:") for near in corpus.near["disease:acute-appendicitis"])


def test_the_same_seed_gives_the_same(corpus: Corpus, tmp_path: Path) -> None:
    obo = tmp_path / "hp.obo"
    obo.write_text(_OBO, encoding="utf-8")
    assert corpus_of(default_knowledge(), obo, 1).texts == corpus.texts
    assert corpus_of(default_knowledge(), obo, 2).texts != corpus.texts
