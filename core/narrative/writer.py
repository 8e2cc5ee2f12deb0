"""A model at work on one case: asked group by group, within a budget, and no longer than it is of use."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator

from core.assessment import ModelUsed, Sentence
from core.models import Generation, ModelService
from core.narrative.model import Trouble, Withheld
from core.narrative.outline import Outline
from core.narrative.prompt import Question, question
from core.narrative.record import Record
from core.narrative.telling import Told, tell
from core.system.cancel import CancelToken

MOST_TOKENS = 160  # of first attempts together, and of second ones
_SENTENCE_TOKENS = 60
_TEMPERATURES = (0.0, 0.6)  # of the first attempt at a group, and of the second, which has another seed
_PATIENCE = 3  # groups in a row of which nothing could be shown


class Writer:
    """`used` is the model, once it has written anything; `trouble` what went wrong with it, if anything did."""

    def __init__(self, service: ModelService, record: Record, told: Told, cancel: CancelToken) -> None:
        self._service, self._record, self._told, self._cancel = service, record, told, cancel
        self._left = [MOST_TOKENS for _ in _TEMPERATURES]
        self._failures = 0
        self._wrong = ""
        self.used: ModelUsed | None = None

    @property
    def trouble(self) -> Trouble | None:
        """As it stands now: a death that ended the writing, or else the last that did not."""
        status = self._service.status
        if not self._wrong or status.model is None:
            return None
        named = status.model.name in self._wrong
        sentence = self._wrong if named else f"{status.model.name}: {self._wrong}"
        return Trouble(model=status.model.id, sentence=sentence, given_up=status.given_up)

    def word(self, group: str, outline: Outline) -> Iterator[Sentence | Withheld]:
        """What the model says of one group, checked; a second try with another seed when nothing of it can be shown."""
        asked = question(self._record, outline, group)
        if asked is None:
            return
        for attempt in range(len(_TEMPERATURES)):
            if self._cancel.cancelled or self._failures >= _PATIENCE or self._left[attempt] <= 0:
                return
            shown = yield from self._attempt(asked, attempt)
            if shown:
                self._failures = 0
                return
        self._failures += 1

    def _attempt(self, asked: Question, attempt: int) -> Generator[Sentence | Withheld, None, bool]:
        shown = False
        stream = self._service.stream(
            asked.messages,
            prefix=asked.beginning,
            max_tokens=min(_SENTENCE_TOKENS, self._left[attempt]),
            seed=self._record.assessment.provenance.seed + attempt,
            temperature=_TEMPERATURES[attempt],
            stop=("\n",),
            cancel=self._cancel,
        )
        try:
            written = _begun(asked.beginning, stream)
            for checked in tell(written, self._record, self._told, lambda: stream.result.finished == "length"):
                shown = shown or isinstance(checked, Sentence)
                yield checked
        finally:
            stream.close()
        generation = stream.result
        self._left[attempt] -= max(1, generation.tokens)
        self.used = _used(generation) or self.used
        if generation.notes:
            self._wrong = generation.notes[-1]
        if generation.finished in ("unavailable", "failed"):
            self._failures = _PATIENCE
            self._wrong = generation.sentence
        return shown


def _begun(beginning: str, pieces: Iterable[str]) -> Iterator[str]:
    """The sentence from its beginning, if it goes on at all."""
    for place, piece in enumerate(pieces):
        yield piece if place else beginning + piece


def _used(generation: Generation) -> ModelUsed | None:
    """The model, if it wrote anything at all."""
    name, sha256 = generation.model, generation.sha256
    quantisation, device = generation.quantisation, generation.device
    if not generation.text or name is None or sha256 is None or quantisation is None or device is None:
        return None
    return ModelUsed(name=name, sha256=sha256, quantisation=quantisation, device=device)
