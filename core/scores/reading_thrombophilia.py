"""Which thrombophilia a record names: the vocabulary has one term for most of them, the Caprini score several items."""

from __future__ import annotations

from core.scores.facts import Fact
from core.scores.reading_phrases import affirmed, first_known
from core.scores.reading_worded import worded
from core.scores.source import Source

_THROMBOPHILIA = "HP:0100724"
_NAMED = (
    r"protein [CS]\b|protein [CS] (?:and|or|/) [CS]\b|anti-?thrombin|dysfibrinogen|plasminogen|h(?:a)?emoglobinuria"
    r"|anti-?phospholipid|sticky platelet"
)
_UNNAMED = r"thrombophili|hypercoagulab"

_NOT_FOUND = (
    r"(?![^.;]{0,60}\b(?:negative|absent|not (?:present|detected|found|identified)|excluded|ruled out|normal)\b)"
)

read_leiden = first_known(worded(r"leiden", _THROMBOPHILIA), affirmed(rf"\bfactor V Leiden\b{_NOT_FOUND}"))
read_lupus_anticoagulant = worded(r"lupus anti-?coag|\bLAC?\b", _THROMBOPHILIA, "HP:0025343")
_known = first_known(
    worded(_NAMED, _THROMBOPHILIA), affirmed(rf"\b(?:protein [CS]|anti-?thrombin(?: III)?) deficiency\b{_NOT_FOUND}")
)
_any = worded(_UNNAMED, _THROMBOPHILIA)
_item = (
    read_leiden,
    read_lupus_anticoagulant,
    worded(r"", "BD:prothrombin-mutation"),
    worded(r"", "BD:anticardiolipin-antibody"),
    worded(r"", "BD:raised-homocysteine", "HP:0002160"),
)


def read_other_thrombophilia(source: Source) -> Fact:
    """One that has no item of its own. "Thrombophilia" without a name is the one that is named beside it, if any."""
    known = _known(source)
    if known.possible == (True,):
        return known
    unnamed = _any(source)
    if unnamed.possible == (True,) and any(read(source).possible == (True,) for read in _item):
        return Fact((False,), start=unnamed.start, end=unnamed.end)
    return unnamed if unnamed.known else known
