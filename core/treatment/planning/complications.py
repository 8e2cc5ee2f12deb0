"""What a disease may lead to, and how it is followed."""

from __future__ import annotations

from collections.abc import Iterator

from core.knowledge.base import Knowledge
from core.knowledge.disease import Disease
from core.knowledge.schema import Basis, Phrase
from core.treatment.model import PlanRisk

_MOST = 6
_ASK = Phrase(en="new or worse symptoms; what to come back for is said", zh="新发或加重的症状；告知何时复诊")
_AT_REVIEW = Phrase(en="at every review", zh="每次复诊")


def complications(disease: str, knowledge: Knowledge) -> Iterator[PlanRisk]:
    """One item for a disease whose entry names complications, with the entry's own steps of monitoring."""
    entry = knowledge.diseases[disease]
    if not entry.complications:
        return
    said = [_phrase(text, knowledge) for text in entry.complications[:_MOST]]
    check, basis, source = _followed(entry)
    name = entry.names
    yield PlanRisk(
        kind="complication",
        what=", ".join(p.en for p in said),
        what_zh="、".join(p.zh or p.en for p in said),
        why=f"complications of {name.en[0]}",
        why_zh=f"{name.zh[0] if name.zh else name.en[0]}的并发症",
        check=check.en,
        check_zh=check.zh or check.en,
        when=_AT_REVIEW.en,
        when_zh=_AT_REVIEW.zh or _AT_REVIEW.en,
        disease=disease,
        basis=basis,
        source=source,
    )


def _followed(entry: Disease) -> tuple[Phrase, Basis, str]:
    """What the entry says of monitoring, and on what it rests."""
    steps = [step for step in entry.management if step.kind == "monitoring"]
    if not steps:
        return _ASK, "expert-estimate", "expert estimate"
    en = " ".join(step.do.en for step in steps)
    zh = "".join(step.do.zh or step.do.en for step in steps)
    first = steps[0]
    return Phrase(en=en.rstrip("."), zh=zh.rstrip("。")), first.basis, first.source or "expert estimate"


def _phrase(text: str, knowledge: Knowledge) -> Phrase:
    entry = knowledge.diseases.get(text.replace(" ", "-"))
    names = entry.names.zh if entry else ()
    zh = knowledge.drugs.complication(text) or (names[0] if names else None)
    return Phrase(en=text.replace("-", " ") if entry else text, zh=zh)
