"""The pinned things that are fetched but are not libraries: `packages.toml`, read and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from devtools.places import ROOT

PINS = ROOT / "packages.toml"


@dataclass(frozen=True)
class DataPackage:
    """A published package of which only some files are taken; its code is never installed or run."""

    name: str
    version: str
    sha256: str
    licence: str
    members: tuple[str, ...]

    @property
    def folder_name(self) -> str:
        return f"{self.name}-{self.version}"

    @property
    def requirement(self) -> str:
        """The line that pip fetches it by."""
        return f"{self.name}=={self.version} --hash=sha256:{self.sha256}"


@dataclass(frozen=True)
class Model:
    """A model file inside a data package, and the name that the program reads it under."""

    file: str
    package: str
    member: str
    sha256: str


@dataclass(frozen=True)
class Pins:
    """Everything that `packages.toml` pins."""

    packages: tuple[DataPackage, ...]
    models: tuple[Model, ...]
    training: tuple[DataPackage, ...]  # fetched by what trains alone
    runtime_version: str
    runtime_sha256: str

    def package(self, name: str) -> DataPackage:
        """A data package by its name."""
        return next(package for package in self.packages if package.name == name)


def read(path: Path = PINS) -> Pins:
    """The pins as `packages.toml` has them."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return Pins(
        packages=_packages(raw["package"]),
        models=tuple(Model(**entry) for entry in raw["model"]),
        training=_packages(raw["training"]),
        runtime_version=raw["llama-cpp-python"]["version"],
        runtime_sha256=raw["llama-cpp-python"]["sha256"],
    )


def _packages(entries: Sequence[dict[str, Any]]) -> tuple[DataPackage, ...]:
    return tuple(DataPackage(**{**entry, "members": tuple(entry["members"])}) for entry in entries)
