"""What threatens around the procedures of a plan, with the scores that the record supports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.knowledge.pharmacy_risks import ProcedureRisk
from core.knowledge.schema import Phrase
from core.scores.compute import carry_out
from core.scores.model import ScoreResult
from core.scores.registry import CALCULATORS
from core.treatment.circumstances import Circumstances
from core.treatment.model import PlanItem, PlanRisk
from core.treatment.naming import given_part
from core.treatment.planning.risk_factors import factors_met

_MOST_MISSING = 4


def procedure_risks(steps: Sequence[PlanItem], about: Circumstances) -> Iterator[PlanRisk]:
    """One item for each threat that a step of the plan brings to this patient."""
    for risk in about.knowledge.drugs.procedure_risks:
        step = next((s for s in steps if s.kind in risk.kinds and _named(risk, s.text)), None)
        reasons = factors_met(risk.factors, about)
        if step is None or (risk.factors and not reasons) or _not_of_this_age(risk, about):
            continue
        results = [r for key in risk.scores if (r := _score(key, about)) is not None]
        parts = [Phrase(en=step.text, zh=step.text_zh), *reasons, *(_graded(result) for result in results)]
        yield PlanRisk(
            kind="procedure",
            what=risk.what.en,
            what_zh=risk.what.zh or risk.what.en,
            why="; ".join(p.en.rstrip(".") for p in parts),
            why_zh="；".join((p.zh or p.en).rstrip("。") for p in parts),
            check=risk.check.en,
            check_zh=risk.check.zh or risk.check.en,
            when=risk.when.en,
            when_zh=risk.when.zh or risk.when.en,
            disease=step.disease,
            score=results[0].id if results else None,
            basis=risk.basis,
            source=risk.source or "expert estimate",
        )


def _not_of_this_age(risk: ProcedureRisk, about: Circumstances) -> bool:
    """A risk that scores alone grade is nothing for who is younger than any of them was made for: infants are given
    neither stockings nor heparin."""
    age = about.patient.age_years
    if age is None or risk.factors or not risk.scores:
        return False
    return all(age < CALCULATORS[key].population.youngest for key in risk.scores)


def _named(risk: ProcedureRisk, text: str) -> bool:
    """Does a step name the procedure, apart from what it says to leave undone?"""
    words = (rf"\w{re.escape(w[1:])}" if w.startswith("-") else rf"\b{re.escape(w)}" for w in risk.words)
    return re.search("|".join(words), given_part(text), re.IGNORECASE) is not None


def _score(key: str, about: Circumstances) -> ScoreResult | None:
    """The score, where it was made for this patient and the record says anything about it."""
    calculator, age = CALCULATORS[key], about.patient.age_years
    if age is None or not calculator.population.youngest <= age < calculator.population.oldest:
        return None
    if about.patient.pregnant and not calculator.population.in_pregnancy:
        return None
    result = carry_out(calculator, about.source)
    return None if result.value is None and result.range is None else result


def _graded(result: ScoreResult) -> Phrase:
    """ "RCRI 2, class III", or what it is at least, with what is missing first."""
    low = result.range[0] if result.range else 0
    name_zh = result.name_zh or result.name
    known = result.value is not None
    en = f"{result.name} {result.value}" if known else f"{result.name} at least {low:g}"
    zh = f"{name_zh} {result.value}" if known else f"{name_zh}至少{low:g}"
    if result.category:
        en, zh = f"{en}, {result.category}", f"{zh}，{result.category_zh or result.category}"
    if result.missing:
        rest = len(result.missing) - _MOST_MISSING
        en += f" (not known: {', '.join(result.missing[:_MOST_MISSING])}" + (f" and {rest} more)" if rest > 0 else ")")
        zh += f"（未知：{'、'.join(result.missing_zh[:_MOST_MISSING])}" + (
            f"等{rest + _MOST_MISSING}项）" if rest > 0 else "）"
        )
    return Phrase(en=en, zh=zh)
