"""The regimens of a disease as options for this patient."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from core.knowledge.base import Knowledge
from core.knowledge.pharmacy_regimens import Regimen
from core.sayings import sayings
from core.treatment.circumstances import Circumstances
from core.treatment.model import NO_GUIDELINE, PlanItem, SafetyItem
from core.treatment.planning.candidates import partners
from core.treatment.planning.leeway import Terms, terms
from core.treatment.planning.objections import Leeway, Objection, forbids, objection
from core.treatment.planning.weighed import weighed

_WORTH_SAYING = 2  # moderate
# Ways that bring a drug to the whole body without swallowing it.
_AROUND_THE_MOUTH = frozenset({"iv", "im", "sc", "rectal", "nasal", "sublingual", "buccal"})
_SWALLOWS = 14  # of the Glasgow coma scale; expert estimate
_NOT_SWALLOWED = Objection("by mouth: the record tells of reduced consciousness", "口服：病历载有意识障碍")
_IN_SHOCK = Objection("by mouth: an infection with shock is treated by vein", "口服：感染伴休克应静脉给药")
_IF_IT_STAYS = Objection("only if it stays down: the record tells of vomiting", "呕吐者仅在能服下时使用")


def names_of(regimen: Regimen, knowledge: Knowledge) -> tuple[str, ...]:
    """The drug of a regimen, then the other parts of its product."""
    return tuple(knowledge.drugs.name_of(key) for key in (regimen.drug, *regimen.parts))


def drug_options(
    disease: str, regimens: Sequence[Regimen], about: Circumstances, objections: Mapping[str, Sequence[SafetyItem]]
) -> Iterator[PlanItem]:
    """First choices and what goes with them; the alternatives come up where a first choice falls away, or where it
    would have to be swallowed by who vomits. An alternative to a single drug comes up where that one falls away."""
    said = {id(r): terms(r, about) for r in regimens}
    against = {id(r): _against(r, said[id(r)], about, objections) for r in regimens}
    swallowed = _swallowed(regimens, against, about)
    fallen = False
    gone: set[str] = set()
    for line in ("first", "adjunct", "alternative"):
        for regimen in (r for r in regimens if r.line == line):
            stands_in = regimen.instead_of in gone
            if line == "alternative" and not (fallen or stands_in) and any(r.line == "first" for r in regimens):
                continue
            doubt = swallowed if regimen.route == "oral" else None
            because = against[id(regimen)] or (doubt if doubt is not _IF_IT_STAYS else None)
            fallen = fallen or (line == "first" and (because is not None or doubt is not None))
            if because is not None:
                gone.add(regimen.drug)
            note = doubt if doubt is _IF_IT_STAYS else None
            yield _drug(disease, regimen, said[id(regimen)], about, objections, because, note)


def _swallowed(
    regimens: Sequence[Regimen], against: Mapping[int, Objection | None], about: Circumstances
) -> Objection | None:
    """What speaks against the mouth, where there is another way."""
    if not any(r.route in _AROUND_THE_MOUTH and against[id(r)] is None for r in regimens):
        return None
    if "infection-with-shock" in about.conditions:
        return _IN_SHOCK
    if "cannot-swallow" in about.conditions and not _awake(about):
        return _NOT_SWALLOWED
    return _IF_IT_STAYS if "vomiting" in about.conditions else None


def _awake(about: Circumstances) -> bool:
    """A coma scale of 14 is somebody who is confused, and swallows."""
    scale = about.latest("gcs")
    return scale is not None and scale.value >= _SWALLOWS


def _against(
    regimen: Regimen, said: Terms, about: Circumstances, objections: Mapping[str, Sequence[SafetyItem]]
) -> Objection | None:
    """Why a regimen must not be given: one part of a product is enough."""
    names = names_of(regimen, about.knowledge)
    found = (
        _kin(name, objections.get(name, ()), said.leeway, about)
        or objection(name, objections.get(name, ()), said.leeway)
        for name in names
    )
    return said.ruled_out or next((one for one in found if one), None)


def _kin(name: str, against: Sequence[SafetyItem], leeway: Leeway, about: Circumstances) -> Objection | None:
    """Where nothing but a drug of the same kind that is taken speaks against one: that one is gone on with."""
    known = about.knowledge.drugs.get(name)
    kinds = set(known.entry.classes) if known else set()
    taken = {d.shown for d in about.drugs if not d.planned and d.known and kinds.intersection(d.known.entry.classes)}
    partners = [[d for d in i.drugs if d.split(" (")[0] != name] for i in against if forbids(name, i, leeway)]
    if not partners or not all(ones and taken.issuperset(ones) for ones in partners):
        return None
    named = ", ".join(dict.fromkeys(one for ones in partners for one in ones))
    return Objection(
        f"{named} of the same kind is taken already: continue or adjust it.", f"已在使用同类药{named}：继续或调整。"
    )


def _drug(
    disease: str,
    regimen: Regimen,
    said: Terms,
    about: Circumstances,
    objections: Mapping[str, Sequence[SafetyItem]],
    because: Objection | None,
    note: Objection | None,
) -> PlanItem:
    knowledge = about.knowledge
    names = names_of(regimen, knowledge)
    dose, further = weighed(regimen, about)
    given = [part for part in (regimen.route, regimen.interval, regimen.duration) if part]
    how = f"{dose} {', '.join(given)}"
    how_zh = " ".join(map(sayings(), (dose, *given)))
    notes = [p for p in (further, regimen.when, regimen.adjust, regimen.monitor, note) if p]
    items = dict.fromkeys((name, item) for name in names for item in objections.get(name, ()))
    worth = (i for name, i in items if _worth_saying(i, regimen) and not forbids(name, i, said.leeway))
    care = {i.message: i for i in (_meant(i, names, said.leeway) for i in worth)}.values()  # what two do alike, once
    en = f"{' + '.join(names)} {how}" + "".join(f"; {p.en}" for p in notes)
    zh = f"{' + '.join(_chinese(name, knowledge) for name in names)} {how_zh}" + "".join(
        f"；{p.zh or p.en}" for p in notes
    )
    missing = [o for name in partners(regimen, knowledge) if (o := objection(name, objections.get(name, ())))]
    en += "".join(f". Not: {o.en.rstrip('.')}" for o in missing)
    zh += "".join(f"。不宜：{o.zh.rstrip('。')}" for o in missing)
    en += "".join(f". With care: {i.message.rstrip('.')}" for i in care)
    zh += "".join(f"。慎用：{(i.message_zh or i.message).rstrip('。')}" for i in care)
    return PlanItem.model_validate(
        {
            "for": disease,
            "kind": "drug",
            "text": en,
            "text_zh": zh,
            "drug": names[0],
            "dose": dose,
            "route": regimen.route,
            "interval": regimen.interval,
            "duration": regimen.duration,
            "basis": regimen.basis,
            "source": regimen.source or NO_GUIDELINE,
            "because": because.en if because else None,
            "because_zh": because.zh if because else None,
        }
    )


def _meant(item: SafetyItem, names: Sequence[str], leeway: Leeway) -> SafetyItem:
    """A warning of two drugs that belong together says so, and keeps its danger."""
    partners = [d for d in item.drugs if d.split(" (")[0] not in names]
    if not partners or not {d.split(" (")[0] for d in partners} <= leeway.beside:
        return item
    named, named_zh = " and ".join(partners), "、".join(partners)
    return item.model_copy(
        update={
            "message": f"It is meant to be given with {named}; the danger of both: {item.message}",
            "message_zh": f"本应与{named_zh}合用；两者的风险：{item.message_zh or item.message}",
        }
    )


def _worth_saying(item: SafetyItem, regimen: Regimen) -> bool:
    return item.rank <= _WORTH_SAYING and not (regimen.ends_pregnancy and item.kind == "pregnancy")


def _chinese(name: str, knowledge: Knowledge) -> str:
    known = knowledge.drugs.get(name)
    return known.entry.names.zh[0] if known and known.entry.names.zh else name
