"""What the list of cases shows: the title of a case and the gist of its latest assessment."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING

from core.frozen import Frozen

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.case.model import Case

_TITLE_LENGTH = 80


class AssessmentSummary(Frozen):
    """The gist of one assessment. When Bedside abstained, no disease leads."""

    app_version: str
    knowledge_version: str
    input_sha256: str
    top_name: str | None
    top_name_zh: str | None
    top_names: tuple[str, ...]
    top_probability: float | None
    triage_level: str | None
    abstained: bool


class CaseSummary(Frozen):
    """One line of the list. What comes from an assessment is None while there is none.

    `assessment_is_current` is False when the case has been changed since: its level and leading disease are then
    those of what the record said before. `has_draft` tells of text that was typed and not saved; `stored` is False when
    there is nothing but that.
    """

    id: str
    title: str
    created_at: datetime
    changed_at: datetime
    top_name: str | None
    top_name_zh: str | None
    top_probability: float | None
    triage_level: str | None
    abstained: bool | None
    assessment_is_current: bool | None
    has_draft: bool = False
    stored: bool = True


class CaseFilter(Frozen):
    """Which cases are wanted. `levels` are levels of urgency; `with_draft` wants only those with unsaved text."""

    since: datetime | None = None
    levels: tuple[str, ...] = ()
    with_draft: bool = False


EVERY_CASE = CaseFilter()


def summary_of(assessment: Assessment) -> AssessmentSummary:
    """What the records keep beside an assessment to list and search it by."""
    origin = assessment.provenance
    top = assessment.differential[0] if assessment.differential and assessment.abstained is None else None
    return AssessmentSummary(
        app_version=origin.app,
        knowledge_version=", ".join(f"{name} {pack.version}" for name, pack in sorted(origin.knowledge.items())),
        input_sha256=origin.input_sha256,
        top_name=top.name if top else None,
        top_name_zh=top.name_zh if top else None,
        top_names=top.names if top else (),
        top_probability=top.probability if top else None,
        triage_level=assessment.triage.level,
        abstained=assessment.abstained is not None,
    )


def title_of(case: Case) -> str:
    """The first line that says something, cut to length; a case without text goes by its id."""
    for line in case.text.splitlines():
        words = " ".join("".join(c if c.isprintable() else " " for c in line).split())
        if _says_something(words):
            return _cut(words)
    return _cut(case.id)


def searchable(*parts: str | None) -> str:
    """The parts as they are compared: width, composition and case of the letters do not matter."""
    return unicodedata.normalize("NFKC", " ".join(part for part in parts if part)).casefold()


def _says_something(words: str) -> bool:
    """A rule, a number alone or a bare heading ("History:", "主诉：") says nothing."""
    return any(c.isalpha() for c in words) and not words.endswith((":", "："))


def _cut(words: str) -> str:
    if len(words) <= _TITLE_LENGTH:
        return words
    kept = words[: _TITLE_LENGTH - 1]
    whole_words = kept.rsplit(" ", 1)[0]
    # Chinese has no spaces to cut at, and a word may be longer than the title.
    return (whole_words if len(whole_words) > _TITLE_LENGTH // 2 else kept) + "…"
