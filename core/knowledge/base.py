"""Read-only access to the compiled knowledge."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.knowledge.analyte import Analyte
from core.knowledge.disease import Disease
from core.knowledge.drug_base import DrugBase
from core.knowledge.pgx_base import GeneBase
from core.knowledge.vocabulary import Department, FindingEntry, Procedure
from core.system.errors import KnownError
from core.system.folders import compiled_knowledge


class Pack(NamedTuple):
    """One part of the knowledge and the date by which it must be looked at again (ISO)."""

    version: str
    review_by: str
    sha256: str


class Label(NamedTuple):
    """What a finding is called."""

    en: str
    zh: str | None


class LexiconRow(NamedTuple):
    """One English name: its stems in order, its term, the name itself, and whether it is ours (not only HPO's)."""

    stems: tuple[str, ...]
    term: str
    name: str
    own: bool


class WeightRow(NamedTuple):
    """One finding's log10 likelihood ratios in one disease."""

    disease: str
    term: str
    present: float
    absent: float
    basis: str
    source: str
    group: str | None
    weaker_in: tuple[str, ...]


class Knowledge:
    """The knowledge base. Cheap to open; what a caller does not ask for is not loaded. Safe to share between threads
    that only read."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise KnownError("the knowledge base has not been built: run 'python3 dev.py demo' once to build it")
        self.path = path
        # Immutable: no lock, no journal, no side file; the file is part of the program.
        self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._labels: dict[str, Label] = {}
        self._by_anchor: dict[str, tuple[LexiconRow, ...]] = {}

    @cached_property
    def packs(self) -> dict[str, Pack]:
        """Version and review date of each part."""
        rows = self._db.execute("SELECT name, version, review_by, sha256 FROM pack ORDER BY name")
        return {name: Pack(*rest) for name, *rest in rows}

    @cached_property
    def diseases(self) -> dict[str, Disease]:
        """All disease entries by id, in id order."""
        rows = self._db.execute("SELECT id, entry FROM disease ORDER BY id")
        return {key: Disease.model_validate_json(entry) for key, entry in rows}

    @cached_property
    def findings(self) -> dict[str, FindingEntry]:
        """Our own vocabulary entries by id (HPO terms that nobody wrote about are not among them)."""
        rows = self._db.execute("SELECT id, entry FROM term WHERE entry IS NOT NULL ORDER BY id")
        return {key: FindingEntry.model_validate_json(entry) for key, entry in rows}

    @cached_property
    def analytes(self) -> dict[str, Analyte]:
        """Vital signs and laboratory quantities by id."""
        return {
            k: Analyte.model_validate_json(e) for k, e in self._db.execute("SELECT id, entry FROM analyte ORDER BY id")
        }

    @cached_property
    def procedures(self) -> dict[str, Procedure]:
        """Questions, examinations and tests by id."""
        return {
            k: Procedure.model_validate_json(e)
            for k, e in self._db.execute("SELECT id, entry FROM procedure ORDER BY id")
        }

    @cached_property
    def departments(self) -> dict[str, Department]:
        """Departments by id."""
        return {
            k: Department.model_validate_json(e)
            for k, e in self._db.execute("SELECT id, entry FROM department ORDER BY id")
        }

    @cached_property
    def weights(self) -> list[WeightRow]:
        """The scorer's numbers, by disease and term."""
        rows = self._db.execute(
            "SELECT disease, term, present, absent, basis, source, grp, weaker_in FROM weight ORDER BY disease, term"
        )
        return [
            WeightRow(
                sys.intern(disease), sys.intern(term), present, absent, sys.intern(basis), sys.intern(source), group,
                tuple(json.loads(weaker)) if weaker != "[]" else (),
            )
            for disease, term, present, absent, basis, source, group, weaker in rows
        ]  # fmt: skip

    @property
    def shares(self) -> dict[tuple[str, str, str, str], float]:
        """Encounters per 10,000 by (disease, setting, sex, age band); not kept, since who asks makes a table of it."""
        rows = self._db.execute("SELECT * FROM share")
        return {(sys.intern(d), sys.intern(s), sys.intern(x), sys.intern(age)): share for d, s, x, age, share in rows}

    @cached_property
    def lexicon_zh(self) -> dict[str, str]:
        """Chinese names and the term of each."""
        return dict(self._db.execute("SELECT name, term FROM lexicon_zh ORDER BY name, term DESC"))

    @cached_property
    def _parents(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for child, parent in self._db.execute("SELECT child, parent FROM term_parent"):
            found.setdefault(child, []).append(parent)
        return {child: tuple(parents) for child, parents in found.items()}

    def lexicon(self, anchors: Iterable[str]) -> dict[str, tuple[LexiconRow, ...]]:
        """The English names whose rarest stem is one of `anchors`."""
        wanted = set(anchors)
        for anchor in wanted - self._by_anchor.keys():
            rows = self._db.execute("SELECT stems, term, name, own FROM lexicon WHERE anchor = ?", (anchor,))
            self._by_anchor[anchor] = tuple(LexiconRow(tuple(s.split(" ")), t, n, bool(o)) for s, t, n, o in rows)
        return {anchor: self._by_anchor[anchor] for anchor in wanted if self._by_anchor[anchor]}

    def names(self) -> list[tuple[str, str, str, bool, str]]:
        """All English names of findings: stems (one string), term, the name, whether it is ours, its rarest stem."""
        return list(self._db.execute("SELECT stems, term, name, own, anchor FROM lexicon"))

    def wording(self, words: Iterable[str]) -> dict[str, tuple[NDArray[np.uint16], NDArray[np.float32]]]:
        """For each of these words (stems, or pairs of Chinese characters) that any description has: the numbers of the
        diseases, in id order, and the word's BM25 weight in each."""
        found = {}
        for word in words:
            row = self._db.execute("SELECT diseases, weights FROM wording WHERE word = ?", (word,)).fetchone()
            if row is not None:
                found[word] = np.frombuffer(row[0], np.uint16), np.frombuffer(row[1], np.float32)
        return found

    def label(self, term: str) -> Label:
        """What a term is called; a term that nobody knows is called by its id."""
        if term not in self._labels:
            row = self._db.execute("SELECT label, label_zh FROM term WHERE id = ?", (term,)).fetchone()
            self._labels[term] = Label(*row) if row else Label(term, None)
        return self._labels[term]

    def current(self, term: str) -> str | None:
        """The current id of a term (an alternative id is followed), or None when there is no such term."""
        if self._db.execute("SELECT 1 FROM term WHERE id = ?", (term,)).fetchone():
            return term
        row = self._db.execute("SELECT term FROM term_alternative WHERE alternative = ?", (term,)).fetchone()
        return row[0] if row else None

    def parents(self, term: str) -> tuple[str, ...]:
        """The terms directly above one."""
        return self._parents.get(term, ())

    @lru_cache(maxsize=50_000)  # noqa: B019 (one knowledge base lives as long as the program)
    def ancestors(self, term: str) -> frozenset[str]:
        """All terms above one, itself left out."""
        found: set[str] = set()
        waiting = list(self.parents(term))
        while waiting:
            parent = waiting.pop()
            if parent not in found:
                found.add(parent)
                waiting.extend(self.parents(parent))
        return frozenset(found)

    def drug(self, name: str) -> str | None:
        """The generic name of a drug by any of its names, or None."""
        row = self._db.execute("SELECT drug FROM drug_name WHERE variant = ?", (name.lower(),)).fetchone()
        return row[0] if row else None

    @cached_property
    def drugs(self) -> DrugBase:
        """What is known of drugs: facts, interactions, regimens."""
        return DrugBase(self._db)

    @cached_property
    def genes(self) -> GeneBase:
        """Pharmacogenomics: phenotypes and what they mean for drugs."""
        return GeneBase(self._db)

    def icd10cm_title(self, code: str) -> str | None:
        """The title of an ICD-10-CM code, or None where the tabular list spells it out only by extension."""
        row = self._db.execute("SELECT title FROM icd10cm WHERE code = ?", (code,)).fetchone()
        return row[0] if row else None

    def search(self, words: str, sort: str | None = None, limit: int = 20) -> list[tuple[str, str, str]]:
        """(id, "disease" or "finding", name) of what has these words in a name."""
        terms = " ".join('"' + word.replace('"', '""') + '"' for word in words.split() if len(word) > 2)
        if terms:
            query = "SELECT id, sort, name FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?"
            rows = self._db.execute(query, (terms, limit * 5))
        else:
            # Trigrams cannot find two characters, which is all that many Chinese words have.
            rows = self._db.execute("SELECT id, sort, name FROM search WHERE instr(name, ?) LIMIT ?", (words, limit))
        return [row for row in rows if sort is None or row[1] == sort][:limit]

    def close(self) -> None:
        """Close the file."""
        self._db.close()


@lru_cache(maxsize=1)
def default_knowledge() -> Knowledge:
    """The knowledge base that comes with the program."""
    return Knowledge(compiled_knowledge())
