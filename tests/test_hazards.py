"""Every control in docs/safety/hazards.yaml is proved by a test that exists."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
HAZARDS = yaml.safe_load((ROOT / "docs" / "safety" / "hazards.yaml").read_text(encoding="utf-8"))["hazards"]


@pytest.mark.parametrize("hazard", HAZARDS, ids=[h["id"] for h in HAZARDS])
def test_each_control_names_a_test_that_exists(hazard: dict[str, list[dict[str, str]]]) -> None:
    assert hazard["controls"]
    for control in hazard["controls"]:
        file, name = control["test"].split("::")
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
