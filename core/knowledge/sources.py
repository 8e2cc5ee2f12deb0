"""Reads `resources/knowledge` into checked entries; a broken one is named with file and line."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from core.knowledge.analyte import Analyte, AnalyteFile
from core.knowledge.disease import Disease
from core.knowledge.vocabulary import (
    Department,
    DepartmentFile,
    FindingEntry,
    FindingFile,
    Procedure,
    ProcedureFile,
    SayingsFile,
)

Model = TypeVar("Model", bound=BaseModel)
Part = TypeVar("Part", FindingEntry, Analyte)
BANDS = ("0-4", "5-14", "15-39", "40-64", "65-79", "80+")


class Problem(NamedTuple):
    """One thing wrong with an entry."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class Share(NamedTuple):
    """Encounters per 10,000 in one setting, sex and age band."""

    disease: str
    setting: str
    sex: str
    band: str
    per_10000: float


class Sources(NamedTuple):
    """Everything hand-written, checked entry by entry, with the file each came from."""

    diseases: dict[str, Disease]
    findings: dict[str, FindingEntry]
    analytes: dict[str, Analyte]
    procedures: dict[str, Procedure]
    departments: dict[str, Department]
    shares: tuple[Share, ...]
    files: dict[str, str]
    problems: tuple[Problem, ...]


def read_sources(folder: Path) -> Sources:
    """Read the tree. Never raises for a broken entry: `problems` lists them all."""
    problems: list[Problem] = []
    files: dict[str, str] = {}
    diseases: dict[str, Disease] = {}
    for path in sorted((folder / "diseases").glob("*.yaml")):
        entry = read_entry(path, Disease, problems)
        if entry is None:
            continue
        if entry.id != path.stem:
            problems.append(Problem(path.name, 1, f"id {entry.id} is not the file's name"))
        diseases[entry.id] = entry
        files[entry.id] = path.name
    findings = _by_id(folder / "findings", FindingFile, lambda f: f.findings, files, problems)
    _add_sayings(folder / "sayings", findings, problems)
    analytes = _by_id(folder / "analytes", AnalyteFile, lambda f: f.analytes, files, problems)
    procedures = read_entry(folder / "procedures.yaml", ProcedureFile, problems)
    departments = read_entry(folder / "departments.yaml", DepartmentFile, problems)
    shares = tuple(_read_shares(folder / "shares.csv", problems))
    return Sources(
        diseases,
        findings,
        analytes,
        {p.id: p for p in procedures.procedures} if procedures else {},
        {d.id: d for d in departments.departments} if departments else {},
        shares,
        files,
        tuple(problems),
    )


def _by_id(
    folder: Path,
    model: type[Model],
    parts: Callable[[Model], Iterable[Part]],
    files: dict[str, str],
    problems: list[Problem],
) -> dict[str, Part]:
    """What the lists in a folder hold; `files` is told where each stands."""
    found: dict[str, Part] = {}
    for path in sorted(folder.glob("*.yaml")):
        parsed = read_entry(path, model, problems)
        for part in parts(parsed) if parsed else ():
            if part.id in found:
                problems.append(Problem(path.name, 1, f"{part.id} stands in {files[part.id]} too"))
            found[part.id] = part
            files[part.id] = path.name
    return found


def _add_sayings(folder: Path, findings: dict[str, FindingEntry], problems: list[Problem]) -> None:
    """Give every finding its sayings."""
    for path in sorted(folder.glob("*.yaml")):
        parsed = read_entry(path, SayingsFile, problems)
        for key, forms in (parsed.sayings if parsed else {}).items():
            entry = findings.get(key)
            if entry is None:
                problems.append(Problem(path.name, 1, f"sayings for {key}, which is not in the vocabulary"))
                continue
            new = tuple(dict.fromkeys(form for form in (*entry.sayings, *forms) if form not in entry.names.en))
            findings[key] = entry.model_copy(update={"sayings": new})


def read_entry(path: Path, model: type[Model], problems: list[Problem]) -> Model | None:
    """One file of entries; None where it is broken, which is then said in `problems` with its line."""
    try:
        text = path.read_text(encoding="utf-8")
        data = yaml.load(text, Loader=yaml.CSafeLoader)
    except OSError as error:
        problems.append(Problem(path.name, 1, f"cannot be read: {error.strerror}"))
        return None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problems.append(Problem(path.name, line, f"not YAML: {error.problem}"))
        return None
    try:
        return model.model_validate(data)
    except ValidationError as error:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
        for detail in error.errors():
            where = ".".join(str(part) for part in detail["loc"])
            problems.append(Problem(path.name, _line(root, detail["loc"]), f"{where}: {detail['msg']}"))
        return None


def _line(node: yaml.Node | None, place: Sequence[int | str]) -> int:
    """The line of the innermost node that a validation error's place leads to."""
    line = 1
    for part in place:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
        else:
            break
        if node is None:
            break
        line = node.start_mark.line + 1
    return line


def _read_shares(path: Path, problems: list[Problem]) -> Iterator[Share]:
    if not path.is_file():
        problems.append(Problem(path.name, 1, "missing"))
        return
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), 2):
            try:
                for band in BANDS:
                    yield Share(row["disease"], row["setting"], row["sex"], band, float(row[band]))
            except (KeyError, TypeError, ValueError):
                problems.append(
                    Problem(path.name, number, f"needs disease, setting, sex and numbers for {', '.join(BANDS)}")
                )
