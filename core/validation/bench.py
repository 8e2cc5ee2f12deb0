"""What a model achieves on this machine, on the bundled cases: measured, kept, and held to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from core.assess import assess
from core.assessment import Assessment, Sentence
from core.frozen import Frozen
from core.knowledge.base import Knowledge, default_knowledge
from core.models import Achieved, LaneResult, ModelInfo, ModelService
from core.models.achievement import keep
from core.narrative import narrate
from core.narrative.model import Withheld
from core.system.cancel import CancelToken
from core.system.errors import KnownError
from core.validation.cases import ValidationCase, validation_cases
from core.validation.earning import FUSION, SECOND_OPINION, WRITER, Moves, earned
from core.validation.fusion import fuse
from core.validation.names import names_of
from core.validation.second_opinion import ask, listed
from core.validation.speed import Speed, measure_speed

Progress = Callable[[str, int, int], None]
_TOLD = 30  # cases whose prose is measured: of six came some twenty sentences, too few to tell 0.4 from 0.6
_LINES = 10


class Benched(Frozen):
    """One model measured. `sentences` tell it to a person, the engine's own figures beside it."""

    model: str
    name: str
    achieved: Achieved
    sentences: tuple[str, ...]


class _Asked(Frozen):
    """One case: where the engine has the diagnosis, what the model named, and the engine's list."""

    case: ValidationCase
    assessment: Assessment
    named: frozenset[str]

    @property
    def engine_rank(self) -> int | None:
        return next((line.rank for line in self.assessment.differential if line.id in self.case.answer), None)


def bench(
    info: ModelInfo,
    *,
    service: ModelService | None = None,
    knowledge: Knowledge | None = None,
    cases: tuple[ValidationCase, ...] | None = None,
    progress: Progress = lambda what, done, of: None,
    cancel: CancelToken | None = None,
) -> Benched:
    """Measure a model: it takes minutes. Only cases of the languages that its card names are put to it.

    A model that does not run here, and one that is stopped or fails on the way, is a `KnownError`; nothing is kept.
    """
    token, base = cancel or CancelToken(), knowledge or default_knowledge()
    every = validation_cases() if cases is None else cases
    fitting = [case for case in every if not info.languages or case.lang in info.languages]
    if info.role == "encoder" or not fitting:
        raise KnownError(f"{info.name} is not a model that writes, or none of the bundled cases is in its languages.")
    with service or ModelService.open(model=info.id) as opened:
        speed = measure_speed(opened, token)
        asked = _put_to(opened, fitting, base, progress, token)
        written, passed = _told(opened, asked, base, progress, token) if info.chat_template else (0, 0)
        memory, device = opened.memory_bytes(), opened.status.device
        sha256 = opened.sha256
    if token.cancelled or sha256 is None:
        raise KnownError(f"The measurement of {info.name} was stopped; nothing of it is kept.")
    result = _result(info, asked, LaneResult(what="its sentences passed the check", right=passed, of=written), speed)
    result = result.model_copy(update={"memory_bytes": memory, "device": device})
    kept = keep(sha256, result)
    said = [*_sentences(info, result), *([] if kept else ["The disk took no note of it: measure it again later."])]
    return Benched(model=info.id, name=info.name, achieved=result, sentences=tuple(said))


def _put_to(
    service: ModelService, cases: list[ValidationCase], base: Knowledge, progress: Progress, cancel: CancelToken
) -> list[_Asked]:
    names = names_of(base)
    asked: list[_Asked] = []
    for place, case in enumerate(cases, 1):
        answers = ask(case.text, service, cancel=cancel)
        if answers[-1].finished in ("unavailable", "failed"):
            raise KnownError(answers[-1].sentence)
        found = {names.find(name) for answer in answers for name in listed(answer)} - {None}
        assessment = assess(case.case, base, top=_LINES)
        asked.append(_Asked(case=case, assessment=assessment, named=frozenset(key for key in found if key)))
        progress("cases", place, len(cases))
        if cancel.cancelled:
            break
    return asked


