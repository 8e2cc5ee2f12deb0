"""The ladder: how a model runs on this machine, tried once and remembered, one rung lower after each failure.

Import and load can succeed on a processor whose kernels then crash at the first decode; only a decode tells. What was
found holds for one machine, one model file and one build of the runtime, and is tried afresh when any of them changes.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import platform
from datetime import UTC, datetime
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from pydantic import Field, ValidationError

from core.frozen import Frozen
from core.models.machine import processor
from core.models.protocol import Rung
from core.system.atomic import write_atomically
from core.system.folders import home
from core.system.regular import read_regular

RUNGS: tuple[Rung, ...] = ("gpu", "processor-extra", "processor-plain")
RUNG_WORDS: dict[Rung | None, str] = {
    "gpu": "the graphics processor",
    "processor-extra": "the processor with its extra kernels",
    "processor-plain": "the processor without extra kernels",
    None: "no model",
}


class StepDown(Frozen):
    """One step that was taken, as it is told to a person."""

    model: str
    from_rung: Rung
    to_rung: Rung | None
    because: str
    when: str
    failed: bool = True  # and not merely: there is no such device

    @property
    def sentence(self) -> str:
        return f"{self.model}: {self.because}; going from {RUNG_WORDS[self.from_rung]} to {RUNG_WORDS[self.to_rung]}."


class _Entry(Frozen):
    rung: Rung | None = RUNGS[0]
    proven: bool = False
    steps: tuple[StepDown, ...] = ()


class _Memory(Frozen):
    entries: dict[str, _Entry] = Field(default_factory=dict)


class Ladder:
    """Where one model stands. `rung` None means that it does not run here."""

    def __init__(self, model: str, sha256: str, *, file: Path | None = None, runtime: str | None = None) -> None:
        self._model = model
        self._file = file or home() / "models" / "ladder.json"
        self._key = f"{sha256[:16]}/{machine_key()}/{runtime or runtime_key()}"
        self.rung: Rung | None = RUNGS[0]
        self.proven = False
        self.steps: tuple[StepDown, ...] = ()
        self._lasting = True  # whether where it stands now is what is written
        self.look_again()

    def look_again(self) -> None:
        """Somebody may have had it forgotten meanwhile, at another window or at the command line."""
        if self._lasting:
            entry = _read(self._file).entries.get(self._key, _Entry())
            self.rung, self.proven, self.steps = entry.rung, entry.proven, entry.steps

    @property
    def below(self) -> Rung | None:
        """The rung under this one."""
        following = RUNGS.index(self.rung) + 1 if self.rung is not None else len(RUNGS)
        return RUNGS[following] if following < len(RUNGS) else None

    def confirm(self) -> None:
        """It decoded here: no further trial is needed."""
        if not self.proven:
            self.proven = True
            if self._lasting:
                self._write()

    def step_down(self, because: str, *, remember: bool, failed: bool = True) -> StepDown:
        """Go one rung lower. What is not remembered (a kill, a full memory) holds until the program ends."""
        if self.rung is None:
            raise ValueError("there is no rung below the lowest")
        when = datetime.now(UTC).isoformat(timespec="seconds")
        step = StepDown(
            model=self._model, from_rung=self.rung, to_rung=self.below, because=because, when=when, failed=failed
        )
        self.rung, self.proven = self.below, False
        self._lasting = remember
        if remember:
            self.steps = (*self.steps, step)
            self._write()
        return step

    def forget(self) -> bool:
        """Try everything afresh; whether there was anything to forget."""
        self.rung, self.proven, self.steps, self._lasting = RUNGS[0], False, (), True
        known = self._key in _read(self._file).entries
        self._write()
        return known

    def _write(self) -> None:
        """A disk that takes no note of it costs a trial at the next start, nothing else."""
        entries = dict(_read(self._file).entries)
        entries[self._key] = _Entry(rung=self.rung, proven=self.proven, steps=self.steps)
        try:
            write_atomically(self._file, _Memory(entries=entries).model_dump_json(indent=1).encode())
        except OSError:
            self._lasting = False


def _read(file: Path) -> _Memory:
    try:
        return _Memory.model_validate_json(read_regular(file))
    except (OSError, ValidationError):
        return _Memory()


@lru_cache(maxsize=1)
def machine_key() -> str:
    """What kernels may depend on: the processor and the system."""
    cpu = processor()
    facts = [cpu.name, *sorted(cpu.features), platform.machine(), platform.system(), platform.release()]
    return _short(facts)


@lru_cache(maxsize=1)
def runtime_key() -> str:
    """The version of the runtime and its libraries' sizes and dates: two builds of one version differ in kernels."""
    spec = importlib.util.find_spec("llama_cpp")
    if spec is None or spec.origin is None:
        return "none"
    libraries = sorted((Path(spec.origin).parent / "lib").glob("*"))
    facts = [f"{path.name} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in libraries]
    return f"{runtime_version()}-{_short(facts)}"


def runtime_version() -> str | None:
    """As installed, without importing it; None if it is not."""
    try:
        return metadata.version("llama-cpp-python")
    except metadata.PackageNotFoundError:
        return None


def _short(facts: list[str]) -> str:
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:16]
