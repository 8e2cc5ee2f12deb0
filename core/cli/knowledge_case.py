"""`bedside knowledge why` and `compare`: two diseases side by side, on a record or as the entries stand."""

from __future__ import annotations

import argparse
from typing import Any

from core.assess import assess
from core.case.model import Case
from core.cli.cases import read_case
from core.cli.knowledge_names import disease_named
from core.cli.output import show
from core.diagnosis.comparison import Comparison, Difference, compare
from core.diagnosis.model import RankedDisease
from core.knowledge.base import Knowledge, default_knowledge
from core.system.errors import KnownError
from core.units.percent import percent

SHOWN = 12  # so many lines of each table, as text; the JSON has all


def why(options: argparse.Namespace) -> int:
    """Why a disease stands where it does on a record, beside the one that leads (or the runner-up, if it leads)."""
    knowledge = default_knowledge()
    disease = disease_named(knowledge, options.disease).id
    case = read_case(options)
    leading = [line.id for line in assess(case, knowledge, top=2).differential]
    if not leading:
        raise KnownError("the record holds nothing that Bedside can weigh: there is no ranking to explain")
    rival = next(key for key in leading if key != disease)
    asked, other = _explained(case, knowledge, disease, rival)
    comparison = compare(asked, other)
    document = {"asked": _plain(asked), "other": _plain(other), "comparison": comparison.model_dump(mode="json")}
    show(options, document, "\n".join([*_waterfall(asked), "", *_beside(comparison, asked.name, other.name)]))
    return 0


def compare_two(options: argparse.Namespace) -> int:
    """Two diseases side by side: on a record when one is given, as the entries stand when none is."""
    knowledge = default_knowledge()
    first, second = (disease_named(knowledge, name).id for name in (options.first, options.second))
    if first == second:
        raise KnownError("both names mean the same disease: name two")
    if options.file is None:
        comparison = compare(*_explained(Case(id="entries"), knowledge, first, second))
        names = [knowledge.diseases[key].names.en[0] for key in (first, second)]
        shown = {"comparison": comparison.model_dump(mode="json")}
        show(options, shown, "\n".join(_would_decide(comparison, *names)))
        return 0
    one, two = _explained(read_case(options), knowledge, first, second)
    comparison = compare(one, two)
    document = {"first": _plain(one), "second": _plain(two), "comparison": comparison.model_dump(mode="json")}
    show(options, document, "\n".join(_beside(comparison, one.name, two.name)))
    return 0


def _explained(case: Case, knowledge: Knowledge, one: str, two: str) -> tuple[RankedDisease, RankedDisease]:
    found = {d.id: d for d in assess(case, knowledge, asked=(one, two)).asked}
    return found[one], found[two]


def _plain(disease: RankedDisease) -> dict[str, Any]:
    return disease.model_dump(mode="json", by_alias=True)


def _waterfall(disease: RankedDisease) -> list[str]:
    lines = [f"{disease.rank}. {disease.name}: {percent(disease.probability)} ({disease.band})", ""]
    lines.append(_bar("how common it is in such a patient", disease.prior_log10, ""))
    lines += [_bar(e.label, e.weight, e.source) for e in (*disease.supporting, *disease.against)]
    lines.append(_bar("expected but not mentioned", disease.unmentioned_log10, ""))
    lines.append(_bar("log10 odds before scaling to chances", disease.total_log10 or 0.0, ""))
    return lines


def _beside(comparison: Comparison, first: str, second: str) -> list[str]:
    ahead = first if comparison.ahead >= 0 else second
    factor = 10 ** abs(comparison.ahead)
    lines = [f"On this record {ahead} is ahead by a factor of {factor:,.3g} (log10 {abs(comparison.ahead):.2f})."]
    lines += ["", *_table("The record says", comparison.decided, first, second)]
    return [*lines, "", *_would_decide(comparison, first, second)]


def _would_decide(comparison: Comparison, first: str, second: str) -> list[str]:
    return _table("Would tell them apart, if present", comparison.would_decide, first, second)


def _table(title: str, rows: tuple[Difference, ...], first: str, second: str) -> list[str]:
    lines = [f"{title:52}  {first[:24]:>24}  {second[:24]:>24}"]
    lines += [f"{row.label[:52]:52}  {row.first:>+24.2f}  {row.second:>+24.2f}" for row in rows[:SHOWN]]
    return lines


def _bar(label: str, weight: float, source: str) -> str:
    return f"  {label[:56]:56} {weight:>+6.2f}  {source}".rstrip()
