"""Writes the French thesaurus into the compiled file, as interaction rules between drugs by their names here.

Its rules never interrupt: those of its contraindications that should are rules of our own (docs/interactions.md). Where
a rule of ours names the drugs or classes of a pair, the thesaurus is silent on it.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from core.knowledge.ansm import Pair, Thesaurus, read_thesaurus, without_parentheses
from core.knowledge.ansm_tables import Tables, read_tables
from core.knowledge.pharmacy_rules import ActionClass, InteractionRule, Severity
from core.knowledge.schema import Phrase

SOURCE = "ANSM, Thesaurus des interactions médicamenteuses (référentiel national), 20 October 2020"

_LEVEL: dict[Severity, Phrase] = {
    "contraindicated": Phrase(en="contraindicated", zh="禁忌"),
    "major": Phrase(en="not recommended", zh="不推荐"),
    "moderate": Phrase(en="precaution", zh="谨慎"),
    "minor": Phrase(en="to be borne in mind", zh="留意"),
}
_DO: dict[Severity, tuple[Phrase, ActionClass]] = {
    "contraindicated": (Phrase(en="Do not combine unless a specialist decides so.", zh="非专科决定不合用。"), "avoid"),
    "major": (Phrase(en="Avoid the pair where there is an alternative.", zh="有替代时避免合用。"), "avoid"),
    "moderate": (Phrase(en="Combine only with checks or adjusted doses.", zh="合用时监测或调整剂量。"), "monitor"),
    "minor": (Phrase(en="Bear it in mind.", zh="合用时留意。"), "monitor"),
}


class _Names:
    """What the sides of a pair are called, and the drugs that they mean."""

    def __init__(self, db: sqlite3.Connection, thesaurus: Thesaurus, tables: Tables) -> None:
        self._thesaurus, self._tables = thesaurus, tables
        self._drug: dict[str, str] = dict(db.execute("SELECT variant, drug FROM drug_name"))
        entries = db.execute("SELECT name, json_extract(entry, '$.names.zh[0]') FROM drug")
        self._chinese: dict[str, str] = {name: chinese for name, chinese in entries if chinese}

    def drugs(self, side: str) -> tuple[str, ...]:
        """The names, here, of the drugs that one side means; those that nothing here knows are left out."""
        french = self._thesaurus.substances(side)
        names = (n for s in french for n in self._tables.substances.get(s, (without_parentheses(s),)))
        return tuple(dict.fromkeys(self._drug[name] for name in names if name in self._drug))

    def shown(self, side: str, drugs: tuple[str, ...]) -> Phrase:
        """What a side is called: the name of its class, else its first drug."""
        chinese = self._chinese.get(drugs[0], drugs[0])
        return self._tables.name_of_class(side) or Phrase(en=drugs[0], zh=chinese)


def write_ansm(db: sqlite3.Connection, thesaurus: Path, index: Path, tables: Path) -> None:
    """Add the rules and their sides; the drug names must stand in the compiled file already."""
    read, ours = read_thesaurus(thesaurus, index), read_tables(tables)
    names, settled = _Names(db, read, ours), _settled(db)
    for pair in read.pairs:
        left, right = names.drugs(pair.left), names.drugs(pair.right)
        for part, (some, others) in enumerate(_open(left, right, settled)):
            rule = _rule(pair, ours, names.shown(pair.left, left), names.shown(pair.right, right), part)
            db.execute("INSERT INTO interaction VALUES (?, ?)", (rule.id, rule.model_dump_json()))
            rows = ((drug, rule.id, place) for place, drugs in enumerate((some, others)) for drug in drugs)
            db.executemany("INSERT INTO interaction_side VALUES (?, ?, ?)", rows)


def _settled(db: sqlite3.Connection) -> dict[str, set[str]]:
    """For each drug the others that a rule of ours pairs it with by name or class, not by effects alone."""
    named = {
        key
        for key, entry in db.execute("SELECT id, entry FROM interaction")
        if any(s.startswith(("drug:", "class:")) for side in ("left", "right") for s in json.loads(entry)[side])
    }
    sides: dict[str, tuple[set[str], set[str]]] = {}
    for drug, key, place in db.execute("SELECT drug, rule, side FROM interaction_side"):
        if key in named:
            sides.setdefault(key, (set(), set()))[place].add(drug)
    settled: dict[str, set[str]] = {}
    for pair in sides.values():
        for some, others in (pair, pair[::-1]):
            for drug in some:
                settled.setdefault(drug, set()).update(others)
    return settled


def _open(
    left: tuple[str, ...], right: tuple[str, ...], settled: dict[str, set[str]]
) -> Iterator[tuple[list[str], tuple[str, ...]]]:
    """What is left of all pairs of two sides when the settled ones are taken out, as sides again."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for drug in left:
        # Nobody meets himself, yet taking him out here would split every class into its single members.
        others = tuple(other for other in right if other not in settled.get(drug, ()))
        if others not in ((), (drug,)):
            groups.setdefault(others, []).append(drug)
    return ((drugs, others) for others, drugs in groups.items())


def _rule(pair: Pair, tables: Tables, left: Phrase, right: Phrase, part: int) -> InteractionRule:
    severity = tables.decisions.get((pair.left, pair.right), pair.severity)
    level, (do, action) = _LEVEL[severity], _DO[severity]
    both = Phrase(en=f"{left.en} with {right.en}", zh=f"{left.zh}与{right.zh}")
    if left == right:
        both = Phrase(en=f"two {left.en}", zh=f"两种{left.zh}")
    named = Phrase(en=f"{both.en} (ANSM: {level.en})", zh=f"{both.zh}（ANSM：{level.zh}）")
    say = tables.text(pair.mechanism) or Phrase(
        en=f"The French thesaurus grades {both.en}: {level.en}.",
        zh=f"法国药物相互作用目录将{both.zh}列为：{level.zh}。",
    )
    if severity != pair.gravest:
        graver = _LEVEL[pair.gravest]
        say = Phrase(
            en=f"{say.en} For certain drugs, doses, routes or patients: {graver.en}.",
            zh=f"{say.zh}特定药物、剂量、途径或患者：{graver.zh}。",
        )
    advice = next((found for level in pair.levels if (found := tables.text(level.text))), None)
    spelt = f"ansm {pair.left} {pair.right} {part + 1 if part else ''}".replace("œ", "oe")
    return InteractionRule(
        id=re.sub(r"[^a-z0-9]+", "-", spelt).strip("-"),
        severity=severity,
        left=(f"ansm:{pair.left}",),
        right=(f"ansm:{pair.right}",),
        mechanism=named,
        say=say,
        do=advice or do,
        action_class=action,
        interruptive=False,
        basis="published",
        source=SOURCE,
    )
