"""Words that deny, and what only looks like them."""

from __future__ import annotations

from core.language.en.rules.rule import Rule, phrases

_NO = phrases(
    "no one sided|no one - sided|no one side|no evidence of|no evidence for|no evidence to suggest|no evidence|"
    "no sign of|no signs of|"
    "no signs or symptoms of|no symptoms of|no findings of|"
    "no findings to suggest|no finding of|no indication of|no suggestion of|no suspicion for|no suspicion of|"
    "no concern for|no complaints of|"
    "no complaint of|no c / o|no radiographic evidence of|no clinical evidence of|no ecg evidence of|"
    "denies any|denies|denied|denying|deny|denies having|denied having|denies current|denies recent|denies feeling|"
    "denied any|without any|without|w / o|w / out|"
    "without evidence of|without signs of|without any evidence of|without associated|no|none|nil|never had|"
    "never has|never|"
    "not have|does not have|did not have|do not have|has not had|have not had|had not had|not had|doesn't have|"
    "didn't have|hasn't had|hasn't|haven't|hadn't|don't get|doesn't get|never get|never gets|didn't get|not got|"
    "haven't got|hasn't got|no being|no more|not any|without being|nothing like|never any|"
    "haven't had|hadn't had|does not have any|did not have any|didn't have any|not having|not been having|has no|"
    "have no|had no|having no|"
    "does not|did not|do not|doesn't|didn't|don't|isn't|wasn't|aren't|weren't|ain't|not|cannot|can't see|absence of|"
    "absent|lack of|lacks|lacking|lacked|"
    "negative for|neg for|was negative for|is negative for|were negative for|negative for any|-ve for|- ve for|- ve|"
    "neg|fails to reveal|failed to reveal|failed to show|"
    "free of|clear of|rules out|ruled out for|rule out for|ruled the patient out for|ruled him out for|"
    "ruled her out for|excludes|low suspicion for|low suspicion of|"
    "low probability of|low likelihood of|unlikely to be|unlikely to have|not consistent with|not suggestive of|"
    "not suspicious for|not likely to be|argues against|against|"
    "no history suggestive of|nor|neither|resolution of|unremarkable for|not associated with|not accompanied by|"
    "not complaining of|"
    "not known to have|do not believe|does not believe|not believe|do not think|does not think|not think|"
    "do not feel|doubt|doubts|doubtful|negative|zero|not demonstrate|not show|not reveal|(-)"
)
_NO_PAST = phrases(
    "no history of|no prior history of|no past history of|no past medical history of|no known history of|no hx of|"
    "no h / o|no prior|no previous|"
    "denies history of|denies any history of|denies a history of|denies prior|denies previous|denied history of|"
    "denied any history of|"
    "denies hx of|denies h / o|denies past|without history of|without prior|without a history of|never had a|"
    "never had any|no personal history of|"
    "no significant history of|no pmh of|no significant pmh of|negative history of|no past|"
    "does not have a history of|did not have a history of|not have a history of|"
    + "|".join(
        f"{no} {kind} {history} of"
        for no in ("no", "without", "without any")
        for kind in "explicit clear documented definite recorded reported formal obvious relevant specific".split()
        for history in ("history", "hx", "prior history", "past history")
    )
)
_NO_PSEUDO = phrases(
    "not only|no increase|no change in|no changes in|no change|no significant change|no interval change|"
    "no significant interval change|"
    "no relief|no improvement|without improvement|without relief|not certain|not sure|unsure|gram negative|"
    "gram - negative|not necessarily|"
    "no response|no need|no doubt|not drain|not rule out|not ruled out|not been ruled out|without difficulty|"
    "not improved|not improving|did not improve|not resolved|has not resolved|"
    "not resolve|did not resolve|not relieved|not relieved by|no better|not better|not responding|not respond|"
    "did not respond|did not respond to|"
    "no treatment|no treatment for|no medication for|no medications for|not taking|not take|not taken|has not taken|"
    "not on|"
    "rh negative|rh - negative|no one|no - one|nobody|no sooner|nearly stopped|almost stopped|has nearly stopped|"
    "is nearly stopped|has almost stopped|nearly gone|almost gone|nearly settled|almost settled|not gone|not stopped|"
    "hasn't gone|hasn't stopped|hasn't settled|won't stop|doesn't stop|never stops|isn't getting better|"
    "not very|not that|not too|not so|not quite|not particularly|not overly|for maybe|for perhaps|lasted maybe|"
    "lasted perhaps|maybe twice|maybe once|perhaps once|perhaps twice|"
    "not getting better|can't stop|cannot stop|not helped|didn't help|doesn't help|hasn't helped|no help|no use|"
    "no matter how|no different|not sure what|not sure why|don't know why|don't know what|not the same|not as|"
    "not until|not well controlled|not controlled|"
    "without treatment|no - actually|no – actually|no — actually|no actually|no , actually|no wait|no , wait|"
    "no - wait|no – wait|no — wait|no sorry|no , sorry|no - sorry|no – sorry|no — sorry|no rather|no , rather|"
    "not been evaluated|no follow up|no follow - up|no time|no idea|no problem|not to mention|not tolerating|"
    "not tolerate|unable to|not able to|"
    "can not|not breathing well|no matter|not seen a doctor|not sought|does not know|not want|no appetite|no energy|"
    "no urine output|no stool|no bowel movement|"
    "no bowel movements|no flatus|no pulse|no breath sounds|not eat|not eating|not drinking|not sleep|not sleeping|"
    "not moving|not move|not feeling well|"
    "no medical history|no past medical history|no pmh|no significant past medical history|"
    "no significant medical history|no previous medical history|"
    "no history available|no significant pmh|no other medical history|no meds|no medications|no regular medications|"
    "no regular medication|no regular meds|no medication|"
    "not feel well|not looking well|no bm|no bms|without doubt|without a doubt|triple - negative|triple negative|"
    "no interval increase in the size of|no interval growth of|no interval enlargement of|no increase in the size of|"
    "none at rest|nil at rest|absent at rest|not at rest|none at night|nil at night|nil in between|none in between|"
    "never otherwise|none otherwise|nil otherwise|not otherwise|no driving|"
    "nil by mouth|nil per os|nil orally|nil else|none else|nil other|said no|says no|answered no|replied no|"
    "none since|nil since|never since|not since|none after that"
)
_YES = phrases(
    "positive for|positive|is positive for|admits|admits to|endorses|endorsed|endorsing|complains of|complaining of|"
    "complained of|c / o|reports|reported|"
    "presents with|presented with|presenting with|presents for|p / w|presents|presented|presenting|significant for|"
    "notable for|remarkable for|with complaint of|"
    "with complaints of|+ ve for|+ ve|developed|develops|now with|now has|new onset|new - onset|remarkable only for|"
    "significant only for|positive only for|"
    "found to have|was noted to have|noted to have|does have|did have|has had|states that she has|"
    "states that he has|but has|but had|"
    "but does have|but reports|but admits to|(+)|started having|began having|began to have"
)
_STOP = phrases(
    "but|however|nevertheless|yet|though|although|except|except for|apart from|aside from|other than|besides|"
    "save for|with the exception of|"
    "excepting|still|which|who|secondary to|due to|because of|because|since|as a cause of|as the cause of|"
    "as an etiology for|source of|cause of|causes of|"
    "reason for|reasons for|trigger for|instead of|thus|therefore|so|whereas|while|until|prior to|following|after|"
    "then|only|otherwise|rather than|, with|"
    "etiology of|presumed|; with"
)
_NEGATIVE_BACK = phrases(
    "is negative|was negative|are negative|were negative|is absent|was absent|are absent|were absent|absent|"
    "is denied|was denied|are denied|were denied|"
    "denied|ruled out|is ruled out|was ruled out|were ruled out|has been ruled out|have been ruled out|"
    "been ruled out|excluded|was excluded|is excluded|is not present|are not present|was not present|"
    "were not present|not present|is not seen|not seen|not identified|not noted|not detected|not demonstrated|"
    "not appreciated|not evident|not visualized|"
    "not visualised|not observed|not found|not elicited|not palpable|not reported|not felt|unlikely|is unlikely|"
    "was unlikely|are unlikely|"
    "is less likely|less likely|very unlikely|thought unlikely|is doubtful|were not noted|was not noted|"
    "was not seen|were not seen|not heard|not observed|"
    "free|negative|neg|- ve|screen negative|screening negative|test negative|came back negative|returned negative|"
    "none|= 0|(-)|( - )|not apparent"
)

DENIAL: tuple[Rule, ...] = (
    Rule(_NO, "absent"),
    Rule(_NO_PAST, "absent", also="historical"),
    Rule(_NO_PSEUDO, "pseudo", "none"),
    Rule(_YES, "present"),
    Rule(_STOP, "stop", "none"),
    Rule(_NEGATIVE_BACK, "absent", "backward", narrow=True),
    Rule(phrases("unlikely|very unlikely"), "absent", narrow=True, begins=True),
    Rule(
        phrases(
            ": no|. no|. none|. nil|is not|are not|was not|were not|: none|"
            ": denied|: denies|: negative|: neg|: nil|: absent|- no|"
            "- none|- denied|- negative|- neg|- nil|? no|? n|? nil|? none|? never|= no|: n|- absent"
        ),
        "absent",
        "backward",
        ends=True,
    ),
    # "Stridor nil.", "haemoptysis no, fever yes": behind their noun, where the clause ends.
    Rule(phrases("nil|no|nil of note|nil seen|nil found|nil noted"), "absent", "backward", narrow=True, ends=True),
    Rule(phrases("? yes|? y|: yes|: y"), "present", "backward", narrow=True, ends=True),
)
