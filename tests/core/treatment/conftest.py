"""The handmade drug knowledge, compiled once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.knowledge.base import Knowledge
from tests.core.treatment.ward import make_knowledge


@pytest.fixture(scope="session")
def drugs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    knowledge = make_knowledge(tmp_path_factory.mktemp("drugs"))
    yield knowledge
    knowledge.close()
