"""What the editor marks: each thing understood, where it stands, how it is drawn and what it says when pointed at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop.texts import Texts

if TYPE_CHECKING:
    from core.language.model import Finding, Reading

Style = Literal["present", "absent", "unsure", "past", "family", "drug", "allergy", "abnormal"]
STYLES: tuple[Style, ...] = ("present", "absent", "unsure", "past", "family", "drug", "allergy", "abnormal")


@dataclass(frozen=True)
class Mark:
    """One stretch of the text."""

    start: int
    end: int
    style: Style
    tip: str


def marks_of(reading: Reading, texts: Texts) -> list[Mark]:
    """In the order in which they are to be drawn."""
    return sorted(_marks(reading, texts), key=lambda mark: (mark.start, -mark.end))


def _marks(reading: Reading, texts: Texts) -> Iterator[Mark]:
    measured = {(m.start, m.end) for m in reading.measurements}
    for finding in reading.findings:
        if finding.start is None or finding.end is None or (finding.start, finding.end) in measured:
            continue
        yield Mark(finding.start, finding.end, _style(finding), _tip(finding, texts))
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
