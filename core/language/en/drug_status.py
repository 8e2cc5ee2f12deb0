"""Whether a drug is taken, has been stopped, is to come or is not taken at all, by the words around its name."""

from __future__ import annotations

import re
from typing import Literal

from core.language.en.drug_questions import asks_to_stop, is_asked_about

Status = Literal["current", "stopped", "planned", "before-admission"]

_LIST = r"(?:[\w-]+(?:,| and| or) )*$"
_STOPPED = re.compile(
    r"\b(?:stopp(?:ed|ing)(?: taking)?|discontinu(?:ed?|ing)|d/c'?e?d|held|holding|hold|"
    r"no longer (?:taking|on|takes|uses)|(?:came|come|taken|is|been|went) off|"
    r"(?<!weaning )(?<!weaned )(?<!tapering )(?<!wean )(?<!taper )off(?: of)?|quit|ran out of|run out of|"
    r"not (?:been )?(?:taking|compliant with|adherent to)|noncompliant with|non-compliant with|previously (?:on|took|"
    r"taking|tried)|formerly (?:on|took)|used to (?:take|be on|use|have)|has not taken|stop taking|stop|"
    r"(?:completed|finished)(?: \d+(?:/(?:7|52|12)| (?:days?|weeks?|months?))(?: of)?)?|"
    r"(?:did not|didn't|could not|couldn't|unable to|cannot) tolerate|intolerant (?:of|to)|failed|"
    r"(?:switched|changed|converted|moved|swapped)(?: (?:him|her|them|over))? from)\s*[:–-]?\s+(?:the |his |her |all |"
    rf"a course of |taking |her own |any )?{_LIST}",
    re.IGNORECASE,
)
_STOPPED_AFTER = re.compile(
    r"^[^.;,]{0,25}?\b(?:was |were |has been |had been |is |been )?(?:stopped|discontinued|d/c'?e?d|held|on hold|"
    r"completed|(?:switched|changed|converted) to|replaced (?:by|with)|(?<!be )(?<!being )tried|withheld|withdrawn|"
    r"finished)\b|"
    r"^[^.;,]{0,25}?\b(?:paused|suspended|(?:was |were |been |(?:so|and) it was )(?:dropped|given up|withdrawn)|"
    r"course (?:was |is |has |has been |now )?(?:completed|finished|ended|over))\b|"
    r"^[^.;,]{0,30}?,\s(?:(?:so|and|but|since|then|now|later) )?(?:it was |course )?(?:stopped|discontinued"
    r"|withdrawn|paused|"
    r"withheld|dropped|completed|finished)(?=\s*(?:[.;)]|$|\d|(?:because|due|owing|after|since|for|when|as|by|in|on"
    r"|last)\b))|"
    r"^[^.;]{0,25}?(?:[-–—:>,]\s?|\b(?:now|please|to) )(?:stop|cease|remove|discontinue|omit|last taken)\b|"
    r"^[^.;,]{0,15}?\b(?:in the past|previously|years ago|in (?:her|his) (?:teens|twenties|20s|30s|youth))\b|"
    r"^[^.;,]{0,25}?\b(?:was|were|had been) (?:taken|used|given)\b[^.;]{0,20}?\b(?:in (?:\w+ )?"
    r"(?:19|20)\d\d|until|last year|(?:\w+ ){1,2}(?:months?|years?) ago)\b|"
    r"^[^.;,]{0,20}[;,]\s*(?:it|this|which) (?:was|has been|is) (?:stopped|discontinued|withdrawn|held)\b|"
    r"^[^.;,]{0,25}?\buntil (?:last|yesterday|recently|a |an |one|two|three|a few|several|\d|about|around|"
    r"(?:his|her) |january|february|march|april|may|june|july|august|september|october|november|december)",
    re.IGNORECASE,
)
# "Replaced ramipril 5 mg with losartan": the first of the two is over.
_REPLACED = re.compile(
    r"\b(?:switch(?:ed)?|changed?|replaced?|swap(?:ped)?|convert(?:ed)?)\s+(?:the |his |her )?$", re.IGNORECASE
)
_REPLACED_BY = re.compile(r"^[^.;,]{0,25}?\b(?:to|with|for|by)\s+[a-z]{4,}", re.IGNORECASE)
_PLANNED = re.compile(
    r"\b(?:(?:discuss(?:ed|ing)?|offer(?:ed|ing)?|counsell?ed (?:about|on|re)|talked about)(?! (?:his|her|their)\b)"
    r"(?:(?: the)?(?: \w+)?(?: risks?| benefits?| pros| cons| options?| role| use| and)+(?: of)?)?|"
    r"advised(?: to (?:give|take|use|try|start))?|"
    r"will (?:be )?(?:start(?:ed)?|begin|give|receive|prescribe|add|initiate|need)|"
    r"plan(?:s|ned|ning)? (?:to (?:start|give|add|begin)|for|is)|start|begin|"
    r"initiate|consider(?:ing)?|recommend(?:ed)?|"
    r"to start|to begin|should (?:start|receive|get|take)|would benefit from|prescribe|add|candidate for|"
    r"wants?(?: to (?:take|try|start|have))?|would like(?: to (?:take|try|start|have))?|asks? for|asking (?:for|about)|"
    r"request(?:s|ed|ing)?(?: for)?|hoping for|keen (?:on|to (?:try|start))|needs)\s+"
    r"(?:the |a |an |on |her |him |patient on |pt on |course of |trial of |low.dose |high.dose |oral |iv |"
    r"po |empiric |broad.spectrum )*(?:[\w-]+(?: \d+\s?\w+)?(?:,| and| or| \+| plus) )*$",
    re.IGNORECASE,
)
_BEFORE_NOW = re.compile(r"\b(?:previously|formerly|prev\.?|(?:prior to|before) that,?)\s+$", re.IGNORECASE)
_GOES_ON = re.compile(r"\b(?:cont|conts|continu(?:es?|ed|ing)(?: with| on)?|carry on with|remains on|stay on)\.?\s+"
                      r"(?:(?:the|his|her|home|usual|regular|iv|po|oral)\s+)*$", re.IGNORECASE)  # fmt: skip
