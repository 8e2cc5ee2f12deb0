"""Named findings together with those that complaints, places and qualities make."""

from __future__ import annotations

from core.knowledge.base import Knowledge
from core.language.attributes import Named
from core.language.composition import composed
from core.language.qualities import carried, qualified
from core.language.tokens import Sentence


def with_composed(sentence: Sentence, knowledge: Knowledge, found: list[Named], idle: frozenset[int]) -> list[Named]:
    """The names together with what complaints and places make; a name that says the same or more is left as it is, and
    one word of it that says less ("pain") is dropped."""
    composites, pains = composed(sentence, idle)
    for made in (*composites, *qualified(sentence, carried(sentence, pains, idle), idle)):
        if made.term not in knowledge.findings:
            continue
        above = knowledge.ancestors(made.term)
        beside = [n for n in found if n.first < made.last and made.first < n.last]
        if any(n.term == made.term or made.term in knowledge.ancestors(n.term) for n in beside):
            if made.denied:  # the name does not see the denial between its words
                found = [n._replace(parted=True) if n in beside and n.term == made.term else n for n in found]
            continue
        found = [n for n in found if n not in beside or n.term not in above]
        found.append(Named(made.term, made.first, made.last, parted=made.denied, made=True))
    return found
