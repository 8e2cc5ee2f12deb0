"""Risk of thrombosis in hospital and in cancer: Padua, IMPROVE, Khorana."""

from __future__ import annotations

from dataclasses import replace

from core.scores.areas.background import AGE
from core.scores.areas.measures import measure, measures, on_request
from core.scores.areas.parts import answer, answers, past, sign
from core.scores.calculator import Calculator, Category, Population
from core.scores.criteria import above, any_of, at_least, below, flagged, met
from core.scores.reading_operation import operated_within

_EARLIER = past(
    "earlier", "earlier venous thrombosis or embolism", "既往静脉血栓栓塞", "BD:history-of-venous-thromboembolism"
)
_THROMBOPHILIA = past(
    "thrombophilia",
    "thrombophilia",
    "易栓症",
    "HP:0100724",
    words=r"thrombophilia|factor V Leiden|antiphospholipid|protein [CS] deficiency|antithrombin deficiency|"
    r"prothrombin (?:gene )?(?:mutation|G20210A)",
)
_CANCER = sign("cancer", "active cancer", "活动性癌症", "BD:active-cancer")
_STILL = sign(
    "immobile",
    "reduced mobility",
    "活动受限",
    "BD:recent-immobility",
    words=r"bed ?rest|bed-?bound|bedridden|immobil\w+|reduced mobility|confined to bed|non-?ambulatory",
    against=r"\bambulant\b|independently mobile|fully mobile|ambulatory|mobili[sz]ing|walks (?:independently|unaided)",
)
_ADULT = Population(youngest=18, exclusions="For medical patients in hospital.", exclusions_zh="用于内科住院患者。")
_SITE = answer(
    "site",
    "site of the cancer",
    "肿瘤部位",
    (
        2,
        (
            r"(?:gastric|stomach|pancrea\w+)[^.;]{0,20}(?:cancer|carcinoma|adenocarcinoma|malignan\w+|tumou?r)|"
            r"cancer of the (?:stomach|pancreas)"
        ),
    ),
    (
        1,
        (
            r"(?:lung|ovar\w+|uter\w+|endometri\w+|cervical|bladder|testic\w+|gyn(?:a)?ecolog\w+)[^.;"
            r"]{0,20}(?:cancer|carcinoma|adenocarcinoma|malignan\w+|tumou?r)"
            r"|lymphoma|seminoma|germ cell|NSCLC|SCLC|cancer of the (?:lung|ovary|bladder|testis)"
        ),
    ),
    (
        0,
        (
            r"(?:breast|colo\w*|rect\w+|prostate|renal|kidney|head and neck|liver|hepatocellular|thyroid|brain|"
            r"skin|o?esophag\w+|melanoma|sarcoma)"
            r"[^.;]{0,20}(?:cancer|carcinoma|adenocarcinoma|malignan\w+|tumou?r)|melanoma|sarcoma|glioma|myeloma"
        ),
    ),
    absent=0,
)

