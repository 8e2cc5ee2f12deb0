"""The frames in which notes and patients tell that a drug is not tolerated, around the name of the drug.

What ends in `$` is matched before the name, the others behind it; `did` is what the drug did.
"""

from __future__ import annotations

import re

from core.language.en.allergens import NOT_TOLERATED
from core.language.en.reaction_words import REACTION

# In small letters: one of these stands in every sentence that is told so.
CUES = (
    "rash", "hives", "urticaria", "weals", "wheals", "lumps", "bumps", "spots", "blister", "itch", "swel", "swol",
    "puff", "blew up", "naphyla", "edema", "wheez", "spasm", "asthma", "breath", "collaps", "passed out", "peel",
    "throat", "shock", "allergic", "allergy", "react", "sjs", "johnson", "necrolysis", "dress", "agep", "multiforme",
    "eruption", "rhabdo", "hit ", "platelets", "cytop", "agranulo", "neutrop", "molysis", "molytic", "dystoni",
    "oculogyric", "eyes roll", " = ", "->", "→", "malignant", "nms", "serotonin", "hepatitis", "liver", "dili",
    "pancreatitis", "pneumonitis",
    "rupture", "torsade", "sickness", "lactic", "died", "red man", "skin test", "prick test", "test to", "test for",
    "can't", "cant ", "can’t", "cannot", "must n", "mustn", "never", "not to ", "not allowed", "avoid", "steers clear",
    "made ", "makes ", " gave ", " gives ", " give ", " make ", " sent ", " sends ", "tolerat", " get on with",
    "adr", "rxn", "not have", "no more",
)  # fmt: skip
_WHOM = r"(?:him|her|them|me|the (?:patient|child|boy|girl)|this (?:man|woman|lady)|mum|dad)"
_HIS = r"(?:(?:his|her|my|their|the) )?"
# The drug does it: "… gave her hives", "… makes his lips swell", "… sets off her asthma".
DOES = re.compile(
    rf",?\s(?:(?:which|that|it|has|have|had|once|always|also|just|tablets?|injections?|and it) ){{0,3}}(?:"
    rf"(?:gives?|gave|given|makes?|made|brings?|brought|turns?|turned|sends?|sent) (?:{_WHOM}|{_HIS}[a-z]+)\b"
    r"(?: feel| come)?(?: out| up)?(?: in)?|caus(?:es?|ed|ing)|leads? to|led to|results? in|resulted in|induced|"
    r"triggers?|triggered|and (?:he |she |i |then )*(?:came|broke|comes) (?:out|up) in|sets? off|brings? on|brought on|"
    r"upsets?|worsens?|worsened|flares?|gives?|gave)\s(?P<did>[^.;,\n]{2,60})",
    re.IGNORECASE,
)
# What it did stands behind a mark: "Septrin - blisters in the mouth".
MARKED = re.compile(
    r"(?:\s*[-–—:=→]+>?\s*|\s*\()(?P<did>(?:he |she |was |got |had |came out in |covered in )*"
    rf"{REACTION}\b[^.;,()\n]{{0,40}})",
    re.IGNORECASE,
)
# "Bad rash with amoxicillin", "came out in lumps when he had Amoxil".
_DET = (
    r"(?:(?:his|her|a|an|the|some|any|one|first|oral|iv|im|dose|doses|course|injection|tablet|of|taking|having|being|"
    r"given|use|using|starting) )*"
)
_LINK = (
    r"(?:\b(?P<weak>with|on|after|following|(?:when(?:ever)?|if|every time|each time)(?: (?:he|she|i|they))?"
    r"(?: was| had| has| is)?(?: (?:had|has|have|took|takes|take|given|tried|taking|on|having))?)|(?:to|from|"
    r"due to|because of|caused by|secondary to|"
    rf"induced by|triggered by|attributed to|blamed on)) {_DET}$"
)
# "Ramipril was stopped because of angioedema", "heparin-induced thrombocytopenia", "aspirin-sensitive asthma".
STOPPED_FOR = re.compile(
    r"\s(?:was |were |has been |had been |had to be )?(?:stopped|discontinued|withdrawn|ceased|"
    r"abandoned)\b[^.;(\n]{0,25}?"
    rf"(?:\b(?:because of|due to|after|for|with|following|when (?:he|she) (?:had|got))\s|\(|"
    rf"[:–-]\s?)(?P<did>{REACTION}\b)",
    re.IGNORECASE,
)
INDUCED = re.compile(rf"[- ](?:induced|associated|related)\s(?P<did>{REACTION}\b)", re.IGNORECASE)
SENSITIVE = re.compile(
    r"[- ](?:sensitive|exacerbated|induced)\s(?P<did>asthma|respiratory disease|bronchospasm|wheeze)\b", re.IGNORECASE
)
TERSE_BEFORE = re.compile(r"\b(?:allergy|allergic|allergies)\s$", re.IGNORECASE)
ARROW = re.compile(r"\s*(?:=|→|-+>)\s*(?P<did>[A-Za-z][^.;,()\n]{1,40})")
# Behind a drug: it is taken, at this dose, since then; or another thing is told of it than a reaction.
GOES_ON = re.compile(r"[^.;,\n]{0,20}?(?:\bsince\b|\b\d+(?:\.\d+)?\s?(?:mg|mcg|g|units?)\b)", re.IGNORECASE)
ELSE_BEHIND = re.compile(r"\s(?:with|if|while|whilst|in|during|when|because|due|on)\b", re.IGNORECASE)
NESTED = re.compile(r"\b(?:with|due|because|from|secondary|since)\b", re.IGNORECASE)
YOU = re.compile(r"\byou\b", re.IGNORECASE)
# "Previous anaphylaxis (cefuroxime)".
BRACKETED = re.compile(rf"\b(?P<did>{REACTION})\s?\(\s?$", re.IGNORECASE)
# What is looked for behind the name, in this order.
BEHIND_IT = (DOES, MARKED, STOPPED_FOR, SENSITIVE, ARROW)
BESIDE = ("on", "after", "following")  # what may be of now: the patient is on it
_CAME_OUT = r"(?:(?:came|come|comes|broke|breaks|erupted) (?:out|up) in (?:an? )?)?"
DID_BEFORE = re.compile(
    rf"\b(?P<did>{_CAME_OUT}{REACTION}\b(?:(?!\s[-–—:]\s)[^.;,()\n]){{0,28}}?)\s{_LINK}", re.IGNORECASE
)
CAME = re.compile(r"(?:came|broke|erupted)\b", re.IGNORECASE)
LIFTED = re.compile(r"[^.;\n]{0,20}?\b(?:ruled out|disproved|excluded|refuted|de-?labell?ed|negative)\b", re.IGNORECASE)
UP_BEFORE = re.compile(
    r"(?P<did>(?:throat|face|lips?|tongue|eyes) (?:was |were |got |went )?(?:swel\w+|swol\w+|puff\w+|clos\w+|tight\w*|"
    rf"blew)[^.;,()\n]{{0,15}}?|(?:nearly|almost) died)\s{_LINK}",
    re.IGNORECASE,
)
ADR_BEFORE = re.compile(
    r"\b(?:adrs?|(?:adverse |drug |bad |severe )*reactions?|rxn|rx'n|reacts?|reacted)(?: badly| severely)? "
    r"(?:to|with) (?:the )?$",
    re.IGNORECASE,
)
BEHIND = re.compile(r"[\s+!]{0,4}(?:\(|[-–—:=→]+>?)\s?(?P<did>[A-Za-z](?:[^.;()\n]|\([^()\n]*\)){1,50})")
ADJECTIVE = re.compile(r"(?:\s|\s?-\s?)allergic\b|(?:\s|-)allergy\b", re.IGNORECASE)
NOT_ADJECTIVE = re.compile(
    r"\s*(?:clinic|service|test\w*|nurse|label|status|de-?label\w*|referral|history|\?|is excluded|was excluded|"
    r"excluded|"
    r"ruled out|disproved|unlikely|removed|:\s*(?:no|nil|none)\b|to\s)",
    re.IGNORECASE,
)
_TEST = r"(?:skin|prick|intradermal|patch|ige|scratch|allergy)(?: prick| patch)? test(?:ing|s)?"
TESTED = re.compile(
    rf"\s(?P<did>{_TEST}(?: was| were| came back| is)?:? (?:strongly )?(?:positive|\+(?:ve|\+*)))", re.IGNORECASE
)
TESTED_BEFORE = re.compile(rf"(?P<did>(?:positive|\+ve) {_TEST}) (?:to|for|with) (?:the )?$", re.IGNORECASE)
BARRED = re.compile(
    r"\b(?:(?P<must>(?:must|may) (?:not|never)|mustn['’]?t|"
    r"(?:told|advised|warned|said|instructed|is|was)(?: \w+){0,2}? (?:never|not) to|"
    r"(?<!advised )(?<!told )never to|not to|never allowed(?: to)?|not allowed(?: to)?|no more)|"
    r"(?:cannot|can['’]?t|can not|can never|should (?:never|not)))\s"
    r"(?:(?:ever|again|be|been|have|has|had|take|taking|use|using|given|give|receive|prescribed|get|be on) )*"
    r"(?:(?:any|more|further|all|of|the) )*$",
    re.IGNORECASE,
)
AVOIDS = re.compile(
    r"\b(?:avoids?|avoiding|avoided|steers? clear of|(?:told|advised|has|have|asked)(?: \w+)? to avoid)\s"
    r"(?:(?:any|all|taking|the) )*$",
    re.IGNORECASE,
)
UNTOLERATED = re.compile(
    rf"\b(?:{NOT_TOLERATED}|(?:can(?:not|['’]?t)|could(?: not|n['’]?t)|did(?: not|n['’]?t)|does(?: not|n['’]?t)|never) "
    r"(?:get|got|getting) (?:on|along) with)\s$",
    re.IGNORECASE,
)
BECAUSE = re.compile(
    rf"(?P<did>{REACTION}\b[^.;,()\n]{{0,30}}|{_HIS}(?:face|lips?|throat|tongue|eyes) (?:\w+ )?"
    r"(?:swel\w+|swol\w+|bl(?:ew|ows?)|puff\w+|clos\w+)[^.;,()\n]{0,20})",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"^(?:an?|the|some)\s(?=\w)", re.IGNORECASE)
