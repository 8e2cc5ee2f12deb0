"""Where a section of the background ends for want of a heading behind it."""

from __future__ import annotations

import re

from core.language.allergen_list import list_end

# A one-line section of a terse note ends where the story goes on.
_RESUMES = re.compile(
    r"(?<=[.;])\s+(?=(?:BP|HR|RR|T|Temp|SpO2|Sats?|Vitals|Presents?|Presented|Presenting|C/o|Complain\w*|Came|"
    r"Brought|Now|Today|Admitted|"
    r"On (?:exam|examination|arrival)|Exam|NKDA|NKA|Denies|Reports|P/w|Afebrile|Febrile|ECG|EKG|CXR|Labs?|WBC|Hgb|"
    r"Trop\w*|Stopped|Started|Will|Plan|Return|He|She|Patient|Pt|The patient|This|Given|Smok\w+|Lives|Drinks|Father|"
    r"Mother|FH|Rx|Tx|Imp|O/E|ROS|Lungs?|Chest|Abdomen|Abdo|Heart|Neuro|Neck|Skin)\b)",
    re.IGNORECASE,
)
# "FH: nil", "DH: none known": there is no more to this section.
_EMPTY = re.compile(
    r"\s*(?:nil|none|nothing|unremarkable|non-?contributory|n/a|nk)(?:\s(?:of note|known|else|significant|"
    r"relevant|regular|"
    r"reg|reported|noted))?[ \t]*(?:[.;]|(?=\n|$))",
    re.IGNORECASE,
)
# A later line of a history that tells of days or hours is of now: "FH: mother DM", then "Fever since Monday".
_DAYS_LATER = re.compile(
    r"\n[ \t]*(?=(?:C/o|Complain\w*|Presents?|Presented|Denies|Today|Now|O/E)\b|"
    r"[^\n]{0,80}?\b(?:since (?:yesterday|this|last "
    r"night|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|for \d+ ?(?:days?|hours?|hrs?)|x ?\d+ ?(?:days?|hours?|"
    r"d\b)|\d+/7\b"
    r"(?! ago)|today|this morning|last night|yesterday|\d+ (?:days?|hours?|hrs?) (?:of|hx|history))\b)",
    re.IGNORECASE,
)
# A family history of one short line, told by relatives: where the next line names none it is over.
_KIN = re.compile(
    r"\b(?:mother|father|mum|mom|dad|parents?|brothers?|sisters?|siblings?|sons?|daughters?|uncles?|aunts?|cousins?|"
    r"grand\w+|nan|gran|twin|nephew|niece|relatives?|family|maternal|paternal|nil|none|no|both|nobody)\b",
    re.IGNORECASE,
)
_WRAPPED = re.compile(r"(?:[,&/-]|\b(?:and|or|of|with|had|has|in))[ \t]*$", re.IGNORECASE)
_WIDTH = 70  # characters; a longer line may go on with the next
_NOW = re.compile(r"(?<=[.;\"”])\s+(?=(?:Today|Now|Currently|At present)\b)")
_BLANK = re.compile(r"\n[ \t]*\n")
_OTHER_LABEL = re.compile(r"\n[ \t]*(?:[A-Z][A-Za-z/&' \-]{2,40}:[ \t]|(?:Rx|Tx|Plan|Imp|Started|Given|Prescribed)\b)")
_SENTENCE_ENDS = re.compile(r"(?<!\d)\.\s+(?=[A-Z])|\n")
_HISTORIES = ("past-history", "family-history", "social-history")


def bounded_end(text: str, body: int, following: int, kind: str) -> int:
    """Where a background section ends for want of a heading: at a blank line when it began on the heading's own line,
    and where a terse note goes on with the story."""
    line_end = text.find("\n", body, following)
    line_end = following if line_end < 0 else line_end
    end = following
    if kind == "differential":
        first = body + len(text[body:following]) - len(text[body:following].lstrip())
        over = (_SENTENCE_ENDS if first < line_end else _BLANK).search(text, first, following)
        return over.end() if over else following
    if kind != "earlier-record" and kind != "allergies" and (nothing := _EMPTY.match(text, body, following)):
        return nothing.end()
    if kind == "earlier-record":
        over = _NOW.search(text, body, line_end if text[body:line_end].strip() else following)
        return over.start() if over else min(line_end + 1, following) if text[body:line_end].strip() else following
    if text[body:line_end].strip():
        blank = _BLANK.search(text, body, following)
        if blank:
            end = blank.end()
        # "Allergy: penicillin - rash" with another label on the next line: the list was that one line.
        elif _OTHER_LABEL.match(text, line_end, following):
            end = line_end + 1
    if kind == "family-history" and text[body:line_end].strip():
        end = _end_of_kin(text, body, end)
    resumed = _RESUMES.search(text, body, end)
    end = resumed.end() if resumed else end
    if kind in _HISTORIES and text[body:line_end].strip() and (later := _DAYS_LATER.search(text, body, end)):
        end = later.end()
    return list_end(text, body, end) if kind == "allergies" else end


def _end_of_kin(text: str, body: int, end: int) -> int:
    """Where the lines of a family history end of which each names a relative: before the first that names none, where
    the one before it is short and whole."""
    place = body
    while place < end:
        line_end = text.find("\n", place, end)
        if line_end < 0:
            return end
        line = text[place:line_end]
        behind = text[line_end + 1 : end].partition("\n")[0]
        if len(line) >= _WIDTH or not _KIN.search(line) or _WRAPPED.search(line):
            return end
        if behind.strip() and not _KIN.search(behind):
            return line_end + 1
        place = line_end + 1
    return end
