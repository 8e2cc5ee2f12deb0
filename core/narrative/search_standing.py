"""In what standing a thing is told: what the record has as over, stopped, planned or only spoken of is not told as what
is, and what is is not told as over."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from core.narrative.atoms import Atom
from core.narrative.model import Span
from core.narrative.search import Search, Source
from core.narrative.standing import Kind, Stretch, lasts, piece_of, stretches
from core.narrative.standing_told import clause_of, ended, former, in_use, marked, taken_once, to_come
from core.narrative.standing_zh import former_zh, is_now_zh, lasts_zh, marked_zh, stretches_zh

OTHER_STANDING = "the record has this in another standing"
_STANDING = {"over": "it is over", "ahead": "it is not yet so", "spoken": "it is only spoken of"}
_IS = "it is not over"
# What is an illness though the reader does not know it.
_ILLNESS = re.compile(
    r"(?:.*\W)?(?:\w+(?:itis|oma|osis|a?emia|uria|algia|plegia|ectasis|rrhoea|rrhea|rrhagia|orrhage|penia)"
    r"|(?:infection|fracture|ulcer|stone|cancer|tumour|tumor|clot|embolism|embolus|stroke|seizure|fit|abscess|bleed"
    r"|rash"
    r"|attack|pox|flu|influenza|measles|mumps|malaria|sepsis|delirium|difficile|mrsa|covid(?:-19)?|uti|vte|dvt|pe|mi"
    r"|tia"
    r"|nstemi|stemi|jaundice|migraine|palsy|fever|cough|pain|vertigo|syncope|croup|scabies|lice|thrush|hives|burn"
    r"|wound)s?)\b",
    re.IGNORECASE,
)
_PAST_THERE = re.compile(
    r"\b(?:took|had|was|were|used|given|received|last|previous\w*|before|\w{2,}ed)\b", re.IGNORECASE
)
_ENDED_THERE = re.compile(
    r"\b(?:took|had|was|were|used|until|previous\w*|former\w*|before|last|stop\w*|discontinu\w*|ceas\w*|finish\w*"
    r"|complet\w*|given|tried|prior|ended)\b",
    re.IGNORECASE,
)
_ENDED_IT = re.compile(  # "Naproxen upset her stomach and she stopped it"
    r"\b(?:stopp\w*|discontinu\w*|gave|given|came off|quit|dropp\w*|withdr\w*)\s+(?:it|this|them|both|all)\b",
    re.IGNORECASE,
)
# That a drug is taken, or how much of it and how often.
_TAKEN = re.compile(
    r"\b(?:takes?|taking|taken|on|uses?|using|continu\w*|remains?|starts?|started|commenced|prescribed|given|gets"
    r"|receiv\w*"
    r"|meds?|medications?|drugs?|treatment|rx|dhx?|current\w*|regular\w*|daily|nightly|weekly|bd|bid|od|tds|tid|qds"
    r"|qid|prn"
    r"|nocte|mane|now|inhaler|pump|infusion|tablets?|therapy|via|iv|sc|im|po|cream|patch|drops|loaded|added|switched"
    r"|changed"
    r"|increased|reduced|doubled|restarted|resumed|cover|course|since)\b|\d\s?(?:mg|mcg|micrograms?|µg|g|units?|ml"
    r"|puffs?)\b",
    re.IGNORECASE,
)
_LIST = re.compile(r"\b(?:medications?|meds|drugs?|drug history|rx|dhx?|treatment|tablets)\b\W*\n", re.IGNORECASE)
_FAR = 400  # characters from the heading of a list to a drug of it
_MARK = re.compile(r"[.,;:()]\s")
_NAME = 24  # characters about a word within which the name that it is part of stands ("type 2 diabetes")


class Known(NamedTuple):
    """What the reader knows: where the sentence names illnesses, where the record has symptoms and signs of now, and
    which drugs it has as stopped or planned."""

    things: list[Span]
    now: list[Span]
    drugs: list[tuple[Span, Kind]]


def find_standings(search: Search, known: Known) -> None:
    """Each illness and drug of an English sentence."""
    record, text = search.record, search.said.text
    found = stretches(record.text, tuple(record.ground.segments))
    for atom in _stated(search):
        drug = atom.key.startswith("drug:")
        homes = _own(search, atom)
        standings = [standings_of(record.text, home, found, known.drugs if drug else None) for home in homes]
        clause = clause_of(text, atom.start, atom.end)
        kinds = {kind for standing in standings for kind in standing}
        thing = drug or _is_illness(text, atom, known.things) or kinds == {"spoken"}
        if not thing and not _all_now(homes, known.now):
            continue
        if all(standings):
            said = any(marked(text, clause, "ended" if k == "over" and drug else k) for k in kinds)
            if not said and not (_merely_ordered(search, homes, kinds, found) and not in_use(text, clause)):
                search.object(f"{OTHER_STANDING} ({_STANDING[min(kinds)]})", atom)
        elif drug and not any(_in_use(record, home) for home in homes) and in_use(text, clause):
            search.object(f"{OTHER_STANDING} (nothing says that it is taken)", atom)
        elif not drug and not any(standings) and to_come(text, clause, atom.start) and _all_now(homes, known.now):
            search.object(f"{OTHER_STANDING} (it is so now)", atom)
        elif not any(standings) and _told_as_over(search, atom, homes, clause, known.now):
            search.object(f"{OTHER_STANDING} ({_IS})", atom)


def _merely_ordered(search: Search, homes: list[Atom], kinds: set[Kind], found: Iterable[Stretch]) -> bool:
    """Is it the reader alone that has a drug as planned: "start amoxicillin"? Who wrote so may have begun with it: only
    "takes" says more than that."""
    return kinds == {"ahead"} and not any(standings_of(search.record.text, home, found, []) for home in homes)


def find_standings_zh(search: Search) -> None:
    """Each string of a Chinese sentence that the record has."""
    record, text = search.record, search.said.text
    found = stretches_zh(record.text)
    for atom in _stated(search):
        homes = _own(search, atom)
        standings = [
            {s.kind for s in found if s.start <= home.start < s.end and not (s.timed and lasts_zh(home.key))}
            for home in homes
        ]
        kinds = {kind for standing in standings for kind in standing}
        if all(standings) and not any(marked_zh(text, atom.start, kind) for kind in kinds):
            search.object(f"{OTHER_STANDING} ({_STANDING[min(kinds)]})", atom)
        told_as_over = not any(standings) and former_zh(text, atom.start)
        if told_as_over and all(is_now_zh(record.text, home.start) for home in homes):
            search.object(f"{OTHER_STANDING} ({_IS})", atom)


def standings_of(text: str, home: Atom, found: Iterable[Stretch], drugs: list[tuple[Span, Kind]] | None) -> set[Kind]:
    """In what standings, other than that it is, the record has what stands here; `drugs` of a drug."""
    name = _name(text, home)
    read: set[Kind] = {kind for (start, end), kind in drugs or () if start <= home.start < end}
    return read | {
        s.kind
        for s in found
        if s.start < home.end
        and home.start < s.end
        and (drugs is not None or not s.drugs)
        and not (s.timed and (drugs is not None or lasts(name)))
    }


def _name(text: str, home: Atom) -> str:
    """What stands about a word, as far as the next mark."""
    before, behind = text[max(0, home.start - _NAME) : home.start], text[home.end : home.end + _NAME]
    return _MARK.split(before)[-1] + text[home.start : home.end] + _MARK.split(behind)[0]


def _is_illness(text: str, atom: Atom, things: list[Span]) -> bool:
    named = any(a <= atom.start and atom.end <= b for a, b in things)
    return named or _ILLNESS.fullmatch(text, atom.start, atom.end) is not None


def _in_use(record: Source, home: Atom) -> bool:
    """Does the record say near a drug that it is taken, or how?"""
    start, end = record.ground.sentences[record.at[home].sentence]
    listed = _LIST.search(record.text, max(0, start - _FAR), start)
    return listed is not None or _TAKEN.search(record.text, start, end) is not None


def _all_now(homes: list[Atom], now: list[Span]) -> bool:
    return all(any(a <= home.start < b for a, b in now) for home in homes)


def _told_as_over(search: Search, atom: Atom, homes: list[Atom], clause: Span, now: list[Span]) -> bool:
    """Does the sentence say outright that it is no more, of a drug that is taken or a symptom of now?"""
    text, record = search.said.text, search.record
    if not atom.key.startswith("drug:"):
        return former(text, clause, atom.start) and _all_now(homes, now)
    sentences = [record.ground.sentences[record.at[home].sentence] for home in homes]
    if ended(text, clause):
        pieces = [piece_of(record.text, record.ground.segments, home.start) for home in homes]
        there = any(_ENDED_THERE.search(record.text, *piece) for piece in pieces)
        return not there and not any(_ENDED_IT.search(record.text, *sentence) for sentence in sentences)
    return taken_once(text, clause) and not any(_PAST_THERE.search(record.text, *sentence) for sentence in sentences)


def _stated(search: Search) -> list[Atom]:
    """What the sentence says of the patient and neither denies nor doubts."""
    at = search.said.at
    stated = [a for a in search.content if not at[a].denied and not at[a].hedge and at[a].whose == "patient"]
    return [a for a in stated if _own(search, a)]


def _own(search: Search, atom: Atom) -> list[Atom]:
    """Where the record has it, by its own name if anywhere; even if it is not sure of it there."""
    at = search.record.at
    homes = search.homes.get(atom) or [b for b in search.find(atom) if at[b].hedge and at[b].whose == "patient"]
    return [home for home in homes if home.key == atom.key] or homes
