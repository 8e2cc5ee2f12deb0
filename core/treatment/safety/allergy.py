"""Drugs to which the patient is allergic, or that truly cross-react with what the patient is allergic to."""

from __future__ import annotations

import re
from typing import NamedTuple

from core.knowledge.base import Knowledge
from core.knowledge.pharmacy_patient import AllergyGroup
from core.knowledge.pharmacy_rules import SEVERITIES, DrugRule
from core.language.allergen_names import drug_meant
from core.language.en.allergens import is_no_drug, looks_like_beta_lactam
from core.language.grave_reactions import GRAVE_REACTION
from core.language.medications import drug_of
from core.language.model import AllergyItem
from core.treatment.circumstances import Circumstances, Spans
from core.treatment.model import SafetyItem
from core.treatment.outcome import Outcome, estimated, item, together
from core.treatment.prescribed import Prescribed, contents

# What people list as an allergy and is none: it speaks for care, not against the drug.
_INTOLERANCE = re.compile(
    r"nausea|vomit|emesis|diarrh|gi upset|stomach|dyspepsia|heartburn|headache|dizz|drows|constipat|cough|fatigue"
    r"|intoleran|恶心|呕吐|腹泻|胃|头痛|头晕|便秘|咳嗽|不耐受",
    re.IGNORECASE,
)
_TRUE_REACTION = re.compile(
    r"anaphyl|angio|swell|hive|urticar|rash|sjs|stevens|ten\b|dress|wheez|bronchosp|breath|shock|hypotens|throat"
    r"|过敏性休克|荨麻疹|皮疹|水肿|喘",
    re.IGNORECASE,
)
# Vancomycin that runs in too fast frees histamine without any antibody. What else is told beside it decides: see
# _TRUE_REACTION without the rash, which belongs to it.
_TOO_FAST = re.compile(r"\bred[ -]?(?:man|neck)\b|flushing syndrome|infusion[ -]rate|红人", re.IGNORECASE)
_WORSE = re.compile(rf"{GRAVE_REACTION}|angio|swell|wheez|breath|水肿|喘", re.IGNORECASE)
# What harmed without any antibody, and must not come again all the same.
_HARMED = re.compile(
    r"rhabdo|\bhitt?\b|platelet|cytop|agranulo|neutrop|molysis|aplastic|dystoni|oculogyric|malignant|serotonin|"
    r"hepatitis"
    r"|liver|jaundice|pancreatitis|pneumonitis|lung|tendon|torsade|lactic|锥体外系|张力障碍|粒细胞|血小板|横纹肌|"
    r"肝|恶性综合征",
    re.IGNORECASE,
)
_CHINESE_NO_DRUG = re.compile(
    r"海鲜|花生|坚果|虾|蟹|鱼|牛奶|鸡蛋|蛋|芒果|水果|花粉|螨|尘|动物|宠物|猫|狗|毛|酒|胶|漆|紫外线|日光|冷空气|"
    r"食物|豆|肉|染发|化妆|金属|蜂"
)
_ANTIBIOTIC = re.compile(r"antibiotic|antibacterial|抗生素|抗菌药|消炎药", re.IGNORECASE)
_BETA_LACTAMS = frozenset(("penicillins", "cephalosporins", "carbapenems"))
_SAME = estimated(
    "contraindicated",
    ("The record lists an allergy to this very drug.", "病历记载对该药过敏。"),
    ("Choose another drug, or clarify the reaction first.", "换用其他药物，或先核实过敏反应。"),
)
_HARM = estimated(
    "contraindicated",
    ("The record tells of a grave reaction to this very drug.", "病历记载本药曾引起严重不良反应。"),
    (
        "Choose another drug; whether it may ever be given again is for a specialist.",
        "换用其他药物；能否再次使用须由专科判断。",
    ),
)
# An allergen that no drug matches: said for itself, and of the drugs that are most often meant.
_UNKNOWN = estimated(
    "moderate",
    (
        "The record lists an allergy to this, which matches no known drug: nothing was checked against it.",
        "病历记载对其过敏，但无法对应任何已知药物：未据此进行任何检查。",
    ),
    ("Find out what is meant before a drug is given.", "用药前先核实所指药物。"),
)
_PERHAPS = (
    "The record lists an allergy that matches no known drug, and it may be this one.",
    "病历所载过敏原无法对应任何已知药物，可能即为本药。",
)
_FIND_OUT = ("Find out what is meant first.", "先核实所指药物。")
_PERHAPS_SO = estimated("moderate", _PERHAPS, _FIND_OUT)
_PROBABLY_SO = estimated("major", _PERHAPS, _FIND_OUT)
_UPSET = estimated(
    "minor",
    (
        "The record lists this drug with a reaction that is an intolerance, not an allergy.",
        "病历所载反应属于不耐受，而非过敏。",
    ),
    ("Ask what happened; it may be given with care.", "询问具体情况；可谨慎使用。"),
)
_FLUSHED = estimated(
    "moderate",
    (
        "The record tells of a reaction to the rate of the infusion (red man), which is no allergy.",
        "病历所载为输注过快反应（红人综合征），并非过敏。",
    ),
    (
        "It may be given: slowly, at most 10 mg/min and over at least an hour, after an antihistamine.",
        "可以使用：缓慢输注，不超过10 mg/min且至少1小时，先用抗组胺药。",
    ),
)
# Guidance differs: the AAAAI (2022) gives a cephalosporin with another side chain after any penicillin reaction, the
# BNF with caution after an immediate one. The safer.
_OTHER_CHAIN = estimated(
    "moderate",
    (
        "After anaphylaxis to a penicillin: its side chain is another one, a cross-reaction is rare.",
        "曾对青霉素类发生严重过敏反应：本药侧链不同，交叉过敏少见。",
    ),
    (
        "It may be given where it is needed: first dose under observation, adrenaline at hand.",
        "确有需要时可用：首剂在观察下给予，备好肾上腺素。",
    ),
)


