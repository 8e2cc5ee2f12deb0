"""Where the clause of a denial ends."""

from __future__ import annotations

from collections.abc import Sequence

from core.language.en.people import CLAUSE_VERBS


def clause_end(lowers: Sequence[str], last: int, end: int) -> int:
    """Where the clause of a denial ends: at the subject of the next verb, or at "for"."""
    comma = -1
    for i in range(last, end):
        word = lowers[i]
        if word == ",":
            comma = i
        elif word in CLAUSE_VERBS and i == last + 1 and lowers[last - 1] == "never" and lowers[last].endswith("ed"):
            return i  # "with hypertension that he never treated felt a tearing pain"
        elif word in CLAUSE_VERBS and i > last + 1:
            if comma >= 0 and lowers[comma + 1] not in ("or", "nor"):
                return comma
            if comma >= 0 or lowers[i - 1] in ("that", "there", "he", "she", "it"):
                return i
            and_at = next((j for j in range(i - 1, last, -1) if lowers[j] == "and"), -1)
            if 0 < and_at >= i - 3 and word in ("is", "are", "has", "had", "was", "were", "reveals"):
                return (
                    and_at
                    if not any(
                        lowers[k] in ("noted", "seen", "reported", "present", "identified", "found", "denied")
                        for k in range(i, min(i + 3, end))
                    )
                    else i
                )
        elif (
            word == "for"
            and i > last
            and lowers[i + 1 : i + 2]
            and not lowers[i + 1][0].isdigit()
            and lowers[i - 1] not in ("suspicion", "concern", "negative", "evidence")
        ):
            return i
        elif word in ("he", "she", "patient") and i > last and lowers[i - 1] in (",", "and"):
            return i - 1
    return end
