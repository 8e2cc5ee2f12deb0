"""The parts of a record, by their headings."""

from __future__ import annotations

import re

from core.language.model import Section
from core.language.section_ends import bounded_end

_HEADINGS: dict[str, str] = {
    "chief-complaint": "chief complaint|chief complaints|cc|presenting complaint|presenting complaints|"
    "reason for visit|"
    "reason for consultation|reason for referral|complaint|complaints|pc|c/c|reason for encounter|主诉|患者主诉",
    "present-history": "history of present illness|history of the present illness|hpi|present illness|"
    "history of presenting complaint|"
    "history of presenting illness|hpc|history|interval history|subjective|s|clinical history|clinical information|"
    "indication|"
    "indications|reason for admission|reason for hospital admission|hospital course|brief hospital course|ed course|"
    "course|"
    "history of present illness/hospital course|case presentation|presentation|summary|medical decision making|"
    "现病史|病史",
    "past-history": "past medical history|past history|pmh|pmhx|medical history|past medical and surgical history|"
    "pmh/psh|"
    "past medical/surgical history|past surgical history|surgical history|psh|pshx|previous medical history|"
    "prior medical history|"
    "previous history|background|background history|comorbidities|past psychiatric history|psychiatric history|"
    "oncologic history|"
    "chronic medical problems|chronic conditions|chronic problems|past illnesses|past medical problems|pmhx/pshx|"
    "significant past medical history|既往史|既往病史|个人史|手术史",
    "earlier-record": "previous letters|old letters|earlier letters|past letters|previous correspondence|old notes|"
    "previous notes|old records|previous records|previous clinic letters|previous discharge letters|letters on file",
    "medications": "medications|meds|current medications|home medications|home meds|medication|drug history|dh|dhx|rx|"
    "medications on admission|admission medications|discharge medications|medications at home|current meds|"
    "outpatient medications|"
    "drugs|regular medications|medications prior to admission|current medication|medication list|"
    "transfer medications|用药史|目前用药|药物|用药",
    "allergies": "allergies|allergy|drug allergies|medication allergies|allergies and intolerances|"
    "allergies to medications|adverse reactions|adverse drug reactions|intolerances|drug intolerances|sensitivities|"
    "allergies/intolerances|drug allergy|nkda|过敏史|药物过敏史|药物过敏",
    "family-history": "family history|fh|fhx|fam hx|family hx|family medical history|famhx|家族史",
    "social-history": "social history|sh|shx|soc hx|social|social hx|sochx|habits|occupational history|"
    "travel history|substance use|社会史|生活史|婚育史",
    "review": "review of systems|ros|systems review|system review|systemic review|systemic enquiry|"
    "review of symptoms|系统回顾",
    "examination": "physical examination|physical exam|examination|exam|pe|p/e|o/e|on examination|objective|o|"
    "physical|general examination|"
    "clinical examination|physical findings|vital signs|vitals|vs|obs|observations|vital signs on admission|"
    "examination on admission|"
    "physical examination on admission|exam on admission|体格检查|查体|体检|生命体征|专科检查",
    "results": "laboratory data|laboratory|labs|lab results|laboratory results|laboratory findings|investigations|"
    "results|data|imaging|"
    "radiology|studies|diagnostic studies|diagnostics|ecg|ekg|cxr|chest x-ray|ct|mri|echo|echocardiogram|ultrasound|"
    "labs on admission|"
    "pertinent results|ix|bloods|workup|work-up|tests|findings|microbiology|cultures|pathology|laboratory tests|"
    "laboratory studies|"
    "辅助检查|实验室检查|检查结果|化验",
    "assessment": "assessment|assessment and plan|a/p|a&p|impression|diagnosis|diagnoses|ap|a|final diagnosis|"
    "discharge diagnosis|"
    "admission diagnosis|assessment/plan|discharge diagnoses|admitting diagnosis|dx|"
    "impressions|"
    "final impressions|impression/plan|working diagnosis|clinical impression|conclusion|problem list|初步诊断|诊断|"
    "入院诊断|印象",
    "differential": "differential diagnosis|differential diagnoses|differential|differentials|ddx|d/d|ddx includes|"
    "differential dx|possible diagnoses|diagnoses considered|diagnostic possibilities|diagnoses to consider|鉴别诊断",
    "plan": "plan|p|recommendations|plan of care|disposition|management|treatment|follow-up|follow up|next steps|"
    "诊疗计划|计划|处理|治疗",
    "instructions": "discharge instructions|instructions|patient instructions|return precautions|safety net|"
    "safety-netting|advice|"
    "followup instructions|follow-up instructions|counseling|counselling|医嘱|嘱",
    "obstetric": "obstetric history|ob history|ob/gyn history|gynecologic history|gyn history|menstrual history|"
    "ob hx|obhx|"
    "gynaecological history|月经史|生育史|月经生育史",
}
KINDS = (*_HEADINGS, "other")
_KIND = {name: kind for kind, names in _HEADINGS.items() for name in names.split("|")}
# One word that is as well an ordinary word or a unit needs more than a colon in the middle of a line.
_LINE_ONLY = frozenset(
    "s o a p history course data summary presentation complaint complaints social physical exam examination results "
    "findings ct mri "
    "echo ecg ekg cxr tests treatment management studies drugs medication background advice plan diagnosis "
    "impression pe sh dh ap pc "
    "allergy indication conclusion cc vs obs habits cultures".split()
)
# Abbreviations that stand as headings without a colon in terse notes.
_BARE = "PMHx|PMH|PSHx|PSH|FHx|FH|SHx|SH|Meds|O/E|ROS|HPI|CC|Labs|Vitals|DHx|DH"
_AT_LINE = re.compile(
    r"^[ \t]*(?:[#*•\-]+[ \t]*|\d{1,2}[.)][ \t]*)?(?P<name>[A-Za-z][A-Za-z/&,'() \-]{0,58}?|"
    r"[\u4e00-\u9fff]{1,6})[ \t]*\*{0,2}[ \t]*"
    r"(?P<mark>[:：]|[ \t][-–—][ \t]|[ \t]*$)",
    re.MULTILINE,
)
_INLINE = re.compile(
    r"(?:(?<=[.;!?。；])[ \t]*|(?<=\s\s)|(?<=[|\]])[ \t]*|(?<=\n))(?P<name>[A-Za-z][A-Za-z/&' \-]{0,40}?|"
    r"[\u4e00-\u9fff]{2,6})(?P<mark>[:：])"
)
_TERSE = re.compile(rf"(?:^|(?<=[.;\n])[ \t]*)(?P<name>{_BARE})\b(?=[ \t]+\S)(?![ \t]*[:=])", re.MULTILINE)
# "Letter of 2018: ..." tells what was then, to the end of its line.
_DATED = re.compile(
    r"^[ \t]*(?P<name>(?:(?:old|previous|clinic|discharge|outpatient|GP|cardiology|hospital) )*(?:letter|summary|"
    r"notes?|report|bloods|results)s? (?:of|from|dated|in) (?:[\w./]+ ){0,2}?(?:\d{1,2}[./]\d{1,2}[./])?"
    r"(?:19|20)\d\d)\s?:",
    re.MULTILINE | re.IGNORECASE,
)
_CELLS = re.compile(
    r"\d\s?%|\b(?:neut\w*|lymph(?:o\w*|s)?|polys?|poly\w+|bands?|segs?|segmented|mono(?:s|cyt\w*)?|eos\w*|baso\w*|blasts?)\b",
    re.IGNORECASE,
)
# "Differential: PE, pneumonia." is over at its end; a list begins on the next line.
_BOUNDED = (
    "differential",
    "past-history",
    "earlier-record",
    "medications",
    "allergies",
    "family-history",
    "social-history",
)


