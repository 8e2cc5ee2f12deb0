"""Words of findings in another sense: "fell asleep", "a rash decision", "a stroke of luck", "the sepsis six".

A finding all of whose words lie in such a phrase is none; one that reaches beyond it ("falls asleep in class") stands.
Each phrase has words of which one must stand in the sentence before its pattern is tried.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.language.en.senses_beside import BESIDE
from core.language.en.senses_placed import PLACED
from core.language.tokens import Sentence


class Sense(NamedTuple):
    """A phrase, and of which labels it says that they are not meant; None for all."""

    pattern: re.Pattern[str]
    labels: re.Pattern[str] | None = None


_FALLS = r"(?:fell|falls?|falling|fallen)"
_WHAT_FALLS = (  # values and things: nobody hurts himself by these
    r"(?:temperature|temp|fever|sat(?:uration)?s?|spo2|bp|pressure|pulse|rate|counts?|hb|haemoglobin|hemoglobin|"
    r"platelets?|"
    r"levels?|potassium|sodium|glucose|sugars?|creatinine|e?gfr|crp|weight|gcs|output|scores?|numbers?|prices?|sales|"
    r"night|rain|snow|leaves|cord|stump|hair|tooth|teeth|nail|toenail|stitch(?:es)?|scabs?|bottle|cup|book|phone|letter|"
    r"dressing|cast|plaster|curtain|silence)"
)
_SEARCH = (
    r"(?:screen\w*|six|6|bundle|pathway|protocol|tool|alert|trolley|bloods|work-?\s?up|leaflet|"
    r"campaign|awareness|advice|drill)"
)
_JABS = r"(?:immun\w+|vaccin\w+|jabs?|boosters?|shots?|inoculat\w+)"
_WISHES = (
    r"(?:get|go|return|know|start|leave|see|hear|be|have|find|please|help|talk|discuss|proceed|try|resume|continue|"
    r"work|"
    r"tell|meet|move|travel)"
)
_EVERYTHING = r"(?:everything|all sorts|lots|many things|anything|nothing|small|trivial|little things|minor|every)"


def _of(cues: str, pattern: str) -> tuple[str, str]:
    """The words that call for a pattern, and the pattern."""
    return cues, pattern


_PHRASES: tuple[tuple[str, str], ...] = (
    _of("fell fall falls falling fallen",
     rf"\b{_FALLS}\s+(?:(?:fast|sound|back)\s+)?(?:asleep|in love|in with|in line|through|behind|out with|"
     rf"out of love|ill|"
     r"sick|pregnant|apart|short|silent|under the|within|due|to bits|to pieces|flat on (?:his|her|its) ear|"
     r"into (?:a (?:\w+ )?(?:sleep|category|group|pattern|habit|routine|band|trap)|place|line|debt|conversation|"
     r"disrepair|arrears|the (?:\w+ )?(?:category|group|range|habit|band))|for (?:him|her|it|a (?:scam|con|trick))|"
     r"on (?:deaf ears|hard times|a (?:mon|tues|wednes|thurs|fri|satur|sun)day this)|"
     r"(?:steadily |slowly |further |again )?(?:from|to|by|below|under) (?:about |around )?\d)"),
    _of("fell fall falls falling fallen",
     rf"\b{_WHAT_FALLS}\b(?:\s+(?!and\b|he\b|she\b|when\b|then\b|after\b|"
     rf"before\b)[\w%/.]+){{0,3}}?\s+{_FALLS}(?:\s+(?:off|out))?\b"),
    _of("fall falls", rf"\bfalls?\s+(?:in|of)\s+(?:(?:his|her|the|my|blood|oxygen|serum)\s+)*{_WHAT_FALLS}\b"),
    _of("rash", r"\brash\s+(?:decisions?|promises?|choices?|acts?|actions?|moves?|judge?ments?|remarks?|words?|"
     r"statements?|"
     r"purchases?|driv\w+|behaviour|of (?:complaints?|burglaries|thefts|incidents|calls|errors|robberies))\b"),
    _of("dizzy dizzying", r"\bdizzy(?:ing)?\s+(?:heights?|pace|array|speeds?)\b"),
    _of("red redhanded", r"\bred\s?-?\s?handed\b"),
    _of("thick thin", r"\b(?:thick|thin)\s?-?\s?skinned\b"),
    _of("pale", r"\bpale\s+(?:ales?|lager|blue|green|pink|wood|imitation|into insignificance|walls?|shirts?)\b"),
    _of("blind blinds blinded", r"\bblind\s+(?:eye to|dates?|alley|faith|drunk|trial|study|corner|bend|luck|panic|"
     r"tasting)\b|"
     r"\b(?:double|single|triple|venetian|roller)\s?-?\s?blind(?:ed|s)?\b|\bblinds\b|"
     r"\bthe blind (?:was|is|were|down|up|shut)\b|\bblinded (?:study|trial|to|by)\b"),
    _of("deaf", r"\bdeaf to (?:all|advice|reason|pleas|warnings|criticism|his|her|their|our|the (?:advice|warnings?|"
     r"world))\b|"
     r"\bdeaf ears\b"),
    _of("sick tired weary", r"\b(?:sick|tired|weary)\s+(?:and tired\s+)?of\b(?! late)|\bsick (?:note|pay|leave|joke|"
     r"bay|line)\b"),
    _of("exhaust exhausted", r"\bexhausted?\s+(?:all|every|the|his|her|our|pipes?|fumes?|system|options?)\b"),
    _of("anxious eager itching aching keen", rf"\b(?:anxious|eager|itching|aching|keen)\s+to\s+{_WISHES}\b"),
    _of("thirsty hungry thirst hunger", r"\b(?:thirst|hunger|thirsty|hungry)\s+for\s+(?:knowledge|success|news|change|"
     r"information|revenge|power|attention|adventure|life|learning|more work)\b"),
    _of("worried worries worry worrying frightened scared",
     r"\b(?:worried|worries|worry|worrying|frightened|scared)\s+(?:about|that|over|by|he|she|it|this|they|for|"
     r"regarding|of)"
     rf"\b(?!\s+{_EVERYTHING})|\bworr(?:ied|ying)\s+(?:mothers?|fathers?|parents?|mum|family|wife|husband)\b"),
    _of("shaking shake shakes", r"\bshak(?:e|es|ing)\s+hands\b|\bshak(?:e|es|ing) (?:his|her|my|the|their) heads?\b"),
    _of("sweat sweats sweated sweating", r"\bno sweat\b(?! (?:at|on|when|during|in)\b)|\bsweat(?:s|ed|ing)?\s+(?:over|"
     r"it out)\b"),
    _of("faint", r"\bfaint\s+(?:lines?|smell|hope|praise|memory|signal|light|pencil)\b"),
    _of("pregnancy", r"\bpregnancy\s+(?:tests?|testing|kit|yoga|leaflet|clinic|unit|assessment unit)\b"),
    _of("numb numbs numbed numbing", r"\bnumb(?:s|ed|ing)?\s+(?:his|her|the|my|their)\s+(?:boredom|grief|feelings?|"
     r"mind|emotions?|sorrow|thoughts)\b"),
    _of("stroke strokes stroked stroking",
     r"\bstrokes?\s+of\s+(?:luck|genius|midnight|fate|fortune|good|bad|the (?:pen|oar|clock|brush))\b|"
     r"\b(?:breast|back|side|butterfly|swimming|brush|key|golf|master|pen|front)\s?-?\s?strokes?\b|"
     r"\b(?:strok(?:ed|ing)|(?:to|can|could|will|would|she|he|who|and) strokes?)\s+(?:the|his|her|my|its|their|"
     r"a (?!few|couple|number|day|week|month|year|decade|while|long))\b(?! (?:arm|leg|face|speech|side))|"
     r"\bstroke (?:volume|index|call|alert|pathway|association|work|play|awareness)\b|\bin one stroke\b"),
    _of("seizure seizures seized seizing seize seizes",
     r"\bseizures?\s+of\s+(?:\w+\s)?(?:drugs|goods|assets|property|power|cash|weapons|cannabis|equipment)\b|"
     r"\b(?:engine|brakes?|motor|machine|lock|hinge|police|officers?|customs|bailiffs)\s+(?:has |have |had )?seized\b|"
     r"\bseiz(?:ed|ing|es|e)\s+(?:the|an|his|her|every|upon|up|on the)\s+(?:opportunity|chance|day|moment|initiative|"
     r"drugs|goods|idea)\b|\bseized up\b|\bseizure (?:alarms?|monitor|mat|plan|diary|charts?|precautions|threshold|"
     r"first aid|dog|log)\b"),
    _of("pass passes passed passing", r"\bpass(?:ed|es|ing)?\s+out\s+(?:of (?!breath)|leaflets|sheets|flyers|copies|"
     r"forms|"
     r"sweets|cards|parade|from (?:\w+ )?academy|the (?:leaflets|forms|cards|sheets|papers|flyers|sweets|copies))"),
    _of("labour labor labourer laborer",
     r"\blabou?r\s+(?:party|relations|market|camp|intensive|costs?|force|day|exchange|council\w*|government|mp|"
     r"voter|club|"
     r"of love|saving|laws?)\b|\b(?:hard|manual|physical|child|forced|casual|farm|cheap|agency)\s+labou?r(?:er|"
     r"ers)?\b"),
    _of("depression", r"\bdepression\s+(?:over the|in the (?:road|ground|seat|carpet|wall|economy|soil)|era)\b|"
     r"\b(?:great|economic|tropical|atlantic)\s+depression\b"),
    _of("manic", r"\bmanic\s+(?:day|week|morning|month|time|schedule|monday|shift|rush)\b"),
    _of("jaundiced", r"\bjaundiced\s+(?:views?|opinion|outlook|attitude)\b"),
    _of("choked choking", r"\bchok(?:ed|ing)\s+(?:up (?:at|about|over|when (?:talking|speaking|telling|he talk|"
     r"she talk))|back "
     r"(?:tears|the tears)|the engine)\b"),
    _of("boil boils boiled boiling",
     r"\bboil(?:s|ed|ing)?\s+(?:over|the (?:water|kettle|egg|milk|pan)|(?:his|her)? ?water|eggs?|an egg|down|potatoes|"
     r"sweets?|dry|point|hot)\b|\b(?:kettle|water|milk|pan|pot)\b(?:\s+\w+){0,2}?\s+boil(?:s|ed|ing)?\b|"
     r"\bhard-?\s?boiled\b|"
     r"\boff the boil\b|\bto (?:a|the) boil\b"),
    _of("smoke smokes smoked smoking",
     r"\bsmoke\s+(?:alarms?|detectors?|free|screens?|signals?|machine|damage|and mirrors|from|filled|was|rose|came)\b|"
     r"\bsmok(?:es|ed|ing|e)\s+(?:(?:his|her|their|my|own|the)\s+)*(?:bacon|salmon|fish|meat|ham|cheese|sausages?|"
     r"haddock|"
     r"mackerel|chicken|glass|eel)\b|\b(?:fire|chimney|engine|car|oven|pan|toaster|barbecue|stove|candle)\s+"
     r"(?:still )?smok(?:ed|es|ing)\b|\bsmoking (?:gun|area|room|shelter|ban)\b"),
    _of("cough coughed coughs coughing", r"\bcough(?:ed|s|ing)?\s+up\s+(?:(?:the|his|her|some|more|for)\s+)*(?:money|"
     r"cash|rent|"
     r"fees?|payment|bail|deposit|£|\$)"),
    _of("appetite", r"\b(?:(?:lost|losing|loss|no|poor|little|lacks?|of|an?)\s+)?(?:(?:his|her|my|all|the|an?|"
     r"any)\s+)*appetite\s+"
     r"for\s+(?:risk|work|life|change|adventure|success|learning|power|a fight|politics|study)\b"),
    _of("pain", r"\bno pain\s?,? no gain\b|\bpain (?:in the neck of|au chocolat)\b|\bpain\s?staking\b"),
    _of("drop drops", r"\b(?:eye|ear|nose|nasal|lubricating|steroid|antibiotic)\s?-?\s?drops?\b"
     r"(?!\s+(?:by|when|at the end|in the evening|towards|as the day|down|shut))"),
    _of("arrest", r"\b(?:cardiac )?arrest (?:trolley|call|team|drill|simulation|training|box|rota|bleep)\b"),
    _of("sepsis", rf"\bsepsis {_SEARCH}\b"),
    # Who runs or joins one need not have it.
    _of("charity charities club society fundraiser",
     r"\b(?!has\b|and\b|with\b)[\w-]+\s+(?:charity|charities|club|society|fundraiser)\b"),
    _of("hepatitis hep measles rubella varicella chickenpox mumps tetanus flu influenza hpv polio rabies fever "
     "typhoid cholera meningitis covid pertussis shingles pneumonia",
     r"\b(?:hep(?:atitis)? ?[ab]?|measles|rubella|varicella|chickenpox|mumps|tetanus|flu|influenza|hpv|polio|rabies|"
     rf"yellow fever|typhoid|cholera|meningitis(?: [abcwy]+)?|covid(?:-19)?|pertussis|shingles|pneumonia)\s+{_JABS}\b"),
    _of("bug", r"\b(?:travel|software|computer|listening)\s+bug\b"),
    _of("wheeze wheezes cracked cracking", r"\b(?:good|clever|little)\s+wheeze\b|\bcrack(?:ed|ing)\s+(?:a joke|jokes|"
     r"the case)\b"),
    _of("voice", r"\b(?:found|lost|raised|has) (?:his|her|their|my) voice (?:on|in|at) the (?:committee|board|council|"
     r"meeting)\b"),
    _of("bruised bruise", r"\bbruis(?:ed|ing|e)\s+(?:his|her|my|their|an?)?\s*(?:ego|pride|feelings)\b"),
    # A scale, an examination, an enzyme and a drink that share a stem, or nearly so, with a finding.
    _of("coma", r"\bglasgow coma\b|\bcoma (?:scale|score)s?\b"),
    _of("palpation", r"\bpalpation\b"),
    _of("aspartate", r"\baspartate\b"),
    _of("alcohol", r"\balcohol\b"),
    _of("butterflies", r"\bbutterflies\b(?! rash)"),
    _of("irritable snappy touchy", r"\b(?:snappy dresser|snappy title|touchy subject)\b"),
    _of("breath", r"\bout of breath mints\b|\b(?:hold|holds|holding|held) (?:his|her|my|"
     r"your) breath for (?:the )?(?:result|news)\w*"),
    _of("shock", r"\bshock (?:absorbers?|result|news|announcement|wave therapy)\b|\bculture shock\b|"
     r"\bin for a shock\b"),
    _of("cancer", r"\bcancer (?:charity|charities|research|awareness|fundraiser|"
     r"campaign|leaflet|helpline|society|screening|screen|waiting time\w*|pathway|referral)\b"),
    _of("collapse collapsed", r"\b(?:shelf|roof|wall|ceiling|company|bridge|tent|chair|marriage|business|"
     r"building|bank)\s+"
     r"(?:has |had |have )?collapsed?\b|\bcollapsed (?:the|his|her) (?:pram|buggy|pushchair|umbrella|tent)\b"),
    _of("flood floods flooded flooding", r"\b(?:garden|house|cellar|basement|river|road|kitchen|bathroom|village|flat|"
     r"street|"
     r"field)\s+(?:has |had |was |is |got |often |always |keeps )?flood(?:s|ed|ing)?\b|\bflood (?:water|damage|"
     r"defences)\b"),
    _of("shoe shoes", r"\bshoes? (?:does|do|did) not fit\b"),
)  # fmt: skip
# Spaces between the digits: they are no fused or webbed ones.
_WEBS = _of(
    "web webs webspace webspaces",
    r"\b(?:toes?|fingers?|hand|interdigital|digital)\s+web\s?(?:s|spaces?)?\b|"
    r"\bweb\s?(?:s|spaces?)?\s+(?:of|between)\s+(?:\w+\s+){0,3}?(?:toes?|fingers?|digits)\b",
)
_WEBBED = r"yndactyly|[Ww]ebb"
# A day of a count is no habit: "40 a day" is, "day 40" is not.
_DAYS = _of("day days", r"\bday\s\d{1,3}\b|\b\d{1,3}\sdays?\b")
_DAILY = r"^smok"
# What is listened to before and after a cough: nobody has one for that.
_LISTENED = _of(
    "cough coughs coughing coughed",
    r"\b(?:clear\w*|chang\w+|alter\w*|shift\w*|persist\w*|remain\w*|disappear\w*|resolv\w*|mov(?:e|es|ed|ing)|better|"
    r"unchanged|go(?:es|ne)?(?: away)?|there)\s+(?:on|with|by|after|following|upon|despite)\s+"
    r"(?:(?:an?|deep|repeated|vigorous)\s+){0,2}cough\w*",
)
_COUGHED = r"cough"
# The heart on a trace is the child's.
_TRACED = _of(
    "bradycardia tachycardia bradycardic tachycardic bradycardias",
    r"\b(?:f(?:o)?et(?:al|us)|ctg|fhr?)\b[^.;,]{0,30}\b(?:brady|tachy)cardi\w+|"
    r"\b(?:brady|tachy)cardi\w+[^.;,]{0,25}\b(?:on|of) (?:the )?(?:ctg|f(?:o)?et(?:al|us)|fhr?)\b",
)
_PULSE = r"^(?:marked |sinus )?(?:brady|tachy)cardia$"
# What is drunk from a can.
_DRINK = _of(
    "coke",
    r"\b(?:(?:took|takes|taking|had|has|used?|drinks?|drank|drinking)\s+)?(?:an?|one|another|two|three|cans?|bottles?|"
    r"glass(?:es)?|lit(?:re|er)s?|sips?|mouthfuls?|diet|cherry|(?:rum|vodka|whisky|jd) and)\s+(?:of\s+)?(?:diet\s+)?"
    r"coke\b[^.;,]*|\b(?:drinks?|drank|drinking)\s+(?:\w+\s+){0,4}?coke\b[^.;,]*|\bcoke (?:zero|light|float|cans?|"
    r"bottles?)\b",
)
_POWDER = r"cocaine|recreational"


def _by_cue() -> dict[str, list[Sense]]:
    found: dict[str, list[Sense]] = {}
    for cues, pattern, labels in (
        *((c, p, None) for c, p in _PHRASES),
        (*_WEBS, _WEBBED),
        (*_DAYS, _DAILY),
        (*_LISTENED, _COUGHED),
        (*_TRACED, _PULSE),
        (*_DRINK, _POWDER),
        *PLACED,
        *BESIDE,
    ):
        sense = Sense(re.compile(pattern, re.IGNORECASE), re.compile(labels) if labels else None)
        for cue in cues.split():
            found.setdefault(cue, []).append(sense)
    return found


_SENSES = _by_cue()


def other_senses(sentence: Sentence) -> list[tuple[int, int, re.Pattern[str] | None]]:
    """The stretches of a sentence, in characters of its text, whose words name nothing; with the labels that they do
    not name, where it is not all."""
    cues = _SENSES.keys() & sentence.lowers
    if not cues:
        return []
    senses = {id(sense): sense for cue in cues for sense in _SENSES[cue]}
    return [
        (*match.span(), sense.labels)
        for sense in senses.values()
        for match in sense.pattern.finditer(sentence.text, sentence.start, sentence.end)
    ]
