"""How far a phrase reaches: to the end of its clause, its list, or the word that takes its place."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter
from typing import NamedTuple

from core.language.clauses import clause_end
from core.language.company import ALONE, Company
from core.language.en.people import CLAUSE_VERBS, GIVEN, LIGHT_RECENT, NOBODY, PATIENT
from core.language.en.rules import Category, Rule
from core.language.relatives import is_patient_too, portrayal, speaks, speaks_of_self, told_of_narrator
from core.language.tokens import Sentence
from core.language.triggers import find_triggers

MOST = 40  # phrases of a sentence that are looked at; no sentence that anybody wrote has more
_HARD = frozenset(";")
_THERE_IS = frozenset("some occasional ongoing".split())
# These deny what follows to the comma, not a list, unless it ends in "or": "cannot sleep, fever".
_ONE_CLAUSE = frozenset(
    "not|without|cannot|isn't|ain't|aren't|wasn't|weren't|doesn't|don't|didn't|does not|do not|did not".split("|")
)


_AT_ALL = frozenset(("all", "whatsoever"))
_MYSELF = frozenset(("myself", "own"))
_SELVES = frozenset(("herself", "himself", "own"))
_CLOSES = frozenset("neg negative nil none no absent - zero".split())


class Scope(NamedTuple):
    """The tokens that a trigger speaks of."""

    category: Category
    first: int
    last: int
    trigger: int


class Reach:
    """The phrases of one sentence that turn a finding, and how far each of them reaches."""

    def __init__(self, sentence: Sentence, company: Company = ALONE) -> None:
        self._sentence = sentence
        self._patient = company.patient
        self._lowers = sentence.lowers
        self.triggers = sorted(
            [*find_triggers(self._lowers, self._patient)[:MOST], *company.triggers(sentence)], key=itemgetter(0)
        )
        self._trigger_starts: list[int] = []
        self._kinds: list[set[Category]] = []
        self._body = 0

    def scopes(self) -> list[Scope]:
        """All of them, in the order of their phrases."""
        if not self.triggers and not self._patient and _SELVES.isdisjoint(self._lowers):
            return []
        self._trigger_starts = [t[0] for t in self.triggers]
        # what each of them is, if it reaches forward or nowhere: this is what ends the reach of another
        self._kinds = [{r.category for r in rules if r.direction != "backward"} for _, _, rules in self.triggers]
        self._body = bisect_left(self._sentence.starts, self._sentence.body)
        found = [s for t in self.triggers for s in self._scopes_of(*t)]
        if not _SELVES.isdisjoint(self._lowers):
            found += [
                Scope(who, first, last, first) for who, first, last in speaks_of_self(self._sentence, self._patient)
            ]
        if self._patient and not _MYSELF.isdisjoint(self._lowers):
            found += [
                Scope("family", first, last, first) for first, last in told_of_narrator(self._lowers, self._patient)
            ]
        return found

    def _scopes_of(self, first: int, last: int, rules: list[Rule]) -> list[Scope]:
        scopes = []
        for rule in rules:
            if rule.category in ("pseudo", "stop") or rule.direction == "none":
                continue
            if rule.category == "possible" and self._lowers[first] == "either" and "or" not in self._lowers[last:]:
                continue
            if rule.category == "present" and not NOBODY.isdisjoint(self._lowers[max(0, first - 3) : first]):
                continue
            if rule.category == "hypothetical" and self._lowers[first] in ("prn", "p") and GIVEN & {*self._lowers}:
                continue
            if rule.category in ("family", "other") and rule.direction == "forward":
                if is_patient_too(self._sentence, first, last):
                    continue
                scopes.append(Scope(rule.category, portrayal(self._lowers, first), first, first))
                if speaks(self._sentence, first, last, rule.category):
                    continue
            if rule.direction in ("forward", "both"):
                scopes.append(Scope(rule.category, last, self._forward(first, last, rule), first))
                if rule.also:
                    scopes.append(Scope(rule.also, last, scopes[-1].last, first))
            if rule.direction in ("backward", "both"):
                if self._lowers[first] == "?" and self._asks_ahead(first):
                    continue
                dots = first
                while dots and self._lowers[dots - 1] == ".":
                    dots -= 1  # "Asthma ..... No"
                scopes.append(Scope(rule.category, self._backward(dots, rule), first, first))
                if not rule.unless.isdisjoint(self._lowers[max(0, scopes[-1].first - 2) : first]):
                    scopes.pop()  # "the cause of the seizure is unknown"
        return [s for s in scopes if s.first < s.last]

    def _asks_ahead(self, mark: int) -> bool:
        """Does a question mark belong to the word behind it? "LIF pain, ?diverticulitis" doubts no pain."""
        tokens = self._sentence.tokens
        return 0 < mark < len(tokens) - 1 and tokens[mark - 1].end < tokens[mark].start

    def _forward(self, first: int, last: int, rule: Rule) -> int:
        """One past the last token that a trigger reaches forward."""
        lowers, category = self._lowers, rule.category
        if category == "absent" and lowers[last : last + 1] == [","] and lowers[first] in _CLOSES:
            return last  # "Brudzinski neg, rash on the legs"
        end = len(lowers)
        for index in range(bisect_left(self._trigger_starts, last), len(self.triggers)):
            if self._ends_scope(category, index, last):
                end = self._trigger_starts[index]
                break
        in_brackets = rule.direction == "both" and "(" in lowers[:first] and ")" in lowers[last:]
        for i in range(last, end):
            narrow = rule.narrow or (category == "absent" and " ".join(lowers[first:last]) in _ONE_CLAUSE)
            if category == "historical" and lowers[i] == "," and in_brackets:
                continue  # "gout (last attack 2022, right big toe)"
            if lowers[i] in _HARD or (lowers[i] == "," and narrow and not self._list_goes_on(i)):
                end = i
                break
            if in_brackets and lowers[i] == ")":
                end = i
                break
            if rule.narrow and category == "historical" and (i >= last + 6 or lowers[i] in CLAUSE_VERBS):
                end = i
                break
        if category == "absent":
            end = clause_end(lowers, last, self._bracket_end(first, last, end))
        if category in ("family", "other"):
            for i in range(last, end):
                if lowers[i] == "examination" and lowers[i - 1] == "on":
                    return i - 1  # whoever was spoken of, it is the patient who is examined
                if lowers[i] in PATIENT and i > last and lowers[i - 1] in (",", "and", ".", "the", "-") and i + 1 < end:
                    return i
        return end

    def _bracket_end(self, first: int, last: int, end: int) -> int:
        """Where a denial ends at the latest: with the bracket that it stands in ("asthma (no admissions), eczema"), and
        where a comma leads to what is there ("no fever, some sweats")."""
        lowers = self._lowers
        inside = lowers[:first].count("(") > lowers[:first].count(")")
        for i in range(last, end):
            if inside and lowers[i] == ")":
                return i
            if lowers[i] == "," and i + 1 < end and lowers[i + 1] in _THERE_IS:
                return i
            if lowers[i] == "," and lowers[i - 1] in _AT_ALL and not self._list_goes_on(i):
                return i  # "no pain at all, vomiting since Monday"
        return end

    def _list_goes_on(self, comma: int) -> bool:
        """ "possible pneumonia, UTI, or sepsis": does the list behind a comma end in "or"?"""
        following = self._lowers[comma + 1 : comma + 6]
        return (bool(following) and following[0] in ("or", "nor", "and/or")) or (
            "or" in following and "," not in following[: following.index("or")]
        )

    def _ends_scope(self, category: Category, index: int, last: int) -> bool:
        """Does this phrase end the reach of one of a category, which begins at `last`?"""
        categories, start = self._kinds[index], self._trigger_starts[index]
        word = self._lowers[start]
        if category == "absent":
            if "stop" in categories:
                return word not in ("only", "so", "still", "then") or start > last
            if "possible" in categories and start > last + 1:
                return word == "?" or self._lowers[start - 1] == ","  # "no creps, ?mild wheeze"
            if "present" in categories:
                return start > last and self._lowers[last - 1] != "neither"
            return (
                bool(categories & {"historical", "family"})
                and start > last
                and self._lowers[start - 1] not in ("or", "nor", "no", "any", "of", "and", "with")
                and ("narrow" not in word and not any(r.narrow for r in self.triggers[index][2]))
            )
        if category == "historical":
            if "absent" in categories and word.startswith("den"):
                return True
            return "recent" in categories or (
                "stop" in categories and word in ("but", "however", "which", "who", "except", "although", "though")
            )
        if category in ("possible", "sought"):
            return "stop" in categories or (bool(categories & {"absent", "present"}) and start > last)
        if category in ("family", "other"):
            return ("stop" in categories and word in ("but", "however", "whereas", "while")) or (
                "recent" in categories and word not in LIGHT_RECENT and start > last + 1
            )
        if category == "present":
            return bool(categories & {"absent", "stop"})
        if category == "resolved":
            return "stop" in categories
        return False

    def _backward(self, first: int, rule: Rule) -> int:
        """The first token that a trigger reaches backward."""
        lowers = self._lowers
        plural = any(t in ("are", "were", "have") for t in lowers[first : first + 2]) or (
            first and lowers[first - 1] in (":", "-", "all", ",")
        )
        bound = self._body if first > self._body else 0
        for _, stop, rules in reversed(self.triggers):
            if stop <= first and any(
                r.category in ("stop", "absent", "present", "resolved", "recent") and r.direction != "backward"
                for r in rules
            ):
                if rule.category == "family" and any(r.category != "stop" for r in rules):
                    continue
                bound = max(bound, stop)
                break
        listed = False
        for i in range(first - 1, bound - 1, -1):
            word = lowers[i]
            if word in _HARD or (word == "."):
                return i + 1
            if word in ("and", "or"):
                listed = True
            if word == "," and rule.narrow and not (listed or plural) and (i < first - 1 or lowers[first] == "test"):
                return i + 1
            if word == ":" and i < first - 1 and rule.category != "family":
                return i + 1
        return bound
