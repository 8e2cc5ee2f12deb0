"""A second look at what is called present: does the clause deny it from further off than a list of negations reaches?

"There is no recorded history of stroke", "has not reported any kidney disease", "the list does not include insulin".
Only words that carry nothing of their own may stand between the denial and the thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_DENIAL = (
    r"(?:no|not|n't|never|without|denie[sd]|denying|void of|free of|free from|negative for|nor|neither|absence of"
    r"|lacks?|lacking|rules? out|ruled out|ruling out|excluded?|eliminating)"
)
_HOLLOW = (
    r"(?:any|a|an|he|she|patient|the|his|her|their|its|of|for|to|in|on|with|from|and|or|other|such|as|like|related"
    r"|either|there|is|was|has|have|had|been|being|be|does|did|do|include[sd]?|including|use[sd]?"
    r"|using|take[sn]?|taking|known|recorded|documented|reported|noted|notable|evident|apparent|report"
    r"|reports|record|records|documentation|history|histories|sign|signs|evidence|indications?"
    r"|suggestion|suggest(?:ed|s|ive|ing)?|indicat(?:ed|es|ive|ing)|show(?:n|s|ed|ing)?"
    r"|reveal(?:ed|s|ing)?|demonstrat(?:ed|es|ing)|confirm(?:ed|s)?|mention(?:ed|s)?|past|prior"
    r"|previous|previously|personal|significant|chronic|acute|current|currently|recent|recently|active"
    r"|incidents?|episodes?|events?|experience[sd]?|suffer(?:ed|s)?|present(?:ed|s)?"
    r"|diagnos(?:ed|is|es)|cases?|congenital|acquired|inherited|hereditary|condition|conditions|disease|diseases|abnormalit(?:y|ies)|presence"
    r"|associated|concerning|complications?|require[sd]?|placement|concerns?|ever|also|yet|having|about|elevated|specific|administration"
    r"|preventive|vasopressors?|medications?|agents?|treatments?|(?:nor)?epinephrine|dopamine|dobutamine"
    r")"
)
_ANY = re.compile(_DENIAL, re.IGNORECASE)
_REACH = re.compile(rf"\b{_DENIAL}(?:[\s,/]+{_HOLLOW}){{0,12}}[\s,/]*$", re.IGNORECASE)
# "No history of A, B or C": A and B are known to be denied and stand as marks here.
_LIST = re.compile(
    rf"\b{_DENIAL}(?:[\s,/]+{_HOLLOW}){{0,12}}(?:[\s,/]+(?:\0+|{_HOLLOW}))*[\s,/]*\0[\s,/]+(?:or|nor)(?:\s+any)?\s+$",
    re.IGNORECASE,
)
# "No A, B (mild, by MRI), C, D": what stands in brackets does not end the list.
_REMARKED = re.compile(r"\0\s*\([^()]*\)\s*,(?:\s*(?:\0+|[\w-]+(?: [\w-]+)?)\s*,){0,3}\s*$")
_TWICE = re.compile(
    r"\b(?:not only|no longer|not just|without (?:any )?doubt|not ruled? out|not excluded?)\b", re.IGNORECASE
)
_WINDOW = 140


def denied_from_afar(text: str, start: int, denied: Sequence[tuple[int, int]] = ()) -> bool:
    """Is what stands at `start` denied by its clause? `denied` are the spans before it that are known to be."""
    first = max(0, start - _WINDOW)
    window = text[first:start]
    if not _ANY.search(window):
        return False
    for begin, end in denied:
        if first <= begin < end <= start:
            window = window[: begin - first] + "\0" * (end - begin) + window[end - first :]
    clause = re.split(r"[.;\n]|:(?!\d)|\bbut\b|\bexcept\b|\balthough\b|\bhowever\b", window)[-1]
    listed = _LIST.search(clause) or _REMARKED.search(clause)
    return bool(_REACH.search(clause) or listed) and not _TWICE.search(clause)
