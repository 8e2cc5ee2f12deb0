"""Findings that are harmless one by one and urgent together, whatever has caused them.

A ranking may give its belief to a likely, less dangerous disease (IgA vasculitis for a child's purple spots); these
pairs ask for haste before anybody has decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from core.diagnosis.floors import Ground
from core.diagnosis.model import Spans, TriageReason
from core.diagnosis.observations import Observations
from core.knowledge.schema import Urgency
from core.language.model import Reading

FEVER = ("HP:0001945",)
CHILLS = ("HP:0025143", "HP:0025145")
SPOTS = ("BD:non-blanching-rash", "HP:0031365", "HP:0000979", "BD:purpura-legs-buttocks", "BD:purpura-or-dic-bleeding")
PREGNANT = ("BD:pregnancy", "BD:postpartum", "BD:pregnancy-test-positive", "BD:could-be-pregnant")
EARLY_BLEEDING_OR_PAIN = ("HP:0034263", "HP:0034267", "BD:lower-abdominal-pain", "BD:unilateral-pelvic-pain",
                          "BD:rlq-pain", "BD:llq-pain")  # fmt: skip
COLLAPSE = ("HP:0001279", "HP:0031972", "BD:shoulder-tip-pain", "HP:0002615")
HEAD_INJURY = ("BD:recent-head-injury", "BD:head-injury-weeks-ago")
THIN_BLOOD = ("BD:anticoagulant-use", "HP:0008151")
BLEEDING = ("HP:0000421", "HP:0002239", "HP:0002105", "HP:0000790", "HP:0034263")
LIGHT_HEADED = ("BD:dizziness", "HP:0001279", "HP:0002615", "HP:0001649")
LEG_CLOT = ("HP:0002625", "BD:unilateral-leg-swelling", "BD:entire-leg-swollen")
LUNG_CLOT = ("HP:0002094", "HP:0033771", "HP:0002105", "HP:0001279")
STIFF_JOINT = ("BD:cannot-move-joint", "BD:joint-warmth-and-redness", "BD:acute-monoarthritis")
CHILD_OFF_LEG = ("BD:child-limp", "BD:acute-limp-after-cold", "HP:0031955")
FACE_DROOPS = ("HP:0012799", "BD:lower-face-weakness-forehead-spared")
STROKE_BESIDE = ("HP:0001269", "HP:0002381", "BD:one-arm-or-leg-weakness")
WEAK = ("HP:0001324", "HP:0001269", "BD:one-arm-or-leg-weakness")
IRREGULAR_HEART = ("BD:irregular-heartbeat-felt", "HP:0005110", "BD:known-atrial-fibrillation")
STIFF_NECK = ("HP:0025258", "HP:0031179", "BD:kernig-sign", "BD:brudzinski-sign")
DROWSY = ("HP:0002329", "HP:0004372", "BD:altered-mental-status", "HP:0001289")
SEVERE_PAIN_OF_TISSUE = ("BD:pain-out-of-proportion-to-skin", "BD:pain-out-of-proportion-limb")
DYING_TISSUE = ("BD:skin-crepitus", "BD:skin-necrosis-or-bullae", "BD:rapidly-spreading-soft-tissue-infection")
NO_WEIGHT = ("BD:cannot-bear-weight",)
PAIN_OF_THE_HEART = ("HP:0100749", "HP:0410019", "BD:burning-epigastric-pain", "BD:upper-abdominal-pain")
SWEATING = ("HP:0000975",)
NOISY_BREATHING = ("HP:0010307", "HP:0005348")
CANNOT_SWALLOW_OR_LIE = ("HP:0002307", "BD:tripod-position", "BD:sits-leaning-forward", "BD:muffled-voice")
# Two of these beside a lactate above 2 mmol/L, in pregnancy or after a birth. The limits of the systemic inflammatory
# response (Bone, Chest 1992), with a heart rate of 100 where it is pregnant: expert estimate.
LACTATE = 2.0
ENOUGH_SIGNS = 2


class Alarm(NamedTuple):
    """A finding of each group must be present for the level."""

    groups: tuple[tuple[str, ...], ...]
    level: Urgency
    text: str
    text_zh: str


# Advanced Life Support Group, Advanced paediatric life support, 6th edition, 2016.
AIRWAY = Alarm(
    (NOISY_BREATHING, CANNOT_SWALLOW_OR_LIE),
    "emergent",
    "threatened airway: do not examine the throat or lay the patient down; call anaesthetist and ENT now",
    "气道受威胁：勿检查咽喉、勿让患者平卧，立即呼叫麻醉科和耳鼻喉科",
)
# Expert estimates, except where a guideline is named.
ALARMS = (
    AIRWAY,
    # NICE NG240, Meningitis (bacterial) and meningococcal disease, 2024.
    Alarm((FEVER, SPOTS), "emergent", "fever with spots that may not fade", "发热伴可能压之不褪色的皮疹"),
    Alarm((FEVER, STIFF_NECK), "emergent", "fever with a stiff neck", "发热伴颈强直"),
    Alarm((("HP:0012416",), DROWSY), "emergent", "raised carbon dioxide with drowsiness", "二氧化碳潴留伴嗜睡"),
    Alarm((SEVERE_PAIN_OF_TISSUE, DYING_TISSUE), "emergent", "pain beyond what the skin shows, with dying tissue",
          "与皮肤表现不符的剧痛伴组织坏死"),
    # NICE NG126, Ectopic pregnancy and miscarriage, 2019.
    Alarm(
        (PREGNANT, EARLY_BLEEDING_OR_PAIN, COLLAPSE),
        "emergent",
        "pain or bleeding in a possible pregnancy with faintness or shoulder pain",
        "可能妊娠，腹痛或出血伴头晕或肩痛",
    ),
    # A newborn that feeds badly and is drowsy (NICE NG195, Neonatal infection: antibiotics for prevention and
    # treatment, 2021, names both among its clinical indicators).
    Alarm((("BD:newborn-poor-feeding-lethargy",),), "emergent", "a newborn that is drowsy and feeds badly",
          "新生儿嗜睡、拒奶"),
    Alarm((FACE_DROOPS, STROKE_BESIDE), "emergent", "a drooping face with a weak limb or speech trouble",
          "面部下垂伴肢体无力或言语障碍"),
    Alarm((WEAK, IRREGULAR_HEART, ("BD:age-over-65",)), "emergent", "weakness with an irregular heart over sixty-five",
          "65岁以上肢体无力伴心律不齐"),
    Alarm((HEAD_INJURY, THIN_BLOOD), "emergent", "head injury with thinned blood", "抗凝状态下的头部外伤"),
    Alarm((THIN_BLOOD, BLEEDING, LIGHT_HEADED), "emergent", "bleeding with thinned blood, and faint", "抗凝出血伴头晕"),
    Alarm((HEAD_INJURY, ("BD:persistent-vomiting", "HP:0001250", "HP:0001289")), "emergent",
          "head injury with repeated vomiting, a fit or confusion", "头部外伤伴反复呕吐、抽搐或意识模糊"),
    Alarm((("BD:postpartum",), FEVER, ("HP:0025143", "HP:0025145", "BD:high-fever", "HP:0001649", "HP:0002789")),
          "emergent", "fever with rigors or a fast pulse after a birth", "产后发热伴寒战或心动过速"),
    Alarm((LEG_CLOT, LUNG_CLOT), "emergent", "a swollen leg with breathlessness, chest pain or a faint",
          "单侧腿肿伴气促、胸痛或晕厥"),
    Alarm((FEVER, STIFF_JOINT), "emergent", "fever with a hot or immovable joint", "发热伴关节红热或不能活动"),
    # Fever and refusal to bear weight are two of four predictors of a septic hip (Kocher, J Bone Joint Surg Am 1999).
    Alarm((FEVER, CHILD_OFF_LEG, NO_WEIGHT), "emergent", "a child with fever who will not bear weight",
          "患儿发热且不能负重"),
    Alarm((PAIN_OF_THE_HEART, SWEATING, ("BD:age-over-50",)), "emergent",
          "chest or upper abdominal pain with sweating over fifty", "50岁以上胸痛或上腹痛伴出汗"),
    # Fever may be late or missing: who is unwell or shivers after chemotherapy is seen at once (NICE CG151, Neutropenic
    # sepsis: prevention and management in people with cancer, 2012, for those who are unwell).
    Alarm((("BD:recent-chemotherapy", "BD:severe-neutropenia"), (*FEVER, *CHILLS)), "emergent",
          "fever or shivering after chemotherapy or with few neutrophils", "化疗后或中性粒细胞减少伴发热或寒战"),
)  # fmt: skip


def airway_threatened(observations: Observations) -> bool:
    """Could the airway close when the throat is touched or the patient is laid down?"""
    return all(any(observations.present(finding) for finding in group) for group in AIRWAY.groups)


def alarmed(observations: Observations, reading: Reading) -> list[Ground]:
    """The grounds that findings give together."""
    grounds = []
    for alarm in ALARMS:
        seen = [next((f for f in group if observations.present(f)), None) for group in alarm.groups]
        named = [finding for finding in seen if finding is not None]
        if len(named) == len(alarm.groups):
            spans = tuple(s for finding in named for s in observations.spans(finding))
            grounds.append(_ground(alarm.level, alarm.text, alarm.text_zh, spans))
    return grounds + list(_inflamed(observations, reading))


def _inflamed(observations: Observations, reading: Reading) -> Iterator[Ground]:
    """Two signs of a systemic inflammatory response beside a raised lactate, or in pregnancy and after a birth."""
    carrying = bool(reading.patient.pregnant) or observations.present("BD:postpartum")
    values = {m.analyte: m for m in reading.measurements if m.experiencer == "patient" and m.temporality == "recent"}
    lactate = values.get("lactate")
    if not carrying and (lactate is None or lactate.value <= LACTATE):
        return
    # Normal from … to, both included.
    normal = {
        "temperature": (36.0, 38.0),
        "heart-rate": (0.0, 100.0 if carrying else 90.0),
        "respiratory-rate": (0.0, 20.0),
        "white-cell-count": (4.0, 16.0 if carrying else 12.0),
    }
    signs = [values[name] for name in normal if name in values]
    signs = [m for m in signs if not normal[m.analyte][0] <= m.value <= normal[m.analyte][1]]
    if len(signs) >= ENOUGH_SIGNS:
        beside = () if lactate is None else ((lactate.start, lactate.end),)
        text = (
            "signs of sepsis in pregnancy or after a birth" if carrying else "signs of inflammation with raised lactate"
        )
        zh = "妊娠期或产后脓毒症征象" if carrying else "炎症反应征象伴乳酸升高"
        yield _ground("emergent", text, zh, (*((m.start, m.end) for m in signs), *beside))


def _ground(level: Urgency, text: str, text_zh: str, spans: Spans) -> Ground:
    return Ground(level, TriageReason(text=text, text_zh=text_zh, spans=tuple(dict.fromkeys(spans))))
