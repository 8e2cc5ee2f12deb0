"""Tablets of somebody else's, what an allergy once did, questions answered with no, and years behind an illness."""

from __future__ import annotations

import pytest

from tests.core.language.shipped import findings, reading

ANY, SUGAR = "took an overdose", "too many sulfonylurea tablets taken, or taken by mistake"
CALCIUM, BETA = "overdose of a calcium-channel blocker taken", "overdose of a beta-blocker taken"
OPIOID, IRON, TRICYCLIC = "heroin or strong opioid taken", "swallowed iron tablets", "tricyclic antidepressant taken"
HIT = "Heparin-induced thrombocytopenia"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Mum of Lily, 3 yrs, 14kg, swallowed granny's tablets 1 h ago - ? gliclazide 80mg x3", SUGAR),
        ("2M ate some of his dad's amlodipine an hour ago.", CALCIUM),
        ("3 year old boy drank the methadone.", OPIOID),
        ("Toddler got into nan's propranolol, maybe 4 tablets missing", BETA),
        ("4yo F swallowed 2 of her mum's iron tablets", IRON),
        ("18 month old found chewing grandad's amitriptyline", TRICYCLIC),
        ("45F took her husband's diabetes tablets by mistake this morning.", SUGAR),
        ("误服爷爷的氨氯地平2片。", CALCIUM),
        ("3岁男孩，误服降糖药3片1小时。", SUGAR),
        ("患儿2岁，误食奶奶的降压药。", ANY),
        ("患儿误服格列齐特2片，1小时前。", SUGAR),
        ("2岁患儿偷吃外婆的倍他乐克1片。", BETA),
    ],
)
def test_tablets_not_meant_for_the_patient(text: str, label: str) -> None:
    found = findings(text)
    for name in (ANY, label):
        assert (found[name].assertion, found[name].experiencer) == ("present", "patient")


@pytest.mark.parametrize(
    "text",
    [
        "Took 2 paracetamol tablets for headache.",
        "45M took his wife's codeine for back pain.",
        "His wife takes amlodipine.",
        "6yo girl took amoxicillin 250 mg tds. Swallowed her dinner.",
        "5yo swallowed a coin.",
        "3yo had paracetamol at 6 pm.",
        "8yo had his dad's cold last week.",
        "Her brother swallowed granny's tablets.",
        "3yo did not swallow mum's tablets",
        "4 year old. Given propranolol for haemangioma.",
        "否认误服药物。",
        "误食毒蘑菇2小时。",
    ],
)
def test_no_poisoning(text: str) -> None:
    assert ANY not in findings(text)


@pytest.mark.parametrize(
    ("text", "substance", "reaction"),
    [
        ("患者女，30岁，咽痛。青霉素过敏（过敏性休克）。", "青霉素", "过敏性休克"),
        ("对青霉素过敏，表现为皮疹、呼吸困难。", "青霉素", "皮疹、呼吸困难"),
        ("头孢过敏史（喉头水肿）。", "头孢", "喉头水肿"),
        ("曾因磺胺出现剥脱性皮炎。", "磺胺", "剥脱性皮炎"),
        ("既往青霉素过敏性休克史。", "青霉素", "过敏性休克"),
        ("自诉阿莫西林过敏，服后出现皮疹、喘息。", "阿莫西林", "皮疹、喘息"),
        ("有头孢曲松过敏，曾致过敏性休克。", "头孢曲松", "过敏性休克"),
        ("既往对造影剂过敏，出现喉头水肿、休克。", "造影剂", "喉头水肿、休克"),
        ("幼时注射青霉素后发生过敏性休克。", "青霉素", "过敏性休克"),
    ],
)
def test_a_reaction_is_none_of_today_in_chinese(text: str, substance: str, reaction: str) -> None:
    said = reading(text)
    assert [(i.substance, i.reaction) for i in said.allergies.items] == [(substance, reaction)]
    assert not {"shock", "rash", "shortness of breath", "wheeze", "laryngeal oedema"} & findings(text).keys()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("输注头孢后10分钟出现过敏性休克。", "shock"),
        ("今日静滴头孢后出现皮疹、呼吸困难。", "rash"),
        ("静滴青霉素后过敏，出现皮疹、呼吸困难。", "shortness of breath"),
        ("患者对青霉素过敏，现皮疹2天伴呼吸困难。", "rash"),
        ("对虾过敏，出现皮疹2小时。", "rash"),
        ("过敏史：头孢（休克）。现发热3天。", "fever"),
        ("过敏史：无。发热3天，咳嗽。", "fever"),
    ],
)
def test_what_is_had_today_stays(text: str, label: str) -> None:
    assert (findings(text)[label].assertion, findings(text)[label].temporality) == ("present", "recent")


