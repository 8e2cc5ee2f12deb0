"""One JSON object, as the batch input of the contract: every problem in one plain sentence."""

from __future__ import annotations

import json
import math
import re
from datetime import date
from typing import Any, get_args

from core.case.model import Case, Language, Patient, Setting, Sex
from core.case.readers.gene_reports import is_report
from core.case.readers.genotypes import genotypes_of, read_genotypes
from core.system.errors import KnownError

MAX_TEXT = 2 * 1024 * 1024
MAX_LIST = 2000
_HPO = re.compile(r"HP:\d{7}")
_NUMBERS = {"age_years": (0.0, 130.0), "weight_kg": (0.2, 700.0), "height_cm": (15.0, 280.0)}


def read_json_line(line: str, default_id: str) -> Case:
    """The case in one line of a batch file. Fields that the contract does not name are left alone."""
    given = parse_object(line)
    text = given.get("text", "")
    if text is None:
        text = ""
    if not isinstance(text, str):
        raise KnownError('"text" must be a string')
    if len(text) > MAX_TEXT:
        raise KnownError('"text" is longer than 2 million characters: split the record and send its parts')
    lists = {
        key: _strings(given, key)
        for key in ("hpo_present", "hpo_excluded", "medications", "allergies", "exclude_references")
    }
    for key in ("hpo_present", "hpo_excluded"):
        if not all(_HPO.fullmatch(item) for item in lists[key]):
            raise KnownError(f'"{key}" must list HPO ids such as HP:0001945')
    genotypes = _genotypes(given)
    if not text.strip() and not (lists["hpo_present"] or lists["medications"] or genotypes):
        raise KnownError('"text" is empty: give the record as "text", or "hpo_present" or "medications"')
    numbers = {key: _number(given, key) for key in _NUMBERS}
    facts = {key: _boolean(given, key) for key in ("pregnant", "lactating")}
    return Case(
        id=line_id(given, default_id),
        text=_storable(text),
        lang=_choice(given, "lang", get_args(Language)),
        patient=Patient(**numbers, **facts, sex=_choice(given, "sex", get_args(Sex)) or "unknown"),
        encounter_date=_date(given),
        region=_string(given, "region"),
        setting=_choice(given, "setting", get_args(Setting)),
        genotypes=genotypes,
        **lists,
    )


def parse_object(line: str) -> dict[str, Any]:
    """The JSON object in a line. Raises KnownError when it is something else."""
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        raise KnownError("the line is not valid JSON: each line must be one JSON object") from None
    if not isinstance(given, dict):
        raise KnownError("the line is JSON but not an object: each line must be one JSON object with an id and a text")
    return given


def _storable(text: str) -> str:
    """Lone surrogates, which JSON can spell and nothing can store, replaced one for one."""
    return text if text.isascii() else "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


def line_id(given: dict[str, Any], default: str) -> str:
    """The id that a line gives itself, or the default. Raises KnownError when it is neither text nor a number."""
    value = given.get("id")
    if value is None or value == "":
        return default
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise KnownError('"id" must be a string')
    return _storable(str(value))[:200]


def _string(given: dict[str, Any], key: str) -> str | None:
    value = given.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise KnownError(f'"{key}" must be a string')
    return _storable(value)[:200]


def _choice(given: dict[str, Any], key: str, allowed: tuple[str, ...]) -> Any:
    value = given.get(key)
    if value is None or value == "":
        return None
    if value not in allowed:
        raise KnownError(f'"{key}" must be one of {", ".join(allowed)}')
    return value


def _strings(given: dict[str, Any], key: str) -> tuple[str, ...]:
    value = given.get(key)
    if value is None:
        return ()
    if not isinstance(value, list):
        raise KnownError(f'"{key}" must be a list of strings')
    if len(value) > MAX_LIST:
        raise KnownError(f'"{key}" lists more than {MAX_LIST} items')
    if key == "exclude_references":
        value = [str(item) if isinstance(item, int) and not isinstance(item, bool) else item for item in value]
    if not all(isinstance(item, str) and item.strip() for item in value):
        raise KnownError(f'"{key}" must be a list of strings, none of them empty')
    return tuple(_storable(item.strip()) for item in value)


def _number(given: dict[str, Any], key: str) -> float | None:
    value = given.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise KnownError(f'"{key}" must be a number')
    low, high = _NUMBERS[key]
    if isinstance(value, int) and abs(value) > 10**9:
        value = math.inf  # more than a float may hold
    if not (math.isfinite(value) and low <= value <= high):
        raise KnownError(f'"{key}" must lie between {low:g} and {high:g}')
    return float(value)


def _boolean(given: dict[str, Any], key: str) -> bool | None:
    value = given.get(key)
    if value is not None and not isinstance(value, bool):
        raise KnownError(f'"{key}" must be true or false')
    return value


def _date(given: dict[str, Any]) -> date | None:
    value = given.get("encounter_date")
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise KnownError('"encounter_date" must be a date such as 2026-11-22') from None


def _genotypes(given: dict[str, Any]) -> dict[str, str]:
    """The gene results beside the text: by gene, or a whole report; of a line that is a report itself, its own."""
    value = given.get("genotypes")
    if value is None:
        found = genotypes_of(given) if "text" not in given and is_report(given) else {}
    elif isinstance(value, dict) and all(isinstance(v, str) and k for k, v in value.items()):
        found = value
    else:
        try:
            found = read_genotypes(value) if isinstance(value, str) else genotypes_of(value)
        except KnownError:
            raise KnownError('"genotypes" must be an object of gene names and diplotypes or phenotypes') from None
    return {_storable(k): _storable(v) for k, v in found.items()}
