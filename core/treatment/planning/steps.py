"""The steps of a disease as options for this patient: what is done, without the drugs that must not be given."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from core.knowledge.disease import Management
from core.knowledge.pharmacy_regimens import Regimen
from core.knowledge.schema import Phrase
from core.treatment.circumstances import Circumstances
from core.treatment.model import NO_GUIDELINE, PlanItem, SafetyItem
from core.treatment.naming import Mention, named_in
from core.treatment.planning.before_imaging import before_imaging
from core.treatment.planning.leeway import terms, terms_in
from core.treatment.planning.measures import does_more
from core.treatment.planning.objections import Objection, objection
from core.treatment.planning.options import names_of
from core.treatment.planning.oxygen import oxygen_target
from core.treatment.planning.patient_words import for_patient
from core.treatment.planning.stopping import stops_first

# The kinds of steps by which a drug is given. A question or a test that names one ("on digoxin: measure potassium") is
# no such step, and no warning takes it away.
_GIVING = ("immediate", "drug", "procedure", "advice")
# What a step begins with that is a warning.
_WARNS = re.compile(r"(?:no|never|avoid|stop|hold|pause|withhold|do not)\b", re.IGNORECASE)


class _Judged(NamedTuple):
    """What speaks against the drugs that a step names, by mention, how many stay, and what is said of those."""

    because: tuple[Objection, ...]
    free: int
    notes: tuple[Phrase, ...]


def plan_steps(
    disease: str,
    steps: Iterable[Management],
    regimens: Sequence[Regimen],
    about: Circumstances,
    objections: Mapping[str, Sequence[SafetyItem]],
) -> Iterator[PlanItem]:
    """Each step with why its drugs must not be given, or as excluded where it gives nothing else."""
    for step in steps:
        words = for_patient(step.do, about)
        if words is None:
            continue
        mentions = named_in(step.do.en, about.knowledge) if step.kind in _GIVING else ()
        judged = _judged(mentions, regimens, about, objections)
        further = [note for note in (before_imaging(step, about), oxygen_target(disease, step, about)) if note]
        more = does_more(step.do.en, about.knowledge)
        yield _step(disease, step.model_copy(update={"do": words}), judged, more, further)


def _judged(
    mentions: Iterable[Mention],
    regimens: Sequence[Regimen],
    about: Circumstances,
    objections: Mapping[str, Sequence[SafetyItem]],
) -> _Judged:
    because: list[Objection] = []
    notes: dict[Phrase, None] = {}
    free = 0
    taken = {drug.name: drug.shown for drug in about.drugs if not drug.planned}
    for mention in mentions:
        called = Objection(mention.en, mention.zh)
        against = {name: _against(name, called, regimens, about, objections) for name in mention.drugs}
        if all(reason for name, reason in against.items() if name not in taken):
            # Where one of a class is taken the others are barred by that one, which is what the step means then.
            against = {name: reason for name, reason in against.items() if name in taken} or against
        if all(against.values()):
            # What most members of a class have in common says it better than what one has of its own.
            because.append(Counter(a for a in against.values() if a).most_common(1)[0][0])
            continue
        free += 1
        open_to = [name for name, reason in against.items() if reason is None]
        notes |= {_already(taken[name]): None for name in open_to if set(against) <= set(taken)}
        first = [[i for i in objections.get(name, ()) if stops_first(i)] for name in open_to]
        if all(first):
            said = Counter(Phrase(en=i.message, zh=i.message_zh) for ones in first for i in ones)
            notes.setdefault(said.most_common(1)[0][0])
    # What is to be stopped first is said once, with the first of the reasons.
    once = {note.en.split(":")[0]: note for note in reversed(notes)}
    return _Judged(tuple(because), free, tuple(reversed(once.values())))


def _already(shown: str) -> Phrase:
    return Phrase(en=f"Already taken: {shown}; continue or adjust it.", zh=f"已在使用{shown}，继续或调整。")


def _against(
    name: str,
    called: Objection,
    regimens: Iterable[Regimen],
    about: Circumstances,
    objections: Mapping[str, Sequence[SafetyItem]],
) -> Objection | None:
    """Why a drug that a step names is not for this patient, by what the regimens of the disease say of it."""
    said = terms_in(terms(r, about) for r in regimens if name in names_of(r, about.knowledge))
    if said.ruled_out:
        return Objection(f"{called.en}: {said.ruled_out.en}", f"{called.zh}：{said.ruled_out.zh}")
    return objection(name, objections.get(name, ()), said.leeway, called)


def _step(disease: str, step: Management, judged: _Judged, more: bool, further: Iterable[Phrase]) -> PlanItem:
    """A step with what is said of its drugs. `more`: it does something else as well."""
    en, zh = step.do.en, step.do.zh or step.do.en
    if step.when:
        en, zh = f"{en.rstrip('.')} ({step.when.en})", f"{zh.rstrip('。')}（{step.when.zh or step.when.en}）"
    en_reasons = "; ".join(b.en.rstrip(".") for b in judged.because)
    zh_reasons = "；".join(b.zh.rstrip("。") for b in judged.because)
    reasons = Objection(f"{en_reasons}." if en_reasons else "", f"{zh_reasons}。" if zh_reasons else "")
    # A procedure is more than the drug it names: "angioplasty; fibrinolysis if that cannot be done in time". A warning
    # is one still where a drug in it falls away: "No NSAID in heart failure; allopurinol only later".
    stays = judged.free or more or step.kind == "procedure" or _WARNS.match(en)
    whole = bool(judged.because) and not stays
    if judged.because and not whole:
        en, zh = f"{en.rstrip('.')}. Not: {reasons.en}", f"{zh.rstrip('。')}。不宜：{reasons.zh}"
    for note in (*judged.notes, *further):
        en, zh = (
            f"{en.rstrip('.')}. {note.en.rstrip('.')}.",
            f"{zh.rstrip('。')}。{(note.zh or note.en).rstrip('。')}。",
        )
    return PlanItem.model_validate(
        {
            "for": disease,
            "kind": step.kind,
            "text": en,
            "text_zh": zh,
            "basis": step.basis,
            "source": step.source or NO_GUIDELINE,
            "because": reasons.en if whole else None,
            "because_zh": reasons.zh if whole else None,
        }
    )
