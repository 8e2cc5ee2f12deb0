"""Who the patient is, as the text says it: age, sex, pregnancy, breast-feeding, weight and height."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from core.case.model import Patient
from core.language.model import Conflict, Measurement

Span = tuple[int, int]
_MALE = r"male|man|gentleman|boy|men|M|m"
_FEMALE = r"female|woman|lady|girl|women|F|f"
_PERSON = rf"(?P<sex>{_MALE}|{_FEMALE})"
_UNIT = r"(?P<unit>years?|yrs?|y|yo|months?|mos?|mths?|weeks?|wks?|days?)"
_AGES = (
    # 54-year-old man, 54 y/o M, 6 month old girl, 3-week-old
    re.compile(
        rf"\b(?P<age>\d{{1,3}}(?:\.\d)?)[\s-]*{_UNIT}[\s.-]*(?:/?\s?o(?:ld)?\b\.?|"
        rf"of age)[\s,-]*(?:[\w*'-]+[\s,-]+){{0,3}}?{_PERSON}\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<age>\d{{1,3}}(?:\.\d)?)[\s-]*{_UNIT}[\s.-]*(?:/?\s?o(?:ld)?\b|of age)", re.IGNORECASE),
    # 54M, 17 F, 54 yo F, 54yF, 80 male
    re.compile(r"(?<![\w./-])(?P<age>\d{1,3})\s?(?P<unit>yo|y/o|y|yr|yrs|m/o|mo)?\s?(?P<sex>M|F)(?![\w/-])(?!\.\w)"),
    # 14 mo girl, 6-week boy
    re.compile(
        r"(?<![\w./-])(?P<age>\d{1,2})[\s-]?(?P<unit>months?|mos?|mths?|weeks?|wks?|days?)[\s-]+(?P<sex>boy|girl)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<![\w./-])(?P<age>\d{1,3})[\s-]?(?P<unit>yo|y/o|yr)?[\s-]?(?P<sex>male|female|man|woman|boy|"
        r"girl)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<sex>M|F|[Mm]ale|[Ff]emale|[Mm]an|[Ww]oman)[\s,/]{1,3}(?P<age>\d{1,3})(?:\s?(?P<unit>y|yo|yrs?|"
        r"years?))?\b(?!\s?-?(?:mg|kg|cm|%|/|days?|beats|weeks?|wks?|months?|hours?|hrs?|h\b))"
    ),
    re.compile(
        r"\bage[d]?\s*[:=]?\s*(?P<age>\d{1,3})(?:\s?(?P<unit>y|yo|yrs?|years?|months?|weeks?|"
        r"days?))?\b(?!\s*(?:-|to)\s*\d)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<age>\d{1,3})\s?(?P<unit>岁|个月(?=大|龄|男|女|患儿)|月龄|日龄|周龄)(?:\s?[，,、]?\s?(?P<sex>男|"
        r"女))?"
    ),
    re.compile(r"(?P<sex>男|女)(?:性|孩|童|婴)?(?:患者)?\s?[，,、。；]?\s?(?P<age>\d{1,3})\s?(?P<unit>岁|个月|天)"),
)
_SEX = re.compile(
    r"\b(?:sex|gender)\s*[:=]\s*(?P<sex>male|female|m|f|男|女)\b|性别\s*[:：]?\s*(?P<zh>男|女)|\b(?:patient|"
    r"pt) is an?\s(?:[\w-]+\s){0,3}?(?P<sex2>male|female|man|woman|boy|girl)\b|"
    r"(?P<zh2>男|女)(?:性|孩|童)?患者|患者[，,、]?(?P<zh3>男|女)性?[，,]|(?<![\w])(?P<sex3>male|female|woman|"
    r"gentleman|lady)\s(?:patient|in (?:her|his)|with|who|presents|presenting)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:(?P<male>he|his|him|himself|gentleman|man|boy|Mr)|(?P<female>she|her|hers|herself|"
    r"woman|lady|girl|Mrs|Ms))\b",
    re.IGNORECASE,
)
_KIN = (
    "father|mother|dad|mom|mum|brother|sister|son|daughter|uncle|aunt|cousin|husband|wife|parent|grandmother|"
    "grandfather|boyfriend|girlfriend|"
    "partner|child|children|sibling|friend|roommate|niece|nephew"
)
_KIN_NEAR = re.compile(
    rf"\b(?:{_KIN})s?\b[^.;\n]{{0,25}}$|(?:父|母|兄|弟|姐|妹|子|女儿|丈夫|"
    rf"妻)[亲子]?[^。；，]{{0,6}}$",
    re.IGNORECASE,
)
# A number that follows one of these is when something happened, not how old the patient is.
_WHEN_NEAR = re.compile(
    r"\b(?:diagnosed|died|history|since|from|until|at|when|before|after|age of|menopause|menarche|smok\w+|"
    r"quit)\b[^.;\n]{0,25}$",
    re.IGNORECASE,
)
_PREGNANT = re.compile(
    r"\b(?P<yes>(?:\d{1,2}(?:\s?\+\s?\d|\s?[67]/7)?\s?-?(?:weeks?|wks?|w)(?:\s?(?:and|"
    r",)?\s?\d\s?days?)?\s?-?\s?(?:pregnant|gestation|of gestation|ga\b|into (?:her|the) pregnancy|iup\b|gravid)|"
    r"(?:is|currently|she's|now|\d|old|woman|patient|pt|female|[Ff]|lady|and|,)\s(?:currently |now )?pregnant(?! or|"
    r" with no|cy test)|pregnant (?:woman|female|lady|patient)|(?:first|second|third|1st|2nd|3rd) trimester|"
    r"intrauterine pregnancy|"
    r"G\d{1,2}\s?P\d{1,2}(?:[\d+-]*)\s?(?:,\s?)?(?:at|@|who is at)\s?\d{1,2}(?:\s?\+\s?\d|\s?/\s?40|\s?w(?:ee)?ks?|"
    r"\s[\d/]+)|at \d{1,2}(?:\+\d)?/40|G\d\s?P\d\S{0,6}\s(?:at )?\d{1,2}(?:\+\d)?(?:/40|\s?weeks|\s?wks)|"
    r"EGA\s?(?:of )?\d{1,2}|positive (?:urine )?pregnancy test|"
    r"pregnancy test (?:is |was )?positive|(?:urine |serum )?(?:β-?|b-?|beta-?)?hCG (?:is |was )?positive|"
    r"UPT\s?(?:\+|positive)))|"
    r"(?P<no>(?:not|isn't|denies (?:being|she is|possibility of being)|is not|unlikely) (?:currently )?pregnan(?:t|"
    r"cy)|denies pregnancy|pregnancy test (?:is |was )?negative|negative (?:urine )?pregnancy test|(?:urine |"
    r"serum )?(?:β-?|b-?|beta-?)?hCG (?:is |was )?(?:negative|neg)\b|UPT (?:is |was )?(?:-|neg(?:ative)?)|"
    r"no chance of pregnancy|post-?menopausal|s/p hysterectomy)|"
    r"(?P<zh_yes>孕\s?\d{1,2}\s?周|妊娠\s?\d{1,2}\s?周|停经\s?\d{1,2}\s?周|已怀孕|孕妇|早孕|妊娠试验阳性|HCG阳性)|"
    r"(?P<zh_no>未孕|未怀孕|妊娠试验阴性|否认妊娠|HCG阴性|绝经)",
    re.IGNORECASE,
)
_PREGNANCY_CUE = re.compile(
    r"pregn|gesta|trimester|hcg|upt\b|/40|\bega\b|gravid|menopaus|hysterect|\biup\b|\bga\b|\bg\d{1,2}\s?p\d|孕|妊娠|"
    r"停经|绝经",
    re.IGNORECASE,
)
_LACTATION_CUE = re.compile(r"breast|lactat|nursing|哺乳|母乳", re.IGNORECASE)
_LACTATING = re.compile(
    r"\b(?P<yes>(?:is |currently |she's |still )?(?:breast-?\s?feeding|lactating|nursing (?:her|"
    r"an?) (?:infant|baby|newborn))|breast-?feeds)\b|(?P<zh>哺乳期|正在哺乳|母乳喂养)",
    re.IGNORECASE,
)
_NOT_LACTATING = re.compile(
    r"(?:\bnot |\bno longer |\bdenies |\bstopped |\bnever |未|停止)(?:currently )?$", re.IGNORECASE
)
_IN_UNITS = {"year": 1.0, "yr": 1.0, "y": 1.0, "yo": 1.0, "y/o": 1.0, "岁": 1.0, "month": 1 / 12, "mo": 1 / 12,
    "m/o": 1 / 12, "mth": 1 / 12, "个月": 1 / 12, "月龄": 1 / 12,
             "week": 7 / 365.25, "wk": 7 / 365.25, "周龄": 7 / 365.25, "day": 1 / 365.25, "天": 1 / 365.25,
             "日龄": 1 / 365.25}  # fmt: skip


class Read(NamedTuple):
    """What the text says of the patient, where, and what it says twice, differently."""

    patient: Patient
    spans: dict[str, Span]
    conflicts: tuple[Conflict, ...]


def read_patient(text: str, given: Patient) -> Read:
    """Join what was given with what the text says; what was given wins."""
    facts: dict[str, Any] = {}
    spans: dict[str, Span] = {}
    conflicts: list[Conflict] = []
    head = text[:200_000]  # who the patient is stands at the front; a long record is not searched to its end
    ages, sexes = _ages_and_sexes(head)
    if ages:
        facts["age_years"], spans["age_years"] = ages[0]
        others = [s for value, s in ages[1:] if abs(value - ages[0][0]) > max(1.0, 0.05 * ages[0][0])]
        if others:
            conflicts.append(Conflict(about="age", spans=(ages[0][1], *others[:5])))
    if not sexes:
        sexes = _pronouns(head)
    if sexes:
        facts["sex"], spans["sex"] = sexes[0]
        others = [s for value, s in sexes[1:] if value != sexes[0][0]]
        if others:
            conflicts.append(Conflict(about="sex", spans=(sexes[0][1], *others[:5])))
    _pregnancy(head, facts, spans, conflicts)
    known = _known(given)
    if "sex" in known and "sex" in facts and known["sex"] != facts["sex"]:
        conflicts.append(Conflict(about="sex", spans=(spans["sex"],)))
    if facts.get("pregnant") and (known.get("sex") or facts.get("sex")) == "male":
        facts.pop("pregnant"), spans.pop("pregnant", None)
    patient = Patient.model_validate({k: v for k, v in {**facts, **known}.items() if _plausible(k, v)})
    return Read(patient, {k: s for k, s in spans.items() if k not in known}, tuple(conflicts))


def add_size(read: Read, measurements: Sequence[Measurement]) -> Read:
    """The patient with the weight and height last measured, unless they were given."""
    facts, spans = _known(read.patient), dict(read.spans)
    for key, analyte in (("weight_kg", "weight"), ("height_cm", "height")):
        measured = next(
            (
                m
                for m in reversed(measurements)
                if m.analyte == analyte and m.experiencer == "patient" and m.relation == "="
            ),
            None,
        )
        if measured is not None and key not in facts and _plausible(key, measured.value):
            facts[key], spans[key] = measured.value, (measured.start, measured.end)
    return read._replace(patient=Patient.model_validate(facts), spans=spans)


def _known(patient: Patient) -> dict[str, Any]:
    return {k: v for k, v in patient.model_dump().items() if v is not None and v != "unknown"}


def _plausible(key: str, value: Any) -> bool:
    limits = {"age_years": (0.0, 130.0), "weight_kg": (0.2, 700.0), "height_cm": (10.0, 280.0)}
    return key not in limits or limits[key][0] <= value <= limits[key][1]


def _ages_and_sexes(text: str) -> tuple[list[tuple[float, Span]], list[tuple[str, Span]]]:
    ages: dict[int, tuple[float, Span]] = {}
    sexes: dict[int, tuple[str, Span]] = {}
    for pattern in _AGES:
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 45) : match.start()]
            sex = match.groupdict().get("sex")
            if _KIN_NEAR.search(before) or (not sex and _WHEN_NEAR.search(before)):
                continue
            years = float(match.group("age")) * _unit(match.groupdict().get("unit"))
            if not 0 <= years <= 120:
                continue
            if sex:
                sexes.setdefault(match.start("sex"), (_sex(sex), match.span("sex")))
            if any(s[0] < match.end("age") and match.start("age") < s[1] for _, s in ages.values()):
                continue
            ages[match.start("age")] = (
                round(years, 3),
                (match.start("age"), match.end("unit") if match.groupdict().get("unit") else match.end("age")),
            )
    for match in _SEX.finditer(text):
        group = next(g for g in ("sex", "zh", "sex2", "zh2", "zh3", "sex3") if match.group(g))
        if not _KIN_NEAR.search(text[max(0, match.start() - 30) : match.start()]):
            sexes.setdefault(match.start(group), (_sex(match.group(group)), match.span(group)))
    return [ages[k] for k in sorted(ages)], [sexes[k] for k in sorted(sexes)]


def _unit(unit: str | None) -> float:
    if not unit:
        return 1.0
    plain = unit.lower()
    return _IN_UNITS.get(plain, _IN_UNITS.get(plain.rstrip("s"), 1.0))


def _sex(word: str) -> str:
    return "female" if word.lower() in ("female", "woman", "women", "lady", "girl", "f", "女") else "male"


def _pronouns(text: str) -> list[tuple[str, Span]]:
    """The sex that all pronouns agree on, when there are at least two and nobody else is spoken of."""
    found = list(_PRONOUN.finditer(text[:20_000]))
    sexes = {"male" if m.group("male") else "female" for m in found}
    return [(sexes.pop(), found[0].span())] if len(sexes) == 1 and found else []


def _near_cues(text: str, cue: re.Pattern[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Matches of a costly pattern, looked for only around a word that each of them holds."""
    place = 0
    for found in cue.finditer(text):
        if found.start() < place:
            continue
        start, end = max(place, found.start() - 60), min(len(text), found.end() + 60)
        for match in pattern.finditer(text, start, end):
            yield match
            place = match.end()


