"""Who the patient is, as the text says it: age, sex, pregnancy, breast-feeding, weight and height."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Any, NamedTuple

from core.case.model import Patient
from core.language.childbearing import read_childbearing
from core.language.introductions import MOST_AGES, OF_SOMEBODY_ELSE, ages_and_sexes, other_ages
from core.language.model import Conflict, Measurement
from core.language.sexes import agreed_pronouns, contradicting_pronoun, is_own_pregnancy, of_the_other_sex
from core.language.who import first_person, said_ages, sex_by_facts, subject_of

Span = tuple[int, int]


class Read(NamedTuple):
    """What the text says of the patient, where, and what it says twice, differently."""

    patient: Patient
    spans: dict[str, Span]
    conflicts: tuple[Conflict, ...]


# "84-year-old woman, 47 kg": a weight in the opening words. "woman, 10 kg weight loss" is none, and no grown person
# weighs less than `_LEAST_ADULT` kilograms.
_OPENING = 160
_LEAST_ADULT = 25.0
_BESIDE_BMI = re.compile(r"\bBMI:?\s?(?:of )?\d{2}(?:\.\d)?[ ,;(]{1,3}(?P<kg>\d{2,3}(?:\.\d)?)\s?kg\b(?!\s?/)")
_BARE_WEIGHT = re.compile(
    r"\b(?:woman|man|lady|gentleman|female|male|girl|boy|child|infant|patient|[FM]|old|yo|y/o|years?|yrs?|y)\b"
    r"[ ,;(]{1,3}(?:weighs? |weight |wt )?(?P<kg>\d{1,3}(?:\.\d{1,2})?)\s?kg\b"
    r"(?!\s?/|\s+(?:of\b|over\b|in\b|weight|loss|lost|gain|lighter|heavier|less|more|up\b|down\b|under|above|below))",
    re.IGNORECASE,
)

# "CRT 4 s, 14 kg.": a weight alone between marks, beside a value; not of what was lost, gained or lifted.
_ALONE_WEIGHT = re.compile(
    r"(?:^|[,;.(\n]|\b(?:thin|frail|slim|slight|obese|cachectic|emaciated|overweight|"
    r"underweight))\s*(?P<kg>\d{1,3}(?:\.\d{1,2})?)\s?kg\s*(?=[,;)\n]|\.(?!\d)|$)",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\b(?:lost|losing|loss of|gained|gaining|put on)\s+(?:\w+\s)?$", re.IGNORECASE)
_NO_BODY = re.compile(
    r"\b(?:lost|loss|los\w+|gain\w*|lift\w*|carr\w+|pull\w*|box|bag|down|up|over|under|dose|birth|baby|before|after)\b"
    r"[^.\n]{0,40}$",
    re.IGNORECASE,
)


def read_patient(text: str, given: Patient) -> Read:
    """Join what was given with what the text says; what was given wins."""
    facts: dict[str, Any] = {}
    spans: dict[str, Span] = {}
    conflicts: list[Conflict] = []
    head = text[:200_000]  # who the patient is stands at the front; a long record is not searched to its end
    subject = subject_of(head)
    ages, sexes = ages_and_sexes(head, of_kin=subject is not None)
    said = said_ages(head, subject)
    if said:
        facts["age_years"], spans["age_years"] = said[0]
    elif ages:
        facts["age_years"], spans["age_years"] = ages[0]
        conflicts += other_ages(head, ages)
    if subject is not None and subject.sex != "unknown":
        sexes = [(subject.sex, subject.span)]
    elif not sexes:
        told = sex_by_facts(head)
        sexes = [told] if told else [] if first_person(head) else agreed_pronouns(head)
    if sexes:
        facts["sex"], spans["sex"] = sexes[0]
        others = [
            s
            for sex, s in (*sexes[1:], *contradicting_pronoun(head, sexes[0][0], told=subject is None))
            if sex != sexes[0][0] and not OF_SOMEBODY_ELSE.search(head[max(0, s[0] - 40) : s[0]])
        ]
        others += of_the_other_sex(head, sexes[0][0], facts.get("age_years")) if subject is None else []
        if others:
            conflicts.append(Conflict(about="sex", spans=(sexes[0][1], *others[:5])))
    read_childbearing(head, facts, spans, conflicts)
    known = _known(given)
    if "sex" in known and "sex" in facts and known["sex"] != facts["sex"]:
        conflicts.append(Conflict(about="sex", spans=(spans["sex"],)))
    if facts.get("pregnant") and (known.get("sex") or facts.get("sex")) == "male":
        place = spans.pop("pregnant", None)
        facts.pop("pregnant")
        if place and is_own_pregnancy(head, place) and facts.get("age_years", 30.0) >= 12 and "sex" in spans:
            conflicts.append(Conflict(about="pregnancy", spans=(spans["sex"], place)))
    patient = Patient.model_validate({k: v for k, v in {**facts, **known}.items() if _plausible(k, v)})
    return Read(patient, {k: s for k, s in spans.items() if k not in known}, tuple(conflicts))


def add_size(read: Read, measurements: Sequence[Measurement], text: str = "") -> Read:
    """The patient with the weight and height last measured, unless they were given; "84-year-old woman, 47 kg" in the
    opening of the text is a weight too."""
    facts, spans = _known(read.patient), dict(read.spans)
    by_time = sorted(measurements, key=lambda m: m.temporality == "recent")  # "60 kg (was 70 kg 6 months ago)"
    for key, analyte in (("weight_kg", "weight"), ("height_cm", "height")):
        measured = next(
            (
                m
                for m in reversed(by_time)
                if m.analyte == analyte
                and m.experiencer == "patient"
                and m.relation == "="
                and not _CHANGED.search(text, max(0, m.start - 20), m.start)
            ),
            None,
        )
        if measured is not None and key not in facts and _plausible(key, measured.value):
            facts[key], spans[key] = measured.value, (measured.start, measured.end)
    bare = _BARE_WEIGHT.search(text[:_OPENING]) or _BESIDE_BMI.search(text)
    if bare and "weight_kg" not in facts:
        least = _LEAST_ADULT if facts.get("age_years", 18) >= 16 else 0.0
        if float(bare.group("kg")) >= least and _plausible("weight_kg", float(bare.group("kg"))):
            facts["weight_kg"], spans["weight_kg"] = float(bare.group("kg")), bare.span("kg")
    if "weight_kg" not in facts and (alone := _weight_alone(text, measurements)):
        facts["weight_kg"], spans["weight_kg"] = float(alone.group("kg")), alone.span("kg")
    return read._replace(patient=Patient.model_validate(facts), spans=spans)


def _weight_alone(text: str, measurements: Sequence[Measurement]) -> re.Match[str] | None:
    """A weight that stands under no name, right behind a value of the patient or right before one."""
    ends, starts = {m.end for m in measurements}, {m.start for m in measurements}
    for match in islice(_ALONE_WEIGHT.finditer(text), MOST_AGES) if "kg" in text and measurements else ():
        beside = any(place in ends for place in range(match.start() - 2, match.start() + 1)) or any(
            place in starts for place in range(match.end(), match.end() + 4)
        )
        said = text[max(0, match.start() - 60) : match.start()]
        if beside and not _NO_BODY.search(said) and _plausible("weight_kg", float(match.group("kg"))):
            return match
    return None


def _known(patient: Patient) -> dict[str, Any]:
    return {k: v for k, v in patient.model_dump().items() if v is not None and v != "unknown"}


def _plausible(key: str, value: Any) -> bool:
    limits = {"age_years": (0.0, 130.0), "weight_kg": (0.2, 700.0), "height_cm": (10.0, 280.0)}
    return key not in limits or limits[key][0] <= value <= limits[key][1]
