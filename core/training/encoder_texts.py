"""What the encoder learns from: names of findings, their definitions, and how diseases tell themselves.

Everything comes from the compiled knowledge (HPO's names and synonyms, our own names and sayings, the descriptions of
our disease entries) and from HPO's definitions. No record of any patient is among it.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from core.knowledge.base import Knowledge

HELD_OUT = 0.1
MOST_WORDS = 16  # of a definition: what tells a term apart stands in front
MOST_NAMES = 2  # a term with more of them needs no definition to be learnt
LISTS = 5  # of findings, for each disease
DENIALS = ("no", "denies", "without", "no evidence of", "negative for", "never had")
DENIED_EVERY = 12  # one name in so many is denied, to stand as what it does not mean
_DEFINITION = re.compile(r'^def: "((?:[^"\\]|\\.)*)"', re.MULTILINE)
_ID = re.compile(r"^id: (\S+)", re.MULTILINE)
_SIDES = {"left": "right", "right": "left", "upper": "lower", "lower": "upper", "increased": "decreased",
          "decreased": "increased", "high": "low", "low": "high", "proximal": "distal", "distal": "proximal",
          "unilateral": "bilateral", "bilateral": "unilateral", "anterior": "posterior", "posterior": "anterior",
          "elevated": "reduced", "reduced": "elevated", "loss": "gain", "gain": "loss"}  # fmt: skip

Kind = Literal["name", "saying", "definition", "summary", "list", "denied"]


class Text(NamedTuple):
    """A text and the key of what it means; two texts of one key mean the same. `held` ones are never trained on."""

    key: str
    text: str
    kind: Kind
    held: bool


class Corpus(NamedTuple):
    """All texts, and which keys are easily confused with each: neighbours in the hierarchy, or mimics."""

    texts: tuple[Text, ...]
    near: Mapping[str, tuple[str, ...]]


def corpus_of(knowledge: Knowledge, obo: Path, seed: int) -> Corpus:
    """The corpus; the same knowledge and seed give the same, in the same order."""
    draw = random.Random(seed)
    names = list(_names(knowledge))
    held = _held_out(names, draw)
    texts = [Text(key, text, kind, (key, text) in held) for key, text, kind in names]
    counts = Counter(key for key, _, _ in names)
    texts += _definitions(obo, {key for key, count in counts.items() if count <= MOST_NAMES})
    texts += _diseases(knowledge, draw)
    texts += _opposites([t for t in texts if t.kind == "name"], draw)
    return Corpus(tuple(texts), _near(knowledge, {t.key for t in texts}))


def _names(knowledge: Knowledge) -> Iterator[tuple[str, str, Kind]]:
    """Every name once a term, whatever its capitals; sorted, so that the order of the database does not matter."""
    sayings = {(term, saying) for term, entry in knowledge.findings.items() for saying in entry.sayings}
    found: dict[tuple[str, str], str] = {}
    for _, term, name, _, _ in sorted(knowledge.names()):
        found.setdefault((term, name.lower()), name)
    for (term, _), name in sorted(found.items()):
        yield term, name, "saying" if (term, name) in sayings else "name"


def _held_out(names: list[tuple[str, str, Kind]], draw: random.Random) -> set[tuple[str, str]]:
    """A tenth of the names of terms that keep at least one other."""
    by_term: dict[str, list[str]] = defaultdict(list)
    for term, name, _ in names:
        by_term[term].append(name)
    held: set[tuple[str, str]] = set()
    for term, own in sorted(by_term.items()):
        kept = len(own)
        for name in own:
            if kept > 1 and draw.random() < HELD_OUT:
                held.add((term, name))
                kept -= 1
    return held


def _definitions(obo: Path, terms: set[str]) -> Iterator[Text]:
    for stanza in obo.read_text(encoding="utf-8").split("\n\n[Term]"):
        key, found = _ID.search(stanza), _DEFINITION.search(stanza)
        if key and found and key.group(1) in terms:
            plain = found.group(1).replace('\\"', '"').replace("\\n", " ")
            yield Text(key.group(1), " ".join(plain.split()[:MOST_WORDS]), "definition", False)


def _diseases(knowledge: Knowledge, draw: random.Random) -> Iterator[Text]:
    """Each description, and lists of what speaks for the disease in the words that patients and notes use."""
    weights: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for row in knowledge.weights:
        if row.present > 0.2:  # what is had as often without the disease tells nothing of it
            weights[row.disease].append((row.term, row.present))
    for disease in knowledge.diseases.values():
        key = f"disease:{disease.id}"
        yield Text(key, disease.summary.en, "summary", False)
        terms = sorted(weights[disease.id])
        for _ in range(LISTS if terms else 0):
            chosen = {draw.choices(terms, [w for _, w in terms])[0][0] for _ in range(4)}
            said = []
            for term in sorted(chosen):
                entry = knowledge.findings.get(term)
                words = (*entry.names.en, *entry.sayings) if entry else (knowledge.label(term).en,)
                said.append(draw.choice(words or (knowledge.label(term).en,)))
            yield Text(key, ", ".join(said), "list", False)


def _opposites(names: list[Text], draw: random.Random) -> Iterator[Text]:
    """Names denied, and names of the other side or direction: near in words, far in meaning. What is turned into the
    name of another term is left to that term."""
    known = {text.text.lower() for text in names}
    for number, text in enumerate(names):
        words = text.text.lower().split()
        turned = [_SIDES.get(word, word) for word in words]
        if text.held or (" ".join(turned) in known and turned != words):
            continue
        if turned != words:
            yield Text(f"other:{text.key}", " ".join(turned), "denied", False)
        elif number % DENIED_EVERY == 0:
            yield Text(f"no:{text.key}", f"{draw.choice(DENIALS)} {text.text.lower()}", "denied", False)


def _near(knowledge: Knowledge, keys: set[str]) -> dict[str, tuple[str, ...]]:
    """Siblings and parents of each term, the mimics of each disease, and the opposites of each name."""
    children: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        for parent in knowledge.parents(key):
            children[parent].append(key)
    near: dict[str, tuple[str, ...]] = {}
    for key in sorted(keys):
        parents = knowledge.parents(key)
        family = [*parents, *(c for p in parents for c in children[p] if c != key), f"no:{key}", f"other:{key}"]
        disease = knowledge.diseases.get(key.removeprefix("disease:"))
        family += [f"disease:{m}" for m in disease.mimics] if disease else []
        near[key] = tuple(k for k in dict.fromkeys(family) if k in keys)
    return near
