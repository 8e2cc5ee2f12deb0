"""The models of this installation: those that came with it, and the clinician's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field, ValidationError

from core.frozen import Frozen
from core.models.checksums import remember, remembered_sha256
from core.models.gguf import GgufHeader, read_header, unreadable
from core.system.errors import KnownError
from core.system.folders import home, resources

Role = Literal["encoder", "writer", "second-opinion", "vision"]
Status = Literal["ready", "missing", "damaged"]


class ModelCard(Frozen):
    """What is declared about a model, in a YAML file beside it."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")
    name: str
    file: str = Field(pattern=r"^[^/\\]+\.gguf$")
    role: Role
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    size_bytes: int = Field(gt=0)
    quantisation: str
    architecture: str
    context: int = Field(gt=0)
    licence: str
    origin: str
    languages: tuple[str, ...] = ()
    intended_use: str = ""
    limits: tuple[str, ...] = ()


class ModelInfo(Frozen):
    """A model as it is found here. `status` other than `ready` is explained by `sentence`."""

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


class Verification(Frozen):
    """Whether a model file is, byte for byte, the one that its card describes."""

    model: str
    ok: bool
    sha256: str | None
    sentence: str


def embedded_folder() -> Path:
    return resources() / "models"


def own_folder() -> Path:
    return home() / "models"


def list_models() -> tuple[ModelInfo, ...]:
    """Every model known here, embedded ones first, broken and missing ones included. Reads headers, no checksums."""
    found: list[ModelInfo] = []
    for folder, embedded in ((embedded_folder(), True), (own_folder(), False)):
        carded: set[str] = set()
        for card_file in sorted(folder.glob("*.yaml")):
            info, file = _from_card(card_file, embedded)
            found.append(info)
            carded.add(file)
        found += [_without_card(path, embedded) for path in sorted(folder.glob("*.gguf")) if path.name not in carded]
    return tuple(found)


def find_model(*, role: Role | None = None, model: str | None = None) -> ModelInfo | None:
    """The model of that id, or the one for that role: the first that is ready, else the first there should be."""
    fitting = [
        info
        for info in list_models()
        if (model is None or info.id == model) and (role is None or info.role == role or model is not None)
    ]
    ready = [info for info in fitting if info.status == "ready"]
    return next(iter(ready or fitting), None)


def verify_model(info: ModelInfo, progress: Callable[[int], None] | None = None) -> Verification:
    """Read the whole file and hold it against its card."""
    if info.status != "ready":
        return Verification(model=info.id, ok=False, sha256=None, sentence=info.sentence)
    try:
        digest = remember(info.path, progress)
    except KnownError as error:
        return Verification(model=info.id, ok=False, sha256=None, sentence=str(error))
    if info.sha256 is None:
        words = f"{info.name} has no card to be held against; its SHA-256 is {digest}."
        return Verification(model=info.id, ok=False, sha256=digest, sentence=words)
    if digest != info.sha256:
        return Verification(model=info.id, ok=False, sha256=digest, sentence=_not_the_one(info))
    return Verification(
        model=info.id, ok=True, sha256=digest, sentence=f"{info.name} is whole and the one on its card."
    )


def checked_for_use(info: ModelInfo) -> str:
    """The checksum of a model that may be loaded; a file that is not the one on its card is a `KnownError`."""
    if info.status != "ready":
        raise KnownError(info.sentence)
    digest = remembered_sha256(info.path)
    if info.sha256 is not None and digest != info.sha256:
        raise KnownError(_not_the_one(info))
    return digest


def _not_the_one(info: ModelInfo) -> str:
    return f"{info.path.name} is not the file that its card describes (its checksum differs). Fetch the file again."


def _from_card(card_file: Path, embedded: bool) -> tuple[ModelInfo, str]:
    try:
        card = ModelCard.model_validate(yaml.safe_load(card_file.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, ValidationError):
        return _broken_card(card_file, embedded), ""
    path = card_file.parent / card.file
    facts: dict[str, Any] = {"status": "ready", "sentence": f"{card.name} is ready."}
    if not path.is_file():
        sentence = f"{card.name} is not installed: {path} is missing. Run the set-up again to fetch it."
        facts = {"status": "missing", "sentence": sentence}
    else:
        try:
            facts["chat_template"] = _header(path).chat_template is not None
        except KnownError as error:
            facts = {"status": "damaged", "sentence": str(error)}
    info = ModelInfo(
        id=card.id,
        name=card.name,
        path=path,
        role=card.role,
        sha256=card.sha256,
        quantisation=card.quantisation,
        architecture=card.architecture,
        context=card.context,
        licence=card.licence,
        size_bytes=card.size_bytes,
        embedded=embedded,
        origin=card.origin,
        limits=card.limits,
        **facts,
    )
    return info, card.file


def _broken_card(card_file: Path, embedded: bool) -> ModelInfo:
    sentence = f"The card {card_file.name} cannot be read, so its model is not used. Restore the card or remove it."
    return _plain(card_file, embedded, status="damaged", sentence=sentence)


def _without_card(path: Path, embedded: bool) -> ModelInfo:
    try:
        header = _header(path)
    except KnownError as error:
        return _plain(path, embedded, status="damaged", sentence=str(error))
    return _plain(
        path,
        embedded,
        name=header.name or path.stem,
        quantisation=header.quantisation,
        architecture=header.architecture,
        context=header.context,
        licence=header.licence,
        size_bytes=header.size_bytes,
        chat_template=header.chat_template is not None,
        sentence=f"{path.name} has no card: nothing is known about how well it does, and it has no role.",
    )


def _plain(path: Path, embedded: bool, **facts: Any) -> ModelInfo:
    unknown: dict[str, Any] = {
        "name": path.stem,
        "role": None,
        "sha256": None,
        "quantisation": "unknown",
        "architecture": "unknown",
        "context": None,
        "licence": None,
        "size_bytes": 0,
        "status": "ready",
    }
    return ModelInfo(id=path.stem.lower(), path=path, embedded=embedded, **{**unknown, **facts})


def _header(path: Path) -> GgufHeader:
    try:
        status = path.stat()
    except OSError as error:
        raise unreadable(path, error) from None
    return _remembered_header(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=64)
def _remembered_header(path: Path, _size: int, _changed: int) -> GgufHeader:
    return read_header(path)
