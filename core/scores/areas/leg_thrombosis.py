"""Thrombosis: Wells' criteria for deep vein thrombosis."""

from __future__ import annotations

from core.scores.areas.parts import sign
from core.scores.areas.thrombosis_signs import CANCER, IN_BED, PREVIOUS, TENDER_VEIN, WIDER_BY_3_CM
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import any_of
from core.scores.inputs import Told
from core.scores.reading_legs import read_no_leg_complaint, read_wider_calf
from core.scores.reading_operation import operated_within
from core.scores.reading_phrases import first_known, said

CALCULATORS = (
    Calculator(
        id="wells-dvt",
        names=(
            "Wells' criteria for DVT",
            "Wells score (DVT)",
            "Wells DVT",
            "Wells score for DVT",
            "Wells score for deep vein thrombosis",
        ),
        zh="深静脉血栓Wells评分",
        purpose="Probability of deep vein thrombosis where it is suspected, before D-dimer or ultrasound.",
        population=Population(
            youngest=18,
            in_pregnancy=False,
            exclusions="For outpatients in whom deep vein thrombosis is suspected.",
            exclusions_zh="用于疑似深静脉血栓的门急诊患者。",
        ),
        inputs=(
            CANCER,
            sign(
                "paralysis",
                "paralysis, weakness or plaster of the leg",
                "下肢瘫痪、无力或石膏固定",
                "HP:0010550",
                "HP:0001269",
                "HP:0002301",
                "HP:0007340",
                words=r"(?:leg|lower limb|lower extremity) (?:paralysis|paresis|in plaster)"
                r"|plaster cast (?:on|of) (?:the|that|his|her) (?:\w+ )?leg|(?:above|below)-knee (?:plaster|cast)\b"
                r"|non-?weight-?bearing in a (?:plaster|cast)|\bNWB in (?:a )?(?:plaster|cast|POP)\b",
            ),
            sign(
                "bedridden",
                "bedridden for three days, or major surgery in the last twelve weeks",
                "卧床≥3天或12周内大手术",
                "BD:recent-immobility",
                "BD:recent-surgery",
                denied=("BD:recent-immobility", "BD:recent-surgery"),
                words=first_known(operated_within(12), said(IN_BED)),
                at_presentation=True,
            ),
            sign(
                "tenderness",
                "tenderness along the deep veins",
                "沿深静脉压痛",
                "BD:deep-vein-tenderness",
                "BD:calf-pain",
                words=TENDER_VEIN,
            ),
            sign(
                "entire",
                "entire leg swollen",
                "整个下肢肿胀",
                "BD:entire-leg-swollen",
                words=r"(?:whole|entire) (?:\w+ )?(?:leg|limb) (?:is |was )?(?:swollen|swelling)",
            ),
            sign(
                "calf",
                "calf swollen by 3 cm or more",
                "小腿肿胀≥3 cm",
                "BD:unilateral-leg-swelling",
                words=first_known(said(WIDER_BY_3_CM), read_wider_calf),
            ),
            sign(
                "pitting",
                "pitting oedema of the leg",
                "患侧凹陷性水肿",
                "BD:pitting-oedema-of-one-leg",
                "HP:0012398",
                denied=("HP:0012398",),
                words=r"\bpitting (?:to|of|up|at|on|over)\b",
            ),
            sign(
                "collateral",
                "collateral superficial veins",
                "浅表侧支静脉",
                "BD:collateral-superficial-veins",
                words=r"(?:dilated|prominent|collateral)(?: (?:superficial|collateral))+ veins",
            ),
            PREVIOUS,
            Told(
                id="alternative",
                en="another diagnosis at least as likely",
                zh="其他诊断可能性相当或更大",
                read=read_no_leg_complaint,
                absent=False,
            ),
        ),
        criteria=(
            *(
                any_of((key,))
                for key in ("cancer", "paralysis", "bedridden", "tenderness", "entire", "calf", "pitting")
            ),
            any_of(("collateral",)),
            any_of(("previous",)),
            any_of(("alternative",), -2),
        ),
        categories=(
            Category(
                -2,
                "low",
                "低概率",
                "0 or less: about 5 %. In two levels: below 2, unlikely.",
                "≤0分：约5%。两级法：<2分可能性小。",
                low=True,
            ),
            Category(
                1,
                "moderate",
                "中概率",
                "1 or 2: about 17 %. In two levels: 2 or more, likely.",
                "1–2分：约17%。两级法：≥2分可能性大。",
            ),
            Category(
                3, "high", "高概率", "3 or more: 17 to 53 %. In two levels: likely.", "≥3分：17–53%。两级法：可能性大。"
            ),
        ),
        unit="points",
        source="Wells PS et al. N Engl J Med 2003;349:1227-1235",
        matters=lambda case: 0.5 if case.present("BD:unilateral-leg-swelling", "HP:0002625") else 0,
        never_low_while_unknown=True,
    ),
)
