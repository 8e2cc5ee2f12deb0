"""Words for who speaks, who suffers and what somebody has for good: what context weighs beside its rules."""

from __future__ import annotations

# What makes a relative the speaker and not the patient of the sentence.
REPORTS = frozenset(
    "reports reported report states stated says said noticed noted notes denies denied describes described brought "
    "brings thinks thought concerned gave called "
    "found believes worried tells told observed saw witnessed feels felt took states mentions mentioned endorses "
    "endorsed explained adds added confirmed "
    "confirms recalls heard asks asked wants gives giving administered tried phoned rang took accompanied drove "
    "claims complains insists present bedside unaware "
    "stays lives visited who's think feel believe report say deny describe notice bring state want worry give "
    "call who'd see sees seen counted checked looked listened reckons reckon shone knows knew picked "
    "phoned phones rings".split()
)
# What is borrowed of a relative without the values being theirs.
DEVICES = frozenset("cuff machine monitor thermometer meter oximeter inhaler tablets pills piriton watch kit".split())
# What may stand between a relative and the verb.
LIGHT_BESIDE_KIN = frozenset("also and who has had is was father mother , can could just".split())
# What somebody near the patient does or has when the finding is theirs.
SUFFERS = frozenset(
    "has had have with was were is are developed recently also sick died suffers who diagnosed tested sustained found "
    "develop develops caught off admitted whose offered getting".split()
)
FEMALE_KIN = frozenset(
    "mother mum mom daughter sister wife girlfriend aunt auntie grandmother grandma gran granny nan nana niece "
    "granddaughter stepmother stepdaughter stepsister".split()
)
MALE_KIN = frozenset(
    "father dad son brother husband boyfriend uncle grandfather grandpa grandad granddad nephew grandson stepfather "
    "stepson stepbrother".split()
)
# Where one of these is told of somebody, what "herself" adds is the patient's.
ILL = frozenset("has had have developed suffers diagnosed died got sick ill tested also whose".split())
# What people are like who are named behind it: "his elderly deaf neighbour". Others are known by their ending.
PORTRAYS = frozenset(
    "elderly old older young younger teenage deaf blind obese ill sick drunk unwell frail poorly wheezy toddler baby "
    "disabled well fit healthy worried tired demented late new very quite rather single only other adult thin "
    "overweight feverish febrile sweaty itchy dizzy shaky breathy bald".split()
)
# Words of time that do not bring the patient back into a sentence about somebody else.
LIGHT_RECENT = frozenset(
    "who developed develops now noticed yesterday today this last tonight currently found worsening".split()
)
NOBODY = frozenset("neither nor nobody".split())
# A drug that was given as needed was given for something.
GIVEN = frozenset("given took taken administered received".split())
BEFORE_REPORTER = frozenset("per by with to from and via informed told called lives according".split())
# A verb with a subject of its own begins a new clause: nothing before it reaches past it.
CLAUSE_VERBS = frozenset(
    "is are was were has have had reveals revealed shows showed demonstrates demonstrated complains complained "
    "states stated feels felt remains "
    "remained continues continued appears appeared took takes started began describes described became underwent "
    "received worsened improved increased "
    "decreased radiates radiated occurred occurs".split()
)
PATIENT = frozenset("patient pt he she patient's pt's himself herself i".split())
PATIENT_NOUNS = PATIENT - {"himself", "herself", "patient's", "pt's"} | frozenset(
    "man woman boy girl child male female lady gentleman teenager student baby infant toddler".split()
)

# Habits and the like are background: their place in time is the person's past, whatever the tense.
HABITS = frozenset(
    "alcohol tobacco drug cigarett smoke smoker nonsmok etoh illicit cocain marijuana cannabi heroin "
    "drinker vape".split()
)
HABIT_WORDS = frozenset("use abus misus depend consumpt ivdu daili occasion social current former non never heavi "
    "ex pack year day any recreat intraven "
                        "product".split())  # fmt: skip
# Diseases for life that do not themselves bring anybody to the door: alone on a line, they are the problem list.
BACKGROUND = frozenset({
    "hypertension", "htn", "essential hypertension", "diabetes", "diabetes mellitus", "type 2 diabetes",
    "type 2 diabetes mellitus", "dm", "dm2", "t2dm",
    "type 1 diabetes", "t1dm", "niddm", "iddm", "hyperlipidemia", "hyperlipidaemia", "hld", "hypercholesterolemia",
    "dyslipidemia", "high cholesterol",
    "hypothyroidism", "hypothyroid", "osteoporosis", "osteoarthritis", "arthritis", "rheumatoid arthritis", "gerd",
    "gastroesophageal reflux disease",
    "schizophrenia", "bipolar disorder", "dementia", "alzheimer disease", "parkinson disease", "obesity", "glaucoma",
    "bph", "sleep apnea",
    "obstructive sleep apnea", "osa", "pulmonary hypertension", "adrenal insufficiency", "coronary artery disease",
    "cad", "peripheral vascular disease",
    "pvd", "ckd", "chronic kidney disease", "copd", "emphysema", "multiple sclerosis", "gout", "anxiety", "depression",
})  # fmt: skip
PERSONS = frozenset(
    "male female man woman gentleman lady patient pt boy girl m f old yo y/o infant child caucasian teenager".split()
)
