"""`extract` gives HPO's terms by HPO's names, whatever our own names make of the same words."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from core.case.model import Case
from core.knowledge.base import Knowledge
from core.knowledge.pharmacy_build import SCHEMA as DRUGS_SCHEMA
from core.knowledge.tables import SCHEMA
from core.knowledge.vocabulary import FindingEntry
from core.knowledge.words import stems
from core.language import extract, read

OURS = {
    "HP:0001972": (["macrocytic anaemia", "megaloblastic anaemia"], []),
    "HP:0002020": (["heartburn"], ["acidity", "acid coming up"]),
    "BD:red-lips": (["red cracked lips", "red and sore lips"], []),
}
HPOS = {
    "HP:0001889": ["Megaloblastic anemia"],
    "HP:0100825": ["Red and sore lips"],
    "HP:0000160": ["Sore lips"],
}


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    path: Path = tmp_path_factory.mktemp("names") / "knowledge.sqlite"
    db = sqlite3.connect(path)
    db.executescript(SCHEMA + DRUGS_SCHEMA)
    rows = []
    for key, (called, sayings) in OURS.items():
        entry = FindingEntry.model_validate(
            {"id": key, "names": {"en": called, "zh": ["名"]}, "kind": "sign", "background": 0.1, "sayings": sayings}
        )
        db.execute(
            "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?)",
            (key, called[0], None, "sign", 0.1, None, entry.model_dump_json()),
        )
        rows += [(min(stems(n)), " ".join(stems(n)), key, n, 1) for n in (*called, *sayings)]
    for key, called in HPOS.items():
        db.execute("INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?)", (key, called[0], None, None, None, None, None))
        rows += [(min(stems(n)), " ".join(stems(n)), key, n, 0) for n in called]
    db.executemany("INSERT INTO lexicon VALUES (?, ?, ?, ?, ?)", rows)
    db.commit()
    db.close()
    return Knowledge(path)


def extracted(text: str, names: Knowledge) -> set[str | None]:
    return {f.concept for f in extract(Case(id="x", text=text), names)}


def understood(text: str, names: Knowledge) -> set[str | None]:
    return {f.concept for f in read(Case(id="x", text=text), names).findings}


def test_hpos_own_name_wins_over_ours_for_the_same_words(names: Knowledge) -> None:
    text = "They had megaloblastic anaemia."
    assert extracted(text, names) == {"HP:0001889"}
    assert understood(text, names) == {"HP:0001972"}


def test_a_name_of_ours_hides_no_term_with_the_same_words(names: Knowledge) -> None:
    text = "They had red and sore lips."
    assert {"BD:red-lips", "HP:0100825"} <= extracted(text, names)
    assert understood(text, names) == {"BD:red-lips"}


def test_a_saying_of_one_word_is_too_little_for_a_term(names: Knowledge) -> None:
    assert extracted("Pristanic acid was high.", names) == set()
    assert extracted("There is acid coming up.", names) == {"HP:0002020"}
