"""Gene results in files of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.case.readers import genotypes, read_bytes, read_json_line
from core.case.readers.genotypes import read_genotype_file, read_genotypes
from core.system.errors import KnownError


def _gene(
    label: str, *phenotypes: str, score: str | None = None, key: str = "recommendationDiplotypes"
) -> dict[str, object]:
    return {key: [{"label": label, "phenotypes": list(phenotypes), "activityScore": score}]}


def test_a_table_of_genes_and_results() -> None:
    text = "Gene\tResult\n# note\nCYP2C19\t*2/*2\tPM\n\nHLA-B*57:01: positive\nCYP2D6 *1/*4\nVKORC1,-1639AA\nlone\n"
    assert read_genotypes(text) == {
        "CYP2C19": "*2/*2", "HLA-B*57:01": "positive", "CYP2D6": "*1/*4", "VKORC1": "-1639AA"
    }  # fmt: skip


def test_a_pharmcat_report_by_source() -> None:
    report = {
        "genes": {
            "CPIC": {
                "CYP2D6": _gene("*1/*4", "Intermediate Metabolizer", score="1.0"),
                "HLA-B": _gene("*15:02/*57:01", "*15:02 positive", "*57:01 positive", key="sourceDiplotypes"),
                "NAT2": _gene("*4/*5"),
                "G6PD": _gene("Unknown/Unknown", "n/a"),
                "RYR1": None,
                "TPMT": _gene("Unknown"),
            },
            "DPWG": {"CYP2D6": _gene("*1/*4", "Normal Metabolizer"), "CYP3A4": _gene("*1/*1", "Normal Metabolizer")},
        }
    }
    assert read_genotypes(json.dumps(report)) == {
        "CYP2D6": "Intermediate Metabolizer (activity score 1.0)",
        "HLA-B": "*15:02 positive; *57:01 positive",
        "NAT2": "*4/*5",
        "CYP3A4": "Normal Metabolizer",
    }


def test_a_report_without_sources_and_a_plain_object() -> None:
    assert read_genotypes(json.dumps({"genes": {"TPMT": _gene("*1/*3A", "Intermediate Metabolizer")}})) == {
        "TPMT": "Intermediate Metabolizer"
    }
    assert read_genotypes('\ufeff{"CYP2C19": "*1/*2"}') == {"CYP2C19": "*1/*2"}


@pytest.mark.parametrize("text", ["", "nothing", "{}", '{"genes": []}', "{broken", '{"genes": {"TPMT": 3}}'])
def test_what_holds_no_genes_is_said_in_one_sentence(text: str) -> None:
    with pytest.raises(KnownError, match="genotypes"):
        read_genotypes(text)


def test_too_many_genes() -> None:
    with pytest.raises(KnownError, match="more than 500 genes"):
        read_genotypes("\n".join(f"GENE{n}\t*1/*1" for n in range(501)))


def test_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "genes.tsv"
    path.write_text("CYP2C19\t*1/*2\n", encoding="utf-8")
    assert read_genotype_file(path) == {"CYP2C19": "*1/*2"}
    with pytest.raises(KnownError, match="cannot be read"):
        read_genotype_file(tmp_path / "absent")
    monkeypatch.setattr(genotypes, "MAX_FILE", 3)
    with pytest.raises(KnownError, match="larger"):
        read_genotype_file(path)


def test_phenotypes_by_source_and_matches_in_a_list() -> None:
    phenotypes = {"geneReports": {"CPIC": {"CYP2C9": _gene("*1/*3", "Intermediate Metabolizer", score="1.0")}}}
    assert read_genotypes(json.dumps(phenotypes)) == {"CYP2C9": "Intermediate Metabolizer (activity score 1.0)"}
    matches = {
        "metadata": {},
        "results": [
            {"gene": "CYP2C19", "diplotypes": [{"name": "*1/*2"}, {"name": "*2/*38"}]},
            {"gene": "TPMT", "diplotypes": [{"name": "*1/*1"}]},
            {"gene": "UGT1A1", "diplotypes": []},
        ],
    }
    assert read_genotypes(json.dumps(matches)) == {"CYP2C19": "*1/*2 or *2/*38", "TPMT": "*1/*1"}


def test_a_list_of_genes_and_their_results() -> None:
    listed = [
        {"gene": "CYP2D6", "diplotype": "*4/*4", "phenotype": "Poor Metabolizer", "activity_score": 0},
        {"gene": "HLA-B", "allele": "*57:01", "result": "positive"},
        {"symbol": "CYP2C19", "genotype": "*1/*17"},
        {"gene": "DPYD", "result": "not called"},
        "CYP3A5",
    ]
    expected = {
        "CYP2D6": "Poor Metabolizer (activity score 0)", "HLA-B*57:01": "positive", "CYP2C19": "*1/*17"
    }  # fmt: skip
    assert read_genotypes(json.dumps(listed)) == read_genotypes(json.dumps({"genotypes": listed})) == expected


def test_the_table_that_pharmcat_writes() -> None:
    rows = [
        "PharmCAT v3",
        "Gene\tSource Diplotype\tPhenotype\tActivity Score\tRecommendation Lookup Phenotype",
        "CYP2D6\t*1/*3\tIntermediate Metabolizer\t1.0\tIntermediate Metabolizer",
        "CYP4F2\t*1/*3\t\t\t",
        "G6PD\tUnknown/Unknown\tn/a\t\t",
    ]
    assert read_genotypes("\n".join(rows)) == {
        "CYP2D6": "Intermediate Metabolizer (activity score 1.0)", "CYP4F2": "*1/*3"
    }  # fmt: skip
    several = ["Sample ID\tGene\tSource Diplotype\tPhenotype", "a\tTPMT\t*1/*1\t", "b\tTPMT\t*1/*3A\t"]
    with pytest.raises(KnownError, match="several people"):
        read_genotypes("\n".join(several))


@pytest.mark.parametrize(
    "text",
    [
        "rsid\tgenotype\nrs4244285\tGA\nrs12248560\tCT\nrs9923231\tT/T\nrs6025\t--\nrs1\tAA",
        "rsid,chromosome,position,genotype\nrs4244285,10,94781859,AG\nrs12248560,10,94761900,C/T\nrs9923231,16,31096368,TT",
        "# made by a chip\nrs4244285 10 94781859 G A\nrs12248560 10 94761900 C T\nrs9923231 16 31096368 T T",
        "| rs4244285 | G/A |\n|---|---|\n| rs12248560 | C/T |\n| rs9923231 | T/T |",
        '"rs4244285";"G|A"\n"rs12248560";"C|T"\n"rs9923231";"T|T"',
    ],
)
def test_variants_by_their_number(text: str) -> None:
    found = {gene: result.replace("A/G", "G/A") for gene, result in read_genotypes(text).items()}
    assert found == {"CYP2C19": "rs4244285 G/A; rs12248560 C/T", "VKORC1": "rs9923231 T/T"}


def test_a_variant_listed_twice_and_differently_is_no_result() -> None:
    assert read_genotypes("rs4244285 GA\nrs4244285 GG\nrs1799853 CT") == {"CYP2C9": "rs1799853 C/T"}


def test_a_vcf() -> None:
    head = "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1"
    rows = [
        "chr10\t94781859\trs4244285\tG\tA\t.\tPASS\t.\tGT:DP\t0/1:30",
        "chr10\t94780653\trs4986893\tG\tA\t.\tLowQual\t.\tGT\t1/1",
        "chr16\t31096368\trs9923231\tC\tT\t.\tPASS\t.\tGT\t1|1",
        "chr2\t233760233\trs3064744\tCAT\tC\t.\tPASS\t.\tGT\t0/1",
        "chr6\t18130687\trs1142345\tT\tC\t.\tPASS\t.\tGT\t./.",
    ]
    assert read_genotypes("\n".join([head, *rows])) == {"CYP2C19": "rs4244285 G/A", "VKORC1": "rs9923231 T/T"}
    with pytest.raises(KnownError, match="several people"):
        read_genotypes("\n".join([head + "\tS2", *rows]))


def test_a_table_with_rules_and_bars() -> None:
    text = (
        "| Gene | Result |\n|------|--------|\n| CYP2C19 | *2/*2 | poor |\n| SLCO1B1 | *1/*5 |\n| TPMT | not called |"
    )
    assert read_genotypes(text) == {"CYP2C19": "*2/*2", "SLCO1B1": "*1/*5"}


@pytest.mark.parametrize("key", ["genes", "geneReports"])
def test_a_report_is_a_case_of_its_own(key: str) -> None:
    case = read_json_line(json.dumps({key: {"TPMT": _gene("*3A/*3A", "Poor Metabolizer")}}), default_id="x")
    assert (case.text, case.genotypes) == ("", {"TPMT": "Poor Metabolizer"})


def test_a_record_with_a_report_in_it() -> None:
    report = {"genes": {"CPIC": {"CYP2C19": _gene("*2/*2", "Poor Metabolizer")}}}
    line: dict[str, object] = {"text": "On clopidogrel.", "genotypes": report}
    assert read_json_line(json.dumps(line), default_id="x").genotypes == {"CYP2C19": "Poor Metabolizer"}
    line["genotypes"] = "CYP2C19\t*2/*2"
    assert read_json_line(json.dumps(line), default_id="x").genotypes == {"CYP2C19": "*2/*2"}
    line["genotypes"] = [3]
    with pytest.raises(KnownError, match='"genotypes"'):
        read_json_line(json.dumps(line), default_id="x")


@pytest.mark.parametrize("suffix", [".tsv", ".csv", ".vcf"])
def test_a_table_is_a_file_of_results_alone(suffix: str) -> None:
    assert read_bytes(b"CYP2C19\t*1/*2\n", f"genes{suffix}").genotypes == {"CYP2C19": "*1/*2"}
    with pytest.raises(KnownError, match="no genotypes"):
        read_bytes(b"x\n", f"genes{suffix}")
