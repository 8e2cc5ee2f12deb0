"""What numbers look like in a record: what links a name to its number, and one value of a series to the next."""

from __future__ import annotations

import re
from typing import Literal

NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,3},\d{1,2}(?![\d,.])|\d+(?:\.\d+)?|\.\d+)"
_WORDS_BETWEEN = (
    r"levels?|counts?|rate|values?|readings?|concentrations?|scores?|on (?:arrival|admission|presentation|exam|"
    r"examination|triage|scene|room air|ra|air)|at triage|at rest|today|initially|currently|now|trough|peak|pre-dose|"
    r"is|was|are|were|of|at|to|up to|down to|in the|remains?|remained|noted|measured|recorded|found|be|has|have|"
    r"been|came back|returned|showed|a|an|the|trend|"
    r"approximately|approx\.?|about|around|roughly|negative|positive|elevated|raised|high|low|normal|increased|decreased|reduced|rose|"
    r"fell|rising|falls?|falling|drops?|dropped|dropping|dips?|dipped|peaked|max|maximum|stable|slightly|mildly|moderately|markedly|significantly|"
    r"critically|only|just|with|vital signs?|reading|by|estimated|oral|axillary|rectal|tympanic|orally|serum|plasma|"
    r"total|random|fasting|tmax|from|(?:R|L|right|left|Rt|Lt)(?: (?:arm|eye|leg|side))?|pre|post|"
    r"x\s?1|C0|dose|为|是|约|达|升至|最高"
)
_WHEN = r"\d{1,2}:\d{2}(?:\s?(?:am|pm|h|hrs))?|\d{1,3}\s?(?:min|mins|h|hrs?|hours?)(?=\s)|\d{1,2}/\d{1,2}(?=\s+\d)"
LINK = re.compile(
    rf"(?:\s*(?:{_WORDS_BETWEEN})\b|\s*(?:{_WHEN})|\s*\.{{2,}}|\s*[:：=~≈,(|*\-–—>]|\s*(?:为|是|约|达到|达|升至|最高|"
    r"高达|波动于|波动在)){0,9}\s*",
    re.IGNORECASE,
)
# Without the times, for a number that is itself what a time looks like.
BARE_LINK = re.compile(
    rf"(?:\s*(?:{_WORDS_BETWEEN})\b|\s*\.{{2,}}|\s*[:：=~≈,(|*\-–—>]|\s*(?:为|是|约|达到|达|升至|最高|高达|波动于|"
    r"波动在)){0,9}\s*",
    re.IGNORECASE,
)
# The same where nothing stands between but a mark: most values come so, and the long pattern is a costly one.
_MARK = re.compile(r"\s{0,2}[:=]?\s{0,2}(?=\d+(?:[.,]\d+)*(?![\d:/]|\s?(?:min|h)))", re.IGNORECASE)
VALUE = re.compile(
    rf"(?P<relation>[<>≤≥＜＞]=?|less than|greater than|more than|over|under|above|below)?\s*"
    rf"(?P<sign>[+])?(?P<value>{NUMBER})(?![\d:]|\+(?!\d))(?:\s?(?P<range>[-–~])\s?(?P<upper>{NUMBER})(?![\d/]))?",
    re.IGNORECASE,
)
_CONDITION = (
    r"last (?:week|month|year)|in (?:[A-Z][a-z]{2,8} )?(?:19|20)\d\d|\d{1,2} (?:days?|weeks?|months?|years?) ago|now|"
    r"lying|standing|sitting|supine|erect|seated|rest|resting|at rest|on air|on RA|RA|on room air|"
    r"(?:on|after|with|during|when|while) (?:exertion|exercise|walking|mobili[sz]ing|ambulation|ambulating|climbing|"
    r"effort)(?: (?:\d{1,3} ?m|(?:(?:to|up|around|a|the|ten|twenty|few) ){1,3}[a-z]{1,8}))?|"
    r"pre(?:[- ]?\w+)?|post(?:[- ]?\w+)?|OD|OS|OU|at \d{1,2}[:.]?\d{2}|at \d{1,3}\s?(?:h|hrs?|hours?|min|mins)|"
    r"in (?:ED|\w{3,9})|x\s?1|at baseline|"
    r"on (?:admission|arrival|discharge)|overnight|today|yesterday|this morning|"
    r"at home|after \d{1,4}\s?(?:m|L|l|h|hrs?|min)"
)
LABEL = re.compile(
    rf"\s*(?:(?:{_CONDITION})\b|[(\[][HLhl*][)\]]|\([^()\d]{{1,16}}\)|\*|[(\[]\s*(?:ref\w*:?\s*)?"
    r"[<>]?\d[\d.,]*\s*(?:[-–]\s*\d[\d.,]*)?\s*[)\]])",
    re.IGNORECASE,
)
_THEN = r"(?:(?:at|after|@)\s?\d{1,3}\s?(?:h|hrs?|hours?|min|mins)\s+|(?:at|@)\s?\d{1,2}:?\d{2}\s+)?"
# What leads from one value of a series to the next.
ARROW = re.compile(r"\s*(?:→|-{1,2}>|⇒|>|↑|↓|to\b|then\b|,\s*then\b)\s*", re.IGNORECASE)
AGAIN = re.compile(
    r"\s*[,;(.]?\s*(?:and\s+|but\s+)?(?:(?:up|down|increased|decreased|rose|fell|risen|fallen|improved|improving|"
    r"rising|falling)\s+(?:to|from)|from|baseline|base line|prev(?:ious(?:ly)?)?\.?|repeat(?:ed)?|"
    r"re-?check(?:ed)?|(?:falls?|falling|drops?|dropp(?:ed|ing)|dips?|dipp(?:ed|ing)|"
    r"desats?|desaturat(?:es?|ed|ing)|goes down|went down|comes down|came down) (?:down )?(?:to|from)|"
    r"(?:\d{1,2}|an?|two|three|six) (?:days?|weeks?|months?|years?) ago|last (?:week|month|year)|in (?:19|20)\d\d|"
    r"on repeat|later|now|best|last|peak(?:ed at)?|nadir|initially|was|recovered to|recovers to|recovering to|"
    r"(?:\d{1,2}\s?(?:h|hrs?|min)\s)?later)\b"
    rf"(?:\s+(?:value|level|of|to|is|was))?\s*[:=]?\s*{_THEN}(?:at\s+)?",
    re.IGNORECASE,
)
LISTED = re.compile(
    rf"\s*[,;]\s*(?:and\s+)?(?P<side>(?:R|L|right|left|Rt|Lt)(?:\s(?:arm|eye|leg))?\s+|in (?:ED|\w{{3,9}})\s+|"
    rf"\d{{1,3}}\s?(?:h|hrs?|min|mins)\s+(?:post\s+\S+\s+(?:\S+\s+)?(?:\S+\s+)?)?|\d{{1,2}}[/:]\d{{1,2}}\s+)?{_THEN}",
    re.IGNORECASE,
)
BRACKET = re.compile(r"\s*\((?=[\d.,]+\s*(?:in|on|last|prev\w*|baseline|at|a)\b)", re.IGNORECASE)
EARLIER = re.compile(r"\s?\((?P<value>\d+(?:\.\d+)?)\)(?!\s?(?:[/%]|ref))")
COLUMNS = re.compile(r"(?: {2,}|\t+|\s*\|\s*)")
PRESSURE = re.compile(
    r"\s*(?P<systolic>\d{2,3})s?\s?/\s?(?P<diastolic>\d{2,3})s?(?![\d/])(?:\s*(?P<unit>mm\s?Hg|毫米汞柱|kPa))?",
    re.IGNORECASE,
)
NEXT_PRESSURE = re.compile(r"[^\d\n.]{0,28}?(?P<pair>(?<!\d)\d{2,3}\s?/\s?\d{2,3}(?![\d/]))", re.IGNORECASE)
# A unit of whatever quantity: a number with a unit that is not the analyte's own is no value of it.
UNIT = re.compile(
    r"\s{0,2}(?P<unit>(?:[x×*]\s?)?10\s?[\^*]{0,2}\s?(?:[369]|12|[⁶⁹³]|¹²)\s?/?\s?(?:cells\s?/\s?)?(?:u|μ|µ|"
    r"mc)?[Ll]?(?:mm3|mm\^3)?"
    r"|[°º˚]\s?[CcFf]\b|℃|℉|degrees?\s?(?:celsius|fahrenheit|[CF]\b)|deg\.?\s?[CF]\b|[CF]\b(?![a-z-])"
    r"|%|％|percent|per cent|mm\s?\[?Hg\]?|毫米汞柱|kPa|次\s?/\s?(?:分钟?|min)|度|公斤|千克|厘米|米|摄氏度"
    r"|(?:beats?|breaths?|br|b)\s?(?:per|/)\s?min(?:ute)?|bpm\b|(?:per|/)\s?min(?:ute)?\b|rpm\b"
    r"|[KkMmTt][Hh]?\s?/\s?(?:u|μ|µ|mc)L\b|[Kk]/mm3|[Kk]/cumm|cells\s?/\s?(?:u|μ|µ|mc)?(?:L|mm3|mm\^3|cumm)|"
    r"/\s?(?:(?:u|μ|µ|mc)L|mm3|mm³|cumm|hpf|HPF)\b"
    r"|(?:[munpµμfk]|mc)?(?:g|mol|Eq|Osm|IU|U|units?|katal|kat)\s?(?:/|\sper\s)\s?(?:(?:d|m|u|μ|µ|k)?L|kg|h|hr|min|"
    r"mol|g|mmol|mL|ml|dl)(?:\s?FEU|\s?DDU)?(?:\s?/\s?1\.73\s?m\^?[2²])?"
    r"|mL/min(?:\s?/\s?1\.73\s?m\^?[2²])?|ml/min(?:\s?/\s?1\.73\s?m\^?[2²])?|mm\s?/\s?(?:h|hr|hour)\b|mmol\b|mEq\b|"
    r"cm\s?H2O|cmH2O|fL\b|fl\b|pg\b|s\b|sec(?:onds?|s)?\b|ms\b"
    r"|m?[lL]\s?/\s?(?:kg\s?/\s?)?(?:h|hr|hour|day|min)\b|kgs?\b|kilograms?|lbs?\b|pounds?|stone\b|cm\b|centimet(?:er|re)s?|m\b|met(?:er|re)s?|inch(?:es)?|in\b|ft\b|"
    r"feet|g/?l?\b|(?![wcsh]/)[A-Za-zµμ]{1,6}/[A-Za-z]{1,5}\b)",
    re.IGNORECASE,
)
NOT_BEHIND = re.compile(  # capitals matter: "38.4 HR 70" has no hours in it
    r"\s?(?:mg|mcg|µg|g|ml|mL|units?|tabs?|tablets?|puffs?|doses?|mths?|wks?)\b(?!\s?/)"
    r"|\s?(?:[x×]|times|-?\s?fold)\s?(?:(?:the|above|of)\s)*(?:ULN|upper)"
    r"|[\s-]?(?:[Yy]ears?|YEARS?|[Yy]rs?|YRS?|[Yy]/?[Oo]\b|weeks?|wks?|days?|months?|hours?|hrs?)\b|\s?/\s?\d|\s?x\s?\d{2,}"
    r"|[hdw]\b"  # "pain 2h"; a space before it is a laboratory's mark
)
OWN_TEMPERATURE = re.compile(
    r"(?<![\w.])(?P<value>\d{2,3}(?:[.,]\d{1,2})?)\s?(?P<unit>[°º˚]\s?[CcFf]\b|℃|℉|"
    r"degrees?\s(?:celsius|fahrenheit|[CF]\b))",
    re.IGNORECASE,
)
Relation = Literal["=", "<", ">"]


def link_behind(text: str, name_end: int, end: int) -> re.Match[str] | None:
    """What links the name that ends here to its number."""
    return _MARK.match(text, name_end, end) or LINK.match(text, name_end, min(end, name_end + 80))


def relation_of(written: str | None) -> Relation:
    """The relation that a sign or a word stands for."""
    if not written:
        return "="
    return "<" if written.lower() in ("<", "≤", "<=", "＜", "less than", "under", "below") else ">"
