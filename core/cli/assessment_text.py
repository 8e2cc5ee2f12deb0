"""An assessment as text for the terminal, in English or Chinese."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from core.assess import overdue_packs
from core.assessment import Assessment
from core.cli.treatment_text import TreatmentText
from core.diagnosis.model import Evidence, NextStep, RankedDisease
from core.diagnosis.step_worth import LEAST_BITS
from core.narrative.names import reaction
from core.reports.first import TAKEN, first_options
from core.sayings import sayings
from core.scores.model import ScoreResult
from core.scores.shown_range import shown
from core.system.clock import today_here
from core.units.percent import percent

_WORDS = {
    "cannot": ("Cannot miss", "不可漏诊"),
    "differential": ("Differential", "鉴别诊断"),
    "triage": ("Urgency", "紧急程度"),
    "next": ("Next steps", "下一步"),
    "first": ("Do first", "首先"),
    "allergies": ("Allergies", "过敏"),
    "none-known": ("none known", "无已知过敏"),
    "unknown": ("not stated", "未说明"),
    "takes": ("Takes", "正在使用"),
    "unread": ("none read in the record", "病历中未读到"),
    "scores": ("Scores", "评分"),
    "prose": ("Summary", "摘要"),
    "excluded": ("excluded by", "排除依据"),
    "for": ("for", "支持"),
    "against": ("against", "反对"),
    "withheld": ("sentences withheld because they could not be traced", "句因无法溯源而未显示"),
    "unlisted": ("a disease that Bedside does not know", "Bedside 未收录的疾病"),
    "conflicts": ("The record contradicts itself about", "病历自相矛盾之处"),
    "none": ("undecided", "未定"),
    "separating": ("What would help", "有助于判断的信息"),
    "incomplete": ("not computable", "无法计算"),
    "lacking": ("not known", "未知"),
    "at least": ("at least {low}", "至少{low}"),
    "points": ("points", "分"),
    "bit": ("bit", "比特"),
    ": ": (": ", "："),
    ", ": (", ", "、"),
    "; ": ("; ", "；"),
    " (": (" (", "（"),
    ")": (")", "）"),
}
_LEVELS_ZH = {"emergent": "立即", "one-day": "一日内", "one-week": "一周内", "self-care": "自我护理"}
_BANDS_ZH = {"very likely": "极可能", "likely": "很可能", "possible": "可能", "unlikely": "不太可能"}
_EXPLAINED = 3  # so many leading diseases are shown with their reasons


def assessment_text(assessment: Assessment, lang: str) -> str:
    """The lines that a person reads, most urgent first."""
    return "\n".join(_Writer(lang == "zh").lines(assessment))


class _Writer:
    def __init__(self, chinese: bool) -> None:
        self._chinese = chinese
        self._words = {key: pair[chinese] for key, pair in _WORDS.items()}
        self._gap = "" if chinese else " "
        self._treatment = TreatmentText(chinese)

    def lines(self, assessment: Assessment) -> list[str]:
        """All parts, a blank line between them."""
        parts = (
            [*self._triage(assessment), *self._head(assessment)],
            self._conflicts(assessment),
            self._abstention(assessment),
            self._dangers(assessment),
            self._differential(assessment),
            self._next_steps(assessment),
            self._scores(assessment),
            self._prose(assessment),
            self._treatment.warnings(assessment.safety, assessment.checks),
            self._treatment.plan(assessment.plan),
            self._treatment.checks(assessment.checks, assessment.plan),
            self._treatment.overdue(overdue_packs(assessment.provenance.knowledge, today_here())),
        )
        return "\n\n".join("\n".join(part) for part in parts if part).split("\n")

    def _named(self, item: Any, field: str = "name") -> Any:
        """The field in the asked language, in English where there is no Chinese."""
        zh = getattr(item, f"{field}_zh", None)
        return zh if self._chinese and zh else getattr(item, field)

    def _joined(self, items: Iterable[str], mark: str = ", ") -> str:
        return self._words[mark].join(items)

    def _bracketed(self, text: str) -> str:
        return f"{self._words[' (']}{text}{self._words[')']}"

    def _line(self, key: str, text: str) -> str:
        return f"{self._words[key]}{self._words[': ']}{text}"

    def _triage(self, assessment: Assessment) -> list[str]:
        level = assessment.triage.level
        said = self._words["none"] if level is None else _LEVELS_ZH[level] if self._chinese else level
        grounds = self._joined((self._named(g, "text") for g in assessment.triage.grounds), "; ")
        departments = self._joined(f"{self._named(d)} {percent(d.share)}" for d in assessment.triage.departments)
        if level is None and grounds:
            said, grounds = grounds, ""  # "undecided" alone reads like "not urgent"
        lines = [self._line("triage", said + (self._bracketed(grounds) if grounds else ""))]
        return [*lines, f"  {departments}"] if departments else lines

    def _head(self, assessment: Assessment) -> list[str]:
        """What nobody may treat the patient without knowing, and what to do at once."""
        allergies = assessment.allergies
        items = (a.substance + (self._bracketed(reaction(a)) if a.reaction else "") for a in allergies.items)
        known = self._joined(items, "; ") if allergies.status == "listed" else self._words[allergies.status]
        drugs = self._joined(dict.fromkeys(m.name for m in assessment.medications if m.status in TAKEN))
        lines = [self._line("allergies", known), self._line("takes", drugs or self._words["unread"])]
        steps = [self._named(step, "text") for step in first_options(assessment)]
        return lines + ([self._line("first", self._gap.join(steps))] if steps else [])

    def _abstention(self, assessment: Assessment) -> list[str]:
        if assessment.abstained is None:
            return []
        lines = [self._named(assessment.abstained, "reason")]
        if assessment.abstained.separating:
            helpful = self._joined(self._named(s, "label") for s in assessment.abstained.separating)
            lines.append(self._line("separating", helpful))
        return lines

    def _dangers(self, assessment: Assessment) -> list[str]:
        if not assessment.cannot_miss:
            return []
        return [self._words["cannot"]] + [
            f"  ! {self._named(danger)}{self._words[': ']}{self._words['excluded']} "
            + self._joined(self._named(danger, "excluded_by"), "; ")
            for danger in assessment.cannot_miss
        ]

    def _conflicts(self, assessment: Assessment) -> list[str]:
        about = dict.fromkeys(conflict.about for conflict in assessment.conflicts)
        return [self._line("conflicts", self._joined(about))] if about else []

    def _differential(self, assessment: Assessment) -> list[str]:
        if not assessment.differential:
            return []
        lines = [self._words["differential"]]
        for disease in assessment.differential:
            lines += self._disease(disease)
        return [*lines, f"      {self._words['unlisted']}  {percent(assessment.unlisted)}"]

    def _disease(self, disease: RankedDisease) -> list[str]:
        band = _BANDS_ZH[disease.band] if self._chinese else disease.band
        lines = [f"  {disease.rank:2}. {self._named(disease)}  {percent(disease.probability)}{self._bracketed(band)}"]
        if disease.rank <= _EXPLAINED:
            for key, evidence in (("for", disease.supporting[:6]), ("against", disease.against[:4])):
                if evidence:
                    lines.append("      " + self._line(key, self._joined(map(self._reason, evidence))))
        return lines

    def _reason(self, evidence: Evidence) -> str:
        return f"{self._named(evidence, 'label')} {evidence.weight:+.2f}"

    def _next_steps(self, assessment: Assessment) -> list[str]:
        if not assessment.next_steps:
            return []
        return [self._words["next"]] + [
            f"  - {self._named(step, 'label')}{self._bits(step)}  {self._named(step, 'would_change')}"
            for step in assessment.next_steps
        ]

    def _bits(self, step: NextStep) -> str:
        told = step.information_bits >= LEAST_BITS
        return f" [{step.information_bits:.2f} {self._words['bit']}]" if told else ""

    def _scores(self, assessment: Assessment) -> list[str]:
        if not assessment.scores:
            return []
        lines = [self._words["scores"]]
        for score in assessment.scores:
            lines += self._score(score)
        return lines

    def _unit(self, score: ScoreResult) -> str | None:
        return sayings()(score.unit) if self._chinese and score.unit else score.unit

    def _score(self, score: ScoreResult) -> list[str]:
        form = shown(score)
        unit = self._words["points"] if score.unit == "points" else self._unit(score)
        if form == "nothing" or (form == "value" and score.value is None):
            value, unit = self._words["incomplete"], None
        elif form == "value":
            value = str(score.value)
        elif form == "at least":
            value = self._words["at least"].format(low=f"{_low(score):g}")
        else:
            value = "–".join(f"{end:g}" for end in score.range or ())
        said = " ".join(word for word in (value, unit, self._named(score, "category")) if word)
        lines = [f"  - {self._named(score)}{self._words[': ']}{said}"]
        if score.missing:
            lines.append("      " + self._line("lacking", self._joined(self._named(score, "missing"))))
        return lines + [f"      ! {caution}" for caution in self._named(score, "cautions")]

    def _prose(self, assessment: Assessment) -> list[str]:
        lines = [self._words["prose"], "  " + self._gap.join(s.text for s in assessment.narrative)]
        lines = lines if assessment.narrative else []
        if assessment.withheld_sentences:
            lines.append("  " + self._bracketed(f"{assessment.withheld_sentences} {self._words['withheld']}").strip())
        return lines


def _low(score: ScoreResult) -> float:
    return score.range[0] if score.range is not None else 0.0
