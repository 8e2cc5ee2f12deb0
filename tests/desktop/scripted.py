"""Services that say what a test tells them to, so that the window is tried without the engine behind it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from core.assessment import Assessment, Sentence
from core.case.model import Case, Patient
from core.diagnosis.model import Diagnosis, RankedDisease
from core.language.model import Allergies, AllergyItem, Finding, Measurement, Medication, Reading
from core.narrative.model import Withheld
from core.reports import ReportOptions
from core.scores.model import ScoreResult
from core.system.cancel import CancelToken
from core.system.errors import KnownError
from core.units.conventions import Units
from core.validation import SecondOpinion
from desktop.entries import Entry, Line
from desktop.item_models.commands import Kind
from desktop.score_sheet import Field, Sheet
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
        self.opinion = SecondOpinion(sentence="Small has not been measured on this machine, so it was not asked.")
        self.opinion_may_end = threading.Event()
        self.opinion_may_end.set()
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

    def rank(self, case: Case) -> Diagnosis:
        made = self.assess(case)
        return Diagnosis.model_validate({name: getattr(made, name) for name in Diagnosis.model_fields})

    def disease_names(self) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
        listed = chest_pain_assessment().differential
        return [(d.id, (d.name, f"{d.name} syndrome"), (d.name_zh or d.name,)) for d in listed]

    def explain(self, case: Case, asked: tuple[str, ...]) -> tuple[RankedDisease, ...]:
        self._raise()
        return tuple(d for d in chest_pain_assessment().differential if d.id in asked)

    def entry(self, kind: Kind, key: str, tongue: Tongue) -> Entry:
        if key not in ("acute-myocardial-infarction", "heart"):
            raise KnownError("the knowledge base has no such entry: choose another")
        return Entry(f"{kind} {key}", (Line(words="in short"), Line("source"), Line(words="Six 2008", value="1.5")))

    def score_names(self) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
        return [("heart", ("HEART score",), ("HEART 评分",)), ("news2", ("NEWS2",), ("国家早期预警评分",))]

    def score_sheet(self, case: Case, key: str, given: Mapping[str, float | bool | str | None], units: Units) -> Sheet:
        """A point for ST depression and one for an age above 65."""
        self._raise()
        age, st = given.get("age", 58.0), given.get("st", True)
        fields = (
            Field("age", "age", "年龄", "number", age, span("58"), changed="age" in given, limits=(0, 120)),
            Field("st", "ST depression", "ST段压低", "yes-no", st, span("ST dep"), (True, False), "st" in given),
            Field("story", "history", "病史", "choice", given.get("story"), None, ("slight", "high"), "story" in given),
            Field("word", "date", "日期", "fixed", None, None),
        )
        low = (isinstance(age, float) and age >= 65) + (st is True) + 2 * (given.get("story") == "high")
        high = low + 2 * (given.get("story") is None) + (st is None) + (age is None)
        missing = ("history",) if high > low else ()
        value = {"range": (low, high)} if missing else {"value": low, "range": (low, low)}
        result = ScoreResult(id=key, name="HEART score", name_zh="HEART 评分", missing=missing, source="Six 2008")
        return Sheet(result.model_copy(update=value | {"unit": "points"}), fields, "chest pain")

    def narrate(self, case: Case, assessment: Assessment, lang: Tongue, cancel: CancelToken) -> Iterator[Any]:
        yield TRACED
        yield WITHHELD
        while not self.prose_may_end.is_set() and not cancel.wait(0.01):
            pass
        yield TRACED

    def second_opinion(self, case: Case, assessment: Assessment, cancel: CancelToken) -> SecondOpinion:
        """What a test has laid there; stopped before it may end, what had come by then."""
        self._raise()
        while not self.opinion_may_end.is_set():
            if cancel.wait(0.01):
                return self.opinion.model_copy(
                    update={"samples": 1, "notes": ("It was stopped: 1 of 3 answers had come.",)}
                )
        return self.opinion

    def with_prose(self, assessment: Assessment, checked: list[Any]) -> Assessment:
        sentences = tuple(c for c in checked if isinstance(c, Sentence))
        return assessment.model_copy(
            update={"narrative": sentences, "withheld_sentences": len(checked) - len(sentences)}
        )

    def render_pdf(self, case: Case, assessment: Assessment, options: ReportOptions) -> bytes:
        self._raise()
        from io import BytesIO

        from reportlab.pdfgen.canvas import Canvas

        page = BytesIO()
        canvas = Canvas(page)
        canvas.drawString(100, 700, f"{options.lang} {case.id}")
        canvas.save()
        return page.getvalue()

    def _raise(self) -> None:
        if self.trouble is not None:
            raise self.trouble


NO_KNOWLEDGE = KnownError("the knowledge base has not been built: run 'python3 dev.py demo' once to build it")
NOTE = TEXT
