"""What the drug checks found, what was looked at and what was not, as rows; the plan stands among them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.item_models.plan_rows import plan_rows, risk_rows
from desktop.item_models.rows import Row
from desktop.item_models.waterfall_rows import basis_of
from desktop.palette import Tone
from desktop.texts import Texts, capital

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.treatment.model import Check, SafetyItem

_SEVERITIES: tuple[tuple[str, Tone], ...] = (
    ("contraindicated", "danger"),
    ("major", "danger"),
    ("moderate", "warn"),
    ("minor", "info"),
    ("information", "muted"),
)
_TONES = dict(_SEVERITIES)
_GENES = "pharmacogenomic"
_STATUSES: tuple[tuple[str, str, Tone], ...] = (
    ("not-performed", "✕", "danger"),
    ("partial", "◐", "warn"),
    ("done", "✓", "good"),
)


def treatment_rows(assessment: Assessment, texts: Texts, today: date) -> list[Row]:
    """What does not interrupt: packs past their date, warnings by severity, genes, the plan, the checks."""
    return [
        *_late_packs(assessment, texts, today),
        *_warnings(assessment, texts),
        *_genes(assessment, texts),
        *plan_rows(assessment, texts),
        *risk_rows(assessment, texts),
        *check_rows(assessment, texts),
    ]


def severity_tone(severity: str) -> Tone:
    """The colour that goes with a severity."""
    return _TONES[severity]


def check_rows(assessment: Assessment, texts: Texts) -> list[Row]:
    """Whether each check was made; one that was not is said as loudly as one that found something."""
    if not assessment.checks:
        return []
    rows = [Row(title=texts("treatment.checks"), key="checks", heading=True)]
    # What was not done stands first: it is what a reader must not overlook.
    for status, mark, tone in _STATUSES:
        checks = [check for check in assessment.checks if check.status == status]
        if checks:
            rows.append(
                Row(
                    title=texts(
                        "treatment.severity", severity=capital(texts(f"check_status.{status}")), number=len(checks)
                    ),
                    key=f"checks:{status}",
                    mark=mark,
                    tone=tone,
                    chip=texts("treatment.says_nothing") if status == "not-performed" else "",
                    detail=texts.list_of([texts(f"check.{check.kind}") for check in checks]),
                    strong=status != "done",
                    children=tuple(_check(check, texts, mark, tone) for check in checks),
                )
            )
    return rows


def warning_title(item: SafetyItem, texts: Texts) -> str:
    """What is wrong, with the drugs that it is wrong with."""
    message = texts.of(item, "message")
    return texts("treatment.about", drugs=" + ".join(item.drugs), message=message) if item.drugs else message


def _spoken(item: SafetyItem, texts: Texts) -> str:
    return f"{texts(f'severity.{item.severity}')}: {warning_title(item, texts)} {texts.of(item, 'action')}"


def _warnings(assessment: Assessment, texts: Texts) -> list[Row]:
    rest = [item for item in assessment.safety if not item.interruptive and item.kind != _GENES]
    rows = [Row(title=texts("treatment.warnings"), key="warnings", heading=True)]
    if not assessment.safety:
        return [*rows, _silence(assessment, texts)]
    for severity, tone in _SEVERITIES:
        items = [item for item in rest if item.severity == severity]
        if items:
            title = texts("treatment.severity", severity=capital(texts(f"severity.{severity}")), number=len(items))
            children = tuple(_warning(item, texts) for item in items)
            row = Row(title=title, key=f"severity:{severity}", mark="!", tone=tone, children=children)
            # Folded, fifteen major warnings are one line that nobody opens.
            grave = severity in ("contraindicated", "major")
            rows.append(replace(row, strong=severity == "contraindicated", unfolded=grave))
    return rows if len(rows) > 1 else []


def _genes(assessment: Assessment, texts: Texts) -> list[Row]:
    """What the patient's genes say of each drug, what speaks against it first; also that one may be used as usual."""
    items = [item for item in assessment.safety if item.kind == _GENES and not item.interruptive]
    if not items:
        return []
    heading = Row(title=texts("treatment.genes"), key="genes", heading=True)
    return [heading, *(_gene(item, texts) for item in sorted(items, key=lambda item: item.rank))]


def _gene(item: SafetyItem, texts: Texts) -> Row:
    usual = item.action_class == "standard"
    chip = texts(f"gene_advice.{item.action_class}") if item.action_class else texts(f"severity.{item.severity}")
    return replace(_warning(item, texts), chip=chip, mark="✓" if usual else "!", tone="good" if usual else
                   severity_tone(item.severity))  # fmt: skip


def _silence(assessment: Assessment, texts: Texts) -> Row:
    """No warning: what that is worth depends on what was looked at."""
    missing = sum(check.status != "done" for check in assessment.checks)
    if any(check.status != "not-performed" for check in assessment.checks):
        said = texts("treatment.some_missing", number=missing) if missing else texts("treatment.no_warning")
    else:
        said, missing = texts("treatment.not_checked"), 1
    return Row(title=said, mark="!" if missing else "✓", tone="danger" if missing else "good", strong=bool(missing))


def _warning(item: SafetyItem, texts: Texts) -> Row:
    return Row(
        title=warning_title(item, texts),
        key=f"{item.kind}:{'+'.join(item.drugs)}:{item.message}",
        chip=texts(f"check.{item.kind}"),
        tone=severity_tone(item.severity),
        detail=texts.of(item, "action"),
        spans=item.spans,
        tip=basis_of(item.basis, item.source, texts),
        spoken=_spoken(item, texts),
    )


def _check(check: Check, texts: Texts, mark: str, tone: Tone) -> Row:
    details = []
    if check.looked_at:
        details.append(texts("checks.looked_at", what=texts.list_of(check.looked_at)))
    if check.could_not_judge:
        reasons = [texts.sentence(reason) for reason in check.could_not_judge]
        details.append(texts("checks.not_judged", what=texts.clauses_of(reasons)))
    return Row(
        title=texts(f"check.{check.kind}"),
        key=f"check:{check.kind}",
        mark=mark,
        tone=tone,
        detail=" · ".join(details),
        tip=texts("checks.as_of", day=check.as_of) if check.as_of else "",
        spoken=f"{texts(f'check.{check.kind}')}: {texts(f'check_status.{check.status}')}. {'. '.join(details)}",
    )


def _late_packs(assessment: Assessment, texts: Texts, today: date) -> list[Row]:
    return [
        Row(
            title=texts("source.pack", name=name),
            key=f"late:{name}",
            mark="!",
            tone="danger",
            chip=texts("source.past"),
            detail=texts("source.overdue", day=pack.review_by),
        )
        for name, pack in assessment.provenance.knowledge.items()
        if date.fromisoformat(pack.review_by) < today
    ]
