"""How fast a model is on this machine: reading, writing, the first word of a case and of the next one."""

from __future__ import annotations

import statistics

from core.frozen import Frozen
from core.models import Generation, ModelService
from core.system.cancel import CancelToken
from core.system.errors import KnownError

_WRITTEN = 48
_ROUNDS = 3
_INSTRUCTION = "Write the facts as one plain sentence. Use only the facts. Add nothing. " * 12
_FACTS = "Woman. Also present: cough, fever, pain in the chest. Since: {days} days. Temperature: 38.{days} °C."


class Speed(Frozen):
    """Tokens a second and milliseconds, medians; None where nothing was written."""

    tokens_per_second: float | None
    prompt_tokens_per_second: float | None
    first_word_ms: float | None
    first_word_again_ms: float | None


def measure_speed(service: ModelService, cancel: CancelToken) -> Speed:
    """A first case and those after it, with the same instruction. `KnownError` for a model that does not run here."""
    status = service.prepare(cancel)
    if not status.available:
        raise KnownError(status.sentence)
    plain = status.model is not None and not status.model.chat_template
    runs = [_run(service, days, plain, cancel) for days in range(1, _ROUNDS + 2)]
    first, later = runs[0], runs[1:]
    if first.finished == "failed":
        raise KnownError(first.sentence)
    reading = first.prompt_tokens - first.reused_tokens
    to_first = first.time_to_first_word_ms
    return Speed(
        tokens_per_second=_median([run.tokens_per_second for run in later]),
        prompt_tokens_per_second=reading / to_first * 1000 if to_first and reading else None,
        first_word_ms=to_first,
        first_word_again_ms=_median([run.time_to_first_word_ms for run in later]),
    )


def _run(service: ModelService, days: int, plain: bool, cancel: CancelToken) -> Generation:
    facts = _FACTS.format(days=days)
    if plain:
        return service.generate(prompt=f"{_INSTRUCTION}\n\n{facts}\n", max_tokens=_WRITTEN, cancel=cancel)
    turns = [{"role": "system", "content": _INSTRUCTION}, {"role": "user", "content": facts}]
    return service.generate(turns, max_tokens=_WRITTEN, cancel=cancel)


def _median(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return statistics.median(known) if known else None
