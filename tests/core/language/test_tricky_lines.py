"""Lines as hurried clinicians write them: templates, marks, lists, shorthand, quoted words, families, old notes."""

from __future__ import annotations

import pytest

from core.case.model import Case
from core.knowledge.base import default_knowledge
from core.language import read
from tests.core.language.said import lines, says


@pytest.mark.parametrize(
    ("text", "said"),
    [
        *lines("tricky_lines.txt"),
        *lines("kinds_lines.txt"),
        *lines("sense_lines.txt"),
        *lines("grave_lines.txt"),
        *lines("plain_lines.txt"),
    ],
)
def test_a_line_is_read_as_a_clinician_reads_it(text: str, said: list[str]) -> None:
    reading = read(Case(id="x", text=text), default_knowledge())
    assert [statement for statement in said if not says(reading, statement)] == []
