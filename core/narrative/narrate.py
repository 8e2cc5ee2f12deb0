"""The one way from a result to prose."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator

from core.assessment import Assessment, ModelUsed, Sentence
from core.case.model import Case, Language
from core.knowledge.base import Knowledge, default_knowledge
from core.models import Generation, ModelService
from core.narrative.model import Checked, Withheld
from core.narrative.outline import Outline, outline
from core.narrative.prompt import messages
from core.narrative.record import Record
from core.narrative.telling import Told, tell
from core.narrative.template import opening, rest
from core.system.cancel import CancelToken

MOST_TOKENS = 160  # an attempt
_ATTEMPTS = ((0, 0.0), (1, 0.7))  # what is added to the seed, and the temperature


def narrate(
    case: Case,
    assessment: Assessment,
    service: ModelService | None,
    *,
    lang: Language,
    cancel: CancelToken | None = None,
    knowledge: Knowledge | None = None,
) -> Iterator[Checked]:
    """Prose about a case, sentence by sentence: the template's opening at once, then what a model words and the check
    lets pass (with what it withholds between), then the template again with all that has not been told.

    It is complete without a model, and after its death or a Stop. A model that had a part in it comes last.
    """
    record = Record(case, assessment, knowledge or default_knowledge())
    token = cancel or CancelToken()
    plan = outline(record, lang)
    told = Told()
    first = opening(record, plan, lang)
    told.add(first)
    yield first
    # The check reads English, so that a model is not asked to write anything else.
    used = (yield from _model(record, plan, service, told, token)) if service is not None and lang == "en" else None
    yield from rest(record, plan.without(told.has), lang)
    if used is not None:
        yield used


def with_prose(assessment: Assessment, checked: Iterable[Checked]) -> Assessment:
    """The assessment with its prose, the number of sentences that were withheld, and the models that had a part."""
    everything = list(checked)
    shown = tuple(c for c in everything if isinstance(c, Sentence))
    models = tuple(dict.fromkeys((*assessment.provenance.models, *(c for c in everything if isinstance(c, ModelUsed)))))
    return assessment.model_copy(
        update={
            "narrative": shown,
            "withheld_sentences": sum(isinstance(c, Withheld) for c in everything),
            "provenance": assessment.provenance.model_copy(update={"models": models}),
        }
    )


def _model(
    record: Record, plan: Outline, service: ModelService, told: Told, cancel: CancelToken
) -> Generator[Sentence | Withheld, None, ModelUsed | None]:
    """Let the model write, and once more with another seed when nothing of the first attempt could be shown."""
    used = None
    for more, temperature in _ATTEMPTS:
        kept = 0
        stream = service.stream(
            messages(record, plan),
            max_tokens=MOST_TOKENS,
            seed=record.assessment.provenance.seed + more,
            temperature=temperature,
            cancel=cancel,
        )
        try:
            for checked in tell(stream, record, told):
                kept += isinstance(checked, Sentence)
                yield checked
        finally:
            stream.close()
        used = _used(stream.result) or used
        if kept or cancel.cancelled or stream.result.finished in ("unavailable", "failed"):
            break
    return used


def _used(generation: Generation) -> ModelUsed | None:
    """The model, if it wrote anything at all."""
    name, sha256 = generation.model, generation.sha256
    quantisation, device = generation.quantisation, generation.device
    if not generation.text or name is None or sha256 is None or quantisation is None or device is None:
        return None
    return ModelUsed(name=name, sha256=sha256, quantisation=quantisation, device=device)
