"""Ages and sexes in the frames of headings and referrals: "Re: Mrs Edith P, 79 years", "Age/Sex: 67/M", "31y G1P0"."""

from __future__ import annotations

import re

_YEARS = r"years?|yrs?|yo|y/o|y"
_NAMES = r"(?:[A-Z][A-Za-z'’-]*\.?,?\s\(?){1,4}?"
# What goes on behind an age; "10 years after her stroke", "34 weeks", "40 years of smoking" do not.
_GOES_ON = (
    r"(?=\s?[,;:.)\]–](?!\d)|\s*$|\s*\n|\s(?:is|was|has|had|with|who|presents?|presented|attends?|attended|"
    r"seen|came|comes|"
    r"complains|reports|admitted|referred|known|lives|living|retired|old|male|female|(?-i:[MFG]\b|G\d))\b)"
)
# Mr Harold W 86y; Mrs Edith P, 79 years; Name: Olu A. 39 years
TITLED = (
    re.compile(
        rf"\b(?P<sex>Mr|Mrs|Ms|Miss|"
        rf"Master)\.?\s{_NAMES}(?:aged?\s)?(?P<age>\d{{1,3}})\s?(?P<unit>(?i:{_YEARS}))\b{_GOES_ON}"
    ),
    re.compile(
        rf"\b(?P<sex>MR|MRS|MISS)\.?\s(?:[A-Z]\.?\s)?[A-Z][A-Z'’-]{{2,}},?\s(?:[A-Z'’-]+,?\s)?\(?(?P<age>\d{{1,3}})\s?"
        rf"(?P<unit>(?i:{_YEARS}))\b{_GOES_ON}"
    ),
    re.compile(
        rf"(?:^|\n)[ \t]*(?:Re|RE|Regarding|Name|Patient|Pt)\b\s?:?\s+{_NAMES}(?:aged?\s)?(?P<age>\d{{1,3}})\s?"
        rf"(?P<unit>(?i:{_YEARS}))\b{_GOES_ON}"
    ),
)
# In small letters: one of these stands in every match of `LABELLED`, near its beginning.
LABEL_CUES = (
    "age",
    "sex",
    "dob",
    "d.o.b",
    "date of birth",
    "pt is",
    "patient is",
    "/m",
    "/f",
    "/ m",
    "/ f",
    "/12",
    "♀",
    "♂",
    "man,",
    "lady,",
    "gent,",
)
_DATE = r"\d{1,4}[\s./-]{1,2}(?:\d{1,2}|[A-Za-z]{3,9})[\s./-]{1,2}\d{2,4}"
_SEXES = r"(?P<sex>male|female|[MF])(?![A-Za-z/])"
LABELLED = (
    re.compile(
        rf"\bage\s?/\s?(?:sex|gender)\s?[:=]?\s*(?P<age>\d{{1,3}})\s?(?P<unit>{_YEARS}|months?|mo)?\s?[/,]?\s?{_SEXES}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:sex|gender)\s?/\s?age\s?[:=]?\s*(?P<sex>male|female|[MF])\s?[/,]?\s?(?P<age>\d{1,3})"
        rf"\s?(?P<unit>{_YEARS}|months?|mo)?\b(?!/)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:D\.?O\.?B\b\.?|date of birth)\s?[:=]?\s*{_DATE}[\s,;]*(?:\((?:aged?:?\s?)?|aged?:?\s|"
        rf"(?=\d{{1,3}}\s?(?:{_YEARS})\b))(?P<age>\d{{1,3}})(?:\s?(?P<unit>{_YEARS}|months?))?(?![\d/])",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:pt|patient)\sis\s(?:aged\s)?(?P<age>\d{{1,3}})(?:\s(?P<unit>{_YEARS}))?(?=\s?[,;\n]|\s?\.(?!\d)|\s*$)",
        re.IGNORECASE,
    ),
    # 2yr 3/12; female aged 84; elderly lady, 92, fell; 84♀
    re.compile(
        r"(?<![\w./-])(?P<age>\d{1,2})\s?(?P<unit>yrs?|years?|"
        r"y)\s?(?:and\s)?(?P<months>\d{1,2})/12\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<sex>male|female|man|woman|lady|gentleman|boy|girl),?\saged\s(?P<age>\d{1,3})"
        rf"(?:\s?(?P<unit>{_YEARS}|months?|weeks?))?\b(?![/.]\d)",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?P<sex>man|woman|lady|gentleman|gent),\s(?P<age>\d{2,3})(?=\s?[,;]|\s?\.(?!\d))", re.IGNORECASE),
    re.compile(rf"(?<![\w./-])(?P<age>\d{{1,3}})\s?(?P<unit>{_YEARS})?\s?(?P<sex>[♀♂])", re.IGNORECASE),
    # 67/M, 46y/F; "on 2/F" would be a floor
    re.compile(rf"(?<![\w./-])(?P<age>\d{{1,3}})\s?(?P<unit>{_YEARS})?\s?/\s?(?P<sex>[MF])(?![\w/])"),
)
# At the beginning of a record, or of one of its first lines: "45 f colapse", "31y G1P0", "67m, cough".
OPENING = 300
_LINE = r"(?:^|\n)[ \t]*(?:(?i:pt|patient|re)\b\s?:?\s+)?"
_LENGTH = (
    r"walk\w*|run\w*|swim\w*|sprint\w*|dash|dive|drop|fall\w*|high|height|long|deep|away|from|of|"
    r"distance|bolus|per"
)
OPENS = (
    re.compile(
        rf"{_LINE}(?P<age>\d{{1,3}})\s?(?P<sex>m|f)\b(?!\s?[/-]|\s(?:{_LENGTH}|catheter|sheath|drain|tube|"
        rf"french)\b|['’.]\w)"
    ),
    re.compile(
        rf"{_LINE}(?P<age>\d{{1,3}})\s?(?P<unit>y|yo|yrs?|years?)(?=,?\s(?:G\d\s?P\d|primi|multi(?:p|g|"
        rf"\b)))",
        re.I,
    ),
    re.compile(rf"{_LINE}(?P<age>\d{{1,3}}),\s?(?P<sex>M|F|male|female)\b(?!\s?[/-])"),
    re.compile(
        r",\s(?P<age>[1-9]\d),\s(?:who\s)?(?:presents?|presented|attends|attended|seen|referred|admitted|"
        r"brought|comes|came|"
        r"with|c/o)\b"
    ),
    re.compile(rf"{_LINE}(?P<age>[2-9]\d)\s?(?P<unit>yo|yrs?|y)\s?(?=[,;:])", re.I),
)
FAHRENHEIT = range(94, 109)  # "101 f"
# Before a number that counts something else: "room 34", "day 45", "T 101 F".
COUNTED = re.compile(
    r"\b(?:room|bed|bay|ward|flat|floor|cubicle|theatre|clinic)\s?$"  # "Clinic: 71M" is a heading
    r"|\b(?:day|week|grade|stage|size|level|number|no\.|page|line|"
    r"hr|pulse|rr|spo2|sats?|saturations?|took|takes|gave|given|score|"
    r"t|temp|temps|temperature|fever|febrile|pyrexia\w*)(?:\s(?:of|to|was|is|at))?\s?[:=]?\s?$",
    re.IGNORECASE,
)
# "Sex F", "Sex M."; a sex alone between two marks of the heading: "DOB … (79). Female."
SEX_LABEL = re.compile(
    r"(?<!same )(?<!same-)(?<!opposite )\b(?:sex|gender)\s+(?P<sex>(?-i:[MF])|male|female)\b(?!\s(?:partner|worker)|/)"
    r"|(?:^|[.,;)\n])\s*(?P<sex2>male|female)\s?(?=[.,;\n]|$)",
    re.IGNORECASE,
)
SEX_CUES = ("sex ", "gender ", "male")
