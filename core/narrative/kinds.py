"""The documents that can be written of one case, and what stands in each, in order."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Kind = Literal["summary", "line", "problem", "soap", "discharge", "referral", "leaflet", "handover"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Section(NamedTuple):
    """A heading ("" for none) and the parts under it."""

    en: str
    zh: str
    parts: tuple[str, ...]


_HISTORY = ("present", "possible", "absent")
_BACKGROUND = ("past", "resolved", "family", "medications", "stopped", "allergies")
_OPINION = ("abstained", "leading", "dangers")

DOCUMENTS: dict[Kind, tuple[Section, ...]] = {
    "summary": (Section("", "", ("opening", *_HISTORY, *_BACKGROUND, "measurements", "scores", *_OPINION, "urgency")),),
    "line": (Section("", "", ("line",)),),
    "problem": (Section("", "", ("opening", "key", "absent", "leading")),),
    "soap": (
        Section("Subjective", "主观资料", ("opening", *_HISTORY, *_BACKGROUND)),
        Section("Objective", "客观资料", ("measurements", "scores")),
        Section("Assessment", "评估", (*_OPINION, "urgency")),
        Section("Plan", "计划", ("plan", "next", "safety", "excluded", "unchecked")),
    ),
    "discharge": (
        Section("Presentation", "就诊情况", ("opening", "present", "absent")),
        Section("Findings", "检查所见", ("measurements",)),
        Section("Impression", "诊断印象", ("abstained", "leading")),
        Section("Background", "既往及背景", _BACKGROUND),
        Section("For follow-up", "随访建议", ("follow_up", "safety", "unchecked")),
    ),
    "referral": (
        Section("Reason for referral", "转诊理由", ("referral",)),
        Section("History", "病史", (*_HISTORY, *_BACKGROUND)),
        Section("Findings", "检查所见", ("measurements", "scores")),
        Section("Impression", "诊断印象", (*_OPINION, "urgency")),
        Section("Please note", "请注意", ("safety", "unchecked")),
    ),
    "leaflet": (
        Section("Why you came", "您为什么来就诊", ("you",)),
        Section("What it may be", "可能的情况", ("your_diseases",)),
        Section("Your medicines", "您的用药", ("your_drugs",)),
        Section("What to do", "您需要做什么", ("your_steps", "your_help")),
    ),
    "handover": (
        Section("Situation", "现状", ("opening", "urgency")),
        Section("Background", "既往及背景", ("past", "medications", "allergies")),
        Section("Assessment", "评估", ("measurements", "abstained", "leading", "dangers")),
        Section("Recommendation", "建议", ("plan", "next", "safety", "unchecked")),
    ),
}
