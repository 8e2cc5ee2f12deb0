"""Labels, dates and numbers."""

from __future__ import annotations

import doctest
import string
from typing import get_args

import pytest

from core.diagnosis.model import Band
from core.knowledge.schema import LEVELS, Basis, Harm
from core.reports import figures
from core.reports.strings import WORDS
from core.treatment.model import CHECK_KINDS


def test_the_examples_in_the_documentation() -> None:
    assert doctest.testmod(figures).failed == 0


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_fill_in_the_same(key: str) -> None:
    english, chinese = ({name for _, name, _, _ in string.Formatter().parse(text) if name} for text in WORDS[key])
    assert english == chinese or key == "page_after"
    assert all(WORDS[key])


def test_every_word_that_the_engine_may_use_has_a_label() -> None:
    assert {*LEVELS, *get_args(Band), *get_args(Harm), *get_args(Basis), *CHECK_KINDS} <= WORDS.keys()
