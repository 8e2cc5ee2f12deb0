"""What a model is asked: to word facts that are already established. It is shown one worked example."""

from __future__ import annotations

from functools import lru_cache

from core.narrative.outline import Outline
from core.narrative.record import Record
from core.narrative.template import person
from core.system.folders import resources

_LINES = (
    ("complaint", "Main complaint"),
    ("present", "Also present"),
    ("absent", "Not present"),
    ("past", "Past history"),
    ("family", "Family history (a relative, not the patient)"),
    ("medications", "Medications"),
    ("allergies", "Allergies"),
    ("measurements", "Abnormal values"),
)
_MOST = 8  # things a line: a small model loses its way in a long list, and the template tells what it leaves out


def messages(record: Record, outline: Outline) -> list[dict[str, str]]:
    """The conversation that ends where the model is to write on."""
    return [
        {"role": "system", "content": _read("summary-instruction")},
        {"role": "user", "content": _read("summary-example-facts")},
        {"role": "assistant", "content": _read("summary-example-answer")},
        {"role": "user", "content": facts(record, outline)},
    ]


def facts(record: Record, outline: Outline) -> str:
    """The outline as lines of facts."""
    lines = [f"Patient: {person(record.assessment.patient, 'en').removeprefix('A ').removeprefix('An ')}"]
    for group, heading in _LINES:
        items = getattr(outline, group)[:_MOST]
        if items:
            lines.append(f"{heading}: {', '.join(item.words for item in items)}")
    return "\n".join(lines)


@lru_cache(maxsize=8)
def _read(name: str) -> str:
    return (resources() / "prompts" / f"{name}.txt").read_text(encoding="utf-8").strip()
