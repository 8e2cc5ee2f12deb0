"""What the drugs of a plan may do: the dangers that this patient is prone to, and the usual complaints."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from core.knowledge.drug_base import KnownDrug
from core.knowledge.pharmacy_regimens import Regimen
from core.knowledge.pharmacy_risks import EffectRisk
from core.knowledge.schema import Phrase
from core.treatment.circumstances import Circumstances
from core.treatment.model import PlanRisk
from core.treatment.planning.patient_words import for_child
from core.treatment.planning.risk_factors import factors_met, taken_with_load, takes

# A danger is said from this sum of the drug's load (1 to 3) and the reasons in the patient on; the gravest so many are
# said, and so many complaints of so many drugs. Expert estimates.
_WORTH_SAYING = 3
_MOST_DANGERS = 8
_MOST_COMPLAINTS = 5
_MOST_DRUGS = 10
_LOCAL = frozenset({"topical", "eye", "inhaled", "nasal"})
_USUAL = Phrase(en="while it is taken", zh="用药期间")


class _Danger(NamedTuple):
    weight: int
    effect: EffectRisk
    drugs: tuple[KnownDrug, ...]
    reasons: tuple[Phrase, ...]


def dangerous_effects(regimens: Iterable[Regimen], about: Circumstances) -> tuple[PlanRisk, ...]:
    """One item for each danger, with the drugs that bring it and what makes it likelier here."""
    given = _given(regimens, about)
    found = [d for e in about.knowledge.drugs.effect_risks if (d := _danger(e, given, about)) is not None]
    found.sort(key=lambda danger: -danger.weight)
    return tuple(_said(danger, about) for danger in found[:_MOST_DANGERS])


def _given(regimens: Iterable[Regimen], about: Circumstances) -> tuple[KnownDrug, ...]:
    """The drugs that the plan or the record is about to give to the whole body."""
    drugs = about.knowledge.drugs
    names = [drugs.name_of(key) for r in regimens if r.route not in _LOCAL for key in (r.drug, *r.parts)]
    names += [d.name for d in about.drugs if d.planned and d.systemic]
    known = (drugs.get(name) for name in dict.fromkeys(names))
    return tuple(k for k in known if k and not k.entry.local)


def _danger(effect: EffectRisk, given: Sequence[KnownDrug], about: Circumstances) -> _Danger | None:
    """The danger where its weight is worth saying: of the strongest drug, and a point for each reason."""
    levels = [(drug, level) for drug in given if (level := _level(effect, drug))]
    if not levels:
        return None
    names = {drug.name for drug, _ in levels}
    beside = [d for d in taken_with_load(effect.load, about) if d.name not in names] if effect.load else []
    reasons = (*factors_met(effect.factors, about), *(takes(drug) for drug in beside))
    enough = tuple(drug for drug, level in levels if level + len(reasons) >= _WORTH_SAYING)
    if not enough:
        return None
    return _Danger(max(level for _, level in levels) + len(reasons), effect, enough, reasons)


def _level(effect: EffectRisk, drug: KnownDrug) -> int:
    if effect.load:
        return drug.facts.loads.get(effect.load, 0)
    return effect.weight if set(effect.classes).intersection(drug.classes) else 0


def _said(danger: _Danger, about: Circumstances) -> PlanRisk:
    effect, drugs = danger.effect, danger.drugs
    en, zh = ", ".join(d.name for d in drugs), "、".join(_chinese(d) for d in drugs)
    what, check, when = (for_child(said, about) for said in (effect.what, effect.check, effect.when))
    return PlanRisk(
        kind="adverse",
        what=what.en,
        what_zh=what.zh or what.en,
        why="; ".join([en, *(r.en for r in danger.reasons)]),
        why_zh="；".join([zh, *(r.zh or r.en for r in danger.reasons)]),
        check=check.en,
        check_zh=check.zh or check.en,
        when=when.en,
        when_zh=when.zh or when.en,
        drugs=tuple(d.name for d in drugs),
        basis=effect.basis,
        source=effect.source or "expert estimate",
    )


def usual_effects(
    regimens: Iterable[Regimen], about: Circumstances, dangers: Collection[PlanRisk]
) -> Iterator[PlanRisk]:
    """For each drug what it commonly does apart from the dangers said, and how it is followed up."""
    regimens = tuple(regimens)
    effects = {for_child(e.what, about).en: e for e in about.knowledge.drugs.effect_risks}
    for drug in _given(regimens, about)[:_MOST_DRUGS]:
        covered = {f for d in dangers if drug.name in d.drugs for f in effects[d.what].findings}
        labels = [about.knowledge.label(f) for f in drug.facts.adverse if f not in covered][:_MOST_COMPLAINTS]
        own = [r.monitor for r in regimens if r.drug == drug.entry.id and r.monitor]
        checks = list({p.en: p for p in (*own, *drug.facts.monitoring)}.values())
        if not labels and not checks:
            continue
        yield PlanRisk(
            kind="adverse",
            grade="common",
            what=", ".join(_in_a_line(label.en) for label in labels) or "no other usual complaint",
            what_zh="、".join(label.zh or label.en for label in labels) or "无其他常见不适",
            why=f"known with {drug.name}",
            why_zh=f"{_chinese(drug)}的已知反应",
            check="; ".join(p.en for p in checks) or "ask for them",
            check_zh="；".join(p.zh or p.en for p in checks) or "询问有无上述不适",
            when=_USUAL.en,
            when_zh=_USUAL.zh or _USUAL.en,
            drugs=(drug.name,),
            basis="expert-estimate",
            source="expert estimate",
        )


def _in_a_line(label: str) -> str:
    """Terms of HPO begin with a capital letter."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _chinese(drug: KnownDrug) -> str:
    return drug.entry.names.zh[0] if drug.entry.names.zh else drug.name
