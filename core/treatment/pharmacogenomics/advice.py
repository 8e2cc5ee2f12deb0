"""What the patient's genes mean for the drugs: the recommendation of the guideline, drug by drug."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.knowledge.pgx_base import AdviceRow, GeneBase
from core.knowledge.pharmacy_rules import Severity
from core.treatment.model import SafetyItem
from core.treatment.outcome import Outcome
from core.treatment.pharmacogenomics.phenoconversion import conversions, strong_inhibitors
from core.treatment.pharmacogenomics.phenotype import read_results
from core.treatment.pharmacogenomics.results import Phenotype
from core.treatment.prescribed import Prescribed

# How grave an advice is where the guideline's table does not say: not the drug at all, another one, another dose.
_SEVERITY: dict[str, Severity] = {
    "avoid": "major",
    "alternative": "major",
    "reduce": "moderate",
    "increase": "moderate",
    "standard": "information",
    "indeterminate": "information",
}
# What the message says of the drug; what to do stands in the guideline's own words beside it.
_MEANS: dict[str, tuple[str, str]] = {
    "avoid": ("speaks against {}", "提示不宜使用{}"),
    "alternative": ("speaks for another drug than {}", "提示宜换用{}以外的药物"),
    "reduce": ("speaks for a lower dose of {}", "提示{}宜减量"),
    "increase": ("speaks for a higher dose of {}", "提示{}宜加量"),
    "standard": ("leaves {} as usual", "{}可按常规使用"),
    "indeterminate": ("does not settle how to use {}", "不能确定{}如何使用"),
}
_ZH = {
    "avoid": "指南建议避免使用该药。",
    "alternative": "指南建议换用其他药物。",
    "reduce": "指南建议降低剂量。",
    "increase": "指南建议提高剂量。",
    "standard": "按常规剂量使用。",
    "indeterminate": "该基因型尚无明确建议。",
}
_INDETERMINATE = "indeterminate"
# What a table writes for a gene whose result is not there, or says nothing.
_UNKNOWN = ("none", _INDETERMINATE)
_NOT_SETTLED = AdviceRow(
    conditions={},
    say="No recommendation: what this result does to the enzyme is not known. Treat as if nobody had tested the gene.",
    say_zh="无建议：该结果对酶功能的影响不明，按未检测处理。",
    advice="indeterminate",
    severity=None,
    strength="none",
    basis="expert-estimate",
    source="expert estimate",
)


def judge_genes(drugs: Sequence[Prescribed], genotypes: Mapping[str, str], genes: GeneBase) -> Outcome:
    """One item for each drug that the patient's genotypes speak of; drugs whose genes nobody has tested, and results
    that the tables do not know, are named as not judged."""
    known, unknown = read_results(genotypes, genes)
    unread = list(unknown)
    items: list[SafetyItem] = []
    looked_at: list[str] = []
    untested: list[str] = []
    inhibitors = strong_inhibitors(drugs)
    for drug in {d.name: d for d in drugs if d.recognised}.values():
        rows = genes.advice(drug.name)
        asked = sorted({gene for row in rows for gene in row.conditions})
        tested = [gene for gene in asked if gene in known]
        if asked and not genotypes:
            untested.append(drug.shown)
            continue
        if asked and not tested:
            unread.append(f"{drug.shown}: no result for {', '.join(asked)}")
            continue
        row = _fitting(rows, known)
        if row is not None:
            looked_at.append(drug.shown)
            because = [known[gene] for gene in row.conditions if gene in known]
            items.append(_item(drug, row, because, conversions(drug.name, inhibitors, because)))
        elif tested:
            items += _unsettled(drug, [known[gene] for gene in tested])
            unread.append(f"{drug.shown}: no recommendation for {', '.join(known[g].shown for g in tested)}")
        else:
            looked_at.append(drug.shown)
    if untested:
        unread.append(f"no genotype is known; one would matter for {', '.join(untested)}")
    return Outcome(tuple(items), tuple(looked_at), tuple(unread))


def _unsettled(drug: Prescribed, tested: Sequence[Phenotype]) -> list[SafetyItem]:
    """What is said where a result is there and nobody can tell what it means: an allele of unknown function."""
    return [_item(drug, _NOT_SETTLED, tested, ())] if all(_INDETERMINATE in p.held for p in tested) else []


def _fitting(rows: Sequence[AdviceRow], known: Mapping[str, Phenotype]) -> AdviceRow | None:
    """The first row all of whose genes are as it asks; failing that, one that says what holds where the others are not
    tested, or cannot be determined."""
    exact = (row for row in rows if all(_fits(row, gene, known) for gene in row.conditions))
    open_ones = (
        row
        for unknown in _UNKNOWN
        for row in rows
        if any(gene in known for gene in row.conditions)
        and all(
            _fits(row, gene, known) if gene in known else unknown in row.conditions[gene].phenotypes
            for gene in row.conditions
        )
    )
    return next(exact, None) or next(open_ones, None)


def _fits(row: AdviceRow, gene: str, known: Mapping[str, Phenotype]) -> bool:
    if gene not in known:
        return False
    wanted, has = row.conditions[gene], known[gene]
    if not wanted.phenotypes.intersection(has.names):
        return False
    if wanted.score is None:
        return True
    return has.score is not None and wanted.score[0] <= has.score[0] and has.score[1] <= wanted.score[1]


def _item(
    drug: Prescribed, row: AdviceRow, because: Sequence[Phenotype], converted: Sequence[tuple[str, str]]
) -> SafetyItem:
    severity = row.severity or _SEVERITY[row.advice]
    say_zh = row.say_zh or _ZH[row.advice]
    means, means_zh = _MEANS[row.advice]
    said, said_zh = [en for en, _ in converted], [zh for _, zh in converted]
    spans = ((drug.start, drug.end),) if drug.start is not None and drug.end is not None else ()
    return SafetyItem(
        kind="pharmacogenomic",
        severity=severity,
        interruptive=severity == "contraindicated",
        drugs=(drug.shown,),
        message=" ".join((f"{'; '.join(p.shown for p in because)} {means.format(drug.name)}.", *said)),
        message_zh=f"{'；'.join(p.shown_zh for p in because)}，{means_zh.format(drug.name)}。{''.join(said_zh)}",
        action=row.say,
        action_zh=say_zh,
        source=row.source,
        basis=row.basis,
        action_class=row.advice,
        spans=spans,
    )
