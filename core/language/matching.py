"""Names of findings in a sentence: exact, inflected, reordered, interrupted, or sharing a word with their neighbour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from core.knowledge.base import Knowledge, LexiconRow
from core.knowledge.words import FUNCTION_WORDS
from core.knowledge.words import stems as stems_of
from core.language.en.vocabulary import ABBREVIATIONS, BARRIERS, MODIFIERS, STOP_NAMES
from core.language.tokens import Sentence

_HARD = frozenset(";:.?!()[]|•*=")
_JOINS = frozenset((",", "and", "or", "/", "&", "nor"))
_AND = frozenset(("and", "or", "/", "&", "nor"))
_PREPOSITIONS = frozenset("of in over on at to around across within along".split())
_SMALL = frozenset("htn uti dvt cad chf gerd copd ibs tia cva afib gord osa ibd".split())
FREE_ORDER = 4  # names longer than this keep their order


class Match(NamedTuple):
    """A name that was found: its term, the tokens that make it, and how well it fits."""

    term: str
    tokens: tuple[int, ...]
    row: LexiconRow
    gaps: int
    ordered: bool
    shared: bool  # it shares a word with a neighbour, as "left flank" in "left and right flank"
    joint: bool = False  # a list whose parts are findings too ("nausea and vomiting"): true only when all of it is
    inner: bool = False  # named inside a more special finding that implies it ("colitis" in "ulcerative colitis")
    literal: int = 0  # how many of its words stand there as the name spells them

    @property
    def first(self) -> int:
        """Its first token."""
        return self.tokens[0]

    @property
    def last(self) -> int:
        """One past its last token."""
        return self.tokens[-1] + 1


class _Line:
    """The content words of a sentence and what stands between them."""

    def __init__(self, sentence: Sentence, body: int) -> None:
        self.sentence = sentence
        self.content = [i for i, t in enumerate(sentence.tokens) if t.stem and t.start >= body and t.lower not in _AND]
        self.place_of = {token: place for place, token in enumerate(self.content)}
        self.stems = [sentence.tokens[i].stem for i in self.content]
        self.places: dict[str, list[int]] = {}
        for place, found in enumerate(self.stems):
            self.places.setdefault(found, []).append(place)
        # hard[i]: how many walls stand before content word i; joins and commas: what stands between i and i + 1
        self.hard = [0] * (len(self.content) + 1)
        self.joins: list[str] = [""] * len(self.content)
        self.preposition = [False] * len(self.content)
        for place in range(len(self.content) - 1):
            wall = 0
            for i in range(self.content[place] + 1, self.content[place + 1]):
                lower = sentence.lowers[i]
                if lower in _HARD:
                    wall = 1
                elif lower in _AND:
                    self.joins[place] = "and"
                elif lower == "," and not self.joins[place]:
                    self.joins[place] = ","
                elif lower in _PREPOSITIONS:
                    self.preposition[place] = True
            self.hard[place + 1] = self.hard[place] + wall


def find_matches(sentence: Sentence, knowledge: Knowledge, body: int = 0) -> list[Match]:
    """The findings named in a sentence behind `body`, the most specific of each stretch, in order."""
    line = _Line(sentence, body)
    rows = knowledge.lexicon(line.places)
    if not rows:
        return []
    places = line.places
    candidates: dict[tuple[tuple[int, ...], str], Match] = {}
    for anchor, names in rows.items():
        for row in names:
            for needed in row.stems:  # a plain loop: this is where the time of reading goes
                if needed not in places:
                    break
            else:
                for place in places[anchor]:
                    match = _fit(line, row, place)
                    if match is not None:
                        key = (match.tokens, match.term)
                        old = candidates.get(key)
                        if old is None or _rank(match) < _rank(old):
                            candidates[key] = match
    return _choose(list(candidates.values()), line, knowledge)


def _fit(line: _Line, row: LexiconRow, anchor_place: int) -> Match | None:
    stems = row.stems
    if len(stems) == 1:
        return _single(line, row, anchor_place)
    places = _nearest(line, stems, anchor_place)
    if places is None:
        return None
    chosen = sorted(places)
    low, high = chosen[0], chosen[-1]
    gaps = high - low + 1 - len(stems)
    if gaps > (3 if len(stems) == 2 else 4) or line.hard[high] != line.hard[low]:
        return None
    ordered = places == chosen
    if not ordered and len(stems) > FREE_ORDER:
        return None
    shared = False
    if gaps == 0:
        if not _together(line, chosen, ordered, row):
            return None
    else:
        fits = _interrupted(line, row, places, chosen)
        if fits is None:
            return None
        shared = fits
    tokens = tuple(line.content[p] for p in chosen)
    spelt = _words_of(row.name)
    literal = sum(line.sentence.tokens[t].lower in spelt for t in tokens)
    if (
        row.name.isupper()
        and len(row.name) <= 5
        and not all(line.sentence.tokens[i].lower != _written(line, i) for i in tokens)
    ):
        return None
    return Match(row.term, tokens, row, gaps, ordered, shared, literal=literal)


@lru_cache(maxsize=20_000)
def _words_of(name: str) -> frozenset[str]:
    return frozenset(name.lower().replace("-", " ").replace(",", " ").split())


@lru_cache(maxsize=20_000)
def _head_size(name: str) -> int:
    """How many content words stand before the preposition of a name: 1 in "abnormality of the kidney", else 0."""
    words = name.replace("-", " ").split()
    at = next((i for i, w in enumerate(words) if w.lower() in _PREPOSITIONS), 0)
    return len(stems_of(" ".join(words[:at]))) if at else 0


def _written(line: _Line, token: int) -> str:
    return line.sentence.raw(token)


def _single(line: _Line, row: LexiconRow, place: int) -> Match | None:
    token = line.content[place]
    written = line.sentence.raw(token)
    name = row.name
    lower = written.lower()
    if " " in name and not _spelt_out(line, token, name):
        return None  # "on edge" is not any edge
    if not row.own and len(name) <= 2 and name.isupper() and name not in ABBREVIATIONS:
        return None
    if lower in STOP_NAMES and not (written.isupper() and name.isupper()):
        return None
    if name.isupper() and len(name) <= 3 and name.isalpha():  # an abbreviation, not a word
        if not written.isupper() and lower not in _SMALL:
            return None
        if written.isupper() and lower != name.lower():
            return None
    elif name.isupper() and lower not in (name.lower(), name.lower() + "s"):
        return None
    if len(written) <= 2 and not written.isupper() and not any(c.isdigit() for c in written):
        return None
    return Match(row.term, (token,), row, 0, True, False, literal=int(lower in _words_of(name)))


def _spelt_out(line: _Line, token: int, name: str) -> bool:
    """Does a name of one content word stand there with its small words, too?"""
    small = [w for w in name.lower().replace("-", " ").split() if w in FUNCTION_WORDS]
    near = line.sentence.lowers[max(0, token - 4) : token + 4]
    return all(w in near for w in small)


def _nearest(line: _Line, stems: Sequence[str], anchor_place: int) -> list[int] | None:
    """For each stem of a name the place nearest to the anchor; None when one is missing or too far."""
    anchor = line.stems[anchor_place]
    reach = len(stems) + 4
    used = {anchor_place}
    places: list[int] = []
    anchored = False
    for wanted in stems:
        if wanted == anchor and not anchored:
            anchored = True
            places.append(anchor_place)
            continue
        best = -1
        for place in line.places[wanted]:
            near = abs(place - anchor_place)
            if near <= reach and place not in used and (best < 0 or near < abs(best - anchor_place)):
                best = place
        if best < 0:
            return None
        used.add(best)
        places.append(best)
    return places


def _together(line: _Line, chosen: list[int], ordered: bool, row: LexiconRow) -> bool:
    """May these neighbours be one name, for all that stands between them?"""
    for place in chosen[:-1]:
        join = line.joins[place]
        if not join:
            continue
        if not ordered:
            return False
        if " and " in row.name or " or " in row.name or "/" in row.name or (join == "," and "," in row.name):
            continue
        if len(chosen) == 2:
            return False
    return True


def _interrupted(line: _Line, row: LexiconRow, places: list[int], chosen: list[int]) -> bool | None:
    """May other words stand between these? None: no; True: only since the name shares a word with a neighbour.

    `places` are those of the name's words in the name's order, `chosen` the same in the text's. A name with "of" is
    also said the other way round, without it; what is said in the name's own order needs a preposition, too.
    """
    ordered = places == chosen
    head = _head_size(row.name)
    preposition = any(line.preposition[p] for p in range(chosen[0], chosen[-1]))
    turned = bool(head) and places[head:] + places[:head] == chosen
    if not preposition and (ordered if head else not ordered) and not turned:
        return None
    shared = False
    for left, right in pairwise(chosen):
        run = range(left + 1, right)
        if not run:
            if line.joins[left] and len(chosen) == 2:
                return None
            continue
        words = [line.stems[p] for p in run]
        if any(w in BARRIERS or w.isdigit() for w in words):
            return None
        joins = [line.joins[p] for p in range(left, right)]
        if all(w in MODIFIERS for w in words) and not joins[0] and not joins[-1]:
            continue  # "the left and right flank"
        if any(joins):
            if not _list_between(line, joins, right):
                return None
            shared = True
        elif not (all(w in MODIFIERS for w in words) or (len(chosen) >= 3 and len(words) == 1)):
            return None
    return None if shared and _half_a_word(line, chosen) else shared


def _list_between(line: _Line, joins: list[str], right: int) -> bool:
    """Are the joins between two words those of one list, in which one of the two has a part in each member?

    "Ocular, oral and facial anomalies" shares its last word, "renal hypoplasia, dysplasia and agenesis" its first.
    """
    after_left, before_right = bool(joins[0]), bool(joins[-1])
    if after_left == before_right or len(joins) > 7:
        return False
    last_and = max((i for i, j in enumerate(joins) if j == "and"), default=-1)
    if "," in joins[last_and + 1 :] and last_and >= 0:
        return False  # the list was over before the comma
    if last_and < 0 and (after_left or not line.joins[right] or "and" not in line.joins[right : right + 2]):
        return False
    width = 0
    for join in joins[1:]:
        width = 0 if join else width + 1
        if width > 2:
            return False  # members of a list are short
    return True


def _half_a_word(line: _Line, chosen: list[int]) -> bool:
    """Is a shared word but a part of "branchio-oto-renal", or an adjective that cannot stand for its noun?"""
    sentence = line.sentence
    if sentence.lowers[line.content[chosen[-1]]] in ("abnormal", "anomalous", "malformed", "defective"):
        return True
    taken = {line.content[p] for p in chosen}
    for token in taken:
        for mark, beside in ((token - 1, token - 2), (token + 1, token + 2)):
            if (
                0 <= beside < len(sentence.tokens)
                and sentence.lowers[mark] == "-"
                and beside not in taken
                and sentence.tokens[beside].stem not in MODIFIERS
                and sentence.tokens[min(mark, beside)].end == sentence.tokens[max(mark, beside)].start
            ):
                return True
    return False


def _rank(match: Match) -> tuple[int, int, int, int, int, int]:
    return (
        -len(match.tokens),
        match.gaps,
        int(not match.row.own),
        -match.literal,
        int(not match.ordered),
        len(match.row.name),
    )


def _choose(candidates: list[Match], line: _Line, knowledge: Knowledge) -> list[Match]:
    """The best matches, none sharing words but by coordination; inside them only what they imply."""
    alike = Counter(m.tokens for m in candidates)
    candidates.sort(
        key=lambda m: (_rank(m)[:3], _breadth(m, knowledge) if alike[m.tokens] > 1 else 0, _rank(m), m.tokens, m.term)
    )
    kept: list[Match] = []
    owner: dict[int, list[Match]] = {}
    for match in candidates:
        if _listed(match, line, candidates):
            if match.row.own:
                kept.append(match._replace(joint=True))
            continue
        rivals = [r for t in match.tokens for r in owner.get(t, ())]
        if any(r.term == match.term for r in rivals):
            continue
        outer = next((r for r in rivals if set(match.tokens) <= set(r.tokens)), None)
        if outer is not None:
            if match.gaps == 0 and _inside(match, outer, knowledge):
                kept.append(match._replace(inner=True))
            continue
        if rivals and not (match.shared or any(r.shared for r in rivals)):
            continue
        if match.shared and any(len(r.tokens) > 1 and not r.shared and r.last - 1 == match.first for r in rivals):
            continue  # "imperforate anus and renal malformations" has no malformations of the anus
        kept.append(match)
        for token in match.tokens:
            owner.setdefault(token, []).append(match)
    return sorted(kept, key=lambda m: (m.first, m.last))


def _breadth(match: Match, knowledge: Knowledge) -> int:
    """Of terms with the same name the widest is meant, unless the words are the very label of one."""
    if match.row.own or (
        match.literal == len(match.tokens)
        and sorted(_stems_of_label(knowledge.label(match.term).en)) == sorted(match.row.stems)
    ):
        return 0
    return len(knowledge.ancestors(match.term))


@lru_cache(maxsize=20_000)
def _stems_of_label(label: str) -> tuple[str, ...]:
    return stems_of(label)


def _inside(match: Match, outer: Match, knowledge: Knowledge) -> bool:
    """Is a match in the words of another implied by it, or the same in HPO's terms?"""
    if len(match.tokens) < len(outer.tokens):
        return match.term in knowledge.ancestors(outer.term)
    return outer.term.startswith("BD:") and match.term.startswith("HP:") and match.row.stems == outer.row.stems


def _listed(match: Match, line: _Line, candidates: list[Match]) -> bool:
    """Does the match run across a list whose members are findings of their own ("cleft lip and palate")?"""
    members: list[set[int]] = [set()]
    for token in match.tokens:
        members[-1].add(token)
        if token != match.tokens[-1] and line.joins[line.place_of[token]]:
            members.append(set())
    if len(members) == 1:
        return False
    whole = set(match.tokens)
    return all(any(member <= set(c.tokens) < whole for c in candidates) for member in members)


def named(knowledge: Knowledge, name: str) -> Iterator[str]:
    """The terms that bear a name, ours first."""
    wanted = stems_of(name)
    rows = knowledge.lexicon(wanted)
    found = sorted((not r.own, r.term) for named_rows in rows.values() for r in named_rows if r.stems == wanted)
    seen = set()
    for _, term in found:
        if term not in seen:
            seen.add(term)
            yield term
