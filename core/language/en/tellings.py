"""Findings told with a number or a small scene: "lost 9 kg", "only go twice a week", "sleeps in the chair".

Each has words of which one must stand in the sentence before its pattern is tried.
"""

from __future__ import annotations

import re

from core.language.en.stories import Story

_N = r"(?:\d+(?:[.,]\d+)?|an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|couple of|few)"
_SOME = r"(?:(?:about|around|nearly|almost|over|some|another|roughly|at least|more than|up to|maybe)\s+)?(?:a\s+)?"
_MASS = r"(?:kg|kgs|kilos?|kilograms?|lbs?|pounds?|st|stones?)"
_TIME = r"(?:hours?|hrs?|days?|weeks?|wks?|months?|mths?|years?|yrs?)"
_RECENT = (
    r"(?:[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|1[0-4]|a few|a couple of|few)\s+(?:hours|days?|weeks?)"
    r"\s+(?:ago|back|earlier)|(?:a|last|this) week(?: ago)?|yesterday|this morning|on (?:mon|tues|wednes|thurs|fri|"
    r"satur|sun)day"
)
_PEE = r"(?:pee|wee|urine|water|waterworks)"
_BLADDER = r"(?:dysuria|ha?ematuria|nocturia|hesitancy|suprapubic|burning on (?:urination|micturition))"
_POO = r"(?:poo|stool|motion|bowels?)"
# One who smoked, where no word of giving up stands: "ex heavy smoker", "was a smoker until 2010".
PAST_SMOKER = re.compile(
    r"\b(?:was|were|had been|used to be|previously|formerly|once|ex|former|past|prior)\W+(?:an?\s+)?(?:very\s+)?"
    r"(?:(?:heavy|light|moderate|social|chain|keen|regular|occasional)\s+)?(?:cigarette\s+)?smoker\b|"
    r"\bsmoker\b[^.;,]{0,12}?\b(?:until|till|up to|in (?:his|her|my) (?:youth|teens|twenties|thirties|forties|\d0s))\b",
    re.IGNORECASE,
)


def _told(name: str, cues: str, pattern: str) -> Story:
    return Story(name, cues, re.compile(pattern, re.IGNORECASE))


