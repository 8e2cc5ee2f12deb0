"""What `bedside doctor` and `bedside models` print: models, machine, runtime, isolation."""

from __future__ import annotations

from core.frozen import Frozen
from core.models.ladder import RUNG_WORDS, Ladder, runtime_version
from core.models.launch import Connection, Ended
from core.models.machine import Memory, Processor, memory, processor, threads
from core.models.protocol import Describe, Description, Failed, Hello
from core.models.registry import ModelInfo, Verification, list_models, verify_model
from core.models.session import Launcher, start_real
from core.system.isolation import Isolation

_PATIENCE_S = 20.0


class Standing(Frozen):
    """How one model runs here, as far as it has been tried."""

    model: str
    tried: bool
    sentence: str
    steps: tuple[str, ...]


class MachineReport(Frozen):
    """What this machine can do. `runtime` and `isolation` are as a real worker found them; None if none started."""

    processor: Processor
    threads: int
    memory: Memory
    runtime_version: str | None
    runtime: Description | None
    isolation: Isolation | None
    standings: tuple[Standing, ...]
    sentence: str


def verify_models() -> tuple[Verification, ...]:
    """Read every model file whole and hold it against its card."""
    return tuple(verify_model(info) for info in list_models())


def retry_model(info: ModelInfo) -> None:
    """Forget how the model did on this machine, so that the next use tries every rung afresh."""
    if info.sha256 is not None:
        Ladder(info.name, info.sha256).forget()


def machine_report(launcher: Launcher = start_real) -> MachineReport:
    """Look at the machine, and ask a worker what it found. Takes about a second."""
    isolation, runtime, sentence = _ask_worker(launcher)
    return MachineReport(
        processor=processor(),
        threads=threads(),
        memory=memory(),
        runtime_version=runtime_version(),
        runtime=runtime,
        isolation=isolation,
        standings=tuple(_standing(info) for info in list_models() if info.sha256 is not None),
        sentence=sentence,
    )


def _standing(info: ModelInfo) -> Standing:
    ladder = Ladder(info.name, info.sha256 or "")
    steps = tuple(step.sentence for step in ladder.steps)
    tried = ladder.proven or ladder.rung is None
    if not tried:
        return Standing(model=info.id, tried=False, sentence=f"{info.name} has not been tried here yet.", steps=steps)
    runs = f"runs on {RUNG_WORDS[ladder.rung]}" if ladder.rung is not None else "does not run here"
    return Standing(model=info.id, tried=True, sentence=f"{info.name} {runs}.", steps=steps)


def _ask_worker(launcher: Launcher) -> tuple[Isolation | None, Description | None, str]:
    try:
        connection = launcher("processor-extra")
    except OSError as error:
        return None, None, f"The process for models could not be started ({error.strerror or error})."
    try:
        return _listen(connection)
    finally:
        connection.kill()


def _listen(connection: Connection) -> tuple[Isolation | None, Description | None, str]:
    isolation: Isolation | None = None
    connection.send(Describe())
    while True:
        report = connection.receive(_PATIENCE_S)
        if isinstance(report, Hello):
            isolation = report.isolation
        elif isinstance(report, Description):
            words = "with a graphics processor" if report.gpu else "without support for a graphics processor"
            return isolation, report, f"The runtime works: llama.cpp by llama-cpp-python {report.version}, {words}."
        elif isinstance(report, Failed):
            return isolation, None, report.sentence
        elif isinstance(report, Ended):
            return isolation, None, f"The runtime does not work here: {report.words}."
        else:
            return isolation, None, "The process for models gave no sign of life."
