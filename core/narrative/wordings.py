"""Ways of saying one thing, so that a retelling in other words is known for what it is.

A line of `SAME` holds wordings that mean the same in a clinical note; the first is the one that all are turned into.
Nothing may stand on a line that says more or less than the rest of it: a broken bone is a fractured one, a raised value
is not an abnormal one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from core.knowledge.words import stem

SAME = """
mi | heart attack | myocardial infarction | nstemi | stemi
hypertension | high blood pressure | hypertensive | raised blood pressure | htn
stroke | cerebrovascular accident | cva
type 2 diabetes | t2dm | type 2 diabetes mellitus | type ii diabetes
type 1 diabetes | t1dm | type 1 diabetes mellitus | type i diabetes
diabetes | diabetic | diabetes mellitus
asthma | asthmatic
epilepsy | epileptic
copd | chronic obstructive pulmonary disease
deep vein thrombosis | dvt
pulmonary embolism | pe | pulmonary emboli | pulmonary embolus | emboli | embolus
atrial fibrillation | af | afib
chronic kidney disease | ckd
gastro-oesophageal reflux disease | gerd | gord | reflux disease
urinary tract infection | uti
systemic lupus | systemic lupus erythematosus | sle | lupus
hyperlipidaemia | high cholesterol | hypercholesterolaemia
prostatic hyperplasia | enlarged prostate | prostatic enlargement | bph
pre-eclampsia | preeclampsia
tonsillitis | tonsil infection
peritonsillar abscess | quinsy
glandular fever | infectious mononucleosis
osteoarthritis | wear-and-tear arthritis
acid reflux | heartburn
dizzy | dizziness | lightheaded | lightheadedness | light-headed
sweat | sweating | sweaty | diaphoresis | diaphoretic | clammy
vomit | vomiting | vomited | vomits | emesis | throwing up | sick | sickness | emeses
nausea | nauseated | nauseous | queasy
dyspnoea | breathless | breathlessness | short of breath | shortness of breath | breathing difficulty | difficulty breathing | difficulty in breathing | dyspnoeic
syncope | fainting | fainted | faint | blackout | passed out | syncopal
haemoptysis | coughing up blood | coughed up blood | coughing blood
haematemesis | vomiting blood
melaena | melena | black tarry stools | black tarry stool | tarry stools
haematuria | blood in the urine | pink urine | bloody urine
dysuria | painful urination | burning on passing urine | pain on passing urine
dysphagia | difficulty swallowing | trouble swallowing | difficulty in swallowing
odynophagia | painful swallowing | pain on swallowing
urticaria | hives | wheals
seizure | fit | fits | convulsion | convulsions | seizures
itch | pruritus | itching | itchy | itches
fever | febrile | pyrexia | pyrexial | temperature at home
rigors | shaking chills | rigor
myalgia | muscle aches | muscle pain | aching muscles
loose stools | diarrhoea | loose motions | loose stool
constipation | constipated
jaundice | jaundiced
oedema | ankle swelling | leg swelling | oedematous
swelling | swollen | swell
redness | red | erythema | reddened
tender | tenderness | painful to touch
pallor | pale
tachycardia | tachycardic
bradycardia | bradycardic
drowsy | drowsiness | sleepy | sleepier | somnolent
confusion | confused
headache | headaches
anorexia | loss of appetite | no appetite | lost his appetite | lost her appetite
speech slurred | slurred speech | slurring of speech
weak | weakness
radiate | radiating | radiates | radiated | spreading | spread
coryza | runny nose | cold symptoms
voice muffled | muffled voice
palpate | palpable | felt on palpation | palpated
hear | audible | heard
fracture | broken | broke | fractured | break | fractures
clavicle | collarbone | collar bone
femur neck | neck of femur | femoral neck
big toe joint | first mtp joint | first mtp | first metatarsophalangeal joint | big toe
armpit | axilla | axillary
groin | inguinal
umbilicus | umbilical | navel | belly button
periumbilical | around the umbilicus | around the navel | around his umbilicus | around her umbilicus
right iliac fossa | rif
right lower quadrant | rlq
left lower quadrant | llq
right upper quadrant | ruq
left upper quadrant | luq
lymph node | node | nodes | lymph nodes | lymphadenopathy | gland
kidney | renal | kidneys
nephrectomy | kidney was removed | kidney removed | removal of the kidney | kidney had been removed | removal of his kidney | removal of her kidney
cholecystectomy | gallbladder removed | gallbladder was removed | gallbladder removal
hysterectomy | womb removed | uterus removed | uterus was removed
appendectomy | appendicectomy | appendix removed | appendix was removed | appendix out
mastectomy | breast removed | breast was removed
cystectomy dermoid | dermoid cystectomy | dermoid cyst was removed | dermoid cyst removed | dermoid cyst excised
stone | calculus | stones | calculi
renal cell carcinoma | kidney cancer
cancer | carcinoma
basal cell carcinoma | bcc
excise | excised | excision | removed | removal | cut out | taken out
repair | repaired
replacement | replaced
operation | surgery | operated | surgical | procedure
arthroscopy | keyhole knee surgery
caesarean | caesarean section | c-section | cesarean
pregnancy | pregnant
pregnancy test | hcg | β-hcg | beta-hcg | bhcg
last menstrual period | lmp | last period
nulliparous | never given birth
second pregnancy | g2p1 | g2p0
first pregnancy | g1p0
fetal | fetus | baby | babys
vaccine | vaccinations | vaccination | vaccinated | immunisations | immunisation | immunised | immunizations | vaccines
temperature | t | temp
heart rate | hr | pulse | pulse rate | p | heart beat
blood pressure | bp
respiratory rate | rr | respirations | breathing rate | respiration | breathe | breathing
oxygen saturation | spo2 | sats | saturation | saturations | o2 sats | sao2 | o2 saturation
weight | wt | weighs | weighed
bmi | body mass index
haemoglobin | hb | hgb
white cell count | wcc | wbc | white blood cell count | white cells | white count | white blood cells | leucocytes
platelet | plt | platelet count | platelets
sodium | na
potassium | k
creatinine | cr | creat
urea | bun
bicarbonate | hco3
c-reactive protein | crp
erythrocyte sedimentation rate | esr
creatine kinase | ck
urate | uric acid
glucose | blood glucose | blood sugar | sugar
hba1c | glycated haemoglobin
troponin | hs-troponin | high-sensitivity troponin | hs troponin
thyroid stimulating hormone | tsh
ketone | ketones
glasgow coma scale | gcs
mini mental | amts | abbreviated mental test score | abbreviated mental test
intraocular pressure | iop | eye pressure | pressure in the eye | pressure in the left eye | pressure in the right eye
visual acuity | va
urinalysis | ua
ecg | electrocardiogram | ekg
radiograph | x-ray | xray | xr | x-rays | cxr | film
ultrasound | us | uss | sonography | ultrasonography | tvus | scan
ct | cat scan | computed tomography | ctpa | cta
mri | magnetic resonance imaging
endoscopy | egd | ogd | gastroscopy
nasendoscopy | nasoendoscopy
dermoscopy | dermatoscopy
doppler | duplex
biopsy | biopsies
culture | cultures
general practitioner | gp | family doctor
emergency department | ed | a&e | emergency room | casualty
follow-up | follow up
po | by mouth | orally | oral
iv | intravenous | intravenously | i.v.
im | intramuscular | intramuscularly
sc | subcutaneous | subcutaneously | s.c.
neb | nebulised | nebulized | nebuliser
inhale | inhaled | inhaler | inhalation
od | once daily | once a day | qd | daily | every day | each day | per day | a day
qam | every morning | each morning | in the morning | mane | om
nocte | at night | every night | nightly | at bedtime | qhs
bid | bd | twice daily | twice a day | b.d. | two times daily
tds | tid | three times daily | three times a day | thrice daily
qds | qid | four times daily | four times a day
prn | as needed | as required | when needed | when required
weekly | once weekly | once a week | every week
stat | immediately | at once
stop | stopped | discontinued | ceased | gave up | given up | quit | stopping | off
start | started | begun | began | commenced | initiated | begin | onset | came on | come on | set in
increase | increased | up to | raised
reduce | reduced | decreased | lowered | cut
fall | fell | dropped | drop | down | fallen | tripped
allergy | allergic | allergies | hypersensitivity | intolerant | intolerance | comes out in | breaks out in | reacts to | came out in | reacted to
smoke | smoker | smoking | smokes | smoked | tobacco | cigarettes
ex-smoker | former smoker | ex smoker | used to smoke
non-smoker | never smoked | lifelong non-smoker | nonsmoker | never-smoker
alcohol | drinking | drinks | drink | drank
teetotal | drinks no alcohol | does not drink | no alcohol | abstains from alcohol
lives alone | living alone
work | works | working | job
retired | retirement
admit | admitted | admission | hospitalised | hospitalized
refer | referred | referral | referring
book | booked | scheduled | arranged
plan | planned | to be | going to
transfer | transferred
repeat | repeated
dark | darkened | darker
bleed | bled | haemorrhage | bleeding | bleeds | haemorrhages
lesion | mole
wake | woke | woken | awoke | waking | awoken | wakes
ate | eat | eaten | eating | meal
pull | pulled | pulling
find | found | finding
land | landed
fly | flew | flown | flight
miss | missed | missing
die | died | dies | death | dead
pass | passed | passing
take | took | taken
carry | carries | carrier
bear | bears | bearing
bilateral | both | both eyes | both sides
episode | bout | bouts | episodes | attack | attacks | time | times
alike | similar | same
settle | settled
worsen | worse | worsened | worsening
improve | improved | better | less
unable | cannot | could not | can't | not able | couldn't
past | previous | previously | prior | history | pmh | before | earlier | pmhx | former | formerly | poh
recurrent | recurring | repeated attacks
wellbeing | well | healthy | in good health | good health
spontaneous | spontaneously | by itself | without intervention | on its own
on his own | by himself | on her own | by herself | himself
year | twelve months
last | past | over the last | in the last
yesterday | previous day | day before | the day before | previous evening | last night | previous night | the evening before | yesterday evening | the night before
today | this morning | this evening | this afternoon | tonight
tomorrow | the next day | next day
evening | evenings | night | nights
hour | h | hr | hrs | hours
minute | min | mins | minutes
second | sec
home oxygen | oxygen at home
room air | air | ra | breathing air | in air | on air
right-handed | right hand dominant
left-handed | left hand dominant
mood low | low mood | feels low | depressed mood
overdose | overdosed | took an overdose
widespread | throughout | diffuse
frequent | frequency
hip fracture | broken hip | broke a hip | broke her hip | broke his hip | fractured hip
poor intake | poor oral intake | eating and drinking poorly | eating poorly
care home | nursing home | residential home
left-sided | left side | on the left side
right-sided | right side | on the right side
mid-dilated | semi-dilated
indeterminate | of uncertain significance | uncertain
displaced | out of place
negative | neg | clear
positive | pos
normal | unremarkable
"""

_PLACES = re.compile(r"[^\W_]+(?:['’.][^\W\d_]+)*\.?|[^\w\s]")


def word_key(word: str) -> str:
    """A word in the form in which it is compared.

    >>> word_key("Fractures") == word_key("fracture")
    True
    """
    return stem(word.lower().rstrip(".")) or word.lower()


@lru_cache(maxsize=1)
def wordings() -> dict[tuple[str, ...], tuple[str, ...]]:
    """From the words of a wording, compared as `word_key` has them, to the words of the first on its line."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for line in SAME.strip().splitlines():
        ways = [tuple(word_key(w) for w in way.replace("-", " ").split()) for way in line.split(" | ")]
        for way in ways:
            found.setdefault(way, ways[0])
    return found


LONGEST_WORDING = 6