def split_sections(text: str) -> list[Section]:
    """The sections of a text in order; together they cover it. Text before any heading is of kind "other".

    >>> [s.kind for s in split_sections("Cough for 3 days. PMH: asthma. Allergies: none.")]
    ['other', 'past-history', 'allergies']
    """
    headings: dict[int, tuple[int, str]] = {}
    for match in _TERSE.finditer(text):
        headings[match.start("name")] = (match.end("name"), _KIND[match.group("name").lower()])
    for match in _DATED.finditer(text):
        if text[: match.start()].strip():  # at the head it is the date of this record
            headings[match.start("name")] = (match.end(), "earlier-record")
    for match in _INLINE.finditer(text):
        kind = _kind(match.group("name"), inline=True)
        if kind is None and _shouts(match.group("name")) and text[match.start() - 1].isspace():
            kind = "other"
        if kind and not _is_of_cells(text, match.end(), kind):
            headings[match.start("name")] = (match.end(), kind)
    for match in _AT_LINE.finditer(text):
        alone = not match.group("mark").strip()
        kind = _kind(match.group("name"), inline=False)
        if kind is None and not alone and _shouts(match.group("name")):
            kind = "other"
        if kind and not (alone and len(match.group("name")) < 2) and not _is_of_cells(text, match.end(), kind):
            headings[match.start("name")] = (match.end(), kind)
    return _cut(text, headings)


def _is_of_cells(text: str, place: int, kind: str) -> bool:
    """Is it the differential of the white cells, and of no diagnosis?"""
    return kind == "differential" and _CELLS.search(text, place, place + 60) is not None


def _kind(name: str, inline: bool) -> str | None:
    plain = " ".join(name.lower().split()).strip(" -")
    if inline and plain in _LINE_ONLY and not name.isupper() and not name[0].isupper():
        return None
    kind = _KIND.get(plain) or _KIND.get(plain.partition(" (")[0])
    if kind is None and plain.endswith("(es)"):
        kind = _KIND.get(plain[:-4])
    return kind


def _shouts(name: str) -> bool:
    return name.isupper() and len(name.split()) >= 2 and not any(c.isdigit() for c in name)


def _cut(text: str, headings: dict[int, tuple[int, str]]) -> list[Section]:
    sections: list[Section] = []
    starts = sorted(headings)
    first = starts[0] if starts else len(text)
    if first > 0:
        sections.append(Section(kind="other", start=0, heading_end=0, end=first))
    for start, following in zip(starts, [*starts[1:], len(text)], strict=False):
        body, kind = headings[start]
        body = min(body, following)
        end = bounded_end(text, body, following, kind) if kind in _BOUNDED else following
        sections.append(Section(kind=kind, start=start, heading_end=body, end=end))
        if end < following:
            sections.append(Section(kind="other", start=end, heading_end=end, end=following))
    return sections