# Behind what a drug did: what came of that.
OVER = re.compile(
    r"\s(?:so|but|otherwise|which|who|and (?:he|she|is|was|has|had|so|then|now))\b.*$", re.IGNORECASE | re.DOTALL
)
# A list that goes on: "NSAIDs or aspirin".
ALSO = re.compile(r"\s?(?:,|/|,? (?:and|or))\s?(?P<word>[A-Za-z][A-Za-z-]{2,25})\b", re.IGNORECASE)
DENIED = re.compile(
    r"\b(?:no|not|non|never|denies|denied|without|nor|neither|didn['’]?t|doesn['’]?t|wasn['’]?t|"
    r"isn['’]?t)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
KIN = re.compile(
    r"\b(?:mother|mum|mom|father|dad|parents?|brother|sister|son|daughter|sibling|twin|wife|husband|partner|cousin|"
    r"aunt|"
    r"uncle|(?:grand|step)\w+)(?:['’]s|s)?\b(?P<behind>(?:, who)?[^.;,\n]*)$",
    re.IGNORECASE,
)
# "Mum: allergic to penicillin" tells of the child, or of herself: the safer.
PARENT_SAYS = re.compile(r"(?:mum|mom|mother|dad|father|parents?|carers?)\s?:", re.IGNORECASE)
SPEAKS = re.compile(
    r"^\W*(?:(?:also|both|who|has|have) )?(?:says?|said|reports?|reported|tells?|told|thinks?|states?|recalls?|"
    r"remembers?|insists?|mentions?|confirms?|notes?|adds?|worried|gave)\b",
    re.IGNORECASE,
)
# An antibiotic that was or can be had without harm is not thereby taken now.
TOLERATED = re.compile(
    r"\b(?:tolerat(?:es|ed|ing)|can (?:take|have|tolerate)|(?:no|without) (?:known |any )?(?:problems?|issues?|"
    r"trouble|reactions?|"
    r"allerg(?:y|ies)) (?:with|to)|(?:fine|ok|okay|well) (?:with|on))\s(?:(?:other|oral|the|any) )?$",
    re.IGNORECASE,
)