def test_no_history_of_a_reaction() -> None:
    assert reading("无青霉素过敏性休克史。").allergies.items == ()


@pytest.mark.parametrize(
    ("text", "reaction"),
    [
        ("Allergies: penicillin - anaphylaxis (age 6)\nMeds: OCP", "anaphylaxis (age 6)"),
        ("Allergies: sulfa - SJS (2009); latex", "SJS (2009)"),
        ("Penicillin allergy: anaphylaxis (childhood). Cough.", "anaphylaxis (childhood)"),
        ("Penicillin - anaphylaxis (age 6). Cough.", "anaphylaxis (age 6)"),
        ("Allergies: amoxicillin: hives (on arms), aspirin", "hives (on arms)"),
        ("Allergies: penicillin (rash).", "rash"),
    ],
)
def test_a_reaction_keeps_its_bracket(text: str, reaction: str) -> None:
    said = reading(text)
    assert said.allergies.items[0].reaction == reaction
    assert said.patient.age_years is None


@pytest.mark.parametrize(
    "text",
    [
        "Took sildenafil? no - husband's. BP 84/50",
        "On warfarin? No. Chest pain.",
        "Takes apixaban? nope",
        "Is she on metformin? No, sister's.",
        "Taking lithium? Denies.",
    ],
)
def test_a_question_answered_with_no(text: str) -> None:
    said = reading(text)
    assert said.medications == ()
    assert not any(f.assertion in ("present", "possible") for f in said.findings if " use" in f"{f.label} ")


@pytest.mark.parametrize("text", ["Takes warfarin? Yes.", "Warfarin? yes.", "On warfarin? Y."])
def test_a_question_answered_with_yes(text: str) -> None:
    assert [(m.drug, m.status) for m in reading(text).medications] == [("warfarin", "current")]


@pytest.mark.parametrize(
    "text",
    [
        "HIT 2021 (heparin-induced thrombocytopenia). 60M in for hernia repair",
        "HIT 2021. On enoxaparin 40 mg od.",
        "Heparin-induced thrombocytopenia 2019. Now for CABG.",
        "HIT (2018), now chest pain.",
        "HIT: 2020 with enoxaparin.",
    ],
)
def test_a_year_behind_an_illness_is_of_the_past(text: str) -> None:
    found = [f for f in reading(text).findings if "thrombocytopenia" in f.label]
    assert found
    assert all(f.temporality == "historical" for f in found)


def test_an_illness_of_now_has_no_year() -> None:
    assert findings("Platelets fell to 40 on day 7 of heparin, HIT.")[HIT].temporality == "recent"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ('Text from pt: "hi dr, took like 30 paracetamol, feel fine" 17 y/o girl, 50kg. On isoniazid.', 17.0),
        ('"my tummy hurts and I\'m scared", 17 y/o girl, 50kg.', 17.0),
        ('"I am sick, I have chest pain and I feel awful" 60yo man, 80 kg', 60.0),
        ('Text from mum: "she is 9 kg and I have tried Calpol" 14-month-old girl', 14 / 12),
        ('Msg: "I\'m 40 weeks and I have pain" 31 y/o woman', 31.0),
    ],
)
def test_the_age_behind_a_quoted_message(text: str, years: float) -> None:
    assert reading(text).patient.age_years == pytest.approx(years, abs=0.01)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Febrile 38.9. Confused per roommate. Purple spots on legs", "confusion"),
        ("More confused per wife.", "confusion"),
        ("Drowsy per EMS.", "drowsiness"),
        ("Febrile per mum.", "fever"),
    ],
)
def test_who_reports_it(text: str, label: str) -> None:
    assert (findings(text)[label].assertion, findings(text)[label].experiencer) == ("present", "patient")
