"""Reads `resources/knowledge/drugs` into checked entries, and finds what does not fit together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from core.knowledge.pharmacy import ClassFile, Drug, DrugClass, DrugFile, Product, ProductFile
from core.knowledge.pharmacy_patient import AllergyFile, AllergyGroup, Condition, ConditionFile
from core.knowledge.pharmacy_regimens import Regimen, RegimenFile
from core.knowledge.pharmacy_risks import ComplicationFile, EffectFile, EffectRisk, ProcedureFile, ProcedureRisk
from core.knowledge.pharmacy_rules import InteractionFile, InteractionRule
from core.knowledge.sources import Problem, read_entry

Model = TypeVar("Model", bound=BaseModel)
Part = TypeVar("Part")


class Pharmacy(NamedTuple):
    """All drug knowledge that was written by hand, by id, and what is wrong with it."""

    drugs: dict[str, Drug]
    classes: dict[str, DrugClass]
    products: tuple[Product, ...]
    conditions: dict[str, Condition]
    allergies: dict[str, AllergyGroup]
    regimens: tuple[Regimen, ...]
    interactions: dict[str, InteractionRule]
    effects: dict[str, EffectRisk]
    procedures: dict[str, ProcedureRisk]
    complications: dict[str, str]
    problems: tuple[Problem, ...]


def read_pharmacy(folder: Path) -> Pharmacy:
    """Read the tree. Never raises for a broken entry: `problems` lists them all."""
    problems: list[Problem] = []
    return Pharmacy(
        _by_id(folder / "entries", DrugFile, lambda f: f.drugs, problems),
        _by_id(folder / "classes", ClassFile, lambda f: f.classes, problems),
        tuple(p for _, p in _parts(folder / "products", ProductFile, lambda f: f.products, problems)),
        _by_id(folder / "conditions", ConditionFile, lambda f: f.conditions, problems),
        _by_id(folder / "allergies", AllergyFile, lambda f: f.groups, problems),
        tuple(r for _, r in _parts(folder / "regimens", RegimenFile, lambda f: f.regimens, problems)),
        _by_id(folder / "interactions", InteractionFile, lambda f: f.rules, problems),
        _by_id(folder / "effects", EffectFile, lambda f: f.effects, problems),
        _by_id(folder / "procedures", ProcedureFile, lambda f: f.procedures, problems),
        dict(
            pair for _, pair in _parts(folder / "complications", ComplicationFile, lambda f: f.words.items(), problems)
        ),
        tuple(problems),
    )


def _parts(
    folder: Path, model: type[Model], parts: Callable[[Model], Iterable[Part]], problems: list[Problem]
) -> Iterator[tuple[str, Part]]:
    for path in sorted(folder.glob("*.yaml")):
        parsed = read_entry(path, model, problems)
        for part in parts(parsed) if parsed else ():
            yield path.name, part


def _by_id(
    folder: Path, model: type[Model], parts: Callable[[Model], Iterable[Any]], problems: list[Problem]
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for file, part in _parts(folder, model, parts, problems):
        if part.id in found:
            problems.append(Problem(file, 1, f"{part.id} stands in this folder twice"))
        found[part.id] = part
    return found
