"""Why a model does not run here, in a sentence for a person."""

from __future__ import annotations

from core.models.info import ModelInfo
from core.models.protocol import Failed
from core.system.one_line import one_line


def not_loaded(model: ModelInfo, failure: Failed) -> str:
    """Of a file that the runtime would not take, with what is known of why."""
    file, kind = one_line(model.path.name), model.architecture
    if failure.why == "architecture":
        return f"The runtime cannot load {file}: its architecture “{kind}” is not one that it knows."
    if failure.why == "load":
        return f"The runtime cannot load {file} (architecture “{kind}”): it is wrong in itself, or memory is short."
    if failure.why == "memory":
        return f"There is not enough memory for {model.name}: close other programs, or use a smaller model."
    return failure.sentence


def does_not_run(model: ModelInfo, because: str) -> str:
    """Of one that has fallen from every rung of the ladder, or whenever it was started."""
    return f"{model.name} does not run on this machine ({because}); Bedside works without it."
