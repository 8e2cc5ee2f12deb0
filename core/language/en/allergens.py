"""What people are allergic to, by the look of the word, and what never is: a list is cut before any dictionary."""

from __future__ import annotations

import re

_DRUGS = frozenset(
    "penicillin penicillins pcn penv pengen augmentin tazocin piperacillin ampicillin amoxil sulfa sulpha sulfas "
    "sulfonamide sulfonamides sulphonamides sulphonamide septrin bactrim trimethoprim cephalosporin "
    "cephalosporins macrolide macrolides quinolone quinolones fluoroquinolones tetracycline tetracyclines "
    "nitrofurantoin metronidazole flagyl vancomycin gentamicin teicoplanin aspirin asa nsaid nsaids ibuprofen "
    "naproxen diclofenac paracetamol acetaminophen codeine morphine tramadol oxycodone opioid opioids opiates "
    "pethidine fentanyl heparin enoxaparin warfarin insulin metformin allopurinol carbamazepine phenytoin "
    "lamotrigine statin statins ace acei amiodarone contrast iodine gadolinium povidone chlorhexidine lidocaine "
    "lignocaine suxamethonium rocuronium propofol metoclopramide prochlorperazine ondansetron".split()
)
# What nobody takes as a drug: alone in a list of allergies it can only be meant as one of them.
NO_DRUGS = frozenset(
    "latex rubber plaster plasters elastoplast tape adhesive dressings nickel peanut peanuts nut nuts tree-nuts almond "
    "almonds cashew cashews walnut walnuts hazelnut hazelnuts sesame soya soy egg eggs milk dairy lactose gluten "
    "wheat fish shellfish prawn prawns shrimp shrimps crab lobster seafood kiwi banana avocado strawberry "
    "strawberries mango tomato mustard celery lupin bee bees wasp wasps sting stings venom pollen pollens grass "
    "dust dustmite mites mould mold cat cats dog dogs dander horse horses feathers hay hayfever perfume perfumes "
    "fragrance hair-dye lanolin food foods".split()
)
_NAMES = _DRUGS | NO_DRUGS
# The ends of drug names; what ends so in a note is a drug.
_ENDS = tuple(
    "cillin cycline oxacin mycin micin floxacin nidazole conazole profen oxicam coxib sartan olol dipine statin "
    "prazole tidine setron triptan caine curium curonium barbital azepam sulfa sulfon cef oxime".split()
)
_STARTS = ("cef", "ceph", "sulf", "sulph", "penicill", "amoxi", "fluclox", "co-amoxi", "clari", "erythro", "azithro")
_MOST_ALONE = 4  # words
_ACE = re.compile(r"\bace(?:[- ]?inhibitors?|is?)\b", re.IGNORECASE)
# What no allergen is: a verb or a drug that is taken, an age, a vital sign, a value with its unit, a complaint.
_NEVER = re.compile(
    r"\b(?:on|takes?|taking|took|wants?|would|has|had|have|is|was|were|are|presents?|presented|presenting|complain\w*|"
    r"c/o|carr(?:y|ies)|herself|himself|came|brought|feels?|feeling|lives?|smokes?|drinks?|started|stopped|given|"
    r"denies|reports?|admitted|likely|"
    r"needs?|not|done|please|today|yesterday|now|pains?|aches?|headaches?|cough\w*|fevers?|vomit\w*|nausea|"
    r"breathless\w*|"
    r"dyspn\w+|wheez\w+|dizz\w+|collaps\w*|bleed\w*|seizures?|weakness|swelling|cellulitis|mrsa|mssa|abscess\w*|"
    r"infect\w*|sepsis|coloni[sz]\w*|confus\w+|fall|fell|injury)\b|"
    r"\b(?:bp|hr|rr|temp|t|sats?|spo2|o2|gcs|qtc|qt|bm|na|k|hb|wbc|crp|inr|egfr|cr|creat\w*|pulse|obs|ecg|ekg|ct|"
    r"cxr|mri|"
    r"bmi|weight|wt|height|age|aged)\b[\s:=]*(?:of\s+|is\s+)?\d|"
    r"\b\d+(?:\.\d+)?\s?(?:mg|mcg|g|ml|units?|mmol|mmhg|%|kg|bpm|tablets?|h|hours?|days?|weeks?|months?|years?|yo?)\b|"
    r"\b\d{1,3}\s?/\s?\d{1,3}\b|\b\d{1,3}\s?[mfMF]\b",
    re.IGNORECASE,
)
_WHOM = r"(?:him|her|them|me|you)"
# What leads from a substance to what it did, told in a clause: "gave him a rash", "makes her feel sick".
GAVE = (
    rf"\b(?:gives?|gave|giving|makes?|made|making|(?:brings?|brought|bringing)(?= {_WHOM} out)) {_WHOM}\b(?: feel\b)?"
)
# What says by itself what it did: "upsets his stomach", "disagrees with her".
UPSET = (
    r"(?P<did>\b(?:(?:always|usually|often|really|just|badly) )?(?:upset(?:s|ting)?|irritat(?:es?|ed|ing)|hurts?) "
    r"(?:(?:his|her|my|the|their) )?(?:stomach|tummy|guts?|belly|bowels)\b[^.;,\n]{0,30}|"
    rf"\bdisagree(?:s|d|ing)? with {_WHOM}\b[^.;,\n]{{0,30}}|"
    rf"\b(?:does(?:n['’]?t| not)|did(?:n['’]?t| not)|never) (?:agreed? with|suit(?:ed)?) {_WHOM}\b[^.;,\n]{{0,30}}|"
    rf"\bdoes(?:n['’]?t| not) (?:agree|suit)\b[^.;,\n]{{0,30}})"
)
NOT_TOLERATED = (
    r"(?:can(?:not|['’]?t)|could(?: not|n['’]?t)|did(?: not|n['’]?t)|does(?: not|n['’]?t)|(?:unable|not able) to|not) "
    r"tolerat(?:e|ing|ed)"
)
# What a drug does to many who are not allergic to it: where the record says that there is no allergy, it means this.
_SIDE_EFFECT = re.compile(
    r"\b(?:stomach|tummy|guts?|belly|bowels|disagree\w*|agree\w*|suit\w*|sick\w*|nause\w+|queasy|vomit\w*|throw\w*|ill|"
    r"diarrh\w+|the runs|loose|constipat\w*|heartburn|indigestion|reflux|cramps?|wind|bloat\w*|headaches?|dizz\w+|"
    r"drows\w+|sleepy|woozy|tired|cough\w*|palpitations|jittery|shaky|muscle|aches?|gi\b|upset|loopy|mad|crazy|"
    r"funny|hyper|nightmares|"
    r"hallucinat\w*|confus\w*|deliri\w*)\b",
    re.IGNORECASE,
)
_ALLERGIC = re.compile(
    r"anaphyl|rash|hives|urticari|itch|swell|swollen|angio|wheez|bronchosp|blister|collaps|throat|lips?\b|tongue|"
    r"\bface|spots|weals|sjs|stevens|dress\b|hypotens|breath",
    re.IGNORECASE,
)
# How an item goes on that says what the substance did.
_NOT_TOLERATED = re.compile(rf"\b{NOT_TOLERATED}\b", re.IGNORECASE)
_TOLD = re.compile(rf"(?P<gave>{GAVE})|{UPSET}|(?P<none>\b{NOT_TOLERATED}\b)", re.IGNORECASE)
_WORDS = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_DID = re.compile(
    r"^\W*[\w][\w' /-]{1,40}?\s*(?:\(|\s[-–—>]+\s?|:|→|=|\bcaus\w+|\bgives\b)\s*(?:\w+\s){0,3}?"
    r"(?:anaphyla\w+|rash\w*|hives|urticaria\w*|itch\w*|angio-?o?edema|swell\w*|swollen|wheez\w*|bronchospasm|"
    r"asthma|sjs|"
    r"stevens|dress|blister\w*|nausea|vomit\w*|diarrh\w*|gi\b|upset|unknown|mild|severe|intoleran\w*|collapse\w*|"
    r"hypotension|cough\w*|flush\w*|red man|throat|lips?|tongue|face|facial|contact|dermatitis|"
    r"confus\w*|drows\w*|halluc\w*|dystoni\w*|"
    r"hepatitis|jaundice|fever|reaction|child\w*|\d{4})",
    re.IGNORECASE,
)
_BEFORE_DID = re.compile(rf"\s[-–—>]+\s|[(（:→=]|\bcaus\w+\b|\bgives?\b|(?:{GAVE}|{UPSET})", re.IGNORECASE)
_REACTION = re.compile(r"^\W*(?:reactions?|severity|type)\b\s*[:(-]?", re.IGNORECASE)


