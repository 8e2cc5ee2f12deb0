"""Labels and names inside a sentence: which capital is a name's own, and brackets that close."""

from __future__ import annotations

from core.language.model import AllergyItem

# Persons, places and kinds of germs that a label of ours may begin with; all else begins small inside a sentence.
_PROPER = frozenset("""
Achilles African Alport Alzheimer Angelman Apgar Aschoff Ashkenazi Aspergillus Auer Auspitz Babinski Bacillus Baker
Barrett Bartholin Bartonella Behçet Bell Bence Boerhaave Bordetella Braxton Brudzinski Brugada Campylobacter Canadian
Centor Charcot Chinese Chvostek Clostridioides Clostridium Cobb Corynebacterium Crohn Cushing Doppler Down Duchenne
Dupuytren Ebola Echinococcus Edinburgh Eisenmenger Epworth Erlenmeyer Escherichia Ewing Fabry Finkelstein Forchheimer
Friedreich Froment Fusobacterium Gaucher Geneva Gilbert Gitelman Glasgow Gottron Graves Heberden Heinz Hirschsprung
Histoplasma Hodgkin Hoffmann Hoover Horner Hunner Huntington Hutchinson Janeway Japanese Kaposi Kawasaki Kehr Kerley
Kernig Killip Klinefelter Koebner Koplik Leber Legionella Legionnaires Lemierre Lewy Lisch Looser Ludwig Lyme Lynch
Mallory Marfan Meckel Mediterranean Meniere Ménière Morton Murphy Mycoplasma Negri Neisseria Nikolsky Noonan Osborn
Osler Ottawa Paget Parkinson Pastia Pautrier Perthes Phalen Pneumocystis Pompe Pseudomonas Ranson Rett Rocky Romberg
Roth Rovsing Salmonella Schirmer Serratia Shiga Shigella Sjögren Spurling Streptococcus Takayasu Thompson Tourette
Trousseau Turkish Turner Vibrio Waldenstrom Waldenström Weber Weiss Wells Wernicke Whipple Wickham Williams Wilms Wilson
Zenker
""".split())  # fmt: skip


def small(label: str) -> str:
    """A label inside a sentence: "Chest pain" loses its capital, "ST depression", "D-dimer" and "Glasgow" do not.

    >>> small("Chest pain"), small("ST depression"), small("D-dimer raised"), small("Glasgow Coma Scale 13")
    ('chest pain', 'ST depression', 'D-dimer raised', 'Glasgow Coma Scale 13')
    """
    first = label.split(" ")[0].partition("'")[0].partition("’")[0]
    if first in _PROPER or not (first[1:].isalpha() and first[1:].islower()):
        return label
    return label[:1].lower() + label[1:]


def unbracketed(text: str) -> str:
    """Words that will stand in brackets, without brackets of their own, be these closed or not.

    >>> unbracketed("anaphylaxis (age 6)"), unbracketed("anaphylaxis (age 6"), unbracketed("休克（1990年）")
    ('anaphylaxis, age 6', 'anaphylaxis, age 6', '休克，1990年')
    """
    opened = text.replace(" (", ", ").replace("(", ", ").replace("（", "，")
    return opened.replace(")", "").replace("）", "").strip(" ,，")


def reaction(item: AllergyItem) -> str:
    """What a substance did to the patient, to stand in brackets behind it; empty where it is not told."""
    return unbracketed(item.reaction) if item.reaction else ""
