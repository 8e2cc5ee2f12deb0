"""Words whose sense is decided by one place: a bruise where somebody fell, one numb foot, who tripped over a rug.

Each is a phrase, the words of which one must stand in the sentence, and the labels of which it says that they are not
meant.
"""

from __future__ import annotations

_PLACE = (
    r"(?:temples?|forehead|scalp|head|brow|face|cheek|eye|orbit|jaw|chin|nose|ear|mastoid|neck|shoulder|elbow|wrist|hip|"
    r"knee|ankle|foot|hand|thumb|finger|toe|shin|calf|thigh|buttock|groin|ribs?|chest|flank|loin|sternum|coccyx|back|"
    r"forearm|upper arm|breast|abdomen|tummy|clavicle|sacrum|side)"
)
_ONE = (
    r"(?:(?:left|right|l|r|lt|rt)\s(?:(?:big|great|little|index|middle)\s)?(?:foot|hand|toe|heel|finger|thumb|leg|arm))"
)
_NUMB = r"(?:numb\w*|tingl\w*|dead|pins and needles)"

PLACED: tuple[tuple[str, str, str], ...] = (
    # One bruise in one place, or any beside a fall, is no readiness to bruise.
    (
        "bruise bruised bruising bruises",
        (
            rf"\b(?:bruise|bruising|bruised)\b(?=(?:\s\w+){{0,2}}?\s(?:over|on|to|of|at|around|above|behind|below|"
            rf"across|near)\s(?:(?:the|his|her|my|left|right|l|r|lt|rt|upper|lower|outer|inner|both|side|front|of)\s)*{_PLACE}\b)|"
            rf"\b{_PLACE}\s(?:is |was )?bruis\w+|\bbruised\s(?:(?:the|his|her|my|left|right|l|r|lt|rt)\s)*{_PLACE}\b|"
            r"\b(?:fell|falls?|fallen|tripp\w+|slipp\w+|hit|kicked|punched|knock\w*|injur\w+|trauma|accident|rtc)\b"
            r"[^.;\n]{0,80}?\bbruis\w+|"
            r"\bbruis\w+(?=[^.;\n]{0,40}?\b(?:after|from|since|following|where) (?:an?|the|his|her|he|she|i)?\s?"
            r"(?:fall|fell|trip|slip|hit|kick|punch|knock|injur\w+|trauma|accident|rtc|seat ?belt))"
        ),
        "^easy bruising$",
    ),
    # Stockings and gloves are worn on both sides.
    (
        "numb numbness tingling tingly dead",
        (
            rf"\b(?<!and )(?<!& )(?<!/){_ONE}\b(?!\s(?:and|&|/)\s(?:left|right|l|r)\b)(?:\s\w+){{0,3}}?\s{_NUMB}|"
            rf"\b{_NUMB}(?:\s\w+){{0,3}}?\s{_ONE}\b(?!\s(?:and|&|/)\s(?:left|right|l|r|both)\b)"
        ),
        "stockings and gloves",
    ),
    (
        "tripping tripped trips trip",
        (
            r"\b(?:(?:after|from|by|since|and|when|was|he|she|i)\s)*(?:tripp(?:ed|ing)|"
            r"trips?(?=\s(?:over|on|up|and (?:falls?|fell))))\b"
        ),
        "travel",
    ),
    # A pupil that is slow to the light.
    (
        "sluggish sluggishly",
        (
            r"\bsluggish\w*\b(?=[^.;\n]{0,30}\b(?:pupils?|to light|light|react\w*)\b)|"
            r"\b(?:pupils?|perrla?)\b[^.;\n]{0,40}?\bsluggish\w*"
        ),
        "^lethargy$",
    ),
    # How a child sits that cannot breathe, and no relief of a pain.
    (
        "forward forwards",
        (
            r"\b(?:drool\w*|dribbl\w*|stridor\w*|muffled)\b[^.;\n]{0,60}?\bforwards?\b|"
            r"\b(?:sat|sits?|sitting|leans?|leaning)\b[^.;\n]{0,20}?\bforwards?\b[^.;\n]{0,60}?\b(?:drool\w*|dribbl\w*|"
            r"stridor\w*|muffled)\b"
        ),
        "^pain relieved by leaning",
    ),
)
