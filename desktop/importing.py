"""Several files at once: each becomes a case in the records."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.system.errors import KnownError
from desktop.operations import Job
from desktop.services import Services


@dataclass(frozen=True)
class Imported:
    """The ids of what was stored, and what could not be: the name of the file and why."""

    stored: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]


def import_files(services: Services, paths: list[Path], care: str | None, job: Job) -> Imported:
    """Read, assess and store one file after another. A file that cannot be read does not stop the others."""
    stored: list[str] = []
    refused: list[tuple[str, str]] = []
    for at, path in enumerate(paths):
        if job.cancelled:
            break
        job.progress(at, len(paths))
        try:
            case = services.read_file(path)
            # Two files that begin alike must not overwrite one another, so each gets an id of its own.
            case = case.model_copy(update={"id": secrets.token_hex(6), "setting": case.setting or care})
            stored.append(services.save(case, services.assess(case)))
        except KnownError as error:
            refused.append((path.name, str(error)))
    return Imported(tuple(stored), tuple(refused))


def summed_up(imported: Imported, say: Callable[..., str], failure: Callable[[str], str]) -> str:
    """What came of it, in a sentence or two."""
    words = say("import.stored", number=len(imported.stored))
    if imported.refused:
        name, why = imported.refused[0]
        words += " " + say("import.refused", number=len(imported.refused), name=name, why=failure(why))
    return words
