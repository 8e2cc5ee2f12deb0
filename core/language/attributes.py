"""What is said beside the name of a finding: its side, severity and time."""

from __future__ import annotations

from typing import NamedTuple

from core.knowledge.base import Knowledge
from core.language.context import Judgement
from core.language.copies import altered
from core.language.en.vocabulary import SEVERITY, SIDES
from core.language.model import Assertion, Finding
from core.language.times import Times
from core.language.tokens import Sentence


class Named(NamedTuple):
    """A term and the tokens that name it; `denied` when the name itself denies it ("afebrile"), `parted` when a denial
    stands between its words ("knee not swollen")."""

    term: str
    first: int
    last: int
    denied: bool = False
    joint: bool = False
    inner: bool = False
    parted: bool = False
    said: Assertion | None = None  # by what stands beside it alone: "nitrite neg"
    made: bool = False  # put together of a complaint, a place or a quality: what stands between may be anything


def with_duration(sentence: Sentence, item: Named, judgement: Judgement) -> Judgement:
    """ "History of chest pain for 2 hours" is of now, whatever the word history says."""
    if (
        judgement.temporality == "historical"
        and judgement.experiencer == "patient"
        and sentence.kind not in ("past-history", "social-history")
    ):
        after = sentence.lowers[item.last : item.last + 5]
        if (
            after[:1]
            and after[0] in ("for", "x", "since")
            and any(
                t.rstrip("s")
                in ("hour", "day", "hr", "h", "d", "yesterday", "morning", "minute", "min", "week", "night", "wk")
                for t in after[1:]
            )
        ):
            return judgement._replace(temporality="recent")
    return judgement


_BLANK = Finding(concept=None, label="")


def finding_of(
    sentence: Sentence,
    item: Named,
    judgement: Judgement,
    times: Times,
    knowledge: Knowledge,
    condition: str | None = None,
) -> Finding:
    """The finding that a name is, with its site, severity and time."""
    label = knowledge.label(item.term)
    start, end = sentence.tokens[item.first].start, sentence.tokens[item.last - 1].end
    near = sentence.lowers[max(0, item.first - 3) : item.last + 1]
    return altered(
        _BLANK,
        concept=item.term,
        label=label.en,
        label_zh=label.zh,
        assertion=judgement.assertion,
        experiencer=judgement.experiencer,
        temporality=judgement.temporality,
        severity=next((SEVERITY[w] for w in reversed(near) if w in SEVERITY), None),
        laterality=_side(sentence, item),
        time=times.near(start, end),
        condition=condition,
        start=start,
        end=end,
    )


def _side(sentence: Sentence, item: Named) -> str | None:
    found: list[str] = []
    for i in range(max(0, item.first - 3), min(len(sentence.lowers), item.last + 3)):
        lower = sentence.lowers[i]
        if lower in (",", ";", ".") and i < item.first:
            found.clear()
        elif lower in (",", ";", ".", "and") and i >= item.last:
            break
        elif lower in SIDES:
            found.append(SIDES[lower])
    if not found:
        return None
    return "bilateral" if "bilateral" in found or {"left", "right"} <= set(found) else found[0]