def _told(
    service: ModelService, asked: list[_Asked], base: Knowledge, progress: Progress, cancel: CancelToken
) -> tuple[int, int]:
    """Sentences that the model wrote about the first English cases, and those of them that passed the check."""
    english = [one for one in asked if one.case.lang == "en"][:_TOLD]
    shown = withheld = 0
    for place, one in enumerate(english, 1):
        prose = narrate(
            one.case.case, one.assessment, service, lang="en", cancel=cancel, knowledge=base, measuring=True
        )
        for said in prose:
            shown += isinstance(said, Sentence) and said.author == "model"
            withheld += isinstance(said, Withheld)
        progress("prose", place, len(english))
    return shown + withheld, shown


def _result(info: ModelInfo, asked: list[_Asked], writing: LaneResult, speed: Speed) -> Achieved:
    if_right, if_wrong = _worth(asked)
    places = [_fused_place(one, [other for other in asked if other is not one]) for one in asked]
    moves = Moves(
        higher=sum(_before(fused, one.engine_rank) for fused, one in zip(places, asked, strict=True)),
        lower=sum(_before(one.engine_rank, fused) for fused, one in zip(places, asked, strict=True)),
    )
    lanes = {
        "engine": _in_three("the engine has the diagnosis among its first three", [one.engine_rank for one in asked]),
        SECOND_OPINION: LaneResult(
            what="the model names the diagnosis",
            right=sum(bool(one.named & set(one.case.answer)) for one in asked),
            of=len(asked),
        ),
        FUSION: _in_three("both together have the diagnosis among their first three", places),
        WRITER: writing,
    }
    may, sentences = earned(lanes, moves)
    return Achieved(
        when=datetime.now(UTC).isoformat(timespec="seconds"),
        cases=len(asked),
        device=None,
        quantisation=info.quantisation,
        lanes=lanes,
        may=may,
        sentences=sentences,
        named_if_right=if_right,
        named_if_wrong=if_wrong,
        **speed.model_dump(),
    )


def _worth(asked: list[_Asked]) -> tuple[float, float]:
    """How often the model named right and wrong lines of the engine; one case of either kind is added to both, so that
    forty cases never make certain."""
    counts = {True: [1, 2], False: [1, 2]}
    for one in asked:
        for line in one.assessment.differential:
            count = counts[line.id in one.case.answer]
            count[0] += line.id in one.named
            count[1] += 1
    return counts[True][0] / counts[True][1], counts[False][0] / counts[False][1]


def _fused_place(one: _Asked, others: list[_Asked]) -> int | None:
    """Where the common list has the diagnosis, its weights taken from the other cases alone."""
    if_right, if_wrong = _worth(others)
    lines = fuse(one.assessment.differential, one.named, if_right, if_wrong)
    return next((line.rank for line in lines if line.id in one.case.answer), None)


def _before(one: int | None, other: int | None) -> bool:
    return one is not None and (other is None or one < other)


def _in_three(what: str, ranks: list[int | None]) -> LaneResult:
    return LaneResult(what=what, right=sum(rank is not None and rank <= 3 for rank in ranks), of=len(ranks))


def _sentences(info: ModelInfo, result: Achieved) -> list[str]:
    engine, fused = result.lanes["engine"], result.lanes[FUSION]
    lines = [
        f"{info.name} ({info.quantisation}) on {result.device or 'this machine'}, {result.cases} bundled cases:",
        f"The engine alone has the diagnosis among its first three in {engine.right} of {engine.of}.",
        f"With the model's word it would have it there in {fused.right} of {fused.of}.",
        *result.sentences,
    ]
    if result.tokens_per_second and result.prompt_tokens_per_second and result.first_word_ms:
        again = f", {result.first_word_again_ms:.0f} ms for the next case" if result.first_word_again_ms else ""
        lines.append(
            f"It reads {result.prompt_tokens_per_second:.0f} and writes {result.tokens_per_second:.0f} tokens a "
            f"second; the first word comes after {result.first_word_ms:.0f} ms{again}."
        )
    if result.memory_bytes:
        lines.append(f"It took {result.memory_bytes / 1e6:.0f} MB of memory.")
    return lines
