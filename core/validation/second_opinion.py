"""A second opinion: what a language model would call the case, held beside what the engine ranks.

The model reads the record itself, not the engine's findings, and lists diseases under a grammar, several times over
with fixed seeds. What it lists counts only where the knowledge base has an entry of that name. How sure the model says
it is, is never asked; how often its samples name the same disease is shown instead, beside what this model was measured
to achieve on this machine.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Any

from core.assessment import Assessment, ModelUsed
from core.case.model import Case
from core.frozen import Frozen
from core.knowledge.base import Knowledge
from core.models import Achieved, Generation, ModelInfo, ModelService, achieved, find_model
from core.system.cancel import CancelToken
from core.system.folders import resources
from core.validation.fusion import Fused, fuse
from core.validation.names import names_of

SAMPLES = 3
_SEED = 20260101
_LISTED = 5
_LONGEST_NAME = 48
_MOST_CHARACTERS = 6000  # of the record: small models read little, and slowly
_MOST_TOKENS = 110
_WARMTH = 0.7  # of the samples after the first, which is the likeliest
LANE = "second-opinion"
FUSION = "fusion"

# The answer's beginning is given and counts as chosen, so the grammar begins with it: where it forbids what stands
# there already, llama.cpp ends the process.
_BEGINNING = "1."
_GRAMMAR = (
    "root ::= " + ' "\\n" '.join(f'"{place}." name' for place in range(1, _LISTED + 1)) + ' "\\n"?\n'
    f'name ::= " " [^\\n0-9.() ] [^\\n]{{2,{_LONGEST_NAME}}}\n'
)


class Named(Frozen):
    """One disease that the model named: in how many samples, its best place there, and where the engine has it."""

    id: str
    name: str
    name_zh: str | None
    samples: int
    best_place: int
    engine_rank: int | None


class SecondOpinion(Frozen):
    """What the model says of a case. `unknown` counts names that the knowledge base does not have; they are not shown.

    `agrees` is whether the model's first disease is the engine's first. `fused` is the engine's list in the order that
    both together give, and None unless this model was measured here to make the list better.
    """

    named: tuple[Named, ...]
    unknown: int
    samples: int
    agrees: bool | None
    fused: tuple[Fused, ...] | None
    model: ModelUsed | None
    sentence: str
    measured: str


def open_second_opinion() -> ModelService:
    """The service for second opinions: a model of that role, or else the writer. Starts nothing yet."""
    if find_model(role="second-opinion") is not None:
        return ModelService.open(role="second-opinion")
    return ModelService.open(role="writer")


def second_opinion(
    case: Case,
    assessment: Assessment,
    service: ModelService,
    knowledge: Knowledge,
    *,
    cancel: CancelToken | None = None,
) -> SecondOpinion:
    """Ask the model of `service`, if it has earned it here. Never fails for the model's sake: what could not be had is
    told by `sentence`."""
    info = service.status.model
    if info is None:
        return _nothing(service.status.sentence, None)
    measure = achieved(info.sha256) if info.sha256 is not None else None
    against = _objection(info, measure, assessment)
    if against:
        return _nothing(against, measure)
    answers = ask(case.text, service, cancel=cancel)
    if not answers or not answers[0].text:
        why = answers[0].sentence if answers else ""
        return _nothing(why or "The second opinion was stopped before it had said anything.", measure)
    return _opinion(answers, assessment, knowledge, measure)


def ask(
    text: str, service: ModelService, *, samples: int = SAMPLES, cancel: CancelToken | None = None
) -> list[Generation]:
    """What the model wrote, sample by sample, up to the first that did not end as it should."""
    token = cancel or CancelToken()
    answers: list[Generation] = []
    for sample in range(samples):
        answers.append(_ask(service, text, service.status.model, sample, token))
        if answers[-1].finished not in ("stop", "length"):
            break
    return answers


def listed(answer: Generation) -> list[str]:
    """The names of one answer. The last of one that was cut off is dropped: it may be another name's beginning."""
    lines = [line.strip().lstrip("0123456789. ") for line in answer.text.split("\n")]
    whole = lines if answer.finished == "stop" else lines[:-1]
    return [line for line in whole if line][:_LISTED]


