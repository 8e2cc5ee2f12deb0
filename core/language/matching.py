"""Names of findings in a sentence: the best of all that stand in it, and what they imply."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.knowledge.words import stems as stems_of
from core.language.en.paraphrase import FORM
from core.language.fitting import Match, fit, spelt_out
from core.language.lexicon import lexicon_of
from core.language.line import Line
from core.language.tokens import Sentence


def find_matches(
    sentence: Sentence,
    knowledge: Knowledge,
    body: int = 0,
    taken: frozenset[int] | set[int] = frozenset(),
    every: bool = False,
) -> list[Match]:
    """The findings named in a sentence behind `body`, the most specific of each stretch, in order; `taken` tokens are
    no part of any. With `every`, HPO's terms are chosen among themselves, so that no name of ours hides one."""
    lexicon = lexicon_of(knowledge)
    line = Line(sentence, body, lexicon, taken)
    places = line.places
    candidates: dict[tuple[tuple[int, ...], str], Match] = {}
    for anchor, here in places.items():
        for row, _ in lexicon.rows(anchor, places):
            for place in here:
                match = fit(line, row, anchor, place)
                if match is not None:
                    key = (match.tokens, match.term)
                    old = candidates.get(key)
                    if old is None or _rank(match) < _rank(old):
                        candidates[key] = match
    chosen = _choose(list(candidates.values()), line, knowledge)
    if not every:
        return chosen
    public = [m for m in candidates.values() if _is_public(m) and not (lexicon.is_saying(m.row) and _is_loose(m, line))]
    ours = [m for m in chosen if not _is_public(m)]
    return sorted((*_choose(public, line, knowledge, ours_first=False), *ours), key=lambda m: (m.first, m.last))


def _is_public(match: Match) -> bool:
    return match.term.startswith("HP:")


def _is_loose(match: Match, line: Line) -> bool:
    """Is a saying only alike, or a single word? In small words and endings lies what makes it mean the term."""
    return len(match.tokens) == 1 or match.literal < 2 * len(match.tokens) - 1 or not spelt_out(line, match)


def _rank(match: Match) -> tuple[int, ...]:
    return (
        -len(match.tokens),
        match.gaps,
        match.borrowed,
        int(not match.row.own),
        -match.literal,
        int(not match.ordered),
        len(match.row.name),
    )


def _choose(candidates: list[Match], line: Line, knowledge: Knowledge, ours_first: bool = True) -> list[Match]:
    """The best matches, none sharing words but by coordination; inside them only what they imply. Of two terms with
    the same words ours wins, or HPO's where it is not `ours_first`."""
    alike = Counter(m.tokens for m in candidates)

    def order(m: Match) -> tuple[object, ...]:
        rank = _rank(m)
        breadth = _breadth(m, line, knowledge) if alike[m.tokens] > 1 else (0, 0)
        return rank[:3], m.row.own != ours_first, breadth, rank, m.tokens, m.term

    candidates.sort(key=order)
    kept: list[Match] = []
    owner: dict[int, list[Match]] = {}
    for match in candidates:
        if _listed(match, line, candidates):
            whole = set(match.tokens)
            if match.row.own and not any(c.term == match.term and set(c.tokens) < whole for c in candidates):
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


def _breadth(match: Match, line: Line, knowledge: Knowledge) -> tuple[int, int]:
    """Of terms with the same name the widest is meant, unless the words are the very label of one; a malformation is
    one of form."""
    if match.row.own:
        return (0, 0)
    label = knowledge.label(match.term).en
    if match.literal == 2 * len(match.tokens) and sorted(_stems_of_label(label)) == sorted(match.row.stems):
        return (0, 0)
    form = not FORM.isdisjoint(line.sentence.lowers[match.first : match.last]) and "morphology" not in label
    return (int(form), len(knowledge.ancestors(match.term)))


@lru_cache(maxsize=20_000)
def _stems_of_label(label: str) -> tuple[str, ...]:
    return stems_of(label)


def _inside(match: Match, outer: Match, knowledge: Knowledge) -> bool:
    """Is a match in the words of another implied by it, or the same in HPO's terms?"""
    if len(match.tokens) < len(outer.tokens):
        return match.term in knowledge.ancestors(outer.term)
    return outer.term.startswith("BD:") and match.term.startswith("HP:") and match.row.stems == outer.row.stems


def _listed(match: Match, line: Line, candidates: list[Match]) -> bool:
    """Does the match run across a list whose members are findings of their own ("cleft lip and palate")?"""
    members: list[set[int]] = [set()]
    for token in match.tokens:
        members[-1].add(token)
        if token != match.tokens[-1] and line.joins[line.place_of[token]]:
            members.append(set())
    if len(members) == 1:
        return False
    whole = set(match.tokens)
    if match.shared and len(members) == 2 and len(members[0]) > 1:
        # "chest pain nor shortness of breath": either side is a name of its own
        skipped = set(range(match.first, match.last)) - whole
        names = [set(c.tokens) for c in candidates if not c.gaps]
        if members[0] in names and any(members[1] <= n and n & skipped and not n & members[0] for n in names):
            return True
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
