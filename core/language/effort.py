"""A saturation on exertion: "96 % at rest, 88 % after walking" says nothing of how the patient is at rest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from core.knowledge.base import Knowledge
from core.language.matching import named
from core.language.model import Finding, Measurement
from core.language.tokens import Sentence

_SATURATION = "oxygen-saturation"
_EFFORT = (
    r"(?:(?:minimal |mild |moderate |light |slight )?(?:exertion|effort|activity)|exercis(?:e|ing)(?! tolerance)|"
    r"walk(?:s|ed|ing)?\b(?! (?:aid|frame|stick))|mobili[sz](?:e[sd]?|ing|ation)|ambulat(?:ion|ing|es|ed)|"
    r"(?:climb(?:s|ed|ing)? |going up |up )?(?:the |a flight of |one flight of )?stairs|climbing|"
    r"(?:\d{1,3}|a few|few|forty|ten|twenty) (?:steps|sit-to-stands?|m(?:et(?:re|er)s?)? (?:walk|on the flat))|"
    r"(?:six|6|one|1|two|2)[\s-]?min(?:ute)?s?[\s-]?walk(?:ing)?(?: test)?|6MWT|6MWD|"
    r"(?:sit[\s-]to[\s-]stand|step|shuttle(?: walk)?|treadmill|walk(?:ing)?|exertion|forty[\s-]step|40[\s-]step) test|"
    r"treadmill|cycling|running|marching)"
)
_BEHIND = re.compile(
    r"\s?%?\s?[,(]?\s?(?:(?:(?:on|in) )?(?:room )?(?:air|RA)\b,?\s?|on \d{1,2}(?:\.\d)?\s?L(?:/min)?\b,?\s?)?"
    r"(?:(?:and )?(?:only )?(?:on|with|after|during|when|while|whilst|post|following|upon|once|(?:at|by) the end of)"
    rf"[\s-](?:(?:the|a|an|her|his|he|she|is|was|just|only|our)\s){{0,3}}{_EFFORT}\b|"
    r"(?:walking|mobili[sz]ing|ambulating|exerting|climbing stairs)\b)",
    re.IGNORECASE,
)
# Before the value: "exertional sats"; and at the beginning of its clause: "on walking, SpO2 fell to 84". What stands at
# the end of another one brings on what is told there: "short of breath on walking, SpO2 88 %".
_BEFORE = re.compile(
    r"(?:\b(?:exertional|ambulatory|ambulating|post[- ]?(?:exercise|exertion|walk))\s(?:oxygen\s|o2\s)?|"
    r"\b(?:walk(?: test)?|6MWT|6MWD|shuttle test|step test)\s?[:,-]?\s(?:the )?(?:nadir|lowest|minimum|end|final)\s|"
    r"(?:^|[.;,(]\s?|\band\s|\bbut\s)(?:on|with|after|during|following|at the end of) (?:(?:the|a|an|her|his)\s){0,2}"
    rf"{_EFFORT}\b(?:\s(?:\d{{1,3}}|ten|twenty|a|few|to|the|m|met(?:re|er)s|yards|steps|toilet|bed|around|across|ward|min|"
    r"minutes?|up)\b){0,4},?\s(?:(?:his|her|the|he|she|patient|pt|oxygen|o2|sats?)\s){0,2})$",
    re.IGNORECASE,
)
_NEAR = 60  # characters before a value
# Every match holds one of these, in small letters.
_CUES = (
    "exert", "effort", "activit", "exercis", "walk", "mobili", "ambulat", "stairs", "climbing", "steps", "6mw",
    "stand", " test", "treadmill", "cycling", "running", "marching", "on the flat",
)  # fmt: skip
_BESIDE = 6  # "desaturates to"
_LOW = ("low", "critical-low")


def at_rest(
    sentence: Sentence, measurements: list[Measurement], findings: list[Finding], knowledge: Knowledge
) -> tuple[list[Measurement], list[Finding]]:
    """The measurements without the saturations on exertion, and the findings with what these mean.

    A saturation on exertion is no value of now, which scores and alarms would take for one at rest: it becomes the
    finding that the saturation falls on exertion, present where it is below the reference range and denied where it is
    not (expert-estimate), with the value and what brings it on. What was said of the oxygen of the blood in the same
    words ("desaturates to 86%") is said by this.
    """
    term = None
    if any(m.analyte == _SATURATION for m in measurements):
        lower = sentence.text[sentence.start : sentence.end].lower()
        term = _term(knowledge) if any(cue in lower for cue in _CUES) else None
    if term is None:
        return measurements, findings
    told = {m.end: said for m in measurements if (said := _on_effort(sentence, m)) is not None}
    if not told:
        return measurements, findings
    kept = [m for m in measurements if m.analyte != _SATURATION or m.end not in told]
    label = knowledge.label(term)
    made = [
        Finding(
            concept=term,
            label=label.en,
            label_zh=label.zh,
            assertion="present" if m.flag in _LOW else "absent",
            experiencer=m.experiencer,
            temporality=m.temporality,
            value=m.value,
            unit=m.unit,
            condition=told[m.end],
            start=m.start,
            end=m.end,
        )
        for m in measurements
        if m not in kept
    ]
    if any(f.assertion == "present" for f in made):
        made = [f for f in made if f.assertion == "present"]
    return kept, [f for f in findings if not _is_of(f, made, term, knowledge)] + made


def _on_effort(sentence: Sentence, m: Measurement) -> str | None:
    """What brings a saturation on, in the record's words; None where it is one at rest."""
    if m.analyte != _SATURATION:
        return None
    behind = _BEHIND.match(sentence.text, m.end, min(sentence.end, m.end + 80))
    begin = max(sentence.start, m.start - _NEAR)
    lead = "~" if begin > sentence.start else ""  # no clause begins where the stretch was cut
    found = behind or _BEFORE.search(lead + sentence.text[begin : m.start])
    return found.group().strip(" ,;.:(%-") if found else None


def _is_of(finding: Finding, made: Iterable[Finding], term: str, knowledge: Knowledge) -> bool:
    """Does a finding say, in the words of a value on exertion or right before them, what the value says?"""
    if finding.start is None or finding.end is None or finding.concept is None:
        return False
    same = finding.concept == term or finding.concept in _low(knowledge)
    return same and any(
        f.start is not None and f.end is not None and f.start <= finding.end + _BESIDE and finding.start < f.end
        for f in made
    )


@lru_cache(maxsize=4)
def _term(knowledge: Knowledge) -> str | None:
    return next(named(knowledge, "exertional desaturation"), None)


@lru_cache(maxsize=4)
def _low(knowledge: Knowledge) -> frozenset[str]:
    """What a low saturation at rest stands for."""
    analyte = knowledge.analytes.get(_SATURATION)
    return frozenset((*analyte.findings.low, *analyte.findings.critical_low)) if analyte else frozenset()
