"""A text taken apart: its atoms, with what holds at each."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from core.knowledge.base import Knowledge
from core.narrative.amount import Amount
from core.narrative.atoms import Atom, Atoms, atoms
from core.narrative.drug_kinds import drug_kinds
from core.narrative.families import family
from core.narrative.ground import At, Ground
from core.narrative.wordings import wordings


class Told:
    """A text taken apart, with what holds at each atom."""

    def __init__(self, text: str, knowledge: Knowledge) -> None:
        self.text = text
        self._knowledge = knowledge
        self.ground = Ground(text)
        self.atoms: Atoms = atoms(text, knowledge)
        self.at = {atom: self._at(atom) for atom in self.atoms.said}

    def _at(self, atom: Atom) -> At:
        """What holds at an atom; a denial that is part of a wording ("never smoked") does not deny it."""
        at = self.ground.at(atom.start)
        if atom.denied:
            return at._replace(denied=True)
        inside = any(atom.start <= start < atom.end for start, _ in self.ground.denials)
        return at._replace(denied=False) if inside and " " in self.text[atom.start : atom.end] else at

    @cached_property
    def by_key(self) -> defaultdict[str, list[Atom]]:
        """Where each thing is said."""
        found = defaultdict(list)
        for atom in self.atoms.said:
            for key in (atom.key, *atom.others):
                found[key].append(atom)
        return found

    @cached_property
    def by_kind(self) -> defaultdict[str, list[Atom]]:
        """Where a kind of each thing is said: of "heart attack", where it says "STEMI", of an
        antibiotic, where it says which."""
        found = defaultdict(list)
        for atom in self.atoms.said:
            for key in (atom.key, *atom.others):
                for general in (*wordings().kinds.get(key, ()), *drug_kinds(key, self._knowledge)):
                    found[general].append(atom)
        return found

    @cached_property
    def by_family(self) -> defaultdict[str, list[Atom]]:
        """Where a word of each family stands; a drug has none."""
        found = defaultdict(list)
        for atom in self.atoms.said:
            if atom.amount is None and not atom.key.startswith("drug:"):
                found[family(self.text[atom.start : atom.end])].append(atom)
        return found

    @cached_property
    def amounts(self) -> list[tuple[Atom, Amount]]:
        """The numbers."""
        return [(atom, atom.amount) for atom in self.atoms.said if atom.amount is not None]

    def gap(self, a: Atom, b: Atom) -> bool:
        """Does a list or a new clause begin between two atoms?"""
        return self.at[a].clause != self.at[b].clause
