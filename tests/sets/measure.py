"""What two sets, written by somebody who had not seen the rules, say of the reading of sentences and of numbers.

    PYTHONPATH=. .venv/bin/python -m tests.sets.measure [--show]

The first assertion figures are F1 of one class each, over the target spans. A measurement is right when analyte, value
and unit are right together: its span holds the written number, and the value in the analyte's canonical unit is the one
that the written number and unit make (a number without a unit is taken in the units that the vocabulary assumes).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from core.case.model import Case, Patient
from core.knowledge.base import Knowledge, default_knowledge
from core.knowledge.words import stems
from core.language import extract, read
from core.language.model import Finding
from core.units.quantity import Converter

# What the set calls by words of its own, and one of the vocabulary's names for it.
SAME_THING = {
    "arterial oxygen saturation": "oxygen saturation", "HIV viral load": "HIV-1 RNA", "FEV1 percent predicted":
    "fev1 percent", "NIH stroke scale": "NIHSS", "national early warning score": "NEWS2",
    "synovial fluid white blood cell count": "synovial white cells", "lead": "blood lead", "renin": "direct renin",
    "faecal immunochemical test haemoglobin": "faecal immunochemical test", "forced vital capacity": "FVC volume",
    "forced expiratory volume in 1 second": "FEV1 volume",
}  # fmt: skip
# A reading more special than the set's name for it.
SPECIAL = {
    "high-sensitivity-troponin-t": "troponin-t", "high-sensitivity-troponin-i": "troponin-i", "cord-ph": "ph",
    "cord-lactate": "lactate", "birth-weight": "weight", "urine-protein-24h": "urine-protein",
}  # fmt: skip
NUMBER_WORDS = frozenset(stems("count level score concentration test percentage antibody rate"))
HERE = Path(__file__).resolve().parent
CLASSES: dict[str, Callable[[str, str], bool]] = {
    "family or other": lambda assertion, experiencer: experiencer != "patient",
    "hypothetical": lambda assertion, experiencer: assertion in ("hypothetical", "conditional"),
    "hypothetical alone": lambda assertion, experiencer: assertion == "hypothetical",
    "conditional": lambda assertion, experiencer: assertion == "conditional",
    "possible": lambda assertion, experiencer: assertion == "possible",
    "absent": lambda assertion, experiencer: assertion == "absent",
}


class Figure(NamedTuple):
    """Counts of one class."""

    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def load(name: str) -> list[dict[str, Any]]:
    """The lines of one set."""
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def read_targets(knowledge: Knowledge) -> list[tuple[dict[str, Any], Finding]]:
    """Each sentence of the assertion set with what is said of its target."""
    return [
        (row, extract(Case(id=row["id"], text=row["text"]), knowledge, [tuple(row["target"])])[0])
        for row in load("assertion_sentences")
    ]


def assertion_figures(answers: list[tuple[dict[str, Any], Finding]]) -> dict[str, Figure]:
    """One figure for each class, and one for the history."""
    found = {}
    for name, is_of in CLASSES.items():
        pairs = [
            (is_of(row["assertion"], row["experiencer"]), is_of(said.assertion, said.experiencer))
            for row, said in answers
        ]
        found[name] = _count(pairs)
    found["historical"] = _count(
        [(row["temporality"] == "historical", said.temporality == "historical") for row, said in answers]
    )
    return found


def _count(pairs: list[tuple[bool, bool]]) -> Figure:
    return Figure(
        sum(gold and said for gold, said in pairs),
        sum(said and not gold for gold, said in pairs),
        sum(gold and not said for gold, said in pairs),
    )


@lru_cache(maxsize=2)
def analytes_by_name(knowledge: Knowledge) -> dict[tuple[str, ...], str]:
    """The vocabulary's own names of its analytes, compared by stems and without regard to their order."""
    found: dict[tuple[str, ...], str] = {}
    for loose in (False, True):
        for key, analyte in knowledge.analytes.items():
            for name in (*analyte.names.en, key.replace("-", " ")):
                found.setdefault(_plain(name, loose), key)
    return found


def _plain(name: str, loose: bool = False) -> tuple[str, ...]:
    """A name by its stems; loosely, without the words that say only that it is a number."""
    left = tuple(sorted(stems(name)))
    return tuple(s for s in left if s not in NUMBER_WORDS) if loose else left


def analyte_of(knowledge: Knowledge, name: str) -> str | None:
    """The id of an analyte that the set calls so; None when the vocabulary does not have it."""
    names = analytes_by_name(knowledge)
    name = SAME_THING.get(name, name)
    return names.get(_plain(name)) or names.get(_plain(name, loose=True))


def measurement_lines(knowledge: Knowledge) -> Iterator[tuple[dict[str, Any], Figure, list[str]]]:
    """Each line with its counts and what went wrong in it."""
    for row in load("measurement_lines"):
        patient = Patient(age_years=row["age_years"], sex=row["sex"])
        said = list(read(Case(id=row["id"], text=row["text"], patient=patient), knowledge).measurements)
        right, notes = 0, []
        for gold in row["measurements"]:
            key = analyte_of(knowledge, gold["analyte"])
            fits = [
                m for m in said
                if key in (m.analyte, SPECIAL.get(m.analyte)) and m.start < gold["end"] and gold["start"] < m.end
                and _same(knowledge, m.analyte, gold["value"], gold["unit"], m.value)
            ]  # fmt: skip
            if fits:
                right += 1
                said.remove(fits[0])
            else:
                notes.append(f"missed {gold['analyte']} {gold['value']} {gold['unit'] or ''} ({key})")
        notes += [f"wrong {m.analyte} {m.value} {m.unit} ({m.given})" for m in said]
        yield row, Figure(right, len(said), len(row["measurements"]) - right), notes


def _same(knowledge: Knowledge, key: str, number: float, unit: str | None, value: float) -> bool:
    a = knowledge.analytes[key]
    wanted = Converter(a.unit, a.units, a.offsets, a.assumed_units, a.plausible).convert(number, unit)
    return wanted is not None and abs(wanted - value) <= 1e-3 * max(1.0, abs(wanted))


def measurement_figure(lines: list[tuple[dict[str, Any], Figure, list[str]]]) -> Figure:
    """One figure over all lines."""
    return Figure(*(sum(figure[i] for _, figure, _ in lines) for i in range(3)))


def main() -> int:
    """Print the figures, and with --show what went wrong."""
    show = "--show" in sys.argv
    knowledge = default_knowledge()
    answers = read_targets(knowledge)
    for name, figure in assertion_figures(answers).items():
        print(f"{name}: F1 {figure.f1:.3f} (right {figure.right}, wrong {figure.wrong}, missed {figure.missed})")
    lines = list(measurement_lines(knowledge))
    figure = measurement_figure(lines)
    print(f"measurements: F1 {figure.f1:.3f} (right {figure.right}, wrong {figure.wrong}, missed {figure.missed})")
    names = {g["analyte"] for row, _, _ in lines for g in row["measurements"]}
    print(f"analytes in the vocabulary: {sum(analyte_of(knowledge, n) is not None for n in names)} of {len(names)}")
    if show:
        for row, said in answers:
            gold = (row["assertion"], row["experiencer"], row["temporality"])
            got = (said.assertion, said.experiencer, said.temporality)
            if gold != got:
                print(row["id"], repr(row["text"]), repr(row["phrase"]), *gold, "->", *got)
        for row, _, notes in lines:
            if notes:
                print(row["id"], repr(row["text"]), "|", "; ".join(notes))
    return 0


if __name__ == "__main__":
    sys.exit(main())
