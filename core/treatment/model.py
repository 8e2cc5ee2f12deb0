"""Checks, safety items and the plan: what treatment fills in an Assessment."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field

from core.frozen import Frozen
from core.knowledge.pharmacy_rules import SEVERITIES, Severity
from core.knowledge.schema import Basis

CheckKind = Literal[
    "interaction",
    "allergy",
    "renal",
    "hepatic",
    "pregnancy",
    "age",
    "qt",
    "pharmacogenomic",
    "duplicate",
    "disease",
    "dose",
]
CHECK_KINDS: tuple[CheckKind, ...] = get_args(CheckKind)
# What an item of the plan names as its source where it rests on no guideline.
NO_GUIDELINE = "no guideline named; expert estimate"
CHECK_NAMES_ZH: dict[CheckKind, str] = {
    "interaction": "药物相互作用",
    "allergy": "过敏",
    "renal": "肾功能",
    "hepatic": "肝功能",
    "pregnancy": "妊娠",
    "age": "年龄",
    "qt": "QT间期",
    "pharmacogenomic": "药物基因组",
    "duplicate": "重复用药",
    "disease": "疾病禁忌",
    "dose": "剂量",
}


class Check(Frozen):
    """Whether a kind of check was made, on what, and what it could not judge."""

    kind: CheckKind
    status: Literal["done", "not-performed", "partial"]
    looked_at: tuple[str, ...] = ()
    could_not_judge: tuple[str, ...] = ()
    as_of: str | None = None


class SafetyItem(Frozen):
    """One thing found wrong with a drug for this patient. `spans` are the places of the record it rests on."""

    kind: CheckKind
    severity: Severity
    interruptive: bool
    drugs: tuple[str, ...]
    message: str
    action: str
    source: str
    message_zh: str | None = None
    action_zh: str | None = None
    basis: Basis = "expert-estimate"
    spans: tuple[tuple[int, int], ...] = ()
    action_class: Literal["avoid", "alternative", "reduce", "increase", "standard", "indeterminate"] | None = None

    @property
    def key(self) -> str:
        """Which warning it is: the same as long as it says the same of the same drugs."""
        return f"{self.kind}:{'+'.join(self.drugs)}:{self.message}"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return SEVERITIES.index(self.severity)


class PlanItem(Frozen):
    """One option of the plan; `because` says why it was excluded."""

    disease: str = Field(serialization_alias="for", validation_alias="for")
    kind: Literal["immediate", "test", "drug", "procedure", "monitoring", "referral", "advice"]
    text: str
    text_zh: str | None = None
    drug: str | None = None
    dose: str | None = None
    route: str | None = None
    interval: str | None = None
    duration: str | None = None
    basis: str
    source: str
    because: str | None = None
    because_zh: str | None = None


class PlanRisk(Frozen):
    """Something that the plan or the disease may bring: what, why in this patient, what to check for it and when.

    `adverse` is an effect of `drugs` ("dangerous", or merely "common"), `complication` one of the disease, `procedure`
    one of what the plan does. `score` is the calculator that grades it.
    """

    kind: Literal["adverse", "complication", "procedure"]
    grade: Literal["dangerous", "common"] = "dangerous"
    what: str
    what_zh: str
    why: str
    why_zh: str
    check: str
    check_zh: str
    when: str
    when_zh: str
    drugs: tuple[str, ...] = ()
    disease: str | None = Field(default=None, serialization_alias="for", validation_alias="for")
    score: str | None = None
    basis: Basis
    source: str


class Plan(Frozen):
    """What is offered, what is not and why, what it may bring on, and the `checks` made of the drugs offered."""

    offered: tuple[PlanItem, ...] = ()
    excluded: tuple[PlanItem, ...] = ()
    risks: tuple[PlanRisk, ...] = ()
    checks: tuple[Check, ...] = ()
