"""Findings told in the words of the ward and the emergency department, in numbers or by what was seen."""

from __future__ import annotations

from core.language.en.stories import told

_BLEED = r"(?:ha?emorrhages?|bleed(?:ing)?|blood|ha?ematoma|ICH|SAH)"
_CT_HEAD = (
    r"\b(?:CTH?|CT (?:of (?:the )?)?(?:head|brain)|(?:head|brain) CT|(?:plain|non-?contrast|urgent) CT|"
    r"MRI (?:head|brain))\b(?! (?:abdo\w*|chest|thorax|pelvis|kub|angio\w*|aort\w*|tap))"
)
_NONE = r"\b(?:no|without|nil|negative for)\s+(?:acute |obvious |intracranial |evidence of |signs? of |fresh )*"
_SOFT = (
    r"(?:blister\w*|dusky|cellulit\w*|erythem\w*|red(?:ness)?|swell\w*|swollen|wound|thigh|calf|leg|arm|buttock|flank|"
    r"perine\w*|groin|skin|soft[- ]tissue|fasci\w*|bullae|necro\w*|pain out of proportion|gas)"
)
_NOTE = r"(?:note|notes|letters?)"
_MEANS = r"(?:rope|noose|ligature|tablets|pills|gun|date|kill|suicid\w*|hang\w*|goodbye|funeral|will and)"
_PLAN = "plan to end his life"
_TENDER = r"(?:tender(?:ness)?|painful|hurts?|pain on (?:palpation|pressing|pressure)|sore)"
_SNUFFBOX = r"(?:snuff[\s-]?box|ASB)\b"
_HALLPIKE = r"(?:dix\W{0,3})?hallpike(?:'s)?\b"
_FEW_ML = r"(?:\d|[1-9]\d)\s?mls?"

