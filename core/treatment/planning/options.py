"""The regimens of a disease as options for this patient."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from core.knowledge.base import Knowledge
from core.knowledge.pharmacy import Regimen
from core.treatment.circumstances import Circumstances
from core.treatment.model import PlanItem, SafetyItem
from core.treatment.planning.objections import Objection, forbids, objection

_WORTH_SAYING = 2  # moderate
# Ways that bring a drug to the whole body without swallowing it.
_AROUND_THE_MOUTH = frozenset({"iv", "im", "sc", "rectal", "nasal", "sublingual", "buccal"})
_NOT_SWALLOWED = Objection("by mouth: the record tells of reduced consciousness", "口服：病历载有意识障碍")
_IF_IT_STAYS = Objection("only if it stays down: the record tells of vomiting", "呕吐者仅在能服下时使用")


def names_of(regimen: Regimen, knowledge: Knowledge) -> tuple[str, ...]:
    """The drug of a regimen, then the other parts of its product."""
    return tuple(knowledge.drugs.name_of(key) for key in (regimen.drug, *regimen.parts))


def drug_options(
    disease: str, regimens: Sequence[Regimen], about: Circumstances, objections: Mapping[str, Sequence[SafetyItem]]
) -> Iterator[PlanItem]:
    """First choices and what goes with them; the alternatives come up where a first choice falls away, or where it
    would have to be swallowed by who vomits."""
    against = {id(r): _against(r, about.knowledge, objections) for r in regimens}
    swallowed = _swallowed(regimens, against, about)
    fallen = False
    for line in ("first", "adjunct", "alternative"):
        for regimen in (r for r in regimens if r.line == line):
            if line == "alternative" and not fallen and any(r.line == "first" for r in regimens):
                continue
            doubt = swallowed if regimen.route == "oral" else None
            because = against[id(regimen)] or (doubt if doubt is _NOT_SWALLOWED else None)
            fallen = fallen or (line == "first" and (because is not None or doubt is not None))
            note = doubt if doubt is _IF_IT_STAYS else None
            yield _drug(disease, regimen, about.knowledge, objections, because, note)


def _swallowed(
    regimens: Sequence[Regimen], against: Mapping[int, Objection | None], about: Circumstances
) -> Objection | None:
    """What speaks against the mouth, where there is another way."""
    if not any(r.route in _AROUND_THE_MOUTH and against[id(r)] is None for r in regimens):
        return None
    if "cannot-swallow" in about.conditions:
        return _NOT_SWALLOWED
    return _IF_IT_STAYS if "vomiting" in about.conditions else None


def _against(
    regimen: Regimen, knowledge: Knowledge, objections: Mapping[str, Sequence[SafetyItem]]
) -> Objection | None:
    """Why a regimen must not be given: one part of a product is enough."""
    found = (objection(name, objections.get(name, ()), regimen.despite) for name in names_of(regimen, knowledge))
    return next((one for one in found if one), None)


def _drug(
    disease: str,
    regimen: Regimen,
    knowledge: Knowledge,
    objections: Mapping[str, Sequence[SafetyItem]],
    because: Objection | None,
    note: Objection | None,
) -> PlanItem:
    names = names_of(regimen, knowledge)
    how = ", ".join(p for p in (f"{regimen.dose} {regimen.route}", regimen.interval, regimen.duration) if p)
    notes = [p for p in (regimen.when, regimen.adjust, regimen.monitor, note) if p]
    items = dict.fromkeys(item for name in names for item in objections.get(name, ()))
    care = [i for i in items if i.rank <= _WORTH_SAYING and not forbids(i, regimen.despite)]
    en = f"{' + '.join(names)} {how}" + "".join(f"; {p.en}" for p in notes)
    zh = f"{' + '.join(_chinese(name, knowledge) for name in names)} {how}" + "".join(
        f"；{p.zh or p.en}" for p in notes
    )
    en += "".join(f". With care: {i.message.rstrip('.')}" for i in care)
    zh += "".join(f"。慎用：{(i.message_zh or i.message).rstrip('。')}" for i in care)
    return PlanItem.model_validate(
        {
            "for": disease,
            "kind": "drug",
            "text": en,
            "text_zh": zh,
            "drug": names[0],
            "dose": regimen.dose,
            "route": regimen.route,
            "interval": regimen.interval,
            "duration": regimen.duration,
            "basis": regimen.basis,
            "source": regimen.source or "expert estimate",
            "because": because.en if because else None,
            "because_zh": because.zh if because else None,
        }
    )


def _chinese(name: str, knowledge: Knowledge) -> str:
    known = knowledge.drugs.get(name)
    return known.entry.names.zh[0] if known and known.entry.names.zh else name
