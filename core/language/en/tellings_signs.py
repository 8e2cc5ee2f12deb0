"""Signs told by what is seen: a bruise on the temple, a child that sits forward and drools, an old man who is slow.

Each has words of which one must stand in the sentence before its pattern is tried.
"""

from __future__ import annotations

from core.language.en.stories import told

_SIDE = r"(?:(?:left|right|l|r|lt|rt|the|his|her|my|their|both|upper|side|back|top|front|of)\s+)*"
_SKULL = r"(?:temples?|forehead|scalp|occiput|occipital|brow|parietal|temporal region|frontal region|head|mastoid)"
_WOUND = (
    r"(?:bruis(?:e|es|ing|ed)|lacerations?|haematomas?|hematomas?|contusions?|grazes?|boggy swelling|gash(?:es)?|"
    r"cuts?|abrasions?|egg|goose ?egg)"
)
_NONE = r"(?<!no )(?<!old )(?<!without )(?<!or )(?<!nor )(?<!any )(?<!surgical )(?<!healed )"
_BIRTH = r"(?![^.;\n]{0,50}\b(?:ventouse|forceps|birth|delivery|labour|years? ago|since childhood)\b)"
_BREATHES = (
    r"(?:drool\w*|dribbl\w*|saliva|stridor\w*|muffled|hoarse|breath\w*|recession|distress\w*|swallow\w*|respirat\w*)"
)
_FORWARD = (
    r"(?<!by )(?<!on )(?<!when )(?<!with )(?<!better )(?<!for )(?<!while )(?<!if )(?:sat|sits?|sitting|leans?|leaning|"
    r"leant)\s(?:(?:up|upright|bolt|and|right|himself|herself|leaning|bent|very|still)\s){0,3}?forwards?\b"
    r"(?!\s(?:to relieve|reliev|helps|eases|makes))"
)
_SLOWED = r"(?:falls|tremor|stiff\w*|rigid\w*|shuffl\w+|gait|walking|parkinson\w*|turning|balance)"

SIGNS = (
    told("recent head injury",
         "temple temples forehead scalp occiput occipital brow parietal temporal frontal head mastoid",
         rf"{_NONE}\b{_WOUND}(?:\s(?!of\b|and\b|no\b|ointment|cream)\w+){{0,2}}?\s(?:over|on|to|of|above|behind|across|at|in)\s"
         rf"{_SIDE}{_SKULL}\b(?! (?:of the|ct|mri)){_BIRTH}|"
         rf"{_NONE}\b(?:scalp|forehead|temple|temporal|frontal|occipital|parietal|(?<!femoral )head)\s(?:wound|"
         r"lacerations?|bruis(?:e|es|ing)|haematomas?|hematomas?|contusions?|grazes?|gash)\b"
         rf"(?! on (?:ct|mri)){_BIRTH}"),
    told("tripod position", "forward forwards", rf"\b{_BREATHES}\b[^.;\n]{{0,60}}?\b(?P<told>{_FORWARD})"),
    told("tripod position", "forward forwards", rf"\b{_FORWARD}(?=[^.;\n]{{0,60}}?\b{_BREATHES}\b)"),
    told("slow movements", "slow slowly",
         rf"\b{_SLOWED}\b[^.;\n]{{0,90}}?(?P<told>(?<=, )slow)(?=\s*(?:[.,;]|$))"),
    told("slow movements", "slow slowly slower",
         r"\b(?:walks|moves|moving) (?:very |so |more |much )?slow(?:ly|er)\b|\bslow(?:ing)? (?:in|with|of) "
         r"(?:all |his |her |everything|every)\s?(?:movements?|walking)?"),
    told("irregularly irregular rhythm", "irregular irreg irregularly",
         r"\b(?:hr|pulse|heart rate|p|rate)\b[\s:=]*(?:is |was |of )?\d{2,3}\s?(?:bpm|/\s?min|beats per minute)?[\s,]*"
         r"(?:(?:and|&|\(|feels|rhythm)\s?)?(?P<told>irreg(?:ular(?:ly irregular)?)?)\b"
         r"(?! (?:periods|menses|bleeding|narrow))"),
    told("born prematurely", "weeker weekers", r"\b(?:ex[\s-]?)?(?:2[2-9]|3[0-6])[\s-](?:week|wk)er\b"),
    told("poor feeding", "feeds feed bottles bottle milk",
         r"\b(?:tak(?:es|ing|en)|drink(?:s|ing)|manag(?:es|ing)|feed(?:s|ing)|down to|only)\b[^.;\n]{0,20}?"
         r"\b(?:1/[34]|an? (?:third|quarter)|half|less than half|50\s?%|[1-4]\d\s?%)\s(?:of )?"
         r"(?:(?:his|her|the|usual|normal|its|their)\s)*(?:feeds?|bottles?|milk)\b"),
    told("trouble swallowing solids first, then liquids", "bread meat solids solid steak toast chicken food rice",
         r"\b(?:first|initially|at the start|started with|used to be(?: just)?|began with|to begin with)\b"
         r"[^.;\n]{0,25}?\b(?:bread|meat|solids?|steak|toast|chicken|food|rice)\b[^.;\n]{0,35}?\b(?:now|then|later|progress\w+)\b"
         r"[^.;\n]{0,20}?\b(?:soup|liquids?|fluids?|water|drinks?|tea|everything|yogh?urt|mash|puree|saliva)\b"),
)  # fmt: skip