def _objection(info: ModelInfo, measure: Achieved | None, assessment: Assessment) -> str:
    """Why this model is not asked; empty if it may be."""
    if info.languages and assessment.lang not in info.languages:
        return f"{info.name} does not read this language, so it was not asked."
    if measure is None:
        return (
            f"{info.name} has not been measured on this machine, so it was not asked (bedside models bench {info.id})."
        )
    if LANE not in measure.may:
        return f"{info.name} was measured on this machine and is not good enough to be asked."
    return ""


def _ask(service: ModelService, text: str, info: ModelInfo | None, sample: int, cancel: CancelToken) -> Generation:
    instruction, example, answer = _prompt()
    record = " ".join(text.split())[:_MOST_CHARACTERS]
    ways: dict[str, Any] = {
        "prefix": _BEGINNING,
        "grammar": _GRAMMAR,
        "max_tokens": _MOST_TOKENS,
        "seed": _SEED + sample,
        "temperature": _WARMTH if sample else 0.0,
        "cancel": cancel,
    }
    if info is not None and not info.chat_template:
        plain = f"{instruction}\n\nCase: {example}\nDiagnoses:\n{answer}\n\nCase: {record}\nDiagnoses:\n"
        return service.generate(prompt=plain, **{**ways, "stop": ("\n\n",)})
    turns = [("system", instruction), ("user", example), ("assistant", answer), ("user", record)]
    return service.generate([{"role": role, "content": content} for role, content in turns], **ways)


@lru_cache(maxsize=1)
def _prompt() -> tuple[str, str, str]:
    folder = resources() / "prompts"
    instruction = (folder / "second-opinion-instruction.txt").read_text(encoding="utf-8").strip()
    example, _, answer = (folder / "second-opinion-example.txt").read_text(encoding="utf-8").strip().partition("\n")
    return instruction, example, answer


def _opinion(
    answers: list[Generation], assessment: Assessment, knowledge: Knowledge, measure: Achieved | None
) -> SecondOpinion:
    names = names_of(knowledge)
    places: dict[str, int] = {}
    times: Counter[str] = Counter()
    unknown = 0
    for answer in answers:
        found = [names.find(name) for name in listed(answer)]
        unknown += found.count(None)
        for place, key in enumerate(found, 1):
            if key is not None:
                places[key] = min(place, places.get(key, place))
        times.update({key for key in found if key is not None})
    ranks = {line.id: line.rank for line in assessment.differential}
    order = sorted(times, key=lambda key: (-times[key], places[key], key))
    named = tuple(
        Named(
            id=key,
            name=knowledge.diseases[key].names.en[0],
            name_zh=next(iter(knowledge.diseases[key].names.zh), None),
            samples=times[key],
            best_place=places[key],
            engine_rank=ranks.get(key),
        )
        for key in order
    )
    return SecondOpinion(
        named=named,
        unknown=unknown,
        samples=len(answers),
        agrees=bool(named and ranks.get(named[0].id) == 1) if assessment.differential else None,
        fused=_fused(assessment, frozenset(order), measure),
        model=_used(answers[0]),
        sentence="" if named else "The model named no disease that the knowledge base has.",
        measured=_measured(measure),
    )


def _fused(assessment: Assessment, named: frozenset[str], measure: Achieved | None) -> tuple[Fused, ...] | None:
    """The common list, only for a model that has earned it here."""
    if measure is None or FUSION not in measure.may:
        return None
    if measure.named_if_right is None or measure.named_if_wrong is None:
        return None
    return fuse(assessment.differential, named, measure.named_if_right, measure.named_if_wrong)


def _measured(measure: Achieved | None) -> str:
    lane = measure.lanes.get(LANE) if measure is not None else None
    if lane is None:
        return "How often this model is right has not been measured on this machine (bedside models bench)."
    return f"On this machine this model had the diagnosis in its list in {lane.right} of {lane.of} bundled cases."


def _nothing(sentence: str, measure: Achieved | None) -> SecondOpinion:
    return SecondOpinion(
        named=(),
        unknown=0,
        samples=0,
        agrees=None,
        fused=None,
        model=None,
        sentence=sentence,
        measured=_measured(measure),
    )


def _used(generation: Generation) -> ModelUsed | None:
    name, sha256 = generation.model, generation.sha256
    quantisation, device = generation.quantisation, generation.device
    if name is None or sha256 is None or quantisation is None or device is None:
        return None
    return ModelUsed(name=name, sha256=sha256, quantisation=quantisation, device=device)
