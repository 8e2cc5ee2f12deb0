"""Names that say less than they mean: a "mobile mass" is a lump of the breast only where nothing else is spoken of."""

from __future__ import annotations

from core.language.tokens import Sentence

# By the label of the finding: words beside which it is meant of another part, and those that bring it back.
_HEART = frozenset("cusp cusps leaflet valve valvular aortic mitral tricuspid atrial atrium ventricular echo".split())
_ELSEWHERE = {
    "smooth mobile breast lump": (
        _HEART | frozenset("abdomen abdominal neck thyroid groin scalp testicular pelvic bladder node nodes".split()),
        frozenset("breast breasts nipple boob".split()),
    ),
    "chest pain worse with coughing": (
        frozenset("head headache headaches migraine groin scrotal hernia back neck leg throat".split()),
        frozenset("chest rib ribs pleuritic sternum breathing breath inspiration".split()),
    ),
    "dome-shaped papules with a central dimple": (
        frozenset("navel umbilicus umbilical umbilically periumbilical belly cord stump".split()),
        frozenset("umbilicated umbilication dimple dimples dimpled dent dents pearly molluscum".split()),
    ),
    "drooling": (
        frozenset(
            "urine urinating urination pee peeing wee weeing micturition micturating voiding water stream".split()
        ),
        frozenset("saliva mouth chin drool drools drooling lips spit swallow swallowing".split()),
    ),
    "atrial fibrillation on ECG": (  # potassium takes the P waves as well
        frozenset("tented peaked hyperkalaemia hyperkalemia sine junctional k potassium".split()),
        frozenset("irregular irregularly af fibrillation fibrillatory".split()),
    ),
    "floppy infant": (
        frozenset("power reflexes plantars coordination".split()),
        frozenset("infant baby newborn neonate floppy child months weeks".split()),
    ),
    "normal kidneys on ultrasound": (
        frozenset("ct ctkub cect ncct mri mr tomography".split()),
        frozenset("ultrasound uss us sonography sonogram ultrasonography".split()),
    ),
}
# A bare effusion is that of the joint which was spoken of last.
_JOINT = frozenset(
    "knee ankle elbow hip wrist shoulder joint synovial aspirate aspirated crystals xtals urate chondrocalcinosis "
    "arthritis patella patellar".split()
)
_CHEST = frozenset(
    "pleural chest cxr lung lungs base bases basal hemithorax hemithoraces costophrenic bilateral echo thoracic".split()
)
# Labels that name a part, of which one of these words must be spoken here or in the sentence before.
_ONLY_BESIDE = {
    "chest pain at rest": frozenset(
        "chest angina anginal cardiac heart retrosternal substernal sternum breastbone precordial acs stemi nstemi mi "
        "gtn nitrate nitroglycerin troponin tightness ecg infarction coronary ihd cad".split()
    ),
    "boggy womb above the navel": frozenset(
        "boggy atony atonic contracted postpartum pph delivered delivery placenta placental birth lochia bleeding "
        "blood fundus umbilicus navel caesarean section".split()
    ),
    "not taking co-trimoxazole prophylaxis": frozenset(
        "hiv aids cd4 pcp pjp pneumocystis trimoxazole cotrimoxazole septrin bactrim trimethoprim sulfamethoxazole "
        "antiretroviral antiretrovirals art haart transplant transplanted immunosuppressed immunosuppression "
        "chemotherapy leukaemia leukemia rituximab".split()
    ),
}


def _speaks_of(words: frozenset[str], sentence: Sentence) -> bool:
    """Does one of them stand in the sentence, or else in the one before it?"""
    if not words.isdisjoint(sentence.lowers):
        return True
    before = sentence.before
    return before is not None and not words.isdisjoint(before.lowers)


def is_misplaced(label: str, sentence: Sentence) -> bool:
    """Is the finding of this label named by words that the sentence says of another part of the body?"""
    if label == "pleural effusion" and _CHEST.isdisjoint(sentence.lowers):
        return _speaks_of(_JOINT, sentence)
    beside = _ONLY_BESIDE.get(label)
    if beside is not None:
        return not _speaks_of(beside, sentence)
    rule = _ELSEWHERE.get(label)
    return rule is not None and not rule[0].isdisjoint(sentence.lowers) and rule[1].isdisjoint(sentence.lowers)
