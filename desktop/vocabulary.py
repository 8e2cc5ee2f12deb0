"""The names a field can complete: findings, drugs, allergens, quantities and genes, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from desktop.texts import Tongue

if TYPE_CHECKING:
    from core.knowledge.base import Knowledge

Kind = Literal["finding", "drug", "allergy", "value", "gene"]
MOST = 12
_SHORT = 3  # letters: fewer are looked for at the beginnings of words only


_Name = tuple[str, str, str, int]  # folded, as it is written, what it stands for, how far from what that is called


class Suggestion(NamedTuple):
    """A name with what it stands for; `label` is what that is called first, `units` how a quantity may be given.

    `near`: nothing is called by the words that were typed, and this is near to them in meaning.
    """

    kind: Kind
    key: str
    name: str
    label: str
    units: tuple[str, ...] = ()
    near: bool = False

    @property
    def shown(self) -> str:
        """The name, and what it stands for where that is called otherwise."""
        if self.near:
            return f"≈ {self.name}"
        return self.name if self.name.casefold() == self.label.casefold() else f"{self.name} → {self.label}"


class Vocabulary:
    """For a lane: gathering the hundred thousand names of a kind, when it is first asked for, takes a second."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._names: dict[Kind, list[_Name]] = {}

    def find(self, words: str, kind: Kind, tongue: Tongue) -> tuple[Suggestion, ...]:
        """What has these words in a name: first where a name, then where a word begins with them, what a thing is
        called before its other names, short names before long; each thing once."""
        wanted = " ".join(words.casefold().split())
        if not wanted:
            return ()
        inner, anywhere = " " + wanted, len(wanted) >= _SHORT or not wanted.isascii()
        hits = [
            (0 if folded.startswith(wanted) else 1 if inner in folded else 2, rank, len(folded), folded, name, key)
            for folded, name, key, rank in self._of(kind)
            if (wanted in folded if anywhere else folded.startswith(wanted) or inner in folded)
        ]
        hits.sort()
        found: dict[str, Suggestion] = {}
        for *_, name, key in hits:
            if key not in found:
                found[key] = self._suggestion(kind, key, name, tongue)
                if len(found) == MOST:
                    break
        return tuple(found.values())

    def _of(self, kind: Kind) -> list[_Name]:
        if kind not in self._names:
            makers = {
                "finding": self._findings,
                "drug": self._drugs,
                "value": self._values,
                "allergy": self._allergens,
                "gene": self._genes,
            }
            self._names[kind] = list(makers[kind]())
        return self._names[kind]

    def _suggestion(self, kind: Kind, key: str, name: str, tongue: Tongue) -> Suggestion:
        if kind == "finding":
            label = self._knowledge.label(key)
            return Suggestion(kind, key, name, (label.zh if tongue == "zh" else None) or label.en)
        if kind == "value":
            analyte = self._knowledge.analytes[key]
            names = (analyte.names.zh if tongue == "zh" else ()) or analyte.names.en
            return Suggestion(kind, key, name, names[0], tuple(dict.fromkeys((analyte.unit, *analyte.units))))
        return Suggestion(kind, key, name, key)

    def _findings(self) -> Iterator[_Name]:
        seen: set[tuple[str, str]] = set()
        for _, term, name, own, _ in self._knowledge.names():
            folded = name.casefold()
            if (folded, term) not in seen:
                seen.add((folded, term))
                first = folded == self._knowledge.label(term).en.casefold()
                yield folded, name, term, (0 if first else 2) + (not own)
        for name, term in self._knowledge.lexicon_zh.items():
            yield name.casefold(), name, term, 0 if name == self._knowledge.label(term).zh else 2

    def _drugs(self) -> Iterator[_Name]:
        described = set(self._knowledge.drugs.names())
        for name, drug in self._knowledge.drugs.spellings():
            yield name.casefold(), name, drug, (0 if drug in described else 2) + (name != drug.casefold())

    def _allergens(self) -> Iterator[_Name]:
        yield from self._of("drug")
        for group in self._knowledge.drugs.allergy_groups.values():
            names = dict.fromkeys((*group.names.en, *group.names.zh, *group.words))
            yield from ((name.casefold(), name, group.names.en[0], 0) for name in names)

    def _genes(self) -> Iterator[_Name]:
        """Those that some advice about a drug asks for."""
        yield from ((gene.casefold(), gene, gene, 0) for gene in sorted(self._knowledge.genes.genes))

    def _values(self) -> Iterator[_Name]:
        for key, analyte in self._knowledge.analytes.items():
            names: Iterable[str] = (*analyte.names.en, *analyte.names.zh)
            yield from (
                (name.casefold(), name, key, int(name not in (analyte.names.en[0], *analyte.names.zh[:1])))
                for name in names
            )
