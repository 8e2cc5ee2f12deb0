"""Our tables for the French thesaurus: its substances by names that we know, its classes and its texts in English and
Chinese, and the pairs that we grade otherwise. All keys are folded French, as `core.knowledge.ansm.fold` makes it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from core.knowledge.ansm import fold, plain_class
from core.knowledge.pharmacy_rules import Severity
from core.knowledge.schema import Entry, Phrase
from core.knowledge.sources import Problem, read_entry
from core.system.errors import KnownError


class SubstanceTable(Entry):
    """French substance to English drug names, for those that the drug dictionary does not know by the French name."""

    substances: dict[str, tuple[str, ...]]


class ClassTable(Entry):
    """French class to its name."""

    classes: dict[str, Phrase]


class TextTable(Entry):
    """The beginning of a French text (of a mechanism, or of what to do) to the whole of it."""

    texts: dict[str, Phrase]


class Decision(Entry):
    """A pair of the thesaurus that we grade otherwise, and why."""

    left: str
    right: str
    severity: Severity
    why: str


class DecisionTable(Entry):
    """The pairs that we grade otherwise."""

    decisions: tuple[Decision, ...]


class Tables(NamedTuple):
    """All of them, ready to be asked."""

    substances: dict[str, tuple[str, ...]]
    classes: dict[str, Phrase]
    texts: tuple[tuple[str, Phrase], ...]  # the longest beginning first
    decisions: dict[tuple[str, str], Severity]

    def name_of_class(self, side: str) -> Phrase | None:
        """What a class is called; None where the side is a substance or the class has no name here."""
        return self.classes.get(side) or self.classes.get(plain_class(side))

    def text(self, french: str) -> Phrase | None:
        """A folded French text in English and Chinese, or None where it is not translated."""
        return next((phrase for start, phrase in self.texts if french.startswith(start)), None)


def read_tables(folder: Path) -> Tables:
    """Read the four files. Raises KnownError with file and line for what is wrong with them."""
    problems: list[Problem] = []
    substances = read_entry(folder / "substances.yaml", SubstanceTable, problems)
    classes = read_entry(folder / "classes.yaml", ClassTable, problems)
    texts = read_entry(folder / "texts.yaml", TextTable, problems)
    decisions = read_entry(folder / "decisions.yaml", DecisionTable, problems)
    if not (substances and classes and texts and decisions):
        raise KnownError("the tables of the interaction thesaurus are broken:\n" + "\n".join(map(str, problems)))
    return Tables(
        {fold(name): english for name, english in substances.substances.items()},
        {fold(name): phrase for name, phrase in classes.classes.items()},
        tuple(sorted(((fold(t), p) for t, p in texts.texts.items()), key=lambda item: -len(item[0]))),
        {tuple(sorted((fold(d.left), fold(d.right)))): d.severity for d in decisions.decisions},  # type: ignore[misc]
    )
