"""The checks: style, types, the order of the rooms, the documentation, and the tests."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass

from devtools import display, documentation
from devtools.console import child_environment, say
from devtools.places import ROOT, VENV

NO_TESTS = 5  # pytest's exit code for a run that selected none


@dataclass(frozen=True)
class Outcome:
    """How one check ended."""

    name: str
    passed: bool
    seconds: float


def static() -> list[Outcome]:
    """Everything that can be said without running Bedside; output is shown only where something is wrong."""
    commands: dict[str, list[str]] = {
        "ruff check": [str(VENV.program("ruff")), "check", "."],
        "ruff format": [str(VENV.program("ruff")), "format", "--check", "."],
        "mypy": [str(VENV.program("mypy"))],
        "lint-imports": [str(VENV.program("lint-imports")), "--no-cache"],
    }
    outcomes = [_quietly(name, command) for name, command in commands.items()]
    started = time.monotonic()
    problems = documentation.problems(ROOT)
    for problem in problems:
        say(problem)
    outcomes.append(_said(Outcome("documentation", not problems, time.monotonic() - started)))
    return outcomes


def _quietly(name: str, command: Sequence[str]) -> Outcome:
    started = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=child_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        say(done.stdout)
    return _said(Outcome(name, done.returncode == 0, time.monotonic() - started))


def _said(outcome: Outcome) -> Outcome:
    say(f"{outcome.name:14} {'passed' if outcome.passed else 'FAILED'}  {outcome.seconds:5.1f} s")
    return outcome


def run_pytest(arguments: Sequence[str], name: str = "pytest", none_is_fine: bool = False) -> Outcome:
    """pytest with a display of its own, its output as it comes."""
    started = time.monotonic()
    with display.for_tests() as variables:
        code = subprocess.call(
            [str(VENV.python), "-m", "pytest", *arguments], cwd=ROOT, env=child_environment(variables)
        )
    passed = code == 0 or (none_is_fine and code == NO_TESTS)
    return Outcome(name, passed, time.monotonic() - started)


def verdict(outcomes: Sequence[Outcome]) -> int:
    """Print the summary; 0 if all passed."""
    say()
    for outcome in outcomes:
        _said(outcome)
    failed = [outcome.name for outcome in outcomes if not outcome.passed]
    say(f"FAILED: {', '.join(failed)}" if failed else "Everything passed.")
    return 1 if failed else 0