TELLINGS = (
    _told("weight loss", "kg kgs kilo kilos st stone stones lb lbs pound pounds",
          rf"\b(?:lost|losing|down|dropped|shed|lighter by)\s+{_SOME}{_N}\s?{_MASS}\b|"
          rf"\b{_N}\s?{_MASS}\s+(?:lost|lighter|down|weight loss)\b|\bweight (?:is |has gone )?down\b"),
    _told("weight loss", "loose looser falling hanging drawn",
          r"\b(?:clothes|trousers|skirt|jeans|belt|ring|rings|waistband)\b(?:\s+(?:are|is|have|has|all|now|"
          r"become))*\s+"
          r"(?:loose|looser|falling off|hanging off|too big)\b"),
    _told("weight gain", "kg kgs kilo kilos st stone stones lb lbs pound pounds weight",
          rf"\b(?:put on|gained|gaining|heavier by|(?:weight|wt) (?:is )?up(?: by)?)\s+{_SOME}(?:{_N}\s?{_MASS}|"
          rf"weight)\b|"
          rf"\b{_N}\s?{_MASS}\s+(?:heavier|weight gain)\b"),
    _told("constipation", "go been bowels opened open poo pellets droppings strain motion motions",
          rf"\b(?:only|hardly|barely)\s+(?:go|goes|going|been|opens? (?:my|his|her)? ?bowels|pass\w*)\b[^.;]{{0,30}}"
          rf"\b(?:once|twice|{_N} times)\s+(?:a|per|every)\s+week|\bonly (?:go|goes|"
          rf"going)\b[^.;]{{0,25}}\bevery\s+(?:{_N}|few)\s+days|"
          rf"\b(?:bowels?|{_POO})\s+(?:not|haven['’]t|"
          rf"hasn['’]t)(?: been)? opened?\b[^.;]{{0,12}}\b(?:{_N})\s*(?:days|/7)|"
          r"\b(?:haven['’]t|hasn['’]t|not) (?:been|gone|had a poo|pooed)\b[^.;]{0,20}\b(?:for|"
          r"in)\s+(?:\w+\s)?\w+\s+days|"
          r"\b(?:hard|little|rabbit)\s+(?:pellets|droppings|lumps)\b"),
    _told("feeling of incomplete bladder emptying", "empty emptied emptying finished",
          rf"\b(?:bladder|{_PEE})\b[^.;]{{0,40}}\b(?:not|never|doesn['’]t|isn['’]t|haven['’]t)\s+(?:feel |"
          rf"quite |fully |been )*"
          r"(?:empty|emptied|finished)\b"),
    _told("diarrhoea", "loose runny watery liquid runs poo poos times",
          rf"\b(?:loose|runny|watery|liquid|explosive)\s+(?:\w+\s)?(?:poos?|stools?|motions?|nappies|bowels?)\b|"
          rf"\b(?:loos?e|open\w*)\s+(?:x\s?\d+|{_N}(?:\s?[-–]\s?\d+| or \w+)?\s+times)\b|\b(?:the|got) runs\b"),
    _told("vomiting", "sick threw throwing thrown puked puking vom",
          rf"\b(?:been|being|was|were|is|got|gets|violently)\s+(?:\w+\s)?sick\b(?:\s+(?:x\s?\d+|once|twice|"
          rf"{_N} times|several times|"
          r"everywhere|all night|again|in the night|after|over))|\b(?:threw|throw|throwing|thrown)\s+(?:it |"
          r"everything )?up\b|"
          r"\bbeing sick\b|\bpuk(?:ed|ing)\b"),
    _told("blood in the stool", "stool stools motions motion poo poos",
          rf"\b(?:stools?|motions?|{_POO})\b[^.;,]{{0,25}}\bwith (?:\w+ (?:and|&) )?(?:fresh )?(?P<told>blood)\b"),
    _told("persistent vomiting", "keep keeping kept hold",
          r"\b(?:can['’]?t|cannot|couldn['’]t|not|unable to|hasn['’]t|haven['’]t)\s+(?:keep|kept|keeping|"
          r"hold)\s+(?:\w+\s){0,3}down\b"),
    _told("orthopnoea", "armchair chair recliner pillows pillow propped upright",
          r"\b(?:sle(?:ep|pt)\w*|spent the night|nights? in)\b[^.;,]{0,30}\b(?:arm-?\s?chair|chair|recliner|propped|"
          r"upright)\b|"
          rf"\b(?:needs?|sle(?:ep|pt)\w*|uses?|using|on|with)\s+(?:\w+\s){{0,2}}(?:{_N}|extra|more)\s+pillows\b|"
          rf"\bpropped (?:up )?on\b[^.;]{{0,15}}pillows"),
    _told("paroxysmal nocturnal dyspnoea", "woke wakes waking wake",
          r"\b(?:woke|wak(?:es?|ing|en))\b[^.;]{0,40}\b(?:fighting|gasping|struggling|desperate)\s+for\s+(?:air|"
          r"breath)\b|"
          r"\b(?:woke|wak(?:es?|ing))\b[^.;]{0,30}\b(?:short of breath|breathless|can['’]t breathe)\b"),
    _told("shortness of breath", "breath air breathe breathing puffed puff",
          r"\b(?:fighting|gasping|struggling|desperate)\s+(?:for\s+)?(?:air|breath|to breathe)\b|"
          r"\bout of (?:breath|puff)\b|"
          r"\bcan['’]?t (?:get|catch) (?:my|his|her|enough) (?:breath|air)\b|\bpuffed (?:out|after|going)\b"),
    _told("breathless at rest", "sentence sentences words",
          r"\b(?:can['’]?t|cannot|couldn['’]t|unable to|not able to|struggl\w+ to)\s+(?:finish|complete|get|say|"
          r"speak)\b[^.;]{0,20}\bsentences?\b|"
          r"\b(?:speak\w*|talk\w*|only)\b[^.;]{0,15}\b(?:single|one or two|two or three|few|odd)\s+words?\b"),
    _told("exertional dyspnoea", "stairs hills hill uphill flight walking climbing",
          r"\b(?:breathless|puffed|out of (?:breath|puff)|short of breath|stop(?:ping)? for breath|"
          r"winded)\b[^.;]{0,40}\b(?:stairs|hills?|uphill|"
          r"flights?|walk\w*|running|shop|exert\w*|hoover\w*|dressing)\b|\b(?:has|"
          r"have) to stop\b[^.;]{0,20}\b(?:shop|stairs|hill|street|road)\b"),
    _told("increased use of reliever inhaler", "inhaler puffer ventolin salbutamol puffs",
          rf"\b(?:blue|reliever|ventolin|salbutamol)\b[^.;]{{0,25}}\b(?:every|all the time|constantly|"
          rf"{_N} times|x\s?\d+|more|{_N} puffs|hourly)\b|"
          rf"\b(?:used|using|needing|puffs?)\b[^.;]{{0,25}}\b(?:blue|reliever)\s+(?:inhaler|puffer|pump)\b"),
    _told("not taking preventer inhaler", "inhaler brown preventer",
          r"\b(?:ran out of|run out of|stopped|not (?:taking|using)|forg[eo]t\w*|"
          r"without)\b[^.;]{0,25}\b(?:brown|preventer|steroid|purple)\s+(?:\w+\s)?inhaler"),
    _told("fainting", "out went collapsed passed blacked black keeled",
          rf"\b(?<!nearly )(?<!almost )(?:passed|blacked|conked|sparked) out\b|"
          rf"\bkeeled over\b|\bout (?:cold|for)\s+(?:(?:about|maybe|"
          rf"only|a)\s+)*(?:{_N}|few)\s*(?:secs?|seconds?|mins?|minutes?)\b|"
          r"\bwent (?:down like|limp and|out like)\b"),
    _told("near-fainting", "nearly almost faint black grey",
          r"\b(?:nearly|almost|going to|about to|thought I(?:['’]d| would| was going to)|felt like (?:I(?:['’]d|"
          r" would| was going to) )?)\s+"
          r"(?:pass(?:ed|ing)?|black(?:ed|ing)?|faint(?:ed|ing)?|went|gone|keel\w*|collapsed?)\b(?:\s+(?:out|"
          r"over))?|\bvision (?:went|going) (?:grey|black|dark)\b"),
    _told("vertigo", "room world spins spinning spin",
          r"\b(?:room|world|everything|ceiling|house|bed)\b(?:\s+\w+){0,3}\s+(?:spin\w*|spun|going round|"
          r"turning|whirl\w*)\b|\bspinning (?:round|sensation)\b"),
    _told("fever", "temp temperature hot fever reading thermometer",
          r"\b(?:running|got|had|has|have|with|a) (?:a |an )?(?:bit of a |high |slight |"
          r"raging )?temp(?:erature)?\b(?!\s*(?:of|is|was|normal|36|35|3[67]\.[0-7]))|\bburning up\b|"
          r"\bboiling hot\b"),
    _told("chills", "hot cold shivery shivers shivering",
          r"\bhot (?:and|then) (?:cold|shivery)\b|\bshiver\w*\b"),
    _told("urinary frequency", "pee wee peeing weeing loo toilet urine going urinating",
          rf"\b(?:pee(?:ing)?|wee(?:ing)?|loo|toilet|going|urinating|passing (?:urine|"
          rf"water))\b[^.;]{{0,25}}\b(?:every (?:half|{_N}|few|20|30|10|15)?\s*(?:an\s)?(?:hours?|minutes?|mins?)|"
          r"(?:a lot )?more (?:often|than usual|than normal)|all the time|constantly|(?:ten|\d+) times a day)\b"),
    *(
        _told(name, word, pattern)
        for name, word in (("urinary frequency", "frequency"), ("urinary urgency", "urgency"))
        for pattern in (
            rf"\b{_BLADDER}\b[^.;\n]{{0,60}}?\b(?P<told>{word})\b(?! of\b)",
            rf"\b(?P<told>{word})\b(?! of\b)(?=[^.;\n]{{0,60}}\b{_BLADDER}\b)",
        )
    ),
    _told("nocturia", "night loo pee wee toilet",
          rf"\bup\s+(?:at least\s+)?(?:{_N}(?:\s?(?:or|to|-|–)\s?\w+)?\s+times|twice|x\s?\d)\s+(?:a|each|every|"
          rf"at|in the|per)\s+night|"
          r"\b(?:up|waking|wakes?)\b[^.;]{0,20}\bnight\b[^.;]{0,15}\bto (?:pee|wee|pass|go to the (?:loo|toilet))\b"),
    _told("reduced urine output", "wee pee nappies nappy urine",
          rf"\b(?:passed|passing|made|making|done)\s+(?:\w+\s){{0,2}}(?:less|little|hardly any|no|"
          rf"barely any)\s+{_PEE}\b|\b(?:fewer|less|only (?:one|two|1|2)|no) wet napp\w+|"
          rf"\b(?:one|two|1|2)\s+wet napp\w+\s+only\b|"
          rf"\b(?:hasn['’]t|haven['’]t|not)\s+(?:passed|had a|done a|been for a)\s+(?:{_PEE}|wet nappy)\b|"
          rf"\bless {_PEE} than usual\b"),
    _told("haematuria", "wee pee urine rose rosé red pink blood port coke",
          rf"\b{_PEE}\b[^.;]{{0,40}}\b(?:colour of (?:ros|red|blood|port|wine|ribena)\w*|properly red|"
          rf"bright red|blood-?stained|full of blood|pink)\b|"
          rf"\b(?:blood|red|pink)\b[^.;]{{0,12}}\b(?:when I|in (?:my|his|her|the)) {_PEE}\b|\b(?:weeing|peeing|"
          rf"passing) blood\b"),
    _told("clots in the urine", "clots clot", rf"\b{_PEE}\b[^.;]{{0,70}}\bclots?\b"),
    _told("polydipsia", "drinking drinks thirsty thirst glass bottles drink",
          r"\bdrink\w*\b[^.;]{0,25}\b(?:glass after glass|gallons|pints and pints|litres and litres|non-?stop|"
          r"all the time|loads|constantly|buckets)\b|"
          r"\bcan['’]?t (?:quench|stop drinking|get enough (?:water|to drink))\b|\bthirsty all the time\b"),
    _told("new bedwetting in a child", "wet wetting bed",
          r"\b(?:wet|wetting)\s+the\s+bed\b[^.;]{0,40}\b(?:again|after being dry|been dry|dry for|never used to)\b"),
    _told("fruity breath", "pear drops nail varnish breath sweet",
          r"\bbreath\b[^.;]{0,25}\b(?:pear drops?|nail varnish|fruity|acetone|sweet|sweets)\b"),
    _told("loss of appetite", "food eating eats appetite ate feeds",
          r"\b(?:off|gone off|went off)\s+(?:my|his|her|their)?\s?(?:food|feeds?|meals|grub)\b|\b(?:not|hardly|"
          r"barely|isn['’]t|hasn['’]t been|scarcely)\s+(?:been\s)?(?:eat\w*|ate)\b(?! out)|"
          r"\b(?:don['’]t|doesn['’]t|didn['’]t) (?:feel like eating|fancy (?:any )?food|want (?:to eat|food|"
          r"her food|his food))\b"),
    _told("gets full quickly", "full mouthfuls",
          r"\bfull\b[^.;]{0,15}\b(?:after|with)\b[^.;]{0,12}\b(?:few|couple of|small|two|three)\s+(?:mouthfuls|"
          r"bites|forkfuls|spoonfuls|meals?)\b"),
    _told("postmenopausal", "periods menopause change",
          r"\bperiods\s+(?:had\s|have\s|all\s)?(?:stopped|finished|ended)\s+(?:at|when I was|aged|in my|over|"
          r"more than|years|\d+ years|ten years|\w+ years)\b|"
          r"\b(?:been|gone|went) through the (?:change|menopause)\b|\blast period\b[^.;]{0,12}\byears ago\b"),
    _told("secondary amenorrhoea", "periods period",
          rf"\bperiods?\s+(?:have\s|had\s|has\s)?stopped\s+(?:about\s|for\s)?(?:{_N})\s+months?\b|\b(?:no|"
          rf"not had a|haven['’]t had a|hasn['’]t had a|without a)\s+periods?\s+(?:for|in|"
          rf"since)\b[^.;]{{0,10}}months?\b"),
    _told("missed period", "period late due",
          rf"\bperiod\b[^.;]{{0,12}}\b(?:is|was|now)?\s?(?:{_N}\s+(?:days?|weeks?)\s+)?(?:late|overdue)\b|"
          rf"\bmissed (?:a|my|her|one|two|last)\s?(?:last )?periods?\b"),
    _told("smoking", "smoke smokes cigarettes day fags roll vape",
          r"\b(?:I|he|she|still)\s+(?:still\s)?smokes?\b(?! alarm)|\b\d{1,2}\s?(?:/|a|per)\s?day\s+(?:since|"
          r"for|smok\w+)\b|\bsmok\w+\s+\d{1,2}\b|\b\d+ (?:cigs|cigarettes|fags)\b"),
    Story("ex-smoker", "smoker", PAST_SMOKER),
    _told("recent fall", "fell fall floor tripped slipped slid",
          r"\b(?:found|sat|sitting|lying)\b[^.;]{0,20}\bon the (?:floor|bathroom floor|ground)\b|\b(?:slid|"
          r"slipped|tumbled)\s+(?:out of|off)\s+(?:the |her |his |a )?(?:chair|bed)\b"),
    _told("fell", "fell fall floor tripped slipped slid",
          r"\b(?:found|sat|sitting|lying)\b[^.;]{0,20}\bon the (?:floor|bathroom floor|ground)\b|\b(?:slid|"
          r"slipped|tumbled)\s+(?:out of|off)\s+(?:the |her |his |a )?(?:chair|bed)\b"),
    _told("cannot put weight on the leg", "stand walk weight",
          r"\b(?:can['’]?t|cannot|won['’]?t|unable to|couldn['’]t|refus\w+ to)\s+(?:"
          r"stand\b(?! (?:the |any |it|being |up to)?(?:heat|cold|light|noise|sound|it\b|touch))|"
          r"weight-?\s?bear|"
          r"put (?:any )?weight|walk on|take (?:any )?weight|bear weight)\b"),
    _told("wakes too early in the morning", "wake wakes waking up awake",
          r"\b(?:wak\w+|gets? up|awake|up)\b[^.;]{0,15}\b(?:at|by|from)\s+(?:2|3|4|5|three|four|"
          r"five)(?:\s?am)?\s+(?:every|each|most)\b"),
    _told("no interest or pleasure in anything", "given interest enjoy bother hobbies",
          r"\b(?:given up|stopped (?:going to|seeing|doing)|no longer enjoys?|lost (?:all )?interest|"
          r"can['’]?t be bothered|don['’]t enjoy|doesn['’]t enjoy|nothing (?:gives|brings) (?:me|him|"
          r"her))\b(?! (?:smok|drink|alcohol|work))"),
    _told("depressive illness", "depression",  # of the mind, and of nothing else that sinks
          "".join(f"(?<!{word} )" for word in (
              "st segment pr mm respiratory ventilatory cns marrow skull fontanelle myocardial sternal of and".split()))
          + r"(?<!-)\bdepression\b(?!\s(?:score|scale|screen|fracture|of (?:the )?(?:st|skull|conscious\w+|vision)|in "
          r"(?:v\d|leads?|ii|inferior|lateral|the (?:inferior|lateral|anterior)))\b)"),
    _told("thoughts of suicide", "kill killing hang hanging shoot shooting drown drowning jump jumping life rope noose "
          "ligature stockpiled stockpiling hoarding note letter",
          r"\b(?:kill|hang|shoot|drown)(?:ing)?\s+(?:myself|himself|herself|themself|themselves)\b(?! laugh)|"
          r"\b(?:tak(?:e|ing)|end(?:ing)?) (?:my|his|her|their) (?:own )?life\b|"
          r"\b(?:bought|got|hidden|hiding|tied|found with|hoarding|holding)\s+(?:an?|some|the)\s+(?:\w+\s)?"
          r"(?:rope|noose|ligature)\b(?! burn)|"
          r"\b(?:stockpil\w+|hoarding|saving up)\s+(?:\w+\s){0,2}?(?:tablets|pills|medication|medicines?|paracetamol|"
          r"insulin)\b|\b(?:['’]d|to|will|would|about|of) jump(?:ing)? (?:off|from|in front of)\b[^.;,]{0,15}\b"
          r"(?:bridge|building|roof|cliff|train|balcony|window)\b|"
          r"\b(?:wrote|written|left|leaving) (?:an? )?(?:suicide|goodbye) (?:note|letter)s?\b"),
    _told("postpartum", "baby babies twins boy girl son daughter birth delivered newborn",
          rf"\b(?:had|having|delivered|gave birth to)\s+(?:(?:my|our|her|the|an?)\s+)?(?:\w+\s){{0,2}}?"
          rf"(?:baby|babies|twins|boy|girl|son|daughter|newborn)\b[^.;,]{{0,15}}?\b(?:{_RECENT})|"
          rf"\b(?:gave birth|delivered|baby (?:was )?born)\b[^.;,]{{0,25}}?\b(?:{_RECENT})"),
    _told("thunderclap headache", "head headache skull",
          r"\b(?:like|as if|as though|as)\b[^.;]{0,25}\b(?:hit|struck|whacked|clubbed|smashed|kicked|shot|clobbered|"
          r"bashed|thumped)\b[^.;]{0,45}\b(?:head|skull)\b|"
          r"\b(?:head|headache|skull)\b[^.;]{0,25}\b(?:like|as if|as though)\b[^.;]{0,25}\b(?:hit|struck|whacked|"
          r"clubbed|smashed|kicked|shot|clobbered|bashed)\b[^.;]{0,20}\b(?:bat|hammer|brick|lightning|axe|club|stick|"
          r"rock|plank)\b|\b(?:bomb|explosion|gun|gunshot|firework|firecracker)\b[^.;]{0,15}\b(?:in|inside) "
          r"(?:my|his|her|the) head\b"),
    _told("pleural effusion", "effusion effusions",
          r"\b(?:cxr|x-?ray|chest radiograph|(?:chest|thora\w+|lung) (?:ct|ultrasound|film)|ct (?:chest|thorax)|ctpa|"
          r"lungs?|lung bases|chest)\b[^.\n]{0,90}?"
          r"(?<!pleural )(?<!pericardial )(?<!joint )(?<!knee )(?<!ear )(?<!middle-ear )\b(?P<told>effusions?)\b"),
    _told("thoughts of suicide", "burden point better end kill life die",
          r"\b(?:not (?:much|any) point|no point (?:in )?(?:living|going on|any ?more)|better off (?:dead|"
          r"without me)|don['’]t want to (?:be here|live|wake up)|end (?:it all|my life|things))\b|"
          r"\b(?:is|am|being|['’]m|['’]s|just)\s+a burden\b"),
    _told("curtain over the vision", "curtain shadow veil shutter blind",
          r"\b(?:curtain|shadow|veil|shutter)\b[^.;]{0,50}\b(?:eye|vision|sight|side|corner|across|coming)\b|"
          r"\b(?:eye|vision|sight)\b[^.;]{0,40}\b(?:curtain|shadow|veil|shutter)\b"),
    _told("flashes of light", "flashes flickers flashing sparkles flash lightning",
          r"\b(?:flickers?|flash(?:es)?|sparks?|streaks?)\s+of\s+light\b|\b(?:silver|little|bright) (?:sparkles|"
          r"flashes|stars)\b|\bflashing lights?\b"),
    _told("new floaters", "specks floaters cobwebs soot flies dots",
          r"\b(?:black|dark|new|tiny)\s+(?:\w+\s)?(?:specks?|dots|flies|cobwebs?|blobs|"
          r"bits)\b[^.;]{0,30}\b(?:eye|vision|sight|float\w*|soot|flies|drift\w*)\b|\blike (?:soot|cobwebs|flies)\b"),
    _told("sudden painless loss of vision", "sight vision see blind",
          r"\b(?:sight|vision)\b[^.;]{0,30}\b(?:just went|went (?:black|completely|dark|in seconds)|"
          r"suddenly (?:went|gone|lost)|disappeared)\b|\bsuddenly (?:couldn['’]t see|went blind|lost (?:the |"
          r"my )?(?:sight|vision))\b"),
    _told("recent travel abroad", "back returned holiday trip abroad flew landed travelled",
          r"\b(?:got|came|just|been|were|was|are) back (?:from|after)\b(?! (?:work|school|the (?:shop|pub|gym)|"
          r"hospital))|\b(?:returned|home|landed) from (?!work|school|hospital|the)[A-Z]\w+|\bon holiday in\b|"
          r"\bflew (?:back|home|in) from\b"),
    _told("contact with an ill person", "same bug housemates nursery ill poorly",
          r"\b(?:brother|sister|housemates?|flatmates?|partner|husband|wife|kids|children|others?|colleagues?|"
          r"cousin|everyone|half the (?:office|class))\b[^.;]{0,30}\b(?:had|has|have|got|"
          r"with)\b[^.;]{0,20}\b(?:the same|same thing|a (?:sick |tummy |stomach )?bug|identical)\b"),
    _told("tick bite", "tick",
          r"\btick\b[^.;]{0,20}\b(?:bit|bite|bitten|removed|pulled|off|found|on (?:my|his|her))\b|"
          r"\bbitten by an? tick\b"),
    _told("sexually active", "condoms partner sex",
          r"\b(?:new|casual|different|several|multiple) (?:sexual )?partners?\b|\b(?:don['’]t|didn['’]t|not|"
          r"never|no|without)\s+(?:always\s+)?us(?:e|ing)?\s?condoms?\b|\bunprotected sex\b|\bwithout a condom\b"),
    _told("lockjaw", "open mouth",
          r"\bcan (?:only|barely|hardly|just) (?:about )?open (?:my|his|her|the) mouth\b|\b(?:can['’]?t|cannot|"
          r"couldn['’]t) open (?:my|his|her|the) (?:mouth|jaw)\b"),
    _told("muffled or hot-potato voice", "potato plum muffled",
          r"\b(?:hot )?(?:potato|plum) in (?:my|his|her|the) (?:mouth|throat)\b"),
    _told("lump in the breast", "breast boob",
          r"\b(?:found|felt|noticed|feel)\b[^.;]{0,25}\b(?:something|lump|hard (?:bit|area)|thickening|pea|"
          r"marble)\b[^.;]{0,15}\b(?:in|on) (?:my|her|the) (?:\w+ )?(?:breast|boob)\b"),
    _told("newly inverted nipple", "nipple",
          r"\bnipple\b[^.;]{0,40}\b(?:pull(?:ed|ing|s)? in|turn(?:ed|ing|s)? in|gone in|invert\w+|drawn in)\b"),
    _told("cold intolerance", "cold cardigan jumper heating blanket",
          r"\b(?:always|constantly|all the time) (?:cold|freezing)\b|\b(?:feel|feels|feeling) the cold\b|"
          r"\b(?:cardigan|jumper|coat|blanket|heating)\b[^.;]{0,30}\b(?:everyone else|when others|in summer|"
          r"all day|t-?\s?shirts?)\b"),
    _told("Murphy sign", "press breath breathing catches",
          r"\b(?:stops?|catch(?:es)?) (?:breathing|(?:my|his|her) breath)\b[^.;]{0,25}\b(?:press\w*|push\w*|"
          r"under (?:the|my|his|her) (?:right )?ribs)\b|\bpress\w*\b[^.;]{0,30}\b(?:catch(?:es)?|stops?) (?:my|"
          r"his|her|the) breath"),
)  # fmt: skip
