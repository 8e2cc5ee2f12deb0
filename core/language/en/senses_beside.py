"""Short and bare words whose sense stands beside them: OA behind a saturation is on air, depression of an ECG no mood,
what is aspirated from a joint no aspiration.

Each is a phrase, the words of which one must stand in the sentence, and the labels of which it says that they are not
meant.
"""

from __future__ import annotations

_LEADS = (
    r"(?:leads?\b|(?-i:I{1,3})\b(?=\s?(?:[,+&/;.]|$|and\b|aV|I))|aV[FLR]\b|V[1-9]R?\b|inferior\w*|lateral\w*|"
    r"anterior\w*|septal\w*|precordial\w*)"
)
_DRAWN_FROM = (
    r"(?:joint|knee|ankle|hip|elbow|shoulder|wrist|synovial|needle|marrow|nasopharyngeal|npa?|ng|gastric|tracheal|"
    r"endotracheal|bursa|bursal|cyst|abscess|pus|fluid|breast|pleural|node|lymph node|fna|haematoma|collection|"
    r"effusion)"
)
_ARROW = r"(?:[-=–]+\s?>|→|\bradiat\w*|\brads?\b|\binto\b|\bup to\b|\bto\b|\btowards\b)"

BESIDE: tuple[tuple[str, str, str], ...] = (
    (
        "oa",
        (
            r"\b(?:sats?|spo2|sao2|o2|saturations?|saturating|satting|"
            r"obs)\b[^.;\n]{0,20}?\d{2,3}\s?%?\s?\(?(?:on\s)?OA\b|"
            r"\b\d{2,3}\s?%\s?\(?(?:on\s)?OA\b|\bOA\b(?=,?\s(?:BP|HR|PR?|RR|T|temp)\s?:?\s?\d|\s?[:=]?\s?\d{2,3}\s?%)"
        ),
        "[Oo]steoarth|[Aa]rthr",
    ),
    # The soft spot on an infant's head.
    (
        "af",
        (
            r"\bAF\b(?=\s?:?\s?(?:is\s|was\s)?(?:\w+\s(?:and|&)\s)?(?:soft|flat|level|bulging|sunken|full|tense|"
            r"depressed|open|normotensive)\b)"
        ),
        "fibrillation",
    ),
    ("ms", r"\bMS\s?(?=\d{1,2}(?:\.\d)?\s?mg|contin\b)", "sclerosis"),
    (
        "depression",
        (
            rf"\breciprocal\s(?:\w+\s)?depression\b|\b(?:ST|PR|J[- ]point|segment|mm)[-\s](?:segment\s)?depression\b|"
            rf"\bdepression\s(?:(?:in|of|over|across)\s(?:the\s)?)?{_LEADS}|\bECG\b[^.;\n]{{0,20}}\bdepression\b"
        ),
        "^(?:depress|low mood|[Ss]adness)",
    ),
    (
        "aspirate aspirates aspirated aspiration",
        (
            rf"\b{_DRAWN_FROM}\s(?:was\s|were\s|has been\s)?aspirat\w+|"
            r"\baspirates?\b(?=\s?[:=(-]|\s(?:sent|turbid|clear|cloudy|straw|blood\w*|purulent|showed|shows|"
            r"grew|gram|wcc|wbc|"
            r"culture|positive|negative|dry|of|from|is|was|\d))|\baspirat(?:ed|ion)\s(?:from|of)\s(?:the\s|a\s|"
            r"his\s|her\s|an\s|"
            rf"left\s|right\s)*{_DRAWN_FROM}\b|(?<=[.;\n]\s)aspirate\b|\b(?:bronchial|diagnostic|"
            rf"therapeutic)\saspirat\w+"
        ),
        "^(?:Aspiration|risk of aspiration)",
    ),
    # An eye movement or a reflex that tires, and not the patient.
    (
        "fatigues fatiguing fatigued fatigable fatiguable fatigue",
        (
            r"\b(?:nystagmus|hallpike|clonus|response|manoeuvre|maneuver|upgaze|ptosis)\b[^.;,\n]{0,30}?\bfatigu\w+|"
            r"\bnystagmus\b[^.;\n]{0,50}?\bfatigues\b|\bfatigu(?:able|ing|es)\s(?:nystagmus|ptosis|weakness)"
        ),
        "^[Ff]atigue|^tired",
    ),
    # A rash of the face is no red face, and one that spreads over the back no pain that goes there.
    (
        "rash",
        r"\b(?:red|dusky|pink|purple)\s(?:\w+\s)?rash\s(?:(?:on|over|of|to)\s)?(?:(?:the|his|her)\s)?face\b",
        "plethor",
    ),
    (
        "rash lesions blisters spots hives",
        (
            r"(?:\bpain\w*\s(?:\w+\s){0,3}?)?\b(?:rash|lesions|blisters|spots|"
            r"hives)\b[^.;\n]{0,50}?\bback\b,?\s(?:and\s|now\s)?spread(?:ing|s)?\b"
        ),
        "radiating",
    ),
    # Where a tightness of the chest goes to.
    (
        "jaw",
        rf"\b(?:tight\w*|pressure|heaviness|stiff\w*|ache)\b[^.;\n]{{0,30}}?{_ARROW}\s*(?:\w+\.?\s){{0,3}}?jaw\b",
        "lockjaw|^jaw",
    ),
    # A joint, the middle ear and the space under the dura hold an effusion, too.
    (
        "effusion effusions",
        (
            r"\b(?:knees?|ankles?|elbows?|hips?|wrists?|shoulders?|joints?|suprapatellar|patell\w+|middle ear|"
            r"subdural|scrotal|"
            r"pericardial|bursa\w*)\b[^.;\n]{0,40}?\beffusions?\b|"
            r"\beffusions?\s(?:of|in|at|around)\s(?:(?:the|his|her|both|left|right|l|r)\s)*(?:knees?|ankles?|"
            r"elbows?|hips?|wrists?|"
            r"shoulders?|joints?|middle ears?|heart)\b"
        ),
        "pleural",
    ),
)