CALCULATORS = (
    Calculator(
        id="padua",
        names=("Padua prediction score", "Padua score", "Padua", "Padua prediction score for VTE"),
        zh="Padua评分",
        purpose="Risk of venous thromboembolism in medical patients in hospital.",
        population=_ADULT,
        inputs=(
            _CANCER,
            _EARLIER,
            _STILL,
            _THROMBOPHILIA,
            sign(
                "injury",
                "trauma or surgery within a month",
                "1个月内创伤或手术",
                "BD:recent-surgery",
                "BD:recent-trauma",
                words=operated_within(52 / 12),
            ),
            AGE,
            past(
                "failing",
                "heart or respiratory failure",
                "心力衰竭或呼吸衰竭",
                "BD:history-of-heart-failure",
                "HP:0002878",
                words=r"(?:heart|respiratory|cardiac) failure|CHF|COPD exacerbation",
            ),
            sign(
                "acute",
                "acute infarction or ischaemic stroke",
                "急性心肌梗死或缺血性卒中",
                "HP:0001658",
                "HP:0002140",
                words=r"acute (?:\w+ )?(?:stroke|MI|myocardial infarction)|STEMI|ischa?emic stroke|cerebral infarct\w*",
            ),
            sign(
                "infection",
                "acute infection or rheumatic disease",
                "急性感染或风湿病",
                "BD:suspected-or-proven-infection",
                "BD:autoimmune-disease",
                words=r"pneumonia|sepsis|cellulitis|pyelonephritis|urinary tract infection|\bUTI\b|lupus|"
                r"rheumatoid arthritis|cholangitis|infected|infection",
            ),
            *measures("height", "weight"),
            measure("bmi", assumable=True),
            sign("obesity", "obesity", "肥胖", "HP:0001513"),
            sign(
                "hormones",
                "hormonal treatment",
                "激素治疗",
                "BD:oestrogen-use",
                words=r"(?:o?estrogen|hormone replacement|HRT|contraceptive|tamoxifen)",
            ),
        ),
        criteria=(
            any_of(("cancer",), 3),
            any_of(("earlier",), 3),
            any_of(("immobile",), 3),
            any_of(("thrombophilia",), 3),
            any_of(("injury",), 2),
            met(1, at_least("age", 70)),
            any_of(("failing",)),
            any_of(("acute",)),
            any_of(("infection",)),
            met(1, at_least("bmi", 30), flagged("obesity")),
            any_of(("hormones",)),
        ),
        categories=(
            Category(0, "low", "低风险", "0 to 3: 0.3 % without prophylaxis.", "0–3分：未预防者0.3%。", low=True),
            Category(4, "high", "高风险", "4 or more: 11 % without prophylaxis.", "≥4分：未预防者11%。"),
        ),
        unit="points",
        source="Barbar S et al. J Thromb Haemost 2010;8:2450-2457",
        matters=on_request,
        never_low_while_unknown=True,
    ),
    Calculator(
        id="improve-vte",
        names=("IMPROVE VTE score", "IMPROVE VTE", "IMPROVE", "IMPROVE VTE risk score"),
        zh="IMPROVE静脉血栓评分",
        purpose="Risk of venous thromboembolism within three months of admission for a medical illness.",
        population=_ADULT,
        inputs=(
            _EARLIER,
            _THROMBOPHILIA,
            sign(
                "paralysis",
                "paralysis of a leg",
                "下肢瘫痪",
                words=r"(?:paraly\w+|paresis|paraplegi\w+|hemiplegi\w+|hemipare\w+|plegi\w+)",
            ),
            sign("cancer", "cancer, active or within 5 years", "癌症（现患或5年内）", "BD:active-cancer"),
            replace(_STILL, en="immobilisation (in the strict sense for 7 days)", zh="制动（严格定义为7天）"),
            sign(
                "intensive",
                "stay in intensive or coronary care",
                "入住ICU或CCU",
                words=r"\bICU\b|\bCCU\b|intensive care|critical care|coronary care",
            ),
            AGE,
        ),
        criteria=(
            any_of(("earlier",), 3),
            any_of(("thrombophilia",), 2),
            any_of(("paralysis",), 2),
            any_of(("cancer",), 2),
            any_of(("immobile",)),
            any_of(("intensive",)),
            met(1, above("age", 60)),
        ),
        categories=(
            Category(0, "low", "低风险", "0 or 1.", "0–1分。", low=True),
            Category(2, "moderate", "中风险", "2 or 3.", "2–3分。"),
            Category(4, "high", "高风险", "4 or more.", "≥4分。"),
        ),
        unit="points",
        source="Spyropoulos AC et al. Chest 2011;140:706-714",
        matters=on_request,
        never_low_while_unknown=True,
    ),
    Calculator(
        id="khorana",
        names=("Khorana score", "Khorana", "Khorana risk score"),
        zh="Khorana评分",
        purpose="Risk of venous thromboembolism under chemotherapy.",
        population=Population(
            youngest=18,
            exclusions="Before chemotherapy of a solid tumour or lymphoma.",
            exclusions_zh="实体瘤或淋巴瘤化疗前。",
        ),
        inputs=(
            _SITE,
            *measures("platelets", "haemoglobin"),
            sign(
                "stimulated",
                "drugs that stimulate red cells",
                "使用促红细胞生成药",
                drugs=("epoetin alfa", "darbepoetin alfa"),
                words=r"erythropoie\w+|epoetin|darbepoetin",
            ),
            measure("white-cells"),
            *measures("height", "weight"),
            measure("bmi", assumable=True),
        ),
        criteria=(
            *answers("site"),
            met(1, at_least("platelets", 350)),
            met(1, below("haemoglobin", 10), flagged("stimulated")),
            met(1, above("white-cells", 11)),
            met(1, at_least("bmi", 35)),
        ),
        categories=(
            Category(0, "low", "低风险", "0.", "0分。", low=True),
            Category(1, "intermediate", "中风险", "1 or 2.", "1–2分。"),
            Category(3, "high", "高风险", "3 or more.", "≥3分。"),
        ),
        unit="points",
        source="Khorana AA et al. Blood 2008;111:4902-4907",
        matters=on_request,
        never_low_while_unknown=True,
    ),
)