def _pregnancy(text: str, facts: dict[str, Any], spans: dict[str, Span], conflicts: list[Conflict]) -> None:
    said: dict[bool, Span] = {}
    for match in _near_cues(text, _PREGNANCY_CUE, _PREGNANT):
        yes = bool(match.group("yes") or match.group("zh_yes"))
        before = text[max(0, match.start() - 45) : match.start()]
        if yes and (
            re.search(
                r"\b(?:not|denies|no|if|history of|previous|prior|last|sister|wife|mother|daughter|"
                r"when she was|while|could be|might be|may be|whether|her|born at|birth at|delivered at|delivery at|"
                r"infant|baby)\b[^.;]{0,30}$",
                before,
                re.IGNORECASE,
            )
            or before.rstrip().endswith(("未", "否认", "born at"))
        ):
            continue
        said.setdefault(yes, match.span())
    if said:
        facts["pregnant"] = True in said
        spans["pregnant"] = said[facts["pregnant"]]
        if len(said) == 2 and "sex" in facts and facts["sex"] == "female":
            conflicts.append(Conflict(about="pregnancy", spans=(said[True], said[False])))
    for match in _near_cues(text, _LACTATION_CUE, _LACTATING):
        denied = bool(_NOT_LACTATING.search(text[max(0, match.start() - 20) : match.start()]))
        if re.search(
            r"\b(?:baby|infant|newborn|mother|mom|mum|was|exclusively|daughter|son|history of)\b[^.;]{0,20}$",
            text[max(0, match.start() - 40) : match.start()],
            re.IGNORECASE,
        ):
            continue
        facts["lactating"], spans["lactating"] = not denied, match.span()
        break
