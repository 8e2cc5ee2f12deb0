"""A complaint and a place make a finding: "a dragging ache across my whole lower tummy" is lower abdominal pain.

Names in the vocabulary are what notes call things; patients put together a word for what is wrong and a word for where.
The words and what they make stand in `resources/knowledge/composition.yaml`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from itertools import pairwise

from core.language.composition_table import Composed, Hit, Located, Table, hits, table
from core.language.tokens import Sentence

# So many words may stand between the complaint and the place.
FARTHEST = 7
# So far from the place its side or level is looked for.
NEAR = 3
# What may stand with a comma between a place and its complaint.
_BESIDE = frozenset(
    "is are was feels feel looks look very quite really so a bit and , red hot warm swollen puffy sore painful tender "
    "itchy stiff numb tingly shiny purple blue both it".split()
)
_BEGIN_PLACE = [
    [w] for w in "in on across over under behind around at low mostly mainly left right both below round".split()
]
_WALLS = frozenset(". ; : ! ? but except although though besides otherwise then because whereas".split())
# A place behind one of these is where a complaint goes to, not where it is.
_GOES = frozenset(
    "radiates radiating radiate radiated radiation goes going went spreads spreading spread shoots shooting shot moves "
    "moved moving travels travelling pulsing runs running creeps comes".split()
)
_TOWARDS = frozenset("to into towards through up down".split())
_TOWARDS_NEAR = 3
_BESIDE_A_GOAL = frozenset("and or / , & the my his her left right both".split())
_GOES_NEAR = 5
# Between a place and its complaint these deny it: "knee not swollen"; the other way round they leave it open.
_DENIALS = frozenset(
    "not no isn't aren't wasn't weren't doesn't don't didn't hasn't haven't never hardly scarcely barely nor "
    "without neither cannot".split()
)
_SPARED = frozenset("fine normal ok okay clear spared unaffected".split())
_SIDES = {
    "left": "left", "l": "left", "lt": "left", "right": "right", "r": "right", "rt": "right", "both": "both",
    "bilateral": "both", "bilaterally": "both",
}  # fmt: skip
_RIGHT_ON = frozenset(
    "across through behind under round around up down now away at".split()
)  # "right across" is no side
_LEVELS = {"lower": "lower", "low": "lower", "bottom": "lower", "upper": "upper", "top": "upper"}


def composed(sentence: Sentence, taken: Collection[int] = ()) -> tuple[list[Composed], list[Located]]:
    """What complaints and places of a sentence make together, in the order of the places, and its pains with their
    places; `taken` tokens say nothing of the kind."""
    known = table()
    complaints = [hit for hit in hits(sentence, known.complaints, taken) if not _is_noun(sentence, hit)]
    if not complaints:
        return [], []
    places = list(hits(sentence, known.places, taken))
    goals = _goals(sentence, places)
    made: list[Composed] = []
    for goal in goals:
        term = known.radiation.get(_exact(sentence, known, goal)) or known.radiation.get(goal.key)
        if term is not None and any(c.key == "pain" for c in complaints) and _moves(sentence, goal):
            made.append(Composed(term, goal.first, goal.last))
    places = [hit for hit in places if hit not in goals]
    of_place: dict[Hit, list[Hit]] = {place: [] for place in places}
    where: dict[Hit, str | None] = {c: None for c in complaints if c.key == "pain"}
    firsts, lasts = [place.first for place in places], [place.last for place in places]
    for complaint in complaints:
        # no place farther than this is less remote than one that may be meant
        low = bisect_left(lasts, complaint.first - 2 * FARTHEST)
        near = places[low : bisect_right(firsts, complaint.last + 2 * FARTHEST)]
        if not near:
            continue
        nearest = min(near, key=lambda place: _remoteness(sentence, complaint, place))
        if _distance(complaint, nearest) <= FARTHEST and not _walled(sentence, complaint, nearest):
            of_place[nearest].append(complaint)
            if complaint in where:
                where[complaint] = _exact(sentence, known, nearest)
    before: Hit | None = None
    for place in places:
        if not of_place[place] and before is not None and _listed(sentence, before, place):
            of_place[place] = of_place[before]  # "an ache under the ribs and the shoulder tip"
        made += _made(sentence, known, place, of_place[place])
        before = place
    return made, [Located(hit, place) for hit, place in where.items()]


def _made(sentence: Sentence, known: Table, place: Hit, complaints: list[Hit]) -> Iterator[Composed]:
    exact = _exact(sentence, known, place)
    for complaint in complaints:
        term = known.finding(complaint.key, exact)
        denied = _denied(sentence, complaint, place)
        if term is not None and denied is not None:
            yield Composed(term, min(complaint.first, place.first), max(complaint.last, place.last), denied)


def _denied(sentence: Sentence, complaint: Hit, place: Hit) -> bool | None:
    """Is the complaint denied of the place between the two? None where neither is said."""
    between = sentence.lowers[min(complaint.last, place.last) : max(complaint.first, place.first)]
    if place.first < complaint.first:
        if not _SPARED.isdisjoint(between):
            return None
        return not _DENIALS.isdisjoint(between)
    return False if _DENIALS.isdisjoint(between) else None


def _is_noun(sentence: Sentence, complaint: Hit) -> bool:
    """ "A sore" is no soreness."""
    lowers = sentence.lowers
    return lowers[complaint.first] == "sore" and lowers[max(0, complaint.first - 1)] in ("a", "open", "small", "the")


def _listed(sentence: Sentence, one: Hit, other: Hit) -> bool:
    """Are two places members of one list, with nothing but joining words and sides between them?"""
    between = sentence.lowers[one.last : other.first]
    return len(between) <= NEAR and bool({"and", "&", "/", "+"} & set(between)) and _WALLS.isdisjoint(between)


def _remoteness(sentence: Sentence, complaint: Hit, place: Hit) -> int:
    """How little a place is that of a complaint: "pain in my head and numb around the mouth"."""
    if sentence.lowers[place.first].endswith("ache") and not place.first <= complaint.first < place.last:
        return 2 * FARTHEST  # "headache, weakness" is no weakness of the head
    goes_on = sentence.lowers[complaint.last : complaint.last + 1] in _BEGIN_PLACE
    return _distance(complaint, place) + (FARTHEST if goes_on and place.first < complaint.first else 0)


def _distance(one: Hit, other: Hit) -> int:
    """Words between two hits; 0 when one stands in the other ("headache")."""
    return max(0, one.first - other.last, other.first - one.last)


def _walled(sentence: Sentence, complaint: Hit, place: Hit) -> bool:
    """Does something stand between that parts them: another clause, or a comma that begins something else?"""
    between = sentence.lowers[min(complaint.last, place.last) : max(complaint.first, place.first)]
    if not _WALLS.isdisjoint(between):
        return True
    if "," not in between:
        return False
    if complaint.first < place.first:  # "an ache, low down in the tummy", but not "tender there, womb soft"
        return between[len(between) - between[::-1].index(",") :][:1] not in _BEGIN_PLACE
    return not _BESIDE.issuperset(between)  # "the knee is red, hot and swollen"


def _goals(sentence: Sentence, places: list[Hit]) -> list[Hit]:
    """The places that a complaint goes to, with those that are listed behind one ("to the jaw or neck")."""
    goals: list[Hit] = []
    for place in places:
        behind = goals and set(sentence.lowers[goals[-1].last : place.first]) <= _BESIDE_A_GOAL
        if behind or _is_goal(sentence, place):
            goals.append(place)
    return goals


def _is_goal(sentence: Sentence, place: Hit) -> bool:
    """Is it a place where a complaint goes to: "into my jaw", "up to the shoulder"?"""
    before = sentence.lowers[max(0, place.first - _TOWARDS_NEAR) : place.first]
    return not _GOES.isdisjoint(before) or not _TOWARDS.isdisjoint(before) or _has_arrow(before)


def _has_arrow(before: list[str]) -> bool:
    """ "-> jaw"; a mere ">" compares."""
    return "→" in before or any(first in "-=–" and second == ">" for first, second in pairwise(before))


def _moves(sentence: Sentence, goal: Hit) -> bool:
    """Does a verb say that it goes there, or "into" alone?"""
    before = sentence.lowers[max(0, goal.first - _GOES_NEAR) : goal.first]
    return (
        not _GOES.isdisjoint(before)
        or "into" in before
        or _has_arrow(before)
        or ("through" in before and "to" in before)
    )


def _exact(sentence: Sentence, known: Table, place: Hit) -> str:
    """The place with its level and side, as far as the table tells them apart."""
    around = [*sentence.lowers[max(0, place.first - NEAR) : place.first]]
    for lower in sentence.lowers[place.last : place.last + NEAR + 2]:
        if lower in _WALLS or lower == "," or lower in _GOES:
            break  # "pain radiating to the left arm" is no pain of the left
        around.append(lower)
    side = next((_SIDES[w] for w, after in pairwise([*around, ""]) if w in _SIDES and after not in _RIGHT_ON), None)
    level = next((_LEVELS[w] for w in around if w in _LEVELS), None)
    key = place.key
    finer = known.sites[key].finer
    if level and side and f"{side}-{level}" in finer:
        return finer[f"{side}-{level}"]
    if level and level in finer:
        key = finer[level]
        finer = known.sites[key].finer
    return finer.get(side, key) if side else key
