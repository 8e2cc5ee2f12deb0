"""Findings told with a small scene: "sleeps in the chair", "woke fighting for breath", "found collapsed".

Each has words of which one must stand in the sentence before its pattern is tried; what goes in and comes out of the
body stands in a table of its own.
"""

from __future__ import annotations

import re

from core.language.en.stories import Story, told

_N = r"(?:\d+(?:[.,]\d+)?|an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|couple of|few)"
# One who smoked, where no word of giving up stands: "ex heavy smoker", "was a smoker until 2010".
PAST_SMOKER = re.compile(
    r"\b(?:was|were|had been|used to be|previously|formerly|once|ex|former|past|prior)\W+(?:an?\s+)?(?:very\s+)?"
    r"(?:(?:heavy|light|moderate|social|chain|keen|regular|occasional)\s+)?(?:cigarette\s+)?smoker\b|"
    r"\bused to smoke\b|\bsmoked\b[^.;]{0,40}?\b(?:until|till|up to|but (?:(?:he|she|i) )?(?:quit|gave|stopped))\b|"
    r"\bsmoker\b[^.;,]{0,12}?\b(?:until|till|up to|in (?:his|her|my) (?:youth|teens|twenties|thirties|forties|\d0s))\b",
    re.IGNORECASE,
)

