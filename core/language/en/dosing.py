"""What a dose, the way a drug is given and how often look like behind its name, or before it."""

from __future__ import annotations

import re

# What may stand between a drug and its dose: "nifedipine XL 30 mg", "furosemide tablets: 40 mg".
_FORM = (
    r"(?:\s*\b(?:XR|XL|SR|ER|MR|LA|CR|EC|DR|IR|modified[- ]release|extended[- ]release|slow[- ]release|retard|"
    r"enteric[- ]coated|chewable|dispersible|tabs?|tablets?|caps?|capsules?|suspension|syrup|inhaler|injection|"
    r"infusion|drip|infusing|running|at|@)\b)*"
    r"\s*[-–:=]?\s*\(?\s*"
)
# "/kg/min", "/m²", "per hour": by the body, by time, or by both.
_PER = (
    r"(?:\s?(?:/|per)\s?(?:kg|m2|m²|m\^2|ml|mL|minutes?|mins?|hours?|hrs?|h|24\s?(?:hours?|hrs?|h)|days?|d|doses?|week)"
    r"(?![a-zA-Z]))*"
)
DOSE = re.compile(
    _FORM + r"(?P<dose>(?:\d\s?[x×]\s?)?\d+(?:[.,]\d+)?(?:\s?[-–/]\s?\d+(?:\.\d+)?)*\s?"
    r"(?:mg|mcg|µg|μg|ug|micrograms?|milligrams?|grams?|g|mls?|millilit(?:re|er)s?|units?|iu|u|meq|mmol|puffs?|tabs?|"
    r"tablets?|capsules?|drops?|%)"
    rf"{_PER}(?![a-zA-Z])"
    r"|\d+(?:\.\d+)?(?:/\d+(?:\.\d+)?)?(?=\s+(?:po|iv|qd|od|bd|bid|tid|tds|qid|qds|qhs|daily|once|"
    r"twice|prn|nightly|nocte|mane|om|stat|q\d)\b)"
    r"|\d+(?:\.\d+)?(?:/\d+(?:\.\d+)?)+(?<!/7)(?<!/52)(?<!/12)(?![\d/]|\.\d))",  # strengths of the parts: "5/325"
    re.IGNORECASE,
)
BARE = re.compile(_FORM + r"(?P<dose>\d{1,4}(?:\.\d+)?)(?=\s*(?:[,;\n)]|\.(?!\d)|$))")  # in a list of drugs alone
MEASURED = re.compile(
    r"\b(?:serum|plasma|blood|urine|urinary|free|total|low|high|raised|elevated|normal|measured)\s+$", re.IGNORECASE
)
A_RESULT = re.compile(
    r"\s*(?:[:=]\s*)?(?:levels?|concentrations?|was|is|were|low|high|raised|elevated|normal|undetectable|suppressed|"
    r"deficien\w+|excess|[<>]?\s?\d)\b",
    re.IGNORECASE,
)
ROUTE = re.compile(
    r"\b(?P<route>p\.?o\.?|i\.?v\.?|i\.?m\.?|s\.?c\.?|subq|sq|subcut(?:aneously)?|s\.?l\.?|sublingual(?:ly)?|"
    r"inh(?:aled)?|inhaler|neb(?:uli[sz](?:er|ed)|s)?|topical(?:ly)?|"
    r"p\.?r\.?|rectal(?:ly)?|oral(?:ly)?|by mouth|intravenous(?:ly)?|intramuscular(?:ly)?|nasal(?:ly)?|transdermal|"
    r"patch|eye drops)\b",
    re.IGNORECASE,
)
INHALED = frozenset("mcg micrograms microgram mg puff puffs".split())
COLUMN = re.compile(r"[ \t]{2,}")
ROUTE_BEFORE = re.compile(
    r"\b(?P<route>po|iv|im|sc|neb|inhaled|topical|oral|intravenous|nebuli[sz]ed)\s+$", re.IGNORECASE
)
# "ASA 3": how fit somebody is for an operation.
FITNESS = re.compile(r"\s*(?:grade\s*|class\s*)?(?:[1-6]|I{1,3}|IV|V)E?\b(?!\s*(?:mg|x|\d))")
INTERVAL = re.compile(
    r"\b(?P<interval>q\.?d\.?|qam|qpm|q\.?n\.?|q\.?h\.?s\.?|b\.?i\.?d\.?|t\.?i\.?d\.?|q\.?i\.?d\.?|bd|tds|qds|od|om|on(?=\s*(?:[,;.\n)]|$))|nocte|"
    r"mane|q\s?\d{1,2}(?:-\d{1,2})?\s?(?:h|hrs?|hours?)|q(?:od|week|wk|month)|"
    r"(?:once|twice|three times|four times)(?:\s(?:a|per|daily|each))?(?:\s?(?:day|week|daily|weekly))?|"
    r"every\s(?:\d{1,2}|other|six|eight|twelve|four)?\s?(?:h|hrs?|hours?|days?|weeks?|morning|night|evening)|"
    r"daily|nightly|weekly|monthly|at bedtime|at night|each (?:morning|night|day)|in the morning|stat|"
    r"x\s?1)\b(?:\s*(?:,\s*)?(?P<prn>p\.?r\.?n\.?|as needed))?|\b(?P<only>p\.?r\.?n\.?|as needed)\b",
    re.IGNORECASE,
)
UNKNOWN = re.compile(
    r"^[\s\-*•\d.)]*(?P<name>[A-Za-z][A-Za-z\-]{3,30}(?: "
    r"[A-Za-z]{2,20})?)(?=\s+\d+(?:\.\d+)?\s?(?:mg|mcg|units?|g|ml)\b)",
    re.MULTILINE,
)
