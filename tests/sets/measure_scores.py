"""What 200 notes, written by somebody who had not seen the calculators, say of the scores computed from them.

    PYTHONPATH=. .venv/bin/python -m tests.sets.measure_scores [--show] [--knowledge FILE]

A value is right when it is the intended one: points, dates and words exactly, quantities within 2 %. A calculator that
is not there counts as wrong, and is counted beside. Silence is taken for absence, as `score --batch` does.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from core.case.readers import read_text
from core.knowledge.base import Knowledge, default_knowledge
from core.language import read
from core.scores import compute, find

HERE = Path(__file__).resolve().parent
TOLERANCE = 0.02


class Answer(NamedTuple):
    """One note: what was asked, wanted and got; `known` tells whether there is such a calculator."""

    key: str
    calculator: str
    known: bool
    wanted: Any
    got: Any
    missing: tuple[str, ...]
    right: bool


def _plain(value: Any) -> str:
    return re.sub(r"\W+", " ", str(value).casefold()).strip()


def is_right(wanted: Any, got: Any, unit: str | None) -> bool:
    """Exactly for whole points and words, within the tolerance for quantities."""
    if got is None:
        return False
    if unit == "date":
        year, month, day = str(wanted).split("-")
        return bool(got == f"{month}/{day}/{year}")
    if not isinstance(wanted, int | float) or not isinstance(got, int | float):
        return _plain(wanted) == _plain(got)
    if unit == "points":
        return bool(got == wanted)
    return bool(abs(got - wanted) <= abs(wanted) * TOLERANCE)


def answers(knowledge: Knowledge) -> list[Answer]:
    """All notes, answered."""
    notes = [json.loads(line) for line in (HERE / "score_notes.jsonl").read_text(encoding="utf-8").splitlines()]
    keys = [json.loads(line) for line in (HERE / "score_notes.answers.jsonl").read_text(encoding="utf-8").splitlines()]
    wanted = {key["id"]: key for key in keys}
    found = []
    for note in notes:
        key, calculator = wanted[note["id"]], find(note["calculator"])
        if calculator is None:
            found.append(Answer(note["id"], note["calculator"], False, key["value"], None, (), False))
            continue
        case = read_text(note["text"])
        result = compute(
            calculator, read(case, knowledge), knowledge, note.get("question"), assume_absent=True, text=case.text
        )
        right = is_right(key["value"], result.value, key["unit"])
        found.append(Answer(note["id"], calculator.id, True, key["value"], result.value, result.missing, right))
    return found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="name the notes that were missed")
    parser.add_argument("--knowledge", type=Path, help="another knowledge base than that of the program")
    options = parser.parse_args()
    knowledge = Knowledge(options.knowledge) if options.knowledge else default_knowledge()
    found = answers(knowledge)
    known = [a for a in found if a.known]
    print(f"right {sum(a.right for a in found)} of {len(found)}; {len(found) - len(known)} ask for what is not there")
    print(f"right {sum(a.right for a in known)} of the {len(known)} that are there")
    for answer in found if options.show else ():
        if not answer.right:
            print(answer.key, answer.calculator, "wanted", answer.wanted, "got", answer.got, *answer.missing)


if __name__ == "__main__":
    main()