TELLINGS = (
    told("low mood", "mood",
         r"\bmood\b(?: is| was)?(?: described as)?\W{1,4}(?P<told>rubbish|low|awful|terrible|down|hopeless|crap)\b"),
    told("tonsillar exudate", "exudate exudates", r"\btonsils?\b[^.;]{0,25}\b(?P<told>exudates?)\b"),
    told("orthopnoea", "armchair chair recliner pillows pillow propped upright",
         r"\b(?:sle(?:ep|pt)\w*|spent the night|nights? in)\b[^.;,]{0,30}\b(?:arm-?\s?chair|chair|recliner|propped|"
         r"upright)\b|"
         rf"\b(?:needs?|sle(?:ep|pt)\w*|uses?|using|on|with)\s+(?:\w+\s){{0,2}}(?:{_N}|extra|more)\s+pillows\b|"
         rf"\bpropped (?:up )?on\b[^.;]{{0,15}}pillows"),
    told("paroxysmal nocturnal dyspnoea", "woke wakes waking wake",
         r"\b(?:woke|wak(?:es?|ing|en))\b[^.;]{0,40}\b(?:fighting|gasping|struggling|desperate)\s+for\s+(?:air|"
         r"breath)\b|"
         r"\b(?:woke|wak(?:es?|ing))\b[^.;]{0,30}\b(?:short of breath|breathless|can['’]t breathe)\b"),
    told("shortness of breath", "breath air breathe breathing puffed puff",
         r"\b(?:fighting|gasping|struggling|desperate)\s+(?:for\s+)?(?:air|breath|to breathe)\b|"
         r"\bout of (?:breath|puff)\b|"
         r"\bcan['’]?t (?:get|catch) (?:my|his|her|enough) (?:breath|air)\b|\bpuffed (?:out|after|going)\b"),
    told("breathless at rest", "sentence sentences words",
         r"\b(?:can['’]?t|cannot|couldn['’]t|unable to|not able to|struggl\w+ to)\s+(?:finish|complete|get|say|"
         r"speak)\b[^.;]{0,20}\bsentences?\b|"
         r"\b(?:speak\w*|talk\w*|only)\b[^.;]{0,15}\b(?:single|one or two|two or three|few|odd)\s+words?\b"),
    told("exertional dyspnoea", "stairs hills hill uphill flight walking climbing",
         r"\b(?:breathless|puffed|out of (?:breath|puff)|short of breath|stop(?:ping)? for breath|"
         r"winded)\b[^.;]{0,40}\b(?:stairs|hills?|uphill|"
         r"flights?|walk\w*|running|shop|exert\w*|hoover\w*|dressing)\b|\b(?:has|"
         r"have) to stop\b[^.;]{0,20}\b(?:shop|stairs|hill|street|road)\b"),
    told("increased use of reliever inhaler", "inhaler puffer ventolin salbutamol puffs",
         rf"\b(?:blue|reliever|ventolin|salbutamol)\b[^.;]{{0,25}}\b(?:every|all the time|constantly|"
         rf"{_N} times|x\s?\d+|more|{_N} puffs|hourly)\b|"
         rf"\b(?:used|using|needing|puffs?)\b[^.;]{{0,25}}\b(?:blue|reliever)\s+(?:inhaler|puffer|pump)\b"),
    told("not taking preventer inhaler", "inhaler brown preventer",
         r"\b(?:ran out of|run out of|stopped|not (?:taking|using)|forg[eo]t\w*|"
         r"without)\b[^.;]{0,25}\b(?:brown|preventer|steroid|purple)\s+(?:\w+\s)?inhaler"),
    told("fainting", "out went collapsed passed blacked black keeled",
         rf"\bfound collapsed\b|\b(?<!nearly )(?<!almost )(?:passed|blacked|conked|sparked) out\b|"
         rf"\bkeeled over\b|\bout (?:cold|for)\s+(?:(?:about|maybe|"
         rf"only|a)\s+)*(?:{_N}|few)\s*(?:secs?|seconds?|mins?|minutes?)\b|"
         r"\bwent (?:down like|limp and|out like)\b"),
    told("near-fainting", "nearly almost faint black grey",
         r"\b(?:nearly|almost|going to|about to|thought I(?:['’]d| would| was going to)|felt like (?:I(?:['’]d|"
         r" would| was going to) )?)\s+"
         r"(?:pass(?:ed|ing)?|black(?:ed|ing)?|faint(?:ed|ing)?|went|gone|keel\w*|collapsed?)\b(?:\s+(?:out|"
         r"over))?|\bvision (?:went|going) (?:grey|black|dark)\b"),
    told("vertigo", "room world spins spinning spin",
         r"\b(?:room|world|everything|ceiling|house|bed)\b(?:\s+\w+){0,3}\s+(?:spin\w*|spun|going round|"
         r"turning|whirl\w*)\b|\bspinning (?:round|sensation)\b"),
    told("fever", "temp temperature hot fever reading thermometer",
         r"\b(?:running|got|had|has|have|with|a) (?:a |an )?(?:bit of a |high |slight |"
         r"raging )?temp(?:erature)?\b(?!\s*(?:of|is|was|normal|36|35|3[67]\.[0-7]))|\bburning up\b|"
         r"\bboiling hot\b"),
    told("fever", "temp temperature",
         r"\bno (?P<told>temp(?:erature)?)\b(?! (?:change|control|recorded|taken|chart|reg))"),
    told("chills", "hot cold shivery shivers shivering",
         r"\bhot (?:and|then) (?:cold|shivery)\b|\bshiver\w*\b"),
    told("fruity breath", "pear drops nail varnish breath sweet",
         r"\bbreath\b[^.;]{0,25}\b(?:pear drops?|nail varnish|fruity|acetone|sweet|sweets)\b"),
    told("smoking", "smoke smokes cigarettes day fags roll vape",
         r"\b(?:I|he|she|still)\s+(?:still\s)?smokes?\b(?! alarm)|\b\d{1,2}\s?(?:/|a|per)\s?day\s+(?:since|"
         r"for|smok\w+)\b|\bsmok(?:es?|ing)\s+\d{1,2}\b|"
         r"(?<!having )(?<!had )\bsmoked\s+\d{1,2}\b|\b\d+ (?:cigs|cigarettes|fags)\b"),
    Story("ex-smoker", "smoker smoke smoked", PAST_SMOKER),
    told("recent fall", "fell fall floor tripped slipped slid",
         r"\b(?:found|sat|sitting|lying)\b[^.;]{0,20}\bon the (?:floor|bathroom floor|ground)\b|\b(?:slid|"
         r"slipped|tumbled)\s+(?:out of|off)\s+(?:the |her |his |a )?(?:chair|bed)\b"),
    told("fell", "fell fall floor tripped slipped slid",
         r"\b(?:found|sat|sitting|lying)\b[^.;]{0,20}\bon the (?:floor|bathroom floor|ground)\b|\b(?:slid|"
         r"slipped|tumbled)\s+(?:out of|off)\s+(?:the |her |his |a )?(?:chair|bed)\b"),
    told("cannot put weight on the leg", "stand walk weight",
         r"\b(?:can['’]?t|cannot|won['’]?t|unable to|couldn['’]t|refus\w+ to)\s+(?:"
         r"stand\b(?! (?:the |any |it|being |up to)?(?:heat|cold|light|noise|sound|it\b|touch))|"
         r"weight-?\s?bear|"
         r"put (?:any )?weight|walk on|take (?:any )?weight|bear weight)\b"),
    told("wakes too early in the morning", "wake wakes waking up awake",
         r"\b(?:wak\w+|gets? up|awake|up)\b[^.;]{0,15}\b(?:at|by|from)\s+(?:2|3|4|5|three|four|"
         r"five)(?:\s?am)?\s+(?:every|each|most)\b"),
    told("no interest or pleasure in anything", "given interest enjoy bother hobbies",
         r"\b(?:given up|stopped (?:going to|seeing|doing)|no longer enjoys?|lost (?:all )?interest|"
         r"can['’]?t be bothered|don['’]t enjoy|doesn['’]t enjoy|nothing (?:gives|brings) (?:me|him|"
         r"her))\b(?! (?:smok|drink|alcohol|work))"),
    told("depressive illness", "depression",  # of the mind, and of nothing else that sinks
         "".join(f"(?<!{word} )" for word in (
             "st segment pr mm respiratory ventilatory cns marrow skull fontanelle myocardial sternal of and".split()))
         + r"(?<!-)\bdepression\b(?!\s(?:score|scale|screen|fracture|of (?:the )?(?:st|skull|conscious\w+|vision)|in "
         r"(?:v\d|leads?|ii|inferior|lateral|the (?:inferior|lateral|anterior)))\b)"),
    told("thoughts of suicide", "kill killing hang hanging shoot shooting drown drowning jump jumping life rope noose "
         "ligature stockpiled stockpiling hoarding note letter",
         r"\b(?:kill|hang|shoot|drown)(?:ing)?\s+(?:myself|himself|herself|themself|themselves)\b(?! laugh)|"
         r"\b(?:tak(?:e|ing)|end(?:ing)?) (?:my|his|her|their) (?:own )?life\b|"
         r"\b(?:bought|got|hidden|hiding|tied|found with|hoarding|holding)\s+(?:an?|some|the)\s+(?:\w+\s)?"
         r"(?:rope|noose|ligature)\b(?! burn)|"
         r"\b(?:stockpil\w+|hoarding|saving up)\s+(?:\w+\s){0,2}?(?:tablets|pills|medication|medicines?|paracetamol|"
         r"insulin)\b|\b(?:['’]d|to|will|would|about|of) jump(?:ing)? (?:off|from|in front of)\b[^.;,]{0,15}\b"
         r"(?:bridge|building|roof|cliff|train|balcony|window)\b|"
         r"\b(?:wrote|written|left|leaving) (?:an? )?(?:suicide|goodbye) (?:note|letter)s?\b"),
    told("thunderclap headache", "head headache skull",
         r"\b(?:like|as if|as though|as)\b[^.;]{0,25}\b(?:hit|struck|whacked|clubbed|smashed|kicked|shot|clobbered|"
         r"bashed|thumped)\b[^.;]{0,45}\b(?:head|skull)\b|"
         r"\b(?:head|headache|skull)\b[^.;]{0,25}\b(?:like|as if|as though)\b[^.;]{0,25}\b(?:hit|struck|whacked|"
         r"clubbed|smashed|kicked|shot|clobbered|bashed)\b[^.;]{0,20}\b(?:bat|hammer|brick|lightning|axe|club|stick|"
         r"rock|plank)\b|\b(?:bomb|explosion|gun|gunshot|firework|firecracker)\b[^.;]{0,15}\b(?:in|inside) "
         r"(?:my|his|her|the) head\b"),
    told("pleural effusion", "effusion effusions",
         r"\b(?:cxr|x-?ray|chest radiograph|(?:chest|thora\w+|lung) (?:ct|ultrasound|film)|ct (?:chest|thorax)|ctpa|"
         r"lungs?|lung bases|chest)\b[^.\n]{0,90}?"
         r"(?<!pleural )(?<!pericardial )(?<!joint )(?<!knee )(?<!ear )(?<!middle-ear )\b(?P<told>effusions?)\b"),
    told("thoughts of suicide", "burden point better end kill life die",
         r"\b(?:not (?:much|any) point|no point (?:in )?(?:living|going on|any ?more)|better off (?:dead|"
         r"without me)|don['’]t want to (?:be here|live|wake up)|end (?:it all|my life|things))\b|"
         r"\b(?:is|am|being|['’]m|['’]s|just)\s+a burden\b"),
    told("curtain over the vision", "curtain shadow veil shutter blind",
         r"\b(?:curtain|shadow|veil|shutter)\b[^.;]{0,50}\b(?:eye|vision|sight|side|corner|across|coming)\b|"
         r"\b(?:eye|vision|sight)\b[^.;]{0,40}\b(?:curtain|shadow|veil|shutter)\b"),
    told("flashes of light", "flashes flickers flashing sparkles flash lightning",
         r"\b(?:flickers?|flash(?:es)?|sparks?|streaks?)\s+of\s+light\b|\b(?:silver|little|bright) (?:sparkles|"
         r"flashes|stars)\b|\bflashing lights?\b"),
    told("new floaters", "specks floaters cobwebs soot flies dots",
         r"\b(?:black|dark|new|tiny)\s+(?:\w+\s)?(?:specks?|dots|flies|cobwebs?|blobs|"
         r"bits)\b[^.;]{0,30}\b(?:eye|vision|sight|float\w*|soot|flies|drift\w*)\b|\blike (?:soot|cobwebs|flies)\b"),
    told("sudden painless loss of vision", "sight vision see blind",
         r"\b(?:sight|vision)\b[^.;]{0,30}\b(?:just went|went (?:black|completely|dark|in seconds)|"
         r"suddenly (?:went|gone|lost)|disappeared)\b|\bsuddenly (?:couldn['’]t see|went blind|lost (?:the |"
         r"my )?(?:sight|vision))\b"),
    told("recent travel abroad", "back returned holiday trip abroad flew landed travelled",
         r"\b(?:got|came|just|been|were|was|are) back (?:from|after)\b(?! (?:work|school|the (?:shop|pub|gym)|"
         r"hospital))|\b(?:returned|home|landed) from (?!work|school|hospital|the)[A-Z]\w+|\bon holiday in\b|"
         r"\bflew (?:back|home|in) from\b"),
    told("contact with an ill person", "same bug housemates nursery ill poorly",
         r"\b(?:brother|sister|housemates?|flatmates?|partner|husband|wife|kids|children|others?|colleagues?|"
         r"cousin|everyone|half the (?:office|class))\b[^.;]{0,30}\b(?:had|has|have|got|"
         r"with)\b[^.;]{0,20}\b(?:the same|same thing|a (?:sick |tummy |stomach )?bug|identical)\b"),
    told("tick bite", "tick",
         r"\btick\b[^.;]{0,20}\b(?:bit|bite|bitten|removed|pulled|off|found|on (?:my|his|her))\b|"
         r"\bbitten by an? tick\b"),
    told("lockjaw", "open mouth",
         r"\bcan (?:only|barely|hardly|just) (?:about )?open (?:my|his|her|the) mouth\b|\b(?:can['’]?t|cannot|"
         r"couldn['’]t) open (?:my|his|her|the) (?:mouth|jaw)\b"),
    told("muffled or hot-potato voice", "potato plum muffled",
         r"\b(?:hot )?(?:potato|plum) in (?:my|his|her|the) (?:mouth|throat)\b"),
    told("lump in the breast", "breast boob",
         r"\b(?:found|felt|noticed|feel)\b[^.;]{0,25}\b(?:something|lump|hard (?:bit|area)|thickening|pea|"
         r"marble)\b[^.;]{0,15}\b(?:in|on) (?:my|her|the) (?:\w+ )?(?:breast|boob)\b"),
    told("newly inverted nipple", "nipple",
         r"\bnipple\b[^.;]{0,40}\b(?:pull(?:ed|ing|s)? in|turn(?:ed|ing|s)? in|gone in|invert\w+|drawn in)\b"),
    told("cold intolerance", "cold cardigan jumper heating blanket",
         r"\b(?:always|constantly|all the time) (?:cold|freezing)\b|\b(?:feel|feels|feeling) the cold\b|"
         r"\b(?:cardigan|jumper|coat|blanket|heating)\b[^.;]{0,30}\b(?:everyone else|when others|in summer|"
         r"all day|t-?\s?shirts?)\b"),
    told("Murphy sign", "press breath breathing catches",
         r"\b(?:stops?|catch(?:es)?) (?:breathing|(?:my|his|her) breath)\b[^.;]{0,25}\b(?:press\w*|push\w*|"
         r"under (?:the|my|his|her) (?:right )?ribs)\b|\bpress\w*\b[^.;]{0,30}\b(?:catch(?:es)?|stops?) (?:my|"
         r"his|her|the) breath"),
)  # fmt: skip