def is_allergen(word: str) -> bool:
    """Does this word name something that people are allergic to?

    >>> is_allergen("Cefalexin"), is_allergen("BP")
    (True, False)
    """
    plain = word.lower().strip(" .:;,()*-")
    return plain in _NAMES or (len(plain) > 5 and (plain.endswith(_ENDS) or plain.startswith(_STARTS)))


def is_allergen_alone(item: str) -> bool:
    """Does an item hold nothing but what is no drug: "Latex", "bee stings", "peanuts and eggs"?

    >>> is_allergen_alone("bee stings"), is_allergen_alone("aspirin")
    (True, False)
    """
    words = [w for w in re.findall(r"[a-z][a-z-]*", item.lower()) if w not in ("and", "or", "allergy", "only")]
    return 0 < len(words) <= _MOST_ALONE and NO_DRUGS.issuperset(words)


def names_allergen(item: str) -> bool:
    """Does an item of a list begin with, or hold, such a word, or does it say what the substance did?"""
    words = re.findall(r"[A-Za-z][A-Za-z0-9-]*", item)[:4]
    return any(map(is_allergen, words)) or _ACE.search(item) is not None or says_reaction(item)


def says_reaction(item: str) -> bool:
    """ "Bumetanide - rash", "Reaction: hives": the item says what something did."""
    return _DID.match(item) is not None or _REACTION.match(item) is not None


