"""Where a sentence holds the phrases that the rules speak of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from core.language.en.rules import RULES, Rule

_SEGMENT_ENDS = frozenset(";,.")
_SEGMENT_BEGINS = frozenset((";", ",", ".", ":", "-", "(", "but"))
_YEAR = re.compile(r"(?:19|20)\d\d$")
_DRUG = re.compile(  # what the names of drugs end with
    r"(?:insulin|valproate|\w{2}(?:pril|olol|sartan|statin|dipine|zosin|xaban|parin|gliptin|gliflozin|formin|azole|"
    r"prazole|tidine|triptan|setron|cillin|mycin|floxacin|traline|oxetine|epam|zepine|azine|thiazide|semide|thyroxine|imazole|onide|asone|"
    r"solone|lukast|tropium|terol|mab|nib|dronate|\w{2}ine|acetam|toin|idone|amide|azide|ium|oxin|farin|profen|amol|"
    r"\w{2}trigine))$"
)
_WILD: dict[str, Callable[[str], bool]] = {
    "~w": lambda word: word[0].isalpha(),
    "~n": lambda word: word[0].isdigit(),
    "~ing": lambda word: len(word) > 4 and word.endswith("ing"),
    "~year": lambda word: _YEAR.match(word) is not None,
    "~drug": lambda word: _DRUG.search(word) is not None,
}
_Phrase = tuple[tuple[str, ...], list[Rule]]
# By the first two tokens, longest first; a phrase of one token stands under (token, "").
_Index = dict[tuple[str, str], list[_Phrase]]


@lru_cache(maxsize=1)
def _index() -> tuple[_Index, frozenset[str]]:
    """The phrases, and the tokens with which one begins; one phrase may stand in several rules."""
    by_phrase: dict[tuple[str, ...], list[Rule]] = {}
    for rule in RULES:
        for phrase in rule.phrases:
            by_phrase.setdefault(tuple(_tokens(phrase)), []).append(rule)
    found: _Index = {}
    for tokens, kinds in by_phrase.items():
        second = tokens[1] if len(tokens) > 1 else ""
        found.setdefault((tokens[0], "~" if second.startswith("~") else second), []).append((tokens, kinds))
    for phrases in found.values():
        phrases.sort(key=lambda p: -len(p[0]))
    return found, frozenset(first for first, _ in found)


def _tokens(phrase: str) -> list[str]:
    return [t for part in phrase.split(" ") for t in (["(", part[1], ")"] if part in ("(-)", "(+)") else [part])]


def _stands_at(lowers: Sequence[str], place: int, phrase: tuple[str, ...]) -> bool:
    if place + len(phrase) > len(lowers):
        return False
    for offset, wanted in enumerate(phrase):
        word = lowers[place + offset]
        if word != wanted and not (wanted[0] == "~" and wanted in _WILD and _WILD[wanted](word)):
            return False
    return True


def find_triggers(lowers: Sequence[str], patient: frozenset[str] = frozenset()) -> list[tuple[int, int, list[Rule]]]:
    """The rules' phrases in a sentence, longest first, none inside another; words for a relative who is the `patient`
    are left out."""
    index, firsts = _index()
    found: list[tuple[int, int, list[Rule]]] = []
    if firsts.isdisjoint(lowers):
        return found
    done = 0
    for i, word in enumerate(lowers):
        if word not in firsts or i < done:
            continue
        second = lowers[i + 1] if i + 1 < len(lowers) else "\n"
        candidates = [*index.get((word, second), ()), *index.get((word, "~"), ()), *index.get((word, ""), ())]
        if len(candidates) > 1:
            candidates.sort(key=lambda c: -len(c[0]))
        for phrase, rules in candidates:
            if not _stands_at(lowers, i, phrase):
                continue
            end = i + len(phrase)
            kept = _holding(rules, lowers, i, end)
            if kept and not (patient and _is_patient(lowers, i, end, kept, patient)):
                found.append((i, end, kept))
                done = end
                break
    return found


def _holding(rules: list[Rule], lowers: Sequence[str], first: int, last: int) -> list[Rule]:
    """The rules of a phrase that hold where it stands; one that needs a beginning is there instead of the others."""
    ends = last == len(lowers) or lowers[last] in _SEGMENT_ENDS
    begins = not ends and (first == 0 or lowers[first - 1] in _SEGMENT_BEGINS)
    beginning = [r for r in rules if r.begins and begins]
    return beginning or [r for r in rules if not r.begins and (ends or not r.ends)]


def _is_patient(lowers: Sequence[str], first: int, last: int, rules: list[Rule], patient: frozenset[str]) -> bool:
    """Does a phrase speak of the relative who is the patient, and not of "her mother"?"""
    return (
        rules[0].category in ("family", "other")
        and not patient.isdisjoint(lowers[first:last])
        and (first == 0 or lowers[first - 1] not in ("her", "his", "their"))
    )
