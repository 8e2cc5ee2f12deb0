"""What changes a plan by itself and is seldom called by its name: cocaine, a long QT, a newborn's screening, the cord.

Each has words of which one must stand in the sentence before its pattern is tried.
"""

from __future__ import annotations

from core.language.en.stories import told

_COCAINE = r"(?:coke|cocaine|charlie)(?!\s+(?:zero|light|bottles?|cans?|float|and (?:rum|ice)))"
_SOME = r"(?:(?:a (?:lot|bit|load) of|(?!an?\b|no\b|not\b|never\b|of\b|with\b)\w+)\s+){0,3}?"  # "a coke" is drunk
_RAISED = r"(?:raised|high|elevated|abnormal|positive|increased|up)"
_SCREEN = (
    r"(?:(?:newborn|neonatal|new-born|new born|nbs|guthrie|heel[\s-]?prick|bl?ood[\s-]?spot)"
    r"(?:\s+(?:blood\s?spot\s+)?(?:screen\w*|tests?|cards?|sample|bloods?))?)"
)
# From this value on a screening result is one: TSH 20 mU/L, phenylalanine 240 µmol/L. Expert estimates,
# above the limits of most programmes.
_TSH_HIGH = r"(?:[2-9]\d|\d{3,4})(?:\.\d)?(?!\d|\s?%)"
_PHE_HIGH = r"(?:2[4-9]\d|[3-9]\d\d|\d,?\d{3})(?!\d)"
# Days and weeks after which a cord that still hangs is late: three weeks. Expert estimate.
_LATE = (
    r"(?:(?:2[2-9]|[3-9]\d|1\d\d)(?:th)?\s?(?:days?|d\b)|(?:[4-9]|1\d|four|five|six|seven|eight)\s?(?:weeks?|wks?)|"
    r"(?:two|three|2|3)\s?months?|day\s(?:2[2-9]|[3-9]\d)|a month)"
)
_CORD = r"(?:umbilical\s+(?:cord|stump)|(?<!spinal )(?<!vocal )(?<!spermatic )cord)(?:\s+stump)?"


def _screened(analyte: str, limit: str) -> tuple[str, str]:
    """The result of a screening test, where it was taken said before it and behind: it is of what, and was raised."""
    value = rf"\b{analyte}\s+(?:\w+\s+)?{_RAISED}\b"
    if limit:
        value += rf"|\b{analyte}\b[^.;\n\d]{{0,12}}?\b{limit}"
    told = rf"(?:\b{_RAISED}\s+(?:\w+\s+)?{analyte}\b|{value})"
    return rf"\b{_SCREEN}[^.;\n]{{0,40}}?(?P<told>{told})", rf"{told}[^.;\n]{{0,40}}?\b{_SCREEN}"


GRAVE = (
    told("cocaine use", "coke cocaine charlie lines line snorted snorting snorts bump bumps",
         rf"\b(?:lines?|bumps?|grams?|gramme|g|wrap)\s+of\s+{_COCAINE}\b|"
         rf"\b(?:did|doing|does|took|taking|takes|used|using|uses|snort\w*|sniff\w*)\s+{_SOME}{_COCAINE}\b|"
         r"\b(?:intra-?nasal|nasal|inhaled|smoked|crack|iv)\s+cocaine\b|\bcocaine (?:binge|last night|today)\b|"
         r"\bsnort(?:ed|ing|s)\s+(?:(?:a|some|two|three|four|\d|few|couple|of|white|several)\s+){0,3}"
         r"(?:lines?|powder|charlie)\b|"
         r"\b(?:did|doing)\s+(?:(?:a|some|two|three|four|\d|few|couple|of|several)\s+){1,3}lines\b(?!\s+of\b)|"
         r"\bsnort(?:ed|ing)\b(?=\s*(?:[.,;]|$|(?:at|last|on|before|earlier|today|yesterday|this)\b))"),
    told("prolonged QTc", "lqt lqt1 lqt2 lqt3 lqt4 lqt5 lqt7 lqts1 lqts2 lqts3",
         r"\blqts?[\s-]?(?:type\s?)?[1-9]\b|\blqt\b"),
    told("delayed separation of the umbilical cord", "cord stump",
         rf"\b{_CORD}\b(?:\s+(?!not\b)\w+){{0,3}}?\s+(?:fell|fallen|(?:came|come) (?:off|away)|"
         rf"dropped|separat\w+|detach\w+|lost|shed|"
         rf"off|separation)\b(?:\s+\w+){{0,4}}?\s*{_LATE}|"
         rf"\b{_CORD}\s+(?:\w+\s+){{0,2}}?(?:still (?:attached|on|there|present)|had not fallen|not yet fallen|"
         rf"did not (?:fall|come|separate)|attached)\b(?:\s+\w+){{0,4}}?\s*{_LATE}|"
         rf"\bseparation of the (?:umbilical )?cord\b(?:\s+\w+){{0,3}}?\s*{_LATE}"),
    *(told("high TSH on the newborn screen", "tsh", p) for p in _screened("tsh", _TSH_HIGH)),
    *(told("raised octanoylcarnitine", "c8 octanoylcarnitine", p) for p in _screened("(?:c8|octanoylcarnitine)", "")),
    *(told("raised phenylalanine on the heel-prick screen", "phenylalanine phe", p)
      for p in _screened("(?:phenylalanine|phe)", _PHE_HIGH)),
)  # fmt: skip
