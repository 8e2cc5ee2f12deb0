"""Gene results out of text in lines: genes and results, PharmCAT's TSV, and variants by their rs number or as VCF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.case.readers.gene_reports import is_called, with_score
from core.system.errors import KnownError

_HEADER = re.compile(r"^(?:gene|symbol|基因)\b", re.IGNORECASE)
_SEPARATORS = re.compile(r"\t|\s*[|,，=：]\s*|:(?=\s)|\s{2,}")
_RULE = re.compile(r"^[\s|:+-]*$")
_RS = re.compile(r"^rs\d{2,12}$", re.IGNORECASE)
_BASES = re.compile(r"^(?P<one>[ACGT])\s?[/|]?\s?(?P<two>[ACGT])$", re.IGNORECASE)
# The columns of PharmCAT's TSV; those that its advice rests on come first.
_DIPLOTYPES = ("recommendation lookup diplotype", "source diplotype", "diplotype")
_PHENOTYPES = ("recommendation lookup phenotype", "phenotype")
_SCORES = ("recommendation lookup activity score", "activity score")
# The variants that a result can rest on, and their genes (dbSNP).
_GENES = {
    "CYP2B6": "rs3745274 rs28399499", "CYP2C9": "rs1799853 rs1057910 rs7900194 rs28371685",
    "CYP2C19": "rs4244285 rs4986893 rs12248560", "CYP2D6": "rs3892097 rs28371725", "CYP3A5": "rs776746 rs10264272",
    "CYP4F2": "rs2108622", "DPYD": "rs3918290 rs55886062 rs67376798 rs56038477 rs75017182", "F5": "rs6025",
    "IFNL3": "rs12979860 rs8099917", "NUDT15": "rs116855232", "SLCO1B1": "rs4149056", "ABCG2": "rs2231142",
    "TPMT": "rs1142345 rs1800460", "UGT1A1": "rs4148323 rs887829", "VKORC1": "rs9923231 rs9934438",
}  # fmt: skip
_GENE_OF = {rs: gene for gene, numbers in _GENES.items() for rs in numbers.split()}
_SEVERAL = "the file holds the results of several people: give those of this patient alone"


def results_in_lines(text: str) -> Iterator[tuple[str, str]]:
    """The genes and their results. Raises KnownError where they are of several people."""
    lines = [line for line in text.splitlines() if line.strip()]
    variants = list(_of_vcf(lines) if any(line.startswith("#CHROM") for line in lines) else _of_variants(lines))
    if variants:
        yield from _by_gene(variants)
        return
    head = next((i for i, line in enumerate(lines) if _is_pharmcat_head(line)), None)
    yield from _of_pharmcat(lines[head:]) if head is not None else _of_genes(lines)


def _is_pharmcat_head(line: str) -> bool:
    cells = [cell.strip().lower() for cell in line.split("\t")]
    return "gene" in cells and any(name in cells for name in _DIPLOTYPES) and "phenotype" in cells


def _of_pharmcat(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    columns = {cell.strip().lower(): i for i, cell in enumerate(lines[0].split("\t"))}
    rows = [line.split("\t") for line in lines[1:]]

    def cell(row: Sequence[str], names: Sequence[str]) -> str:
        said = (row[columns[name]].strip() for name in names if name in columns and columns[name] < len(row))
        return next((value for value in said if value and is_called(value)), "")

    if len({cell(row, ("sample id", "sample")) for row in rows}) > 1:
        raise KnownError(_SEVERAL)
    found: dict[str, list[str]] = {}
    for row in rows:
        phenotype = cell(row, _PHENOTYPES)
        result = with_score(phenotype, cell(row, _SCORES)) if phenotype else cell(row, _DIPLOTYPES)
        if (gene := cell(row, ("gene",))) and result:
            found.setdefault(gene, []).append(result)
    for gene, results in found.items():
        yield gene, " or ".join(dict.fromkeys(results))


def _of_genes(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        plain = line.strip().strip("|").strip()
        if line.lstrip().startswith("#") or _RULE.match(line) or _HEADER.match(plain):
            continue
        cells = [cell.strip() for cell in _SEPARATORS.split(plain, maxsplit=1)]
        if len(cells) < 2 and len(parts := plain.split(maxsplit=1)) == 2:
            cells = parts
        if len(cells) == 2 and all(cells):
            result = " ".join(re.split(r"\t|\s\|\s", cells[1])[0].split())
            if is_called(result):
                yield cells[0], result


def _of_variants(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Rows with an rs number and two bases in any columns: "rs4244285 GA", "rs4244285,10,94781859,G/A"."""
    for line in lines:
        if line.startswith("#"):
            continue
        cells = [cell.strip().strip('"') for cell in re.split(r"[\t,;|]|\s+(?![/|])", line.strip()) if cell.strip()]
        name = next((cell.lower() for cell in cells if _RS.match(cell)), None)
        if name is None:
            continue
        pair = next((match for cell in cells[::-1] if (match := _BASES.match(cell))), None)
        single = [cell.upper() for cell in cells[-2:] if re.fullmatch(r"[ACGTacgt]", cell)]
        bases = pair.group("one", "two") if pair else single if len(single) == 2 else None
        if bases:
            yield name, f"{bases[0].upper()}/{bases[1].upper()}"


def _of_vcf(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        cells = line.split("\t") if "\t" in line else line.split()
        if line.startswith("#CHROM") and len(cells) > 10:
            raise KnownError(_SEVERAL)
        if line.startswith("#") or len(cells) < 10:
            continue
        bases = [cells[3], *cells[4].split(",")]
        called = dict(zip(cells[8].split(":"), cells[9].split(":"), strict=False)).get("GT", "")
        places = re.split(r"[/|]", called)
        passed = cells[6] in (".", "PASS", "")
        if passed and len(places) == 2 and all(place.isdigit() and int(place) < len(bases) for place in places):
            pair = [bases[int(place)].upper() for place in places]
            for name in cells[2].lower().split(";"):
                if _RS.match(name) and all(re.fullmatch("[ACGT]", base) for base in pair):
                    yield name, "/".join(pair)


def _by_gene(variants: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The variants of each gene as one result; of a variant that is listed twice, differently, none."""
    called: dict[str, set[str]] = {}
    for name, pair in variants:
        called.setdefault(name, set()).add(pair)
    found: dict[str, list[str]] = {}
    for name, pairs in called.items():
        if name in _GENE_OF and len(pairs) == 1:
            found.setdefault(_GENE_OF[name], []).append(f"{name} {next(iter(pairs))}")
    for gene, results in found.items():
        yield gene, "; ".join(results)
