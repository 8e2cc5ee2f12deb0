"""The one way from a result to prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.assessment import Assessment, ModelUsed, Sentence
from core.case.model import Case, Language
from core.knowledge.base import Knowledge, default_knowledge
from core.models import ModelService
from core.narrative.model import Checked, Withheld
from core.narrative.outline import GROUPS, outline
from core.narrative.record import Record
from core.narrative.telling import Told
from core.narrative.template import conclusions, group_of, opening
from core.narrative.writer import Writer
from core.system.cancel import CancelToken


def narrate(
    case: Case,
    assessment: Assessment,
    service: ModelService | None,
    *,
    lang: Language,
    cancel: CancelToken | None = None,
    knowledge: Knowledge | None = None,
) -> Iterator[Checked]:
    """Prose about a case, sentence by sentence: the template's opening at once, then group by group what a model words
    and the check lets pass (what it withholds comes between), and from the template what has not been told of it.

    It is complete without a model, and after its death or a Stop. A model that had a part in it comes last.
    """
    record = Record(case, assessment, knowledge or default_knowledge())
    plan = outline(record, lang)
    told = Told()
    first = opening(record, plan, lang)
    told.add(first)
    yield first
    # The check reads English, so that a model is not asked to write anything else.
    writer = Writer(service, record, told, cancel or CancelToken()) if service is not None and lang == "en" else None
    for group in GROUPS:
        if writer is not None:
            yield from writer.word(group, plan)
        yield from group_of(record, plan.without(told.has), group, lang)
    yield from conclusions(record, lang)
    if writer is not None and writer.used is not None:
        yield writer.used


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
