"""First names that tell the sex, where a record names the patient and says no more."""

from __future__ import annotations

import re

# Common ones that are given to one sex alone; "Alex", "Robin" and "Kim" are not here.
_FEMALE = """
    Abigail Ada Adele Agnes Aisha Alice Alison Amanda Amelia Amina Amy Andrea Angela Anita Anna Anne Annie Barbara
    Beatrice Bella Bethany Betty Brenda Bridget Camilla Carla Carmen Carol Caroline Catherine Cecilia Charlotte Chloe
    Christina Christine Clara Claire Claudia Daisy Deborah Denise Diana Diane Donna Doreen Doris Dorothy Edith Eileen
    Elaine Eleanor Elena Elizabeth Ella Ellen Elsie Emily Emma Erica Esther Ethel Eva Evelyn Fatima Fiona Florence
    Frances Freya Gemma Georgia Geraldine Gillian Gloria Grace Greta Gwen Hannah Harriet Hazel Heather Helen Helena
    Holly Ida Imogen Ingrid Irene Iris Isabel Isabella Isla Jacqueline Jane Janet Janice Jasmine Jean Jennifer Jessica
    Joan Joanna Joanne Josephine Joyce Judith Julia Julie June Karen Kate Katherine Kathleen Katie Laura Lauren Leah
    Leila Lillian Lily Linda Lisa Lorna Louise Lucy Lydia Mabel Madeleine Maeve Margaret Maria Marie Marion Marjorie
    Martha Mary Matilda Maureen Mavis Maya Megan Melanie Melissa Mia Michelle Mildred Miriam Moira Molly Monica Muriel
    Nadia Nancy Naomi Natalie Nicola Nina Nora Norma Olga Olive Olivia Pamela Patricia Paula Pauline Penelope Phoebe
    Phyllis Poppy Priya Rachel Rebecca Rita Rosa Rose Rosemary Rosie Ruby Ruth Sally Samantha Sandra Sara Sarah Sharon
    Sheila Shirley Silvia Sofia Sophia Sophie Stella Stephanie Susan Suzanne Sylvia Tamara Tanya Teresa Theresa Tina
    Ursula Valerie Vanessa Vera Veronica Victoria Violet Virginia Wendy Winifred Yasmin Yvonne Zainab Zara Zoe
"""
_MALE = """
    Aaron Abdul Adam Adrian Ahmed Alan Albert Alexander Alfred Ali Andrew Anthony Antonio Archie Arjun Arnold Arthur
    Ben Benjamin Bernard Brian Bruce Carl Carlos Cedric Charles Charlie Christopher Clifford Clive Colin Craig Cyril
    Damian Daniel Darren David Dean Dennis Derek Desmond Dominic Donald Douglas Duncan Dylan Edgar Edmund Edward Edwin
    Elliot Eric Ernest Ethan Eugene Felix Finlay Francis Frank Fred Frederick Gareth Gary Gavin Geoffrey George Gerald
    Gerard Giles Gordon Graham Gregory Guy Harold Harry Harvey Hassan Henry Herbert Horace Howard Hugh Hugo Ian Ibrahim
    Isaac Ivan Jack Jacob Jake James Jason Jeremy Joe Joel John Jonathan José Joseph Joshua Julian Keith Kenneth Kevin
    Lawrence Lee Leo Leon Leonard Lewis Liam Lionel Louis Lucas Luke Malcolm Marcus Mario Mark Martin Matthew Maurice
    Max Michael Miguel Mohamed Mohammed Muhammad Nathan Neil Neville Nicholas Nigel Noah Noel Norman Oliver Omar Oscar
    Oswald Owen Patrick Paul Peter Philip Pierre Rajesh Ralph Raymond Reginald Richard Robert Roderick Roger Roland
    Ronald Rory Roy Rupert Russell Ryan Samuel Sean Sebastian Sidney Simon Stanley Stephen Steven Stuart Theodore Thomas
    Timothy Tobias Toby Tom Trevor Victor Vincent Walter Wayne Wilfred William Yusuf Zachary
"""
_SEX_OF = dict.fromkeys(_FEMALE.split(), "female") | dict.fromkeys(_MALE.split(), "male")
_HEAD = 120  # characters of a record in which its patient is named
_NAME = re.compile(r"(?<!Dr )(?<!Dr\. )(?<!Prof )(?<!Nurse )(?<!St )(?<!\w)([A-Z][a-zé]+)(?!\w|['’]s)")


def sex_by_name(text: str) -> str:
    """The sex that the first name at the head of a record tells; "unknown" when there is none, or two that differ.

    >>> sex_by_name("Ward 4. Oliver Grant, 4 years."), sex_by_name("Robin Grant, 4 years.")
    ('male', 'unknown')
    """
    found = {_SEX_OF[name] for name in _NAME.findall(text[:_HEAD]) if name in _SEX_OF}
    return found.pop() if len(found) == 1 else "unknown"
