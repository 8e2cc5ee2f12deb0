"""How soon a red flag asks for the patient to be seen.

An entry says which findings are red flags of its disease; how much haste a flag asks for is a matter of the flag: fever
makes a cystitis one for today, weight loss makes a bowel complaint one for a referral, stridor is an emergency in any.
The classes are expert estimates; that suspected cancer is referred and not admitted follows NICE NG12 (Suspected
cancer: recognition and referral, 2015), which asks for an appointment within two weeks.
"""

from __future__ import annotations

import re

from core.diagnosis.observations import Observations
from core.knowledge.disease import Disease
from core.knowledge.schema import Urgency

# What most patients with a disease have is no sign that theirs is worse: the entry's own urgency allows for it.
TYPICAL = 0.5

# An emergency in whatever disease names it as a red flag: airway, breathing, circulation, consciousness, the nervous
# system, the acute abdomen, dying tissue, a heart about to fail.
ALARMS = frozenset(
    {
        # airway and breathing
        "HP:0010307", "HP:0005348", "HP:0002307", "HP:0012027", "HP:0025425", "HP:0040315", "BD:throat-tightness",
        "HP:0000961", "BD:infant-cyanosis", "BD:severe-hypoxaemia", "HP:0012418", "BD:severe-tachypnoea",
        "HP:0002098", "HP:0030864", "BD:grunting", "HP:0002104", "BD:paradoxical-breathing-or-exhaustion",
        "BD:silent-chest", "BD:respiratory-depression", "HP:0002747", "HP:0012416", "HP:0005972", "HP:0002107",
        "BD:multilobar-or-bilateral-infiltrates", "HP:0100598",
        "HP:0033710", "BD:sudden-breathlessness",
        # circulation and bleeding
        "HP:0031273", "HP:0002615", "HP:0001279", "BD:exertional-syncope", "BD:ventricular-arrhythmia",
        "BD:broad-complex-tachycardia", "BD:severe-bradycardia", "HP:0033415", "HP:6000046", "BD:raised-troponin",
        "BD:markedly-raised-troponin", "BD:chest-pain-at-rest", "BD:crescendo-pattern", "BD:prolonged-chest-pain",
        "BD:intimal-flap", "HP:6000049", "BD:widened-mediastinum", "HP:0002248", "HP:0002249",
        "BD:heavy-vaginal-bleeding", "BD:haemoperitoneum-on-imaging", "BD:limb-weakness-or-numbness-with-ischaemia",
        "BD:superior-vena-cava-syndrome", "HP:0031041", "BD:systemic-embolism",
        # consciousness and the nervous system
        "HP:0004372", "HP:0001259", "BD:altered-mental-status", "HP:0001289", "BD:acute-confusion", "HP:0002329",
        "HP:0001250", "BD:focal-neurological-deficit", "BD:sudden-focal-deficit", "HP:0001269",
        "BD:lower-face-weakness-forehead-spared", "BD:vertigo-with-brainstem-signs", "BD:central-nystagmus",
        "HP:0030907", "BD:severe-headache", "HP:0031179", "HP:0025258", "BD:ascending-weakness",
        "BD:saddle-anaesthesia", "BD:new-bladder-or-bowel-trouble", "HP:0002385", "BD:anticoagulant-use",
        "BD:psychosis-after-birth", "BD:thoughts-of-harming-baby", "BD:suicide-plan-or-means",
        # belly, pelvis, metabolism
        "BD:peritonism", "HP:0032545", "BD:free-air-under-diaphragm", "HP:0034754", "BD:bilious-vomiting-newborn",
        "BD:toxic-megacolon", "BD:charcot-triad", "BD:shoulder-tip-pain", "BD:tender-irreducible-groin-lump",
        "BD:sudden-onset-testicular-pain", "BD:high-riding-testis", "HP:0001558", "HP:0100519", "HP:0002153",
        "HP:0001942", "HP:0002151", "BD:kussmaul-breathing", "HP:0001943", "HP:0002045", "HP:0006554", "HP:0012164",
        # skin, limbs, eyes
        "BD:skin-necrosis-or-bullae", "BD:skin-crepitus", "BD:pain-out-of-proportion-to-skin",
        "BD:rapidly-spreading-soft-tissue-infection", "BD:skin-detachment", "HP:0100792", "BD:two-mucosae-eroded",
        "BD:limb-numbness-after-injury", "BD:pale-cold-limb", "HP:0100758", "BD:restricted-eye-movements",
        "HP:0000520", "HP:0100539",
    }
)  # fmt: skip

