"""Endocarditis: the modified Duke criteria."""

from __future__ import annotations

from core.scores.areas.measures import measure
from core.scores.areas.parts import likely, past, sign
from core.scores.calculator import Calculator, Category, Criterion, Population, Values
from core.scores.criteria import any_of, at_least, met

_MAJOR = (
    sign(
        "culture",
        "positive blood cultures for a typical organism",
        "典型病原体血培养阳性",
        "HP:0031864",
        words=r"blood cultures? (?:\w+ ){0,4}(?:positive|grew|growing)|positive blood cultures?|bacter(?:a)?emia"
        r"|blood cultures?:? (?:\w+\.? ){0,4}(?:Staph\w*|S\. ?aureus|MSSA|MRSA|Strept?\w*"
        r"|S\. ?(?:gallolyticus|bovis|mitis)|Enteroc\w+|E\. ?faecalis|Haemophilus|Cardiobacterium|Eikenella"
        r"|Kingella|Coxiella)",
        against=r"negative blood cultures?|cultures? (?:\w+ ){0,2}(?:negative|sterile)",
    ),
    sign(
        "imaging",
        "vegetation, abscess, dehiscence or new regurgitation",
        "赘生物、脓肿、瓣周裂或新发反流",
        words=r"vegetation|(?:perivalvular|root|intracardiac) abscess|dehiscence|new (?:\w+ )?(?:valvular "
        r")?regurgitation|new (?:\w+ )?regurgitant murmur",
    ),
)
_MINOR = (
    past(
        "predisposition",
        "predisposing heart condition or injected drugs",
        "易感心脏病或静脉吸毒",
        "BD:intravenous-drug-use",
        words=r"prosthetic (?:\w+ )?valve|(?:rheumatic|valvular|congenital) heart|bicuspid|IV drug|intravenous "
        r"drug|previous endocarditis|mechanical valve",
    ),
    measure("temperature", assumable=True),
    sign(
        "vascular",
        "vascular phenomena",
        "血管现象",
        "BD:systemic-embolism",
        words=r"Janeway|septic (?:pulmonary )?(?:emboli\w*|infarct\w*)|mycotic aneurysm|conjunctival "
        r"h(?:a)?emorrhages?|arterial embol\w+|intracranial h(?:a)?emorrhage",
    ),
    sign(
        "immune",
        "immunological phenomena",
        "免疫现象",
        words=r"Osler|Roth spots?|glomerulonephritis|rheumatoid factor (?:\w+ )?positive|positive rheumatoid factor",
    ),
    sign(
        "other-culture",
        "other microbiological evidence",
        "其他微生物学证据",
        words=r"(?:single|one) positive (?:blood )?culture|serolog\w+ (?:evidence|positive)",
    ),
)
_DEFINITE = Category(2, "definite", "确定", "Definite endocarditis by clinical criteria.", "临床确诊感染性心内膜炎。")
_POSSIBLE = Category(1, "possible", "可能", "Possible endocarditis.", "可能感染性心内膜炎。")
_REJECTED = Category(0, "not met", "未达标准", "Neither definite nor possible.", "未达标准。", low=True)


def _duke(_total: float, points: tuple[float, ...]) -> Category:
    """Two major, one and three minor, or five minor: definite. One and one, or three minor: possible."""
    major, minor = sum(points[:2]), sum(points[2:])
    if major == 2 or (major == 1 and minor >= 3) or minor == 5:
        return _DEFINITE
    return _POSSIBLE if (major == 1 and minor >= 1) or minor >= 3 else _REJECTED


def _other_culture(values: Values) -> float:
    """Other evidence counts only where the major criterion of the cultures is not met."""
    return 1 if values["other-culture"] and not values["culture"] else 0


CALCULATORS = (
    Calculator(
        id="duke",
        names=("modified Duke criteria", "Duke criteria", "Duke", "Duke criteria for endocarditis"),
        zh="改良Duke标准",
        purpose="Whether infective endocarditis is definite or possible by clinical criteria.",
        population=Population(
            exclusions="The clinical criteria of 2000; pathology decides by itself.",
            exclusions_zh="2000年临床标准；病理可独立确诊。",
        ),
        inputs=(*_MAJOR, *_MINOR),
        criteria=(
            any_of(("culture",)),
            any_of(("imaging",)),
            any_of(("predisposition",)),
            met(1, at_least("temperature", 38)),
            any_of(("vascular",)),
            any_of(("immune",)),
            Criterion(("other-culture", "culture"), _other_culture),
        ),
        categories=(_REJECTED, _POSSIBLE, _DEFINITE),
        rate=_duke,
        unit="criteria",
        source="Li JS et al. Clin Infect Dis 2000;30:633-638",
        matters=likely(0.8, "infective-endocarditis"),
        never_low_while_unknown=True,
    ),
)
