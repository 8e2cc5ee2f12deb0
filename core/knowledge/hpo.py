"""Reads the Human Phenotype Ontology's `hp.obo`: terms, synonyms, hierarchy."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_SYNONYM = re.compile(r'synonym: "((?:[^"\\]|\\.)*)" (\w+)(.*)')
PHENOTYPE_ROOT = "HP:0000118"


class Term(NamedTuple):
    """One HPO term. `synonyms` are exact, related and narrow ones in HPO's order; broad and obsolete ones are left out,
    since they name something else."""

    id: str
    name: str
    synonyms: tuple[str, ...]
    parents: tuple[str, ...]
    alternatives: tuple[str, ...]


class Ontology(NamedTuple):
    """All current terms by id, and the release they are of."""

    version: str
    terms: dict[str, Term]


def read_obo(path: Path) -> Ontology:
    """Parse the file; obsolete terms are left out."""
    version = ""
    terms: dict[str, Term] = {}
    for number, stanza in enumerate(path.read_text(encoding="utf-8").split("\n\n[")):
        if number == 0:
            found = re.search(r"^data-version: (.+)$", stanza, re.MULTILINE)
            version = found.group(1).rsplit("/", 1)[-1] if found else "unknown"
        elif stanza.startswith("Term]"):
            term = _term(stanza)
            if term is not None:
                terms[term.id] = term
    return Ontology(version, terms)


def phenotypes(ontology: Ontology) -> set[str]:
    """The terms under "Phenotypic abnormality": modes of inheritance, modifiers and the like are no findings."""
    children: dict[str, list[str]] = {}
    for term in ontology.terms.values():
        for parent in term.parents:
            children.setdefault(parent, []).append(term.id)
    found: set[str] = set()
    waiting = list(children.get(PHENOTYPE_ROOT, ()))
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting.extend(children.get(key, ()))
    return found


def _term(stanza: str) -> Term | None:
    key = name = ""
    synonyms: list[str] = []
    parents: list[str] = []
    alternatives: list[str] = []
    for line in stanza.splitlines():
        if line.startswith("is_obsolete: true"):
            return None
        if line.startswith("id: "):
            key = line[4:]
        elif line.startswith("name: "):
            name = line[6:]
        elif line.startswith("is_a: "):
            parents.append(line[6:].split(" ")[0])
        elif line.startswith("alt_id: "):
            alternatives.append(line[8:])
        elif (match := _SYNONYM.match(line)) and match.group(2) != "BROAD" and "obsolete_synonym" not in match.group(3):
            synonyms.append(match.group(1).replace('\\"', '"'))
    return Term(key, name, tuple(synonyms), tuple(parents), tuple(alternatives))
