"""What several scores of thrombosis ask for, declared once: by the vocabulary, and by words that it does not hold."""

from __future__ import annotations

from functools import partial
from typing import Any

from core.scores.areas.parts import past, sign
from core.scores.inputs import Flag, Input, Told
from core.scores.reading_findings import read_flag
from core.scores.reading_legs import read_wider_calf
from core.scores.reading_phrases import affirmed, first_known, refuted, said

_SIDE = r"(?:right|left)"
_LEG = r"(?:leg|calf|thigh|lower limb|lower extremity)"
_WIDER = r"(?:more|larger|bigger|greater|wider|thicker)"
# "The left calf measured 4 cm more than the right", "a swollen, painful right leg", "the left leg was swollen".
WIDER_BY_3_CM = rf"\b{_LEG}\b[^.;]{{0,40}}?\b(?:[3-9]|1\d)(?:\.\d)?\s*(?:cm|centimet\w+)\s+{_WIDER}"
_SWOLLEN_LEG = (
    rf"{WIDER_BY_3_CM}|\bswollen,?\s+(?:and\s+)?(?:\w+,?\s+){{0,2}}{_SIDE} {_LEG}"
    rf"|\b{_SIDE} {_LEG}\b[^.;,]{{0,20}}\b(?:swollen|swelling|swelled)"
)
# Where no leg is swollen, neither is one.
_NO_SWELLING = (
    r"\bno (?:unilateral |lower |recent )?(?:leg|calf|limb|ankle) (?:pain/|pain or |tenderness or )?"
    r"(?:swelling|oedema|edema)"
    r"|\b(?:legs|calves) (?:are |were )?(?:not swollen|soft|normal|nad\b)|双下肢(?:无|不)(?:水?肿|肿胀)"
)
TENDER_VEIN = (
    r"(?:tender\w*|pain\w* (?:to press|on pressure|on pressing|on palpation|to palpation))[^.;]{0,30}"
    r"(?:popliteal|femoral|deep) v(?:ei|eno)"
)
_PULMONARY = r"(?:(?:acute )?pulmonary embol(?:ism|us)|\bPE\b)"
_FIRST = r"(?:most likely|likeliest|number one|more likely than|leading|main|top|first|working|primary|presumptive)"
PE_FIRST = (
    rf"{_PULMONARY}(?:(?!\b(?:not|less|than|un\w+)\b)[^.;,]){{0,25}}\b"
    r"(?:most likely|likeliest|number one|more likely than|top differential|leading)"
    rf"|{_FIRST} (?:(?:clinical|differential|suspected) )?diagnos[ie]s (?:is|was|being|of) (?:an? )?{_PULMONARY}"
)
_CLOT = r"(?:deep v\w+ thrombos[ei]s|pulmonary embol(?:ism|us|i)|DVTs?|PEs?|VTEs?)"
_WHEN = (
    r"(?:at (?:the )?age(?: of)?|aged|in (?:his|her|their) (?:teens|twenties|thirties|forties|fifties|sixties|\d0s)"
    r"|in (?:19|20)\d\d|(?:\d+|two|three|four|five|six|ten) years (?:ago|earlier|before))"
)
EARLIER_CLOT = (
    rf"\b(?:years?|months) (?:previously|ago|earlier|before)\b[^.;]{{0,40}}\b{_CLOT}|"
    rf"\b{_CLOT}\b[^.;,]{{0,25}}\b{_WHEN}|\bhad an? {_CLOT} at (?:the age of |age )?\d\d\b"
    rf"|\b(?:two|three|several|multiple|recurrent|prior|previous|earlier) {_CLOT}"
)
_NEVER_A_CLOT = (
    r"\b(?:no|nil|never|denies(?: any)?) (?:had )?(?:an? )?"
    r"(?:prev(?:ious)?|prior|past|personal|known|h/o|hx(?: of)?|history of)"
    rf" (?:\w+ ){{0,2}}{_CLOT}|\bnever had an? {_CLOT}"
)
_BED_DAYS = r"(?:[3-9]|\d\d|three|four|five|six|seven|eight|nine|ten|several) days|(?:\w+ ){0,2}(?:weeks?|months?)"
IN_BED = (
    r"\b(?:in|kept to|confined to|stayed in) bed (?:for|over|during) (?:the )?(?:past |last |previous )?"
    rf"(?:{_BED_DAYS})\b"
)
_CANCER_CONCEPTS = ("BD:active-cancer", "BD:known-abdominal-cancer", "BD:known-lung-cancer")

HAEMOPTYSIS = sign(
    "haemoptysis",
    "haemoptysis",
    "咯血",
    "HP:0002105",
    words=r"cough\w* up (?:\w+ ){0,4}blood|blood[- ](?:stained|streaked|tinged|flecked) (?:sputum|phlegm)",
)
PREVIOUS = past(
    "previous",
    "previous pulmonary embolism or deep vein thrombosis",
    "既往肺栓塞或深静脉血栓",
    "BD:history-of-venous-thromboembolism",
    words=first_known(said(EARLIER_CLOT), refuted(_NEVER_A_CLOT)),
)
_MALIGNANCY = Flag(
    id="cancer",
    en="malignancy (treated in the last six months or palliative)",
    zh="恶性肿瘤（近6个月内治疗或姑息治疗）",
    concepts=_CANCER_CONCEPTS,
    denied_by=("BD:previously-healthy",),
)
# A tumour that has come back is one of now, whatever the margins and nodes of the first one were free of.
_RETURNED = (
    r"(?:local |regional |distant |loco-?regional )?(?:recurrence|relapse) of (?:the |his |her |their )?"
    r"(?:\w+ )?(?:neoplas\w+|malignan\w+|cancer|(?:adeno)?carcinoma|tumou?r|lymphoma|melanoma|sarcoma)\b"
    r"|\b(?:recurrent|relapsed) (?:\w+ )?(?:cancer|(?:adeno)?carcinoma|lymphoma|melanoma|sarcoma|malignancy)\b"
)
CANCER = Told(
    id=_MALIGNANCY.id,
    en=_MALIGNANCY.en,
    zh=_MALIGNANCY.zh,
    read=first_known(affirmed(_RETURNED), partial(read_flag, _MALIGNANCY)),
    absent=False,
)
IMMOBILITY = sign(
    "immobility",
    "immobilisation for three days or more",
    "制动≥3天",
    "BD:recent-immobility",
    words=IN_BED,
)


def swollen_leg(key: str, en: str, zh: str, *concepts: str, also: str | None = None, **more: Any) -> Input:
    """A swelling of one leg, or one of these findings, or what is `also` said of it."""
    words = first_known(
        said(_SWOLLEN_LEG if also is None else f"{_SWOLLEN_LEG}|{also}"), read_wider_calf, refuted(_NO_SWELLING)
    )
    return sign(key, en, zh, "BD:unilateral-leg-swelling", *concepts, words=words, **more)
