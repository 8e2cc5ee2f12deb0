"""What `bedside doctor` and `bedside models` print: models, machine, runtime, isolation."""

from __future__ import annotations

from core.frozen import Frozen
from core.models.checksums import remembered_sha256
from core.models.ladder import RUNG_WORDS, Ladder, runtime_version
from core.models.launch import Connection, Ended
from core.models.machine import Memory, Processor, memory, processor, threads
from core.models.protocol import Describe, Description, Failed, Hello
from core.models.registry import ModelInfo, Verification, list_models, verify_model
from core.models.session import Launcher, start_real
from core.system.isolation import Isolation

_PATIENCE_S = 20.0


class Standing(Frozen):
    """How one model runs here, as far as it has been tried. `given_up`: not at all, until somebody asks for another try
    (`retry_model`)."""

    model: str
    tried: bool
    sentence: str
    steps: tuple[str, ...]
    given_up: bool = False


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


def retry_model(info: ModelInfo) -> bool:
    """Forget how the model did on this machine, so that the next use tries every rung afresh; whether anything was
    remembered. Of a file without a card the checksum is computed."""
    return Ladder(info.name, info.sha256 or remembered_sha256(info.path)).forget()


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
        standings=tuple(standing(info) for info in list_models() if info.sha256 is not None),
        sentence=sentence,
    )


def standing(info: ModelInfo) -> Standing:
    """How a model runs here, as it is remembered; nothing is tried for it."""
    ladder = Ladder(info.name, info.sha256 or "")
    tried = ladder.proven or ladder.rung is None
    return Standing(
        model=info.id,
        tried=tried,
        sentence=f"{info.name} {_stands(ladder)}.",
        steps=tuple(step.sentence for step in ladder.steps),
        given_up=ladder.rung is None,
    )


def _stands(ladder: Ladder) -> str:
    """Where it stands, with what it failed of last."""
    failed = next((step for step in reversed(ladder.steps) if step.failed), None)
    if ladder.rung is None:
        return f"does not run here: {failed.because}" if failed is not None else "does not run here"
    if failed is not None:
        verb = "runs on" if ladder.proven else "will be tried on"
        return f"{verb} {RUNG_WORDS[ladder.rung]}, not on {RUNG_WORDS[failed.from_rung]}: {failed.because}"
    return f"runs on {RUNG_WORDS[ladder.rung]}" if ladder.proven else "has not been tried here yet"


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
