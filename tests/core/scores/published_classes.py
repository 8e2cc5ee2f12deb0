"""Where the published tables draw the classes of the scores of daily use: the first class, and where each next begins.

Written down from the tables apart from the program. A limit is the first value of its class, or with "above" the last
value of the class before.
"""

from __future__ import annotations

from typing import Literal

# "from": the limit itself belongs to the class that begins there; "above": it still belongs to the one before.
Limit = tuple[Literal["from", "above"], float, str]
Classes = tuple[str, tuple[Limit, ...]]


def _from(first: str, *limits: tuple[float, str]) -> Classes:
    return first, tuple(("from", limit, name) for limit, name in limits)


def _above(first: str, *limits: tuple[float, str]) -> Classes:
    return first, tuple(("above", limit, name) for limit, name in limits)


_IMAGING = _from("imaging not needed", (1, "imaging indicated"))
_RADIOGRAPH = _from("radiograph not needed", (1, "radiograph indicated"))
_PECARN = _from("very low", (1, "intermediate"), (2, "high"))
# Morrow 2000: death within 30 days by the total of TIMI in ST elevation, above 8 taken together.
_TIMI_STEMI = (0.8, 1.6, 2.2, 4.4, 7.3, 12.4, 16.1, 23.4, 26.8, 35.9)
_DIED = [f"{share:g} % died within 30 days" for share in _TIMI_STEMI]

