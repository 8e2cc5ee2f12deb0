"""An assessment as text for the terminal, in English or Chinese."""

from __future__ import annotations

from typing import Any

from core.assessment import Assessment

_WORDS = {
    "cannot": ("Cannot miss", "不可漏诊"),
    "differential": ("Differential", "鉴别诊断"),
    "triage": ("Urgency", "紧急程度"),
    "next": ("Next steps", "下一步"),
    "scores": ("Scores", "评分"),
    "prose": ("Summary", "摘要"),
    "excluded": ("excluded by", "排除依据"),
    "for": ("for", "支持"),
    "against": ("against", "反对"),
    "checks": ("Drug checks NOT performed", "未进行的用药检查"),
    "withheld": ("sentences withheld because they could not be traced", "句因无法溯源而未显示"),
    "none": ("undecided", "未定"),
    "separating": ("What would help", "有助于判断的信息"),
}
_LEVELS_ZH = {"emergent": "立即", "one-day": "一日内", "one-week": "一周内", "self-care": "自我护理"}
_BANDS_ZH = {"very likely": "极可能", "likely": "很可能", "possible": "可能", "unlikely": "不太可能"}


def assessment_text(assessment: Assessment, lang: str) -> str:
    """The lines that a person reads, most urgent first."""
    w = {key: pair[lang == "zh"] for key, pair in _WORDS.items()}

    def named(item: Any, field: str = "name") -> str:
        zh = getattr(item, f"{field}_zh", None)
        return str(zh if lang == "zh" and zh else getattr(item, field))

    level = assessment.triage.level
    said = w["none"] if level is None else _LEVELS_ZH[level] if lang == "zh" else level
    reasons = "; ".join(named(g, "text") for g in assessment.triage.grounds)
    lines = [f"{w['triage']}: {said}" + (f" ({reasons})" if reasons else "")]
    if assessment.triage.departments:
        lines.append("  " + ", ".join(f"{named(d)} {d.share:.0%}" for d in assessment.triage.departments))
    if assessment.abstained:
        lines += ["", named(assessment.abstained, "reason")]
        if assessment.abstained.separating:
            lines.append(f"{w['separating']}: " + ", ".join(named(s, "label") for s in assessment.abstained.separating))
    if assessment.cannot_miss:
        lines += ["", w["cannot"]]
        for danger in assessment.cannot_miss:
            how = danger.excluded_by_zh if lang == "zh" and danger.excluded_by_zh else danger.excluded_by
            lines.append(f"  ! {named(danger)}: {w['excluded']} {'; '.join(how)}")
    if assessment.differential:
        lines += ["", w["differential"]]
        for d in assessment.differential:
            band = _BANDS_ZH[d.band] if lang == "zh" else d.band
            lines.append(f"  {d.rank:2}. {named(d)}  {d.probability:.0%} ({band})")
            if d.rank <= 3:
                if d.supporting:
                    lines.append(
                        f"      {w['for']}: "
                        + ", ".join(f"{named(e, 'label')} {e.weight:+.2f}" for e in d.supporting[:6])
                    )
                if d.against:
                    lines.append(
                        f"      {w['against']}: "
                        + ", ".join(f"{named(e, 'label')} {e.weight:+.2f}" for e in d.against[:4])
                    )
    if assessment.next_steps:
        lines += ["", w["next"]]
        for step in assessment.next_steps:
            change = step.would_change_zh if lang == "zh" and step.would_change_zh else step.would_change
            lines.append(f"  - {named(step, 'label')} [{step.information_bits:.2f} bit]  {change}")
    if assessment.scores:
        lines += ["", w["scores"]]
        for score in assessment.scores:
            value = score.value if score.range is None else f"{score.range[0]:g}–{score.range[1]:g}"
            lines.append(f"  - {named(score)}: {value} {score.unit or ''} {score.category or ''}".rstrip())
    if assessment.narrative:
        lines += ["", w["prose"], "  " + " ".join(s.text for s in assessment.narrative)]
    if assessment.withheld_sentences:
        lines.append(f"  ({assessment.withheld_sentences} {w['withheld']})")
    skipped = [c.kind for c in assessment.checks if c.status == "not-performed"]
    if skipped:
        lines += ["", f"{w['checks']}: {', '.join(skipped)}"]
    return "\n".join(lines)
