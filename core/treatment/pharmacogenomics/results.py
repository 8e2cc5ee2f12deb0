"""What a result of a gene test means, and how its text is tidied before it is read."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

# Where a guideline gives a likely phenotype no words of its own, it is advised as the phenotype itself.
_ADVISED_AS = {
    "likely poor metabolizer": "poor metabolizer",
    "likely intermediate metabolizer": "intermediate metabolizer",
}
_ALLELE_IN_BRACKETS = re.compile(r"\[(?P<square>\*[^\[\]/]+)\]|(?:^|(?<=/))\((?P<round>\*[^()/]+)\)")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_ZH = {
    "poor metabolizer": "慢代谢型",
    "likely poor metabolizer": "可能慢代谢型",
    "intermediate metabolizer": "中间代谢型",
    "likely intermediate metabolizer": "可能中间代谢型",
    "possible intermediate metabolizer": "可能中间代谢型",
    "normal metabolizer": "正常代谢型",
    "rapid metabolizer": "快代谢型",
    "ultrarapid metabolizer": "超快代谢型",
    "normal function": "功能正常",
    "increased function": "功能增强",
    "decreased function": "功能降低",
    "possible decreased function": "功能可能降低",
    "poor function": "功能差",
    "deficient": "缺乏",
    "deficient with cnsha": "缺乏伴慢性溶血",
    "variable": "不定",
    "normal": "正常",
    "favorable response": "反应良好",
    "unfavorable response": "反应不良",
    "malignant hyperthermia susceptibility": "恶性高热易感",
    "uncertain susceptibility": "易感性不确定",
    "indeterminate": "无法判定",
}


class Phenotype(NamedTuple):
    """What is known of one gene, in the guideline's words: one phenotype, or for HLA every allele that was looked for.
    `score` is the least and the most the activity score can be, where the gene has one."""

    gene: str
    held: tuple[str, ...]
    score: tuple[float, float] | None
    written: str

    @property
    def names(self) -> tuple[str, ...]:
        """The phenotypes, and those they are advised as."""
        return (*self.held, *(_ADVISED_AS[name] for name in self.held if name in _ADVISED_AS))

    @property
    def name(self) -> str:
        """The phenotype as it is shown."""
        return "; ".join(self.held)

    @property
    def shown(self) -> str:
        """Gene, result as written, and in brackets what it means where the result does not say so itself."""
        return self._shown(self.name)

    @property
    def shown_zh(self) -> str:
        """The same in Chinese, where the phenotype has a Chinese name."""
        return self._shown("；".join(_ZH.get(name, name) for name in self.held))

    def _shown(self, meaning: str) -> str:
        written = self.written.lower().replace("metaboliser", "metabolizer")
        known = not self.held or meaning.lower() in written or all(name in written for name in self.held)
        return f"{self.gene} {self.written}" + ("" if known else f" ({meaning})")


def tidy(written: str) -> str:
    """A result with plain signs: full-width forms, typographic stars, dashes and multiplication signs made simple."""
    text = unicodedata.normalize("NFKC", written)
    for signs, plain in (("∗⁎✱", "*"), ("×✕", "x"), ("–—−‐", "-"), ("≥", "")):
        for sign in signs:
            text = text.replace(sign, plain)
    text = _ALLELE_IN_BRACKETS.sub(lambda m: m["square"] or m["round"], text)
    return " ".join(text.split())


def split_brackets(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without what stands in brackets, and what stands there."""
    return " ".join(_BRACKET.sub(" ", text).split()), tuple(_BRACKET.findall(text))
