"""Words that leave open: possible, if, in case, on exertion."""

from __future__ import annotations

from core.language.en.rules.rule import Rule, phrases

_POSSIBLE = phrases(
    "possible|possibly|probable|probably|likely|most likely|very likely|is likely|more likely|suspected|suspect|"
    "suspects|suspecting|suspicion for|suspicion of|suspicious for|"
    "suspicion|concern for|concern of|concern about|concerned about|concerning for|concerned for|worried about|"
    "worried re|concerned re|anxious re|worries re|"
    "worrisome for|worry about|may have|might have|could have|"
    "may be|might be|could be|may represent|could represent|might represent|may reflect|could reflect|may indicate|"
    "maybe|perhaps|questionable|question of|"
    "? |query|r / o|rule out|to rule out|rule out for|evaluate for|evaluation for|evaluate for possible|assess for|"
    "to exclude|please exclude|kindly exclude|cannot exclude|can not exclude|cannot rule out|can not rule out|"
    "could not rule out|not exclude|unable to exclude|unable to rule out|does not exclude|not rule out|"
    "presumed|presumptive|presumably|suggestive of|suggesting|"
    "suggests|suggest|suggestion of|"
    "indicative of|appears to be|appears to have|seems to be|seems to have|working diagnosis of|working diagnosis|"
    "provisional diagnosis of|provisional diagnosis|"
    "potential|potentially|equivocal for|borderline for|versus|vs|vs .|consider|considering|considered|"
    "thought to be|thought to have|believed to be|believed to have|"
    "felt to be|impression of|raises the possibility of|raise the possibility of|possibility of|high suspicion for|"
    "high suspicion of|compatible with|"
    "could also be|would be concerned for|not ruled out|not been ruled out|to look for|look for|looking for|"
    "screen for|screened for|screening for|test for|tested for|testing for|"
    "workup for|work - up for|work up for|pending for|? acute|unclear if|unclear whether|uncertain whether|"
    "looks like|look like|looked like|sounds like|favour|favor|favours|favors|favouring|favoring|in favour of|"
    "in favor of|wonder if|wonder whether|wonders if|wonders whether|wondering if|wondering whether|wonder about|"
    "wondering about|conceivable|conceivably|plausible|conceivable that|either|c / f|concerns about|concerns for|"
    "concerns of|concerns re|concern re|concern regarding|concerns regarding|concerns that|concern that|"
    "concerned that|treat as|treated as|treating as|provisional dx|working dx|provisional dx of|working dx of|"
    "thinks he|thinks she|thinks this|thinks it|thinks that|think this|think it|think that|may well|could well|"
    "might well|may well be|could well be|may well have|need to rule out|needs to rule out|"
    "need to exclude|needs to exclude|must rule out|must exclude|trying to rule out"
)
_TESTS = (
    "ct|cta|ctpa|ct scan|ct head|ct brain|ct chest|ct abdomen|ctkub|mri|mri brain|mri spine|mri head|mra|mrcp|scan|"
    "scans|"
    "ultrasound|ultrasound scan|uss|us|doppler|dopplers|duplex|x - ray|xray|chest x - ray|cxr|ecg|ekg|echo|tte|"
    "echocardiogram|v / q|v / q scan|bloods|blood test|blood tests|d - dimer|troponin|troponins|serology|swab|swabs|"
    "cultures|blood cultures|biopsy|lumbar puncture|lp|endoscopy|gastroscopy|colonoscopy|bronchoscopy|angiogram|"
    "investigations|investigation|investigated|imaging|imaged|worked up|referred urgently|2ww|two week wait"
).split("|")
_BETWEEN = (
    "leg legs head brain chest abdomen pelvis spine neck kidney sent requested booked done ordered arranged taken"
).split()
_SOUGHT = tuple(f"{test} {between}" for test in _TESTS for between in ("for", "? for", *(f"{w} for" for w in _BETWEEN)))
_DIFFERENTIAL = phrases(
    "differential includes|differential diagnosis includes|ddx|ddx includes|differential|differential diagnosis|"
    "differential included|differentials included|differential diagnosis included|differentials include|"
    "differential is broad and includes|differential diagnoses include|differential diagnoses|differentials|"
    "considerations include|considerations included|diagnoses include|diagnoses included|possibilities include|"
    "possibilities included"
)
_POSSIBLE_BACK = phrases(
    "is possible|are possible|was possible|cannot be excluded|can not be excluded|could not be excluded|"
    "cannot be ruled out|can not be ruled out|could not be ruled out|"
    "is suspected|was suspected|are suspected|were suspected|suspected|is likely|was likely|are likely|is probable|"
    "seems likely|is considered|was considered|"
    "not ruled out|has not been ruled out|not excluded|not been excluded|has not been excluded|is a possibility|"
    "is a concern|is being considered|"
    "is questionable|is in the differential|remains possible|is on the differential|remains a possibility|"
    "remains a concern|remains on the differential|is favored|is favoured|versus|vs|vs .|? |"
    "in the differential|on the differential|remains in the differential|stays in the differential|favoured|favored|"
    "needs to be excluded|need to be excluded|to be excluded|must be excluded|should be excluded|needs excluding|"
    "need excluding|to be ruled out|needs to be ruled out|need to be ruled out|must be ruled out|"
    "should be ruled out|needs ruling out|not yet excluded|not yet ruled out|more probable|most probable|"
    "seem more probable|seems more probable|seem more likely|seems more likely|seems most likely|is more likely|"
    "is most likely|until proven otherwise|queried"
)
_IF = phrases(
    "if|if any|return if|return for|return to ed for|return to ed if|return to er for|return to the ed for|"
    "return to the ed with|return to the er with|return with|return to the emergency department for|"
    "return to the emergency department with|"
    "return precautions|come back if|come back for|come back with|call if|call for|should she|should he|"
    "should the patient|should you|should there be|should symptoms|in case of|in the event of|"
    "watch for|monitor for|monitoring for|watch out for|be alert for|signs and symptoms of|look out for|"
    "precautions for|counseled on|counselled on|counseled about|counselled about|educated on|educated about|"
    "education on|"
    "warned about|advised about|discussed symptoms of|instructed to return|any of the following|"
    "the following are noted|risk of|risk for|at risk for|at risk of|"
    "at increased risk of|at increased risk for|increased risk of|increased risk for|high risk for|high risk of|"
    "low risk for|low risk of|risks of|risks including|risks include|"
    "side effects include|side effects including|side effects such as|side effects of|may cause|can cause|"
    "could cause|might cause|may develop|could develop|might develop|to prevent|prevention of|prophylaxis for|"
    "prophylaxis against|prophylaxis of|"
    "avoid|as needed for|prn|p . r . n|prn for|p . r . n . for|unless|fear of|fears|afraid of|worried she|"
    "worried he|vaccination against|vaccine for|vaccinated against|vaccine against|complications include|"
    "complications including|complications such as|"
    "potential complications|red flags|warning signs|warning signs of|safety net|safety netting|safety - netting|"
    "in the event that|to return for|to return with|seek care for|seek care if|seek medical attention for|"
    "seek medical attention if|seek medical attention if|seek help if|report any|please report|notify|"
    "if she|if he|call your doctor|call 911|go to the er|go to the ed|were she|were he|were you|to call|to return|"
    "risk factors for|risk factor for|risks explained|risks discussed|risks incl|risks explained incl|"
    "risks explained including|risks discussed including|safety netted|safety - netted|safetynetted|observe for|"
    "observing for|call ~w for|inform ~w if|inform ~w of|alert ~w if|hold for|hold if|withhold for|withhold if|"
    "protect against|to protect against|protects against|protection against|protection from|potential for|"
    "fearful that|fearful of|scared of|frightened of|anxious about getting|worried she will|worried he will|"
    "likelihood of|reduce the likelihood of|reduce the chance of|chance of|chances of|should a|should an|should any|"
    "should new|should his ~w develop|should her ~w develop|should ~w develop|should ~w occur|should you develop|"
    "to avoid|in order to avoid|at the first sign of|at first sign of|if there is|should there be any|"
    "vaccinate against|immunised against|immunized against|screening programme for|afraid that|afraid it|afraid she|"
    "afraid he|scared that|frightened that|terrified of|dreads"
)
# What somebody has read, heard or been given to read of, and has not for that.
_SUBJECT = phrases(
    "read about|reads about|reading about|read all about|read up on|read up about|reading up on|heard about|googled|"
    "leaflet about|leaflet on|leaflets about|leaflets on|booklet about|booklet on|brochure about|brochure on|"
    "information leaflet about|information leaflet on|information about|book about|book on|article about|article on|"
    "film about|movie about|documentary about|documentary on|programme about|programme on|program about|"
    "podcast about|podcast on|lecture about|lecture on|a talk about|a talk on|video about|website about|"
    "knows a lot about|essay on|essay about|thesis on"
)
_IF_PSEUDO = phrases(
    "as if|ask if|asked if|asks if|unsure if|not sure if|unclear if|uncertain if|wonders if|wondering if|see if|"
    "even if|unknown if|feels as if|felt as if|does not know if|"
    "cardiac risk|watch and wait|if anything|grateful if|grateful if you|grateful if you could|appreciate if|"
    "appreciate it if|obliged if|unclear if the|unclear whether the|unsure if the|unsure whether the|"
    "confirms the suspected|confirmed the suspected|confirming the suspected|confirms suspected|confirmed suspected|"
    "mother of two|mother of three|mother of four|mother of five|mother of 2|mother of 3|mother of 4|mother of 5|"
    "father of two|father of three|father of four|father of five|father of 2|father of 3|father of 4|father of 5|"
    "what if|as to if|on exertion and at rest|at rest and on exertion|at rest and with exertion|"
    "with exertion and at rest|gone within|gone in|gone when|gone with|gone after|gone on|gone once|goes away with|"
    "goes away when|settles with|settled within|stopped when|resolved with rest|resolves with rest|stops when|"
    "cleared with rest"
)
# Nobody knows, or nobody looked: said of a finding this is neither for it nor against it. Not so of its cause.
_UNKNOWN_BACK = phrases(
    "unknown|not known|is unknown|is not known|are unknown|was unknown|status unknown|not documented|is not documented|"
    "not recorded|not stated|not specified|not assessed|was not assessed|not tested|not examined|not done|"
    "not available|not yet available|not determined|undetermined|could not be assessed|cannot be assessed|"
    "unable to assess|unable to be assessed|not able to assess|not asked|not asked about|not enquired|not checked|"
    "not reviewed|deferred|n / a|not applicable|unclear|uncertain|not clear|not certain"
)
_OF_WHAT = frozenset(
    "cause causes etiology aetiology origin reason source significance duration onset organism trigger nature type "
    "site date dose outcome mechanism extent severity timing frequency prognosis pathogenesis relevance age details "
    "detail level result results substance drug agent location".split()
)
_CONDITIONAL = phrases(
    "gets when|only with|only when|only on|only during|only if|whenever|when exposed to|if exposed to|"
    "on exposure to|upon exposure to|when taking|when she takes|when he takes|when eating|if she eats|if he eats|"
    "if she takes|if he takes|each time|every time|any time|anytime|if he lies|if she lies|if he walks|if she walks|"
    "if he misses|if she misses|when he misses|when she misses|if she skips|if he skips"
)
_CONDITIONAL_BACK = phrases(
    "only on|only with|only when|only during|only if|only after|only at|only in|whenever|when ~ing|when she ~ing|"
    "only when ~ing|only on ~ing|each time|every time|any time|anytime|triggered by|provoked by|brought on by|"
    "precipitated by|induced by|set off by|on exertion|with exertion|upon exertion|on effort|on exercise|"
    "with exercise|after exercise|with activity|on walking|after walking|with walking|on climbing|on mobilising|"
    "on mobilizing|on standing|on standing up|only on standing|on lying|when lying|on bending|on coughing|"
    "when coughing|with coughing|on swallowing|on chewing|on straining|going up stairs|going down stairs|"
    "climbing stairs|going upstairs|going downstairs|after meals|after fatty meals|after eating|with meals|"
    "after food|with food|at the sight of|in the cold|with cold air|in cold air|with cold|in cold weather|"
    "with cold weather|with caffeine|after alcohol|with alcohol|on exposure to|upon exposure to|when exposed to|"
    "when she|when he|if she|if he|if exposed to|when patient|if she eats|if he eats|when taking|when eating"
)

DOUBT: tuple[Rule, ...] = (
    Rule(_POSSIBLE, "possible", narrow=True),
    Rule(_SOUGHT, "sought", narrow=True),
    Rule(_DIFFERENTIAL, "possible"),
    Rule(_POSSIBLE_BACK, "possible", "backward", narrow=True),
    Rule(_IF, "hypothetical"),
    Rule(_SUBJECT, "hypothetical", narrow=True),
    Rule(_IF_PSEUDO, "pseudo", "none"),
    Rule(_UNKNOWN_BACK, "hypothetical", "backward", narrow=True, ends=True, unless=_OF_WHAT),
    Rule(_CONDITIONAL, "conditional"),
    Rule(_CONDITIONAL_BACK, "conditional", "backward", narrow=True),
    Rule(
        phrases("prophylaxis|prevention|prevention measures|screening|vaccination|vaccine"),
        "hypothetical",
        "backward",
        narrow=True,
    ),
    Rule(
        phrases("likely|most likely|probable|possible|possibly|more likely|probably|favoured|favored"),
        "possible",
        "backward",
        narrow=True,
        ends=True,
    ),
)
