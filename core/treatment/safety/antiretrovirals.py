"""Whether what is taken against HIV is a whole regimen: fewer drugs breed resistance."""

from __future__ import annotations

from collections.abc import Iterable

from core.treatment.prescribed import Prescribed

# A drug of the same kind counts once.
_SAME = {"emtricitabine": "lamivudine", "tenofovir-alafenamide": "tenofovir-disoproxil"}
_BACKBONE = "hiv-nrtis"
_THIRD = frozenset(("hiv-nnrtis", "hiv-protease-inhibitors", "hiv-integrase-inhibitors"))
_THIRD_DRUGS = frozenset(("maraviroc",))
# Ritonavir that only slows the loss of another drug is no third agent.
_BOOSTERS = "cyp3a-boosters"
# Two drugs that are licensed as a whole regimen.
_PAIRS = (
    frozenset(("dolutegravir", "lamivudine")),
    frozenset(("dolutegravir", "rilpivirine")),
    frozenset(("cabotegravir", "rilpivirine")),
)


def whole_regimen(drugs: Iterable[Prescribed]) -> bool:
    """Two nucleosides and a third agent, or a licensed pair."""
    taken = {drug.known.entry.id: drug.known.classes for drug in drugs if drug.known}
    backbone = {_SAME.get(key, key) for key, classes in taken.items() if _BACKBONE in classes}
    third = any(
        key in _THIRD_DRUGS or (_THIRD.intersection(classes) and _BOOSTERS not in classes)
        for key, classes in taken.items()
    )
    kinds = {_SAME.get(key, key) for key in taken}
    return (len(backbone) > 1 and third) or any(pair <= kinds for pair in _PAIRS)
