"""Adding prose to an assessment from the command line: one writer for as many cases as come."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from core.assessment import Assessment
from core.case.model import Case, Language
from core.models import ModelService
from core.narrative import Kind, narrate, with_prose


class Prose:
    """Holds the writer model open; `added` never fails for want of one, a template writes then, as it does without
    `models`."""

    def __init__(self, lang: Language | None = None, kind: Kind = "summary", *, models: bool = True) -> None:
        self._service = ModelService.open(role="writer") if models else None
        self._lang = lang
        self._kind = kind

    def added(self, case: Case, assessment: Assessment) -> Assessment:
        """The assessment with checked prose in the asked language (the record's own where none was asked)."""
        lang = self._lang or assessment.lang
        checked = list(narrate(case, assessment, self._service, lang=lang, kind=self._kind))
        return with_prose(assessment, checked)

    def __enter__(self) -> Self:
        if self._service is not None:
            self._service.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._service is not None:
            self._service.__exit__(kind, error, trace)
