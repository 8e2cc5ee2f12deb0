"""Phrases whose words name nothing: "went back to normal", "limp as a rag", "open my mouth"."""

from __future__ import annotations

from core.language.tokens import Sentence

_PHRASES = (
    # back, that is no part of the body
    "went back to|came back to|comes back to|back to normal|back to work|back to back|going back|come back|came back|"
    "comes back|goes back|got back|get back|gets back|lifted back|put back|back at|back from|back in|back on|"
    ""
    "spits back|held back|set back|round the back|"
    # cold things
    "cold compress|cold flannel|cold drink|cold drinks|"
    # mouth, foot, head and hand
    "open my mouth|open his mouth|open her mouth|open the mouth|mouth open|mouthful|mouthfuls|by mouth|word of mouth|"
    "foot falls|falls outwards|falls out|falling out|falling off|falls off|hair falling|hair not falling|"
    "on the other hand|to hand|head to toe|heel to toe|off my head|head off|"
    # water and food that are no colour of the skin
    "urine pale|pale urine|urine is pale|urine clear|pale yellow urine|pale straw|cut out|cut down|cut back|"
    "blister pack|blister packs|limp as a rag|flush away|to flush|hard to flush|and flush|"
    # time and manner
    "over the counter|at rest of|rest day|rest of|the rest|staring past|light meal|high street|"
    "sore bit|as well as usual|pulled a muscle|"
    "cold and hot|chest of drawers|chest physio|chest disease|chest infection tablets|"
    "shone a|stone cold|sick bug|sick note|sick pay|sick leave|sick bowl|off sick|rings won't|"
    # what is looked at
    "hold on|this week|this weekend|this month|should i be worried|should we be worried|to worry about|"
    "mini pill|mini - pill|minipill|progesterone only pill|progestogen only pill|progesterone - only pill|"
    "progestogen - only pill|"
    "> alert|alert ( 1 )|"
    "dusky patches|dusky patch|dusky blisters|dusky area|dusky bullae|"
    # doors and services
    "falls clinic|pain clinic|pain killers|pain killer|pain relief|pain score|stroke unit|heart attack clinic|"
    "cold feet about|heart foundation|pain words|"
    # taken for another thing; arms of a chromosome
    "be confused with|not be confused|is confused with|confused for|short arm of|long arm of"
)
_IDLE: dict[str, list[tuple[str, ...]]] = {}
for _phrase in _PHRASES.split("|"):
    _IDLE.setdefault(_phrase.split(" ")[0], []).append(tuple(_phrase.split(" ")))
for _alike in _IDLE.values():
    _alike.sort(key=len, reverse=True)


# Who or what is called after a disease that somebody has, not of need this patient: "the diabetes nurse".
_SERVICES = frozenset(
    "clinic clinics unit ward wards nurse nurses team teams service services consultant specialist specialists "
    "helpline society charity foundation association physician physiotherapist counsellor counselor leaflet leaflets "
    "poster campaign awareness fundraiser lecture textbook research researcher screen screens workup".split()
)
_OF_A_SERVICE = frozenset(
    "specialist support care outreach liaison community hospital rehabilitation rehab research assessment prevention "
    "early rapid access response advice management review screening surveillance clinical".split()
)


def is_service(sentence: Sentence, last: int) -> bool:
    """Is a name that ends before this token but what a clinic, a ward or a nurse is called after?"""
    lowers = sentence.lowers
    here = last
    while here < min(len(lowers), last + 3) and lowers[here] in _OF_A_SERVICE:
        if lowers[here] in _SERVICES:  # "specialist" may be either
            return True
        here += 1
    return here < len(lowers) and lowers[here] in _SERVICES


def idle(sentence: Sentence) -> set[int]:
    """The tokens of a sentence that stand in such a phrase."""
    lowers = sentence.lowers
    found: set[int] = set()
    if _IDLE.keys().isdisjoint(lowers):
        return found
    for i, word in enumerate(lowers):
        for phrase in _IDLE.get(word, ()):
            if tuple(lowers[i : i + len(phrase)]) == phrase:
                found.update(range(i, i + len(phrase)))
                break
    return found
