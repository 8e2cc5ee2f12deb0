"""A model that does what a script says: answers, dawdles, loops, refuses, dies, hangs, sends garbage.

It stands behind the real protocol, in the real worker process or (fast) in a thread, so every path of the program can
be tried without a GGUF file and without llama.cpp.

    service = fake_service(FakeScript(steps=(FakeStep(text="The cough began on Monday."),)))
    service = fake_service(FakeScript(rungs={"processor-extra": "dies-at-decode"}), process=True)
"""

from __future__ import annotations

import os
import signal
import threading
from contextlib import suppress
from pathlib import Path

from core.models.fake_backend import Died, FakeBackend, FakeScript, FakeStep
from core.models.generation import ModelService
from core.models.ladder import Ladder
from core.models.launch import Connection, PipeConnection, start_process
from core.models.protocol import Rung
from core.models.registry import ModelInfo
from core.models.session import Launcher, Session, Timings
from core.models.worker import Worker
from core.system.isolation import Isolation

__all__ = ["FakeScript", "FakeStep", "fake_launcher", "fake_model", "fake_service"]

_NO_ISOLATION = Isolation(had=(), missing=("anything: this is a thread of the tests",), network_closed=False)


def fake_service(
    script: FakeScript | None = None,
    *,
    process: bool = False,
    timings: Timings | None = None,
    ladder_file: Path | None = None,
    model: ModelInfo | None = None,
) -> ModelService:
    """A service like any other, whose model follows the script; `process` runs it in a real worker."""
    info = model or fake_model()
    session = Session(
        info,
        launcher=fake_launcher(script or FakeScript(), process=process),
        ladder=lambda sha256: Ladder(info.name, sha256, file=ladder_file, runtime="fake"),
        timings=timings or Timings(idle=0),
        context=4096,
        threads=1,
        checksum=lambda model: model.sha256 or "0" * 64,
    )
    return ModelService(info, session)


def fake_model() -> ModelInfo:
    return ModelInfo(
        id="scripted",
        name="Scripted model",
        path=Path("scripted.gguf"),
        role="writer",
        sha256="f" * 64,
        quantisation="none",
        architecture="script",
        context=4096,
        licence="Apache-2.0",
        size_bytes=0,
        embedded=True,
        status="ready",
        sentence="The scripted model is ready.",
        chat_template=True,
    )


def fake_launcher(script: FakeScript, *, process: bool = False) -> Launcher:
    if process:
        return lambda rung: start_process(("processor", "fake", script.model_dump_json()))
    return lambda rung: _start_thread(script, rung)


def _start_thread(script: FakeScript, _rung: Rung) -> Connection:
    """The worker in a thread: the same messages through the same kind of pipes."""
    to_worker, from_parent = os.pipe()
    to_parent, from_worker = os.pipe()
    killed = threading.Event()
    codes: list[int] = []
    writer = os.fdopen(from_worker, "wb")

    def end(code: int) -> None:
        raise Died(code)

    backend = FakeBackend(script, writer, end, killed.is_set)
    worker = Worker(os.fdopen(to_worker, "rb"), writer, backend, _NO_ISOLATION, gone=killed.set)

    def kill() -> None:
        killed.set()
        worker.leave()  # or it would wait for ever for the next request

    def serve() -> None:
        try:
            worker.run()
        except Died as death:
            codes.append(death.code)
        except (OSError, ValueError):
            pass
        finally:
            with suppress(OSError):
                writer.close()

    thread = threading.Thread(target=serve, name="scripted-model", daemon=True)
    thread.start()

    def wait() -> int:
        thread.join(timeout=1)
        return codes[0] if codes else -int(signal.SIGKILL) if killed.is_set() else 0

    return PipeConnection(os.fdopen(to_parent, "rb"), os.fdopen(from_parent, "wb"), kill, wait)
