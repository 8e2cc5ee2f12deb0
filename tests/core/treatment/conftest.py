"""The handmade drug knowledge, compiled once, and the one that comes with the program."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.knowledge.base import Knowledge, default_knowledge
from tests.core.treatment.ward import make_knowledge


@pytest.fixture(scope="session")
def drugs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    knowledge = make_knowledge(tmp_path_factory.mktemp("drugs"))
    yield knowledge
    knowledge.close()


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The knowledge that comes with the program."""
    return default_knowledge()
