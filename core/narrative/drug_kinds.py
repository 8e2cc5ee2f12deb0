"""What a drug is told as beside its name: an antibiotic, an anticoagulant. The kind tells of the drug, not the drug of
its kind."""

from __future__ import annotations

from functools import lru_cache

from core.knowledge.base import Knowledge
from core.narrative.wordings import word_key, wordings

# Everyday words for classes that have a longer name in the knowledge base.
_EVERYDAY = {
    "inhaled-corticosteroids": "steroid", "corticosteroids": "steroid", "topical-corticosteroids": "steroid",
    "systemic-corticosteroids": "steroid", "loop-diuretics": "diuretic", "thiazides": "diuretic",
    "thiazide-diuretics": "diuretic", "doacs": "anticoagulant", "anticoagulants": "anticoagulation",
    "heparins": "anticoagulant", "opioids": "opiate", "ace-inhibitors": "antihypertensive",
}  # fmt: skip


@lru_cache(maxsize=2_000)
def drug_kinds(key: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The keys of the single words that name a class of the drug with this key ("drug:apixaban")."""
    drug = knowledge.drugs.get(key.removeprefix("drug:")) if key.startswith("drug:") else None
    found: set[str] = set()
    for name in drug.classes if drug is not None else ():
        entry = knowledge.drugs.classes.get(name)
        words = [word for word in (entry.names.en if entry is not None else ()) if word.isalpha()]
        for word in [*words, *([_EVERYDAY[name]] if name in _EVERYDAY else [])]:
            same = wordings().same.get((word_key(word),), (word_key(word),))
            found |= {word_key(word), *(same if len(same) == 1 else ())}
    return tuple(sorted(found))
