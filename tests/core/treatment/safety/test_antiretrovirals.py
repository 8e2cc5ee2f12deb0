"""What counts as a whole regimen against HIV, with the knowledge that is shipped."""

from __future__ import annotations

import pytest

from core.assess import assess
from core.case.model import Case

RESISTANT = "Alone it makes HIV resistant."


def warned(drugs: str, known: str = "HIV infection") -> set[str]:
    safety = assess(
        Case(id="hiv", text=f"45M with {known}, CD4 620, viral load undetectable. Medications: {drugs}.")
    ).safety
    return {i.drugs[0].split(" (")[0] for i in safety if RESISTANT in i.message}


@pytest.mark.parametrize(
    "drugs",
    [
        "abacavir/lamivudine and dolutegravir 50 mg",
        "abacavir/lamivudine, darunavir 800 mg, ritonavir 100 mg",
        "Truvada and efavirenz 600 mg",
        "tenofovir disoproxil 300 mg, lamivudine 300 mg, maraviroc 300 mg",
        "Biktarvy",
        "Triumeq",
        "Dovato",
        "dolutegravir 50 mg, lamivudine 300 mg",
        "dolutegravir 50 mg, emtricitabine 200 mg",
        "Juluca, entecavir 0.5 mg",
        "cabotegravir, rilpivirine, tenofovir alafenamide 25 mg",
    ],
)
def test_a_whole_regimen_is_silent(drugs: str) -> None:
    assert warned(drugs) == set()


@pytest.mark.parametrize(
    ("drugs", "alone"),
    [
        ("entecavir 0.5 mg", {"entecavir"}),
        ("abacavir/lamivudine", {"lamivudine"}),
        ("lamivudine 300 mg, emtricitabine 200 mg, efavirenz 600 mg", {"lamivudine"}),
        ("Truvada, Paxlovid", {"tenofovir-disoproxil"}),
        ("Truvada, ritonavir 100 mg", {"tenofovir-disoproxil"}),
        ("rilpivirine 25 mg, lamivudine 300 mg", {"lamivudine"}),
        ("tenofovir disoproxil 300 mg, tenofovir alafenamide 25 mg, dolutegravir 50 mg",
         {"tenofovir-disoproxil", "tenofovir-alafenamide"}),
    ],
)  # fmt: skip
def test_less_than_a_regimen_is_warned_of(drugs: str, alone: set[str]) -> None:
    assert {name.replace(" ", "-") for name in warned(drugs)} == alone


def test_without_hiv_there_is_nothing_to_breed() -> None:
    assert warned("tenofovir disoproxil 300 mg", known="hepatitis B") == set()
