"""Everything understood from one Chinese record, and findings for spans of it that somebody asks about."""

from __future__ import annotations

from collections.abc import Sequence

from core.case.model import Patient
from core.knowledge.base import Knowledge
from core.language.extraction import Parts
from core.language.measurements import Reader
from core.language.model import Finding
from core.language.zh.judging import Clauses
from core.language.zh.medications import medications_zh
from core.language.zh.reader import findings_zh
from core.language.zh.sections import split_sections_zh, split_sentences_zh


def read_zh(text: str, knowledge: Knowledge, patient: Patient) -> Parts:
    """The parts of a Chinese text."""
    sections = split_sections_zh(text)
    sentences = [(s, span) for s in sections for span in split_sentences_zh(text, s.heading_end, s.end)]
    reader = Reader(text, knowledge, patient)
    measurements = [
        m for s, span in sentences if s.kind not in ("medications", "instructions") for m in reader.read(*span)
    ]
    return Parts(
        sections,
        [span for _, span in sentences],
        findings_zh(text, sections, knowledge),
        measurements,
        medications_zh(text, knowledge, sections),
    )


def targets_zh(text: str, knowledge: Knowledge, targets: Sequence[tuple[int, int]]) -> list[Finding]:
    sections = split_sections_zh(text)
    sentences = [
        (s, e, section.kind)
        for section in sections
        for s, e in split_sentences_zh(text, section.heading_end, section.end)
    ]
    known = findings_zh(text, sections, knowledge)
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
