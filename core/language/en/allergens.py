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
_NO_DRUGS = frozenset(
    "latex rubber plaster plasters elastoplast tape adhesive dressings nickel peanut peanuts nut nuts tree-nuts almond "
    "almonds cashew cashews walnut walnuts hazelnut hazelnuts sesame soya soy egg eggs milk dairy lactose gluten "
    "wheat fish shellfish prawn prawns shrimp shrimps crab lobster seafood kiwi banana avocado strawberry "
    "strawberries mango tomato mustard celery lupin bee bees wasp wasps sting stings venom pollen pollens grass "
    "dust dustmite mites mould mold cat cats dog dogs dander horse horses feathers hay hayfever perfume perfumes "
    "fragrance hair-dye lanolin food foods".split()
)
_NAMES = _DRUGS | _NO_DRUGS
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
    r"c/o|came|brought|feels?|feeling|lives?|smokes?|drinks?|started|stopped|given|denies|reports?|admitted|likely|"
    r"needs?|not|done|please|today|yesterday|now|pains?|aches?|headaches?|cough\w*|fevers?|vomit\w*|nausea|breathless\w*|"
    r"dyspn\w+|wheez\w+|dizz\w+|collaps\w*|bleed\w*|seizures?|weakness|swelling|cellulitis|mrsa|mssa|abscess\w*|infect\w*|sepsis|coloni[sz]\w*|confus\w+|fall|fell|injury)\b|"
    r"\b(?:bp|hr|rr|temp|t|sats?|spo2|o2|gcs|qtc|qt|bm|na|k|hb|wbc|crp|inr|egfr|cr|creat\w*|pulse|obs|ecg|ekg|ct|cxr|mri|"
    r"bmi|weight|wt|height|age|aged)\b[\s:=]*(?:of\s+|is\s+)?\d|"
    r"\b\d+(?:\.\d+)?\s?(?:mg|mcg|g|ml|units?|mmol|mmhg|%|kg|bpm|tablets?|h|hours?|days?|weeks?|months?|years?|yo?)\b|"
    r"\b\d{1,3}\s?/\s?\d{1,3}\b|\b\d{1,3}\s?[mfMF]\b",
    re.IGNORECASE,
)
# How an item goes on that says what the substance did.
_DID = re.compile(
    r"^\W*[\w][\w' /-]{1,40}?\s*(?:\(|\s[-–—>]+\s?|:|→|=|\bcaus\w+|\bgives\b)\s*(?:\w+\s){0,3}?"
    r"(?:anaphyla\w+|rash\w*|hives|urticaria\w*|itch\w*|angio-?o?edema|swell\w*|swollen|wheez\w*|bronchospasm|asthma|sjs|"
    r"stevens|dress|blister\w*|nausea|vomit\w*|diarrh\w*|gi\b|upset|unknown|mild|severe|intoleran\w*|collapse\w*|"
    r"hypotension|cough\w*|flush\w*|red man|throat|lips?|tongue|face|facial|contact|dermatitis|"
    r"confus\w*|drows\w*|halluc\w*|dystoni\w*|"
    r"hepatitis|jaundice|fever|reaction|child\w*|\d{4})",
    re.IGNORECASE,
)
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
    return 0 < len(words) <= _MOST_ALONE and _NO_DRUGS.issuperset(words)


def names_allergen(item: str) -> bool:
    """Does an item of a list begin with, or hold, such a word, or does it say what the substance did?"""
    words = re.findall(r"[A-Za-z][A-Za-z0-9-]*", item)[:4]
    return any(map(is_allergen, words)) or _ACE.search(item) is not None or says_reaction(item)


def says_reaction(item: str) -> bool:
    """ "Bumetanide - rash", "Reaction: hives": the item says what something did."""
    return _DID.match(item) is not None or _REACTION.match(item) is not None


def is_no_allergen(item: str) -> bool:
    """Is this something that cannot stand in a list of allergies: "On warfarin 3 mg", "BP 80/40", "chest pain"?

    What stands behind a dash or in brackets is the reaction, and says nothing of the substance.
    """
    head = re.split(r"\s[-–—>]+\s|[(（:→=]|\bcaus\w+\b|\bgives?\b", item, maxsplit=1)[0]
    return _NEVER.search(head) is not None
