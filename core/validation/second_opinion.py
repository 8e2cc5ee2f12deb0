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
from core.models import Achieved, Generation, ModelInfo, ModelService
from core.system.cancel import CancelToken
from core.system.folders import resources
from core.validation.choosing import measure_of, objection
from core.validation.earning import FUSION, SECOND_OPINION
from core.validation.fusion import Fused, fuse
from core.validation.names import names_of

SAMPLES = 3
_SEED = 20260101
_LISTED = 5
_LONGEST_NAME = 48
_MOST_CHARACTERS = 6000  # of the record: small models read little, and slowly
_MOST_TOKENS = 110
_WARMTH = 0.7  # of the samples after the first, which is the likeliest
_ENDED_WELL = ("stop", "length")

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

    `samples` are the answers that came whole. `agrees` is whether the model's first disease is the engine's first, None
    where either has none. `fused` is the engine's list in the order that both together give, and None unless this
    model was measured here to make the list better. `notes` say what a reader must know of how it was asked;
    `unmeasured` is the id of the model that would have been asked if it had been measured.
    """

    named: tuple[Named, ...] = ()
    unknown: int = 0
    samples: int = 0
    agrees: bool | None = None
    engine_first: str | None = None
    engine_first_zh: str | None = None
    fused: tuple[Fused, ...] | None = None
    model: ModelUsed | None = None
    sentence: str = ""
    notes: tuple[str, ...] = ()
    measured: str = ""
    unmeasured: str | None = None


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
        return SecondOpinion(sentence=service.status.sentence)
    measure = measure_of(info)
    against = objection(info, assessment.lang)
    if against:
        wanting = info.id if measure is None and info.status == "ready" else None
        return SecondOpinion(sentence=against, measured=_measured(measure), unmeasured=wanting)
    answers = ask(case.text, service, cancel=cancel)
    notes = _notes(case.text, answers)
    whole = [answer for answer in answers if answer.finished in _ENDED_WELL and answer.text]
    if not whole:
        why = answers[-1].sentence or "The second opinion was stopped before it had said anything."
        return SecondOpinion(sentence=why, notes=notes, measured=_measured(measure))
    opinion = _opinion(whole, assessment, knowledge, measure)
    if len(whole) < len(answers):
        notes += (_cut_short(len(whole), answers[-1]),)
    return opinion.model_copy(update={"notes": notes})


def ask(
    text: str, service: ModelService, *, samples: int = SAMPLES, cancel: CancelToken | None = None
) -> list[Generation]:
    """What the model wrote, sample by sample, up to the first that did not end as it should."""
    token = cancel or CancelToken()
    answers: list[Generation] = []
    for sample in range(samples):
        answers.append(_ask(service, text, service.status.model, sample, token))
        if answers[-1].finished not in _ENDED_WELL:
            break
    return answers


def listed(answer: Generation) -> list[str]:
    """The names of one answer. The last of one that was cut off is dropped: it may be another name's beginning."""
    lines = [line.strip().lstrip("0123456789. ") for line in answer.text.split("\n")]
    whole = lines if answer.finished == "stop" else lines[:-1]
    return [line for line in whole if line][:_LISTED]


def _ask(service: ModelService, text: str, info: ModelInfo | None, sample: int, cancel: CancelToken) -> Generation:
    instruction, example, answer = _prompt()
    record = _one_line(text)[:_MOST_CHARACTERS]
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
    first = next(iter(assessment.differential), None)
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
        agrees=order[0] == first.id if order and first is not None else None,
        engine_first=first.name if first is not None else None,
        engine_first_zh=first.name_zh if first is not None else None,
        fused=_fused(assessment, frozenset(order), measure),
        model=_used(answers[0]),
        sentence="" if named else "The model named no disease that the knowledge base has.",
        measured=_measured(measure),
    )


def _fused(assessment: Assessment, named: frozenset[str], measure: Achieved | None) -> tuple[Fused, ...] | None:
    """The common list, only for a model that has earned it here."""
    if measure is None or FUSION not in measure.may or not named:
        return None
    if measure.named_if_right is None or measure.named_if_wrong is None:
        return None
    return fuse(assessment.differential, named, measure.named_if_right, measure.named_if_wrong)


def _measured(measure: Achieved | None) -> str:
    """What its word is worth. Of a model that was not measured the sentence says so already."""
    lane = measure.lanes.get(SECOND_OPINION) if measure is not None else None
    if lane is None:
        return ""
    return f"On this machine this model had the diagnosis in its list in {lane.right} of {lane.of} bundled cases."


def _notes(text: str, answers: list[Generation]) -> tuple[str, ...]:
    """How it was asked, as far as a reader must know it: a record that was cut, a worker that had to be replaced."""
    length = len(_one_line(text))
    cut = (
        f"The record is longer than a model is given: it read the first {_MOST_CHARACTERS:,} of {length:,} characters."
    )
    told = [note for answer in answers for note in answer.notes]
    return tuple(dict.fromkeys([*([cut] if length > _MOST_CHARACTERS else []), *told]))


def _cut_short(whole: int, last: Generation) -> str:
    """Why there are fewer answers than were asked for."""
    if last.finished == "cancelled":
        return f"It was stopped: {whole} of {SAMPLES} answers had come."
    return f"Only {whole} of {SAMPLES} answers came: {last.sentence}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _used(generation: Generation) -> ModelUsed | None:
    name, sha256 = generation.model, generation.sha256
    quantisation, device = generation.quantisation, generation.device
    if name is None or sha256 is None or quantisation is None or device is None:
        return None
    return ModelUsed(name=name, sha256=sha256, quantisation=quantisation, device=device)
