"""What is entered in fields becomes a line of the record, so that everything stays text with places in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from core.case.edits import Edit

if TYPE_CHECKING:
    from core.case.model import Case, Correction, Language
    from core.knowledge.base import Knowledge
    from core.language.model import Finding
    from desktop.vocabulary import Kind

State = Literal["present", "absent", "family", "historical"]
STATES: tuple[State, ...] = ("present", "absent", "family", "historical")

# Where each thing goes: a kind of section (core.language.sections) and the heading that opens one.
_SECTIONS: dict[str, tuple[str, dict[Language, str]]] = {
    "present": ("present-history", {"en": "Present illness:", "zh": "现病史："}),
    "absent": ("present-history", {"en": "Present illness:", "zh": "现病史："}),
    "family": ("family-history", {"en": "Family history:", "zh": "家族史："}),
    "historical": ("past-history", {"en": "Past medical history:", "zh": "既往史："}),
    "drug": ("medications", {"en": "Medications:", "zh": "用药史："}),
    "allergy": ("allergies", {"en": "Allergies:", "zh": "过敏史："}),
    "value": ("results", {"en": "Results:", "zh": "检查结果："}),
    "gene": ("results", {"en": "Results:", "zh": "检查结果："}),
}


class Entered(NamedTuple):
    """The fields. `more` is the dose of a drug, the reaction of an allergy, the value of a quantity (in `unit`), the
    result of a gene; `state` is of a finding, `key` the concept of a finding that was chosen by name."""

    kind: Kind
    name: str
    key: str | None = None
    state: State = "present"
    more: str = ""
    unit: str = ""


class Line(NamedTuple):
    """The edit that brings the line into the text it was made for, and what must be put right about its words because
    they would be read otherwise alone. `understood` is False for the result of a gene that would not be read as one:
    nobody would notice that a check does without it."""

    text: str
    edit: Edit
    corrections: tuple[Correction, ...]
    understood: bool = True


def line_for(case: Case, entered: Entered, knowledge: Knowledge) -> Line:
    """The line at the end of its section, which is opened at the end of the record where there is none."""
    from core.language.reading import language_of
    from core.language.sections import split_sections

    language = language_of(case) if case.text.strip() else ("zh" if not entered.name.isascii() else "en")
    kind, headings = _SECTIONS[entered.state if entered.kind == "finding" else entered.kind]
    words = _words(entered, language)
    text = case.text
    section = next((s for s in reversed(split_sections(text)) if s.kind == kind), None) if text.strip() else None
    if section is None:
        at = len(text.rstrip())
        before = ("\n\n" if at else "") + headings[language] + "\n"
    else:
        at = section.start + len(text[section.start : section.end].rstrip())
        before = "\n"
    behind = "\n" if text[at:].strip() and not text[at:].startswith("\n") else ""
    edit = Edit(at, "", before + words + behind)
    understood = entered.kind != "gene" or _is_read_as_gene(case, edit, words, knowledge)
    return Line(text, edit, _put_right(case, edit, entered, knowledge), understood)


def _words(entered: Entered, language: Language) -> str:
    name, stop = entered.name.strip(), "。" if language == "zh" else "."
    if entered.kind == "value":
        return f"{name}{'：' if language == 'zh' else ': '}{entered.more.strip()} {entered.unit}".rstrip()
    if entered.kind in ("drug", "gene"):
        return f"{name} {entered.more.strip()}".rstrip()
    if entered.kind == "allergy":
        return f"{name} ({entered.more.strip()})" if entered.more.strip() else name
    if entered.state == "absent":
        return f"无{name}{stop}" if language == "zh" else f"No {name}{stop}"
    return name[:1].upper() + name[1:] + stop


def _is_read_as_gene(case: Case, edit: Edit, words: str, knowledge: Knowledge) -> bool:
    """Whether all of the words are one result: half of one (a duplication left out) would mean something else."""
    from core.language.reading import read

    text = edit.apply(case.text)
    start = text.index(words, edit.start)
    reading = read(case.model_copy(update={"text": text, "corrections": ()}), knowledge)
    return any(one.start <= start and one.end >= start + len(words) for one in reading.genotypes)


def _put_right(case: Case, edit: Edit, entered: Entered, knowledge: Knowledge) -> tuple[Correction, ...]:
    """Nothing where the line is read as it was meant."""
    from core.case.model import Correction
    from core.language.reading import read

    if entered.kind != "finding" or entered.key is None:
        return ()
    text = edit.apply(case.text)
    start = text.casefold().find(entered.name.strip().casefold(), edit.start)
    end = start + len(entered.name.strip())
    for f in read(case.model_copy(update={"text": text, "corrections": ()}), knowledge).findings:
        here = f.concept == entered.key and f.start is not None and start <= f.start < end
        if here and _state_of(f) == entered.state:
            return ()
    return (Correction(start=start, end=end, replacement=entered.key, verdict=entered.state),)


def _state_of(finding: Finding) -> str:
    if finding.experiencer != "patient":
        return finding.experiencer
    return finding.assertion if finding.temporality == "recent" else finding.temporality