_GOES_ON_AFTER = re.compile(r"^[^.;,]{0,25}?\b(?:cont|continue|unchanged|carry on)\b", re.IGNORECASE)
_PLANNED_AFTER = re.compile(
    r"^[^.;,]{0,30}?\b(?:planned|proposed|to be (?:started|given|tried|restarted|considered)|to (?:re)?start|"
    r"will be (?:re)?started|under consideration|(?:was|were|is|being|been) considered"
    r"(?!,? (?:the|an?|to|as|and|for|responsible|safe|unsafe|likely|unlikely|causative|contributory|but)\b))(?!\w)",
    re.IGNORECASE,
)
_TO_SWITCH = re.compile(r"\b(?:will|plan(?:s|ned)? to|to|consider(?:ing)?|should|can|could)\s+(?:be )?(?:switch|chang|"
                        r"swap|convert|replac)\w*\b[^.;]{0,60}\b(?:to|with|for)\s+$", re.IGNORECASE)  # fmt: skip
_STILL_BEFORE_SWITCH = re.compile(
    r"\b(?:will|plan(?:s|ned)? to|consider(?:ing)?|should|can|could)\s+(?:be )?(?:switch|chang|swap|convert|replac)\w*"
    r"(?: from)?\s+(?:the |his |her )?$",
    re.IGNORECASE,
)
_ALLERGIC = re.compile(
    r"\b(?:allerg(?:y|ies|ic)|intoleran(?:ce|ces)|anaphylaxis|hypersensitiv\w+|reaction|rash|"
    rf"hives)\s*(?:to|with|from|:|-|of)?\s*{_LIST}",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not (?:on|taking|using|currently on|currently taking)|never (?:been )?(?:taken|took|on|used|started|"
    r"had|given)|"
    r"(?:cannot|can['’]?t|can not|must (?:not|never)|mustn['’]?t|(?:told|advised|warned) never to) (?:be given|"
    r"have|take|use)"
    r"(?! (?:his|her|their)\b)|"
    r"denies(?: (?:use of|taking|using|any|recent))*|without|avoid|avoids|refus(?:ed|es|ing)|"
    r"declin(?:ed|es|ing)(?: (?:to (?:take|start|have)|an?|the|offer of))*|turned down|"
    r"(?:does not|doesn't|do not|don't|has not|hasn't|not yet) (?:take|use|want|started|start|have)|"
    r"not to (?:take|use|give|start)|(?:decided|advised) against(?: (?:giving|using|starting))?|"
    r"contraindicat\w+|instead of|rather than|resistant to)\s+"
    r"(?:any |use of |recent |other |daily |regular |his |her |the )*(?:[\w-]+(?:,| and| or|/) ?)*$",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"^(?:\s\d+(?:\.\d+)?\s?m?c?g)?\s?\?+\s*[-–—:]?\s*(?:no|nope|none|nil|never|n|denie[sd])\b(?!\s(?:longer|change"
    r"|more))|"
    r"^\s*(?:\d+ ?m?c?g\s*)?[-–—:=]\s?(?:none|nil|no|never|not taken|not given|denied|n/a)\b|"
    r"^[^.;,]{0,20}?\bnot to be (?:used|taken|given|restarted)\b|^[^.;]{0,40}?\bbut (?:we |was |have |I )?decided "
    r"(?:against|not to)\b|"
    r"^[^.;,]{0,20}?\b(?:(?:was |were |has been |is )?(?:declined|refused|rejected|avoided|contraindicated)|"
    r"(?:was |were |is )?never (?:started|taken|used|given|prescribed)|(?:was |were |is )?not (?:started|taken|given|"
    r"used|prescribed|suitable|indicated|advised|recommended|appropriate)|"
    r"(?:was |were |is )?(?:considered|discussed),? (?:but|and) (?:was |is |they |he |she |we |it |felt |judged |not |"
    r"declined|rejected|decided|ruled))|^[^.;]{0,30}?\bbut (?:he|she|they|we|it was|was) (?:declined|refused|decided "
    r"against|rejected)\b|"
    r"^[^.]{0,40}?(?:[;,–—-]|\bbut\b)\s*(?:but\s|and\s)?(?:(?:he|she|they|pt|patient|the patient|mum|mother|parents?|"
    r"family)\s)?(?:has\s|have\s|is\s|was\s|are\s)?(?:declin\w+|refus\w+|not keen|not interested|"
    r"(?:does not|doesn't|did not|didn't) want|would rather not|prefers? not|would prefer not)\b",
    re.IGNORECASE,
)
_LAB_AFTER = re.compile(
    r"^\s*(?:levels?|assay|antibod(?:y|ies)|resistan(?:t|ce)|allergy|allergic|use disorder|"
    r"challenge|skin tests?|desensiti[sz]ation|"
    r"overdose|toxicity|receptors?|deficiency|toler(?:ant|ance)|abuse|intolerance|-?\s?(?:induced|exacerbated"
    r"|sensitive|sensitivity|refractory|allergic|intolerant|associated))\b",
    re.IGNORECASE,
)
_BEFORE_ADMISSION = re.compile(r"\b(?:prior to admission|before admission|pta)\b", re.IGNORECASE)


# Those who look after a child are told what to give it, and give it.
_GIVEN_BY_KIN = re.compile(
    r"\b(?:mum|mom|mother|dad|father|parents?|carers?|grandmother|nan)\s(?:was|were|has|had|have|is)?\s?"
    r"(?:been\s)?(?:advised|told to (?:give|use|try)|giv(?:es?|ing|en)|gave|tried|trying|using)\s"
    rf"(?:(?:to (?:give|use|try)|him|her|them|the child|some|regular|only)\s)*{_LIST}",
    re.IGNORECASE,
)


def given_by_kin(before: str) -> bool:
    """Does a relative give the drug, and not take it: "Mum was advised ibuprofen", "dad has been giving Calpol"?"""
    return _GIVEN_BY_KIN.search(before) is not None


def is_not_taken(before: str, after: str) -> bool:
    """Is the name a level, an allergy, or a drug that was never taken?"""
    return (
        _LAB_AFTER.match(after[:25]) is not None
        or _ALLERGIC.search(before) is not None
        or _DENIED.search(before) is not None
        or _DENIED_AFTER.search(after) is not None
    )


def status_of(before: str, after: str, kind: str, heading: str) -> Status:
    """Whether a drug is taken: by what stands before and behind it, the section's kind and its heading."""
    if _TO_SWITCH.search(before) or is_asked_about(before, after):
        return "planned"
    if asks_to_stop(before, after) or _GOES_ON.search(before) or _GOES_ON_AFTER.match(after):
        return "current"
    if _BEFORE_NOW.search(before):
        return "stopped"
    replaced = _REPLACED.search(before) is not None and _REPLACED_BY.search(after) is not None
    if (replaced or _STOPPED.search(before) or _STOPPED_AFTER.search(after)) and not _STILL_BEFORE_SWITCH.search(
        before
    ):
        return "stopped"
    if kind == "earlier-record":
        return "stopped"
    if kind == "plan" or _PLANNED.search(before) or _PLANNED_AFTER.match(after):
        return "planned"
    if "admission" in heading or _BEFORE_ADMISSION.search(after):
        return "before-admission"
    return "current"
