"""The sentences of the template, in English and Chinese."""

from __future__ import annotations

from typing import NamedTuple

from core.diagnosis.model import Band
from core.knowledge.schema import Urgency


class Phrases(NamedTuple):
    """One language's sentences; `{what}` is a list of things."""

    opening: str
    alone: str
    present: str
    possible: str
    absent: str
    past: str
    resolved: str
    family: str
    medications: str
    stopped: str
    allergies: str
    no_allergies: str
    measurements: str
    scores: str
    abstained: str
    leading: str
    ranked: str
    dangers: str
    urgency: str
    because: str
    comma: str
    last: str
    nor: str
    semicolon: str


PHRASES = {
    "en": Phrases(
        opening="{who} presents with {what}.",
        alone="{who}; no presenting complaint could be read in the record.",
        present="Also present: {what}.",
        possible="Possible, not certain: {what}.",
        absent="Pertinent negatives: no {what}.",
        past="Background: {what}.",
        resolved="Resolved: {what}.",
        family="In the family, not the patient: {what}.",
        medications="Medications: {what}.",
        stopped="No longer taken: {what}.",
        allergies="Allergies: {what}.",
        no_allergies="The record states no known allergies.",
        measurements="Outside the reference range: {what}.",
        scores="Computed scores: {what}.",
        abstained="Bedside does not commit itself to a diagnosis: {what}.",
        leading="Leading possibilities: {what}.",
        ranked="{name} ({band})",
        dangers="Dangerous and not excluded by the record: {what}.",
        urgency="Urgency: {level}{because}.",
        because=" – {what}",
        comma=", ",
        last=" and ",
        nor=" or ",
        semicolon="; ",
    ),
    "zh": Phrases(
        opening="{who}，因{what}就诊。",
        alone="{who}；病历中未读到主诉。",
        present="另有：{what}。",
        possible="可能存在、尚不确定：{what}。",
        absent="重要阴性：无{what}。",
        past="既往及背景：{what}。",
        resolved="已缓解：{what}。",
        family="家族史（非患者本人）：{what}。",
        medications="用药：{what}。",
        stopped="已停用：{what}。",
        allergies="过敏：{what}。",
        no_allergies="病历记载无已知过敏。",
        measurements="超出参考范围：{what}。",
        scores="评分：{what}。",
        abstained="Bedside 未作出倾向性诊断：{what}。",
        leading="首要考虑：{what}。",
        ranked="{name}（{band}）",
        dangers="危重且病历尚未排除：{what}。",
        urgency="紧急程度：{level}{because}。",
        because="——{what}",
        comma="、",
        last="、",
        nor="、",
        semicolon="；",
    ),
}
BANDS: dict[str, dict[Band, str]] = {
    "en": {"very likely": "very likely", "likely": "likely", "possible": "possible", "unlikely": "unlikely"},
    "zh": {"very likely": "极可能", "likely": "很可能", "possible": "可能", "unlikely": "不太可能"},
}
LEVELS: dict[str, dict[Urgency, str]] = {
    "en": {
        "emergent": "emergency",
        "one-day": "within one day",
        "one-week": "within one week",
        "self-care": "self-care",
    },
    "zh": {"emergent": "立即", "one-day": "一日内", "one-week": "一周内", "self-care": "自我护理"},
}
AGES_ZH = {"year": "岁", "month": "个月", "day": "天"}
