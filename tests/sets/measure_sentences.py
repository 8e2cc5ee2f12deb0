"""What 400 sentences about 25 records, half of them corrupted in one thing, say of the check of prose.

    PYTHONPATH=. .venv/bin/python -m tests.sets.measure_sentences [--show] [--odd]

Written by somebody who had not seen the check. A corrupted sentence is caught when it is withheld; a true one that is
withheld is a false alarm. The odd numbers were read while the check was written, the even ones since 2026-11-23 too:
docs/narrative.md keeps what they gave before. `--odd` takes the odd numbers only, `--show` lists what was judged
wrongly.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from core.assess import assess
from core.case.readers.batch import read_json_line
from core.knowledge.base import default_knowledge
from core.narrative.check import check_sentence
from core.narrative.model import Withheld
from core.narrative.record import Record

HERE = Path(__file__).resolve().parent


class Judged(NamedTuple):
    """One sentence: what was done to it (nothing: ""), and why it was withheld (not at all: none)."""

    number: int
    text: str
    corruption: str
    reasons: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Withheld when corrupted, shown when true."""
        return bool(self.reasons) is bool(self.corruption)


def records() -> dict[str, Record]:
    """Every record with its assessment."""
    knowledge = default_knowledge()
    cases = [read_json_line(line, "") for line in _lines("sentence_records.jsonl")]
    return {case.id: Record(case, assess(case, knowledge), knowledge) for case in cases}


def judge(odd: bool = False) -> Iterator[Judged]:
    """All sentences, or the odd-numbered ones."""
    known = records()
    for line in _lines("sentences.jsonl"):
        row: dict[str, Any] = json.loads(line)
        number = int(row["id"][2:])
        if odd and number % 2 == 0:
            continue
        checked = check_sentence(row["sentence"], known[row["record"]])
        reasons = checked.reasons if isinstance(checked, Withheld) else ()
        yield Judged(number, row["sentence"], row.get("corruption", ""), reasons)


def figures(judged: list[Judged]) -> dict[str, tuple[int, int]]:
    """How many were withheld of how many: by corruption, all corrupted ones together, and the true ones."""
    held = Counter(j.corruption or "true" for j in judged if j.reasons)
    every = Counter(j.corruption or "true" for j in judged)
    found = {kind: (held[kind], every[kind]) for kind in sorted(every)}
    corrupted = [kind for kind in every if kind != "true"]
    found["caught"] = (sum(held[kind] for kind in corrupted), sum(every[kind] for kind in corrupted))
    return found


def _lines(name: str) -> list[str]:
    return (HERE / name).read_text(encoding="utf-8").splitlines()


def main() -> None:
    """Print what was withheld."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list what was judged wrongly")
    parser.add_argument("--odd", action="store_true", help="the odd-numbered sentences only")
    options = parser.parse_args()
    judged = list(judge(options.odd))
    for name, rest in (("odd", 1),) if options.odd else (("odd", 1), ("even", 0)):
        for kind, (held, every) in figures([j for j in judged if j.number % 2 == rest]).items():
            print(f"{name:5} {kind:18} withheld {held:3} of {every:3}  {held / every:.3f}")
    for one in judged if options.show else ():
        if not one.right:
            print(one.number, one.corruption or "true", one.text, *one.reasons, sep="\n    ")


if __name__ == "__main__":
    main()