# Reasons to be seen today that by themselves are no emergency.
SAME_DAY = frozenset(
    {
        "HP:0001945", "BD:high-fever", "HP:0025145", "HP:0025143", "HP:0001649", "HP:0002013", "BD:persistent-vomiting",
        "HP:0001944", "HP:0011037", "BD:immunosuppression", "BD:pregnancy", "HP:0000952", "HP:0001254",
        "HP:0031589", "HP:0100716", "HP:0000713", "HP:0000746", "BD:severe-anaemia", "HP:0002105",
        "HP:0032043", "BD:muffled-voice", "HP:0000211", "HP:0002315", "HP:0002027", "HP:0200026",
        "HP:0010628", "HP:0007663", "BD:corneal-infiltrate", "BD:contact-lens-wear", "BD:hutchinson-sign",
        "HP:0001085", "HP:0030164", "BD:severely-raised-blood-pressure", "HP:0011227",
        "BD:cannot-bear-weight", "BD:large-joint-effusion", "HP:0025085",
        "HP:0000093", "BD:raised-blood-pressure", "BD:hypertension-in-pregnancy", "BD:entire-leg-swollen",
        "BD:looks-unwell", "BD:severe-pain", "BD:severe-neutropenia", "BD:mononeuritis-multiplex",
        "HP:0002094", "HP:0005110", "HP:0100546", "HP:0030148", "BD:active-cancer", "HP:6000106", "HP:0007902",
        "BD:left-lower-quadrant-mass", "BD:marked-leukocytosis",
    }
)  # fmt: skip

# Reasons for an appointment with somebody who looks into it: within days, not today.
REFERRAL = frozenset(
    {
        "HP:0001824", "HP:0000790", "HP:0002573", "HP:0002716", "BD:supraclavicular-lymphadenopathy",
        "BD:axillary-lymphadenopathy", "BD:neck-lump-hard", "HP:6000174", "HP:0001609",
        "HP:0002653", "BD:bone-pain-at-night", "BD:mass-at-metaphysis", "BD:sunburst-pattern", "HP:0031500",
        "BD:b-symptoms", "BD:change-in-bowel-habit", "BD:rectal-mass-on-examination", "BD:nocturnal-diarrhoea",
        "HP:0001903", "BD:postmenopausal-bleeding", "BD:cervical-mass", "BD:hard-fixed-breast-lump", "HP:0025533",
        "BD:bloody-nipple-discharge", "BD:nipple-retraction", "BD:hard-fixed-thyroid-nodule",
        "BD:painless-testicular-lump", "BD:cannonball-metastases", "BD:liver-mass-on-imaging",
        "BD:new-diabetes-with-weight-loss", "BD:migratory-thrombophlebitis", "BD:non-healing-skin-sore",
        "BD:rapidly-growing-skin-lump", "HP:0030521", "HP:0001508", "HP:0000716", "BD:language-regression",
        "BD:recurrent-falls", "BD:fragility-fracture", "BD:aspiration-risk", "BD:nodules-cysts-acne", "HP:0012593",
        "BD:perianal-crohn-lesions", "BD:sleepy-while-driving", "BD:family-history-of-sudden-death", "HP:0006530",
        "BD:mouth-erosions", "HP:0001541", "BD:knee-locking", "HP:0001026", "HP:0002015", "BD:changing-mole",
        "BD:asymmetric-multicoloured-pigmented-lesion", "BD:hoarseness-over-three-weeks",
    }
)  # fmt: skip


