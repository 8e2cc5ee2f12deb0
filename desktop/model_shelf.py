"""What the window asks of the room of models. Everything here takes time and is called in a lane of `operations`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from core.system.errors import KnownError
from core.system.one_line import one_line

if TYPE_CHECKING:
    from core.models import Achieved, ModelInfo, Verification
    from core.models.cards import Role
    from desktop.operations import Job


class ShelvedModel(NamedTuple):
    """A model of this machine, and what it was measured to do here, if it was. `serves`: it is in use, measured or as
    it came; `stands` tells how it runs here, `caution` what to know of its memory, `minutes` the least and the most
    that measuring it takes."""

    info: ModelInfo
    measured: Achieved | None
    serves: bool = False
    stands: str = ""
    caution: str = ""
    minutes: tuple[int, int] = (1, 1)


class ModelShelf:
    """The models of this installation. Work that was stopped leaves nothing behind."""

    def models(self) -> tuple[ShelvedModel, ...]:
        """All of them, broken and missing ones included."""
        from core.models import list_models

        return tuple(_shelved(info) for info in list_models())

    def add(self, path: Path, role: Role | None, job: Job) -> ModelInfo:
        """Take a GGUF file in; `role` None: what the file suggests."""
        from core.models import add_model

        try:
            size = path.stat().st_size
        except OSError as error:
            raise KnownError(f"{one_line(path.name)} cannot be read: {error.strerror}") from None
        return add_model(path, role=role, progress=_told(job, size))

    def caution(self, info: ModelInfo) -> str:
        """What to know of a model that needs more memory than there is, or than is free; else empty."""
        from core.models.room import caution

        return caution(info)

    def verify(self, key: str, job: Job) -> Verification:
        """Hold a file against its card, byte for byte."""
        from core.models.registry import verify_model

        info = self._found(key)
        return verify_model(info, _told(job, info.size_bytes))

    def remove(self, key: str) -> None:
        """Delete one that was added."""
        from core.models import remove_model

        remove_model(self._found(key).id)

    def measure(self, key: str, job: Job) -> None:
        """What it achieves here on the bundled cases; takes minutes, and the result is kept. What it failed of before
        is tried again."""
        from core.models import achieved, retry_model
        from core.validation import bench

        info = self._found(key)
        retry_model(info)
        benched = bench(info, progress=lambda _what, done, of: job.progress(done, of), cancel=job)
        if info.sha256 is not None and achieved(info.sha256) != benched.achieved:
            raise KnownError("The disk took no note of it: measure it again later.")

    def _found(self, key: str) -> ModelInfo:
        from core.models import find_model

        info = find_model(model=key)
        if info is None:
            raise KnownError("there is no such model any more: look at the list again")
        return info


def _shelved(info: ModelInfo) -> ShelvedModel:
    from core.models import achieved, may_serve, standing
    from core.models.room import caution
    from core.validation.waiting import minutes_to_measure

    if info.status != "ready":
        return ShelvedModel(info, None)
    return ShelvedModel(
        info,
        achieved(info.sha256) if info.sha256 is not None else None,
        serves=info.role is not None and may_serve(info, info.role),
        stands=standing(info).sentence if info.sha256 is not None else "",
        caution=caution(info),
        minutes=minutes_to_measure(info.size_bytes),
    )


def _told(job: Job, size: int) -> Callable[[int], None]:
    """Tells the job of bytes in megabytes, and ends the work once the job is cancelled: a copy has no other way out."""

    def tell(done: int) -> None:
        if job.cancelled:
            raise KnownError("the work on the model was stopped; nothing of it is kept")
        job.progress(done // _MEGABYTE, max(1, size // _MEGABYTE))

    return tell


_MEGABYTE = 1_000_000
