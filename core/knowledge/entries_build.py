"""Writes the entries of the knowledge base, with the terms of HPO, into the compiled file."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter

from core.knowledge.hpo import Ontology, phenotypes
from core.knowledge.schema import Entry
from core.knowledge.sources import Sources
from core.knowledge.weights import ratios
from core.knowledge.words import stems


def write_entries(db: sqlite3.Connection, sources: Sources, ontology: Ontology) -> None:
    """Write the vocabulary, the diseases with their weights and shares, and the lists."""
    _terms(db, sources, ontology)
    _lexicon(db, sources, ontology)
    _diseases(db, sources)
    _lists(db, sources)


def _terms(db: sqlite3.Connection, sources: Sources, ontology: Ontology) -> None:
    for key in phenotypes(ontology) | {f for f in sources.findings if f.startswith("HP:")}:
        term, entry = ontology.terms[key], sources.findings.get(key)
        label = entry.names.en[0] if entry and entry.names.en else term.name
        zh = entry.names.zh[0] if entry and entry.names.zh else None
        db.execute(
            "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                key,
                label,
                zh,
                *((entry.kind, entry.background, entry.by, _stored(entry)) if entry else (None,) * 4),
            ),
        )
        cut = entry.not_a if entry else ()
        kept = [(key, p) for p in term.parents if p not in cut]
        db.executemany("INSERT OR IGNORE INTO term_parent VALUES (?, ?)", kept)
        db.executemany("INSERT OR IGNORE INTO term_alternative VALUES (?, ?)", [(a, key) for a in term.alternatives])
    for entry in sources.findings.values():
        if entry.id.startswith("BD:"):
            zh = entry.names.zh[0] if entry.names.zh else None
            row = (entry.id, entry.names.en[0], zh, entry.kind, entry.background, entry.by, _stored(entry))
            db.execute("INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        db.executemany("INSERT OR IGNORE INTO term_parent VALUES (?, ?)", [(entry.id, p) for p in entry.parents])


def _lexicon(db: sqlite3.Connection, sources: Sources, ontology: Ontology) -> None:
    """Names by stems. A name of ours outranks HPO's (`own`); a muted HPO synonym is left out."""
    rows: dict[tuple[tuple[str, ...], str], tuple[str, int]] = {}
    findings = phenotypes(ontology)
    for key in sorted(findings | set(sources.findings)):
        entry, term = sources.findings.get(key), ontology.terms.get(key)
        for name in (*entry.names.en, *entry.sayings) if entry else ():
            rows.setdefault((stems(name), key), (name, 1))
        muted = {m.lower() for m in entry.mute} if entry else set()
        for name in (term.name, *term.synonyms) if term else ():
            if stems(name) and name.lower() not in muted:
                rows.setdefault((stems(name), key), (name, 0))
    counts = Counter(stem for (words, _), _ in rows.items() for stem in set(words))
    db.executemany(
        "INSERT INTO lexicon VALUES (?, ?, ?, ?, ?)",
        (
            (min(words, key=lambda s: (counts[s], s)), " ".join(words), key, name, own)
            for (words, key), (name, own) in rows.items()
        ),
    )
    db.executemany(
        "INSERT OR IGNORE INTO lexicon_zh VALUES (?, ?)",
        ((name, entry.id) for entry in sources.findings.values() for name in entry.names.zh),
    )
    search = ((key, "finding", name) for (_, key), (name, _) in rows.items())
    db.executemany("INSERT INTO search VALUES (?, ?, ?)", search)


def _stored(entry: Entry) -> str:
    """An entry as it is kept: what it does not say for itself is left out, and takes no memory when it is read."""
    return entry.model_dump_json(exclude_defaults=True)


def _diseases(db: sqlite3.Connection, sources: Sources) -> None:
    for disease in sources.diseases.values():
        zh = disease.names.zh[0] if disease.names.zh else None
        row = (disease.id, disease.names.en[0], zh, disease.urgency, disease.harm_if_missed, _stored(disease))
        db.execute("INSERT INTO disease VALUES (?, ?, ?, ?, ?, ?)", row)
        for weight in disease.findings:
            r = ratios(weight, sources.findings[weight.id])
            db.execute(
                "INSERT INTO weight VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    disease.id,
                    weight.id,
                    r.present,
                    r.absent,
                    r.basis,
                    r.source,
                    weight.group,
                    json.dumps(weight.weaker_in),
                ),
            )
        names = (*disease.names.en, *disease.names.zh)
        db.executemany("INSERT INTO search VALUES (?, 'disease', ?)", ((disease.id, name) for name in names))
    db.executemany("INSERT OR REPLACE INTO share VALUES (?, ?, ?, ?, ?)", sources.shares)


def _lists(db: sqlite3.Connection, sources: Sources) -> None:
    for table, entries in (
        ("analyte", sources.analytes),
        ("procedure", sources.procedures),
        ("department", sources.departments),
    ):
        db.executemany(f"INSERT INTO {table} VALUES (?, ?)", ((e.id, _stored(e)) for e in entries.values()))  # noqa: S608
