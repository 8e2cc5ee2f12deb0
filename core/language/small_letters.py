"""Laboratory values in small letters without marks: "na 118 k 6.3 cr 148 hb 98".

A short name in small letters ("na", "k", "t") is a word or a unit where it stands alone. Beside another name with a
number of its own, with nothing but blanks, commas and units between, it is what it is in capitals.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.language.analytes import Name

_NAMES = {
    "na": "sodium", "k": "potassium", "cl": "chloride", "cr": "creatinine", "creat": "creatinine", "ur": "urea",
    "hco3": "bicarbonate", "ca": "calcium", "mg": "magnesium", "po4": "phosphate", "phos": "phosphate",
    "glu": "glucose", "gluc": "glucose", "bm": "glucose", "hb": "haemoglobin", "hgb": "haemoglobin",
    "wcc": "white-cell-count", "wbc": "white-cell-count", "plt": "platelets", "plts": "platelets",
    "neut": "neutrophils", "lymph": "lymphocytes", "eos": "eosinophils", "crp": "crp", "esr": "esr", "alb": "albumin",
    "bili": "bilirubin", "alt": "alt", "ast": "ast", "ggt": "ggt", "lact": "lactate", "inr": "inr", "tsh": "tsh",
    "hr": "heart-rate", "rr": "respiratory-rate", "t": "temperature", "p": "heart-rate",
    "r": "respiratory-rate", "ph": "ph", "pco2": "pco2", "po2": "po2",
    "mcv": "mcv", "ck": "creatine-kinase", "egfr": "egfr", "ldh": "ldh",
}  # fmt: skip
# Neighbours that are read without this: they tell as well that a row of values stands here.
_NEIGHBOURS = tuple(
    "urea bp sat sats spo2 temp gcs trop lactate glucose urate ferritin amylase prot rbc polys pt aptt fib amy lip osm "
    "ket ketones be ag".split()
)
# As units, doses or words these say nothing of the row that they stand in: at least one other name must.
_WEAK = frozenset(("k", "mg", "t", "p", "r", "ca", "ur", "cr", "ph"))
_NAME = "|".join(sorted((*_NAMES, *_NEIGHBOURS), key=len, reverse=True))
_UNIT = (
    r"(?:\s?(?:%|/min|x?\s?10[\^*]?9(?:/l)?|[a-zµ]{1,5}/[a-z]{1,4}(?:/[\d.m²]+)?|ra\b|oa\b|\([^()\n]{1,24}\)|"
    r"[hl*↑↓]\b|[*↑↓])){0,2}"
)
_PAIR = re.compile(
    rf"(?<![\w.-])(?P<name>{_NAME})(?:\s?[:=]\s?|"
    rf"\s)?(?P<value>[<>]?\d{{1,6}}(?:\.\d{{1,3}})?(?:/\d{{2,3}})?)(?![\d.]*\d)"
    r"(?!\s?(?:days?|times|mg\b(?!\s?\d)|mcg|tab\w*|x\b|weeks?|months?|years?|yrs?|h\b|hours?|hrs?\b(?!\s?\d)|"
    r"km|miles?|bd\b|od\b|tds\b|units?\b|/7|/52|/12))"
    rf"{_UNIT}",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,;/|]{0,3}(?:and\s|&\s)?")
_COUNTED = re.compile(r"\d\s?$")  # "10 mg 5": of the number before it the name is the unit
_DIGIT = re.compile(r"[a-zA-Z][:=]?\s?[<>]?\d")


class Small(NamedTuple):
    """A name in a row of values, where it ends, and how far its value may reach: what follows may look like a unit."""

    name: Name
    end: int
    stop: int


def small_names(text: str, start: int, end: int) -> dict[int, Small]:
    """The names of values that stand in a row of them between two places, by their places."""
    found: dict[int, Small] = {}
    if not _DIGIT.search(text, start, end):
        return found
    row: list[re.Match[str]] = []
    for pair in _PAIR.finditer(text, start, end):
        if row and _BETWEEN.fullmatch(text, row[-1].end(), pair.start()):
            row.append(pair)
            continue
        _keep(found, row, end)
        counted = "." not in pair["value"] and _COUNTED.search(text, max(start, pair.start() - 2), pair.start())
        row = [] if counted else [pair]
    _keep(found, row, end)
    return found


def _keep(found: dict[int, Small], row: list[re.Match[str]], end: int) -> None:
    names = {pair["name"].lower() for pair in row}
    if len(names) < 2 or (names <= _WEAK and not all("." in pair["value"] for pair in row)):
        return
    for pair, stop in zip(row, [*(later.start("name") for later in row[1:]), end], strict=True):
        written = pair["name"]
        key = _NAMES.get(written.lower())
        if key is not None:
            found[pair.start("name")] = Small(Name(written, key, True, False), pair.end("name"), stop)
