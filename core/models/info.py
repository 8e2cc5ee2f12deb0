"""A model as it is found on this machine: from its card, or from its file alone."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from core.frozen import Frozen
from core.models.cards import CardWords, ModelCard, Role, SourceAttributes, read_card
from core.models.footprint import NOW, memory_bytes
from core.models.gguf import GgufHeader, read_header, unreadable
from core.models.template_check import objection
from core.system.errors import KnownError
from core.system.one_line import one_line, visible

Status = Literal["ready", "missing", "damaged"]
Badge = Literal["", "unvalidated"]
_LINES = ("name", "quantisation", "architecture", "licence")  # of a card; what wrote it may have copied from the file


class ModelInfo(Frozen):
    """A model as it is found here. `status` other than `ready` is explained by `sentence`.

    `badge` is `unvalidated` for a file that Bedside does not know by its checksum. `memory_now_bytes` is what it takes
    at the context that Bedside asks for, `memory_full_bytes` at all it can read; None where the file does not tell.
    """

    id: str
    name: str
    path: Path
    role: Role | None
    sha256: str | None
    quantisation: str
    architecture: str
    context: int | None
    licence: str | None
    size_bytes: int
    embedded: bool
    status: Status
    sentence: str
    origin: str = ""
    limits: tuple[str, ...] = ()
    chat_template: bool = False
    badge: Badge = ""
    languages: tuple[str, ...] = ()
    intended_use: str = ""
    attributes: SourceAttributes = SourceAttributes()
    chinese: CardWords | None = None
    memory_now_bytes: int | None = None
    memory_full_bytes: int | None = None


def from_card(card_file: Path, embedded: bool, known: frozenset[str]) -> tuple[ModelInfo, str]:
    """What a card describes, and the name of its file; `known` are the checksums that came with the program."""
    card = read_card(card_file) if card_file.is_file() else None
    if card is None:
        return _broken_card(card_file, embedded), ""
    path, name = card_file.parent / card.file, one_line(card.name)
    facts: dict[str, Any] = {"status": "ready", "sentence": f"{name} is ready."}
    if not path.is_file():
        advice = "Run the set-up again to fetch it." if embedded else "Put the file back or remove the model."
        words = f"{name} is not installed: {visible(str(path))} is missing. {advice}"
        facts = {"status": "missing", "sentence": words}
    else:
        try:
            facts |= _told_by(header_of(path))
        except KnownError as error:
            facts = {"status": "damaged", "sentence": str(error)}
    return _declared(card, path, embedded, known, facts), card.file


def without_card(path: Path, embedded: bool) -> ModelInfo:
    """What a file says of itself."""
    try:
        header = header_of(path)
    except KnownError as error:
        return _plain(path, embedded, status="damaged", sentence=str(error))
    return _plain(
        path,
        embedded,
        name=header.name or one_line(path.stem),
        quantisation=header.quantisation,
        architecture=header.architecture,
        context=header.context,
        licence=header.licence,
        size_bytes=header.size_bytes,
        sentence=f"{one_line(path.name)} has no card: nothing is known about how well it does, and it has no role.",
        **_told_by(header),
    )


def header_of(path: Path) -> GgufHeader:
    """The header of a file that may be used; `KnownError` for one that is damaged or refused. Remembered."""
    try:
        status = path.stat()
    except OSError as error:
        raise unreadable(path, error) from None
    return _remembered_header(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=64)
def _remembered_header(path: Path, _size: int, _changed: int) -> GgufHeader:
    header = read_header(path)
    templates = (*header.named_templates, *([header.chat_template] if header.chat_template is not None else []))
    against = next(filter(None, map(objection, templates)), None)
    if against is not None:
        raise KnownError(f"{one_line(path.name)} is refused: {against}. Take the model from another source.")
    return header


def _told_by(header: GgufHeader) -> dict[str, Any]:
    return {
        "chat_template": header.chat_template is not None,
        "memory_now_bytes": memory_bytes(header, NOW),
        "memory_full_bytes": memory_bytes(header, header.context or NOW),
    }


def _declared(card: ModelCard, path: Path, embedded: bool, known: frozenset[str], facts: dict[str, Any]) -> ModelInfo:
    lines = {name: one_line(getattr(card, name)) for name in _LINES}
    return ModelInfo(
        **{**card.model_dump(exclude={"file", "attributes"}), **lines},
        attributes=card.attributes,
        path=path,
        embedded=embedded,
        badge="" if card.sha256 in known else "unvalidated",
        **facts,
    )


def _broken_card(card_file: Path, embedded: bool) -> ModelInfo:
    name = one_line(card_file.name)
    sentence = f"The card {name} cannot be read, so its model is not used. Restore the card or remove it."
    return _plain(card_file, embedded, status="damaged", sentence=sentence)


def _plain(path: Path, embedded: bool, **facts: Any) -> ModelInfo:
    unknown: dict[str, Any] = {
        "name": one_line(path.stem),
        "role": None,
        "sha256": None,
        "quantisation": "unknown",
        "architecture": "unknown",
        "context": None,
        "licence": None,
        "size_bytes": 0,
        "status": "ready",
        "badge": "unvalidated",
    }
    return ModelInfo(id=one_line(path.stem.lower()), path=path, embedded=embedded, **{**unknown, **facts})
