"""Word lists that finding names in running text needs: abbreviations, stop words, modifiers, normal findings."""

from __future__ import annotations

# Abbreviations as written (capitals count for two letters and fewer) and what they stand for. They are looked up in the
# vocabulary by name, so that an abbreviation of something nobody listed is simply not found.
ABBREVIATIONS: dict[str, str] = {
    "CP": "chest pain", "SOB": "shortness of breath", "sob": "shortness of breath",
    "DOE": "exertional dyspnea", "SOBOE": "exertional dyspnea",
    "HTN": "hypertension", "DM": "diabetes mellitus",
    "DM2": "type 2 diabetes mellitus", "T2DM": "type 2 diabetes mellitus", "T1DM": "type 1 diabetes mellitus",
    "HLD": "hyperlipidemia", "CAD": "coronary artery disease",
    "IHD": "ischemic heart disease", "CHF": "congestive heart failure", "HF": "heart failure",
    "AF": "atrial fibrillation", "Afib": "atrial fibrillation",
    "A-fib": "atrial fibrillation", "MI": "myocardial infarction", "NSTEMI": "myocardial infarction",
    "STEMI": "myocardial infarction", "PE": "pulmonary embolism", "DVT": "deep vein thrombosis",
    "VTE": "venous thromboembolism", "COPD": "chronic obstructive pulmonary disease", "CKD": "chronic kidney disease",
    "ESRD": "end stage renal disease", "AKI": "acute kidney injury",
    "UTI": "urinary tract infection", "URTI": "upper respiratory tract infection",
    "URI": "upper respiratory tract infection", "GERD": "gastroesophageal reflux", "GORD": "gastroesophageal reflux",
    "PUD": "peptic ulcer", "IBD": "inflammatory bowel disease", "IBS": "irritable bowel syndrome",
    "TIA": "transient ischemic attack", "CVA": "stroke", "SAH": "subarachnoid hemorrhage",
    "PND": "paroxysmal nocturnal dyspnea", "JVD": "jugular venous distension", "LOC": "loss of consciousness",
    "HA": "headache", "H/A": "headache", "N&V": "nausea and vomiting",
    "BRBPR": "hematochezia", "RUQ": "right upper quadrant", "OSA": "obstructive sleep apnea",
    "RA": "rheumatoid arthritis", "OA": "osteoarthritis", "SLE": "systemic lupus erythematosus",
    "MS": "multiple sclerosis", "PVD": "peripheral vascular disease", "PAD": "peripheral arterial disease",
    "BPH": "benign prostatic hyperplasia", "AAA": "abdominal aortic aneurysm",
    "SVT": "supraventricular tachycardia", "VT": "ventricular tachycardia", "LE edema": "lower limb edema",
    "AMS": "altered mental status", "LAD": "lymphadenopathy", "FTT": "failure to thrive",
    "ARDS": "acute respiratory distress syndrome", "TB": "tuberculosis", "PTX": "pneumothorax",
    "SBO": "small bowel obstruction", "ICH": "intracranial hemorrhage", "GIB": "gastrointestinal hemorrhage",
    "HIT": "heparin-induced thrombocytopenia", "HITT": "heparin-induced thrombocytopenia",
    "PD": "Parkinson's disease", "PSP": "progressive supranuclear palsy",
    "LBP": "low back pain", "NSAIDs": "NSAID use", "OCP": "oral contraceptive use",
    "HRT": "hormone replacement therapy", "BKA": "amputation", "abd pain": "abdominal pain", "PNA": "pneumonia",
    "HAP": "pneumonia", "VAP": "pneumonia", "LRTI": "lower respiratory tract infection", "DU": "duodenal ulcer",
    **{f"CKD{stage}": "chronic kidney disease" for stage in ("3", "3a", "3b", "4", "5")},
}  # fmt: skip
# What decides an abbreviation of two meanings: it is not the finding when one of these words stands beside it.
NOT_BESIDE: dict[str, frozenset[str]] = {
    "sob": frozenset("to story stories her him would could began uncontrollably quietly loudly a into".split()),
    "RA": frozenset("on % sat sats spo2 o2 saturation saturating satting air l".split()),
    "PE": frozenset(": exam".split()),
    "MS": frozenset("dr mr mrs ; : 4 morphine contin".split()),
    "MI": frozenset("mitral".split()),
    "AF": frozenset("afebrile".split()),
    "CP": frozenset("cerebral".split()),
    "HA": frozenset("hyaluronic".split()),
    "HIT": frozenset("he she they i was were got been being by his her my the a against head with who and".split()),
    "PD": frozenset(
        "dialysis peritoneal catheter on bags bag exchange exchanges fluid peritonitis renal capd apd".split()
    ),
    "PSP": frozenset("scale rating needle".split()),
}
# Letters that stand for symptoms only in company: "N/V/D", "F/C".
LETTERS = {"n": "nausea", "v": "vomiting", "d": "diarrhea", "f": "fever", "c": "chills"}
COMPANIES = ("nv", "nvd", "vd", "dv", "nvdc", "nd", "fc", "fcnv", "nvfc", "fnv", "nvf", "fcnvd", "nvdfc")
# Names that as ordinary words, in small letters, are not findings.
STOP_NAMES = frozenset(
    "acid all corn mole cutting hopping jumping hostile inertia rosette trance loxia rad id bo growth death anger "
    "lactate limp rest tearing tics sleep pain-free alone "
    "squint phobia falls fall shyness disease disorder abnormality lesion lesions mass symptom symptoms finding "
    "increased decreased abnormal cramp voice "
    "cracked crept creeping cracking collect collects collected collecting collection collections "
    "palpate palpates palpated palpating contract contracts contracted programme programmes program programs exhaust "
    "exhausts club clubs gallops galloping boss bosses bossed cave caves caved compulse camp camps raft rafts despair "
    "frighten frightens theatrics forest forests boxcar posture postures unrest purge reread cogwheel landscape soil "
    "wrestle wrestles thrive thrives meninges confuse confuses confusing "
    "faint oncology order ordering edge weight height loss hair skin short long large small".split()
) - frozenset({"limp", "anger", "tics", "squint", "mass", "falls", "tearing"})
# Who is meant where "premature" stands before another word.
NEWBORN = frozenset("baby babies birth child boy girl infant infants newborn newborns neonate neonates twins".split())
# Words that may stand inside a name without changing what it means.
MODIFIERS = frozenset(
    "left right bilater unilater upper lower mid middl anterior posterior later medial proxim distal central "
    "peripher diffus local general sever mild "
    "moder acut chronic sharp dull intermitt constant progress worsen mark slight mini signific new recent recurr "
    "persist sudden intens pleurit "
    "exert sometim occasion frequent minor major subtl gross both side lt rt l r bl b non his her patient area "
    "region level associ type stage "
    "possibl probabl multipl numer sever typic atyp congenit isol symmetr asymmetr primari secondari partial "
    "complet total deep superfici focal "
    "extens outer inner intern extern whole entir first second third fourth fifth one two three".split()
)
# A word of these between the words of a name parts them.
BARRIERS = frozenset(
    "no not without but deni except howev neg nor never neither which who then after befor while when becaus if "
    "radiat reliev follow improv due "
    "caus versus vs although though until normal absent present posit negat resolv patient started develop show "
    "reveal denies complain report state "
    "histori hx pt secondari result associ with includ cultur swab biopsi "
    "sampl specimen stain smear microscopi".split()
)
# Phrases that deny findings without a word of denial, or assert them under another name. Names are looked up.
NORMALS: dict[str, tuple[str, ...]] = {
    "afebrile": ("fever",), "afeb": ("fever",), "apyrexial": ("fever",), "apyrexic": ("fever",), "apyretic": ("fever",),
    "anicteric": ("jaundice",), "nontender": ("abdominal tenderness",), "non - tender": ("abdominal tenderness",),
    "nondistended": ("abdominal distension",), "non - distended": ("abdominal distension",),
    "clear to auscultation": ("crackles", "wheezing"), "lungs clear": ("crackles", "wheezing"),
    "lungs are clear": ("crackles", "wheezing"), "chest clear": ("crackles", "wheezing"),
    "chest is clear": ("crackles", "wheezing"), "ctab": ("crackles", "wheezing"), "ctabl": ("crackles", "wheezing"),
    "clear chest": ("crackles", "wheezing"),
    "clear lungs": ("crackles", "wheezing"), "lungs cta": ("crackles", "wheezing"), "neck supple": ("neck stiffness",
    ), "neck is supple": ("neck stiffness",), "supple neck": ("neck stiffness",), "neck : supple": ("neck stiffness",),
    "neck - supple": ("neck stiffness",), "normotensive": ("hypotension", "hypertension"),
    "alert and oriented": ("confusion",), "alert and orientated": ("confusion",), "a & ox3": ("confusion",),
    "a & o x3": ("confusion",), "a & o x 3": ("confusion",), "aox3": ("confusion",),
    "regular rate and rhythm": ("irregular pulse",), "rrr": ("irregular pulse",),
    "moist mucous membranes": ("dry mucous membranes",), "mucous membranes moist": ("dry mucous membranes",),
    "mmm": ("dry mucous membranes",),
    "non - diabetic": ("diabetes",), "nondiabetic": ("diabetes",), "non diabetic": ("diabetes",),
    "non - pregnant": ("pregnancy",), "nonpregnant": ("pregnancy",), "non - asthmatic": ("asthma",),
    "nonsmoker": ("smoking",), "non - smoker": ("smoking",), "never smoker": ("smoking",), "never smoked": ("smoking",
    ), "eupneic": ("tachypnea", "dyspnea"), "normal appetite": ("loss of appetite",),
        "appetite normal": ("loss of appetite",),
    "no pedal edema": ("lower limb edema",), "perrl": (), "soft abdomen": ("abdominal guarding",),
    "abdomen soft": ("abdominal guarding",), "abdomen is soft": ("abdominal guarding",),
    "abdo soft": ("abdominal guarding",), "abd soft": ("abdominal guarding",),
    "abdomen : soft": ("abdominal guarding",), "soft , nontender": ("abdominal guarding", "abdominal tenderness"),
    "soft , non - tender": ("abdominal guarding", "abdominal tenderness"),
    "abdo snt": ("abdominal guarding", "abdominal tenderness"), "abd snt": ("abdominal guarding",
    "abdominal tenderness"), "abdomen snt": ("abdominal guarding", "abdominal tenderness"),
    "nt / nd": ("abdominal tenderness", "abdominal distension"),
    "nt , nd": ("abdominal tenderness", "abdominal distension"),
    "ntnd": ("abdominal tenderness", "abdominal distension"),
    "jvp not raised": ("raised JVP",), "jvp not elevated": ("raised JVP",), "jvp normal": ("raised JVP",),
    "jvp flat": ("raised JVP",), "jvp not distended": ("raised JVP",), "jvp - not raised": ("raised JVP",),
    "jvp : not raised": ("raised JVP",), "jvp nr": ("raised JVP",),
    "calves snt": ("calf tenderness",), "calves soft": ("calf tenderness",), "calf snt": ("calf tenderness",),
    "calves are soft": ("calf tenderness",), "calves nontender": ("calf tenderness",),
    "calves non - tender": ("calf tenderness",),
}  # fmt: skip
# "Non-tender" alone speaks of the belly where the sentence does.
ABDOMINAL_NORMALS = frozenset(
    ("nontender", "non - tender", "nondistended", "non - distended", "nt / nd", "nt , nd", "ntnd")
)
ABDOMINAL = frozenset(
    "abdomen abdo abd abdominal belly tummy stomach soft nd nondistended distended bs benign guarding epigastrium "
    "quadrant ntnd gi".split()
)
SEVERITY = {
    "mild": "mild", "slight": "mild", "minor": "mild", "minimal": "mild", "trace": "mild", "moderate": "moderate",
    "severe": "severe", "intense": "severe", "excruciating": "severe",
    "marked": "severe", "massive": "severe", "worst": "severe", "terrible": "severe", "profound": "severe",
    "unbearable": "severe",
}  # fmt: skip
SIDES = {
    "left": "left",
    "right": "right",
    "bilateral": "bilateral",
    "bilaterally": "bilateral",
    "both": "bilateral",
    "lt": "left",
    "rt": "right",
    "left-sided": "left",
    "right-sided": "right",
}
