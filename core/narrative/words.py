"""Words that the checks know: what denies, hedges, tells sex and age, and what says nothing of its own."""

from __future__ import annotations

from core.knowledge.words import stem


def _w(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in text.split())


DENIALS = _w(
    """
    no not none never nor neither without denies denied deny denying denial lacks lack lacking lacked absent
    absence negative cannot nil isn't wasn't aren't weren't doesn't didn't don't hasn't haven't hadn't won't
    free excluded excludes ruled
    """
)
HEDGES = _w(
    """
    possible possibly possibility possibilities may might could suspected suspicion consider considered
    considering differential likely probable probably perhaps candidate candidates suggests suggest
    suggesting suggestive concern concerning
    """
)
# Hedges that claim more than a mere possibility.
STRONG_HEDGES = _w("likely probable probably suggests suggest suggesting suggestive")
# What turns a possibility back into a statement, between the hedge and the name.
STATEMENTS = _w("has had have is was diagnosed diagnosis confirmed confirms developed suffers because due with")
MALE_NOUNS = _w("man men male gentleman boy mr")
FEMALE_NOUNS = _w("woman women female lady girl mrs ms")
MALE_PRONOUNS = _w("he his him himself")
FEMALE_PRONOUNS = _w("she her hers herself")
MALE_KIN = _w("father dad brother son uncle grandfather husband nephew boyfriend")
FEMALE_KIN = _w("mother mum mom sister daughter aunt grandmother wife niece girlfriend")
KIN = MALE_KIN | FEMALE_KIN | _w("parent parents sibling siblings child children cousin partner")
ALLERGY = _w("allergy allergies allergic intolerance intolerant hypersensitivity")
# Ages in years: from, and below.
AGE_WORDS: dict[str, tuple[float, float]] = {
    "newborn": (0, 0.1), "neonate": (0, 0.1), "baby": (0, 2), "infant": (0, 2), "toddler": (1, 4), "child": (0, 18),
    "boy": (0, 18), "girl": (0, 18), "teenager": (12, 20), "adolescent": (10, 20), "adult": (18, 200),
    "young": (0, 45), "middle-aged": (40, 66), "middle": (40, 66), "elderly": (65, 200), "older": (60, 200),
    "aged": (0, 200), "old": (0, 200), "man": (16, 200), "woman": (16, 200), "gentleman": (18, 200),
    "lady": (18, 200),
}  # fmt: skip
# What a value may be called, by its flag.
FLAG_WORDS: dict[str, frozenset[str]] = {
    "high": _stems("high elevated raised increased"),
    "critical-high": _stems("high elevated raised increased very markedly"),
    "low": _stems("low reduced decreased"),
    "critical-low": _stems("low reduced decreased very markedly"),
    "normal": _stems("normal"),
}
# Ways of telling, which claim nothing by themselves. Nothing that judges (normal, stable, severe, acute), explains
# (because, due) or advises (should, needs) may stand here.
GLUE = _stems(
    """
    patient patients person individual case summary presents present presented presenting presentation
    complains complain complained complaining complaint complaints reports report reported reporting
    describes described notes noted states stated says said has history past previous previously prior
    medical clinical background also additionally addition further furthermore moreover other both along
    together include includes including included associated accompanied accompanying symptom symptoms sign
    signs finding findings feature features problem problems condition conditions evidence takes take taking
    taken uses using use receives receiving medication medications drug drugs medicine medicines dose doses
    currently current now measured measures measure measurement measurements value values level
    levels reading readings result results shows show showed shown reveals revealed examination exam vital
    laboratory lab labs main chief known diagnosed diagnosis experiencing experiences experienced experience
    feels feel feeling felt suffers suffering suffer come came comes attends attended seen
    ago old year years age aged while who which that when where however but or and so
    during last lasted lasting had have having been being am all any some several following since than
    then they them their themself
    """
)  # fmt: skip
# Of a symptom these say nothing more; of a drug they say that somebody prescribed it.
BEGINNINGS = _stems("started began begun start onset")
# To deny one of these denies everything of its kind; before "of" they only lead to what is denied.
GENERAL = _stems(
    "symptom sign problem condition finding feature medication drug medicine complaint history illness disease allergy"
)
KIN_GLUE = _stems("family relative relatives")
HEDGE_GLUE = frozenset(stem(word) for word in HEDGES)
# Conditions that last: to have one and to have a history of it are the same. HPO ids; what is below them counts, too.
LASTING = frozenset(
    """
    HP:0000822 HP:0000819 HP:0003077 HP:0003119 HP:0002099 HP:0006510 HP:0012622 HP:0001513 HP:0000726
    HP:0001394 HP:0000821 HP:0001370 HP:0002758 HP:0001677 HP:0002076 HP:0000518 HP:0000365
    """.split()
)
