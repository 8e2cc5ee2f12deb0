"""The one thing to do first and the one thing to find out next, as lines of the banner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.texts import Texts

if TYPE_CHECKING:
    from core.assessment import Assessment


def next_lines(assessment: Assessment, texts: Texts) -> list[tuple[str, str, str]]:
    """The tab that tells more, what kind of thing it is, and what it is."""
    from core.reports.first import first_option

    lines = []
    if (first := first_option(assessment)) is not None:
        lines.append(("treatment", texts("banner.first"), texts.of(first, "text")))
    if assessment.next_steps:
        step = assessment.next_steps[0]
        when = texts("banner.next", kind=texts(f"step.{step.kind}"))
        lines.append(("steps", when, texts.of(step, "label")))
    return lines
