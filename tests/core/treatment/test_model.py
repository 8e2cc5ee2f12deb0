"""What a warning is known by, so that a reason for going on stays with it."""

from __future__ import annotations

from core.treatment.model import SafetyItem

PAIR = SafetyItem(
    kind="interaction",
    severity="contraindicated",
    interruptive=True,
    drugs=("sildenafil", "isosorbide"),
    message="The pressure falls.",
    action="Do not give both.",
    source="expert estimate",
)


def test_a_warning_is_the_same_wherever_the_record_says_it() -> None:
    assert PAIR.model_copy(update={"spans": ((3, 9),), "action": "Choose one."}).key == PAIR.key


def test_another_drug_or_another_reason_is_another_warning() -> None:
    others: list[dict[str, object]] = [{"drugs": ("sildenafil",)}, {"message": "It lasts longer."}, {"kind": "dose"}]
    assert PAIR.key not in {PAIR.model_copy(update=other).key for other in others}
