"""The shapes of contract.md §2 and §3, and a checker for them. More keys are allowed; a missing one is not."""

from __future__ import annotations

import math
from typing import Any, NamedTuple


class Maybe(NamedTuple):
    """The shape, or null."""

    of: Any


class Words(NamedTuple):
    """One of these strings."""

    allowed: tuple[str, ...]


class Pair(NamedTuple):
    """Two values of this shape in a list."""

    of: Any


class Map(NamedTuple):
    """Any keys, values of this shape."""

    of: Any


NUMBER = (int, float)
SPANS = [Pair(int)]
PLACE = {"start": Maybe(int), "end": Maybe(int)}
LEVEL = Words(("emergent", "one-day", "one-week", "self-care"))
CHECK_KINDS = (
    *("interaction", "allergy", "renal", "hepatic", "pregnancy", "age", "qt", "pharmacogenomic", "duplicate"),
    *("disease", "dose"),
)
FINDING = {
    "concept": Maybe(str),
    "label": str,
    "assertion": Words(("present", "absent", "possible", "hypothetical", "conditional")),
    "experiencer": Words(("patient", "family", "other")),
    "temporality": Words(("recent", "historical", "resolved")),
    "value?": Maybe(NUMBER),
    "unit?": Maybe(str),
    "time?": Maybe(str),
    "severity?": Maybe(str),
    "laterality?": Maybe(str),
    "document?": Maybe(str),
    "page?": Maybe(int),
    **PLACE,
}
EVIDENCE = {
    "concept": str,
    "label": str,
    "weight": NUMBER,
    "basis": Words(("published", "guideline", "derived", "expert-estimate")),
    "source": str,
}
INPUT = {"name": str, "value": Maybe((int, float, bool, str)), "unit": Maybe(str), "assumed": bool, **PLACE}
PLAN_ITEM = {
    "for": str,
    "kind": Words(("immediate", "test", "drug", "procedure", "monitoring", "referral", "advice")),
    "text": str,
    "basis": str,
    "source": str,
}
ASSESSMENT = {
    "id": str,
    "patient": {
        "age_years": Maybe(NUMBER),
        "sex": Words(("female", "male", "unknown")),
        "pregnant?": Maybe(bool),
        "lactating?": Maybe(bool),
        "weight_kg?": Maybe(NUMBER),
        "height_cm?": Maybe(NUMBER),
    },
    "findings": [FINDING],
    "medications": [
        {
            "name": str,
            "drug": Maybe(str),
            "status": Words(("current", "stopped", "planned", "before-admission")),
            "dose?": Maybe(str),
            "route?": Maybe(str),
            "interval?": Maybe(str),
            **PLACE,
        }
    ],
    "allergies": {
        "status": Words(("unknown", "none-known", "listed")),
        "items": [{"substance": str, "reaction": Maybe(str), **PLACE}],
    },
    "conflicts": [{"about": str, "spans": SPANS}],
    "differential": [
        {
            "rank": int,
            "id": str,
            "name": str,
            "names": [str],
            "icd10cm": [str],
            "omim": [str],
            "orpha": [str],
            "probability": NUMBER,
            "band": Words(("very likely", "likely", "possible", "unlikely")),
            "lane": Words(("common", "rare")),
            "for": [EVIDENCE],
            "against": [EVIDENCE],
            "missing": [EVIDENCE],
        }
    ],
    "cannot_miss": [{"id": str, "name": str, "why_open": SPANS, "excluded_by": [str], "rank": Maybe(int)}],
    "abstained": Maybe({"reason": str, "separating": [{"concept": str, "label": str, "between": [str]}]}),
    "next_steps": [
        {
            "kind": Words(("question", "examination", "test")),
            "label": str,
            "urgency": LEVEL,
            "information_bits": NUMBER,
            "harm_if_missed": Words(("fatal", "high", "moderate", "low")),
            "would_change": str,
        }
    ],
    "triage": {"level": Maybe(LEVEL), "reasons": [str], "departments": [{"name": str, "share": NUMBER}]},
    "scores": [
        {
            "id": str,
            "name": str,
            "value": Maybe((int, float, str)),
            "range?": Maybe(Pair(NUMBER)),
            "unit": Maybe(str),
            "category": Maybe(str),
            "inputs": [INPUT],
            "missing": [str],
            "source": str,
        }
    ],
    "checks": [
        {
            "kind": Words(CHECK_KINDS),
            "status": Words(("done", "not-performed", "partial")),
            "looked_at": [str],
            "could_not_judge": [str],
            "as_of": Maybe(str),
        }
    ],
    "safety": [
        {
            "kind": Words(CHECK_KINDS),
            "severity": Words(("contraindicated", "major", "moderate", "minor", "information")),
            "interruptive": bool,
            "drugs": [str],
            "message": str,
            "action": str,
            "source": str,
        }
    ],
    "plan": {"offered": [PLAN_ITEM], "excluded": [{**PLAN_ITEM, "because": str}]},
    "narrative": [{"text": str, "author": Words(("template", "model")), "spans": SPANS, "facts": [str]}],
    "withheld_sentences": int,
    "provenance": {
        "app": str,
        "knowledge": Map({"version": str, "review_by": str}),
        "models": [{"name": str, "sha256": str, "quantisation": str, "device": str}],
        "calibrated_on": Maybe(str),
        "seed": int,
        "input_sha256": str,
        "timings_ms": Map(NUMBER),
        "replayable": bool,
    },
}
SCORE_LINE = {
    "id": str,
    "calculator": str,
    "value": Maybe((int, float, str, list)),
    "unit": Maybe(str),
    "category": Maybe(str),
    "inputs": [INPUT],
    "missing": [str],
    "assumed": [str],
}
EXTRACT_LINE = {"id": str, "findings": [FINDING]}
ANSWER_LINE = {"id": str, "answer": Words(("yes", "no", "maybe")), "supporting": [[int]]}
ERROR_LINE = {"id": str, "error": str}


def faults(value: Any, shape: Any, at: str = "") -> list[str]:
    """What about the value is not of the shape, each with its place."""
    if isinstance(shape, Maybe):
        return [] if value is None else faults(value, shape.of, at)
    if isinstance(shape, Words):
        return [] if value in shape.allowed else [f"{at}: {value!r} is none of {shape.allowed}"]
    if isinstance(shape, Pair):
        whole = isinstance(value, list) and len(value) == 2
        return [f for n in value for f in faults(n, shape.of, at)] if whole else [f"{at}: {value!r} is no pair"]
    if isinstance(shape, Map):
        return [f for key, item in value.items() for f in faults(item, shape.of, f"{at}.{key}")]
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{at}: {value!r} is no list"]
        return [f for n, item in enumerate(value) for f in faults(item, shape[0], f"{at}[{n}]")]
    if isinstance(shape, dict):
        return _object_faults(value, shape, at)
    if isinstance(value, float) and not math.isfinite(value):
        return [f"{at}: {value} is not JSON"]
    allowed = shape if isinstance(shape, tuple) else (shape,)
    fits = isinstance(value, allowed) and (bool in allowed or not isinstance(value, bool))
    return [] if fits else [f"{at}: {value!r} is not {shape}"]


def _object_faults(value: Any, shape: dict[str, Any], at: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{at}: {value!r} is no object"]
    found = []
    for key, inner in shape.items():
        name = key.removesuffix("?")
        if name in value:
            found += faults(value[name], inner, f"{at}.{name}")
        elif not key.endswith("?"):
            found.append(f"{at}.{name} is missing")
    return found
