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
    foremost: str
    ranked: str
    dangers: str
    urgency: str
    because: str
    comma: str
    last: str
    nor: str
    semicolon: str
    heading: str
    line: str
    key: str
    referral: str
    plan: str
    excluded: str
    next: str
    safety: str
    unchecked: str
    you: str
    your_diseases: str
    your_drugs: str
    your_allergies: str
    your_help: str


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
        foremost="Leading possibility: {what}.",
        ranked="{name} ({band})",
        dangers="Dangerous and not excluded by the record: {what}.",
        urgency="Urgency: {level}{because}.",
        because=" – {what}",
        comma=", ",
        last=" and ",
        nor=" or ",
        semicolon="; ",
        heading="{heading}: {text}",
        line="{who} with {what}{leading}.",
        key="Key features: {what}.",
        referral="Thank you for seeing this patient: {who} with {what}{leading}.",
        plan="Options for {disease}: {what}.",
        excluded="Not offered: {what}.",
        next="Worth doing next: {what}.",
        safety="Drug warning ({what}): {text}",
        unchecked="Not checked: {what}.",
        you="You came because of {what}.",
        your_diseases="Your clinician is thinking of {what}; only the clinician who looks after you can tell you "
        "whether you have it.",
        your_drugs="These are the medicines that your record names: {what}.",
        your_allergies="Tell everyone who treats you that you do not tolerate {what}.",
        your_help="{level}",
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
        foremost="首要考虑：{what}。",
        ranked="{name}（{band}）",
        dangers="危重且病历尚未排除：{what}。",
        urgency="紧急程度：{level}{because}。",
        because="——{what}",
        comma="、",
        last="、",
        nor="、",
        semicolon="；",
        heading="{heading}：{text}",
        line="{who}，{what}{leading}。",
        key="主要特点：{what}。",
        referral="感谢您接诊：{who}，{what}{leading}。",
        plan="针对{disease}可考虑：{what}。",
        excluded="未列入：{what}。",
        next="下一步建议：{what}。",
        safety="用药警示（{what}）：{text}",
        unchecked="未能核查：{what}。",
        you="您因{what}前来就诊。",
        your_diseases="医生考虑的可能有：{what}；是否患病须由您的主治医生判断。",
        your_drugs="病历中记录的您的用药：{what}。",
        your_allergies="请告知每一位为您诊治的医生，您不能耐受{what}。",
        your_help="{level}",
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
# What a patient is told, by urgency.
HELP: dict[str, dict[Urgency, str]] = {
    "en": {
        "emergent": "This needs to be dealt with now: stay where you can be treated at once, and say straight away if "
        "you feel worse.",
        "one-day": "You should be seen within a day; ask for help at once if you feel worse before then.",
        "one-week": "You should be seen within a week; ask for help sooner if you feel worse.",
        "self-care": "You can look after this yourself for now; ask for help if it does not get better or gets worse.",
    },
    "zh": {
        "emergent": "需要立即处理：请留在能够马上得到救治的地方，若感觉加重请立即告知医护人员。",
        "one-day": "请在一天之内就诊；在此之前若感觉加重，请立即求助。",
        "one-week": "请在一周之内就诊；若感觉加重，请提早求助。",
        "self-care": "目前可以自行护理；若不见好转或加重，请就诊。",
    },
}
AGES_ZH = {"year": "岁", "month": "个月", "day": "天"}
