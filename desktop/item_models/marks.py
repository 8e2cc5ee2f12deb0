"""What the editor marks: each thing understood, where it stands, how it is drawn and what it says when pointed at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop.texts import Texts

if TYPE_CHECKING:
    from core.case.model import Correction
    from core.language.model import Finding, Reading

Style = Literal[
    "present",
    "absent",
    "unsure",
    "past",
    "family",
    "drug",
    "allergy",
    "gene",
    "abnormal",
    "conflict",
    "removed",
    "by_hand",
]
# Those that the legend explains: the others are rare or there only when somebody made them so, and say so themselves.
STYLES: tuple[Style, ...] = (
    "present",
    "absent",
    "unsure",
    "past",
    "family",
    "drug",
    "allergy",
    "abnormal",
    "conflict",
    "by_hand",
)


@dataclass(frozen=True)
class Mark:
    """One stretch of the text. Where it is a finding, that can be put right; `correction` is what was."""

    start: int
    end: int
    style: Style
    tip: str
    finding: Finding | None = None
    correction: Correction | None = None


def marks_of(reading: Reading, texts: Texts, text: str, corrections: Iterable[Correction] = ()) -> list[Mark]:
    """In the order in which they are to be drawn: what was read, then what was put right and what contradicts."""
    by_place = {(c.start, c.end, c.replacement or c.concept): c for c in corrections}
    found = sorted(_marks(reading, texts, by_place), key=lambda mark: (mark.start, -mark.end))
    over = [Mark(m.start, m.end, "by_hand", "") for m in found if m.correction is not None and m.style != "removed"]
    return [*found, *over, *_conflicts(reading, texts, text)]


def _marks(
    reading: Reading, texts: Texts, corrections: dict[tuple[int, int, str | None], Correction]
) -> Iterator[Mark]:
    measured = {(m.start, m.end) for m in reading.measurements}
    for finding in reading.findings:
        if finding.start is None or finding.end is None:
            continue
        correction = corrections.get((finding.start, finding.end, finding.concept))
        if (finding.start, finding.end) in measured and correction is None:
            continue
        tip = _tip(finding, texts)
        if correction is not None:
            tip = texts("mark.by_hand", what=tip)
        yield Mark(finding.start, finding.end, _style(finding), tip, finding, correction)
    for (start, end, _), correction in corrections.items():
        if correction.verdict == "removed":
            yield Mark(start, end, "removed", texts("mark.removed"), correction=correction)
    for m in reading.measurements:
        flag = texts(f"flag.{m.flag}") if m.flag else ""
        value = " ".join(part for part in (f"{m.label} {m.value:g} {m.unit}", flag) if part)
        if m.flag not in (None, "normal"):
            yield Mark(m.start, m.end, "abnormal", value)
    for drug in reading.medications:
        if drug.start is not None and drug.end is not None:
            known = drug.drug or texts("mark.unknown_drug")
            yield Mark(
                drug.start, drug.end, "drug", texts("mark.drug", name=known, status=texts(f"drug.{drug.status}"))
            )
    for item in reading.allergies.items:
        if item.start is not None and item.end is not None:
            yield Mark(item.start, item.end, "allergy", texts("mark.allergy", substance=item.substance))
    for one in reading.genotypes:
        yield Mark(one.start, one.end, "gene", texts("mark.gene", gene=one.gene, result=one.result))


def _conflicts(reading: Reading, texts: Texts, text: str) -> Iterator[Mark]:
    for conflict in reading.conflicts:
        for span in conflict.spans:
            others = texts.list_of([quoted(text, other) for other in conflict.spans if other != span])
            yield Mark(*span, "conflict", texts("mark.conflict", what=others))


def quoted(text: str, span: tuple[int, int], most: int = 60) -> str:
    """The words of a span with what denies or places them just before, as a reader knows them again."""
    start, end = span
    begin = max(text.rfind(stop, 0, start) + 1 for stop in ".;,。；，\n")
    words = " ".join(text[max(begin, start - 24) : min(end, start + most)].split())
    return f"“{words}”"


def _style(finding: Finding) -> Style:
    if finding.experiencer != "patient":
        return "family"
    if finding.assertion == "absent":
        return "absent"
    if finding.assertion != "present":
        return "unsure"
    return "present" if finding.temporality == "recent" else "past"


def _tip(finding: Finding, texts: Texts) -> str:
    parts = [texts(f"assertion.{finding.assertion}")]
    if finding.experiencer != "patient":
        parts.append(texts(f"experiencer.{finding.experiencer}"))
    if finding.temporality != "recent":
        parts.append(texts(f"temporality.{finding.temporality}"))
    parts += [part for part in (finding.severity, finding.laterality, finding.time) if part]
    return f"{texts.of(finding, 'label')}: {texts.list_of(parts)}"
