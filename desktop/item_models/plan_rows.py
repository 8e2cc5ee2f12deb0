"""The plan, and what it may bring on, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from desktop.item_models.rows import Row
from desktop.item_models.waterfall_rows import basis_of
from desktop.texts import Texts, capital

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.treatment.model import PlanItem, PlanRisk


def plan_rows(assessment: Assessment, texts: Texts) -> list[Row]:
    """What is offered, by kind, and what is not and why."""
    from core.treatment.model import PlanItem

    plan = assessment.plan
    names = {d.id: texts.of(d) for d in assessment.differential}
    names |= {d.id: texts.of(d) for d in assessment.cannot_miss}
    diseases = {item.disease for item in (*plan.offered, *plan.excluded)}
    if len(diseases) == 1:
        # One disease is named once, above its plan.
        name = names.pop(key := diseases.pop(), key)
        rows = [Row(title=texts("treatment.plan_for", disease=name), key="plan", heading=True)]
        names = {key: ""}
    else:
        rows = [Row(title=texts("treatment.plan"), key="plan", heading=True)]
    for kind in get_args(PlanItem.model_fields["kind"].annotation):
        items = [item for item in plan.offered if item.kind == kind]
        if items:
            children = tuple(_offer(item, names, texts) for item in items)
            title = texts("treatment.kind", kind=texts(f"plan.{kind}"), number=len(items))
            rows.append(Row(title=title, key=f"plan:{kind}", children=children, unfolded=True, strong=True))
    if not plan.offered:
        rows.append(Row(title=texts("treatment.no_plan"), tone="muted"))
    if plan.excluded:
        children = tuple(_offer(item, names, texts) for item in plan.excluded)
        title = texts("treatment.excluded", number=len(plan.excluded))
        rows.append(Row(title=title, key="plan:excluded", mark="✕", tone="muted", children=children))
    return rows


def _offer(item: PlanItem, names: dict[str, str], texts: Texts) -> Row:
    said = [part for part in (item.route, item.interval, item.duration) if part]
    dosing = " ".join(texts.sentence(part) for part in (item.dose or "", *said) if part)
    title = texts.of(item, "text")
    disease = names.get(item.disease, item.disease)
    details = [part for part in (dosing, texts("treatment.for", disease=disease) if disease else "") if part]
    if item.because:
        details.insert(0, texts("treatment.because", reason=texts.of(item, "because")))
    return Row(
        title=title,
        key=f"{item.disease}:{item.kind}:{item.text}",
        mark="✕" if item.because else "•",
        tone="muted" if item.because else "plain",
        detail=" · ".join(details),
        tip=basis_of(item.basis, item.source, texts),
    )


def risk_rows(assessment: Assessment, texts: Texts) -> list[Row]:
    """What the plan or the disease may bring: the dangers open, the known complaints folded."""
    risks = assessment.plan.risks
    if not risks:
        return []
    rows = [Row(title=texts("treatment.risks"), key="risks", heading=True)]
    for kind in ("adverse", "complication", "procedure"):
        rows += [_risk(risk, texts) for risk in risks if risk.kind == kind and risk.grade == "dangerous"]
    common = tuple(_risk(risk, texts) for risk in risks if risk.grade == "common")
    if common:
        title = texts("treatment.common_effects", number=len(common))
        rows.append(Row(title=title, key="risks:common", tone="muted", children=common))
    return rows


def _risk(risk: PlanRisk, texts: Texts) -> Row:
    grave = risk.grade == "dangerous"
    return Row(
        title=texts("treatment.risk", what=capital(texts.of(risk, "what")), why=texts.of(risk, "why")),
        key=f"risk:{risk.kind}:{risk.what}",
        mark="!" if grave else "•",
        tone="warn" if grave else "plain",
        chip=texts(f"risk.{risk.kind}"),
        detail=texts("treatment.check", check=texts.of(risk, "check"), when=texts.of(risk, "when")),
        tip=basis_of(risk.basis, risk.source, texts),
    )
