"""Where the list of drugs is over though no heading says so: "Meds: labetalol 100 mg. Asthma as a child"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.language.attributes import Named
from core.language.tokens import Sentence

# What makes a line of its own a sentence, and no item of the list ("Asthma: salbutamol inhaler").
_TELLS = re.compile(
    r"\b(?:has|had|have|is|was|were|are|started|began|since|for \d|for the|today|yesterday|last (?:night|week|month)|"
    r"now|no|denies|complain\w*|came|presents?|as a child|worse|still)\b",
    re.IGNORECASE,
)
_LEAD = 1  # a word may stand before the finding: "No fever", "Has chest pain"


def tells(sentence: Sentence, names: Sequence[Named], drugs: Sequence[int]) -> bool:
    """Is a sentence of the list of drugs the story that goes on: does it begin with a finding, and with no drug?

    `names`: the findings named in it; `drugs`: the first tokens of the drugs.
    """
    if sentence.body > sentence.start:
        return False  # the line of the heading
    first = min((n.first for n in names), default=None)
    if first is None or first > _LEAD or any(d <= first for d in drugs):
        return False
    own_line = "\n" in sentence.text[max(0, sentence.start - 3) : sentence.start]
    return not own_line or _TELLS.search(sentence.text, sentence.start, sentence.end) is not None
