"""What a published prescribing recommendation asks for, in one word."""

from __future__ import annotations

import re

from core.knowledge.pharmacogenes import AdviceClass

# Sentences that settle the matter whatever else they say, in this order.
_SETTLED: tuple[tuple[AdviceClass, str], ...] = (
    ("indeterminate", r"^no recommendation|^clinical findings, family history"),
    ("standard", r"no reason to avoid|no need to avoid|no adjustment|^avoid moderate and strong cyp2d6 inhibitors"),
    (
        "avoid",
        r"not recommended|contraindicated|should not be used|do not (?:use|prescribe|give)|(?:^|; |er to )avoid\b",
    ),
)
# Otherwise the advice that comes first in the sentence.
_WEIGHED: tuple[tuple[AdviceClass, str], ...] = (
    ("reduce", r"reduc|decreased dose|lower (?:starting )?dose|lowest recommended|prescribe (?:<=|≤) ?\d+ ?mg"),
    ("increase", r"^increase|increase (?:starting|initial|daily)|increas\w+ (?:the )?dos"),
    ("alternative", r"alternative|choose another|consider hormonal therapy"),
    ("standard", r"standard|(?:normal|recommended|desired) starting dose|label|usual|initiate with a dose of"),
)


def advice_class(text: str) -> AdviceClass:
    """The class of a recommendation by its first sentence, and by the whole where the first says nothing."""
    whole = " ".join(text.lower().split())
    first = re.split(r"[.;]\s", whole)[0]
    for words in (first, whole):
        for name, pattern in _SETTLED:
            if re.search(pattern, words):
                return name
        places = {name: found.start() for name, pattern in _WEIGHED if (found := re.search(pattern, words))}
        if places:
            return min(places, key=places.__getitem__)
    return "indeterminate"
