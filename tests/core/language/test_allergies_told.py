"""What a patient does not tolerate, told in ordinary words; and what sounds like it and is no allergy."""

from __future__ import annotations

import re

import pytest

from core.case.model import Case
from core.knowledge.base import default_knowledge
from core.language import read
from core.language.model import Reading

# The text, the substance, its kind, and what its reaction says (a pattern; nothing where none is told).
TOLD = [
    ("Penicillin-allergic lady with cellulitis.", "penicillin", "allergy", ""),
    ("22F, PCN allergy, dysuria.", "pcn", "allergy", ""),
    ("Sore throat. Pen allergic, otherwise well.", "pen", "allergy", ""),
    ("He is allergic to pen G.", "pen g", "allergy", ""),
    ("Can't have penicillins, her face blows up.", "penicillins", "allergy", "face blows up"),
    ("She must not be given cephalosporins after what happened in 2012.", "cephalosporins", "allergy", ""),
    ("Was told never to take trimethoprim again.", "trimethoprim", "allergy", ""),
    ("Not to have any penicillin: collapsed.", "penicillin", "allergy", "collapsed"),
    ("Flucloxacillin brought him out in big red weals.", "flucloxacillin", "allergy", "weals"),
    ("Doxycycline made her lips swell.", "doxycycline", "allergy", "lips swell"),
    ("Naproxen made him wheezy as a teenager.", "naproxen", "allergy", "wheezy"),
    ("Nasty rash from co-trimoxazole in 2018.", "co-trimoxazole", "allergy", "rash"),
    ("Blistering skin reaction with lamotrigine, 2016 (ICU).", "lamotrigine", "allergy", "Blistering"),
    ("Alert: teicoplanin.", "teicoplanin", "allergy", ""),
    ("ALERTS: latex, Augmentin", "augmentin", "allergy", ""),
    ("Drug sensitivity: erythromycin (hives).", "erythromycin", "allergy", "hives"),
    ("ADRs: lisinopril - angioedema; codeine - nausea", "lisinopril", "allergy", "angioedema"),
    ("Sensitivities: aspirin (wheeze).", "aspirin", "allergy", "wheeze"),
    ("MedicAlert bracelet: penicillin.", "penicillin", "allergy", ""),
    ("Penicillin skin prick test was positive in 2019.", "penicillin", "allergy", "test"),
    ("Positive skin test to amoxicillin.", "amoxicillin", "allergy", "test"),
    ("Allergies: amoxycilin (rash)", "amoxycilin", "allergy", "rash"),
    ("Allergic to cephalexine.", "cephalexine", "allergy", ""),
    ("Came out in hives on Keflex.", "keflex", "allergy", "hives"),
    ("Septrin - blisters in mouth and on skin, aged 9.", "septrin", "allergy", "blisters"),
    ("Angioedema with enalapril four years ago.", "enalapril", "allergy", "Angioedema"),
    ("DRESS after carbamazepine in 2011.", "carbamazepine", "allergy", "DRESS"),
    ("Previous rhabdomyolysis on atorvastatin.", "atorvastatin", "allergy", "rhabdomyolysis"),
    ("HIT with enoxaparin 2017.", "enoxaparin", "allergy", "HIT"),
    ("Acute dystonia after prochlorperazine as a student.", "prochlorperazine", "allergy", "dystonia"),
    ("Agranulocytosis on clozapine 2014.", "clozapine", "allergy", "Agranulocytosis"),
    ("Diclofenac sets off her asthma so she avoids it.", "diclofenac", "allergy", "asthma"),
    ("Avoids NSAIDs because they make him wheeze.", "nsaids", "allergy", "wheeze"),
    ("Anaphylaxis to cefuroxime in theatre 2019 (ITU).", "cefuroxime", "allergy", "Anaphylaxis"),
    ("Stevens-Johnson syndrome with Bactrim 2003.", "bactrim", "allergy", "Stevens-Johnson"),
    ("Throat swelled up with clarithromycin.", "clarithromycin", "allergy", "Throat swelled"),
    ("Nearly died from penicillin as a baby.", "penicillin", "allergy", "died"),
    ("Achilles tendon rupture with ciprofloxacin 2020.", "ciprofloxacin", "allergy", "tendon rupture"),
    ("Pneumonitis from nitrofurantoin 2015.", "nitrofurantoin", "allergy", "Pneumonitis"),
    ("Cholestatic hepatitis after co-amoxiclav in 2016.", "co-amoxiclav", "allergy", "hepatitis"),
    ("Serotonin syndrome on tramadol 2021.", "tramadol", "allergy", "Serotonin"),
    ("Neuroleptic malignant syndrome after haloperidol in 2009.", "haloperidol", "allergy", "malignant"),
    ("Toxic epidermal necrolysis due to allopurinol 2013, survived.", "allopurinol", "allergy", "necrolysis"),
    ("Oxycodone made him itch all over.", "oxycodone", "allergy", "itch"),
    ("Codeine made her sick, otherwise fit.", "codeine", "intolerance", "sick"),
    ("Mum says he came up in a rash when he had Amoxil.", "amoxil", "allergy", "rash"),
    ("Penicillin - collapsed in the surgery.", "penicillin", "allergy", "collapsed"),
    ("青霉素皮试阳性，改用其他药物。", "青霉素", "allergy", "皮试"),
    ("头孢曲松皮试(+)。", "头孢曲松", "allergy", "皮试"),
    ("皮试：青霉素（++）。", "青霉素", "allergy", "皮试"),
    ("青霉素皮试呈强阳性。", "青霉素", "allergy", "皮试"),
    ("曾用头孢呋辛后出现全身皮疹。", "头孢呋辛", "allergy", "皮疹"),
    ("曾服阿司匹林后诱发哮喘。", "阿司匹林", "allergy", "哮喘"),
    ("患者禁用青霉素类药物。", "青霉素", "allergy", ""),
    ("对阿奇霉素过敏，表现为皮疹。", "阿奇霉素", "allergy", "皮疹"),
    ("10年前注射青霉素后休克。", "青霉素", "allergy", "休克"),
    ("既往服卡马西平后全身起红斑水疱。", "卡马西平", "allergy", "水疱"),
    ("小时候打青霉素过敏。", "青霉素", "allergy", ""),
    ("用左氧氟沙星会起皮疹。", "左氧氟沙星", "allergy", "皮疹"),
    ("一吃布洛芬就喘。", "布洛芬", "allergy", "喘"),
    ("不能用磺胺类，会起疹子。", "磺胺", "allergy", "疹"),
    ("既往使用甲氧氯普胺后出现锥体外系反应。", "甲氧氯普胺", "allergy", "锥体外系"),
    ("2018年静滴造影剂后出现喉头水肿。", "造影剂", "allergy", "喉头水肿"),
    ("过敏史：青霉素（皮试阳性）、头孢克肟。", "头孢克肟", "allergy", ""),
    ("别嘌醇致剥脱性皮炎史。", "别嘌醇", "allergy", "剥脱性皮炎"),
    ("Previous anaphylaxis (cefuroxime).", "cefuroxime", "allergy", "anaphylaxis"),
    ("Pen allergy ++ (collapsed age 4)", "pen", "allergy", "collapsed"),
    # Of a second round.
    ("Nitrofurantoin made her chest tight.", "nitrofurantoin", "allergy", "tight"),
    ("Comes up in hives whenever she takes cefalexin.", "cefalexin", "allergy", "hives"),
    ("Gets a rash if he has penicillin.", "penicillin", "allergy", "rash"),
    ("Enalapril stopped last year because of angioedema.", "enalapril", "allergy", "angioedema"),
    ("Sulfasalazine was discontinued for agranulocytosis.", "sulfasalazine", "allergy", "agranulocytosis"),
    ("Rosuvastatin stopped 2020 (rhabdomyolysis).", "rosuvastatin", "allergy", "rhabdomyolysis"),
    ("Heparin-induced thrombocytopenia 2019.", "heparin", "allergy", "thrombocytopenia"),
    ("Aspirin-sensitive asthma.", "aspirin", "allergy", "asthma"),
    ("ACE inhibitor gave him angioedema in 2019.", "ace inhibitor", "allergy", "angioedema"),
    ("Allergy status: penicillin.", "penicillin", "allergy", ""),
    ("ADRs: Vicilline - wheeze.", "vicilline", "allergy", "wheeze"),
    ("ADR to Augmentin: jaundice.", "augmentin", "allergy", "jaundice"),
    ("Penicillin allergic (rash), tolerates cefalexin.", "penicillin", "allergy", "rash"),
    ("ALLERGIC TO PENICILLIN AND SULPHA", "sulpha", "allergy", ""),
    ("Mum says he is allergic to erythromycin.", "erythromycin", "allergy", ""),
    ("Could not tolerate metformin (diarrhoea).", "metformin", "intolerance", "diarrhoea"),
    ("Statins give him muscle aches.", "statins", "intolerance", "muscle"),
    ("Amlodipine made her ankles swell.", "amlodipine", "intolerance", "ankles"),
    ("Tramadol sent her loopy.", "tramadol", "intolerance", "loopy"),
    ("Codeine = vomiting.", "codeine", "intolerance", "vomiting"),
    ("Penicillin anaphylaxis 1999, tolerated cefuroxime since.", "penicillin", "allergy", "anaphylaxis"),
    ("既往用万古霉素时出现红人综合征。", "万古霉素", "allergy", "红人"),
    ("既往因服用依那普利出现血管性水肿。", "依那普利", "allergy", "血管性水肿"),
    ("2015年用苯妥英钠后发生DRESS。", "苯妥英钠", "allergy", "DRESS"),
    ("既往肝素诱导的血小板减少症。", "肝素", "allergy", "血小板减少"),
    ("既往对磺胺、头孢过敏。", "头孢", "allergy", ""),
    ("对青霉素和磺胺过敏。", "磺胺", "allergy", ""),
    ("忌用青霉素类药物（曾休克）。", "青霉素", "allergy", "休克"),
    ("药物不良反应史：甲硝唑（呕吐）。", "甲硝唑", "allergy", "呕吐"),
    ("每次吃阿司匹林都会喘。", "阿司匹林", "allergy", "喘"),
    ("曾用青霉素治疗肺炎，后出现皮疹。", "青霉素", "allergy", "皮疹"),
]
# What is no allergy of the patient, with a drug that is taken nonetheless (or none).
NOT = [
    ("No problems with penicillin.", None),
    ("Had amoxicillin last year without any problem.", None),
    ("Tolerated co-amoxiclav in 2021.", None),
    ("Penicillin allergy label removed after oral challenge in 2022.", None),
    ("Skin test for penicillin negative.", None),
    ("Penicillin skin test negative in 2019.", None),
    ("Can take penicillin.", None),
    ("Not allergic to penicillin.", None),
    ("His brother had hives with amoxicillin.", None),
    ("Never had a reaction to penicillin.", None),
    ("Alerts: falls risk, DNACPR.", None),
    ("Urine culture E. coli. Sensitivities: trimethoprim S, amoxicillin R, nitrofurantoin S.", None),
    ("Rash not due to amoxicillin.", None),
    ("Plan: avoid NSAIDs, repeat creatinine.", None),
    ("Cannot take tablets, needs syrup.", None),
    ("Avoid ibuprofen while the kidneys recover.", None),
    ("Amoxicillin made her better within two days.", None),
    ("Wheeze better with salbutamol.", "albuterol"),
    ("Rash treated with hydrocortisone cream.", "hydrocortisone cream"),
    ("Swelling of the ankles with heart failure, on furosemide 40 mg.", "furosemide"),
    ("Rash on the trunk, started amoxicillin today.", "amoxicillin"),
    ("Angioedema treated with icatibant.", "icatibant"),
    ("Anaphylaxis treated with adrenaline 0.5 mg im.", "epinephrine"),
    ("Itchy rash helped by cetirizine.", "cetirizine"),
    ("Cannot take her metformin as she is nil by mouth.", None),
    ("Advised never to stop prednisolone suddenly.", None),
    ("Allergy to penicillin ruled out by the allergy clinic.", None),
    ("Penicillin allergy? No.", None),
    ("Hives last week after a viral illness; takes cetirizine 10 mg.", "cetirizine"),
    ("Bad rash for 2 days. On ramipril 5 mg.", "ramipril"),
    ("Refuses statins.", None),
    ("青霉素皮试阴性，予青霉素静滴。", None),
    ("青霉素皮试(-)。", None),
    ("既往使用头孢无不适。", None),
    ("否认青霉素过敏。", None),
    ("阿莫西林耐受良好。", None),
    ("其母对青霉素过敏。", None),
    ("青霉素皮试未做。", None),
    ("服用布洛芬后体温下降。", "ibuprofen"),
    ("服用二甲双胍后血糖控制可。", "metformin"),
    ("用阿莫西林后皮疹消退。", None),
    ("曾用青霉素，未出现皮疹。", None),
    ("对青霉素不过敏。", None),
    ("无磺胺过敏。", None),
    ("肾功能不全，禁用二甲双胍。", None),
    ("Never been given penicillin.", None),
    # Of a second round.
    ("Breathless with heart failure on bisoprolol 2.5 mg since 2019.", "bisoprolol"),
    ("Asthma since childhood on salbutamol.", "albuterol"),
    ("Hepatitis B on entecavir since 2016.", "entecavir"),
    ("Neutropenia after docetaxel, day 9.", "docetaxel"),
    ("Thrombocytopenia on heparin day 7.", "heparin"),
    ("Stopped amoxicillin yesterday because of rash.", None),
    ("Rash since starting lamotrigine 3 weeks ago.", "lamotrigine"),
    ("Swollen lips 2 hours after taking ibuprofen.", "ibuprofen"),
    ("If rash with allopurinol, stop.", None),
    ("Avoid clarithromycin with simvastatin.", "simvastatin"),
    ("You must not take ibuprofen on an empty stomach.", None),
    ("Told to avoid ibuprofen because of his ulcer.", None),
    ("Nobody in the family is allergic to penicillin.", None),
    ("Mum is allergic to penicillin.", None),
    ("Asked whether she is allergic to penicillin: says no.", None),
    ("Penicillin allergy: nil.", None),
    ("Rash with amoxicillin as a child. Tolerated amoxicillin since.", None),
    ("Switched from lisinopril to metformin.", "metformin"),
    ("Alerts: lithium.", "lithium"),
    ("既往无青霉素过敏，曾用头孢无皮疹。", None),
    ("孕妇禁用左氧氟沙星。", None),
    ("父亲曾用青霉素后休克。", None),
    ("哮喘病史，曾用布地奈德后喘息好转。", "budesonide"),
    ("今日静滴头孢曲松后出现皮疹、呼吸困难。", "ceftriaxone"),
]


