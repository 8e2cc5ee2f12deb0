"""The models of this installation: those that came with it, and the clinician's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.frozen import Frozen
from core.models.achievement import achieved
from core.models.cards import ModelCard, Role, read_card
from core.models.checksums import remember, remembered_sha256
from core.models.info import ModelInfo, from_card, without_card
from core.system.errors import KnownError
from core.system.folders import home, resources
from core.system.one_line import one_line

__all__ = [
    "ModelInfo",
    "Role",
    "checked_for_use",
    "find_model",
    "known_cards",
    "list_models",
    "verify_model",
    "why_none",
]


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


def known_cards() -> dict[str, ModelCard]:
    """The cards that came with the program, by checksum: of the models beside it, and of others that are known."""
    folder = embedded_folder()
    cards = [read_card(file) for file in [*sorted(folder.glob("*.yaml")), *sorted((folder / "known").glob("*.yaml"))]]
    return {card.sha256: card for card in cards if card is not None}


def list_models() -> tuple[ModelInfo, ...]:
    """Every model known here, embedded ones first, broken and missing ones included. Reads headers, no checksums."""
    found: list[ModelInfo] = []
    known = frozenset(known_cards())
    for folder, embedded in ((embedded_folder(), True), (own_folder(), False)):
        carded: set[str] = set()
        for card_file in sorted(folder.glob("*.yaml")):
            info, file = from_card(card_file, embedded, known)
            found.append(info)
            carded.add(file)
        found += [without_card(path, embedded) for path in sorted(folder.glob("*.gguf")) if path.name not in carded]
    return tuple(found)


def find_model(*, role: Role | None = None, model: str | None = None) -> ModelInfo | None:
    """The model of that id, or the one for that role: the first that is ready, else the first there should be.

    For a role, one that was measured here and may serve comes first, the best of them; then what came with the program
    and has not been measured. What was measured and may not serve is passed over, and so is the clinician's own file
    for as long as nobody has measured it.
    """
    if model is not None:
        return next((info for info in list_models() if info.id == model), None)
    fitting = [info for info in list_models() if role is None or info.role == role]
    ready = [info for info in fitting if info.status == "ready"]
    if role is None or not ready:
        return next(iter(ready or fitting), None)
    best = max(ready, key=lambda info: _claim(info, role))
    return best if may_serve(best, role) else None


def why_none(role: Role) -> str:
    """Why no model serves in this role, in a sentence."""
    there = [info for info in list_models() if info.role == role and info.status == "ready"]
    measured = [info for info in there if info.sha256 is not None and achieved(info.sha256) is not None]
    if measured:
        return (
            f"{measured[0].name} was measured on this machine and may not serve as “{role}”; Bedside works without it."
        )
    if there:
        return f"{there[0].name} has not been measured here yet."
    return f"No model for the role “{role}” is installed; Bedside works without it."


def may_serve(info: ModelInfo, role: Role) -> bool:
    """Whether a model may serve in this role here: it has earned it, or came with the program and was not measured."""
    return _claim(info, role) > 0


def _claim(info: ModelInfo, role: Role) -> float:
    """How good a claim to the role: 0 for none, above 1 for one that was earned."""
    measured = achieved(info.sha256) if info.sha256 is not None else None
    if measured is None:
        return 1.0 if info.embedded else 0.0
    lane = measured.lanes.get(role)
    return 2.0 + (lane.share if lane is not None else 0.0) if role in measured.may else 0.0


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
    name = one_line(info.path.name)
    return f"{name} is not the file that its card describes (its checksum differs). Fetch the file again."
