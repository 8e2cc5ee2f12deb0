"""Ways of saying one thing, so that a retelling in other words is known for what it is.

A line of `SAME` holds wordings that mean the same in a clinical note; the first is the one that all are turned into.
Nothing may stand on a line that says more or less than the rest of it: a broken bone is a fractured one, a raised value
is not an abnormal one.
"""

from __future__ import annotations

from functools import lru_cache

from core.knowledge.words import stem

SAME = """
mi | heart attack | myocardial infarction | nstemi | stemi
hypertension | high blood pressure | hypertensive | htn
stroke | cerebrovascular accident | cva
type 2 diabetes | t2dm | type 2 diabetes mellitus | type ii diabetes
type 1 diabetes | t1dm | type 1 diabetes mellitus | type i diabetes
diabetes | diabetic | diabetes mellitus
asthma | asthmatic
epilepsy | epileptic
family | family history | fhx | fh
ketoacidosis | diabetic ketoacidosis | dka
ovary | ovarian | ovaries
thorax | thoracic | chest
abdomen | abdominal | abd
uterus | uterine | womb
colon | colonic
thyroid | thyroid gland
rectum | rectal
vagina | vaginal
femur | femoral
tibia | tibial
eye | ocular | eyes
conjunctiva | conjunctival
pleura | pleural
prostate | prostatic
tonsil | tonsillar | tonsils
segment | segmental
ankle | ankles
deaf | deafness | hearing loss
blind | blindness
anaemia | anaemic | low haemoglobin
obesity | obese
osteoporosis | osteoporotic
immunosuppressed | immunocompromised | immune suppression
cannabis | marijuana
general anaesthetic | general anaesthesia | ga
local anaesthetic | local anaesthesia
oxygen | o2
heart disease | cardiac disease
dementia | demented
kidney stone | renal stone | renal calculus | kidney stones | renal stones | nephrolithiasis | renal calculi
ureteric stone | ureteral stone | stone in the ureter | stone in her ureter | stone in his ureter
gallstone | gallstones | cholelithiasis
psoriasis | psoriatic
migraine | migraines
pneumonia | chest infection
gestation | weeks pregnant | weeks of gestation | weeks gestation
hay fever | allergic rhinitis
coeliac disease | celiac disease | coeliac
egg | eggs
latex | rubber latex
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
dyspnoea | breathless | breathlessness | short of breath | shortness of breath | breathing difficulty
dyspnoea | difficulty breathing | difficulty in breathing | dyspnoeic
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
fever | febrile | pyrexia | pyrexial
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
nephrectomy | kidney was removed | kidney removed | removal of the kidney | kidney had been removed
nephrectomy | removal of his kidney | removal of her kidney
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
vaccine | vaccinations | vaccination | vaccinated | immunisations | immunisation | immunised | immunizations
vaccine | vaccines
temperature | t | temp
heart rate | hr | pulse | pulse rate | p | heart beat
blood pressure | bp
respiratory rate | rr | respirations | breathing rate | respiration | breathe | breathing
spo2 | oxygen saturation | sats | saturation | saturations | o2 sats | sao2 | o2 saturation
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
intraocular pressure | iop | eye pressure | pressure in the eye
visual acuity | va
urinalysis | ua
ecg | electrocardiogram | ekg
radiograph | x-ray | xray | xr | x-rays | cxr | film
ultrasound | us | uss | sonography | ultrasonography | tvus
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
qam | every morning | each morning | mane | om
nocte | at night | every night | nightly | at bedtime | qhs
bid | bd | twice daily | twice a day | b.d. | two times daily
tds | tid | three times daily | three times a day | thrice daily
qds | qid | four times daily | four times a day
prn | as needed | as required | when needed | when required
weekly | once weekly | once a week | every week
stat | immediately | at once
stop | stopped | discontinued | ceased | gave up | given up | quit | stopping | off
start | started | begun | began | commenced | initiated | begin | onset | set in
increase | increased | raised
reduce | reduced | decreased | lowered | cut
fall | fell | dropped | drop | down | fallen
allergy | allergic | allergies | hypersensitivity | intolerant | intolerance | comes out in | breaks out in
allergy | reacts to | came out in | reacted to
smoke | smoker | smoking | smokes | smoked | tobacco | cigarettes
ex-smoker | former smoker | ex smoker | used to smoke
non-smoker | never smoked | lifelong non-smoker | nonsmoker | never-smoker | does not smoke | do not smoke
non-smoker | did not smoke | has never smoked | denies smoking | denies tobacco | no tobacco
alcohol | ethanol | etoh
teetotal | drinks no alcohol | does not drink alcohol | does not drink | no alcohol | abstains from alcohol
lives alone | living alone
work | works | working | job
retired | retirement
admit | admitted | admission | hospitalised | hospitalized
refer | referred | referral | referring
transfer | transferred
repeat | repeated
dark | darkened | darker
bleed | bled | haemorrhage | bleeding | bleeds | haemorrhages
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
past | previous | previously | prior | history | pmh | before | earlier | pmhx | former | formerly | poh
recurrent | recurring | repeated attacks
wellbeing | well | healthy | in good health | good health
spontaneous | spontaneously | by itself | without intervention | on its own
on his own | by himself | on her own | by herself | himself
year | twelve months
yesterday | previous day | day before | the day before | previous evening | last night | previous night
yesterday | the evening before | yesterday evening | the night before
today | this morning | this evening | this afternoon | tonight
tomorrow | the next day | next day
evening | evenings | night | nights
home oxygen | oxygen at home
laboratory | blood tests | blood test | bloods
room air | air | ra | breathing air | in air | on air
mood low | low mood | feels low | depressed mood
overdose | overdosed | took an overdose
widespread | throughout | diffuse
frequent | frequency
hip fracture | broken hip | broke a hip | broke her hip | broke his hip | fractured hip
poor intake | poor oral intake | eating and drinking poorly | eating poorly
care home | nursing home | residential home
mid-dilated | semi-dilated
indeterminate | of uncertain significance | uncertain
displaced | out of place
negative | neg | clear
positive | pos
normal | unremarkable
thirst | thirsty
dry mouth | xerostomia
polyuria | passing a lot of urine | passing large amounts of urine
weight loss | loss of weight | lost weight | has lost
weight gain | gained weight | put on weight
cough | coughing | coughs
wheeze | wheezing | wheezes | wheezy
crackle | crackles | crepitations | creps | rales
sputum | phlegm
sore throat | throat pain
drool | drooling
trismus | lockjaw | difficulty opening the mouth
hoarse | hoarseness
tremor | tremors | shaky
palpitations | palpitation
rash | eruption
bruise | bruising | bruises
numb | numbness
paraesthesia | tingling | pins and needles
collapse | collapsed
unconscious | loss of consciousness | lost consciousness | knocked out | unconsciousness
head injury | head strike | hit her head | hit his head | struck her head | struck his head | injured her head
head injury | injured his head
facial droop | drooping of the face | droop of the face | face droop
dysarthria | dysarthric
aphasia | aphasic | dysphasia
visual field | fields of vision | visual fields
blurred vision | blurring of vision | vision was blurred | vision blurred | blurry vision
visual loss | loss of vision
flashing lights | flashes of light | flashes
haloes | halos | haloes around lights
tumour | neoplasm
metastasis | metastases | metastatic
ulcer | ulceration | ulcers
perforate | perforated | perforation
effusion | effusions | fluid around the lung
consolidation | consolidated
infarct | infarction | infarcts
haemorrhage | bleed
thrombosis | thrombus | clot | thrombotic | clots
embolism | embolus
dilate | dilated | dilatation | dilation
enlarge | enlarged | enlargement
shorten | shortened | shortening
rotate | rotated | rotation
deform | deformed | deformity
deviate | deviated | deviation
radius distal | distal radius
intracapsular | intracapsular fracture
hydronephrosis | dilated collecting system
vesicoureteric junction | vuj
renal angle | costovertebral angle
angina | angina pectoris
heart failure | cardiac failure
heart murmur | murmur | murmurs
peritonism | peritonitis
guard | guarding
rebound | rebound tenderness
distend | distended | distension
palpitate | palpitating
soft | not tense
ascites | free fluid in the abdomen
flank | loin
calf | calves
buttock | buttocks
finger | fingers | fingertip | fingertips
ear | ears
eyelid | lid
hip replacement | hip arthroplasty | replaced hip | artificial hip | hip was replaced | hip replaced
hip replacement | total hip replacement
knee replacement | knee arthroplasty | replaced knee | knee was replaced | knee replaced
knee replacement | total knee replacement | artificial knee
cataract surgery | cataract operation | cataract removed | cataract extraction
plate | plated | plating
fixation | fixed
transplant | transplanted
transfuse | transfused | transfusion
red cells | red blood cells | packed cells | prbc | units prbc
catheterise | catheterised | catheterized | catheter
intubate | intubated
excision margin | margin
stitch | sutures | stitches
splint | splinted
aspirate | aspirated | aspiration | drained
inject | injection | injected
thrombolysis | alteplase | thrombolysed
percutaneous coronary intervention | pci
laparoscopic | laparoscopy | lap | keyhole
chemotherapy | chemo
radiotherapy | radiation
vein | veins | venous
anticoagulate | anticoagulation | anticoagulants | anticoagulant | blood thinners | blood thinner | anticoagulated
contraceptive pill | combined pill | the pill | combined contraceptive pill | oral contraceptive
contraceptive pill | oral contraceptives
inhaler | puffer
insulin | insulins
suppository | suppositories
vitamin d | colecalciferol
beer | beers
wine | wines
unit of alcohol | units of alcohol | alcohol units
cocaine | crack
vape | vapes | vaping | e-cigarettes | vaped
independent | independently
stick | cane
walking frame | frame | zimmer
wheelchair | wheel chair
separated | separation
suicide | killed himself | killed herself | took his own life | took her own life
suicidal | death wishes | wish to die | wishes to die
hallucination | hallucinations | hallucinating
delusion | delusions | delusional
psychosis | psychotic
depression | depressed | depressive
anxiety | anxious
insomnia | sleepless | sleeplessness | poor sleep
appetite poor | poor appetite | reduced appetite
concentration poor | poor concentration | trouble concentrating | difficulty concentrating
tearful | crying | cried
eczema | atopic dermatitis
seasonal allergies | seasonal allergy
autism | autistic
adhd | attention deficit hyperactivity disorder
prostate cancer | carcinoma of the prostate | cancer of the prostate
breast cancer | carcinoma of the breast | cancer of the breast
ovarian cancer | cancer of the ovary | carcinoma of the ovary
lung cancer | cancer of the lung | carcinoma of the lung
gastric cancer | stomach cancer | cancer of the stomach
bowel cancer | colon cancer | colorectal cancer
gout | gouty
inflammatory bowel disease | ibd
graves disease | graves
parkinsons disease | parkinson's disease | parkinson disease
premature | preterm | prematurely
contraction | contractions
membranes | waters
vaginal bleeding | bleeding from the vagina | bleeding per vaginam | pv bleeding
rectal bleeding | bright red blood per rectum | blood per rectum | fresh rectal bleeding | bleeding from the rectum
urine output | urine passed
bowels open | bowel movement
periods | period | menses | menstruation
cycle | cycles
growth restriction | restricted growth | fetal growth restriction
pelvic inflammatory disease | pid
sexually active | having sex
nosebleed | epistaxis
lose | lost | loses | losing
swim | swimming | swam
travel | travelled | traveled | travelling
bite | bitten | bit
sting | stung
heal | healed | heals
bring up | brought up
drop | dropping
cup | cups
"""


def word_key(word: str) -> str:
    """A word in the form in which it is compared.

    >>> word_key("Fractures") == word_key("fracture")
    True
    """
    lower = word.lower().rstrip(".")
    if lower.endswith("ly") and len(lower) > 5:
        lower = lower[:-2]  # "suddenly" says what "sudden" does
    return stem(lower) or word.lower()


@lru_cache(maxsize=1)
def wordings() -> dict[tuple[str, ...], tuple[str, ...]]:
    """From the words of a wording, compared as `word_key` has them, to the words of the first on its line."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for line in SAME.strip().splitlines():
        ways = [tuple(word_key(w) for w in way.replace("-", " ").split()) for way in line.split(" | ")]
        for way in ways:
            found.setdefault(way, ways[0])
    return found
