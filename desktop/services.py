"""What the window asks of the core. Everything here is called in a lane of `operations`, never on the event loop.

The core is imported inside the calls: the first window must not wait for it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.system.cancel import CancelToken
from core.system.errors import KnownError
from desktop.model_shelf import ModelShelf
from desktop.nearby import Nearby
from desktop.opinions import opinion_on, switched_off
from desktop.store import Store
from desktop.texts import Tongue

if TYPE_CHECKING:
    from core.assessment import Assessment
    from core.case.model import Case
    from core.diagnosis.model import Diagnosis, RankedDisease
    from core.language.memory import Memory
    from core.language.model import Reading
    from core.models import ModelService
    from core.reports import ReportOptions
    from core.units.conventions import Units
    from core.validation import SecondOpinion
    from desktop.entries import Entry
    from desktop.item_models.commands import Kind
    from desktop.score_sheet import ScoreSheets, Sheet
    from desktop.structured import Entered, Line
    from desktop.trends import Trend
    from desktop.vocabulary import Kind as Named
    from desktop.vocabulary import Suggestion, Vocabulary

FEW = 5  # names that complete what was typed: with fewer of them findings near in meaning are offered as well
MAX_EDITED = 500_000  # characters: beyond this an editor that lays out every line cannot stay responsive


class Services(Store):
    """The core's doors, opened when first used."""

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__(folder)
        self._writer: ModelService | None = None
        self._sheets: ScoreSheets | None = None
        self._vocabulary: Vocabulary | None = None
        self._nearby = Nearby()
        self._turn = threading.Lock()
        self._memory: Memory | None = None
        self._reading = threading.Lock()
        self.use_models = True
        self.models = ModelShelf()

    # ── reading and assessing (lane "reading") ───────────────────────────────────────────────────────────────────

    def warm(self) -> None:
        """Import and load what the first case will need, while the passphrase is being typed."""
        from core.case.readers import read_text

        self.assess(read_text("58-year-old man with chest pain."))

    def read(self, case: Case) -> Reading:
        """The findings alone, for the marks in the editor."""
        from core.knowledge.base import default_knowledge
        from core.language import read

        with self._remembered() as memory:
            return read(case, default_knowledge(), memory)

    def assess(self, case: Case) -> Assessment:
        """The knowledge lane."""
        from core.assess import assess

        with self._remembered() as memory:
            return assess(case, memory=memory)

    def rank(self, case: Case) -> Diagnosis:
        """The diagnoses alone, as `assess` ranks them: an edit shows in them before scores and drugs are done."""
        from core.assess import rank
        from core.knowledge.base import default_knowledge

        return rank(case, self.read(case), default_knowledge())

    @contextmanager
    def _remembered(self) -> Iterator[Memory | None]:
        """The sentences read before: an edited text still has most of them. One reader at a time has them."""
        from core.language.memory import Memory

        if not self._reading.acquire(blocking=False):
            yield None
            return
        try:
            if self._memory is None:
                self._memory = Memory()
            yield self._memory
        finally:
            self._reading.release()

    def trends(self, reading: Reading) -> tuple[Trend, ...]:
        """The quantities that the record gives more than once."""
        from core.knowledge.base import default_knowledge
        from desktop.trends import trends_of

        return trends_of(reading, default_knowledge())

    def suggest(self, words: str, kind: Named, tongue: Tongue) -> tuple[Suggestion, ...]:
        """What begins or goes on like these words, and for findings what is near to them in meaning where little is
        called so; in the lane "files", for the first time takes a second."""
        from core.knowledge.base import default_knowledge
        from desktop.vocabulary import Vocabulary

        if self._vocabulary is None:
            self._vocabulary = Vocabulary(default_knowledge())
        found = self._vocabulary.find(words, kind, tongue)
        if kind != "finding" or len(found) >= FEW:
            return found
        named = {suggestion.key for suggestion in found}
        near = self._nearby.suggest(words, tongue)
        return (*found, *(suggestion for suggestion in near if suggestion.key not in named))

    def prepare_near(self, cancel: CancelToken) -> None:
        """Start what finds by meaning, where a model may run; for the lane "models"."""
        if self.use_models and not self._nearby.ready:
            self._nearby.prepare(cancel)

    @property
    def near_wanted(self) -> bool:
        """Whether it is worth asking for: where it runs, may not run or has failed, it is not."""
        return self.use_models and self._nearby.wanted

    def line_for(self, case: Case, entered: Entered) -> Line:
        """What was entered in fields, as a line of the record."""
        from core.knowledge.base import default_knowledge
        from desktop.structured import line_for

        return line_for(case, entered, default_knowledge())

    def disease_names(self) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
        """Every disease of the base: id, English names, Chinese names."""
        from core.knowledge.base import default_knowledge

        return [(key, d.names.en, d.names.zh) for key, d in default_knowledge().diseases.items()]

    def explain(self, case: Case, asked: tuple[str, ...]) -> tuple[RankedDisease, ...]:
        """Diseases in full, whatever their rank; fewer than were asked for where the record holds too little."""
        from core.assess import assess

        return assess(case, asked=asked).asked

    def score_names(self) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
        """Every score: id, English names, Chinese names."""
        from desktop.score_sheet import score_names

        return score_names()

    def score_sheet(self, case: Case, key: str, given: Mapping[str, float | bool | str | None], units: Units) -> Sheet:
        """A score with its inputs, some of them given by hand."""
        from desktop.score_sheet import ScoreSheets

        if self._sheets is None:
            self._sheets = ScoreSheets()
        return self._sheets.sheet(case, key, given, units)

    def entry(self, kind: Kind, key: str, tongue: Tongue) -> Entry:
        """What the knowledge base holds about a disease or a score."""
        from desktop.entries import entry_of

        return entry_of(kind, key, tongue)

    # ── prose (lane "prose") ─────────────────────────────────────────────────────────────────────────────────────

    def narrate(self, case: Case, assessment: Assessment, lang: Tongue, cancel: CancelToken) -> Iterator[Any]:
        """Checked sentences, traced or withheld, as they come."""
        from core.narrative import narrate

        return narrate(case, assessment, self._service() if self.use_models else None, lang=lang, cancel=cancel)

    def with_prose(self, assessment: Assessment, checked: list[Any]) -> Assessment:
        """The assessment with its traced sentences."""
        from core.narrative import with_prose

        return with_prose(assessment, checked)

    def second_opinion(self, case: Case, assessment: Assessment, cancel: CancelToken) -> SecondOpinion:
        """What a language model calls the case, if one has earned to be asked here."""
        return opinion_on(case, assessment, self._writer, cancel) if self.use_models else switched_off()

    def dismiss_writer(self) -> None:
        """The models have changed, or nobody may know what they were told: let go of the one that writes, and choose
        anew when prose is next wanted."""
        with self._turn:
            writer, self._writer = self._writer, None
        if writer is not None:
            writer.close()
        self._nearby.close()

    def _service(self) -> ModelService:
        from core.models import ModelService

        with self._turn:
            if self._writer is None:
                self._writer = ModelService.open(role="writer")
            return self._writer

    # ── files (lane "files") ─────────────────────────────────────────────────────────────────────────────────────

    def read_file(self, path: Path) -> Case:
        """The case in a file, short enough to be edited here."""
        from core.case.readers import read_file

        case = read_file(path)
        if len(case.text) > MAX_EDITED:
            length = f"{len(case.text):,}"
            raise KnownError(
                f"the record has {length} characters, more than the window can edit: split it and read its parts"
            )
        return case

    def render_pdf(self, case: Case, assessment: Assessment, options: ReportOptions) -> bytes:
        """The report."""
        from core.reports import render_pdf

        return render_pdf(case, assessment, options)

    def write_file(self, target: Path, content: bytes) -> None:
        """Put a finished file where the user wants it."""
        from core.system.atomic import write_atomically

        try:
            write_atomically(target, content)
        except OSError as error:
            raise KnownError(f"the file cannot be written to {target.name}: {error.strerror}") from None

    def lock(self) -> None:
        """Give the key up, and what was read."""
        self._memory = None
        super().lock()

    def close(self) -> None:
        """Before the program ends."""
        self.lock()
        self.dismiss_writer()
