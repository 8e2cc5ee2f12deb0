"""Word lists that reading numbers needs: everyday names of analytes beside the vocabulary's, and specimens."""

from __future__ import annotations

# Clipped names that notes use; the vocabulary's own names come first. Three letters and fewer as they are written.
ALIASES: dict[str, str] = {
    "Dbili": "direct-bilirubin", "D. bili": "direct-bilirubin", "conj bili": "direct-bilirubin",
    "Tbili": "bilirubin", "T.bili": "bilirubin", "SBR": "bilirubin", "lact": "lactate", "ferr": "ferritin",
    "fol": "folate", "Gluc": "glucose", "gluc": "glucose", "BMs": "glucose", "BM's": "glucose", "CBG": "glucose",
    "FSBG": "glucose", "BGL": "glucose", "BSL": "glucose",
    "FSBS": "glucose", "Accu-chek": "glucose", "Accuchek": "glucose", "fingerstick": "glucose",
    "finger stick": "glucose", "glycaemia": "glucose", "glycemia": "glucose", "OGTT": "glucose",
    "Leuko": "white-cell-count", "Leukos": "white-cell-count", "leucocytes": "white-cell-count",
    "Mono": "monocytes", "Baso": "basophils", "spec grav": "urine-specific-gravity",
    "Ionized Ca": "ionised-calcium", "Ionised Ca": "ionised-calcium", "adj Ca": "calcium", "corr Ca": "calcium",
    "corrected Ca": "calcium", "albumin-corrected calcium": "calcium", "Tcurrent": "temperature", "T°": "temperature",
    "Tcurr": "temperature", "Tc": "temperature", "Weights": "weight", "birth weight": "weight", "FC": "heart-rate",
    "resp": "respiratory-rate", "Kalium": "potassium", "Natrium": "sodium", "Kreatinin": "creatinine",
    "pain": "pain-score", "retics": "reticulocyte-percentage", "Bic": "bicarbonate", "CO2": "bicarbonate",
    "serum CO2": "bicarbonate",
    "Synacthen": "cortisol", "Trop-T": "troponin-t", "Trop-I": "troponin-i", "haemoglobins": "haemoglobin",
    "sinus rhythm rate": "heart-rate", "ECG: rate": "heart-rate", "ECG rate": "heart-rate", "NSR": "heart-rate",
    "MVO2": "mixed-venous-saturation", "osm": "osmolality", "osmol": "osmolality", "osmo": "osmolality",
}  # fmt: skip
ALIASES |= {
    "CTG baseline": "fetal-heart-rate", "CTG: baseline": "fetal-heart-rate", "CTG baseline rate": "fetal-heart-rate",
    "CTG: baseline rate": "fetal-heart-rate", "CTG - baseline": "fetal-heart-rate", "baseline FHR": "fetal-heart-rate",
    "FHR baseline": "fetal-heart-rate", "fetal heart rate baseline": "fetal-heart-rate",
    "CTG rate": "fetal-heart-rate", "foetal heart": "fetal-heart-rate", "fetal heart heard": "fetal-heart-rate",
    "foetal heart heard": "fetal-heart-rate", "foetal heartbeat": "fetal-heart-rate", "FHH": "fetal-heart-rate",
    "fetal HR": "fetal-heart-rate", "foetal HR": "fetal-heart-rate", "fetal pulse": "fetal-heart-rate",
    "fetal heart auscultated": "fetal-heart-rate", "fetal heart present": "fetal-heart-rate",
    "hs-trop": "high-sensitivity-troponin-t", "hs trop": "high-sensitivity-troponin-t",
    "low-density lipoprotein cholesterol": "ldl-cholesterol", "LDL-cholesterol": "ldl-cholesterol",
    "low density lipoprotein cholesterol": "ldl-cholesterol", "HDL-cholesterol": "hdl-cholesterol",
    "high-density lipoprotein cholesterol": "hdl-cholesterol",
    "high density lipoprotein cholesterol": "hdl-cholesterol",
    "Li+": "lithium-level", "VL": "hiv-viral-load", "HIV VL": "hiv-viral-load", "RCC": "red-cell-count",
    "head circ": "head-circumference", "CCP": "anti-ccp", "NEWS": "news2-stated", "CD4": "cd4-count",
    "C3": "complement-c3", "C4": "complement-c4", "IgG": "igg", "IgA": "iga", "IgM": "igm", "IgE": "ige",
    "Vit D": "vitamin-d", "vitamin D": "vitamin-d", "25-OH vit D": "vitamin-d", "GH": "growth-hormone",
    "PCR": "protein-creatinine-ratio", "ACR": "albumin-creatinine-ratio", "kappa": "kappa-light-chains",
    "lambda": "lambda-light-chains", "anti Xa": "anti-xa", "renin": "direct-renin", "QTc": "qtc-interval",
    "waist": "waist-circumference", "INR ratio": "inr", "B2M": "beta2-microglobulin",
}  # fmt: skip
# Names that are as well drugs or plain words.
GUARDED: dict[str, str] = {
    "Vanc": "vancomycin-level", "Vanco": "vancomycin-level", "vancomycin": "vancomycin-level",
    "Gent": "gentamicin-trough", "gentamicin": "gentamicin-trough", "Tac": "tacrolimus-level",
    "Tacro": "tacrolimus-level", "Dig": "digoxin-level", "EtOH": "ethanol-level", "ethanol": "ethanol-level",
    "alcohol": "ethanol-level", "prog": "progesterone", "protein": "total-protein", "prot": "total-protein",
    "QRS": "qrs-duration", "PR": "pr-interval", "MTX": "methotrexate-level", "paracetamol": "paracetamol-level",
    "acetaminophen": "paracetamol-level", "salicylate": "salicylate-level",
}  # fmt: skip
NEVER_SHORT = frozenset("heparin insulin oxygen water blood total free cell cells".split())
# The same name with another unit is another quantity.
SIBLINGS: dict[str, str] = {
    "fvc-percent": "fvc-volume", "fev1-percent": "fev1-volume", "neutrophils": "neutrophil-percentage",
    "lymphocytes": "lymphocyte-percentage", "eosinophils": "eosinophil-percentage",
    "monocytes": "monocyte-percentage", "basophils": "basophil-percentage", "reticulocytes": "reticulocyte-percentage",
    "reticulocyte-percentage": "reticulocytes", "urine-protein": "urine-protein-24h", "direct-renin":
    "plasma-renin-activity", "weight": "birth-weight",
}  # fmt: skip
ANNOUNCING: dict[str, str] = {
    "satting": "oxygen-saturation", "saturating": "oxygen-saturation", "desaturated": "oxygen-saturation",
    "desaturating": "oxygen-saturation", "desaturates": "oxygen-saturation", "desats": "oxygen-saturation",
    "desat": "oxygen-saturation", "hypoxic": "oxygen-saturation", "tachycardic": "heart-rate",
    "bradycardic": "heart-rate", "tachypneic": "respiratory-rate", "tachypnoeic": "respiratory-rate",
    "febrile": "temperature", "pyrexial": "temperature", "fever": "temperature", "tmax": "temperature",
    "发热": "temperature", "afebrile": "temperature", "hyperglycemic": "glucose", "normocardic": "heart-rate",
    "sinus tachycardia": "heart-rate", "sinus rhythm": "heart-rate",
}  # fmt: skip
PRESSURE_NAMES = (
    "bp", "blood pressure", "b/p", "nibp", "血压", "bp's", "bps", "blood pressures", "hypotensive", "hypertensive",
    "art line", "arterial line", "a-line", "abp",
)  # fmt: skip
# Analytes that mean something else in another fluid; what the vocabulary calls them there. A value of a fluid for which
# the vocabulary has no name is no value of the blood.
SPECIMENS: dict[str, str] = {
    "csf": "csf", "lp": "csf", "lumbar puncture": "csf", "cerebrospinal fluid": "csf", "urine": "urine",
    "urinary": "urine", "ua": "urine",
    "urinalysis": "urine", "urine dip": "urine", "dipstick": "urine", "urine dipstick": "urine",
    "pleural fluid": "pleural", "pleural": "pleural", "pleural tap": "pleural",
    "ascitic fluid": "ascitic", "ascitic tap": "ascitic", "ascitic": "ascitic",
    "ascites": "ascitic", "peritoneal fluid": "ascitic", "paracentesis": "ascitic",
    "synovial fluid": "synovial", "joint aspirate": "synovial", "knee aspirate": "synovial",
    "ankle aspirate": "synovial", "hip aspirate": "synovial", "aspirate": "synovial", "joint fluid": "synovial",
    "joint tap": "synovial", "knee tap": "synovial", "synovial": "synovial", "knee fluid": "synovial",
    "sweat": "sweat", "drain fluid": "drain", "pericardial fluid": "pericardial",
}  # fmt: skip
BLOOD = ("serum", "plasma", "blood", "venous", "capillary")
# What nobody measures in urine: where one of these follows, the values behind it are of the blood again.
OF_BLOOD = frozenset(
    "creatine-kinase crp esr haemoglobin platelets inr alt ast alkaline-phosphatase troponin-i troponin-t "
    "high-sensitivity-troponin-t egfr ferritin hba1c d-dimer".split()
)
FLUID_NAMES: dict[str, tuple[str, ...]] = {
    "white-cell-count": ("white-cells", "white-cell-count", "white-blood-cells", "wbc"),
    "red-cell-count": ("red-cells", "red-cell-count", "red-blood-cells", "rbc"),
    "neutrophils": ("neutrophils", "neutrophil-count"), "protein": ("protein", "total-protein"),
    "total-protein": ("protein",), "ldh": ("ldh", "lactate-dehydrogenase"), "ph": ("ph",), "glucose": ("glucose",),
    "lactate": ("lactate",), "albumin": ("albumin",), "sodium": ("sodium",), "potassium": ("potassium",),
    "chloride": ("chloride",), "neutrophil-percentage": ("neutrophil-percentage",),
    "lymphocyte-percentage": ("lymphocyte-percentage",), "cholesterol": ("cholesterol",),
    "creatinine": ("creatinine",), "osmolality": ("osmolality",), "amylase": ("amylase",),
    "urea": ("urea",), "calcium": ("calcium",), "cortisol": ("cortisol",), "lymphocytes": ("lymphocytes",),
    "bilirubin": ("bilirubin",), "ketones": ("ketones",), "triglycerides": ("triglycerides",),
}  # fmt: skip
