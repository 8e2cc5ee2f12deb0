"""Hormones by the words that people have for them: "the pill", "COCP", "mini pill", "HRT"."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What each wording stands for, by a name that the drug knowledge has.
_SAID: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "combined oral contraceptive",
            (
                r"\b(?:COCPs?|COC|OCPs?|(?i:combined (?:oral )?(?:contraceptive )?pill|combined contraceptive|"
                r"(?:contraceptive|birth control) (?:patch|ring)|vaginal ring))\b"
            ),
        ),
        (
            "combined oral contraceptive",
            (
                r"(?i:\b(?:on|takes?|taking|uses?|using|took|started|stopped|restarted|off|prescribed|given|with)\s+)"
                r"(?P<told>(?i:the (?:contraceptive )?pill))\b(?! (?i:box|burden|organi\w+|form|count|for|that|in))"
            ),
        ),
        (
            "progestogen-only pill",
            (
                r"\b(?i:mini[- ]?pill|(?:progest(?:ogen|in|erone)|desogestrel)[- ]only (?:contraceptive )?pill)\b|"
                r"(?i:\b(?:on|takes?|taking|uses?|using|the)\s+)(?P<told>POP)\b(?! (?i:cast|slab|repair|grade))"
            ),
        ),
        (
            "depo-provera",
            (
                r"\b(?i:contraceptive (?:injection|depot)|depot? (?:contracepti\w+|provera)|"
                r"depo[- ]?provera|depot medroxyprogesterone)\b"
            ),
        ),
        ("etonogestrel", r"\b(?i:contraceptive implant|implanon|nexplanon)\b"),
        ("hormone replacement therapy", r"\bHRT\b|\b(?i:hormone replacement(?: therapy)?)\b"),
    )
)
# In capitals, and in small letters.
_SHORT_CUES = ("COC", "OCP", "POP", "HRT")
_CUES = ("pill", "contracept", "birth control", "epo", "anon", "replacement", "ring")


def _is_cued(text: str, cues: tuple[str, ...]) -> bool:
    """Does one of the cues stand in a text? A plain loop, since every sentence is asked."""
    for cue in cues:
        if cue in text:
            break
    else:
        return False
    return True


def hormones(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Where a stretch of a text names a hormone so, and a name of it in the drug knowledge."""
    piece = text[start:end]
    if not (_is_cued(piece, _SHORT_CUES) or _is_cued(piece.lower(), _CUES)):
        return
    taken: list[tuple[int, int]] = []
    for name, pattern in _SAID:
        for match in pattern.finditer(text, start, end):
            first, last = match.span("told") if match.groupdict().get("told") else match.span()
            if all(last <= a or b <= first for a, b in taken):
                taken.append((first, last))
                yield first, last, name
