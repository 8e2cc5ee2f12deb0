"""Drug levels in the record that are above their range, of drugs that the patient takes."""

from __future__ import annotations

from collections.abc import Iterator

from core.knowledge.pharmacy_rules import DrugRule
from core.knowledge.schema import Phrase
from core.language.model import Measurement
from core.treatment.circumstances import Circumstances
from core.treatment.model import SafetyItem
from core.treatment.outcome import item

# Where the level is not called as the drug is. Any other drug has the analytes "<drug>-level" and "<drug>-trough".
_OF_ANOTHER_NAME = {
    "valproic-acid": "valproate-level",
    "cyclosporine": "ciclosporin-level",
    "fosphenytoin": "phenytoin-level",
    "primidone": "phenobarbital-level",
    "aminophylline": "theophylline-level",
    "mycophenolate": "mycophenolic-acid-level",
}
# The ranges stand beside the analytes and are expert estimates there.
_WORDS = {
    "high": (
        Phrase(en="The level in the record is above its range", zh="病历中血药浓度高于参考范围"),
        Phrase(
            en="Check when it was drawn and the dose; lower the dose and repeat the level.",
            zh="核对采血时间和剂量；减量并复查血药浓度。",
        ),
    ),
    "critical-high": (
        Phrase(en="The level in the record is in the toxic range", zh="病历中血药浓度达中毒范围"),
        Phrase(
            en="Hold the next dose, look for signs of poisoning and repeat the level.",
            zh="暂停下一剂，检查中毒表现并复查血药浓度。",
        ),
    ),
}


def high_levels(about: Circumstances) -> Iterator[SafetyItem]:
    """For each drug its last level, where that is above the range: toxic ones are contraindications."""
    for drug in about.drugs:
        key = drug.name.replace(" ", "-")
        names = (_OF_ANOTHER_NAME.get(key, f"{key}-level"), f"{key}-trough")
        levels = about.source.measurements(*names)
        if levels and levels[-1].flag in _WORDS:
            yield item("dose", _rule(levels[-1]), (drug,), because=((levels[-1].start, levels[-1].end),))


def _rule(level: Measurement) -> DrugRule:
    said, do = _WORDS[level.flag or ""]
    value = f"{level.value:g} {level.unit}"
    return DrugRule(
        severity="contraindicated" if level.flag == "critical-high" else "major",
        say=Phrase(en=f"{said.en}: {value}.", zh=f"{said.zh}：{value}。"),
        do=do,
        basis="expert-estimate",
    )
