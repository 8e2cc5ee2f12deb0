"""The one way from a record to a result."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from core import __version__
from core.assessment import Assessment, PackVersion, Provenance
from core.case.model import Case
from core.diagnosis import Circumstances, diagnose
from core.diagnosis.calibration import default_calibration
from core.diagnosis.model import Diagnosis, Triage, TriageReason
from core.diagnosis.regions import region_of
from core.knowledge.base import Knowledge, Pack, default_knowledge
from core.language import read
from core.language.genotypes import joined_genotypes
from core.language.memory import Memory
from core.language.model import Reading
from core.scores import applicable_scores
from core.treatment.circumstances import circumstances
from core.treatment.model import SafetyItem
from core.treatment.planning import make_plan
from core.treatment.safety import check_drugs

SEED = 20260101


def assess(
    case: Case,
    knowledge: Knowledge | None = None,
    *,
    top: int = 10,
    asked: Collection[str] = (),
    memory: Memory | None = None,
) -> Assessment:
    """Everything that the knowledge lane says about a case; it calls no model and needs none.

    `top` diseases are listed; those of `asked` (ids) are explained in full whatever their rank ("why not …?"). The
    desktop, the command line, the batch runner and the tests all come this way. With a `memory`, sentences that were
    read with it before are not read again.
    """
    knowledge = knowledge or default_knowledge()
    timings: dict[str, float] = {}
    with _timed(timings, "language"):
        reading = read(case, knowledge, memory)
    with _timed(timings, "diagnosis"):
        diagnosis = rank(case, reading, knowledge, top=top, asked=asked)
    with _timed(timings, "scores"):
        candidates = {d.id: d.probability for d in diagnosis.differential}
        scores = applicable_scores(reading, knowledge, candidates, text=case.text)
    with _timed(timings, "treatment"):
        genotypes = joined_genotypes(case.genotypes, reading.genotypes)
        about = circumstances(reading, knowledge, text=case.text, candidates=candidates, genotypes=genotypes)
        checks, safety = check_drugs(about)
        plan = make_plan(about, {} if diagnosis.abstained else candidates)
    return Assessment(
        id=case.id,
        lang=reading.language,
        patient=reading.patient,
        findings=reading.findings,
        medications=reading.medications,
        allergies=reading.allergies,
        conflicts=reading.conflicts,
        differential=diagnosis.differential,
        asked=diagnosis.asked,
        together=diagnosis.together,
        unlisted=diagnosis.unlisted,
        cannot_miss=diagnosis.cannot_miss,
        abstained=diagnosis.abstained,
        next_steps=diagnosis.next_steps,
        triage=_beside_warnings(diagnosis.triage, safety),
        scores=scores,
        checks=checks,
        safety=safety,
        plan=plan,
        provenance=_provenance(case, knowledge, timings),
    )


def rank(
    case: Case, reading: Reading, knowledge: Knowledge, *, top: int = 10, asked: Collection[str] = ()
) -> Diagnosis:
    """The diagnoses of what was read, as `assess` has them: for whoever shows them before scores and drugs are done."""
    return diagnose(reading, knowledge, case.text, circumstances=_circumstances(case), top=top, asked=asked)


def _beside_warnings(triage: Triage, safety: Collection[SafetyItem]) -> Triage:
    """Nobody is told to stay at home with a drug that must not be taken: somebody looks at it."""
    if triage.level != "self-care" or not any(item.severity == "contraindicated" for item in safety):
        return triage
    ground = TriageReason(text="a drug is contraindicated", text_zh="存在禁忌用药")
    return triage.model_copy(
        update={
            "level": "one-week",
            "reasons": (ground.text, *triage.reasons),
            "grounds": (ground, *triage.grounds),
        }
    )


def _circumstances(case: Case) -> Circumstances:
    month = case.encounter_date.month if case.encounter_date else None
    return Circumstances(setting=case.setting, month=month, region=region_of(case.region))


@contextmanager
def _timed(timings: dict[str, float], step: str) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    timings[step] = round((time.perf_counter() - begun) * 1000, 2)


def _provenance(case: Case, knowledge: Knowledge, timings: dict[str, float]) -> Provenance:
    return Provenance(
        app=__version__,
        knowledge={name: PackVersion(version=p.version, review_by=p.review_by) for name, p in knowledge.packs.items()},
        calibrated_on=default_calibration().fitted_on,
        seed=SEED,
        input_sha256=hashlib.sha256(case.model_dump_json().encode()).hexdigest(),
        timings_ms=timings,
        replayable=True,
    )


def overdue_packs(packs: Mapping[str, Pack | PackVersion], today: date) -> list[str]:
    """The knowledge packs whose review date has passed."""
    return [name for name, pack in packs.items() if date.fromisoformat(pack.review_by) < today]
