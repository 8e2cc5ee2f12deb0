"""What else a word of a note may stand for when names are looked for, and words of names that go without saying."""

from __future__ import annotations

from core.knowledge.words import stem

# Noun and adjective of one part of the body, Latin plurals, and two words for one thing, that stemming leaves apart.
# A word keeps its own meaning beside these: they are tried as well, and a name that spells the word out wins.
_FAMILIES = (
    "patella patellar", "clavicle clavicular", "scapula scapular", "maxilla maxillary", "tibia tibial",
    "fibula fibular", "femur femoral", "humerus humeral", "ulna ulnar", "retina retinal", "cornea corneal",
    "cochlea cochlear", "uvula uvular", "phalanx phalanges phalangeal", "pinna pinnae pinnal", "pancreas pancreatic",
    "spleen splenic", "stomach gastric", "duodenum duodenal", "colon colonic", "rectum rectal", "anus anal",
    "prostate prostatic", "uterus uterine", "ovary ovarian", "vagina vaginal", "scrotum scrotal", "penis penile",
    "breast mammary", "thorax thoracic", "throat pharynx", "tongue lingual", "gum gingival gingiva",
    "nose nasal", "forehead frontal", "foot feet", "vertebra vertebrae", "pelvis pelvic", "umbilicus umbilical navel",
    "groin inguinal", "axilla axillary armpit", "buttock gluteal", "sternum sternal breastbone", "urethra urethral",
    "stenosis stenotic narrowing", "acoustic vestibular", "pterygium webbing",
    "occult occulta", "disposition demeanor", "arthrogryposis arthrogryposes", "itch pruritus itching",
    "bruise ecchymosis", "perspiration diaphoresis sweating", "phlegm sputum", "burping belching", "giddy dizzy",
)  # fmt: skip
# The word of a note, and what a name may call it: not the other way round.
_WIDER = {
    "impairment": "abnormal", "impediment": "abnormal", "patch": "spot", "neurinoma": "neuroma",
    "cranial": "intracranial", "oed": "edema", "crep": "crackle",
}  # fmt: skip
# Words of a name that go without saying, and beside which words; with nothing, beside any two.
_OMITTED = {
    "congenital": "talus", "conspicuous": "", "malignant": "mesothelioma", "cerebellar": "vermis", "jaw": "keratocyst",
    "localized": "lesion",
}  # fmt: skip


def _families() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for family in _FAMILIES:
        stems = {stem(word) for word in family.split()}
        for one in stems:
            found[one] = (*found.get(one, ()), *sorted(stems - {one}))
    for word, other in _WIDER.items():
        found[stem(word)] = (*found.get(stem(word), ()), stem(other))
    return found


STANDS_FOR = _families()
OMITTED = {stem(word): frozenset(stem(w) for w in beside.split()) for word, beside in _OMITTED.items()}
# Words that speak of the form of a part, and not of its work.
FORM = frozenset("malformation malformations malformed dysmorphic structure shape".split())
# Words behind a name that speak of the same thing: "abnormal heart findings".
SAME_THING = FORM | frozenset(
    "morphology appearance appearances development form formation anatomy findings finding phenotype seen noted found "
    "reported observed detected present also not".split()
)
# Words that are spelt as they should be, and that no name has: the speller would make another word of them.
NEVER_MISSPELT = frozenset(
    "academia accessor adopted adoptive advertise affects alphabet altitude appealing atomic attitude became beside "
    "biases browse caches camping cardia carriers catalyse causal caution ceiling centred clamping clamped clause "
    "clauses clones cloned closer closest clutter committee compliment conformed cooked corpora county crypto deceased "
    "decide decided deliver delivers denote deprived diluted dilution diurnal doubted driven driver drivers eighty "
    "evaluation evaluations evidenced exiting expert experts factory farmed fellow funding gained galleon grafting "
    "guilty halving handler hungary incubated inflected inspect inspects intern interns latter linkage listed "
    "listing lowest macrovascular master meditation multiply multiplied nothing nucleotide optimally packets painter "
    "pending platinum plural polling popular pouring preset priori processus radical radiography regain regained "
    "rejection remaining remained resent resets resting riding sample samples saying scared seeding sending sender "
    "sensor serious seriously sifted sifting simpler simply slated sliding solves speedy spiral sports spring stacking "
    "stakes stapled station stations sticky stocking stockings stories stripping subtraction suites supple talking "
    "tables tabular tampered tapping teacher teachers thanks theirs thirty threats tinted topical topics tracing "
    "tracker trough troughs trusting tuning vehicular waiter weighed weighs wheels wondering polyarteritis "
    "hemithorax".split()
)