def check(about: Circumstances) -> Outcome:
    """Each drug against each listed substance: the drug itself, then the groups they share."""
    found: list[SafetyItem] = []
    unread: list[str] = []
    groups = about.knowledge.drugs.allergy_groups
    for listed in about.allergies.items:
        read = _read_as(listed.substance, about.knowledge)
        if read.guessed:
            unread.append(f"allergy to {listed.substance}: taken for {read.guessed}")
        if not read.groups and not any(map(about.knowledge.drugs.get, read.substances)):
            found += _unmatched(listed, read, about)
            if not read.substances:
                unread.append(f"allergy to {listed.substance}: not a known substance")
            elif not is_no_drug(listed.substance):
                unread.append(f"{listed.substance}: not in the drug knowledge")
        for drug in about.drugs:
            found += _judged(drug, listed, read.substances, read.groups, groups)
    unread += [f"{d.shown}: not in the drug knowledge" for d in about.drugs if d.known is None]
    if about.allergies.status == "unknown" and about.drugs:
        unread.append("the record says nothing about allergies")
    judged = tuple(d.shown for d in about.drugs if d.known is not None)
    return Outcome(together(found), judged, tuple(unread))


class _Read(NamedTuple):
    """What a listed substance is taken for: drugs, groups, and the name that a misspelt one was guessed to mean."""

    substances: set[str]
    groups: set[str]
    guessed: str | None = None


def _read_as(listed: str, knowledge: Knowledge) -> _Read:
    """As it is written; then by its words ("pen V", "penicillin-type antibiotics"); then as what it nearly says."""
    read = _plainly(listed, knowledge)
    if read.groups or any(map(knowledge.drugs.get, read.substances)):
        return read
    words = re.findall(r"[a-z][a-z0-9]+", listed.lower())
    groups = {g for word in words for g in _named_groups(word, knowledge.drugs.allergy_groups)}
    if groups:
        return _Read(read.substances, groups)
    for word in () if read.substances else words:
        meant = drug_meant(knowledge, word)
        if meant is not None and not meant.exact:
            return _plainly(meant.name, knowledge)._replace(guessed=meant.name)
    return read


