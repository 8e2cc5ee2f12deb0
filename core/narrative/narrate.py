"""The one way from a result to prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.assessment import Assessment, ModelUsed, Sentence
from core.case.model import Case, Language
from core.knowledge.base import Knowledge, default_knowledge
from core.models import ModelService, may_serve
from core.narrative.documents import PARTS
from core.narrative.kinds import DOCUMENTS, Kind
from core.narrative.model import Checked, Withheld
from core.narrative.outline import GROUPS, Outline, outline
from core.narrative.phrases import PHRASES
from core.narrative.record import Record
from core.narrative.telling import Told
from core.narrative.template import group_of
from core.narrative.writer import Writer
from core.system.cancel import CancelToken


def narrate(
    case: Case,
    assessment: Assessment,
    service: ModelService | None,
    *,
    lang: Language,
    kind: Kind = "summary",
    cancel: CancelToken | None = None,
    knowledge: Knowledge | None = None,
    measuring: bool = False,
) -> Iterator[Checked]:
    """A document about a case, sentence by sentence: the template's opening at once, then group by group what a model
    words and the check lets pass (what it withholds comes between), and from the template what has not been told of it.

    A model words nothing, whatever the kind, that it has not earned on this machine, unless that is being measured. The
    document is complete without a model, and after its death or a Stop. At the end come what went wrong with the model
    and, last, a model that had a part in it.
    """
    record = Record(case, assessment, knowledge or default_knowledge())
    plan = outline(record, lang)
    told = Told()
    # What a patient is told is written for patients, and no model words it.
    wordable = lang == "en" and kind != "leaflet"
    asked = service if wordable and (measuring or _has_earned(service)) else None
    writer = Writer(asked, record, told, cancel or CancelToken()) if asked is not None else None
    for section in DOCUMENTS[kind]:
        heading = section.zh if lang == "zh" else section.en
        for part in section.parts:
            for checked in _part(part, record, plan, told, writer, lang):
                if isinstance(checked, Sentence) and heading:
                    yield _under(heading, checked, lang)
                    heading = ""
                else:
                    yield checked
    if writer is not None:
        yield from filter(None, (writer.trouble, writer.used))


def _has_earned(service: ModelService | None) -> bool:
    """May this model write here? One that was asked for by name may not have earned it."""
    info = service.status.model if service is not None else None
    return info is not None and may_serve(info, "writer")


def _under(heading: str, first: Sentence, lang: Language) -> Sentence:
    """The first sentence of a section with its heading, unless it begins with the same word."""
    if first.text.startswith(heading):
        return first
    text = PHRASES[lang].heading.format(heading=heading, text=first.text)
    return first.model_copy(update={"text": text})


def _part(
    part: str, record: Record, plan: Outline, told: Told, writer: Writer | None, lang: Language
) -> Iterator[Sentence | Withheld]:
    """One part of a document: a group of the outline, which a model may word, or a part that is the template's."""
    if part in GROUPS:
        if writer is not None:
            yield from writer.word(part, plan)
        yield from group_of(record, plan.without(told.has), part, lang)
        return
    for sentence in PARTS[part](record, plan, lang):
        if part == "opening":
            told.add(sentence)
        yield sentence


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
