"""Somebody who mistypes a name is told what was probably meant."""

from __future__ import annotations

import pytest

from core.cli.near_names import MOST, near_names

NAMES = [
    ("heart", "HEART score"),
    ("heart", "heart"),
    ("wells-pe", "Wells' criteria for PE"),
    ("child-pugh", "Child-Pugh score"),
    ("acute-appendicitis", "appendicitis"),
    ("osteomyelitis", "discitis"),
    ("stroke", "卒中"),
]


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        ("haert", ["heart"]),
        ("wels", ["wells-pe"]),
        ("childpugh score", ["child-pugh"]),
        ("Apendicitis", ["acute-appendicitis"]),
        ("child", ["child-pugh"]),
        ("卒", []),
        ("xyzzy", []),
        ("  ", []),
    ],
)
def test_what_was_meant(asked: str, keys: list[str]) -> None:
    assert list(near_names(asked, NAMES)) == keys


def test_the_nearest_come_first_and_few_of_them() -> None:
    many = [(f"heart{n}", f"heart score {n}") for n in range(9)]
    found = near_names("heart score 3", many)
    assert next(iter(found)) == "heart3"
    assert len(found) == MOST
