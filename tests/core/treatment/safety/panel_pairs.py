"""Pairs such as a panel of pharmacists would choose, from pharmacological knowledge and written before they were run.

Each line is a drug and the drugs that it meets, by United States adopted names.
"""

from __future__ import annotations

# Must be graded contraindicated or major.
GRAVE = """
leflunomide: teriflunomide
natalizumab: azathioprine
dosulepin: phenelzine, linezolid
lofepramine: tranylcypromine
levomilnacipran: selegiline, linezolid, methylene blue
levorphanol: rasagiline
mazindol: isocarboxazid
isometheptene: phenelzine
procarbazine: mirtazapine, bupropion, atomoxetine, fentanyl
cyclobenzaprine: linezolid, moclobemide
buspirone: selegiline
ergonovine: voriconazole, ritonavir
fosamprenavir: simvastatin
troleandomycin: ergotamine
adagrasib: simvastatin, midazolam
glecaprevir: atorvastatin
nirmatrelvir: clozapine
docetaxel: itraconazole
enzalutamide: gemfibrozil
daprodustat: gemfibrozil
fezolinetant: fluvoxamine
elagolix: cyclosporine
ruxolitinib: fluconazole
caplacizumab: enoxaparin
lenalidomide: ethinyl estradiol
oxytocin: dinoprostone
fluorouracil: sorivudine
fluindione: miconazole
phenindione: aspirin
sertindole: amiodarone
papaverine: sotalol
nifekalant: sotalol
toremifene: ketoconazole
sertraline: linezolid
fluoxetine: linezolid
venlafaxine: linezolid
citalopram: methylene blue
tranylcypromine: fluoxetine, pseudoephedrine, meperidine, amphetamine, sumatriptan
phenelzine: venlafaxine, tramadol, dextromethorphan, amitriptyline, methylphenidate, atomoxetine, cyclobenzaprine
isocarboxazid: bupropion
selegiline: meperidine, fluoxetine
rasagiline: tramadol, dextromethorphan
linezolid: meperidine, pseudoephedrine
moclobemide: clomipramine
procarbazine: ephedrine
azathioprine: allopurinol, febuxostat
mercaptopurine: allopurinol, febuxostat
simvastatin: itraconazole, clarithromycin, cyclosporine, gemfibrozil
lovastatin: ketoconazole, ritonavir
atorvastatin: cyclosporine
rosuvastatin: cyclosporine
ergotamine: clarithromycin, ritonavir, rizatriptan
dihydroergotamine: sumatriptan, itraconazole
eletriptan: ketoconazole
midazolam: ritonavir
triazolam: itraconazole
alfuzosin: ketoconazole
sildenafil: nitroglycerin, riociguat
tadalafil: isosorbide mononitrate
vardenafil: isosorbide dinitrate
tizanidine: ciprofloxacin, fluvoxamine
ramelteon: fluvoxamine
irinotecan: ketoconazole, atazanavir
atazanavir: omeprazole
rilpivirine: esomeprazole
fentanyl: ritonavir
colchicine: clarithromycin
eplerenone: clarithromycin, potassium chloride
ivabradine: itraconazole
ranolazine: ketoconazole
tolvaptan: clarithromycin
quetiapine: clarithromycin
lurasidone: ketoconazole
salmeterol: ritonavir
fluticasone: ritonavir
rivaroxaban: ketoconazole, carbamazepine
apixaban: rifampin
dabigatran: rifampin, dronedarone
ritonavir: amiodarone, flecainide
rifampin: lopinavir, atazanavir, dolutegravir, sofosbuvir, voriconazole, bictegravir, tacrolimus
carbamazepine: rilpivirine, ledipasvir, voriconazole
phenytoin: darunavir
phenobarbital: glecaprevir
amiodarone: sofosbuvir
spironolactone: potassium chloride
amiloride: potassium chloride
triamterene: spironolactone
digoxin: amiodarone, verapamil, clarithromycin, quinidine
verapamil: metoprolol
diltiazem: propranolol
aliskiren: lisinopril
sacubitril: enalapril
lithium: hydrochlorothiazide, ibuprofen
clonidine: propranolol
warfarin: fluconazole, metronidazole, trimethoprim, amiodarone, ibuprofen, aspirin, miconazole, rifampin, tamoxifen
warfarin: fluorouracil
ketorolac: ibuprofen, aspirin, enoxaparin, probenecid
enoxaparin: rivaroxaban
methotrexate: trimethoprim, ibuprofen, probenecid
clozapine: carbamazepine, fluvoxamine, ciprofloxacin
theophylline: ciprofloxacin, fluvoxamine
duloxetine: fluvoxamine
agomelatine: fluvoxamine
valproic acid: meropenem
lamotrigine: valproic acid
thioridazine: paroxetine
tamoxifen: paroxetine
codeine: naltrexone
oxycodone: diazepam
morphine: alprazolam
buprenorphine: oxycodone
sodium oxybate: zolpidem
cisapride: erythromycin
bosentan: cyclosporine
capecitabine: phenytoin
fluorouracil: brivudine
isotretinoin: tetracycline
cyclosporine: aliskiren
tacrolimus: clarithromycin, voriconazole
sirolimus: voriconazole
everolimus: ketoconazole
clopidogrel: repaglinide
repaglinide: gemfibrozil
glyburide: bosentan
mycophenolate: azathioprine
tofacitinib: etanercept
ethinylestradiol: rifampin
levonorgestrel: carbamazepine
nevirapine: rifampin
erlotinib: rifampin
ibrutinib: itraconazole
venetoclax: clarithromycin
vincristine: itraconazole
ceftriaxone: calcium gluconate
disulfiram: metronidazole
gentamicin: cisplatin
vancomycin: tobramycin
succinylcholine: donepezil
"""

