"""Findings told apart by their words, where the vocabulary has one term for several: which cancer, which illness."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from core.language.model import Finding
from core.scores.facts import Fact
from core.scores.reading_phrases import first_known, said
from core.scores.source import Source

_METASTATIC = re.compile(r"metasta|stage (?:IV|4)\b|disseminated (?:carcino|malig)|carcinomatosis|转移", re.IGNORECASE)
_LEUKAEMIA = re.compile(r"leuk[a]?emi|polycyth|\b[AC][ML]L\b|白血病", re.IGNORECASE)
_LYMPHOMA = re.compile(r"lymphom|myeloma|hodgkin|macroglobulin|淋巴瘤|骨髓瘤", re.IGNORECASE)
_SKIN = re.compile(r"basal cell", re.IGNORECASE)
CANCER = (
    "BD:active-cancer",
    "HP:0006775",
    "HP:0002665",
    "HP:0001909",
    "BD:known-lung-cancer",
    "BD:cancer-spread-to-bone",
)
_BEFORE = 14  # "metastatic " may stand in front of the name
NO_TUMOUR, LOCALISED, METASTATIC = "none", "localised", "metastatic"


def worded(pattern: str, *concepts: str) -> Callable[[Source], Fact]:
    """A reader of one of these concepts, now or ever, where its words hold the pattern."""
    wanted = re.compile(pattern, re.IGNORECASE)

    def read(source: Source) -> Fact:
        own = [f for f in source.findings(*concepts) if f.experiencer == "patient"]
        named = [f for f in own if wanted.search(source.words(f))]
        for finding in named:
            if finding.assertion == "present" or finding.temporality == "resolved":
                return Fact((True,), start=finding.start, end=finding.end)
        denied = next((f for f in named if f.assertion == "absent"), None)
        return Fact((False, True)) if denied is None else Fact((False,), start=denied.start, end=denied.end)

    return read


def read_solid_tumour(source: Source) -> Fact:
    """A solid tumour: none, localised or metastatic. Blood cancers and basal cell cancer of the skin are none."""
    localised: Finding | None = None
    for finding in source.findings(*CANCER):
        if finding.experiencer != "patient" or finding.assertion != "present":
            continue
        words = source.words(finding, before=_BEFORE)
        if _METASTATIC.search(words):
            return Fact((METASTATIC,), start=finding.start, end=finding.end)
        if localised is None and not any(p.search(words) for p in (_LEUKAEMIA, _LYMPHOMA, _SKIN)):
            localised = finding
    if localised is not None:
        spread = said(_METASTATIC.pattern)(source)
        if spread.possible == (True,):
            return replace(spread, possible=(METASTATIC,))
        return Fact((LOCALISED,), start=localised.start, end=localised.end)
    denied = source.denied.get("BD:active-cancer")
    if denied is not None:
        return Fact((NO_TUMOUR,), start=denied.start, end=denied.end)
    return Fact((NO_TUMOUR, LOCALISED, METASTATIC))


read_leukaemia = worded(_LEUKAEMIA.pattern, *CANCER)
read_lymphoma = worded(_LYMPHOMA.pattern, *CANCER)
# The vocabulary takes "haemodialysis" for chronic kidney disease, which it nearly always means.
read_dialysis = first_known(
    worded(r"dialys|h(?:a)?emofiltration|replacement therapy|CRRT|CVVH|透析", "HP:0012622", "BD:dialysis"),
    said(
        r"\b(?:is|was|been|being|,|and|who is) dialy[sz]ed\b|\bdialy[sz]ed (?:\w+ ){0,3}"
        r"(?:times|week|since|via|through)"
    ),
)
