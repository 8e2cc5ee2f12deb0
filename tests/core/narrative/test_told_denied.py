"""A relative's illness, a negative result, what was not done, and what a prefix makes another thing: none is the
patient's, however it is written down."""

from __future__ import annotations

import pytest

from core.narrative.check import check_sentence
from core.narrative.model import Withheld
from tests.core.narrative.cases import recorded

_TOLD = [
    ("Found by her daughter Grace. Grace has asthma.", "asthma", False),
    ("Lives with her son Peter. Peter has epilepsy.", "epilepsy", False),
    ("Attends with her friend Ruth, who drove. Ruth has psoriasis.", "psoriasis", False),
    ("Here with Omid (partner). Omid has gout.", "gout", False),
    ("Here with Anna, her sister. Anna had scabies.", "scabies", False),
    ("Her flatmate has scabies.", "scabies", False),
    ("Her boyfriend has chlamydia.", "chlamydia", False),
    ("Her granddaughter has measles.", "measles", False),
    ("Her sister had eclampsia. Diagnosis: pre-eclampsia.", "eclampsia", False),
    ("Diagnosis: pre-diabetes.", "diabetes", False),
    ("Found by her daughter Grace. She has asthma.", "asthma", True),
    ("Her daughter Grace is well. She has epilepsy.", "epilepsy", True),
    ("Her flatmate is well. She has scabies.", "scabies", True),
    ("Diagnosis: eclampsia.", "eclampsia", True),
    ("Diagnosis: pre-eclampsia.", "pre-eclampsia", True),
]


@pytest.mark.parametrize(("text", "illness", "shown"), _TOLD)
def test_whose_illness_it_is(text: str, illness: str, shown: bool) -> None:
    record = recorded(f"Clinic. Mrs Doreen Marsh, 58. {text}")
    assert isinstance(check_sentence(f"Mrs Marsh has {illness}.", record), Withheld) is not shown


_DENIED = [
    ("Urine: glucose 3+, ketones negative.", "Ketones were found in his urine.", False),
    ("Urine: ketones nil.", "Ketones were detected in his urine.", False),
    ("Urine: leucocytes, nitrites and ketones negative.", "Nitrites were found in his urine.", False),
    ("Urine: leucocytes and nitrites: negative.", "There were leucocytes in his urine.", False),
    ("Murphy's sign absent.", "Murphy's sign was present.", False),
    ("Bowels not yet open.", "He has opened his bowels.", False),
    ("Bowels not opened since Sunday.", "He has opened his bowels since Sunday.", False),
    ("Urine not passed since noon.", "He has passed urine since noon.", False),
    ("Flatus not yet passed.", "He has passed flatus.", False),
    ("Catheter not yet removed.", "His catheter has been removed.", False),
    ("He cannot lift the left arm.", "He can lift the left arm.", False),
    ("He cannot bear the heat.", "He has heat intolerance.", True),
    ("He cannot lie still for pain in the left flank.", "He has pain in the left flank.", True),
    ("Urine: ketones 3+.", "Ketones were found in his urine.", True),
    ("Urine: nitrites positive, ketones negative.", "Nitrites were found in his urine.", True),
    ("Urine: ketones negative.", "His urine was negative for ketones.", True),
    ("Bowels open on Sunday.", "He opened his bowels on Sunday.", True),
    ("Urine passed at noon.", "He passed urine at noon.", True),
    ("Catheter removed on Sunday.", "His catheter was removed on Sunday.", True),
]


@pytest.mark.parametrize(("text", "sentence", "shown"), _DENIED)
def test_what_is_denied_behind(text: str, sentence: str, shown: bool) -> None:
    record = recorded(f"Ward round. Mr Alan Marsh, 58. {text}")
    assert isinstance(check_sentence(sentence, record), Withheld) is not shown
