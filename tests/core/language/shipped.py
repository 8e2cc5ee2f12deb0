"""What is read with the knowledge that comes with the program."""

from __future__ import annotations

from core.case.model import Case
from core.knowledge.base import default_knowledge
from core.language import read
from core.language.model import Finding, Reading


def reading(text: str) -> Reading:
    """All that a text says."""
    return read(Case(id="x", text=text), default_knowledge())


def findings(text: str) -> dict[str, Finding]:
    """The findings of a text by their labels; of several with one label the last."""
    return {f.label: f for f in reading(text).findings}
