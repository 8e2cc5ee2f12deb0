"""What 150 prescriptions, half of them safe, written by somebody who had not seen the checks, say of them.

    PYTHONPATH=. .venv/bin/python -m tests.sets.measure_prescriptions [--show] [--odd]

An unsafe one is caught when every expected item is there: of an accepted kind, naming the drugs, at least as grave. A
safe one is left alone when nothing is said that is as grave as its `must_not`. `--odd` takes the odd numbers only: the
even ones were never read while the rules were written, and their figure is the honest one.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from core.assess import assess
from core.assessment import Assessment
from core.case.readers.batch import read_json_line
from core.knowledge.base import Knowledge, default_knowledge
from core.knowledge.pharmacy_rules import SEVERITIES
from core.language.medications import drug_of
from core.treatment.model import SafetyItem

HERE = Path(__file__).resolve().parent


class Judged(NamedTuple):
    """One prescription: whether it is unsafe, whether it was judged rightly, and what was said that matters."""

    key: str
    unsafe: bool
    right: bool
    said: tuple[str, ...]


def _grave(item: SafetyItem, least: str) -> bool:
    return item.rank <= SEVERITIES.index(least)


def _names(drug: str, item: SafetyItem, knowledge: Knowledge) -> bool:
    known = drug_of(knowledge, drug) or drug
    plain = " ".join(item.drugs).lower()
    return any(re.search(rf"\b{re.escape(name.lower())}", plain) for name in (drug, known))


def _caught(expected: dict[str, Any], assessment: Assessment, knowledge: Knowledge) -> bool:
    return any(
        item.kind in expected["kind"]
        and _grave(item, expected["least"])
        and all(_names(drug, item, knowledge) for drug in expected["drugs"])
        for item in assessment.safety
    )


def judge(odd: bool = False) -> Iterator[Judged]:
    """All prescriptions, or the odd-numbered ones."""
    knowledge = default_knowledge()
    lines = (HERE / "prescriptions.jsonl").read_text(encoding="utf-8").splitlines()
    keys = (HERE / "prescriptions.answers.jsonl").read_text(encoding="utf-8").splitlines()
    wanted = {key["id"]: key for key in map(json.loads, keys)}
    for line in lines:
        case = read_json_line(line, "")
        if odd and int(case.id[-3:]) % 2 == 0:
            continue
        answer = wanted[case.id]
        assessment = assess(case, knowledge)
        least = answer.get("must_not", "major")
        grave = [i for i in assessment.safety if _grave(i, least)]
        said = tuple(f"{i.kind} {i.severity} {' + '.join(i.drugs)}: {i.message}" for i in grave)
        right = all(_caught(e, assessment, knowledge) for e in answer["expected"]) if answer["unsafe"] else not grave
        yield Judged(case.id, answer["unsafe"], right, said)


def main() -> None:
    """Print sensitivity and specificity."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list what was judged wrongly")
    parser.add_argument("--odd", action="store_true", help="the odd-numbered prescriptions only")
    options = parser.parse_args()
    judged = list(judge(options.odd))
    for unsafe, name in ((True, "sensitivity"), (False, "specificity")):
        part = [j for j in judged if j.unsafe is unsafe]
        print(f"{name} {sum(j.right for j in part) / len(part):.3f} (n={len(part)})")
    for one in judged if options.show else ():
        if not one.right:
            print(one.key, "unsafe" if one.unsafe else "safe", *one.said, sep="\n    ")


if __name__ == "__main__":
    main()
