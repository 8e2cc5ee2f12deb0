"""How patients and relatives say an age: "I'm 21", "my daughter is 8", "4/12 old", "six weeks old", "Boy, 3 yrs"."""

from __future__ import annotations

import re

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_WORDS = {word: n for n, word in enumerate([*_ONES.split(), "eighteen", "nineteen"], 1)}
_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_WORD = rf"(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(list(_WORDS)[:9])}))?|{'|'.join(sorted(_WORDS, key=len)[::-1])}"
_NUMBER = rf"(?P<age>\d{{1,3}}(?:\.\d)?|(?:{_WORD})\b)(?P<half>\s?½|\s+and\s+a\s+half)?"
_YEARS = r"years?|yrs?|y/o|yo|y"
_UNIT = rf"(?P<unit>{_YEARS}|months?|mths?|mo|weeks?|wks?|days?)"
# A number that is no age: "I'm 34 weeks", "she's 50 kilos", "he is 6 foot 4", "I'm 3 stone heavier".
_NO_AGE = (
    r"(?![\w/.:]*\d)(?!\s*(?:%|[-–+]\s?\d|/|weeks?|wks?|months?|mths?|days?|hours?|hrs?|mins?|minutes?|kg|kilos?|st\b|"
    r"stone|cm\b|lbs?\b|foot|feet|ft\b|mg|ml|units?|miles?|times|pounds?|met(?:re|er)s|mmol|beats|pregnan|gone\b|"
    r"(?:a|per)\s+day|ago\b|earlier\b|(?:days?|weeks?|wks?|months?|years?)\s+(?:ago|back|earlier|later)\b|st\b|of\b|"
    r"on\b|in\b|out\b|cigarettes|paces|pints))"
)
_LIGHT = r"(?:(?:only|just|now|nearly|almost|about|an?|aged?|currently)\s+)*"
_FEMALE = (
    "daughter granddaughter girl mum mother mom mam mummy gran granny nan nana grandma grandmother sister wife aunt "
    "auntie niece girlfriend missus fiancée lass woman lady female"
).split()
_MALE = (
    "son grandson boy lad dad father daddy grandad granddad grandpa grandfather brother husband hubby uncle nephew "
    "boyfriend fiancé man gentleman male guy bloke chap"
).split()
_NEUTRAL = "baby babies toddler child kid newborn infant partner cousin friend twin grandchild".split()
KIN_SEX = dict.fromkeys(_FEMALE, "female") | dict.fromkeys(_MALE, "male") | dict.fromkeys(_NEUTRAL, "unknown")
# The words by which one and the same relative goes.
KIN_GROUPS = tuple(
    frozenset(group.split())
    for group in (
        "mum mother mom mam mummy", "dad father daddy", "gran granny nan nana grandma grandmother",
        "grandad granddad grandpa grandfather", "husband hubby partner", "wife missus partner",
        "son boy lad child baby",
        "daughter girl child baby lass", "baby newborn infant child toddler kid",
    )
)  # fmt: skip
# Those who can be weeks or months old.
SMALL = frozenset("daughter granddaughter girl son grandson boy lad baby toddler child kid newborn infant twin "
                  "niece nephew grandchild lass".split())  # fmt: skip
KIN = "|".join(sorted(KIN_SEX, key=len)[::-1])
SELF = re.compile(
    rf"\b(?:I['’]m|I am|[Ii]m|i['’]m|"
    rf"i am)\s+{_LIGHT}{_NUMBER}(?:[\s-]*(?:{_YEARS})\b(?:[\s-]*old)?)?\b{_NO_AGE}"
)
OF_KIN = re.compile(
    rf"(?:\s+(?-i:[A-Z][a-z]{{2,}})(?=\s+is|\s*[,(]|['’]s))?"
    rf"(?:\s*,|\s*\(|\s+is|['’]s|\s+was|\s+who['’]s|\s+who is|\s+has just turned|\s+turned)?\s*{_LIGHT}{_NUMBER}"
    rf"(?:[\s-]*{_UNIT}\b)?(?:[\s-]*old)?\b{_NO_AGE}",
    re.IGNORECASE,
)
OF_PRONOUN = re.compile(
    rf"\b(?:he|she)(?:['’]s|"
    rf" is)\s+{_LIGHT}{_NUMBER}(?:[\s-]*{_UNIT}\b)?(?:[\s-]*old)?\b{_NO_AGE}",
    re.I,
)
IN_WORDS = re.compile(rf"\b(?P<age>{_WORD})[\s-]+{_UNIT}[\s-]+old\b|\b(?P<age2>\d)(?P<half>\s?½|"
                      rf"\s+and\s+a\s+half)[\s-]*"
                      r"(?P<unit2>years?|yrs?)?[\s-]*old\b", re.IGNORECASE)  # fmt: skip
