"""The words that turn a finding: denied, possible, past, of somebody else (after ConText, written afresh)."""

from __future__ import annotations

from core.language.en.rules.denial import DENIAL
from core.language.en.rules.doubt import DOUBT
from core.language.en.rules.others import OTHERS
from core.language.en.rules.past import PAST
from core.language.en.rules.rule import Category, Rule

__all__ = ["RULES", "Category", "Rule"]

RULES: tuple[Rule, ...] = (*DENIAL, *DOUBT, *PAST, *OTHERS)
