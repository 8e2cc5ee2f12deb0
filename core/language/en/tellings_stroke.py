"""A stroke in the words of those who saw it: the mouth that droops, the arm that hangs, the words that come out wrong.

Each has words of which one must stand in the sentence before its pattern is tried.
"""

from __future__ import annotations

from core.language.en.stories import told

_CANNOT = (
    r"(?:can['’]?t|cannot|can not|could(?:n['’]?t| not)|unable to|(?:not|isn['’]?t|wasn['’]?t) able to)\s"
    r"(?:even\s|really\s|now\s)?"
)
_WILL_NOT = r"(?:won['’]?t|will not|would(?:n['’]?t| not)|refuses to|stopped|does(?:n['’]?t| not)|did(?:n['’]?t| not))"
_WHOSE = r"(?:his|her|my|the|their)\s"
_ONE = r"(?:(?:left|right|l|r|one|whole|other)\s)"
_LIMB = r"(?:arm|leg|hand|foot)\b"
# What else keeps a limb from moving: where one of these is spoken of nothing is said of its strength.
_HURT = (
    r"(?:pain\w*|sore\w*|hurts?|hurting|ache\w*|aching|shoulder|elbow|wrist|hip|knee|ankle|fracture\w*|brok\w+|fell|fall|"
    r"injur\w+|swollen|swelling|sling|cast|plaster|dislocat\w+|twisted|stiff\w*|cramp\w*|arthritis|frozen)"
)
_LED = r"(?:\s(?:has|had|is|was|just|now|suddenly|all|completely|then)){0,3}\s"
_FELL = (
    r"(?:droop(?:s|y|ed|ing)?|dropp(?:ed|ing)(?!\sopen)|sagg?(?:s|ed|ing|y)?|lop-?sided|crooked|uneven|wonky|skewed|"
    r"(?:over\s)?to one side|slipp(?:ed|ing)|pulled (?:over )?to (?:one|the) (?:side|left|right))\b"
)
_OUT_OF_ORDER = (
    r"(?:wrong|jumbled(?: up)?|muddled(?: up)?|mixed[\s-]up|garbled|scrambled|mangled|gibberish|nonsense|gobbledy?gook|"
    r"in the wrong order|back to front)\b"
)
_EYE = r"(?:(?:in|out of|from|through|of|with)\s){1,2}(?:(?:the|his|her|my|one|left|right|l|r)\s){1,2}eye\b"
_MINUTES = (
    r"[^.;\n]{0,30}?\b(?:(?:for|lasting|lasted)\s(?:(?:about|around|only|just|maybe|roughly|some|perhaps)\s){0,2}"
    r"(?:an?\s(?:few|couple of|bit|short while|minute|moment)|a\s?while|\d{1,2}|several|two|three|four|five|six|seven|"
    r"eight|ten|fifteen|twenty|thirty|half an hour|an hour)(?!\s?(?:days?|weeks?|months?|years?))\b|"
    r"(?:then|and) (?:it )?(?:came back|cleared|returned|recovered))"
)

STROKE = (
    told("monoparesis", "lift raise move hold pick use",
         rf"\b{_HURT}\b[^.;\n]{{0,80}}?\b{_CANNOT}(?:lift|raise|move|pick|use|hold)\b|"
         rf"(?P<told>\b{_CANNOT}(?:lift|raise|move|pick|use|hold)\s(?:up\s)?(?:{_WHOSE}{_ONE}?|{_ONE}){_LIMB})"
         rf"(?!\s(?:above|over|past|behind)\b|[^.;\n]{{0,60}}\b{_HURT}\b)"),
    told("monoparesis", "won't refuses wouldn't doesn't didn't stopped hangs hanging hung floppy limp useless gave "
         "buckled collapsed",
         rf"\b{_HURT}\b[^.;\n]{{0,80}}?\b{_LIMB}|"
         rf"(?P<told>\b(?:arm|leg|hand)\s(?:just\s|now\s|suddenly\s){{0,2}}(?:{_WILL_NOT}\s(?:mov(?:e|ing)|work(?:ing)?|"
         rf"lift|obey|respond|do what)\b|(?:hangs|hung|hanging)\s(?:there|limp|limply|down|useless\w*)\b|"
         rf"(?:has\s|had\s|is\s|was\s|gone\s|went\s){{1,2}}(?:all\s|completely\s)?(?:floppy|limp|useless|lifeless)\b|"
         r"(?:gave (?:way|out)|buckled|collapsed|went|has gone)\b[^.;,\n]{0,12}\b(?:and|then)\s"
         r"(?:he\s|she\s|i\s|now\s){0,2}"
         rf"(?:{_WILL_NOT}|can['’]?t|cannot|could(?:n['’]?t| not))\s(?:move|work|lift)\b))"
         rf"(?![^.;\n]{{0,60}}\b{_HURT}\b)"),
    told("facial droop", "mouth face smile cheek",
         rf"\b(?:mouth|face|smile|cheek)(?:{_LED}|\s)(?:(?:look|seem|appear)\w*\s|go(?:ne|ing|es)\s|went\s)?"
         rf"(?:all\s|a bit\s)?{_FELL}|"
         r"\b(?:droopy|drooping|lop-?sided|crooked|wonky)\s(?:mouth|face|smile)\b|"
         rf"\b(?:side|half) of (?:his|her|my|the) (?:mouth|face){_LED}(?:(?:gone|went|going)\s)?{_FELL}"),
    told("dysphasia", "words speech sentences talking",
         r"\b(?:words|speech|sentences)\b(?:\s(?:is|are|was|were|has|have|been|keeps?|kept|just|all|suddenly|coming|came|"
         rf"comes?|going|went|gone|got|getting|sounds?|sounded|out|completely|totally|became|started)){{1,5}}\s{_OUT_OF_ORDER}|"
         rf"\b(?:says|saying|said|using|uses) the wrong words?\b|"
         r"\b(?:jumbled|garbled|muddled|scrambled) (?:words|speech)\b"),
    told("amaurosis fugax", "eye",
         r"\b(?:(?:went|gone|going) (?:completely |totally )?(?:blind|black|dark)|"
         r"lost (?:all |the |his |her |my ){0,2}(?:sight|vision)|"
         rf"{_CANNOT}see(?: anything| a thing)?|"
         r"(?:sight|vision) (?:went|disappeared|blacked out|was lost|lost)(?: black| dark| completely)?)"
         rf"\s{_EYE}{_MINUTES}|"
         r"\b(?:left|right|one|l|r) eye (?:just |suddenly )?(?:went|gone|goes|was) (?:completely )?"
         rf"(?:blind|black|dark){_MINUTES}"),
)  # fmt: skip
