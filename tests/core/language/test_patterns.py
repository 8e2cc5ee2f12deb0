"""Patterns that would take a long text's time squared."""

from __future__ import annotations

import re
from pathlib import Path

import core.language

# A run of blanks behind a line's end that may take in further line ends is tried anew at each of them.
_RUNS_ON = re.compile(r"\\n\)\\s[*+]")


def test_no_pattern_runs_on_over_empty_lines() -> None:
    found = [
        f"{path.name}: {line.strip()}"
        for path in sorted(Path(core.language.__file__).parent.rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if _RUNS_ON.search(line) and "near_cues" not in line
    ]
    assert found == []
