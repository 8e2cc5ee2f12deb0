"""Everything understood from one Chinese record, and findings for spans of it that somebody asks about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from core.case.model import Patient
from core.knowledge.base import Knowledge
from core.language.company import ALONE
from core.language.extraction import Parts, Window, window_around
from core.language.genotypes import read_genotypes
from core.language.ingested import ingested_zh
from core.language.measurements import Reader
from core.language.memory import Memory
from core.language.model import Finding, Section
from core.language.pieces import About, Piece, add_piece
from core.language.zh.judging import Clauses
from core.language.zh.medications import medications_zh
from core.language.zh.reader import findings_zh
from core.language.zh.sections import split_sections_zh, split_sentences_zh


def read_zh(text: str, knowledge: Knowledge, patient: Patient, memory: Memory) -> Parts:
    """The parts of a Chinese text."""
    sections = split_sections_zh(text)
    about = About(ALONE, patient.age_years, patient.sex)
    parts = Parts(sections, [], [], [], medications_zh(text, knowledge, sections), [])
    for start, end, kind in _sentences(text, sections):
        window, begin = window_around(text, start, end, start, kind)
        parts.sentences.append((start, end))
        reading = partial(_read_piece, window, about, knowledge)
        add_piece(parts, memory.piece((window, about, "zh"), begin, reading))
    return parts


def _sentences(text: str, sections: Sequence[Section]) -> Iterator[tuple[int, int, str]]:
    for section in sections:
        for start, end in split_sentences_zh(text, section.heading_end, section.end):
            yield start, end, section.kind


def _read_piece(window: Window, about: About, knowledge: Knowledge) -> Piece:
    text, start, end, kind = window.text, window.start, window.end, window.kind
    silent = kind in ("medications", "instructions")
    return Piece(
        (*findings_zh(text, start, end, kind, knowledge), *ingested_zh(text, start, end, kind, knowledge)),
        () if silent else tuple(Reader(text, knowledge, about.patient()).read(start, end)),
        (),
        () if kind == "family-history" else tuple(read_genotypes(text, start, end)),
        {},
    )


def targets_zh(text: str, knowledge: Knowledge, targets: Sequence[tuple[int, int]]) -> list[Finding]:
    """A finding with exactly the span of each target, whatever the vocabulary knows of it."""
    sentences = list(_sentences(text, split_sections_zh(text)))
    known = [f for sentence in sentences for f in findings_zh(text, *sentence, knowledge)]
    found = []
    for start, end in targets:
        first, last, kind = next(((s, e, k) for s, e, k in sentences if s <= start < e), (0, len(text), "other"))
        said = Clauses(text, first, last, kind).judge(start, end)
        best = max(known, key=lambda f: max(0, min(end, f.end or 0) - max(start, f.start or 0)), default=None)
        overlaps = best is not None and min(end, best.end or 0) > max(start, best.start or 0)
        base = (
            best
            if best is not None and overlaps
            else Finding(concept=None, label=" ".join(text[start:end].split())[:200])
        )
        found.append(base.model_copy(update={**said._asdict(), "start": start, "end": end}))
    return found
