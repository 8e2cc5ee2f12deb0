"""GGUF models on this machine: which there are, whether they are whole, and prose from them in a process of its own.

This room knows no medicine. The parent process never imports `llama_cpp`: a spawned worker does, without a network,
a database key or an inherited handle, and its death is a result in words, not a crash.

    from core.models import ModelService
    from core.system.cancel import CancelToken

    with ModelService.open(role="writer") as service:       # starts nothing yet and never raises for a missing model
        print(service.status.available, service.status.sentence)
        token = CancelToken()                               # token.cancel() from any thread stops within a second
        stream = service.stream([{"role": "system", "content": "…"}, {"role": "user", "content": "…"}],
                                max_tokens=200, seed=1, cancel=token)
        for piece in stream:                                # text as it comes
            ...
        result = stream.result                              # Generation: text, finished, sentence, model, device …

`finished` is `stop`, `length`, `cancelled`, `unavailable` (no model to ask) or `failed` (it died or hung, twice);
`sentence` says in words what a person should know about the last two. Tests use `fake_service` from `core.models.fake`.
"""

from __future__ import annotations

from core.models.achievement import Achieved, LaneResult, achieved
from core.models.adding import add_model, remove_model
from core.models.describe import MachineReport, Standing, machine_report, retry_model, standing, verify_models
from core.models.generation import ModelService, ServiceStatus, Stream
from core.models.registry import ModelInfo, Verification, find_model, list_models, may_serve
from core.models.writing import Generation

__all__ = [
    "Achieved",
    "Generation",
    "LaneResult",
    "MachineReport",
    "ModelInfo",
    "ModelService",
    "ServiceStatus",
    "Standing",
    "Stream",
    "Verification",
    "achieved",
    "add_model",
    "find_model",
    "list_models",
    "machine_report",
    "may_serve",
    "remove_model",
    "retry_model",
    "standing",
    "verify_models",
]
