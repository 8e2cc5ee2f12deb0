"""Checks of the knowledge as a whole: gaps, contradictions, orphans, implausible numbers."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator

from core.knowledge.disease import Disease
from core.knowledge.sources import BANDS, Problem, Sources, read_sources
from core.knowledge.words import stems
from core.system.folders import resources


def lint(sources: Sources) -> list[Problem]:
    """Every problem of the tree, in file order; an empty list is the only pass."""
    problems = list(sources.problems)
    problems += _vocabulary(sources)
    problems += _analytes(sources)
    for disease in sources.diseases.values():
        file = sources.files[disease.id]
        problems += [Problem(file, 1, message) for message in _disease(disease, sources)]
    problems += _disease_names(sources)
    problems += _shares(sources)
    return sorted(problems)


def unused(sources: Sources) -> list[str]:
    """Findings that no disease, analyte or more special finding uses: recognised in a record, but weighing nothing."""
    used = {w.id for d in sources.diseases.values() for w in d.findings}
    used |= {f for a in sources.analytes.values() for kind in a.findings.model_dump().values() for f in kind}
    used |= {p for f in sources.findings.values() for p in f.parents}
    return sorted(set(sources.findings) - used)


def _vocabulary(sources: Sources) -> Iterator[Problem]:
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for finding in sources.findings.values():
        file = sources.files[finding.id]
        if finding.id.startswith("BD:") and not finding.names.en:
            yield Problem(file, 1, f"{finding.id} has no English name")
        if not finding.names.zh:
            yield Problem(file, 1, f"{finding.id} has no Chinese name")
        for parent in (*finding.parents, *finding.family_of, *finding.past_of):
            if parent.startswith("BD:") and parent not in sources.findings:
                yield Problem(file, 1, f"{finding.id} points to unknown {parent}")
        if finding.by and finding.by not in sources.procedures:
            yield Problem(file, 1, f"{finding.id} is settled by unknown procedure {finding.by}")
        for name in (*finding.names.en, *finding.sayings):
            if not any(any(c.isalpha() for c in stem) for stem in stems(name)):
                yield Problem(file, 1, f"{finding.id}: the name {name!r} has no content word")
            owners[tuple(sorted(stems(name)))].add(finding.id)
        for name in finding.names.zh:
            owners[(name,)].add(finding.id)
    for key, ids in owners.items():
        if len(ids) > 1:
            yield Problem("findings", 1, f"the name {' '.join(key)!r} belongs to {', '.join(sorted(ids))}")


def _analytes(sources: Sources) -> Iterator[Problem]:
    owners: dict[str, list[str]] = defaultdict(list)
    for analyte in sources.analytes.values():
        file = sources.files[analyte.id]
        for ids in analyte.findings.model_dump().values():
            for finding in ids:
                if finding not in sources.findings:
                    yield Problem(file, 1, f"{analyte.id} stands for unknown finding {finding}")
        for unit in analyte.assumed_units:
            if unit not in analyte.units:
                yield Problem(file, 1, f"{analyte.id} assumes unit {unit}, which it does not define")
        if analyte.units.get(analyte.unit) != 1:
            yield Problem(file, 1, f"{analyte.id}: the canonical unit {analyte.unit} must stand in units with factor 1")
        for name in (*analyte.names.en, *analyte.names.zh):
            owners[name].append(analyte.id)
    for name, ids in owners.items():
        if len(ids) > 1:
            yield Problem("analytes", 1, f"the name {name!r} belongs to {', '.join(ids)}")


def _disease(disease: Disease, sources: Sources) -> Iterator[str]:
    named = [w.id for w in disease.findings]
    for group in (disease.red_flags, disease.opened_by, disease.closed_by, *(c.findings for c in disease.combinations)):
        named.extend(group)
    for finding in sorted(set(named)):
        if finding not in sources.findings:
            yield f"finding {finding} is not in the vocabulary"
    for weight in disease.findings:
        entry = sources.findings.get(weight.id)
        if entry and weight.specificity is None and (weight.sensitivity or 1) < entry.background:
            yield (
                f"{weight.id}: a sensitivity of {weight.sensitivity:g} below the background of {entry.background:g} "
                "speaks against the disease: say lr_present"
            )
        if weight.specificity is not None and weight.sensitivity is not None and entry:
            ratio = weight.sensitivity / (1 - weight.specificity)
            if ratio > 300:
                yield f"{weight.id}: a likelihood ratio of {ratio:.0f} is implausible"
    if not disease.names.en or not disease.names.zh:
        yield "needs English and Chinese names"
    for slug in disease.department:
        if slug not in sources.departments:
            yield f"unknown department {slug}"
    for step in disease.next:
        if step.procedure not in sources.procedures:
            yield f"unknown procedure {step.procedure}"
    for other in (*disease.mimics, *disease.leads_to):
        if other == disease.id:
            yield "is its own mimic or complication"
        elif other not in sources.diseases:
            yield f"names {other}, which is no entry"
    speaking_against = sum(1 for w in disease.findings if (w.lr_present or 1) < 1)
    if not speaking_against:
        yield "no finding speaks against it when present"
    if not any(share.disease == disease.id for share in sources.shares):
        yield "has no rows in shares.csv"


def _disease_names(sources: Sources) -> Iterator[Problem]:
    """A name that two diseases bear names neither."""
    owners: dict[str, list[str]] = defaultdict(list)
    for disease in sources.diseases.values():
        for name in {n.casefold() for n in (*disease.names.en, *disease.names.zh)}:
            owners[name].append(disease.id)
    for name, ids in owners.items():
        if len(ids) > 1:
            yield Problem("diseases", 1, f"the name {name!r} belongs to {', '.join(ids)}")


def _shares(sources: Sources) -> Iterator[Problem]:
    totals: Counter[tuple[str, str, str]] = Counter()
    for share in sources.shares:
        totals[(share.setting, share.sex, share.band)] += share.per_10000  # type: ignore[assignment]
        if sources.diseases and share.disease not in sources.diseases and len(sources.diseases) >= 40:
            yield Problem("shares.csv", 1, f"unknown disease {share.disease}")
    for (setting, sex, band), total in totals.items():
        if total > 9000:
            yield Problem(
                "shares.csv", 1, f"{setting}, {sex}, {band}: {total:.0f} of 10,000 leaves no room for anything else"
            )
    assert all(share.band in BANDS for share in sources.shares)


def main() -> int:
    """Print what is wrong; exit status 1 when anything is."""
    sources = read_sources(resources() / "knowledge")
    problems = lint(sources)
    for problem in problems:
        print(problem)
    counted = f"{len(sources.diseases)} diseases, {len(sources.findings)} findings, {len(sources.analytes)} analytes"
    print(f"{counted}, {len(unused(sources))} findings that nothing weighs yet, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