def tells_reaction(item: str) -> bool:
    """Does a clause tell of a substance that it is not tolerated?

    "We gave him Calpol" and "ibuprofen gave her relief" tell of none.

    >>> tells_reaction("codeine makes her sick"), tells_reaction("ibuprofen gave her relief")
    (True, False)
    """
    told = _TOLD.search(item)
    if told is None:
        return False
    named = item[: told.start()] if told.start("none") < 0 else item[told.end() :]
    return any(map(is_allergen, _WORDS.findall(named))) and (
        told.start("gave") < 0 or any(said.search(item, told.end()) for said in (_SIDE_EFFECT, _ALLERGIC))
    )


def is_side_effect(reaction: str | None) -> bool:
    """Is what a substance did nothing but what it does to many who are not allergic to it?

    >>> is_side_effect("upsets his stomach"), is_side_effect("sick and a rash")
    (True, False)
    """
    return reaction is not None and _SIDE_EFFECT.search(reaction) is not None and _ALLERGIC.search(reaction) is None


def is_no_allergen(item: str) -> bool:
    """Is this something that cannot stand in a list of allergies: "On warfarin 3 mg", "BP 80/40", "chest pain"?

    What stands behind a dash or in brackets is the reaction, and says nothing of the substance.
    """
    head = _NOT_TOLERATED.sub("", _BEFORE_DID.split(item, maxsplit=1)[0])
    return _NEVER.search(head) is not None


_ANTIBIOTIC_ENDS = tuple(
    "cillin cillins cycline cyclines oxacin mycin mycins micin floxacin nidazole penem bactam planin prim".split()
)
_ANTIBIOTICS = frozenset(
    "pen pcn penv peng augmentin co-amoxiclav tazocin amoxil magnapen septrin bactrim co-trimoxazole sulfa sulpha "
    "sulfas "
    "sulfonamide sulfonamides sulphonamide sulphonamides cephalosporin cephalosporins macrolide macrolides quinolone "
    "quinolones fluoroquinolone fluoroquinolones tetracycline tetracyclines nitrofurantoin flagyl keflex".split()
)
# Not taken day by day without a word, so that an alert of one means that it must not be given.
_SUSPECTS = frozenset(
    "aspirin nsaid nsaids ibuprofen naproxen diclofenac codeine morphine latex contrast iodine chlorhexidine "
    "suxamethonium rocuronium lidocaine".split()
)


def is_antibiotic(word: str) -> bool:
    """Is it an antibiotic, by the look of its name?

    >>> is_antibiotic("flucloxacillin"), is_antibiotic("warfarin")
    (True, False)
    """
    plain = word.lower().strip(" .:;,()*-").split(" ")[0]
    return (
        plain in _ANTIBIOTICS
        or plain.endswith(_ANTIBIOTIC_ENDS)
        or plain.startswith(("cef", "ceph", "pencil", "penicil"))
    )


def is_suspect(word: str) -> bool:
    """Is it one of those that are in an alert because they are not tolerated?"""
    return word.lower().strip(" .:;,()*-") in _SUSPECTS


_CONTACTS = frozenset(
    "metal metals cosmetics cosmetic sun sunlight insect insects animal animals mosquito mosquitoes bites chlorine "
    "paint "
    "wool detergent detergents soap soaps hair fur house tree weed ragweed spices chocolate fruit fruits vegetables "
    "meat "
    "pork beef chicken tomatoes onion onions garlic alcohol wine beer silicone micropore zinc-oxide".split()
)
_LIKE_BETA_LACTAM = re.compile(
    r"\b(?:pen|pini|amox|ampi|fluc|ceph|cef|kef|augm|taz|pip)|il+[aie]?n\w?\b|\w{3}pen\b", re.IGNORECASE
)


def is_no_drug(item: str) -> bool:
    """Does an allergen that no drug matches name something that is none: "cat hair", "tree pollen"?

    >>> is_no_drug("cat hair"), is_no_drug("foozolam")
    (True, False)
    """
    return not (NO_DRUGS | _CONTACTS).isdisjoint(re.findall(r"[a-z][a-z-]*", item.lower()))


def looks_like_beta_lactam(item: str) -> bool:
    """Does a word that is the name of nothing look like a penicillin or a cephalosporin?

    >>> looks_like_beta_lactam("penasylin"), looks_like_beta_lactam("foozolam")
    (True, False)
    """
    return _LIKE_BETA_LACTAM.search(item) is not None
