"""Drug warnings, the plan and the checks as lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from core.knowledge.pharmacy_rules import Severity
from core.sayings import sayings
from core.treatment.grouped import alike, folded
from core.treatment.model import CHECK_NAMES_ZH, Check, Plan, PlanItem, PlanRisk, SafetyItem

_WORDS = {
    "warnings": ("Drug warnings", "用药警示"),
    "nothing": ("Drug warnings: none from the checks that were made", "用药警示：已完成的检查未见问题"),
    "unmade": ("Drug checks NOT performed", "未进行的用药检查"),
    "untaken": (
        "Drug checks NOT performed on what the patient takes, because no drug of the record was read",
        "患者在用药物未作检查：未从病历中读出药物",
    ),
    "partial": ("Not judged", "未能判断"),
    "offered": ("The drugs offered above were checked for", "上列药物选项已检查"),
    "unjudged": ("Of the drugs offered above not judged", "上列药物选项未能判断"),
    "folded": ("further", "另有"),
    "; ": ("; ", "；"),
    "looked at": ("Looked at", "已检查"),
    "overdue": ("PAST ITS REVIEW DATE, so that newer advice may be missing", "已过复核日期，可能缺少较新的建议"),
    "plan": ("Options for treatment (the clinician decides)", "治疗选项（由医师决定）"),
    "excluded": ("Not for this patient", "不适用于该患者"),
    "because": ("because", "原因"),
    "risks": ("What the plan or the disease may bring, and what to check", "计划或疾病可能带来的风险与监测"),
    "check": ("check", "监测"),
    ": ": (": ", "："),
    ", ": (", ", "、"),
}
_SEVERITIES = {
    "contraindicated": ("CONTRAINDICATED", "禁忌"),
    "major": ("MAJOR", "严重"),
    "moderate": ("moderate", "中等"),
    "minor": ("minor", "轻微"),
    "information": ("information", "提示"),
}


class TreatmentText:
    """The lines in one language."""

    def __init__(self, chinese: bool) -> None:
        self._chinese = chinese
        self._words = {key: pair[chinese] for key, pair in _WORDS.items()}

    def warnings(self, items: Sequence[SafetyItem], checks: Sequence[Check], *, every: bool = False) -> list[str]:
        """Each warning with what to do, the gravest first; what says the same of several drugs is said once. Beyond the
        first few, unless `every` one is asked for, the slighter ones are told by their drugs alone."""
        if not items:
            return [self._words["nothing"]] if any(c.status != "not-performed" for c in checks) else []
        groups = alike(items)
        full, rest = (groups, []) if every else folded(groups)
        return [
            self._words["warnings"],
            *(line for group in full for line in self._warning(group)),
            *self._in_brief(rest),
        ]

    def checks(self, checks: Sequence[Check], plan: Plan | None = None) -> list[str]:
        """The checks that were not made of what is taken, and what the others could not judge; then the same of the
        drugs that the plan offers."""
        colon, comma = self._words[": "], self._words[", "]
        unmade = [self._kind(c) for c in checks if c.status == "not-performed"]
        lines = [f"{self._words['unmade']}{colon}{comma.join(unmade)}"] if unmade else []
        if checks and all(c.status == "not-performed" and not c.could_not_judge for c in checks):
            lines = [self._words["untaken"]]
        lines += self._reasons("partial", checks)
        offered = plan.checks if plan else ()
        made = [self._kind(c) for c in offered if c.looked_at]
        if made:
            lines.append(f"{self._words['offered']}{colon}{comma.join(made)}")
        return [*lines, *self._reasons("unjudged", offered)]

    def _reasons(self, word: str, checks: Iterable[Check]) -> list[str]:
        """What checks could not judge, each reason once."""
        reasons: dict[str, list[str]] = {}
        for check in checks:
            for reason in check.could_not_judge:
                reasons.setdefault(reason, []).append(self._kind(check))
        return [
            f"{self._words[word]} ({self._words[', '].join(kinds)}){self._words[': ']}{self._said(reason)}"
            for reason, kinds in reasons.items()
        ]

    def _said(self, reason: str) -> str:
        return sayings()(reason) if self._chinese else reason

    def looked_at(self, checks: Sequence[Check]) -> list[str]:
        """Which drugs each check judged; checks that judged the same ones share a line."""
        kinds: dict[tuple[str, ...], list[str]] = {}
        for check in checks:
            if check.looked_at:
                kinds.setdefault(check.looked_at, []).append(self._kind(check))
        colon, comma = self._words[": "], self._words[", "]
        return [
            f"{self._words['looked at']} ({comma.join(names)}){colon}{comma.join(drugs)}"
            for drugs, names in kinds.items()
        ]

    def overdue(self, packs: Iterable[str]) -> list[str]:
        """The knowledge that should have been looked over before today."""
        return [f"{self._words['overdue']}{self._words[': ']}{name}" for name in packs]

    def plan(self, plan: Plan) -> list[str]:
        """What is offered, then what is not and why, then what it may bring."""
        lines = [self._words["plan"], *self._options(plan.offered)] if plan.offered else []
        if plan.excluded:
            lines += [self._words["excluded"], *self._options(plan.excluded)]
        if plan.risks:
            lines += [self._words["risks"], *(line for risk in plan.risks for line in self._risk(risk))]
        return lines

    def _warning(self, group: Sequence[SafetyItem]) -> Iterator[str]:
        item = group[0]
        severity = _SEVERITIES[item.severity][self._chinese]
        message = (self._chinese and item.message_zh) or item.message
        action = (self._chinese and item.action_zh) or item.action
        drugs = self._words["; "].join(" + ".join(one.drugs) for one in group)
        yield f"  {'!' if item.interruptive else '-'} [{severity}] {drugs}{self._words[': ']}{message}"
        if action:
            yield f"      → {action}"

    def _in_brief(self, groups: Sequence[Sequence[SafetyItem]]) -> Iterator[str]:
        """One line for each severity: how many more, and their drugs."""
        by_severity: dict[Severity, list[SafetyItem]] = {}
        for item in (one for group in groups for one in group):
            by_severity.setdefault(item.severity, []).append(item)
        for severity, items in by_severity.items():
            drugs = self._words["; "].join(dict.fromkeys(" + ".join(item.drugs) for item in items))
            said = f"{self._words['folded']} {len(items)}"
            yield f"  - [{_SEVERITIES[severity][self._chinese]}] {said}{self._words[': ']}{drugs}"

    def _options(self, items: Iterable[PlanItem]) -> Iterator[str]:
        for item in items:
            text = (self._chinese and item.text_zh) or item.text
            because = (self._chinese and item.because_zh) or item.because
            yield f"  - {text}" + (f" ({self._words['because']}{self._words[': ']}{because})" if because else "")

    def _risk(self, risk: PlanRisk) -> Iterator[str]:
        what, why, check, when = (
            (self._chinese and getattr(risk, f"{field}_zh")) or getattr(risk, field)
            for field in ("what", "why", "check", "when")
        )
        yield f"  {'!' if risk.grade == 'dangerous' else '-'} {what} ({why})"
        yield f"      → {self._words['check']}{self._words[': ']}{check} ({when})"

    def _kind(self, check: Check) -> str:
        return CHECK_NAMES_ZH[check.kind] if self._chinese else check.kind
