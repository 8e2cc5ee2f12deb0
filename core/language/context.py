"""Who, when and how surely: what the words around a finding make of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from core.language.company import ALONE, Company
from core.language.en.people import BACKGROUND, HABIT_WORDS, HABITS, PERSONS
from core.language.model import Assertion, Experiencer, Temporality
from core.language.scopes import Reach, Scope
from core.language.signs import Signed, signed
from core.language.tokens import Sentence

_SECTION_DEFAULTS: dict[str, tuple[Assertion | None, Experiencer | None, Temporality | None]] = {
    "family-history": (None, "family", "historical"),
    "past-history": (None, None, "historical"),
    "earlier-record": (None, None, "historical"),
    "social-history": (None, None, "historical"),
    "allergies": (None, None, "historical"),
    "instructions": ("hypothetical", None, None),
    "differential": ("possible", None, None),
}
_HABIT = HABITS | HABIT_WORDS
_TURNING = frozenset(("absent", "resolved"))
_GOES_ON = frozenset(("or", "nor", "/"))
_DENIES = frozenset(("not", "no", "never", "cannot", "without"))
_OPENS_LIST = frozenset(("no", "nil", "denies", "denied", "denying", "neg", "negative"))
_MINUTES = frozenset("minutes minute min mins hour hours seconds secs".split())


class Judgement(NamedTuple):
    """What is said of one finding."""

    assertion: Assertion = "present"
    experiencer: Experiencer = "patient"
    temporality: Temporality = "recent"


class Context:
    """The scopes of one sentence, found once and asked for each finding in it."""

    def __init__(self, sentence: Sentence, company: Company = ALONE) -> None:
        self._sentence = sentence
        self._lowers = sentence.lowers
        self._reach = Reach(sentence, company)
        self._triggers = self._reach.triggers
        self._names: tuple[tuple[int, int], ...] = ()

    def set_names(self, names: Iterable[tuple[int, int]]) -> None:
        """Tell which tokens are names of findings: a phrase inside one turns nothing else.

        "Cannot open his mouth, stiff neck" denies no stiff neck, "periods stopped" is no end of anything before; only
        "or" carries a denial on: "no cough or fever" denies both, though "no cough" be a name.
        """
        self._names = tuple((first, last) for first, last in names if last - first > 1)

    @cached_property
    def _scopes(self) -> list[Scope]:
        return self._reach.scopes()

    @cached_property
    def _signed(self) -> list[Signed]:
        return signed(self._sentence)

    @cached_property
    def _refused(self) -> list[tuple[int, int]]:
        """Phrases that only seem to deny, but do so to who asks about their second half."""
        return [
            (start, stop)
            for start, stop, rules in self._triggers
            if rules[0].category == "pseudo" and self._lowers[start] in ("no", "not", "without")
        ]

    @cached_property
    def _background(self) -> range:
        return self._before_presenting()

    def judge(self, first: int, last: int, symptom: bool = False, complaint: bool = False) -> Judgement:
        """What is said of the finding in these tokens (end exclusive). A `symptom` is never mere background: "a man
        with diabetes who presents with fever" and "a man with fever who presents with a rash" are not alike. A
        `complaint` is there while it is looked into: "ECG for chest pain", but "CTPA for PE"."""
        seen: dict[str, int] = {}
        if self._is_background(first, last) or (not symptom and first in self._background):
            seen["historical"] = 0
        end = last - 1
        for category, start, stop, trigger in self._scopes:
            if category == "sought":
                if complaint:
                    continue
                category = "possible"
            if symptom and category == "historical" and self._lowers[trigger] == "since":
                continue  # "chest pain since her last admission" is of now, "diabetes since" it is known
            if category in _TURNING and first <= trigger < last:
                continue  # the denial is part of the name: "bowel sounds absent" is the finding "absent bowel sounds"
            if category == "absent" and trigger < first < start and self._lowers[first] in _DENIES:
                continue  # "does not speak in sentences", named "not speaking in sentences"
            if category in _TURNING and self._is_in_name(trigger, first):
                continue
            if category == "resolved" and self._was_episode(first, trigger):
                continue
            if (
                start <= first < stop
                or start <= end < stop <= trigger
                # "no history of asthma" denies the finding named "history of asthma", which begins inside the trigger
                or trigger < first <= start <= end < stop
                or (category == "historical" and trigger == first)
            ):
                distance = trigger - first if trigger > first else first - trigger
                if distance < seen.get(category, distance + 1):
                    seen[category] = distance
        for start, stop in self._refused:
            if start < first < stop:
                seen["absent"] = 0  # "no change in vision" asked of "change in vision"
        judgement = self._weigh(seen, first)
        for mark in self._signed:
            if mark.first <= first < mark.last and judgement.assertion in ("present", "absent", "possible"):
                return judgement._replace(assertion=mark.said)
        return judgement

    def _is_in_name(self, trigger: int, first: int) -> bool:
        """Is a phrase part of another name, behind which no "or" goes on to this finding?

        A bare "no" that opens a list denies the list, though its first member be a name with it.
        """
        if self._lowers[trigger] in _OPENS_LIST:
            return False
        for start, stop in self._names:
            if start <= trigger < stop:
                if start < first < stop:
                    return False  # "not vaccinated" asked of "vaccinated"
                return not stop <= first < stop + 3 or _GOES_ON.isdisjoint(self._lowers[stop:first])
        return False

    def _was_episode(self, first: int, trigger: int) -> bool:
        """Did it last minutes and go? What came and went is what the patient came for: "weakness lasted 20 minutes and
        resolved"."""
        return first < trigger and not _MINUTES.isdisjoint(self._lowers[first : trigger + 5])

    def condition(self, first: int, last: int) -> str | None:
        """What brings on the finding in these tokens, in the record's words."""
        lowers = self._lowers
        for category, start, stop, trigger in self._scopes:
            if category == "conditional" and start <= first < stop:
                end = trigger
                while end < len(lowers) and end < trigger + 8 and lowers[end] not in ",;." and not first <= end < last:
                    end += 1
                tokens = self._sentence.tokens
                return self._sentence.text[tokens[trigger].start : tokens[end - 1].end] if end > trigger else None
        return None

    def _weigh(self, seen: dict[str, int], first: int) -> Judgement:
        assertion_default, experiencer_default, temporality_default = _SECTION_DEFAULTS.get(
            self._sentence.kind, (None,) * 3
        )
        experiencer: Experiencer = experiencer_default or "patient"
        if "family" in seen:
            experiencer = "family"
        elif "other" in seen:
            experiencer = "other"
        assertion: Assertion = assertion_default or "present"
        if "hypothetical" in seen:
            assertion = "hypothetical"
        if "conditional" in seen and "hypothetical" not in seen:
            assertion = "conditional"
        if "absent" in seen and not ("present" in seen and seen["present"] < seen["absent"]):
            if assertion != "hypothetical" or "hypothetical" not in seen:
                assertion = "absent"
        elif "possible" in seen and assertion == "present":
            assertion = "possible"
        temporality: Temporality = temporality_default or "recent"
        if "historical" in seen and not ("recent" in seen and seen["recent"] < seen["historical"]):
            temporality = "historical"
        if experiencer == "family":
            temporality = (
                "historical" if temporality_default or ("family" in seen and self._said_history(first)) else temporality
            )
        if "resolved" in seen and experiencer == "patient":
            assertion, temporality = "absent", "resolved"
        return Judgement(assertion, experiencer, temporality)

    def _before_presenting(self) -> range:
        """The tokens of "a 54-year-old man with … presents with": what he had before."""
        for start, stop, rules in self._triggers:
            if any(r.category == "recent" for r in rules) and self._lowers[start].startswith(
                ("present", "p", "complain", "who", "admitted")
            ):
                if not any(t in ("with", "for", "of", "c", "complaining") for t in self._lowers[stop - 1 : stop + 14]):
                    continue
                for i in range(1, start):
                    if self._lowers[i] == "with" and self._lowers[i - 1] in PERSONS:
                        return range(i + 1, start)
        return range(0)

    def _is_background(self, first: int, last: int) -> bool:
        tokens = self._sentence.tokens
        stems = [t.stem for t in tokens[first:last] if t.stem]
        if not HABITS.isdisjoint(stems) and _HABIT.issuperset(stems):
            return True
        if stems and stems[-1] == "allergi":
            return "known" in self._lowers[max(0, first - 3) : first]
        if len(tokens) - (last - first) <= 3 and all(
            not t.stem or t.stem.isdigit() for t in (*tokens[:first], *tokens[last:])
        ):
            return " ".join(self._lowers[first:last]) in BACKGROUND
        return False

    def _said_history(self, first: int) -> bool:
        return any(
            t in ("history", "hx", "fhx", "fh", "had", "died", "h") for t in self._lowers[max(0, first - 14) : first]
        )


def section_default(kind: str) -> tuple[Assertion | None, Experiencer | None, Temporality | None]:
    """What a section alone makes of a finding in it."""
    return _SECTION_DEFAULTS.get(kind, (None, None, None))
