"""Names that say less than they mean: a "mobile mass" is a lump of the breast only where nothing else is spoken of."""

from __future__ import annotations

from core.language.tokens import Sentence

# By the label of the finding: words beside which it is meant of another part, and those that bring it back.
_HEART = frozenset("cusp cusps leaflet valve valvular aortic mitral tricuspid atrial atrium ventricular echo".split())
_ELSEWHERE = {
    "smooth mobile breast lump": (
        _HEART | frozenset("abdomen abdominal neck thyroid groin scalp testicular pelvic bladder node nodes".split()),
        frozenset("breast breasts nipple boob".split()),
    ),
    "chest pain worse with coughing": (
        frozenset("head headache headaches migraine groin scrotal hernia back neck leg throat".split()),
        frozenset("chest rib ribs pleuritic sternum breathing breath inspiration".split()),
    ),
}


def is_misplaced(label: str, sentence: Sentence) -> bool:
    """Is the finding of this label named by words that the sentence says of another part of the body?"""
    rule = _ELSEWHERE.get(label)
    return rule is not None and not rule[0].isdisjoint(sentence.lowers) and rule[1].isdisjoint(sentence.lowers)