OF_DAILY_USE: dict[str, Classes] = {
    # Infection and the worst values
    "qsofa": _from("fewer than 2 criteria", (2, "positive (2 or 3 criteria)")),
    "sirs": _from("fewer than 2 criteria", (2, "systemic inflammatory response")),
    "smart-cop": _from("low", (3, "moderate"), (5, "high"), (7, "very high")),
    "lrinec": _from("low", (6, "intermediate"), (8, "high")),
    "isth-dic": _from("not overt", (5, "overt")),
    "hscore": _from("unlikely", (169, "likely")),
    # Heart and vessels
    "timi-ua-nstemi": _from("low", (3, "intermediate"), (5, "high")),
    "timi-stemi": _from(_DIED[0], *((float(n), words) for n, words in enumerate(_DIED) if n)),
    "grace": _above("low", (108, "intermediate"), (140, "high")),
    "edacs": _from("low points", (16, "not low")),
    "rcri": _from("class I", (1, "class II"), (2, "class III"), (3, "class IV")),
    "shock-index": ("usual", (("from", 0.7, "raised"), ("above", 0.9, "high"))),
    "pooled-cohort": _from("low", (5, "borderline"), (7.5, "intermediate"), (20, "high")),
    "has-bled": _from("low", (2, "moderate"), (3, "high")),
    "orbit": _from("low", (3, "medium"), (4, "high")),
    # Thrombosis
    "perc": _from("negative", (1, "positive")),
    "geneva-revised": _from("low", (4, "intermediate"), (11, "high")),
    "geneva-simplified": _above("unlikely", (2, "likely")),
    "years": _from("excluded", (1, "not excluded")),
    "pesi": _above("class I", (65, "class II"), (85, "class III"), (105, "class IV"), (125, "class V")),
    "spesi": _from("low", (1, "high")),
    "bova": _above("stage I", (2, "stage II"), (4, "stage III")),
    "padua": _from("low", (4, "high")),
    "improve-vte": _from("low", (2, "moderate"), (4, "high")),
    "khorana": _from("low", (1, "intermediate"), (3, "high")),
    "4ts": _above("low", (3, "intermediate"), (5, "high")),
    "plasmic": _from("low", (5, "intermediate"), (6, "high")),
    # Skin
    "scorten": _from("0 or 1", (2, "2"), (3, "3"), (4, "4"), (5, "5 or more")),
    # Lungs and sleep
    "rox": _from("likely to fail soon", (3.85, "undecided"), (4.88, "likely to succeed")),
    "stop-bang": _from("low", (3, "intermediate"), (5, "high")),
    "lights": _from("transudate", (1, "exudate")),
    # Belly and liver
    "glasgow-blatchford": _above("very low", (1, "raised"), (6, "high")),
    "rockall-pre": _from("low", (1, "raised")),
    "rockall": _above("low", (2, "intermediate"), (7, "high")),
    "aims65": _from("low", (2, "high")),
    "alvarado": _from("unlikely", (5, "possible"), (7, "probable"), (9, "very probable")),
    "air": _from("low", (5, "indeterminate"), (9, "high")),
    "ranson": _from("mild", (3, "severe")),
    "bisap": _from("low", (3, "high")),
    "child-pugh": _above("class A", (6, "class B"), (9, "class C")),
    "maddrey": _from("not severe", (32, "severe")),
    "lille": _from("response", (0.45, "no response")),
    # Kidney, drugs and metabolism
    "kdigo-aki": _from("none", (1, "stage 1"), (2, "stage 2"), (3, "stage 3")),
    "osmolal-gap": _above("not raised", (10, "raised")),
    "corrected-phenytoin": ("below range", (("from", 10, "in range"), ("above", 20, "above range"))),
    "homa-ir": _from("below 2.5", (2.5, "2.5 or more")),
    "findrisc": ("low", (("from", 7, "slightly elevated"), ("from", 12, "moderate"), ("from", 15, "high"),
                         ("above", 20, "very high"))),
    # Nerves and injury
    "abcd2": _above("low", (3, "moderate"), (5, "high")),
    "nihss": _from("none", (1, "minor"), (5, "moderate"), (16, "moderate to severe"), (21, "severe")),
    "canadian-ct-head": _from("CT not needed", (1, "medium risk"), (2, "high risk")),
    "pecarn": _PECARN,
    "pecarn-under-2": _PECARN,
    "nexus": _IMAGING,
    "canadian-c-spine": _IMAGING,
    "ottawa-ankle": _RADIOGRAPH,
    "ottawa-foot": _RADIOGRAPH,
    "ottawa-knee": _RADIOGRAPH,
    # Joints
    "das28-esr": ("remission", (("from", 2.6, "low activity"), ("above", 3.2, "moderate activity"),
                                ("above", 5.1, "high activity"))),
    "cdai-ra": _above("remission", (2.8, "low activity"), (10, "moderate activity"), (22, "high activity")),
    # Birth
    "bishop": ("unripe", (("above", 6, "undecided"), ("from", 8, "ripe"))),
    "apgar": _from("low", (4, "moderately abnormal"), (7, "reassuring")),
    # Mind and substances
    "cam": _from("negative", (1, "positive")),
    "phq-9": _from("minimal", (5, "mild"), (10, "moderate"), (15, "moderately severe"), (20, "severe")),
    "gad-7": _from("minimal", (5, "mild"), (10, "moderate"), (15, "severe")),
    "epds": _from("unlikely", (10, "possible"), (13, "likely")),
    "audit": _from("low", (8, "hazardous"), (16, "harmful"), (20, "dependence likely")),
    "audit-c": _from("negative", (3, "positive in women"), (4, "positive")),
    "cage": _from("negative", (1, "not excluded"), (2, "positive")),
    "ciwa-ar": _from("minimal", (8, "mild to moderate"), (15, "severe")),
    "cows": ("none", (("from", 5, "mild"), ("above", 12, "moderate"), ("above", 24, "moderately severe"),
                      ("above", 36, "severe"))),
    # Care, and what becomes of a patient
    "braden": _above("very high", (9, "high"), (12, "moderate"), (14, "mild"), (18, "not at risk")),
    "morse-fall": _from("low", (25, "moderate"), (45, "high")),
    "barthel": ("total dependence", (("above", 20, "severe dependence"), ("above", 60, "moderate dependence"),
                                     ("above", 90, "slight dependence"), ("from", 100, "independent"))),
    "katz": ("severe impairment", (("above", 3, "moderate impairment"), ("from", 6, "full function"))),
    "lace": _from("low", (5, "moderate"), (10, "high")),
    "hospital": _from("low", (5, "intermediate"), (7, "high")),
    "charlson": _from("none", (1, "mild"), (3, "moderate"), (5, "severe")),
}  # fmt: skip
