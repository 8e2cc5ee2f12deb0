"""The words by which an English text says that a thing is over, ended, yet to come, or only spoken of."""

from __future__ import annotations

import re


def _marks(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})", re.IGNORECASE)


_BE = r"(?:(?:is|was|were|are|has|have|had|been|being|be|since|now|then|fully|completely|all|both|later)\s+)*"
_PERSON = r"(?:child|boy|girl|baby|infant|newborn|neonate|toddler|teenager|student|young (?:man|woman|adult))"
_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|many|few)"
_SEASON = r"(?:week|month|year|winter|spring|summer|autumn|fall|christmas|easter|january|february|march|april|may|june"
_SEASON += r"|july|august|september|october|november|december)"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter)"
_PEOPLE = r"(?:people|patients|residents|persons|children|adults|someone|somebody|those|clients|men|women)"
_STOP = r"(?:stopped|discontinued|ceased|withdrawn|withheld|paused|suspended|omitted|finished|completed|replaced"
_STOP += r"|weaned|tapered off|given up|abandoned|switched|used up|dropped|ended|cancelled|lapsed|rejected|binned|out)"

# An illness or a drug, before it.
OVER_BEFORE = _marks(
    r"previous(?:ly)?\s+(?!well\b|fit\b|healthy\b|diagnosed\b|known\b|on\b)",
    r"former(?:ly)?\s+",
    r"used to (?:take|be on|have|get|suffer from|use|inject)\s+",
    r"(?:resolved|recovered from|got over|grew out of|free of|cured of)\s+",
    r"past history of\s+",
    r"no longer (?:has|gets|suffers from|suffering from|troubled by|bothered by|complains of)\s+",
    r"yesterday (?:he|she) (?:had|was|felt|got)\s+",
)
# And behind it.
OVER_BEHIND = _marks(
    rf"as an? {_PERSON}\b",
    r"(?:when|while|whilst) (?:he|she) (?:was|lived|worked|served)\b",
    r"in the (?:(?:19|20)?\d0s|(?:early |late |mid-?)?(?:fifties|sixties|seventies|eighties|nineties|noughties))\b",
    r"at (?:the age of )?\d{1,2} (?:months|years)\b",
    r"(?:when|while|whilst) (?:he |she )?(?:was )?(?:young|small|little|younger|growing up|at school|a (?:child|boy"
    r"|girl))\b",
    r"(?:in|at|from|during|through) (?:primary |secondary |high |nursery |boarding )?(?:school|college|uni|university"
    r"|nursery"
    r"|kindergarten)\b",
    r"(?:a thing of the past|no longer (?:a problem|an issue|troubles|bothers|present|active))\b",
    r"in (?:early |late )?(?:childhood|infancy|adolescence|boyhood|girlhood|youth)\b",
    r"in (?:his|her|their) (?:teens|(?:early |mid |late )?(?:twenties|thirties|forties|fifties|sixties|youth"
    r"|childhood))\b",
    r"(?:at|at age|aged|at the age of|age) \d{1,2}(?=\s*(?:[.,;)]|$|and\b))",
    r"until (?!now|today)",
    r"till (?!now|today)",
    r"up to (?=(?:19|20)\d\d|last)",
    r"in remission\b",
    r"(?:none|nothing|no (?:more|further)(?: \w+)?) since\b",
    r"(?:now none|none now|none (?:today|at present))\b",
    r"(?:has |had |did )?not (?:recurred?|come back|returned?)\b",
    r"no recurrence\b",
    r"(?:has been |is |been )?free of (?:it|them|these)\b",
)
TIMED_BEHIND = _marks(
    rf"(?:in|at|last|around) (?:early |late |mid-?)?{_MONTH}\b",
    r"(?:in|during) (?:the|her|a|an|his) (?:first|second|third|last|previous|earlier|other) (?:trimester|pregnancy"
    r"|labour"
    r"|admission|stay|marriage|job|year of \w+)\b",
    rf"{_COUNT}\s(?:or\s\w+\s)?(?:years?|months?|weeks?|yrs?)\s(?:ago|previously|earlier|back)\b",
    r"(?:in |\()?(?:early |late |spring |summer |autumn |winter )?(?:19|20)\d\d\b",
    rf"(?<!the )(?<!for )last {_SEASON}\b",
)
RESOLVED_BEHIND = _marks(
    rf"{_BE}(?:resolved|settled|subsided|cleared(?: up)?|gone|went away|disappeared|abated|healed|remitted|recovered"
    r"|stopped|ceased|cured|vanished|passed off|died down|lifted|cleared away)\b(?!\s+(?:to|in part|partly|partially))",
)
# A drug alone.
ENDED_BEFORE = _marks(
    r"had been (?:taking|on|using)\s+",
    r"(?:stopped|discontinued|ceased|dropped|ended|quit|came off|come off|gave up|given up|withdrew|withheld|paused"
    r"|suspended|omitted"
    r"|finished|completed|tried)\s+(?:taking\s+)?",
    r"(?:ran|run|runs|running) out of\s+",
    r"out of\s+",
    rf"last (?:took|used|had)\s+(?=[^.;,]*?\b(?:in {_MONTH}|in (?:19|20)|(?:weeks|months|years) ago|last \w+))",
    r"(?:weaned|tapered) off\s+",
    r"off\s+",
    r"no longer (?:takes|taking|on|uses|using)\s+",
    r"(?:switched|changed|moved|converted) from\s+",
    r"(?:instead of|in place of)\s+",
)
ENDED_BEHIND = _marks(
    rf"{_BE}{_STOP}\b",
    rf"{_BE}held\b",
    rf"{_BE}(?:switched|changed) (?:to|for) (?!\d)",
    r"(?:ran|run) (?:out|its course)\b",
    r"(?:none|nothing|not taken|not used) (?:for|since|now)\b",
    r"(?:is |was )?no longer (?:on|taken|used|needed|prescribed)\b",
    r"(?:was |were )?not (?:continued|renewed|repeated)\b",
    r"(?:with )?(?:no|without|little) (?:benefit|effect|help|use)\b",
    r"course (?:was |is |has been |now )?(?:completed|finished|over)\b",
    r"(?:was )?tried\b",
)
AHEAD_BEFORE = _marks(
    r"(?:plan(?:s|ned|ning)?|to|will|would|is to|may|might|could) (?:be )?(?:start(?:ed)?|begin|commence[d]?|try"
    r"|consider)"
    r"(?: on| with)?\s+",
    r"consider(?:ed|ing|s)?\s+",
    r"(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)|turned down|offered|recommended|suggested|proposed|discussed|requested"
    r"|awaiting|intends?|hopes to)\s+",
    r"(?:has|have|had|was|is) (?:not|never|n't) (?:yet )?(?:started|begun|taken|given|collected)\s+",
    r"(?:did not|didn't|never) (?:start|take|begin|collect|took|started)\s+",
)
AHEAD_BEHIND = _marks(
    r"(?:(?:is|was|are|were|has been|have been|being)\s+)?(?:planned|considered|declined|refused|offered|recommended"
    r"|suggested|proposed|discussed|requested|not (?:yet )?(?:started|given|taken|begun|collected))\b",
    r"(?:is |are )?to be (?:(?:re)?started|resumed|considered|given|begun|added|discussed|tried)\b",
    r"to (?:(?:re)?start|begin|commence|follow|resume)\b",
    r"(?:will|would|may|might|could) (?:be )?(?:(?:re)?start(?:ed)?|resumed?|beg[iu]n|given|added|considered|follow)\b",
)
_ON = r"(?:about|on|of|for|up on|concerning)"
SPOKEN_BEFORE = _marks(
    r"(?:worr(?:y|ied|ies|ying)|concerned|anxious|afraid|scared|frightened|terrified|nervous|uneasy"
    r"|preoccupied|obsessed|convinced|curious|wonder(?:s|ed|ing)?|ask(?:s|ed|ing)?|enquir\w+)\b"
    r"(?:\s+(?:about|that|of|by|with|whether|if|lest|in case|it|this|she|he|they|may|might|could|is|was|be|has|have"
    r"|had|having|getting))*\s+",
    r"(?:fear(?:s|ed|ful)?|dread(?:s|ed)?)(?:\s+(?:of|that|it|this|she|he|may|might|is|was|be|has|having))*\s+",
    r"(?:screen(?:ed|ing)?|test(?:ed|ing)?|check(?:ed|ing)?|swab(?:bed)?|look(?:ed|s|ing)?|investigat(?:ed"
    r"|ion)) for\s+",
    r"(?:to |must |should |cannot )?(?:rule[ds]?|ruling) out\s+",
    r"exclud(?:e[ds]?|ing)\s+",
    r"(?:vaccin\w+|immunis\w+|immuniz\w+|inoculat\w+|jab|protect\w*|booster|prophyla\w+) (?:against|for|from|of)\s+",
    r"prevent(?:ion|ing)? (?:of )?",
    r"(?:at |low |high |increased |raised |some )*risks? (?:factors? )?(?:of|for)\s+",
    rf"(?:leaflet|booklet|brochure|book|article|film|movie|programme|program|documentary|podcast|talk|lecture"
    rf"|information"
    rf"|video|website|advice|essay|thesis|poster)s? {_ON}\s+",
    rf"(?:read|reads|heard|hears|learn(?:ed|t)|learns|studies|studied|writes|wrote|talked|asks|asked|watched|googled"
    rf"|taught|teaches) (?:\w+ )?{_ON}\s+",
    r"(?:advised|warned|counsell?ed|educated|reminded|spoken to) (?:\w+ )?(?:about|on|of|regarding)\s+",
    rf"(?:car(?:es|ed|ing)|works?|worked|working|looks after|nurs(?:es|ing))(?: for| with| after)?(?: \w+)? {_PEOPLE}"
    r"(?: \w+)? (?:with|who have|suffering from)\s+",
    r"(?:bloods|swabs?|serology|cultures?|screens?|panel|work-?up) for\s+",
    r"(?:thinks?|believes?|suspects?) (?:that )?(?:it|he|she|this) (?:might |may |could )?(?:is|be|has|have)\s+",
    r"(?:contact with|exposed to|exposure to|outbreak of|cases? of)\s+",
)
SPOKEN_BEHIND = _marks(
    r"(?:prophyla\w+|vaccin\w+|immunis\w+|immuniz\w+|jabs?|boosters?|screen(?:ing)?|clinics?|charit(?:y|ies)|leaflets?"
    r"|club|society|support group|nurse|hospice|awareness|research|trial|conference|campaign|walk|fundraiser|ward|unit"
    r"|(?:was |is )?immune|immunity|(?:went|going|goes|doing the) round\w*|going around|kit|policy|protocol|pathway"
    r"|guideline|app|quiz"
    r"|(?:toxin|serology|culture|pcr|antigen|antibod\w+|swab|titres?)s? (?:was |were |has been |have been )?"
    r"(?:sent|requested|awaited|pending|taken|booked|ordered|arranged|due|outstanding)"
    r"|(?:serology|tests?|testing|swab)(?!\s+(?:was |is |were |came back )?(?:positive|reactive)))\b",
)
# What keeps a date from being the end of a thing: it began then.
LASTING_ON = re.compile(
    r"\b(?:since (?!then)|for the|from (?=the age|age|birth|childhood|\d|onset|early|last)|began|begun|start(?:ed|ing)?"
    r"|onset|develop(?:ed|ing)|notic(?:ed|ing)|diagnos\w+|found|came on|come on|appear(?:ed|ing)|known|first|detected"
    r"|ever since|ongoing|still|persist\w*|continu\w+|until now|worse|increas\w+)\b",
    re.IGNORECASE,
)
CHRONIC = re.compile(
    r"hypertens|diabet|\bCOPD\b|chronic|asthma|epilep|arthritis|coeliac|celiac|thyroid|psoria|dementia|alzheimer"
    r"|parkinson"
    r"|sclerosis|\bHIV\b|failure|fibrillation|crohn|colitis|lupus|cirrhosis|emphysema|angina|coronary|isch[a]?emic"
    r"|heart disease"
    r"|kidney disease|\bCKD\b|glaucoma|osteopor|cholesterol|lipid|obes|migraine|schizo|bipolar|autis|ADHD"
    r"|attention deficit"
    r"|sickle|haemophil|hemophil|thalass|disease|syndrome|disorder|cataract|reflux|apnoea|apnea|hernia|neuropath"
    r"|retinopath"
    r"|dystrophy|palsy|deaf|blind|deficien|amput|paraly|paresis",
    re.IGNORECASE,
)
