"""The step that compiles the knowledge base."""

from __future__ import annotations

from devtools.console import Watch
from devtools.data_packages import unpacked_folder
from devtools.pins import Pins
from devtools.places import ROOT, VENV
from devtools.stamps import digest, digest_of_files
from devtools.steps import Step

COMPILED = ROOT / "resources" / "compiled" / "knowledge.sqlite"
# The entries, the code that compiles them, and the rooms that code may use.
SOURCES = [
    ROOT / "resources" / "knowledge",
    *(ROOT / "core" / room for room in ("knowledge", "units", "system", "frozen.py")),
]


def step(pins: Pins) -> Step:
    """Build it anew whenever an entry, the code that builds it or a package that it is built from has changed."""
    return Step(
        name="knowledge",
        title="knowledge base",
        fingerprint=lambda: digest(VENV.version, repr(pins.packages), digest_of_files(SOURCES, ROOT)),
        present=COMPILED.exists,
        run=_build,
    )


def _build(watch: Watch) -> None:
    COMPILED.parent.mkdir(parents=True, exist_ok=True)
    watch.run(
        [
            *(VENV.python, "-m", "core.knowledge.build"),
            *("--packages", unpacked_folder(), "--out", COMPILED),
        ],
        "The knowledge base could not be built. Correct the entry named above, then start the same command again.",
    )
