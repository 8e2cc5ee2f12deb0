"""The drugs that are to be judged: what the patient takes or is about to, each as the drug knowledge knows it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from core.knowledge.base import Knowledge
from core.knowledge.drug_base import KnownDrug
from core.knowledge.pharmacy import Facts
from core.language.medications import drug_of
from core.language.model import Medication
from core.treatment.amounts import Amount, read_amount

Way = Literal["oral", "parenteral", "inhaled", "topical"]
_WAYS: tuple[tuple[re.Pattern[str], Way], ...] = (
    (re.compile(r"\b(?:cream|gel|ointment|lotion|topical(?:ly)?|eye|ear|drops?|ophthalmic|nasal|shampoo|mouthwash"
                r"|vaginal(?:ly)?)s?\b|外用|滴眼|乳膏|软膏|凝胶|滴耳|喷鼻", re.IGNORECASE), "topical"),
    (re.compile(r"\binhal|\bneb|\bpuffs?\b|吸入|雾化", re.IGNORECASE), "inhaled"),
    (re.compile(r"^(?:i\.?v|i\.?m|s\.?c|subq|sq|subcut|intraven|intramus)|静脉|静滴|静注|肌注|皮下", re.IGNORECASE),
     "parenteral"),
    (re.compile(r"^p\.?o|oral|by mouth|tab|cap|口服|片|胶囊", re.IGNORECASE), "oral"),
)  # fmt: skip
# A gel for the mouth is swallowed in part: miconazole with warfarin.
_MOUTH_GEL = re.compile(r"\b(?:oral|mouth|buccal) gel\b|口腔凝胶|口服凝胶", re.IGNORECASE)
# "oral contraceptive levonorgestrel/ethinylestradiol": nothing, or a name with its stroke, between the two.
_APPOSITION = re.compile(r"\s(?:[A-Za-z-]{3,40}\s?/\s?)?")
_STROKE = re.compile(r"\s?[/+]\s?")
_BRACKET = re.compile(r"\s?[(（][^()（）\n\d]{0,60}")
_PARTS = re.compile(r"(?P<parts>\d+(?:\.\d+)?(?:/\d+(?:\.\d+)?)+)")


_NO_FACTS = Facts()


class Prescribed(NamedTuple):
    """One drug of the patient.

    `name` is the name the drug knowledge gives, or what is written where it gives none; `written` is what the record
    says; `known` is None without an entry of ours. `planned` is true of a drug that is not taken yet, `urgent` of one
    that is about to be given in an emergency.
    """

    name: str
    written: str
    recognised: bool
    known: KnownDrug | None
    amount: Amount | None
    way: Way | None
    planned: bool
    start: int | None
    end: int | None
    urgent: bool = False

    @property
    def facts(self) -> Facts:
        """What is known of it; nothing without an entry."""
        return self.known.facts if self.known else _NO_FACTS

    @property
    def place(self) -> tuple[int, int] | str:
        """Where the order stands in the text; for a drug handed over beside it, what was written."""
        return self.written if self.start is None or self.end is None else (self.start, self.end)

    @property
    def shown(self) -> str:
        """The drug as a message names it: the name of the substance, and in brackets what is written."""
        plain = self.written.lower()
        return self.name if plain == self.name.lower() else f"{self.name} ({self.written})"

    @property
    def systemic(self) -> bool:
        """Does it act on the whole patient?"""
        if self.known is None:
            return self.way != "topical"
        # An eye drop whose entry is not marked as local does reach the body: timolol in asthma.
        meant_for_the_eye = bool(self.known.entry.atc) and all(a.startswith("S01") for a in self.known.entry.atc)
        return not self.known.entry.local and (self.way != "topical" or meant_for_the_eye)

    @property
    def ruled(self) -> bool:
        """Do the rules of its entry hold? A cream made of a tablet's drug does not reach the rest of the patient; of a
        drug that is made for where it is put, the entry speaks as it is used."""
        return self.systemic or (self.known is not None and self.known.entry.local)


def prescribed(medications: Iterable[Medication], knowledge: Knowledge, text: str = "") -> tuple[Prescribed, ...]:
    """The drugs that are not stopped; a combination product becomes its parts, and a drug named twice is one.

    Of two mentions of the same words the one with a dose stays.
    """
    found: dict[tuple[str, str], Prescribed] = {}
    previous: Medication | None = None
    before: list[Medication] = []
    for medication in medications:
        if medication.status == "stopped":
            continue
        order = previous if previous is not None and _explains(previous, medication, text) else None
        order = order or next((b for b in before[-2:] if _named_behind(b, medication, knowledge, text)), None)
        previous = order or medication
        before.append(medication)
        product = _other_way_round(before[-2:], medication, knowledge, text)
        for one in _parts(medication, knowledge, text):
            if product is not None:
                one = one._replace(start=product.start, end=product.end)
            if order is not None and (one.name, order.name.lower()) in found:
                # "Lipitor (atorvastatin) 40 mg": one order, whose dose stands behind the bracket.
                one = one._replace(written=order.name, start=order.start, end=order.end)
            key = (one.name, one.written.lower())
            old = found.get(key)
            if old is None or (old.amount is None and one.amount is not None):
                found[key] = one
    return tuple(found.values())


def _explains(order: Medication, medication: Medication, text: str) -> bool:
    """ "Triumeq (abacavir/lamivudine/dolutegravir)": what stands in the bracket behind a name is the same order."""
    return _BRACKET.fullmatch(_between(order, medication, text)) is not None


def _named_behind(order: Medication, medication: Medication, knowledge: Knowledge, text: str) -> bool:
    """Is it what the order is made of, named right behind it?"""
    if not _APPOSITION.fullmatch(_between(order, medication, text)):
        return False
    part = medication.drug or drug_of(knowledge, medication.name)
    return part in (contents(order.name, order.drug, knowledge) or (order.drug,))


def _other_way_round(
    before: Sequence[Medication], medication: Medication, knowledge: Knowledge, text: str
) -> Medication | None:
    """ "valsartan/sacubitril": the first part of a product that is written in another order than its name."""
    first = before[0]
    if first is medication or _STROKE.fullmatch(_between(first, medication, text)) is None:
        return None
    return first if knowledge.drugs.product(f"{medication.name}/{first.name}") else None


def _between(order: Medication, medication: Medication, text: str) -> str:
    """The words between two mentions; nothing where one of them stands beside the text."""
    if order.start is None or medication.start is None:
        return ""
    return text[order.start + len(order.name) : medication.start]


def contents(written: str, drug: str | None, knowledge: Knowledge) -> tuple[str, ...]:
    """The drugs in a combination product by its name; empty where it is none."""
    bases = knowledge.drugs
    return bases.product(written) or (bases.product(drug) if drug else ()) or _joined(written, drug, knowledge)


def _parts(medication: Medication, knowledge: Knowledge, text: str) -> Iterator[Prescribed]:
    written, drug = medication.name, medication.drug
    contained = contents(written, drug, knowledge)
    names = contained or (drug or drug_of(knowledge, written) or "",)
    amounts = _strengths(medication.dose or "", names, knowledge)
    after = text[medication.start : (medication.end or 0) + 25] if medication.start is not None else ""
    way = _way(medication, f"{written} {after}")
    for place, name in enumerate(names):
        dose = _with_surface(medication.dose, after)
        if contained:
            # A single strength belongs to none of the parts.
            dose = f"{amounts[place]} mg" if len(amounts) == len(contained) else None
        yield Prescribed(
            name=name or written,
            written=written,
            recognised=bool(name),
            known=knowledge.drugs.get(name) if name else None,
            amount=read_amount(dose, medication.interval),
            way=way,
            planned=medication.status == "planned",
            start=medication.start,
            end=medication.end,
        )


def _strengths(dose: str, names: Sequence[str], knowledge: Knowledge) -> list[str]:
    """The strengths of "5/325 mg" in the order of the parts. Where one would be above the most of its part, and the
    other way round none is, they were written the other way round ("co-codamol 30/500")."""
    found = _PARTS.search(dose)
    amounts = found.group("parts").split("/") if found else []
    backwards = amounts[::-1]
    wrong = len(amounts) == 2 and _too_much(amounts, names, knowledge) and not _too_much(backwards, names, knowledge)
    return backwards if wrong else amounts


def _too_much(amounts: Iterable[str], names: Iterable[str], knowledge: Knowledge) -> bool:
    return any(float(amount) > _most(name, knowledge) for amount, name in zip(amounts, names, strict=False))


def _most(name: str, knowledge: Knowledge) -> float:
    """The most of a drug in mg that is swallowed in a day, or at once."""
    known = knowledge.drugs.get(name)
    ceilings = known.entry.ceilings if known else ()
    fixed = (c for c in ceilings if c.unit in ("mg", "g") and c.per != "week" and not (c.per_kg or c.per_m2))
    return min((c.amount * (1000 if c.unit == "g" else 1) for c in fixed if c.ages != "child"), default=math.inf)


def _with_surface(dose: str | None, after: str) -> str | None:
    """The reading keeps the amount alone: "60 mg" of "60 mg/m²"."""
    if dose and re.search(rf"{re.escape(dose)}\s?/\s?(?:m2|m²|㎡)", after, re.IGNORECASE):
        return f"{dose}/m2"
    return dose


def _joined(written: str, drug: str | None, knowledge: Knowledge) -> tuple[str, ...]:
    """ "amoxicillin/clavulanate": a product that is named by its parts."""
    parts = [p for p in re.split(r"\s*(?:/|\+|、| and |-(?=[a-z]{5}))\s*", (drug or written).lower()) if p]
    found = [knowledge.drug(part) for part in parts]
    return tuple(f for f in found if f) if len(parts) > 1 and all(found) else ()


def _way(medication: Medication, around: str) -> Way | None:
    if _MOUTH_GEL.search(around):
        return "oral"
    for pattern, way in _WAYS:
        if medication.route and pattern.search(medication.route):
            return way
    if medication.route:
        return None
    return next((way for pattern, way in _WAYS[:2] if pattern.search(around)), None)
