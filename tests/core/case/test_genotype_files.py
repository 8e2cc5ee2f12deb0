"""Gene results in files of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.case.readers import genotypes
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
