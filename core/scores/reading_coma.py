"""The Glasgow coma scale from its letters ("E3V4M5") or from the words for a patient's responses."""

from __future__ import annotations

import re
from functools import partial

from core.scores.asked import fit
from core.scores.facts import Fact
from core.scores.source import Source

_EMV = re.compile(r"\bE([1-4])\s*,?\s*(?:V([1-5T])\s*,?\s*M([1-6])|M([1-6])\s*,?\s*V([1-5T]))\b")
_STATED = re.compile(
    r"\b(?:Glasgow Coma (?:Score|Scale)(?: \(GCS\))?(?: score)?|GCS)\b[^.;\d]{0,50}?\b(1[0-5]|[3-9])\b(?!\.\d)",
    re.IGNORECASE,
)
_PAIN = r"(?:pain|squeeze|noxious|pinch|sternal|nail|pressure|stimul(?!.{0,12}verbal))"
_VOICE = r"(?:voice|verbal|speech|spoken|command|call|asked|asks|ask her|ask him|told|request|name|instruct|sound)"
_EYES = r"(?:eyes?|eyelids?)"
# The first that is found decides: the responses that exclude others come before those that they resemble.
_OWN = r"(?:(?:his|her|their|the|both)\s+)?"
_OPEN = rf"(?:open\w*[^.;]{{0,25}}{_EYES}|{_EYES}[^.;]{{0,20}}open\w*)"
_WORDS: dict[str, tuple[tuple[str, float], ...]] = {
    "eye": (
        (r"(?:no|without|absent|absence of|lack of)\s+(?:any\s+)?eye[- ]opening", 1.0),
        (rf"(?:not|never|unable to|failed to|refus\w+ to|n't)\s+(?:\w+\s+){{0,3}}open\w*\s+{_OWN}{_EYES}", 1.0),
        (r"(?:kept|keeps|remain\w*|stay\w*)\s+(?:\w+\s+){0,4}(?:shut|closed)", 1.0),
        (rf"open\w*\s+{_OWN}{_EYES}[^.;]{{0,60}}?\b(?:spontaneous|on (?:his|her|their) own)", 4.0),
        (
            rf"spontaneous(?:ly)?\s+(?:\w+\s+){{0,2}}(?:eye[- ]opening|open\w*)|{_EYES}[^.;]{{0,30}}open\w*\s+spontan",
            4.0,
        ),
        (rf"{_OPEN}[^.;]{{0,50}}{_PAIN}|eye response to {_PAIN}", 2.0),
        (rf"{_PAIN}[^.;]{{0,60}}open\w*[^.;]{{0,15}}{_EYES}", 2.0),
        (rf"{_OPEN}[^.;]{{0,60}}{_VOICE}", 3.0),
        (rf"eye (?:movements?|responses?) (?:only )?(?:to|on|in response to) [^.;]{{0,20}}{_VOICE}", 3.0),
        (rf"{_VOICE}[^.;]{{0,80}}(?:open\w*[^.;]{{0,15}}{_EYES}|{_EYES}[^.;]{{0,15}}open|complied)", 3.0),
        (r"\b(?:wide awake|awake and alert|alert and oriented|fully awake|alert)\b", 4.0),
    ),
    "verbal": (
        (r"\b(?:no|not a) (?:sounds?|noises?|speech)\b(?! of)|\bsilent\b", 1.0),
        (r"(?:no|without|absent|lack of)\s+(?:any\s+)?(?:verbal|vocal)(?:\s+(?:response|output|sound)\w*)?", 1.0),
        (r"non-?verbal\b|\bmute\b", 1.0),
        (r"incomprehensible|unintelligible|without intelligible|no discernible words|garbled|moan|groan|grunt", 2.0),
        (r"\bswear(?:s|ing)\b|\bcursing\b|\bsingle words\b|\bno sentences\b", 3.0),
        (r"inappropriate (?:words?|responses?|speech)|word salad|(?:random|unrelated|disorgani[sz]ed) words", 3.0),
        # Fluent, but not of this place or time.
        (
            (
                r"\b(?:thinks|thought|believes?|believed) (?:that )?(?:(?:s?he|it) is|it's|s?he's|s?he was) "
                r"(?:(?:in|at|on) (?!pain|labou?r|distress|danger|risk)|the year|19|20)"
            ),
            4.0,
        ),
        (r"confused|disorient|delirious|confusion|not oriented|rambling|disjointed|incoherent", 4.0),
        (
            r"orient(?:ed|ated)|converses? normally|answers? (?:questions )?appropriately|coherent|appropriate respon",
            5.0,
        ),
    ),
    "motor": (
        (r"(?:no|absent|lack of|without)\s+(?:\w+\s+){0,2}(?:motor|movements?|response to pain)|flaccid", 1.0),
        (r"decerebrat|extensor (?:posturing|response)|extends? to (?:pain|noxious)|abnormal extension", 2.0),
        (r"decorticat|abnormal flexion|flex\w* [^.;]{0,25}abnormally|flexor posturing", 3.0),
        (r"withdr(?:a|e)w|flexion withdrawal|pull\w* (?:\w+ ){0,3}(?:away|back)|move\w* [^.;]{0,20}away", 4.0),
        (r"locali[sz]|locate the sensation|push[^.;]{0,25}away|reach\w* (?:for|toward)", 5.0),
        (r"(?:obey|follow)\w*\s+(?:\w+\s+){0,2}(?:commands?|instructions?)", 6.0),
        (r"commands?[^.;]{0,60}(?:lift|mov|grip|squeez|rais)", 6.0),
    ),
}
_NORMAL = {"eye": 4.0, "verbal": 5.0, "motor": 6.0}
_ANY = {part: tuple(float(n) for n in range(1, int(best) + 1)) for part, best in _NORMAL.items()}
# Without one of these words no pattern can be found: most records need no further look.
_ABOUT = {
    "eye": ("eye", "alert", "awake", "open", "remain", "kept", "keeps", "stay"),
    "verbal": (
        "verbal", "vocal", "mute", "incompreh", "intellig", "words", "garbled", "moan", "groan", "grunt",
        "confus", "orient", "deliri", "rambling", "disjoint", "coheren", "convers", "answer", "appropriate",
        "thinks", "thought", "believe", "sound", "swear", "cursing", "sentences", "noise", "speech", "silent",
    ),
    "motor": (
        "motor", "movement", "response", "flaccid", "cerebrat", "corticat", "extens", "extend", "flex",
        "withdr", "pull", "away", "locali", "locate", "push", "reach", "obey", "follow", "command",
    ),
}  # fmt: skip
_COMPILED = {
    part: tuple((re.compile(pattern, re.IGNORECASE), points) for pattern, points in rows)
    for part, rows in _WORDS.items()
}


