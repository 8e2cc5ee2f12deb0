"""Services that say what a test tells them to, so that the window is tried without the engine behind it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.assessment import Assessment, Sentence
from core.case.model import Case, Patient
from core.language.model import Allergies, AllergyItem, Finding, Measurement, Medication, Reading
from core.narrative.model import Withheld
from core.system.cancel import CancelToken
from core.system.errors import KnownError
from desktop.services import Services
from desktop.texts import Tongue
from tests.fixtures import TEXT, abstaining_assessment, chest_pain_assessment, span

TRACED = Sentence(
    text="Chest pain for 2 hours.", author="model", spans=(span("chest pain for 2 hours"),), facts=("findings/0",)
)
WITHHELD = Withheld(
    text="The patient had a heart attack at 50.", reasons=("said of the patient, stands of the father",)
)


class ScriptedServices(Services):
    """Reading and assessment by rote for the text of the fixtures; files and records are real."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.prose_may_end = threading.Event()
        self.prose_may_end.set()
        self.trouble: Exception | None = None

    def warm(self) -> None:
        return

    def read(self, case: Case) -> Reading:
        self._raise()
        found = []
        for words, assertion, experiencer in (
            ("chest pain", "present", "patient"),
            ("fever", "absent", "patient"),
            ("heart attack", "present", "family"),
        ):
            at = case.text.find(words)
            if at >= 0:
                fields = {"concept": None, "label": words, "assertion": assertion, "experiencer": experiencer}
                found.append(Finding.model_validate(fields | {"start": at, "end": at + len(words)}))
        measured, drugs, allergic = [], [], Allergies()
        if (at := case.text.find("HR 104")) >= 0:
            measured = [
                Measurement(
                    analyte="hr",
                    label="heart rate",
                    value=104,
                    unit="/min",
                    given="HR 104",
                    flag="high",
                    start=at,
                    end=at + 6,
                )
            ]
        if (at := case.text.find("metformin")) >= 0:
            drugs = [Medication(name="metformin", drug="metformin", start=at, end=at + 9)]
        if (at := case.text.find("penicillin")) >= 0:
            allergic = Allergies(status="listed", items=(AllergyItem(substance="penicillin", start=at, end=at + 10),))
        return Reading(
            language="en",
            patient=Patient(age_years=58, sex="male"),
            findings=tuple(found),
            measurements=tuple(measured),
            medications=tuple(drugs),
            allergies=allergic,
        )

    def assess(self, case: Case) -> Assessment:
        self._raise()
        made = chest_pain_assessment() if "chest pain" in case.text else abstaining_assessment()
        return made.model_copy(update={"id": case.id, "narrative": (), "withheld_sentences": 0})

    def narrate(self, case: Case, assessment: Assessment, lang: Tongue, cancel: CancelToken) -> Iterator[Any]:
        yield TRACED
        yield WITHHELD
        while not self.prose_may_end.is_set() and not cancel.wait(0.01):
            pass
        yield TRACED

    def with_prose(self, assessment: Assessment, checked: list[Any]) -> Assessment:
        sentences = tuple(c for c in checked if isinstance(c, Sentence))
        return assessment.model_copy(
            update={"narrative": sentences, "withheld_sentences": len(checked) - len(sentences)}
        )

    def render_pdf(self, case: Case, assessment: Assessment, lang: Tongue) -> bytes:
        self._raise()
        from io import BytesIO

        from reportlab.pdfgen.canvas import Canvas

        page = BytesIO()
        canvas = Canvas(page)
        canvas.drawString(100, 700, f"{lang} {case.id}")
        canvas.save()
        return page.getvalue()

    def _raise(self) -> None:
        if self.trouble is not None:
            raise self.trouble


NO_KNOWLEDGE = KnownError("the knowledge base has not been built: run 'python3 dev.py demo' once to build it")
NOTE = TEXT
