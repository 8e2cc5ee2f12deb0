"""Drug warnings, the plan and the checks as lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from core.sayings import sayings
from core.treatment.model import CHECK_NAMES_ZH, Check, Plan, PlanItem, PlanRisk, SafetyItem

_WORDS = {
    "warnings": ("Drug warnings", "用药警示"),
    "nothing": ("Drug warnings: none from the checks that were made", "用药警示：已完成的检查未见问题"),
    "unmade": ("Drug checks NOT performed", "未进行的用药检查"),
    "partial": ("Not judged", "未能判断"),
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

    def warnings(self, items: Sequence[SafetyItem], checks: Sequence[Check]) -> list[str]:
        """Each warning with what to do, the gravest first."""
        if not items:
            return [self._words["nothing"]] if any(c.status != "not-performed" for c in checks) else []
        return [self._words["warnings"], *(line for item in items for line in self._warning(item))]

    def checks(self, checks: Sequence[Check]) -> list[str]:
        """The checks that were not made, then what the others could not judge."""
        colon, comma = self._words[": "], self._words[", "]
        unmade = [self._kind(c) for c in checks if c.status == "not-performed"]
        lines = [f"{self._words['unmade']}{colon}{comma.join(unmade)}"] if unmade else []
        reasons: dict[str, list[str]] = {}
        for check in checks:
            for reason in check.could_not_judge:
                reasons.setdefault(reason, []).append(self._kind(check))
        return lines + [
            f"{self._words['partial']} ({comma.join(kinds)}){colon}{self._said(reason)}"
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

    def _warning(self, item: SafetyItem) -> Iterator[str]:
        severity = _SEVERITIES[item.severity][self._chinese]
        message = (self._chinese and item.message_zh) or item.message
        action = (self._chinese and item.action_zh) or item.action
        yield f"  {'!' if item.interruptive else '-'} [{severity}] {' + '.join(item.drugs)}{self._words[': ']}{message}"
        if action:
            yield f"      → {action}"

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