# The same, because both prolong the QT interval (or one raises the level of the other).
LONG_QT = """
amiodarone: sotalol, dofetilide, clarithromycin, moxifloxacin, haloperidol
sotalol: erythromycin, moxifloxacin
dofetilide: ziprasidone, ciprofloxacin, ondansetron
quinidine: amiodarone, sotalol
procainamide: amiodarone
disopyramide: clarithromycin
methadone: citalopram, haloperidol, ondansetron
thioridazine: fluoxetine, amiodarone
pimozide: clarithromycin, azithromycin
ziprasidone: moxifloxacin, amiodarone
citalopram: ondansetron, amiodarone
escitalopram: haloperidol
haloperidol: erythromycin
droperidol: ondansetron
chlorpromazine: moxifloxacin
ibutilide: amiodarone, haloperidol
dronedarone: sotalol
arsenic trioxide: ondansetron, levofloxacin
vandetanib: amiodarone
nilotinib: sotalol
pentamidine: moxifloxacin
chloroquine: azithromycin
hydroxychloroquine: azithromycin
levofloxacin: sotalol
fluconazole: methadone
donepezil: amiodarone
"""

# Given together every day: must not interrupt.
EVERYDAY = """
lisinopril: hydrochlorothiazide, spironolactone
enalapril: furosemide
ramipril: indapamide
losartan: hydrochlorothiazide
valsartan: amlodipine
perindopril: bisoprolol
sertraline: ibuprofen, trazodone, sumatriptan
fluoxetine: naproxen, metoprolol
citalopram: aspirin
escitalopram: diclofenac, sumatriptan
omeprazole: clopidogrel
pantoprazole: clopidogrel
esomeprazole: clopidogrel
lansoprazole: clopidogrel
atorvastatin: diltiazem, amlodipine, verapamil, azithromycin, fenofibrate
simvastatin: amlodipine
rosuvastatin: amlodipine, fenofibrate
pravastatin: clarithromycin
metoprolol: insulin, salbutamol
bisoprolol: insulin glargine, amlodipine
carvedilol: gliclazide
propranolol: metformin
atenolol: nifedipine
levothyroxine: calcium carbonate, ferrous sulfate, omeprazole, warfarin
metformin: furosemide, prednisone, glipizide, lisinopril
insulin: prednisolone
aspirin: clopidogrel, ibuprofen, metoprolol, lisinopril, furosemide, enoxaparin, prednisone
ciprofloxacin: calcium carbonate, ferrous sulfate
doxycycline: ferrous sulfate
alendronate: calcium carbonate
digoxin: furosemide, bisoprolol, spironolactone
furosemide: prednisone
hydrochlorothiazide: calcium carbonate
amitriptyline: gabapentin
mirtazapine: venlafaxine
bupropion: metoprolol
paroxetine: amitriptyline
quetiapine: lorazepam
olanzapine: lorazepam
risperidone: fluoxetine
tramadol: sertraline
gabapentin: oxycodone
morphine: ondansetron
ondansetron: sertraline
trazodone: citalopram
amoxicillin: ethinylestradiol, warfarin, methotrexate
acetaminophen: warfarin
allopurinol: amoxicillin, hydrochlorothiazide, lisinopril
colchicine: atorvastatin
tamsulosin: amlodipine, sildenafil
doxazosin: tadalafil
amlodipine: sildenafil
salbutamol: prednisone, hydrochlorothiazide
budesonide: formoterol
theophylline: salbutamol
montelukast: prednisone
carbamazepine: acetaminophen
valproic acid: aspirin
levetiracetam: carbamazepine
lamotrigine: ethinylestradiol
phenytoin: folic acid
levodopa: ferrous sulfate, pyridoxine
tamoxifen: venlafaxine
fluconazole: omeprazole
azithromycin: cetirizine
hydroxychloroquine: metformin
lithium: sertraline
clopidogrel: rosuvastatin
ticagrelor: atorvastatin
apixaban: diltiazem, aspirin
rivaroxaban: amiodarone
nitrofurantoin: magnesium hydroxide
metronidazole: omeprazole
ibuprofen: prednisone, amlodipine
naproxen: hydrochlorothiazide, omeprazole
"""
