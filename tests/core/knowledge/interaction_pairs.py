"""Pairs of drugs and how they must be graded, from clinical knowledge and written before the rules were.

Each line is a drug and the drugs that it meets, by United States adopted names.
"""

from __future__ import annotations

# Must be contraindicated: label and practice agree that they are not given together.
FORBIDDEN = """
sildenafil: nitroglycerin, isosorbide mononitrate, isosorbide dinitrate, riociguat
tadalafil: nitroglycerin, isosorbide mononitrate
vardenafil: isosorbide dinitrate
procarbazine: meperidine, tranylcypromine
phenelzine: sertraline, fluoxetine, venlafaxine, meperidine, pseudoephedrine, dextromethorphan, clomipramine
phenelzine: amphetamine, bupropion
tranylcypromine: paroxetine, escitalopram, duloxetine, tramadol, imipramine, methylphenidate, atomoxetine
tranylcypromine: carbamazepine
isocarboxazid: citalopram, amitriptyline
selegiline: meperidine, tramadol, methadone
linezolid: phenelzine
clarithromycin: simvastatin, lovastatin, ergotamine, pimozide, lurasidone, ivabradine, ranolazine, dronedarone
clarithromycin: lomitapide
itraconazole: simvastatin, ergotamine, dihydroergotamine, triazolam, eplerenone, lurasidone, tolvaptan
itraconazole: dofetilide, finerenone
ketoconazole: lovastatin, triazolam, alfuzosin, quinidine
voriconazole: rifampin, carbamazepine, ergotamine, sirolimus, pimozide
posaconazole: simvastatin, sirolimus, ergotamine
ritonavir: simvastatin, midazolam, triazolam, ergotamine, amiodarone, alfuzosin, pimozide, flecainide
ritonavir: propafenone, st john's wort
cobicistat: simvastatin, ergotamine
darunavir: rifampin
atazanavir: rifampin
sofosbuvir: rifampin
rilpivirine: omeprazole, rifampin, carbamazepine
dolutegravir: dofetilide
fluvoxamine: tizanidine, ramelteon, pimozide, alosetron
ciprofloxacin: tizanidine
thioridazine: fluoxetine, paroxetine, amiodarone
pimozide: citalopram, erythromycin
dronedarone: sotalol, amiodarone, ketoconazole
ziprasidone: sotalol, quinidine, moxifloxacin
dofetilide: verapamil, trimethoprim, hydrochlorothiazide, cimetidine
cisapride: clarithromycin, fluconazole
azathioprine: febuxostat
mercaptopurine: febuxostat
cyclosporine: simvastatin, pitavastatin
gemfibrozil: simvastatin, repaglinide
sacubitril: lisinopril, enalapril, ramipril
methotrexate: acitretin
isotretinoin: tetracycline, doxycycline
ketorolac: ibuprofen, probenecid, pentoxifylline
disulfiram: metronidazole
fluorouracil: brivudine
capecitabine: brivudine
eletriptan: clarithromycin
rizatriptan: phenelzine
sumatriptan: ergotamine
apomorphine: ondansetron
irinotecan: ketoconazole, st john's wort
atazanavir: omeprazole
st john's wort: phenelzine
rasagiline: meperidine
conivaptan: ketoconazole
"""