def _plainly(listed: str, knowledge: Knowledge) -> _Read:
    substances = _substances(listed, knowledge)
    known = [k for s in substances if (k := knowledge.drugs.get(s))]
    named = _named_groups(listed, knowledge.drugs.allergy_groups)
    return _Read(substances, {*named, *(g for k in known for g in k.facts.allergy)})


def _unmatched(listed: AllergyItem, read: _Read, about: Circumstances) -> list[SafetyItem]:
    """What is said of an allergen that is no drug of ours, unless it is none at all: itself, and that a beta-lactam may
    be meant, which most that look like one are. Those are the drugs that people are most often allergic to."""
    named = read.substances and not _ANTIBIOTIC.search(listed.substance)
    if named or is_no_drug(listed.substance) or _CHINESE_NO_DRUG.search(listed.substance):
        return []
    spans = _places(listed)
    itself = item("allergy", _UNKNOWN, (), because=spans).model_copy(update={"drugs": (listed.substance,)})
    alike = looks_like_beta_lactam(listed.substance) or _ANTIBIOTIC.search(listed.substance) is not None
    rule = _PROBABLY_SO if alike else _PERHAPS_SO
    said = (f' The record: "{listed.substance}".', f"病历所载：“{listed.substance}”。")
    lactams = [drug for drug in about.drugs if _BETA_LACTAMS.intersection(drug.facts.allergy)]
    return [itself, *(item("allergy", rule, (drug,), because=spans, also=said) for drug in lactams)]


def _places(listed: AllergyItem) -> Spans:
    return ((listed.start, listed.end),) if listed.start is not None and listed.end is not None else ()


def _substances(listed: str, knowledge: Knowledge) -> set[str]:
    """The drugs that an entry of the allergy list names; of a combination all its parts."""
    drug = drug_of(knowledge, listed)
    return set(contents(listed, drug, knowledge)) or ({drug} if drug else set())


def _named_groups(substance: str, groups: dict[str, AllergyGroup]) -> set[str]:
    """The groups that the record calls by their name: "penicillin" stands for all of them."""
    plain = substance.lower().strip()
    return {g.id for g in groups.values() if any(re.fullmatch(rf"{re.escape(w.lower())}s?", plain) for w in g.words)}


def _intolerance(listed: AllergyItem) -> bool:
    """Does the record call it an intolerance, or tell only of what is none of the immune system's doing?"""
    reaction = listed.reaction or ""
    if _TRUE_REACTION.search(reaction):
        return False
    return listed.kind == "intolerance" or bool(_INTOLERANCE.search(f"{reaction} {listed.substance}"))


def _flushed(listed: AllergyItem) -> bool:
    """Was it run in too fast, and nothing else?"""
    told = f"{listed.reaction or ''} {listed.substance}"
    return bool(_TOO_FAST.search(told)) and not _WORSE.search(told)


def _judged(
    drug: Prescribed, listed: AllergyItem, substances: set[str], theirs: set[str], groups: dict[str, AllergyGroup]
) -> list[SafetyItem]:
    shared = [groups[g] for g in drug.facts.allergy if g in theirs and g in groups]
    same = drug.name in substances
    kin = (
        "penicillins" in theirs
        and "cephalosporins" in drug.facts.allergy
        and bool(_WORSE.search(listed.reaction or ""))
    )
    if not same and not shared and not kin:
        return []
    said = (f' The record: "{listed.substance}".', f"病历所载：“{listed.substance}”。")
    if _flushed(listed):
        rule = _FLUSHED
    elif _intolerance(listed):
        rule = _UPSET
    elif same:
        rule = _HARM if _HARMED.search(listed.reaction or "") else _SAME
    elif not shared:
        rule = _OTHER_CHAIN
    else:
        worst = min(shared, key=lambda g: SEVERITIES.index(g.severity))
        rule = DrugRule(severity=worst.severity, say=worst.say, do=worst.do, basis=worst.basis, source=worst.source)
    return [item("allergy", rule, (drug,), because=_places(listed), also=said)]