FAINTS = frozenset({"HP:0001279", "BD:exertional-syncope"})
# A faint in a heart known or heard to be obstructed or failing is assessed within a day (NICE CG109, Transient loss of
# consciousness in over 16s, 2010: a murmur, heart failure, or a faint on exertion).
SEEN_WITHIN_A_DAY = frozenset(
    {"aortic-stenosis", "hypertrophic-cardiomyopathy", "mitral-regurgitation", "pulmonary-arterial-hypertension"}
)
PERITONISM = "BD:peritonism"
# What makes of guarding over an inflamed bowel a peritonitis.
BEYOND_GUARDING = ("HP:0032545", "BD:rebound-tenderness", "BD:diffuse-abdominal-tenderness")
CLOUDED = frozenset({"HP:0004372", "BD:altered-mental-status", "HP:0001289", "HP:0002329"})
ALERT = "BD:alert-and-oriented"
RETRACTIONS = "HP:0030864"
# What makes of a mild indrawing of the chest an emergency: pauses in breathing, grunting, blue lips, a baby that feeds
# badly or is drowsy (NICE NG9, Bronchiolitis in children: diagnosis and management, 2015).
BESIDE_RETRACTIONS = (
    "HP:0002104", "BD:grunting", "HP:0000961", "BD:infant-cyanosis", "BD:use-of-accessory-muscles", "HP:0002098",
    "BD:severe-hypoxaemia", "HP:0012418", "BD:severe-tachypnoea", "BD:poor-feeding", "HP:0002329", "HP:0001254",
    "HP:0004372", "BD:looks-unwell", "BD:brief-spell-infant", "HP:0010307", "HP:0031273", "BD:age-under-28-days",
)  # fmt: skip
_MILD = re.compile(r"\b(?:mild(?:ly)?|minimal(?:ly)?|slight(?:ly)?|trace|minor)\b|轻度|轻微|稍", re.IGNORECASE)
_NOT_MILD = re.compile(r"\b(?:moderate|marked|severe|deep|significant)\b|中度|重度|明显", re.IGNORECASE)
# %, at least so much measured (NICE NG9: below 92 is for the hospital at once).
ENOUGH_OXYGEN = 92


def qualified(flag: str, observations: Observations) -> bool:
    """Does the record itself say that a flag which would be an emergency is a milder form of it, for today: guarding in
    one place without rebound or rigidity; a muddle in somebody who is found alert and oriented? Expert estimate."""
    if flag == PERITONISM:
        seen = observations.get(flag)
        implied = seen is not None and not seen.stated
        return implied and not any(observations.present(finding) for finding in BEYOND_GUARDING)
    if flag == RETRACTIONS:
        return _mild_retractions(observations)
    return flag in CLOUDED and observations.present(ALERT)


def _mild_retractions(observations: Observations) -> bool:
    """Is every indrawing that the record tells of called mild, in a child whose measured oxygen is enough?"""
    own = {RETRACTIONS, *BESIDE_RETRACTIONS}
    if any(observations.present(finding) and not _only_above(finding, observations) for finding in own - {RETRACTIONS}):
        return False
    words = [observations.text[max(0, start - 25) : end] for start, end in observations.spans(RETRACTIONS)]
    mild = bool(words) and all(_MILD.search(w) and not _NOT_MILD.search(w) for w in words)
    oxygen = observations.least("oxygen-saturation")
    return mild and oxygen is not None and oxygen >= ENOUGH_OXYGEN


def _only_above(finding: str, observations: Observations) -> bool:
    """Is it only what is more general than the indrawing itself ("respiratory distress")?"""
    seen = observations.get(finding)
    return seen is not None and not seen.stated and seen.spans == observations.spans(RETRACTIONS)


def haste(flag: str, disease: Disease) -> Urgency | None:
    """How soon a present red flag of a disease asks for the patient to be seen; None where it only says that the
    disease is typical.

    A flag of no class is specific to the diseases that name it: it makes one that can wait a matter of the day, and one
    of the day an emergency."""
    if flag in FAINTS and disease.id in SEEN_WITHIN_A_DAY:
        return "one-day"
    if flag in ALARMS:
        return "emergent"
    stated = next((w for w in disease.findings if w.id == flag), None)
    if stated is not None and stated.sensitivity is not None and stated.sensitivity >= TYPICAL:
        return None
    if flag in REFERRAL:
        return "one-week"
    if flag in SAME_DAY or disease.urgency in ("one-week", "self-care"):
        return "one-day"
    return "emergent"
