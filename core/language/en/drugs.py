"""Drug names as notes clip them, and words of the dictionary that are no drug in a record."""

from __future__ import annotations

SHORT = {
    "asa": "aspirin",
    "ntg": "nitroglycerin",
    "gtn": "nitroglycerin",
    "nitro": "nitroglycerin",
    "mtx": "methotrexate",
    "pcn": "penicillin",
    "hctz": "hydrochlorothiazide",
    "tmp-smx": "trimethoprim and sulfamethoxazole",
    "ppi": "ppi",
    "ocp": "combined oral contraceptive",
    "ocps": "combined oral contraceptive",
    "cocp": "combined oral contraceptive",
    "hrt": "hormone replacement therapy",
    "lmwh": "lmwh",
    "ntx": "naltrexone",
    "abx": "antibiotics",
    "ics": "inhaled corticosteroid",
    "t4": "levothyroxine",
}
# Clipped names as they are written in small letters; what is as well a word of another kind is not among them.
CLIPPED = {
    "azithro": "azithromycin", "clarithro": "clarithromycin", "erythro": "erythromycin", "amox": "amoxicillin",
    "co-amox": "amoxicillin and clavulanic acid", "fluclox": "flucloxacillin", "pred": "prednisone",
    "methylpred": "methylprednisolone", "hydrocort": "hydrocortisone", "clinda": "clindamycin",
    "cipro": "ciprofloxacin", "doxy": "doxycycline", "ceftriax": "ceftriaxone", "vanco": "vancomycin",
    "mero": "meropenem", "furos": "furosemide", "atorva": "atorvastatin", "simva": "simvastatin",
    "rosuva": "rosuvastatin", "amio": "amiodarone", "tacro": "tacrolimus", "enox": "enoxaparin",
    "levothyrox": "levothyroxine", "pantop": "pantoprazole", "omep": "omeprazole", "gabapent": "gabapentin",
    "pregab": "pregabalin", "metop": "metoprolol", "biso": "bisoprolol", "rami": "ramipril",
}  # fmt: skip
# In the dictionary, but in a record a laboratory value, a word of another kind, or a substance of abuse.
NO_DRUG = frozenset(
    "aminotransferase aminotransferases transaminase transaminases sgot sgpt ggtp ggt ferritin procalcitonin hscrp "
    "cortisol ctab ctabl caps gaba mrna "
    "hbsag cigarette cigarettes "
    "hprt snrpn guaiac aromatase disulfide immunoglobulin cocain cocaine heroin marijuana amphetamine amphetamines "
    "alcohol ethanol bicarbonate folate "
    "thyrotropin gonadotropin ubiquitin tropomyosin neuraminidase tetrahydrofolate glucose oxygen water sodium "
    "potassium calcium magnesium chloride iron "
    "phosphate zinc copper creatinine urea lactate albumin bilirubin cholesterol hemoglobin haemoglobin "
    "insulin-like "
    "nicotine tobacco caffeine cannabis coffee tea honey milk egg eggs peanut peanuts latex shellfish saline fluids "
    "ice air contrast lead mercury arsenic "
    "tumor pain liver sugar salt fat starch talc charcoal drug drugs medication medications tablet tablets vaccine "
    "serum plasma blood platelets renin "
    "aldosterone prolactin troponin ammonia allergen pollen dust nickel gold silver lipase amylase trypsin "
    "histamine dopamine-like thrombin plasmin fibrin "
    "fibrinogen complement collagen keratin melanin elastin steroid-induced cobalamin homocysteine".split()
)
# Drugs that a laboratory measures as well: they need a dose, a way or a word of giving.
ALSO_MEASURED = frozenset(
    "testosterone estradiol oestradiol progesterone noradrenaline norepinephrine adrenaline epinephrine".split()
    + [f"vitamin {letter}" for letter in ("a", "b12", "b6", "c", "d", "d3", "e", "k")]
)
BIGRAM_FIRST = frozenset(
    "vitamin insulin folic ferrous potassium sodium magnesium calcium inhaled oral birth st fish omega co "
    "isosorbide valproic acetylsalicylic aspirin "
    "tiotropium ipratropium beclomethasone "
    "hydrocortisone zinc iron nitrofurantoin penicillin benzathine conjugated".split()
)
# Names of several words that say something else in a story, whole or by their last word.
SAID_OTHERWISE = frozenset(("clear eyes", "plan b", "s - 1", "t - 20", "compound w", "the pill", "intravenous iron"))
SAID_OTHERWISE_LAST = frozenset(
    "vaccine contrast medium cheese drinks products smoke meat soy food pods substitute salt extract toxoids "
    "live recombinant".split()
)
