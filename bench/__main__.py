"""`python -m bench [NAME …]`: run the benches, print their figures, keep them as JSON."""

from __future__ import annotations

import argparse
import json
import platform
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench import analyse_lane, encoding, generation, language
from bench.figures import BenchError, Figure, table

BENCHES: dict[str, tuple[str, Callable[[], list[Figure]]]] = {
    "analyse-lane": ("the knowledge lane through the command line, forty notes and a cold start", analyse_lane.run),
    "encoder": (
        "the sentence encoder in its worker: short phrases a second, five hundred words in pieces",
        encoding.run,
    ),
    "language": ("reading notes of 2,000 characters and of a megabyte, medspaCy beside it", language.run),
    "models": (
        "the language model runtime beside xllamacpp and a native build, same model and prompt, and the worker",
        generation.run,
    ),
}
OUT = Path(__file__).resolve().parents[1] / "build" / "bench"


def main(arguments: list[str] | None = None) -> int:
    """Run what was asked for; 1 if any of it could not be measured."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Measure speed beside peers.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(BENCHES)}; all of them by default")
    parser.add_argument("--list", action="store_true", help="say what each bench measures, and do nothing more")
    given = parser.parse_args(arguments)
    unknown = set(given.names) - set(BENCHES)
    if unknown:
        parser.error(f"no bench is called {', '.join(sorted(unknown))}; there are {', '.join(BENCHES)}")
    if given.list:
        for name, (summary, _) in BENCHES.items():
            print(f"{name:14} {summary}")
        return 0
    failed = False
    for name in given.names or BENCHES:
        print(f"== {name}: {BENCHES[name][0]}", flush=True)
        try:
            figures = BENCHES[name][1]()
        except BenchError as problem:
            print(f"could not be measured: {problem}\n", file=sys.stderr, flush=True)
            failed = True
            continue
        print(table(figures), flush=True)
        _keep(name, figures)
    return 1 if failed else 0


def _keep(name: str, figures: list[Figure]) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    record = {
        "bench": name,
        "when": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "machine": f"{platform.machine()}, Python {platform.python_version()}, {platform.platform()}",
        "figures": [figure._asdict() for figure in figures],
    }
    path = OUT / f"{name}.json"
    path.write_text(json.dumps(record, indent=1, ensure_ascii=False), encoding="utf-8")
    print(f"(kept in {path.relative_to(OUT.parents[1])})\n")


if __name__ == "__main__":
    sys.exit(main())
