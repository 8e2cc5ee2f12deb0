"""A text read again after an edit, with a memory, is read as if for the first time."""

from __future__ import annotations

import random

import pytest

from core.case.model import Case
from core.knowledge.base import Knowledge
from core.language import read
from core.language.genotypes import CUES, read_genotypes
from core.language.memory import Memory

_ENGLISH = """\
67-year-old woman. PC: 4 day history of cough and chest pain. It is worse on a deep breath.
HPC: No fever, vomiting or headache. Mother had a myocardial infarction (MI) at 58. Pulmonary embolism (PE) feared.
PMH: hypertension (no admissions), T2DM. PE in 2019. Allergies: penicillin (rash). DH: metformin 1 g bd, aspirin.
O/E: T 38.4, HR 108, BP 150/90, SpO2 91% on 2 L. Chest: crackles.
WBC 17.8, Cr 1.4
(ref 0.6-1.2)
CYP2C19 *2/*2. Plan: ceftriaxone. Return if chest pain.
"""
_CHINESE = """\
主诉：发热3天。
现病史：患者3天前出现发热，体温38.9℃，伴咳嗽、咳痰，无胸痛、呕吐。既往史：高血压10年。父亲患糖尿病。
查体：体温38.5℃，心率102次/分。肺部可闻及湿啰音。
"""
NOTES = (_ENGLISH, _CHINESE)
PIECES = (" no ", "fever", " BP 120/80", "\n", "PMH: ", ". ", "It ", "(", ")", " mother ", "my dad is 70, he ", "PE",
          " ref 1-2", "72F ", "type A-1", "-", "Allergies: ", " chest pain", ";", "，", "无", "x", "9")  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("note", NOTES)
def test_an_edited_text_reads_as_if_for_the_first_time(note: str, seed: int, knowledge: Knowledge) -> None:
    chance = random.Random(seed)
    memory, text = Memory(), note
    for _ in range(40):
        place = chance.randrange(len(text) + 1)
        kind = chance.random()
        if kind < 0.5:
            text = text[:place] + chance.choice(PIECES) + text[place:]
        elif kind < 0.8:
            text = text[:place] + text[place + chance.choice((1, 1, 3, 12)) :]
        else:
            start = chance.randrange(len(text))
            text = text[:place] + text[start : start + 30] + text[place:]
        case = Case(id="one", text=text)
        assert read(case, knowledge, memory) == read(case, knowledge)
        text = text if len(note) / 2 < len(text) < 2 * len(note) else note


def test_what_the_rest_of_the_record_says_is_not_forgotten(knowledge: Knowledge) -> None:
    memory = Memory()
    for opening in ("My dad is 70. He is ill. He has a cough.", "I am ill.", "Pulmonary embolism (PE) seen."):
        case = Case(id="one", text=f"{opening} Dad has a fever. PE again.")
        assert read(case, knowledge, memory) == read(case, knowledge)


def test_the_memory_is_bounded(knowledge: Knowledge) -> None:
    memory = Memory(most=3)
    text = "\n".join(f"Fever on day {n}." for n in range(20))
    found = read(Case(id="one", text=text), knowledge, memory)
    assert found == read(Case(id="one", text=text), knowledge)
    assert len(memory._pieces) == 3


def test_another_case_with_the_same_text_is_read_anew(knowledge: Knowledge) -> None:
    memory = Memory()
    text = "Creatinine 1.4. Fever."
    one = read(Case(id="one", text=text), knowledge, memory)
    assert read(Case(id="one", text=text), knowledge, memory) is one
    other = read(Case(id="one", text=text, hpo_present=("HP:0012735",)), knowledge, memory)
    assert "HP:0012735" in {f.concept for f in other.findings}


def test_every_name_of_a_gene_holds_a_cue() -> None:
    from core.knowledge.pgx_genes import _NAMES

    for symbol, names in _NAMES.items():
        for name in (symbol, *names):
            assert any(cue in name.lower() for cue in CUES), name
    text = "CYP2C19 *2/*2, HLA-B*57:01 positive, factor V Leiden heterozygous"
    assert [g.gene for g in read_genotypes(text, 0, len(text))] == ["CYP2C19", "HLA-B*57:01", "F5"]
