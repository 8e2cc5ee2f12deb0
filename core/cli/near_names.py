"""What somebody may have meant who typed a name that nothing has."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

MOST = 5
_LIKE_ENOUGH = 0.77  # of five letters two may have changed places; expert-estimate
_OF_A_WORD = 0.9


def near_names(asked: str, names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Id → name of those spelt most like `asked`, the most alike first; `names` are pairs of an id and one of its
    names.

    A name that begins with `asked` counts as alike, for people type what they are sure of; one of whose words alone is
    spelt so ("wels" for "Wells score") counts for less than one that is so as a whole.
    """
    wanted = asked.casefold().strip()
    if not wanted:
        return {}
    compare = SequenceMatcher(autojunk=False)
    compare.set_seq2(wanted)
    found: dict[str, tuple[float, str]] = {}
    for key, name in names:
        alike = _alike(compare, wanted, name.casefold())
        if alike > found.get(key, (0.0, ""))[0]:
            found[key] = alike, name
    best = sorted(found, key=lambda key: (-found[key][0], key))[:MOST]
    return {key: found[key][1] for key in best}


def _alike(compare: SequenceMatcher[str], wanted: str, name: str) -> float:
    if len(wanted) > 1 and name.startswith(wanted):
        return 1.0
    whole = _ratio(compare, name)
    if whole or " " in wanted or " " not in name:
        return whole
    return _OF_A_WORD * max(_ratio(compare, word) for word in name.split())


def _ratio(compare: SequenceMatcher[str], name: str) -> float:
    """How alike, 0 where it is not enough."""
    compare.set_seq1(name)
    # Each bounds the next from above, and is quicker than it.
    for ratio in (compare.real_quick_ratio, compare.quick_ratio, compare.ratio):
        if (found := ratio()) < _LIKE_ENOUGH:
            return 0.0
    return found