# Must be contraindicated or major: harm is likely enough that the prescription changes or is watched closely.
GRAVE = """
warfarin: fluconazole, metronidazole, trimethoprim, sulfamethoxazole, amiodarone, aspirin, ibuprofen, naproxen
warfarin: clopidogrel, voriconazole, miconazole, rivaroxaban, capecitabine, ketorolac, fluorouracil, tamoxifen
apixaban: rifampin, carbamazepine, ketoconazole, phenytoin, st john's wort, naproxen
rivaroxaban: ketoconazole, rifampin, ritonavir, enoxaparin
dabigatran: rifampin, dronedarone
clopidogrel: omeprazole
ticagrelor: rifampin, ketoconazole
atorvastatin: gemfibrozil, cyclosporine
rosuvastatin: cyclosporine
simvastatin: amiodarone, diltiazem, verapamil
colchicine: clarithromycin, cyclosporine, ketoconazole, ritonavir
tacrolimus: clarithromycin, ketoconazole, fluconazole, voriconazole, rifampin, phenytoin, nirmatrelvir
cyclosporine: rifampin, st john's wort, ketoconazole, carbamazepine
sirolimus: rifampin, ketoconazole
everolimus: clarithromycin
vincristine: itraconazole, voriconazole
imatinib: rifampin
dasatinib: omeprazole, rifampin
erlotinib: omeprazole, rifampin
nilotinib: ketoconazole
ibrutinib: itraconazole, rifampin
venetoclax: clarithromycin
ethinyl estradiol: rifampin, carbamazepine, phenytoin
levonorgestrel: rifampin, carbamazepine
lamotrigine: valproic acid
valproic acid: meropenem, imipenem, ertapenem
azathioprine: allopurinol
mercaptopurine: allopurinol
methotrexate: trimethoprim, sulfamethoxazole, ketorolac, probenecid
lithium: hydrochlorothiazide, ibuprofen, indomethacin
digoxin: amiodarone, quinidine, verapamil, clarithromycin, dronedarone
spironolactone: potassium chloride, trimethoprim
lisinopril: aliskiren, potassium chloride, losartan
metoprolol: verapamil, diltiazem
propranolol: verapamil, clonidine
oxycodone: alprazolam, diazepam, clarithromycin, ethanol
morphine: lorazepam, midazolam
fentanyl: ritonavir, diazepam, clarithromycin
methadone: diazepam, rifampin, ondansetron, haloperidol
buprenorphine: alprazolam
codeine: paroxetine
tamoxifen: paroxetine, fluoxetine
tramadol: paroxetine, sertraline, linezolid
linezolid: sertraline, venlafaxine, meperidine, pseudoephedrine, fluoxetine
methylene blue: sertraline, fluoxetine, duloxetine, citalopram
amiodarone: moxifloxacin, haloperidol, sotalol, erythromycin
citalopram: methadone, ondansetron
sotalol: disopyramide, erythromycin
haloperidol: erythromycin
droperidol: sotalol
theophylline: ciprofloxacin, fluvoxamine
clozapine: fluvoxamine, carbamazepine
duloxetine: fluvoxamine
quetiapine: ketoconazole
midazolam: itraconazole
fluticasone: ritonavir
budesonide: cobicistat
gentamicin: vancomycin, furosemide, rocuronium
amikacin: cisplatin
yellow fever vaccine: prednisone, adalimumab, methotrexate
measles-mumps-rubella vaccine: infliximab
levodopa: haloperidol, metoclopramide
pramipexole: risperidone
bupropion: tramadol
epinephrine: propranolol
doxazosin: sildenafil
glyburide: fluconazole, bosentan
cyclosporine: bosentan
repaglinide: clopidogrel
ergotamine: erythromycin
tizanidine: fluvoxamine
flibanserin: fluconazole
ivabradine: diltiazem
lomitapide: ketoconazole
abemaciclib: rifampin
bedaquiline: rifampin
halofantrine: mefloquine
quinine: amiodarone
phenytoin: fluorouracil
alprazolam: ketoconazole
zolpidem: oxycodone
gabapentin: morphine
pregabalin: oxycodone
heparin: alteplase, warfarin
enoxaparin: apixaban, ketorolac
ibuprofen: methotrexate, apixaban
"""

