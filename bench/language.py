"""Reading a note: 2,000 characters on one core, linear growth, a megabyte of notes and of hostile text; medspaCy too.

Beside the median stands the least of all rounds: on a machine that others use as well the median tells how busy it was,
and the least how slow the code is.

Called as a program (`language.py ours|medspacy`) it is the child that measures, in the environment of what it measures.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.assertions import Said, assertion_figures, classes  # noqa: E402 (a child is started by its path)
from bench.figures import BenchError, Figure, product, timed  # noqa: E402 (a child is started by its path)

LETTER = Path(__file__).with_name("letter.txt")  # nobody's: made up, 3,000 characters, no sentence twice
LENGTH, ROUNDS, MEGABYTE = 2_000, 25, 1_000_000
LONG_ROUNDS = 3  # of what takes seconds
HOSTILE = {
    "no no no": "no ", "no fever, no fever": "no fever, ", "BP 120/80 over and over": "BP 120/80 ",
    "abbreviations": "MS RA PE CP SOB ", "brackets": "(", "digits": "7", "lines without words": "\n",
    "one Chinese sentence": "无发热咳嗽，",
}  # fmt: skip


def run() -> list[Figure]:
    """Our figures, and medspaCy's where it can be installed."""
    figures = _child(product("python"), "ours")
    try:
        figures += _child(sys.executable, "medspacy")
    except BenchError as problem:
        print(f"medspaCy is not beside it: {problem}", file=sys.stderr)
    return figures


def _child(python: str, whose: str) -> list[Figure]:
    quiet = {"OMP_NUM_THREADS": "1", "LOGURU_LEVEL": "WARNING"}
    _, printed = timed([python, str(Path(__file__).resolve()), whose], quiet)
    return [Figure(*values) for values in json.loads(printed.splitlines()[-1])]


def _ours() -> tuple[Callable[[str], object], Said]:
    from core.case.model import Case
    from core.knowledge.base import default_knowledge
    from core.language import extract, read

    knowledge = default_knowledge()

    def said(text: str, start: int, end: int) -> set[str]:
        finding = extract(Case(id="bench", text=text), knowledge, [(start, end)])[0]
        return classes(finding.assertion, finding.experiencer, finding.temporality)

    return lambda text: read(Case(id="bench", text=text), knowledge), said


def _medspacy() -> tuple[Callable[[str], object], Said]:
    # The peer lives in an environment of its own.
    import medspacy  # type: ignore[import-not-found]
    from medspacy.ner import TargetRule  # type: ignore[import-not-found]

    pipes = ["medspacy_pyrush", "medspacy_target_matcher", "medspacy_context"]
    pipeline = medspacy.load(medspacy_enable=pipes)
    names = ("chest pain", "fever", "cough", "nausea", "hypertension", "diabetes", "myocardial infarction", "vomiting")
    pipeline.get_pipe("medspacy_target_matcher").add([TargetRule(name, "PROBLEM") for name in names])
    flags = {
        "is_negated": "denied", "is_uncertain": "possible", "is_hypothetical": "hypothetical or conditional",
        "is_family": "family or other", "is_historical": "historical",
    }  # fmt: skip

    def said(text: str, start: int, end: int) -> set[str]:
        doc = pipeline.get_pipe("medspacy_pyrush")(pipeline.make_doc(text))
        target = doc.char_span(start, end, label="PROBLEM", alignment_mode="expand")
        doc.ents = (target,)
        pipeline.get_pipe("medspacy_context")(doc)
        return {name for flag, name in flags.items() if getattr(doc.ents[0]._, flag)}

    read: Callable[[str], object] = pipeline
    return read, said


def _measure(whose: str, read: Callable[[str], object], said: Said) -> list[Figure]:
    letter = LETTER.read_text(encoding="utf-8")
    note = letter[:LENGTH]
    read(note)
    longer = _varied(note, LENGTH * 8)
    short, long = [], []
    for turn in range(ROUNDS):  # turn about, so that both have the same company
        short.append(_seconds(read, note))
        if turn % (ROUNDS // LONG_ROUNDS) == 0:
            long.append(_seconds(read, longer))
    figures = [
        Figure(whose, f"{LENGTH:,} characters, median", statistics.median(short) * 1000, "ms", len(short)),
        Figure(whose, f"{LENGTH:,} characters, least of all rounds", min(short) * 1000, "ms", len(short)),
        Figure(whose, "eight times as long, times as slow (least by least)", min(long) / min(short), "x", len(long)),
        *assertion_figures(whose, said),
    ]
    if whose == "ours":
        figures += _rounds(whose, "a megabyte of notes", read, _varied(letter, MEGABYTE))
        edits = _after_edits(letter)
        figures.append(
            Figure(whose, "a letter after one more character, median", statistics.median(edits) * 1000, "ms", ROUNDS)
        )
        figures.append(
            Figure(whose, "a letter after one more character, least of all rounds", min(edits) * 1000, "ms", ROUNDS)
        )
        for name, piece in HOSTILE.items():
            figures += _rounds(whose, f"a megabyte of {name}", read, piece * (MEGABYTE // len(piece)))
    return figures


def _rounds(whose: str, name: str, read: Callable[[str], object], text: str) -> list[Figure]:
    """The median and the least of the few rounds that a long text allows."""
    rounds = [_seconds(read, text) for _ in range(LONG_ROUNDS)]
    return [
        Figure(whose, f"{name}, median", statistics.median(rounds), "s", LONG_ROUNDS),
        Figure(whose, f"{name}, least of all rounds", min(rounds), "s", LONG_ROUNDS),
    ]


def _varied(note: str, length: int) -> str:
    """The note again and again, without two words of each line by chance: what is read once must not help the next."""
    chance = random.Random(1)
    found, size = [], 0
    while size < length:
        for line in note.split("\n"):
            words = line.split(" ")
            for _ in range(2 if len(words) > 3 else 0):
                words.pop(chance.randrange(1, len(words)))
            found.append(" ".join(words))
            size += len(found[-1]) + 1
    return "\n".join(found)[:length]


def _after_edits(letter: str) -> list[float]:
    """Seconds to read a letter again after one character more, with what was read before at hand; one for each edit."""
    from core.case.model import Case
    from core.knowledge.base import default_knowledge
    from core.language import read
    from core.language.memory import Memory

    memory = Memory()
    knowledge = default_knowledge()
    read(Case(id="bench", text=letter), knowledge, memory)
    step = len(letter) // ROUNDS
    texts = [letter[: n * step] + "x" + letter[n * step :] for n in range(ROUNDS)]
    return [_seconds(lambda t: read(Case(id="bench", text=t), knowledge, memory), t) for t in texts]


def _seconds(read: Callable[[str], object], text: str) -> float:
    begun = time.process_time()  # of one core: what else runs on the machine is no part of it
    read(text)
    return time.process_time() - begun


if __name__ == "__main__":
    asked = sys.argv[1]
    print(json.dumps(_measure(asked, *(_ours() if asked == "ours" else _medspacy()))))