def read_stated(source: Source) -> Fact:
    """A total that the record states; 0 where it states none, or where its words give all three responses."""
    if all(_read(part, source).known for part in _NORMAL):
        return Fact((0.0,))
    own = [m for m in source.measurements("gcs") if m.relation == "="]
    if own:
        best = max(own, key=lambda m: fit(source, m))
        return Fact((best.value,), start=best.start, end=best.end)
    words = _STATED.search(source.text)
    return Fact((float(words[1]),), start=words.start(), end=words.end()) if words else Fact((0.0,))


def read_eye(source: Source) -> Fact:
    """Eye opening, 1 to 4."""
    return _read("eye", source)


def read_verbal(source: Source) -> Fact:
    """Verbal response, 1 to 5."""
    return _read("verbal", source)


def read_motor(source: Source) -> Fact:
    """Motor response, 1 to 6."""
    return _read("motor", source)


def _read(part: str, source: Source) -> Fact:
    return source.once(("coma", part), partial(_response, part, source))


def _response(part: str, source: Source) -> Fact:
    facts: list[Fact] = []
    for letters in _EMV.finditer(source.text):
        eye, verbal, motor, motor2, verbal2 = letters.groups()
        said = {"eye": eye, "verbal": verbal or verbal2, "motor": motor or motor2}[part]
        if said != "T":
            facts.append(Fact((float(said),), start=letters.start(), end=letters.end()))
    if any(fit(source, fact) >= 0 for fact in facts) and not source.occasion.names_one:
        return max(facts, key=lambda fact: fit(source, fact))
    if not any(word in source.lowered for word in _ABOUT[part]):
        return facts[0] if facts else Fact(_ANY[part])
    facts += [
        Fact((points,), start=found.start(), end=found.end())
        for pattern, points in _COMPILED[part]
        for found in pattern.finditer(source.text)
    ]
    # Of those that answer the question best the first pattern decides.
    return max(facts, key=lambda fact: fit(source, fact), default=Fact(_ANY[part]))