IN_TWELFTHS = re.compile(
    r"(?<![\w/.])(?<!yr\s)(?<!yrs\s)(?<!year\s)(?<!years\s)(?<!\dy\s)(?P<age>\d{1,2})/(?P<unit>12|52|"
    r"7)(?:\s*(?:-?old|of age)\b|,?\s+(?:baby|boy|girl|infant|male|"
    r"female|[MF]\b))|"
    r"\b(?:boy|girl|baby|infant|son|daughter|[MF])\b,?\s+(?:aged\s+)?(?P<age2>\d{1,2})/(?P<unit2>12|52|7)\b",
    re.IGNORECASE,
)
# Who the record is about, at its very beginning: "Boy, 3 yrs", "wife, 34", "Dad 78:".
ROLE = re.compile(
    rf"\s*(?:re:?\s+|about\s+|my\s+)?(?P<kin>{KIN})[,:]?\s+(?:aged?\s*)?{_NUMBER}(?:[\s-]*{_UNIT}\b)?(?=[\s,.;:)]|"
    rf"$){_NO_AGE}",
    re.IGNORECASE,
)
# "A baby of five months", "a man of 54".
OF_AGE = re.compile(
    rf"\b(?:baby|infant|boy|girl|child|toddler|man|woman|lady|gentleman)\s+of\s+{_NUMBER}(?:[\s-]*{_UNIT}\b)?{_NO_AGE}"
    r"(?!\s+(?:people|patients|them|children|the|whom))",
    re.IGNORECASE,
)
# Behind an age: that it is a relative's. "A 70-year-old mother of three" is the patient, "her 2-year-old son" is none.
KINS_AGE = re.compile(
    r"(?:[\s-]*(?:years?|yrs?|months?|mths?|weeks?|days?|y|m|/12|/52))?(?:[\s-]*(?:old|o(?=\b)|/o))?[\s,-]+"
    r"(?:(?:half|step|twin|younger|older|elder|little|big|well|healthy|maternal|paternal)[\s-]+){0,2}"
    r"(?:(?:half|step)?-?(?:brother|sister|sibling)|mother|father|mum|mom|dad|cousin|aunt|uncle|nan|gran|"
    r"grand(?:mother|father|ma|pa|ad|parent)|husband|wife|partner|boyfriend|girlfriend|friend|niece|nephew|housemate|"
    r"flatmate|colleague|neighbour|son|daughter|grandson|granddaughter|child|baby)"
    r"(?!s?\s+(?:of|to)\s+(?:\d|two|three|four|five|six|one|a\b|an\b|young))\b",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"\b(?:his|her|their|whose|has an?|have an?|had an?|with an?|and an?|to an?|my)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_OWN_CHILD = re.compile(r"(?:son|daughter|child|baby)$", re.IGNORECASE)


def is_kins(text: str, start: int, end: int) -> bool:
    """Is the age between two places a relative's: "her two-year-old brother"? A child is one's own only where it is
    said whose it is."""
    match = KINS_AGE.match(text, end)
    if match is None:
        return False
    return not _OWN_CHILD.search(match.group()) or _WHOSE.search(text, max(0, start - 24), start) is not None


_DAYS = {"y": 365.25, "m": 365.25 / 12, "w": 7.0, "d": 1.0, "12": 365.25 / 12, "52": 7.0, "7": 1.0}


def years_of(number: str, half: bool, unit: str | None) -> float:
    """An age in years, of digits or words.

    >>> years_of("two", True, None), round(years_of("4", False, "12"), 2), years_of("twenty-one", False, None)
    (2.5, 0.33, 21.0)
    """
    if number[0].isdigit():
        count = float(number)
    else:
        parts = number.lower().replace("-", " ").split()
        count = float(sum(_WORDS.get(part, 0) + _TENS.get(part, 0) for part in parts))
    count += 0.5 if half else 0.0
    days = _DAYS[unit if unit in ("12", "52", "7") else (unit or "y")[0].lower()]
    return round(count * days / 365.25, 3)
