"""Adding prose to an assessment from the command line: one writer for as many cases as come."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from core.assessment import Assessment
from core.case.model import Case, Language
from core.cli.models_text import with_remedy
from core.cli.output import say
from core.models import ModelService
from core.narrative import Kind, Trouble, narrate, with_prose


class Prose:
    """Holds the writer model open; `added` never fails for want of one, a template writes then, as it does without
    `models`. What goes wrong with it is said on standard error."""

    def __init__(self, lang: Language | None = None, kind: Kind = "summary", *, models: bool = True) -> None:
        self._service = ModelService.open(role="writer") if models else None
        self._lang = lang
        self._kind = kind
        self._said: set[str] = set()

    def added(self, case: Case, assessment: Assessment) -> Assessment:
        """The assessment with checked prose in the asked language (the record's own where none was asked)."""
        lang = self._lang or assessment.lang
        checked = list(narrate(case, assessment, self._service, lang=lang, kind=self._kind))
        for one in checked:
            if isinstance(one, Trouble):
                self._tell(one)
        return with_prose(assessment, checked)

    def _tell(self, trouble: Trouble) -> None:
        """Once: many cases may have the same; of a model that is given up there is nothing more to say."""
        sentence = trouble.model if trouble.given_up else trouble.sentence
        if sentence not in self._said:
            self._said.add(sentence)
            say(f"bedside: {with_remedy(trouble.sentence, trouble.model, given_up=trouble.given_up)}")

    def __enter__(self) -> Self:
        if self._service is not None:
            self._service.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._service is not None:
            self._service.__exit__(kind, error, trace)
