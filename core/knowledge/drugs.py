"""Reads the drug name dictionary: every name variant of a drug and its canonical name."""

from __future__ import annotations

import bz2
import io
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple


class DrugName(NamedTuple):
    """A way to write a drug, and the drug."""

    variant: str
    drug: str
    brand: bool


class _PlainData(pickle.Unpickler):
    """Loads built-in containers only: a pickle that wants to import anything is refused."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"the drug dictionary must hold plain data, not {module}.{name}")


def read_drug_names(path: Path) -> Iterator[DrugName]:
    """The variants of all drugs; a variant of several drugs goes to the first."""
    data = _PlainData(io.BytesIO(bz2.decompress(path.read_bytes()))).load()
    about = data["drug_variant_to_variant_data"]
    for variant, drugs in data["drug_variant_to_canonical"].items():
        yield DrugName(variant, drugs[0], bool(about.get(variant, {}).get("is_brand")))
