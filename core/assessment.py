"""The Assessment: everything Bedside says about one case, and its JSON (the shape of `analyse` and `batch`)."""

from __future__ import annotations

from typing import Any, Literal

from core.case.model import Patient
from core.diagnosis.model import Abstention, CannotMiss, NextStep, RankedDisease, Together, Triage
from core.frozen import Frozen
from core.language.model import Allergies, Conflict, Finding, Medication
from core.scores.model import ScoreResult
from core.treatment.model import Check, Plan, SafetyItem


class Sentence(Frozen):
    """One sentence of prose whose every claim was traced. `facts` name what it rests on (`findings/3`, `scores/0`)."""

    text: str
    author: Literal["template", "model"]
    spans: tuple[tuple[int, int], ...]
    facts: tuple[str, ...]


class PackVersion(Frozen):
    """The version of a knowledge pack and the date by which it must be looked at again."""

    version: str
    review_by: str


class ModelUsed(Frozen):
    """A model that had a part in the result."""

    name: str
    sha256: str
    quantisation: str
    device: str


class Provenance(Frozen):
    """What the result rests on. `calibrated_on` is None while no set has been used to fit the probabilities."""

    app: str
    knowledge: dict[str, PackVersion]
    models: tuple[ModelUsed, ...] = ()
    calibrated_on: str | None = None
    seed: int
    input_sha256: str
    timings_ms: dict[str, float]
    replayable: bool


class Assessment(Frozen):
    """The whole answer. `unlisted` is the chance of a disease that the base does not hold; `lang` is the record's;
    `asked` holds the diseases that were asked about beside the list; `together` pairs that may both be there."""

    id: str
    lang: Literal["en", "zh"]
    patient: Patient
    findings: tuple[Finding, ...]
    medications: tuple[Medication, ...]
    allergies: Allergies
    conflicts: tuple[Conflict, ...]
    differential: tuple[RankedDisease, ...]
    asked: tuple[RankedDisease, ...] = ()
    together: tuple[Together, ...] = ()
    unlisted: float
    cannot_miss: tuple[CannotMiss, ...]
    abstained: Abstention | None
    next_steps: tuple[NextStep, ...]
    triage: Triage
    scores: tuple[ScoreResult, ...]
    checks: tuple[Check, ...]
    safety: tuple[SafetyItem, ...] = ()
    plan: Plan = Plan()
    narrative: tuple[Sentence, ...] = ()
    withheld_sentences: int = 0
    provenance: Provenance

    def to_json(self) -> dict[str, Any]:
        """The contract's shape as plain data."""
        return self.model_dump(mode="json", by_alias=True)
