"""Taking a model file in, and giving it up again."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from core.models.cards import ModelCard, Role, written
from core.models.gguf import GgufHeader, unreadable
from core.models.info import ModelInfo, header_of
from core.models.registry import find_model, known_cards, list_models, own_folder
from core.system.atomic import write_atomically
from core.system.errors import BugError, KnownError
from core.system.one_line import one_line
from core.system.regular import open_regular

_BLOCK = 1 << 20
_SPARE = 64 << 20  # left on the disk
_READERS = frozenset(
    ("bert", "modern-bert", "nomic-bert", "nomic-bert-moe", "neo-bert", "eurobert", "jina-bert-v2", "jina-bert-v3",
     "t5encoder", "gemma-embedding", "llama-embed")
)  # fmt: skip


def add_model(path: Path, *, role: Role | None = None, progress: Callable[[int], None] | None = None) -> ModelInfo:
    """Check a GGUF file, copy it into the data folder and give it a card. `progress` is told the bytes done.

    A file that is not whole, whose template is refused, that is here already or has no room is a `KnownError`, and
    nothing of it is left behind.
    """
    if path.suffix.lower() != ".gguf":
        raise KnownError(f"{one_line(path.name)} is not a GGUF file by its name: models are files that end in .gguf.")
    header = header_of(path)
    name = _free_name(path.stem)
    copy, digest = _copied(path, header.size_bytes, progress)
    try:
        for info in list_models():
            if info.sha256 == digest and info.status == "ready":
                raise KnownError(f"{one_line(path.name)} is here already, as {info.id}.")
        _check_use(header, digest, role, path)
        card = _card(header, name, digest, role, path)
        target = own_folder() / card.file
        copy.replace(target)
    except BaseException:
        with suppress(OSError):
            copy.unlink()
        raise
    try:
        write_atomically(own_folder() / f"{name}.yaml", written(card))
    except OSError as error:
        with suppress(OSError):
            target.unlink()
        raise _no_room(path, error) from None
    added = find_model(model=name)
    if added is None:
        raise BugError("A model that was just added is not among those that are known.")
    return added


def remove_model(model: str) -> ModelInfo:
    """Delete one of the clinician's own models, card and file; what came with the program stays."""
    info = find_model(model=model)
    if info is None:
        raise KnownError(f"there is no model “{model}”: 'bedside models list' names those there are")
    if info.embedded:
        raise KnownError(f"{info.id} came with Bedside and stays; only models that were added can be removed.")
    try:
        info.path.unlink(missing_ok=True)
        (own_folder() / f"{info.id}.yaml").unlink(missing_ok=True)
    except OSError as error:
        raise KnownError(f"{info.id} cannot be removed ({error.strerror}).") from None
    return info


def _copied(path: Path, size: int, progress: Callable[[int], None] | None) -> tuple[Path, str]:
    """A copy beside the other models under a name that nobody takes for a model, and its checksum."""
    folder = own_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(folder).free < size + _SPARE:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        handle, name = tempfile.mkstemp(prefix=".adding-", dir=folder)
    except OSError as error:
        raise _no_room(path, error) from None
    digest, done = hashlib.sha256(), 0
    try:
        with os.fdopen(handle, "wb") as target, _opened(path) as source:
            while done <= size and (block := source.read(_BLOCK)):
                digest.update(block)
                target.write(block)
                done += len(block)
                if progress is not None:
                    progress(done)
            target.flush()
            os.fsync(target.fileno())
    except OSError as error:
        Path(name).unlink()
        raise _no_room(path, error) from None
    except BaseException:
        Path(name).unlink()
        raise
    if done != size:
        Path(name).unlink()
        raise KnownError(f"{one_line(path.name)} changed while it was being copied. Try again when it is complete.")
    return Path(name), digest.hexdigest()


def _opened(path: Path) -> BinaryIO:
    try:
        return open_regular(path)
    except OSError as error:
        raise unreadable(path, error) from None


def _no_room(path: Path, error: OSError) -> KnownError:
    name = one_line(path.name)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return KnownError(f"There is no room on the disk for {name}. Make room, or set BEDSIDE_HOME.")
    return KnownError(f"{name} cannot be copied into the data folder ({error.strerror}).")


def _free_name(stem: str) -> str:
    """An id of the file's name, that no other model has."""
    plain = re.sub(r"[^a-z0-9.]+", "-", stem.lower()).strip("-.") or "model"
    taken = {info.id for info in list_models()}
    return next(name for n in range(1, len(taken) + 2) if (name := plain if n == 1 else f"{plain}-{n}") not in taken)


def _check_use(header: GgufHeader, digest: str, role: Role | None, path: Path) -> None:
    """An encoder of one's own would never be asked: what is looked for is compared with numbers that ours has made."""
    reads_only = header.architecture in _READERS
    if digest in known_cards() or not (reads_only or role == "encoder"):
        return
    name = one_line(path.name)
    why = "Bedside finds similar words with its own encoder alone, because it made the numbers of all names in advance"
    if reads_only:
        raise KnownError(f"{name} is an encoder, which turns words into numbers and writes nothing. {why}.")
    raise KnownError(f"{name} cannot serve as an encoder. {why}. Add it in another role.")


def _card(header: GgufHeader, name: str, digest: str, role: Role | None, path: Path) -> ModelCard:
    """The card that came with the program for this very file, or one of what the file says of itself."""
    known = known_cards().get(digest)
    if known is not None:
        return known.model_copy(update={"id": name, "file": f"{name}.gguf", "role": role or known.role})
    return ModelCard(
        id=name,
        name=header.name or one_line(path.stem),
        file=f"{name}.gguf",
        role=role or _fitting_role(header),
        sha256=digest,
        size_bytes=header.size_bytes,
        quantisation=header.quantisation,
        architecture=header.architecture,
        context=header.context or 1,
        licence=header.licence or "not stated by the file",
        origin="added from a file",
        limits=("unvalidated: Bedside does not know this file, and nothing is known about how well it does",),
    )


def _fitting_role(header: GgufHeader) -> Role:
    """An encoder by its architecture; without a conversation's format it cannot be told what to word."""
    if header.architecture in _READERS:
        return "encoder"
    return "writer" if header.chat_template is not None else "second-opinion"
