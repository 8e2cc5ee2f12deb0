"""Which warnings take an option away, and in what words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from core.treatment.model import SafetyItem


class Objection(NamedTuple):
    """Why something is not offered, in both languages."""

    en: str
    zh: str


def objection(
    name: str, against: Iterable[SafetyItem], despite: Collection[str] = (), called: Objection | None = None
) -> Objection | None:
    """Why a drug must not be given, the gravest reason first, or None. `despite` are kinds of warning that do not count
    in this disease; `called` is what the drug is named instead (its class)."""
    grave = sorted((i for i in against if forbids(i, despite)), key=lambda i: i.rank)
    if not grave:
        return None
    said = dict.fromkeys(_said(name, item, called or Objection(name, name)) for item in grave)
    return Objection("; ".join(s.en.rstrip(".") for s in said) + ".", "；".join(s.zh.rstrip("。") for s in said) + "。")


def _said(name: str, item: SafetyItem, called: Objection) -> Objection:
    partners = " + ".join(d for d in item.drugs if d.split(" (")[0] != name)
    both = f"{called.en} with {partners}" if partners else called.en
    both_zh = f"{called.zh}与{partners}" if partners else called.zh
    return Objection(f"{both}: {item.message}", f"{both_zh}：{item.message_zh or item.message}")


def forbids(item: SafetyItem, despite: Collection[str]) -> bool:
    """Does a warning take an option away? A dose can be mended, and old age alone asks for care: who is eighty and in
    status epilepticus is given lorazepam."""
    if item.kind in despite or (item.kind == "dose" and item.severity != "contraindicated"):
        return False
    return item.severity == "contraindicated" or (item.severity == "major" and item.kind != "age")
