"""What a model was measured to do on this machine, and what it may therefore do.

The measuring is done by those who know what is to be done well (`core.validation`); this room keeps the result and
holds to it. A result is one file's, with one version of the runtime on one kind of processor: an update of the system
or a runtime that was installed anew changes what a model does well no more than another morning would.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress

from pydantic import Field, ValidationError

from core.frozen import Frozen
from core.models.ladder import runtime_version
from core.models.machine import processor
from core.system.atomic import write_atomically
from core.system.folders import home
from core.system.regular import read_regular


class LaneResult(Frozen):
    """How often it was right in one lane. `what` says what counts as right."""

    what: str
    right: int = Field(ge=0)
    of: int = Field(ge=0)

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where nothing was measured."""
        return self.right / self.of if self.of else 0.0


class Achieved(Frozen):
    """One measurement. Speeds are medians in tokens a second, times in milliseconds; None where nothing was written.

    `named_if_right` and `named_if_wrong` are the shares of right and of wrong diagnoses, of those that the engine
    lists, that the model names too: what its word is worth."""

    when: str
    cases: int
    device: str | None
    quantisation: str
    lanes: dict[str, LaneResult]
    may: tuple[str, ...]
    sentences: tuple[str, ...]
    tokens_per_second: float | None = None
    prompt_tokens_per_second: float | None = None
    first_word_ms: float | None = None
    first_word_again_ms: float | None = None
    memory_bytes: int | None = None
    named_if_right: float | None = None
    named_if_wrong: float | None = None


class _Kept(Frozen):
    results: dict[str, Achieved] = Field(default_factory=dict)


def achieved(sha256: str) -> Achieved | None:
    """What the model with this checksum was measured to do here, if it was measured."""
    return _read().results.get(_key(sha256))


def keep(sha256: str, result: Achieved) -> bool:
    """Keep a measurement in place of the one before; False when the disk takes no note of it."""
    results = {**_read().results, _key(sha256): result}
    with suppress(OSError):
        write_atomically(home() / "models" / _FILE, _Kept(results=results).model_dump_json(indent=1).encode())
        return True
    return False


_FILE = "achieved.json"


def _key(sha256: str) -> str:
    cpu = processor()
    facts = json.dumps([cpu.name, *sorted(cpu.features)])
    return f"{sha256[:16]}/{hashlib.sha256(facts.encode()).hexdigest()[:16]}/{runtime_version() or 'none'}"


def _read() -> _Kept:
    try:
        return _Kept.model_validate_json(read_regular(home() / "models" / _FILE))
    except (OSError, ValidationError):
        return _Kept()
