"""`bedside knowledge show|why|compare|lint|stats`."""

from __future__ import annotations

import argparse

from core.cli.cases import add_case
from core.cli.knowledge_case import compare_two, why
from core.cli.knowledge_names import find_disease, find_finding, not_there
from core.cli.output import add_json, show
from core.cli.values import plain
from core.knowledge.base import Knowledge, default_knowledge
from core.knowledge.disease import Disease
from core.knowledge.lint import lint, unused
from core.knowledge.sources import read_sources
from core.knowledge.statistics import statistics
from core.knowledge.vocabulary import FindingEntry
from core.system.errors import KnownError
from core.system.folders import resources


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the verb."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    one = actions.add_parser("show", help="an entry by id or name")
    one.add_argument("name", nargs="+", type=plain, metavar="NAME")
    add_json(one, _show)
    reasons = actions.add_parser(
        "why", help="why a disease stands where it does on a record, beside the one that leads"
    )
    add_case(reasons)
    reasons.add_argument("disease", type=plain, metavar="DISEASE", help="an id or a name (in quotation marks)")
    add_json(reasons, why)
    two = actions.add_parser("compare", help="two diseases side by side, on a record if one is given")
    two.add_argument("first", type=plain, metavar="DISEASE")
    two.add_argument("second", type=plain, metavar="DISEASE")
    two.add_argument("file", nargs="?", metavar="FILE", help="the record; - for standard input")
    add_json(two, compare_two)
    check = actions.add_parser("lint", help="check the entries in resources/knowledge")
    add_json(check, _lint)
    numbers = actions.add_parser("stats", help="what the knowledge base holds, in numbers")
    add_json(numbers, _stats)


def _show(options: argparse.Namespace) -> int:
    knowledge = default_knowledge()
    asked = " ".join(options.name)
    disease = find_disease(knowledge, asked)
    if disease is not None:
        show(options, disease.model_dump(mode="json"), _disease_text(knowledge, disease))
        return 0
    finding = find_finding(knowledge, asked)
    if finding is not None:
        show(options, finding.model_dump(mode="json"), _finding_text(knowledge, finding))
        return 0
    raise not_there(knowledge, asked)


def _disease_text(knowledge: Knowledge, disease: Disease) -> str:
    lines = [
        f"{disease.names.en[0]}  {' · '.join(disease.names.zh[:1])}",
        disease.summary.en,
        f"urgency {disease.urgency}, harm if missed {disease.harm_if_missed}, {', '.join(disease.icd10cm)}",
        "",
        "finding                                             present  absent  basis",
    ]
    rows = sorted((w for w in knowledge.weights if w.disease == disease.id), key=lambda w: -w.present)
    for row in rows:
        numbers = f"{row.present:+6.2f}  {row.absent:+6.2f}"
        lines.append(f"{knowledge.label(row.term).en[:50]:50}  {numbers}  {row.basis} {row.source}".rstrip())
    lines += ["", "Management"] + [f"- {m.do.en} ({m.source or m.basis})" for m in disease.management]
    by = disease.review
    readers = f"second reader {by.second_reader}, clinician {by.clinician}"
    lines += ["", f"Written by {by.author}, {readers}, to be reviewed by {by.due}"]
    return "\n".join(lines)


def _finding_text(knowledge: Knowledge, finding: FindingEntry) -> str:
    speaks = sorted((w for w in knowledge.weights if w.term == finding.id), key=lambda w: -w.present)
    lines = [f"{finding.id}  {knowledge.label(finding.id).en}  {knowledge.label(finding.id).zh or ''}"]
    lines.append(
        f"{finding.kind}, background {finding.background:g}; names: {', '.join(finding.names.en + finding.names.zh)}"
    )
    lines += [f"  {w.disease:45} {w.present:+6.2f} {w.absent:+6.2f}  {w.basis}" for w in speaks]
    return "\n".join(lines)


def _lint(options: argparse.Namespace) -> int:
    sources = read_sources(resources() / "knowledge")
    problems = lint(sources)
    document = {
        "diseases": len(sources.diseases),
        "findings": len(sources.findings),
        "analytes": len(sources.analytes),
        "unused_findings": unused(sources),
        "problems": [p._asdict() for p in problems],
    }
    counted = f"{len(sources.diseases)} diseases, {len(sources.findings)} findings, {len(sources.analytes)} analytes: "
    show(
        options,
        document,
        "\n".join([*map(str, problems), counted + (f"{len(problems)} problems" if problems else "no problem")]),
    )
    if problems:
        raise KnownError(f"the entries have {len(problems)} problems: correct what is listed and check again")
    return 0


def _stats(options: argparse.Namespace) -> int:
    found = statistics(default_knowledge())
    sizes, bases = found.findings_per_disease, found.weights_by_basis
    lines = [
        f"{found.diseases} diseases, {found.findings} findings of our own vocabulary, {found.analytes} analytes",
        f"{found.weights} weights: " + ", ".join(f"{count} {basis}" for basis, count in bases.items()),
        f"findings a disease: {sizes['least']:g} to {sizes['most']:g}, median {sizes['median']:g}",
        "urgency: " + ", ".join(f"{count} {level}" for level, count in found.diseases_by_urgency.items()),
        f"not yet read by a clinician: {found.not_read_by_a_clinician} of {found.diseases}",
    ]
    lines += [
        f"pack {name}: version {p['version']}, to be reviewed by {p['review_by']}" for name, p in found.packs.items()
    ]
    show(options, found.model_dump(mode="json"), "\n".join(lines))
    return 0