def _read(text: str) -> Reading:
    return read(Case(id="case", text=text), default_knowledge())


@pytest.mark.parametrize(("text", "substance", "kind", "reaction"), TOLD)
def test_what_is_not_tolerated_is_an_allergy_and_no_drug_that_is_taken(
    text: str, substance: str, kind: str, reaction: str
) -> None:
    reading = _read(text)
    found = [i for i in reading.allergies.items if i.substance.lower() == substance]
    assert [i.kind for i in found] == [kind], reading.allergies.items
    assert re.search(reaction, found[0].reaction or ""), found
    assert not [m for m in reading.medications if m.status == "current"]


@pytest.mark.parametrize(("text", "taken"), NOT)
def test_what_sounds_like_it_is_no_allergy(text: str, taken: str | None) -> None:
    reading = _read(text)
    assert reading.allergies.status != "listed", reading.allergies.items
    assert taken is None or taken in [m.drug for m in reading.medications if m.status != "stopped"]


def test_what_a_reaction_was_is_not_of_today() -> None:
    reading = _read("49F, fever. Anaphylaxis to amoxicillin 2015 (ITU). Amoxicillin gave her hives.")
    assert [(i.substance, i.reaction) for i in reading.allergies.items] == [("amoxicillin", "Anaphylaxis")]
    assert not [f for f in reading.findings if "naphyla" in f.label and f.temporality == "recent"]
    assert not [f for f in reading.findings if f.label == "urticaria"]


def test_a_number_in_a_reaction_counts_nothing() -> None:
    assert not _read("Heparin caused low platelets (HIT) 2019.").measurements


def test_a_drug_that_is_named_in_a_reaction_is_not_taken() -> None:
    reading = _read("Allergies: sulfa (SJS with Septrin 2009)")
    assert not [m for m in reading.medications if m.status == "current"]
    assert {i.substance for i in reading.allergies.items} >= {"sulfa"}


def test_what_is_taken_instead_stays() -> None:
    reading = _read("Penicillin allergy: takes doxycycline 100 mg.")
    assert "doxycycline" in [m.drug for m in reading.medications]