# Must not be contraindicated: in daily use together, with or without watching.
TOLERATED = """
warfarin: acetaminophen, simvastatin, levothyroxine, omeprazole, digoxin, azithromycin, metoprolol, furosemide
warfarin: sertraline
aspirin: lisinopril, clopidogrel, metoprolol, atorvastatin, furosemide, ibuprofen, metformin, sertraline
aspirin: ticagrelor, omeprazole, enoxaparin
sertraline: ibuprofen, naproxen, trazodone, aspirin, zolpidem, sumatriptan, lorazepam, metoprolol, mirtazapine
sertraline: bupropion
fluoxetine: aspirin, rizatriptan, amitriptyline, quetiapine, alprazolam, metoprolol
citalopram: omeprazole, quetiapine, hydroxyzine, azithromycin, famotidine
metformin: lisinopril, glipizide, insulin glargine, metoprolol, sitagliptin, hydrochlorothiazide, levofloxacin
metformin: iohexol
metoprolol: ibuprofen, amlodipine, insulin lispro, fluoxetine, albuterol, digoxin, glipizide, clonidine
lisinopril: ibuprofen, hydrochlorothiazide, spironolactone, allopurinol, insulin glargine, lithium, furosemide
lisinopril: amlodipine, metformin, potassium chloride, trimethoprim
losartan: spironolactone, naproxen, potassium chloride, hydrochlorothiazide
lithium: lisinopril, losartan, furosemide, olanzapine, fluoxetine, haloperidol, naproxen
ciprofloxacin: calcium carbonate, magnesium hydroxide, ferrous sulfate, warfarin, theophylline, glyburide
ciprofloxacin: insulin glargine
levothyroxine: calcium carbonate, ferrous sulfate, omeprazole
doxycycline: ferrous sulfate, calcium carbonate, warfarin
alendronate: calcium carbonate
amlodipine: simvastatin, atorvastatin, sildenafil, clarithromycin, metoprolol
atorvastatin: clarithromycin, diltiazem, amlodipine, fenofibrate, warfarin, digoxin
simvastatin: warfarin, amlodipine, fenofibrate, ezetimibe
rosuvastatin: clopidogrel, warfarin
clopidogrel: pantoprazole, omeprazole, atorvastatin, aspirin
digoxin: furosemide, spironolactone, metoprolol, verapamil, amiodarone, levothyroxine
furosemide: gentamicin, ibuprofen, prednisone, digoxin, lisinopril, metoprolol
hydrochlorothiazide: lithium, calcium carbonate, naproxen, glipizide, prednisone
prednisone: ibuprofen, insulin glargine, levofloxacin, warfarin, azathioprine, metformin
allopurinol: hydrochlorothiazide, amoxicillin, azathioprine, warfarin
methotrexate: omeprazole, amoxicillin, ibuprofen, folic acid, prednisone, hydroxychloroquine, adalimumab
amitriptyline: gabapentin, tramadol, sertraline, lorazepam
tramadol: sertraline, acetaminophen, gabapentin
oxycodone: lorazepam, gabapentin, acetaminophen, amitriptyline
morphine: diazepam, ondansetron, metoclopramide
ondansetron: metoclopramide, sertraline, morphine, dexamethasone, amiodarone, levofloxacin
phenytoin: acetaminophen, valproic acid, folic acid, warfarin, prednisone
carbamazepine: valproic acid, levetiracetam, lamotrigine, acetaminophen, ethinyl estradiol
valproic acid: lamotrigine, clonazepam, aspirin, risperidone
lamotrigine: ethinyl estradiol, levetiracetam
theophylline: albuterol, prednisone, ciprofloxacin
insulin glargine: atenolol, lisinopril, levofloxacin, prednisone, glipizide
albuterol: metoprolol, propranolol, fluticasone, tiotropium, furosemide
fluticasone: salmeterol, albuterol, montelukast
quetiapine: lorazepam, sertraline, metformin, escitalopram, lithium
haloperidol: lorazepam, benztropine, carbamazepine
risperidone: benztropine, fluoxetine
olanzapine: fluoxetine, lorazepam
clonidine: metoprolol, amitriptyline
tamsulosin: sildenafil, metoprolol, finasteride, diltiazem
sildenafil: amlodipine, tamsulosin, metoprolol, doxazosin
cyclosporine: mycophenolate mofetil, prednisone, nifedipine
tacrolimus: mycophenolate mofetil, prednisone, fluconazole, amlodipine
rifampin: isoniazid, pyrazinamide, warfarin, prednisone, ethambutol
isoniazid: pyridoxine, acetaminophen, pyrazinamide
metronidazole: ethanol, ciprofloxacin, ceftriaxone, warfarin
fluconazole: warfarin, omeprazole, glipizide, sertraline
azithromycin: albuterol, ceftriaxone, prednisone, atorvastatin
levofloxacin: albuterol, prednisone, omeprazole, ibuprofen, insulin glargine
vancomycin: piperacillin, gentamicin, cefepime
spironolactone: furosemide, lisinopril, losartan, digoxin
apixaban: amiodarone, diltiazem, metoprolol, atorvastatin, aspirin, sertraline
rivaroxaban: aspirin, diltiazem, amiodarone
tamoxifen: venlafaxine, citalopram
ethinyl estradiol: amoxicillin, doxycycline, levothyroxine, warfarin, topiramate
ginkgo: aspirin
dolutegravir: ferrous sulfate, calcium carbonate, metformin
tenofovir disoproxil fumarate: emtricitabine, ibuprofen
nirmatrelvir: amlodipine, acetaminophen, metoprolol, tacrolimus
heparin: aspirin, warfarin
pseudoephedrine: metoprolol, ibuprofen
diphenhydramine: lorazepam, oxycodone
bupropion: nicotine, sertraline, metoprolol
trazodone: fluoxetine, lorazepam
influenza vaccine: prednisone, methotrexate, warfarin
"""


def pairs(text: str) -> list[tuple[str, str]]:
    """The pairs of one of the lists above."""
    lines = (line.split(":") for line in text.strip().splitlines())
    return [(drug, other.strip()) for drug, others in lines for other in others.split(",")]
