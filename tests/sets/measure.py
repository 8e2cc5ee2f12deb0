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
    with open(HERE / f"{name}.jsonl", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


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
    for key, analyte in knowledge.analytes.items():
        for name in (*analyte.names.en, key.replace("-", " ")):
            found.setdefault(tuple(sorted(stems(name))), key)
    return found


def measurement_lines(knowledge: Knowledge) -> Iterator[tuple[dict[str, Any], Figure, list[str]]]:
    """Each line with its counts and what went wrong in it."""
    names = analytes_by_name(knowledge)
    for row in load("measurement_lines"):
        patient = Patient(age_years=row["age_years"], sex=row["sex"])
        said = list(read(Case(id=row["id"], text=row["text"], patient=patient), knowledge).measurements)
        right, notes = 0, []
        for gold in row["measurements"]:
            key = names.get(tuple(sorted(stems(gold["analyte"]))))
            fits = [
                m for m in said
                if m.analyte == key and m.start < gold["end"] and gold["start"] < m.end
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
    known = {tuple(sorted(stems(g["analyte"]))) for row, _, _ in lines for g in row["measurements"]}
    print(f"analytes in the vocabulary: {len(known & analytes_by_name(knowledge).keys())} of {len(known)}")
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
