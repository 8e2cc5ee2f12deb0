"""What goes in and comes out, told with a number or a small scene: "lost 9 kg", "only go twice a week".

Each has words of which one must stand in the sentence before its pattern is tried.
"""

from __future__ import annotations

from core.language.en.stories import told

_N = r"(?:\d+(?:[.,]\d+)?|an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|couple of|few)"
_SOME = r"(?:(?:about|around|nearly|almost|over|some|another|roughly|at least|more than|up to|maybe)\s+)?(?:a\s+)?"
_MASS = r"(?:kg|kgs|kilos?|kilograms?|lbs?|pounds?|st|stones?)"
_RECENT = (
    r"(?:[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|1[0-4]|a few|a couple of|few)\s+(?:hours|days?|weeks?)"
    r"\s+(?:ago|back|earlier)|(?:a|last|this) week(?: ago)?|yesterday|this morning|on (?:mon|tues|wednes|thurs|fri|"
    r"satur|sun)day"
)
_PEE = r"(?:pee|wee|urine|water|waterworks)"
_BLADDER = r"(?:dysuria|ha?ematuria|nocturia|hesitancy|suprapubic|burning on (?:urination|micturition))"
_POO = r"(?:poo|stool|motion|bowels?)"

BODILY = (
    told("weight loss", "kg kgs kilo kilos st stone stones lb lbs pound pounds",
         rf"\b(?:lost|losing|down|dropped|shed|lighter by)\s+{_SOME}{_N}\s?{_MASS}\b|"
         rf"\b{_N}\s?{_MASS}\s+(?:lost|lighter|down|weight loss)\b|\bweight (?:is |has gone )?down\b"),
    told("weight loss", "loose looser falling hanging drawn",
         r"\b(?:clothes|trousers|skirt|jeans|belt|ring|rings|waistband)\b(?:\s+(?:are|is|have|has|all|now|"
         r"become))*\s+"
         r"(?:loose|looser|falling off|hanging off|too big)\b"),
    told("weight gain", "kg kgs kilo kilos st stone stones lb lbs pound pounds weight",
         rf"\b(?:put on|gained|gaining|heavier by|(?:weight|wt) (?:is )?up(?: by)?)\s+{_SOME}(?:{_N}\s?{_MASS}|"
         rf"weight)\b|"
         rf"\b{_N}\s?{_MASS}\s+(?:heavier|weight gain)\b"),
    told("constipation", "bowels", r"\b(?:not|hasn['’]?t|haven['’]?t)\s+opened\s+(?:my|his|her|their)\s+bowels\b"),
    told("constipation", "go been bowels opened open poo pellets droppings strain motion motions",
         rf"\b(?:only|hardly|barely)\s+(?:go|goes|going|been|opens? (?:my|his|her)? ?bowels|pass\w*)\b[^.;]{{0,30}}"
         rf"\b(?:once|twice|{_N} times)\s+(?:a|per|every)\s+week|\bonly (?:go|goes|"
         rf"going)\b[^.;]{{0,25}}\bevery\s+(?:{_N}|few)\s+days|"
         rf"\b(?:bowels?|{_POO})\s+(?:not|haven['’]t|"
         rf"hasn['’]t)(?: been)? opened?\b[^.;]{{0,12}}\b(?:{_N})\s*(?:days|/7)|"
         r"\b(?:haven['’]t|hasn['’]t|not) (?:been|gone|had a poo|pooed)\b[^.;]{0,20}\b(?:for|"
         r"in)\s+(?:\w+\s)?\w+\s+days|"
         r"\b(?:hard|little|rabbit)\s+(?:pellets|droppings|lumps)\b"),
    told("feeling of incomplete bladder emptying", "empty emptied emptying finished",
         rf"\b(?:bladder|{_PEE})\b[^.;]{{0,40}}\b(?:not|never|doesn['’]t|isn['’]t|haven['’]t)\s+(?:feel |"
         rf"quite |fully |been )*"
         r"(?:empty|emptied|finished)\b"),
    told("diarrhoea", "loose runny watery liquid runs poo poos times",
         rf"\b(?:loose|runny|watery|liquid|explosive)\s+(?:\w+\s)?(?:poos?|stools?|motions?|nappies|bowels?)\b|"
         rf"\b(?:loos?e|open\w*)\s+(?:x\s?\d+|{_N}(?:\s?[-–]\s?\d+| or \w+)?\s+times)\b|\b(?:the|got) runs\b"),
    told("vomiting", "sick threw throwing thrown puked puking vom",
         rf"\b(?:been|being|was|were|is|got|gets|violently)\s+(?:\w+\s)?sick\b(?:\s+(?:x\s?\d+|once|twice|"
         rf"{_N} times|several times|"
         r"everywhere|all night|again|in the night|after|over))|\b(?:threw|throw|throwing|thrown)\s+(?:it |"
         r"everything )?up\b|"
         r"\bbeing sick\b|\bpuk(?:ed|ing)\b"),
    told("blood in the stool", "stool stools motions motion poo poos",
         rf"\b(?:stools?|motions?|{_POO})\b[^.;,]{{0,25}}\bwith (?:\w+ (?:and|&) )?(?:fresh )?(?P<told>blood)\b"),
    told("persistent vomiting", "keep keeping kept hold",
         r"\b(?:can['’]?t|cannot|couldn['’]t|not|unable to|hasn['’]t|haven['’]t)\s+(?:keep|kept|keeping|"
         r"hold)\s+(?:\w+\s){0,3}down\b"),
    told("urinary frequency", "pee wee peeing weeing loo toilet urine going urinating",
         rf"\b(?:pee(?:ing)?|wee(?:ing)?|loo|toilet|going|urinating|passing (?:urine|"
         rf"water))\b[^.;]{{0,25}}\b(?:every (?:half|{_N}|few|20|30|10|15)?\s*(?:an\s)?(?:hours?|minutes?|mins?)|"
         r"(?:a lot )?more (?:often|than usual|than normal)|all the time|constantly|(?:ten|\d+) times a day)\b"),
    *(
        told(name, word, pattern)
        for name, word in (("urinary frequency", "frequency"), ("urinary urgency", "urgency"))
        for pattern in (
            rf"\b{_BLADDER}\b[^.;\n]{{0,60}}?\b(?P<told>{word})\b(?! of\b)",
            rf"\b(?P<told>{word})\b(?! of\b)(?=[^.;\n]{{0,60}}\b{_BLADDER}\b)",
        )
    ),
    told("nocturia", "night loo pee wee toilet",
         rf"\bup\s+(?:at least\s+)?(?:{_N}(?:\s?(?:or|to|-|–)\s?\w+)?\s+times|twice|x\s?\d)\s+(?:a|each|every|"
         rf"at|in the|per)\s+night|"
         r"\b(?:up|waking|wakes?)\b[^.;]{0,20}\bnight\b[^.;]{0,15}\bto (?:pee|wee|pass|go to the (?:loo|toilet))\b"),
    told("reduced urine output", "wee pee nappies nappy urine",
         rf"\b(?:passed|passing|made|making|done)\s+(?:\w+\s){{0,2}}(?:less|little|hardly any|no|"
         rf"barely any)\s+{_PEE}\b|\b(?:fewer|less|only (?:one|two|1|2)|no) wet napp\w+|"
         rf"\b(?:one|two|1|2)\s+wet napp\w+\s+only\b|"
         rf"\b(?:hasn['’]t|haven['’]t|not)\s+(?:passed|had a|done a|been for a)\s+(?:{_PEE}|wet nappy)\b|"
         rf"\bless {_PEE} than usual\b"),
    told("haematuria", "wee pee urine rose rosé red pink blood port coke",
         rf"\b{_PEE}\b[^.;]{{0,40}}\b(?:colour of (?:ros|red|blood|port|wine|ribena)\w*|properly red|"
         rf"bright red|blood-?stained|full of blood|pink)\b|"
         rf"\b(?:blood|red|pink)\b[^.;]{{0,12}}\b(?:when I|in (?:my|his|her|the)) {_PEE}\b|\b(?:weeing|peeing|"
         rf"passing) blood\b"),
    told("clots in the urine", "clots clot", rf"\b{_PEE}\b[^.;]{{0,70}}\bclots?\b"),
    told("polydipsia", "drinking drinks thirsty thirst glass bottles drink",
         r"\bdrink\w*\b[^.;]{0,25}\b(?:glass after glass|gallons|pints and pints|litres and litres|non-?stop|"
         r"all the time|loads|constantly|buckets)\b|"
         r"\bcan['’]?t (?:quench|stop drinking|get enough (?:water|to drink))\b|\bthirsty all the time\b"),
    told("new bedwetting in a child", "wet wetting bed",
         r"\b(?:wet|wetting)\s+the\s+bed\b[^.;]{0,40}\b(?:again|after being dry|been dry|dry for|never used to)\b"),
    told("loss of appetite", "food eating eats appetite ate feeds",
         r"\b(?:off|gone off|went off)\s+(?:my|his|her|their)?\s?(?:food|feeds?|meals|grub)\b|\b(?:not|hardly|"
         r"barely|isn['’]t|hasn['’]t been|scarcely)\s+(?:been\s)?(?:eat\w*|ate)\b(?! out)|"
         r"\b(?:don['’]t|doesn['’]t|didn['’]t) (?:feel like eating|fancy (?:any )?food|want (?:to eat|food|"
         r"her food|his food))\b"),
    told("gets full quickly", "full mouthfuls",
         r"\bfull\b[^.;]{0,15}\b(?:after|with)\b[^.;]{0,12}\b(?:few|couple of|small|two|three)\s+(?:mouthfuls|"
         r"bites|forkfuls|spoonfuls|meals?)\b"),
    told("postmenopausal", "periods menopause change",
         r"\bperiods\s+(?:had\s|have\s|all\s)?(?:stopped|finished|ended)\s+(?:at|when I was|aged|in my|over|"
         r"more than|years|\d+ years|ten years|\w+ years)\b|"
         r"\b(?:been|gone|went) through the (?:change|menopause)\b|\blast period\b[^.;]{0,12}\byears ago\b"),
    told("secondary amenorrhoea", "periods period",
         rf"\bperiods?\s+(?:have\s|had\s|has\s)?stopped\s+(?:about\s|for\s)?(?:{_N})\s+months?\b|\b(?:no|"
         rf"not had a|haven['’]t had a|hasn['’]t had a|without a)\s+periods?\s+(?:for|in|"
         rf"since)\b[^.;]{{0,10}}months?\b"),
    told("missed period", "period late due",
         rf"\bperiod\b[^.;]{{0,12}}\b(?:is|was|now)?\s?(?:{_N}\s+(?:days?|weeks?)\s+)?(?:late|overdue)\b|"
         rf"\bmissed (?:a|my|her|one|two|last)\s?(?:last )?periods?\b"),
    told("postpartum", "baby babies twins boy girl son daughter birth delivered newborn",
         rf"\b(?:had|having|delivered|gave birth to)\s+(?:(?:my|our|her|the|an?)\s+)?(?:\w+\s){{0,2}}?"
         rf"(?:baby|babies|twins|boy|girl|son|daughter|newborn)\b[^.;,]{{0,15}}?\b(?:{_RECENT})|"
         rf"\b(?:gave birth|delivered|baby (?:was )?born)\b[^.;,]{{0,25}}?\b(?:{_RECENT})"),
    told("sexually active", "condoms partner sex",
         r"\b(?:new|casual|different|several|multiple) (?:sexual )?partners?\b|\b(?:don['’]t|didn['’]t|not|"
         r"never|no|without)\s+(?:always\s+)?us(?:e|ing)?\s?condoms?\b|\bunprotected sex\b|\bwithout a condom\b"),
)  # fmt: skip
