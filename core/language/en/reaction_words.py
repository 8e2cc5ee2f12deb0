"""What drugs do to those who do not tolerate them, in the words of notes and of patients."""

from __future__ import annotations

import re

_HOW = (
    r"(?:(?:an?|the|some|very|really|big|red|bad|nasty|severe|awful|terrible|horrible|horrid|dreadful|mild|itchy|"
    r"raised|"
    r"widespread|generali[sz]ed|florid|blistering|previous|prior|past|old|known|acute|drug|allergic|skin|facial|lip|"
    r"tongue|throat|face|his|her|my|their|achilles|cholestatic|drug-induced|life-threatening|near-fatal|suspected|"
    r"proven|confirmed|possible)[\s-])*"
)
# What the immune system does, or looks as if.
_ALLERGIC = (
    r"rash(?:es)?|hives|urticaria|nettle ?rash|we(?:a|e)ls|wheals?|welts|lumps|bumps|spots|blisters?|blistering|"
    r"blistered|"
    r"red man|itch(?:y|ing|ed|es)?|swell(?:s|ed|ing|ings)?|swollen|swole|puff(?:ed|s|y)|bl(?:ew|ows?) up|"
    r"balloon(?:ed|s)|"
    r"anaphyla\w+|angio-?o?edema|wheez(?:e|es|ed|y|ing)|bronchospasm|(?:acute )?asthma(?: attacks?)?|"
    r"(?:short of breath|breathless\w*|(?:trouble|difficulty|struggl\w+) (?:to )?breath\w+|"
    r"(?:stopped|stops|couldn['’]?t|could not) breath\w*)|collaps(?:e|ed|es)|passed out|peel(?:ed|ing|s)|"
    r"eyes roll\w+(?: up| back)?|throat (?:clos\w+|tight\w*|swell\w*|swollen)|shock|allergic reactions?|reactions?"
)
# What harms in another way, and must not come again.
_GRAVE = (
    r"sjs|stevens[ -]johnson(?: syndrome)?|ten\b|toxic epidermal necrolysis|dress(?: syndrome)?|agep|"
    r"erythema multiforme|fixed drug eruption|exfoliat\w+|rhabdo(?:myolysis)?|hit(?:ts?)?|"
    r"thrombocytop(?:a?enia)|(?:low|dropped|falling) platelets|agranulocytosis|neutrop(?:a?enia)|aplastic ana?emia|"
    r"pancytop(?:a?enia)|ha?emolysis|ha?emolytic ana?emia|dystoni(?:a|c)(?: reactions?)?|oculogyric(?: crisis)?|"
    r"lock-?jaw|"
    r"neuroleptic malignant(?: syndrome)?|nms|serotonin syndrome|malignant hyperthermia|"
    r"(?<!autoimmune )(?<!alcoholic )(?<!viral )(?<!chronic )hepatitis(?! [a-e]\b)|"
    r"liver (?:failure|injury|damage)|dili|jaundice|pancreatitis|pneumonitis|lung (?:fibrosis|scarring)|"
    r"(?:tendon|achilles) (?:rupture|tear)|torsades?(?: de pointes)?|serum sickness|interstitial nephritis|"
    r"lactic acidosis|(?:nearly|almost) died|purpura|vasculitis"
)
REACTION = rf"{_HOW}(?:{_ALLERGIC}|{_GRAVE})"
IS_REACTION = re.compile(rf"\b(?:{_ALLERGIC}|{_GRAVE})\b", re.IGNORECASE)
# What comes and is treated too often to be laid to the drug that is named beside it.
NEEDS_CAUSE = re.compile(r"\b(?:asthma\b(?! attacks?)|jaundice|shock|spots)", re.IGNORECASE)
# The legs swell of amlodipine without any allergy.
IN_THE_LEGS = re.compile(r"\b(?:ankles?|legs?|feet|foot|calf|calves)\b", re.IGNORECASE)
# Between a reaction and a drug: the drug is the remedy, or there was none.
REMEDY = re.compile(
    r"\b(?:treat\w*|better|best|settl\w+|respon\w+|reliev\w+|relief|help\w*|improv\w+|controll?\w*|clear\w*|"
    r"eas(?:e|ed|es)|"
    r"manag\w*|resolv\w+|given|gave|despite|needs?|needed|requir\w+|no|not|never|without|nor|unlikely|prevent\w*|"
    r"started|starting|put|fever|prophyla\w+)\b",
    re.IGNORECASE,
)
# Drugs that are given for such reactions: "wheeze on salbutamol" is treated with it.
REMEDIES = re.compile(
    r"^(?:salbutamol|albuterol|ventolin|terbutaline|ipratropium|pred\w*|methylpred\w*|hydrocort\w*|dexa\w+|"
    r"beta?meth\w*|"
    r"clobet\w*|momet\w*|flutic\w*|budes\w*|beclo\w*|cetiriz\w*|levocetiriz\w*|loratad\w*|fexofen\w*|chlorphen\w*|"
    r"chlorpheniramine|piriton|benadryl|diphenhydr\w*|promethaz\w*|adrenaline|epinephrine|epipen|montelukast|"
    r"furosemide|frusemide|bumetanide|icatibant|omalizumab|aciclovir|acyclovir|procyclidine|benz(?:a)?tropine|"
    r"dantrolene|filgrastim|steroids?|antihistamines?|emollients?|oxygen|aminophylline|theophylline|magnesium)$",
    re.IGNORECASE,
)
# It was then: what a drug did once. Or it is now, and the patient may be on it.
THEN = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:years?|yrs?|y|months?|decades?) (?:ago|back)\b|\blast (?:year|summer|winter|spring|"
    r"autumn|time)\b|"
    r"\b(?:as|when|while) (?:(?:he|she|i) was )?(?:an? )?(?:\w+ )?(?:child|baby|infant|toddler|kid|teen\w*|student|"
    r"boy|girl|"
    r"young|little|small|pregnant)\b|\bin (?:childhood|infancy|(?:his|her|my) (?:\w*teens|\w+ties))\b|"
    r"\bage[ds]? (?:of )?\d|"
    r"\bprevious\w*\b|\bprior\b(?! to)|\bhistory of\b|\bh/o\b|\bpmh\w*\b|\bhx\b|\bin the past\b|\bpast\b|\bonce\b|"
    r"\bbefore\b|"
    r"\bthe time before\b|\bat school\b|\bavoids?\b",
    re.IGNORECASE,
)
NOW = re.compile(
    r"\b(?:today|tonight|yesterday|now|currently|at present|since(?! childhood| then)|last night|"
    r"this (?:morning|afternoon|evening|week|episode|time)|for (?:the (?:last|past) )?(?:\d+|an?|one|two|three|"
    r"several)|"
    r"(?:\d+[ /-]?|\b(?:an?|one|two|three|four|five|six|seven|few|several)[ -])(?:hours?|hrs?|h|minutes?|mins?|days?|d|"
    r"weeks?|wks?|"
    r"7|52)\b|start(?:ed|ing)|commenced|new(?:ly)?|presents?|presented|presenting|admitted|on arrival|brought in by|"
    r"ongoing|developing|developed|worsening|first dose|second dose|third dose)\b",
    re.IGNORECASE,
)
# No drug was blamed: a warning, a thought, a question.
SUPPOSED = re.compile(
    r"\b(?:if (?:there is |you |any |an? )*(?:rash|hives|swell\w+|wheez\w+|itch\w*|develops?|you|it)|in case|"
    r"risks? of|may|might|can cause|could cause|watch(?:ing)? for|warned|counsell?ed|side[ -]effects?|"
    r"unlikely|not thought|rather than|leaflet|worried|afraid|fear\w*|concern\w*|return)\b",
    re.IGNORECASE,
)
# Why a drug must not be had that is no reaction to it.
OTHER_REASON = re.compile(
    r"\b(?:kidneys?|renal|egfr|ckd|aki|creat\w*|ulcers?|bleed\w*|bled|ha?emorrh\w*|pregnan\w*|breast-?feed\w*|"
    r"nil by mouth|"
    r"nbm|npo|swallow\w*|afford|cost\w*|heart failure|lvsd|ejection|liver|cirrhosis|qtc?|interact\w*|warfarin|inr|"
    r"until|"
    r"while|whilst|today|during|operation|surgery|procedure|scan|tablets?|capsules?|syrup|with (?:his|her|food)|"
    r"driving|"
    r"alcohol|bypass|gout|g6pd|porphyria|myasthenia|vomiting|fasting|empty|supply|shortage|stock)\b",
    re.IGNORECASE,
)
# Behind a drug that is not tolerated: what is taken, and no reaction.
TAKEN = re.compile(
    r"\b(?:on|takes?|taking|us(?:es?|ed|ing)|given|started|switched|changed|swapped|instead|tolerat\w+|had|has)\b",
    re.IGNORECASE,
)
