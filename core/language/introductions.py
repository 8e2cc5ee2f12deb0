"""How a record introduces somebody: "a 54-year-old man", "M 54", "Mrs Patel (64)", "5岁2个月男孩"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from core.language.cues import near_cues, places_of
from core.language.en import age_frames
from core.language.en.ages import is_kins
from core.language.model import Conflict

Span = tuple[int, int]
_MALE = r"male|man|gentleman|boy|men|guy|bloke|chap|lad|M|m"
_FEMALE = r"female|woman|lady|girl|women|lass|F|f"
_FEMALE_WORDS = frozenset(("female", "woman", "women", "lady", "girl", "lass", "f", "mrs", "ms", "miss", "♀", "女"))
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
    re.compile(
        r"(?<![\w./-])(?P<age>\d{1,3})\s?(?P<unit>yo|y/o|y|yr|yrs|m/o|mo)?\s?(?P<sex>M|F)(?![\w/-])(?!\.\w)"
        r"(?!\s?[×x(]\s?\d|\s(?:\w+\s){0,2}(?:catheter|sheath|french|foley|drain|tube|stent|lumen))"
    ),
    # 14 mo girl, 6-week boy
    re.compile(
        r"(?<![\w./-])(?P<age>\d{1,2})[\s-]?(?P<unit>months?|mos?|mths?|weeks?|wks?|days?)[\s-]+(?P<sex>boy|girl)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<![\w./-])(?P<age>\d{1,3})[\s-]?(?P<unit>yo|y/o|yrs?|years?|y)?(?:[\s-]?|, )(?P<sex>male|female|man|woman|"
        r"boy|girl|lady|gentleman|gent)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\d\s)\b(?P<sex>M|F|[Mm]ale|[Ff]emale|[Mm]an|[Ww]oman)[\s,/]{1,3}(?P<age>\d{1,3})(?:\s?(?P<unit>y|yo|yrs?|"
        r"years?))?\b(?!\s?-?(?:mg|kg|cm|%|/|days?|beats|weeks?|wks?|months?|hours?|hrs?|h\b))"
    ),
    # Mr Jones, 71, presents; Mrs A Patel (64)
    re.compile(
        r"\b(?P<sex>Mr|Mrs|Ms|Miss|Master)\.?\s(?:[A-Z]\.?\s){0,2}(?:[A-Z]['’]?[A-Za-z'’-]+(?:[\s-][A-Z][A-Za-z'’-]+)?|"
        r"[A-Z]{1,3}\b\.?)(?:,\s?|\s?\(|\s)"
        r"(?:aged\s)?(?P<age>\d{1,3})(?![\d/%-]|\.\d)(?=\s?[,;:.)–]|\s*$|\s(?:is|was|has|had|with|who|"
        r"presents?|presented|"
        r"attends?|attended|seen|came|comes|complains|reports|admitted|referred|known|lives|"
        r"(?:years?|yrs?|yo|y/o)(?!\s(?:after|of|since|ago|later|post|before|on)\b))\b)"
    ),
    # pt 64 black female, 71 frail man
    re.compile(
        r"(?<![\w./-])(?P<age>\d{1,3})[\s-]?(?P<unit>yo|y/o|yrs?|years?|y)?[\s-](?:black|white|asian|caucasian|african|"
        r"hispanic|chinese|indian|pakistani|obese|frail|elderly|fit|healthy|retired|single|married)\s(?:old\s)?"
        r"(?P<sex>male|female|man|woman|lady|gentleman|boy|girl)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bage[d]?\s*[:=-]?\s*(?P<age>\d{1,3})(?:\s?(?P<unit>y|yo|yrs?|years?|months?|weeks?|"
        r"days?|/12|/52))?\b(?!\s*(?:-|to)\s*\d)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<age>\d{1,3})\s?(?P<unit>岁|个月(?=大|龄|男|女|患儿)|月龄|日龄|周龄)(?P<months>\s?\d{1,2}\s?个?月)?"
        r"(?:\s?[，,、]?\s?(?P<sex>男|女))?"
    ),
    re.compile(
        r"(?P<sex>男|女)(?:性|孩|童|婴)?(?:患者)?\s?[，,、。；]?\s?(?P<age>\d{1,3})\s?"
        r"(?P<unit>岁|个月|天)(?P<months>\s?\d{1,2}\s?个?月)?"
    ),
)
_NUMBER_LED = (r"\b(?P<age>", r"(?<![\w./-])(?P<age>", r"(?P<age>")
_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_OLD = re.compile(r"old\b|\by/?o\b", re.IGNORECASE)  # "Clinic: 71-year-old man"
_TITLED = frozenset(age_frames.TITLED)
_FRONT = 500  # characters; a sex without more words is said so early
MOST_AGES = 100  # of one wording; who the patient is has been said by then
_SEX = re.compile(
    r"\b(?:sex|gender)\s*[:=]\s*(?P<sex>male|female|m|f|男|女)\b|性别\s*[:：]?\s*(?P<zh>男|女)|\b(?:patient|"
    r"pt) is an?\s(?:[\w-]+\s){0,3}?(?P<sex2>male|female|man|woman|boy|girl)\b|"
    r"(?P<zh2>男|女)(?:性|孩|童)?患者|患者[，,、]?(?P<zh3>男|女)性?[，,]|(?<![\w])(?P<sex3>male|female|woman|"
    r"gentleman|lady)\s(?:patient|in (?:her|his)|with|who|presents|presenting)\b",
    re.IGNORECASE,
)
_SEX_CUES = ("sex", "gender", "性别", "patient is a", "pt is a", "患者", "男性", "女性", "男孩", "女孩", "男童", "女童",
             "male", "woman", "gentleman", "lady")  # fmt: skip
KIN = (
    "father|mother|dad|mom|mum|brother|sister|son|daughter|uncle|aunt|cousin|husband|wife|parent|grandmother|"
    "grandfather|boyfriend|girlfriend|"
    "partner|child|children|sibling|friend|roommate|niece|nephew"
)
_KIN_NEAR = re.compile(
    rf"\b(?:{KIN})s?\b(?!\s(?:phoned|rang|called|brought|says|said|reports|brings|about))[^.;\n\"”]{{0,25}}$|(?:父|母|兄|"
    rf"弟|姐|妹|[其之儿独长次幼养]子|女儿|丈夫|"
    rf"妻)[亲子]?[^。；，,]{{0,6}}$",
    re.IGNORECASE,
)
# A number that follows one of these is when something happened, not how old the patient is.
_WHEN_NEAR = re.compile(
    r"\b(?:diagnosed|died|history|since|from|until|at|when|before|after|age of|menopause|menarche|mean|median|"
    r"average|patients|children|up to|between|over|under|smok\w+|"
    r"quit)\b(?![^.;\n]*\b(?:now|currently)\s+$)[^.;\n]{0,25}$",
    re.IGNORECASE,
)
# "Anaphylaxis (age 6)", "appendicectomy (aged 12)": when it was.
_AT_AGE = re.compile(
    r"\b(?:anaphyla\w+|rash|hives|urticaria|swelling|reaction|allerg\w+|\w+(?:ectomy|otomy|itis|oedema|edema|plasty)|"
    r"fracture|repair|surgery|seizures?|fits?|asthma|epilepsy|measles|mumps)\s?\((?:at\s)?$",
    re.IGNORECASE,
)
# Behind the age of the patient, and before that of somebody else ("had a 9-year-old boy").
_INTRODUCES = re.compile(
    r"[\s.-]*(?:/?\s?o(?:ld)?\b|of age)?[\s,.-]*(?:[\w*'-]+[\s,-]+){0,2}?(?:male|female|man|woman|boy|girl|"
    r"gentleman|lady|infant|M|F|presents|presented|with|who|is|was|，?\s?[男女])\b|\s*$|\s*[\n;]",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:her|his|their|(?:had|has|with|of|to|by|and|for) (?:an?|two|three))\s*$", re.IGNORECASE
)
OF_SOMEBODY_ELSE = re.compile(_SOMEBODY_ELSE.pattern.removesuffix(r"\s*$") + r"\s+\d{1,3}[\w\s-]*$", re.IGNORECASE)
# A second age that is stated for itself: "…, 65 years old." A habit or an illness had its age behind a verb.
_STATED = re.compile(r"[\s-]*(?:old|/?\s?o|of age)\b\s*(?=[,.;)\n]|$)", re.IGNORECASE)
_STATES = re.compile(r"(?:^|[.,;(\n]\s*|\b(?:is|am|i['’]?m|aged?|patient|pt|now|actually)[\s:]+)$", re.IGNORECASE)
_IN_UNITS = {"year": 1.0, "yr": 1.0, "y": 1.0, "yo": 1.0, "y/o": 1.0, "岁": 1.0, "month": 1 / 12, "mo": 1 / 12,
    "m/o": 1 / 12, "mth": 1 / 12, "/12": 1 / 12, "/52": 7 / 365.25, "个月": 1 / 12, "月龄": 1 / 12,
             "week": 7 / 365.25, "wk": 7 / 365.25, "周龄": 7 / 365.25, "day": 1 / 365.25, "天": 1 / 365.25,
             "日龄": 1 / 365.25}  # fmt: skip


def ages_and_sexes(text: str, of_kin: bool) -> tuple[list[tuple[float, Span]], list[tuple[str, Span]]]:
    ages: dict[int, tuple[float, Span]] = {}
    sexes: dict[int, tuple[str, Span]] = {}
    numbers = [m.start() for m in _NUMBER.finditer(text)]
    for pattern, matches in _frames(text, numbers):
        if pattern in age_frames.OPENS and ages:
            break  # so little says an age only where nothing else does
        for match in islice(matches, MOST_AGES):
            before = text[max(0, match.start() - 45) : match.start()]
            sex = match.groupdict().get("sex")
            if _KIN_NEAR.search(before) or _is_counted(match, text):
                continue
            if (not sex and (_WHEN_NEAR.search(before) or _AT_AGE.search(before))) and pattern not in _TITLED:
                continue
            unit_end = match.end("unit") if match.groupdict().get("unit") else match.end("age")
            if not (sex or of_kin) and is_kins(text, match.start("age"), unit_end):
                continue
            years = float(match.group("age")) * _unit(match.groupdict().get("unit"))
            if months := match.groupdict().get("months"):  # "5岁2个月"
                years += int("".join(filter(str.isdigit, months))) / 12
            if not 0 <= years <= 120:
                continue
            if sex:
                sexes.setdefault(match.start("sex"), (_sex(sex), match.span("sex")))
            if any(s[0] < match.end("age") and match.start("age") < s[1] for _, s in ages.values()):
                continue
            ages[match.start("age")] = (
                round(years, 3),
                (match.start("age"), unit_end),
            )
    for match in near_cues(text, places_of(text.lower(), _SEX_CUES), _SEX, 24, 90):
        group = next(g for g in ("sex", "zh", "sex2", "zh2", "zh3", "sex3") if match.group(g))
        if not _KIN_NEAR.search(text[max(0, match.start() - 30) : match.start()]):
            sexes.setdefault(match.start(group), (_sex(match.group(group)), match.span(group)))
    if not sexes:
        head = text[:_FRONT]
        for match in near_cues(head, places_of(head.lower(), age_frames.SEX_CUES), age_frames.SEX_LABEL, 12, 24):
            group = "sex" if match.group("sex") else "sex2"
            if not _KIN_NEAR.search(head[max(0, match.start() - 30) : match.start()]):
                sexes.setdefault(match.start(group), (_sex(match.group(group)), match.span(group)))
    return [ages[k] for k in sorted(ages)], [sexes[k] for k in sorted(sexes)]


def _frames(text: str, numbers: list[int]) -> Iterator[tuple[re.Pattern[str], Iterator[re.Match[str]]]]:
    """All patterns of an age, the strongest first, each with its matches."""
    lower = text.lower()
    for pattern in _AGES:
        yield pattern, _matches(pattern, text, numbers)
    for pattern in age_frames.TITLED:
        yield pattern, pattern.finditer(text)
    for pattern in age_frames.LABELLED:
        yield pattern, near_cues(text, places_of(lower, age_frames.LABEL_CUES), pattern, 12, 50)
    for pattern in age_frames.OPENS:
        yield pattern, pattern.finditer(text[: age_frames.OPENING])


def _is_counted(match: re.Match[str], text: str) -> bool:
    """Does the number count something else: a room, a day, degrees? Nothing is so many years old but somebody."""
    if _OLD.search(match.group()):
        return False
    start = match.start("age")
    if age_frames.COUNTED.search(text, max(0, start - 20), start):
        return True
    return match.groupdict().get("sex") == "f" and int(float(match.group("age"))) in age_frames.FAHRENHEIT


def _matches(pattern: re.Pattern[str], text: str, numbers: list[int]) -> Iterator[re.Match[str]]:
    """Where a pattern matches: looked for at the numbers alone, if it begins with one."""
    if pattern.pattern.startswith(_NUMBER_LED):
        place = 0
        for start in numbers:
            if start >= place and (match := pattern.match(text, start)):
                place = match.end()
                yield match
    else:
        yield from pattern.finditer(text)


def other_ages(text: str, ages: list[tuple[float, Span]]) -> Iterator[Conflict]:
    """Two introductions of one patient that differ; an age at which something happened is none."""
    introduced = [
        (age, span)
        for age, span in ages
        if (
            _INTRODUCES.match(text, span[1])
            or (_STATED.match(text, span[1]) and _STATES.search(text[max(0, span[0] - 20) : span[0]]))
        )
        and not _SOMEBODY_ELSE.search(text[max(0, span[0] - 20) : span[0]])
    ]
    others = [s for age, s in introduced[1:] if abs(age - introduced[0][0]) > max(1.0, 0.05 * introduced[0][0])]
    if others:
        yield Conflict(about="age", spans=(introduced[0][1], *others[:5]))


def _unit(unit: str | None) -> float:
    if not unit:
        return 1.0
    plain = unit.lower()
    return _IN_UNITS.get(plain, _IN_UNITS.get(plain.rstrip("s"), 1.0))


def _sex(word: str) -> str:
    return "female" if word.lower() in _FEMALE_WORDS else "male"