WARD = (
    # An hour's urine under 30 ml is under half a millilitre for each kilogram of a grown person (KDIGO 2012).
    told("reduced urine output", "urine uo output catheter",
         rf"\b(?:passed|passing|made|making|drained|produced|only)\s+(?:only\s+|just\s+)?{_FEW_ML}\s+(?:of\s+)?"
         r"(?:(?:dark|concentrated)\s+)?urine\b[^.;]{0,12}\b(?:since|in|over|overnight|today|all)\b|"
         rf"\b(?:urine(?: output)?|UO|u/o|catheter)\b[^.;\d]{{0,15}}{_FEW_ML}\s+(?:since|overnight|today|"
         r"(?:in|over) (?:the )?(?:last |past )?(?:[4-9]|1\d|2[0-4]|four|six|eight|twelve)\s?(?:h|hours?|hrs?)\b)|"
         r"\b(?:urine(?: output)?|UO|u/o)\b[^.;\d]{0,15}(?:\d|[12]\d)\s?mls?\s?(?:/|per |an |in the last |each )\s?"
         r"(?:h|hr|hour)\b|\burine output\b[^.;\d]{0,10}0\.[0-4]\d?\s?ml\s?/\s?kg\s?/\s?h"),
    *(
        told(name, "ct cth mri", rf"{_CT_HEAD}[^.;\n]{{0,30}}?{_NONE}(?P<told>{_BLEED})\b")
        for name in ("bleeding in the brain substance", "subarachnoid blood on CT", "subdural bleeding on CT")
    ),
    told("no haemorrhage on CT head", "ct cth", rf"{_CT_HEAD}[^.;\n]{{0,30}}?(?P<told>{_NONE}{_BLEED})\b"),
    told("reciprocal ST depression", "reciprocal", r"\breciprocal\s(?:ST[- ](?:segment\s)?)?depression\b"),
    told("pneumonia", "infection infections lrti",
         r"(?<!recurrent )(?<!frequent )(?<!repeated )(?<!recent )(?<!previous )(?<!viral )"
         r"\b(?:chest infection|LRTI)\b(?! (?:clinic|tablets|\w+ (?:weeks?|months?) ago|last (?:week|month|year)))"),
    told("crepitus of the skin", "crepitus crepitation",
         rf"\bcrepit(?:us|ations?)\b(?! (?:of|in|on) (?:the |both )?(?:\w+ )?(?:knees?|joint|shoulder|hips?|chest|"
         rf"neck|movement))(?=[^.;\n]{{0,60}}\b{_SOFT})"),
    told("crepitus of the skin", "crepitus crepitation",
         rf"\b{_SOFT}\b[^.;\n]{{0,60}}?(?P<told>\bcrepit(?:us|ations?)\b)(?! (?:of|in|on) (?:the |both )?(?:\w+ )?"
         r"(?:knees?|joint|shoulder|hips?|chest|neck|movement))"),
    told("skin necrosis or haemorrhagic blisters", "dusky",
         r"\bdusky\s+(?:\w+\s)?(?:patch\w*|blisters?|bullae|skin|area|discolou?r\w*)\b|"
         r"\b(?:patch\w*|blisters?|skin|bullae)\b[^.;,]{0,15}\bdusky\b"),
    told("vegetation on a heart valve", "cusp leaflet valve",
         r"\b(?:mobile|oscillating|pedunculated)\s(?:\w+\s)?(?:mass|structure|lesion|echodensity)\b[^.;\n]{0,40}?\b"
         r"(?:cusp|leaflet|valve)\b"),
    # Over 400 ml of urine that is not passed (expert-estimate; units differ between 300 and 500).
    told("urinary retention", "bladder",
         r"\bbladder (?:scan|volume|residual)\b[^.;\d]{0,25}(?:[4-9]\d\d|[1-3]\d{3})\s?mls?\b"),
    told("anatomical snuffbox tenderness", "snuffbox snuff asb",
         rf"\b{_TENDER}\b[^.;,\n]{{0,40}}?\b{_SNUFFBOX}|"
         rf"\b{_SNUFFBOX}\W+(?:(?:is|was|very|exquisitely|markedly|point)\s+){{0,2}}{_TENDER}\b"),
    told("anatomical snuffbox tenderness", "snuffbox snuff asb",
         rf"\b{_SNUFFBOX}\W+(?:(?:is|was)\s+)?(?:not|non)[\s-](?P<told>tender)\b"),
    told("Dix-Hallpike positive", "hallpike",
         rf"\b{_HALLPIKE}(?:(?!\b(?:no|not|neg\w*|without|nil)\b|-\s?ve)[^.;\n]){{0,40}}?(?:\b(?:positive|pos|provok\w+|"
         r"reproduc\w+|elicit\w+|torsional|upbeat\w*)\b|\+\s?ve\b)"
         rf"|(?:\bpositive|\bpos|\+\s?ve)\s+(?:\w+\s)?{_HALLPIKE}"),
    told("Dix-Hallpike negative", "hallpike",
         rf"\b{_HALLPIKE}[^.;,\n]{{0,25}}?(?:\b(?:negative|neg|normal|no nystagmus|without nystagmus)\b|-\s?ve\b)"
         rf"|(?:\bnegative|\bneg|-\s?ve)\s+(?:\w+\s)?{_HALLPIKE}"),
    told("dilated pupils", "pupils pupil",
         r"\bpupils?\b[^.;\d]{0,25}(?:[6-9])\s?mm\b"),
    # A note, a means and a day are a plan; of a note or a letter alone there are many kinds.
    told(_PLAN, "note notes letter letters",
         rf"\b(?:wr(?:ote|itten|iting)|left|leaving)\s+(?:(?:an?|the|some|his|her|my|two|several)\s+)?(?:\w+\s)?{_NOTE}\b"
         rf"(?=[^.\n]{{0,90}}\b{_MEANS}\b)|\b{_MEANS}\b[^.\n]{{0,60}}\bwr(?:ote|itten)\s+(?:an?\s+|some\s+)?{_NOTE}\b|"
         r"\b(?:wr(?:ote|itten)|left|leaving)\s+(?:an?\s+|the\s+)?(?:suicide|goodbye|farewell)\s"
         rf"{_NOTE}\b"),
    told(_PLAN, "rope noose ligature",
         r"\b(?:bought|got|obtained|hidden|hiding|tied|found with|has|had)\s+(?:an?\s+|some\s+|the\s+)?(?:\w+\s)?"
         r"(?:rope|noose|ligature)\b(?! (?:burn|mark))"),
    told(_PLAN, "date day place method",
         r"\b(?:chosen|picked|chose|fixed|decided (?:on|upon)|has set|have set)\s+(?:an?|the)\s+(?:date|day|place|"
         r"method)\b(?=[^.\n]{0,60}\b(?:die|end|kill|suicid\w*|rope|note|hang\w*)\b)|"
         r"\b(?:rope|note|suicid\w*|kill\w*|die|end(?:ing)? (?:his|her|my|it))\b[^.\n]{0,60}\b(?:chosen|picked|chose|"
         r"fixed|set)\s+(?:an?|the)\s+(?:date|day|place|method)\b"),
    told(_PLAN, "plan plans planning planned",
         r"\bplan(?:s|ning|ned)?\s+(?:is\s+)?to\s+(?:hang|shoot|drown|stab|gas|poison|kill|jump|overdose|"
         r"take (?:an? |his |her )?(?:overdose|own life)|end (?:his|her|my|their|it))\b"),
)  # fmt: skip
