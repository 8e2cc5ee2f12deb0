"""The words that turn a finding: denied, possible, past, of somebody else (after ConText, written afresh).

A rule's phrases are tokens joined by spaces, marks being tokens of their own ("r / o"). `forward` reaches from the
phrase to the end of the clause, `backward` to its beginning. `narrow` ends at the next comma, too. A pseudo rule only
keeps a shorter phrase inside it from being seen. In a phrase `~w` is any word, `~ing` one that ends so, `~year` a year.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Category = Literal[
    "absent", "present", "possible", "hypothetical", "conditional", "historical", "recent", "resolved", "family",
    "other",
    "pseudo", "stop",
]  # fmt: skip
Direction = Literal["forward", "backward", "both", "none"]


class Rule(NamedTuple):
    """One kind of phrase and what it does."""

    phrases: tuple[str, ...]
    category: Category
    direction: Direction = "forward"
    narrow: bool = False
    also: Category | None = None
    ends: bool = False  # holds only where the segment ends: "Fever: no"


def _p(text: str) -> tuple[str, ...]:
    return tuple(" ".join(p.split()) for p in text.split("|") if p.strip())


_NO = _p(
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
    "does not|did not|do not|doesn't|didn't|don't|isn't|wasn't|aren't|weren't|not|cannot|can't see|absence of|"
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
_NO_PAST = _p(
    "no history of|no prior history of|no past history of|no past medical history of|no known history of|no hx of|"
    "no h / o|no prior|no previous|"
    "denies history of|denies any history of|denies a history of|denies prior|denies previous|denied history of|"
    "denied any history of|"
    "denies hx of|denies h / o|denies past|without history of|without prior|without a history of|never had a|"
    "never had any|no personal history of|"
    "no significant history of|no pmh of|no significant pmh of|negative history of|no past|"
    "does not have a history of|did not have a history of|not have a history of"
)
_NO_PSEUDO = _p(
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
    "without treatment|"
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
    "never otherwise|none otherwise|nil otherwise|not otherwise|no driving"
)
_YES = _p(
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
_STOP = _p(
    "but|however|nevertheless|yet|though|although|except|except for|apart from|aside from|other than|besides|"
    "save for|with the exception of|"
    "excepting|still|which|who|secondary to|due to|because of|because|since|as a cause of|as the cause of|"
    "as an etiology for|source of|cause of|causes of|"
    "reason for|reasons for|trigger for|instead of|thus|therefore|so|whereas|while|until|prior to|following|after|"
    "then|only|otherwise|rather than|, with|"
    "etiology of|presumed|; with"
)
_POSSIBLE = _p(
    "possible|possibly|probable|probably|likely|most likely|very likely|is likely|more likely|suspected|suspect|"
    "suspects|suspecting|suspicion for|suspicion of|suspicious for|"
    "suspicion|concern for|concern of|concern about|concerned about|concerning for|concerned for|worried about|"
    "worrisome for|worry about|may have|might have|could have|"
    "may be|might be|could be|may represent|could represent|might represent|may reflect|could reflect|may indicate|"
    "maybe|perhaps|questionable|question of|"
    "? |query|r / o|rule out|to rule out|rule out for|evaluate for|evaluation for|evaluate for possible|assess for|"
    "to exclude|please exclude|kindly exclude|cannot exclude|can not exclude|cannot rule out|can not rule out|"
    "could not rule out|not exclude|unable to exclude|unable to rule out|does not exclude|not rule out|"
    "presumed|presumptive|presumably|suggestive of|suggesting|"
    "suggests|suggest|suggestion of|"
    "indicative of|appears to be|appears to have|seems to be|seems to have|working diagnosis of|working diagnosis|"
    "provisional diagnosis of|provisional diagnosis|"
    "potential|potentially|equivocal for|borderline for|versus|vs|vs .|consider|considering|considered|"
    "thought to be|thought to have|believed to be|believed to have|"
    "felt to be|impression of|raises the possibility of|raise the possibility of|possibility of|high suspicion for|"
    "high suspicion of|compatible with|"
    "could also be|would be concerned for|not ruled out|not been ruled out|to look for|look for|looking for|"
    "screen for|screening for|test for|tested for|testing for|"
    "workup for|work - up for|work up for|pending for|? acute|unclear if|unclear whether|uncertain whether|"
    "looks like|look like|looked like|sounds like|favour|favor|favours|favors|favouring|favoring|in favour of|"
    "in favor of|wonder if|wonder whether|wonders if|wonders whether|wondering if|wondering whether|wonder about|"
    "wondering about|conceivable|conceivably|plausible|conceivable that|either|c / f|concerns about|concerns for|"
    "concerns of|concerns re|concern re|concern regarding|concerns regarding|concerns that|concern that|"
    "concerned that|treat as|treated as|treating as|provisional dx|working dx|provisional dx of|working dx of|"
    "thinks he|thinks she|thinks this|thinks it|thinks that|think this|think it|think that|may well|could well|"
    "might well|may well be|could well be|may well have|need to rule out|needs to rule out|"
    "need to exclude|needs to exclude|must rule out|must exclude|trying to rule out"
)
# These begin a list, which goes on behind its commas.
_DIFFERENTIAL = _p(
    "differential includes|differential diagnosis includes|ddx|ddx includes|differential|differential diagnosis|"
    "differential included|differentials included|differential diagnosis included|differentials include|"
    "considerations include|considerations included|diagnoses include|diagnoses included|possibilities include|"
    "possibilities included"
)
_POSSIBLE_BACK = _p(
    "is possible|are possible|was possible|cannot be excluded|can not be excluded|could not be excluded|"
    "cannot be ruled out|can not be ruled out|could not be ruled out|"
    "is suspected|was suspected|are suspected|were suspected|suspected|is likely|was likely|are likely|is probable|"
    "seems likely|is considered|was considered|"
    "not ruled out|has not been ruled out|not excluded|not been excluded|has not been excluded|is a possibility|"
    "is a concern|is being considered|"
    "is questionable|is in the differential|remains possible|is on the differential|remains a possibility|"
    "remains a concern|remains on the differential|is favored|is favoured|versus|vs|vs .|? |"
    "in the differential|on the differential|remains in the differential|stays in the differential|favoured|favored|"
    "needs to be excluded|need to be excluded|to be excluded|must be excluded|should be excluded|needs excluding|"
    "need excluding|to be ruled out|needs to be ruled out|need to be ruled out|must be ruled out|"
    "should be ruled out|needs ruling out|not yet excluded|not yet ruled out|more probable|most probable|"
    "seem more probable|seems more probable|seem more likely|seems more likely|seems most likely|is more likely|"
    "is most likely|until proven otherwise|queried"
)
_NEGATIVE_BACK = _p(
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
_RESOLVED_BACK = _p(
    "resolved|has resolved|have resolved|had resolved|now resolved|is resolved|was resolved|has since resolved|"
    "have since resolved|which resolved|which has resolved|which has since resolved|that resolved|"
    "that has resolved|have now resolved|has now resolved|completely resolved|spontaneously resolved|"
    "resolved spontaneously|has completely resolved|"
    "seemed to have resolved|that seemed to have resolved|although that seemed to have resolved|"
    "although this has resolved|though this has resolved|"
    "but this has resolved|but it has resolved|but this resolved|but now resolved|but resolved|this resolved|"
    "this has resolved|has gone|have gone|has stopped|"
    "have stopped|went away|has gone away|has disappeared|disappeared|subsided|has subsided|have subsided|"
    "has cleared|no longer present|is gone|are gone|in remission|is in remission|has since stopped|and resolved|"
    "cleared|cleared after|cleared with|settled|has settled|have settled|now settled|settled with|settled after|"
    "has completely settled|completely settled|has now completely settled|which has now completely settled|stopped|"
    "has now stopped|corrected|has been corrected|was corrected|now corrected|gone|now gone|all gone|gone now|"
    "nil now|none now|no longer seen|is no longer seen|no longer visible|is no longer visible|are no longer seen|"
    "is no longer present|grew out of|grown out of|has grown out of|abated|has abated|faded|has faded|healed|"
    "has healed|have healed|fully healed|passed off|wore off|now better"
)
_RESOLVED = _p(
    "resolved|resolution of|no longer has|no longer having|no longer|is no longer|are no longer|now free of|former|"
    "ex -|recovered from|in remission from|outgrew|grew out of|grown out of"
)
_PAST = _p(
    "history of|a history of|hx of|h / o|ho|hx|past medical history of|past medical history significant for|"
    "past medical history is significant for|"
    "past medical history notable for|past medical history includes|past medical history positive for|"
    "past medical history is positive for|past medical history is notable for|"
    "past medical history|pmh|pmhx|pmh of|pmh significant for|pmh notable for|pmh includes|pmh sig for|"
    "past history of|past history|medical history of|medical history significant for|"
    "medical history notable for|medical history includes|medical history|medical problems including|"
    "multiple medical problems including|known history of|prior history of|previous history of|previously had|"
    "previously diagnosed with|"
    "history significant for|history notable for|history is significant for|history includes|history included|"
    "history remarkable for|personal history of|long history of|longstanding history of|"
    "long - standing history of|remote history of|distant history of|significant history of|strong history of|"
    "background of|known to have|known case of|k / c / o|surgical history of|"
    "risk factors including|risk factors include|risk factors|risk factors of|comorbidities include|"
    "comorbidities including|comorbidities of|comorbid|comorbidities|who has a history of|with a history of|"
    "has had prior|"
    "history positive for|diagnosed in|history also of|also history of|social history|medical hx|past hx|past hx of|"
    "p / h / o|phx|past medical hx of"
)
_PAST_NARROW = _p(
    "previous|previously|prior|past|old|remote|former|status post|s / p|known|pre - existing|preexisting|"
    "longstanding|long - standing|childhood|healed|"
    "in the past had|recovered from|years ago had|previous episodes of|prior episodes of|sequelae of|sequela of|ex -|"
    "medication for|medications for|medicine for|medicines for|tablets for|on treatment for|takes treatment for|"
    "was previously treated for|in ~year had|in ~year for"
)
_PAST_BACK = _p(
    "in the past|in past|years ago|yrs ago|year ago|months ago|as a child|in childhood|in his youth|in her youth|"
    "previously|in the remote past|several years ago|many years ago|"
    "last year|a year ago|decades ago|when younger|in infancy|years previously|years earlier|years prior|in ~year|"
    "back in ~year|in early ~year|in late ~year|( ~year )|in her last pregnancy|"
    "in her first pregnancy|in a previous pregnancy|in her previous pregnancy|in a prior pregnancy|in his teens|"
    "in her teens|in his twenties|in her twenties|in his thirties|in her thirties|in his forties|in her forties|"
    "in her 20s|in his 20s|in her 30s|in his 30s|in her 40s|in his 40s|in her 50s|in his 50s|as a teenager|"
    "as a baby|as an infant|as a kid|in early life"
)
_PAST_PSEUDO = _p(
    "history of present illness|history of the present illness|history of presenting illness|"
    "history of presenting complaint|history taking|history , physical|"
    "history and physical|poor historian|prior to|prior to admission|prior to arrival|past few|past several|"
    "past day|past days|past week|past weeks|past month|past months|past hour|past hours|"
    "past two|past three|past four|past five|past six|past 2|past 3|past 4|past 5|past 6|past 7|past 10|past 12|"
    "past 24|past 48|past year|"
    "day history of|days history of|week history of|weeks history of|month history of|months history of|"
    "hour history of|hours history of|year history of|days ' history of|"
    "d history of|h history of|hr history of|wk history of|day hx of|week hx of|month hx of|hour hx of|days history|"
    "weeks history|short history of|brief history of|/ 7 history of|/ 52 history of|/ 12 history of|"
    "recent history of|acute history of|"
    "/ 12 old|/ 52 old|/ 7 old|half old|year old|years old|- year - old|yr old|yrs old|month old|months old|"
    "week old|weeks old|day old|days old|"
    "post - op|post op|post - operative|previous day|previous night|previous week|"
    "old blood|previous records|previous ecg|prior ecg|prior study|prior studies|prior exam|prior ct|previous ct|"
    "previous study|compared to prior|compared with prior|"
    "from prior|from previous|since prior|old records|half past|walked past|post - prandial|post prandial|"
    "post - void|post - menopausal|compared to previous|post - ictal|post - coital|post - nasal|post nasal|"
    "known allergies|known drug|"
    "as previously noted|previously noted|as previously described|previously described|previously healthy|"
    "previously well|previously fit|previous hospital|prior hospital|previous admission|of unknown|no old|"
    "chief complaint|history obtained|history from|history provided|history limited|unable to obtain history"
)
_RECENT = _p(
    "presents with|presented with|presenting with|presents for|presents after|presenting for|presents to|"
    "presented to|presented on|presents|presented|presenting|complains of|complaining of|complaint of|"
    "complaints of|chief complaint of|c / o|p / w|comes in|came in|came to|comes to|is here|here with|here for|"
    "seen for|admitted with|admitted for|admitted on|brought in|brought by|referred for|referred with|"
    "now has|now with|now|today|currently|who reports|reports|who is admitted|is admitted|was admitted|"
    "who was admitted|develops|developed|who was brought|"
    "noticed|complains|woke|awoke|found to have|was found|with recurrent|this morning|tonight|yesterday|worsening|"
    "with new|with acute|, with|last night|has been having|for which|recent diagnosis of|evaluated for|"
    "being evaluated|who|coming in|had been reported"
)
_IF = _p(
    "if|if any|return if|return for|return to ed for|return to ed if|return to er for|return to the ed for|"
    "return to the ed with|return to the er with|return with|return to the emergency department for|"
    "return to the emergency department with|"
    "return precautions|come back if|come back for|come back with|call if|call for|should she|should he|"
    "should the patient|should you|should there be|should symptoms|in case of|in the event of|"
    "watch for|monitor for|monitoring for|watch out for|be alert for|signs and symptoms of|look out for|"
    "precautions for|counseled on|counselled on|counseled about|counselled about|educated on|educated about|"
    "education on|"
    "warned about|advised about|discussed symptoms of|instructed to return|any of the following|"
    "the following are noted|risk of|risk for|at risk for|at risk of|"
    "at increased risk of|at increased risk for|increased risk of|increased risk for|high risk for|high risk of|"
    "low risk for|low risk of|risks of|risks including|risks include|"
    "side effects include|side effects including|side effects such as|side effects of|may cause|can cause|"
    "could cause|might cause|may develop|could develop|might develop|to prevent|prevention of|prophylaxis for|"
    "prophylaxis against|prophylaxis of|"
    "avoid|as needed for|prn|p . r . n|prn for|p . r . n . for|unless|fear of|fears|afraid of|worried she|"
    "worried he|vaccination against|vaccine for|vaccinated against|vaccine against|complications include|"
    "complications including|complications such as|"
    "potential complications|red flags|warning signs|warning signs of|safety net|safety netting|safety - netting|"
    "in the event that|to return for|to return with|seek care for|seek care if|seek medical attention for|"
    "seek medical attention if|seek medical attention if|seek help if|report any|please report|notify|"
    "if she|if he|call your doctor|call 911|go to the er|go to the ed|were she|were he|were you|to call|to return|"
    "risk factors for|risk factor for|risks explained|risks discussed|risks incl|risks explained incl|"
    "risks explained including|risks discussed including|safety netted|safety - netted|safetynetted|observe for|"
    "observing for|call ~w for|inform ~w if|inform ~w of|alert ~w if|hold for|hold if|withhold for|withhold if|"
    "protect against|to protect against|protects against|protection against|protection from|potential for|"
    "fearful that|fearful of|scared of|frightened of|anxious about getting|worried she will|worried he will|"
    "likelihood of|reduce the likelihood of|reduce the chance of|chance of|chances of|should a|should an|should any|"
    "should new|should his ~w develop|should her ~w develop|should ~w develop|should ~w occur|should you develop|"
    "to avoid|in order to avoid|at the first sign of|at first sign of|if there is|should there be any|"
    "vaccinate against|immunised against|immunized against|screening programme for"
)
_IF_PSEUDO = _p(
    "as if|ask if|asked if|asks if|unsure if|not sure if|unclear if|uncertain if|wonders if|wondering if|see if|"
    "even if|unknown if|feels as if|felt as if|does not know if|"
    "cardiac risk|watch and wait|if anything|grateful if|grateful if you|grateful if you could|appreciate if|"
    "appreciate it if|obliged if|unclear if the|unclear whether the|unsure if the|unsure whether the|"
    "confirms the suspected|confirmed the suspected|confirming the suspected|confirms suspected|confirmed suspected|"
    "mother of two|mother of three|mother of four|mother of five|mother of 2|mother of 3|mother of 4|mother of 5|"
    "father of two|father of three|father of four|father of five|father of 2|father of 3|father of 4|father of 5|"
    "what if|as to if|on exertion and at rest|at rest and on exertion|at rest and with exertion|"
    "with exertion and at rest|gone within|gone in|gone when|gone with|gone after|gone on|gone once|goes away with|"
    "goes away when|settles with|settled within|stopped when|resolved with rest|resolves with rest|stops when|"
    "cleared with rest"
)
_CONDITIONAL = _p(
    "gets when|only with|only when|only on|only during|only if|whenever|when exposed to|if exposed to|"
    "on exposure to|upon exposure to|when taking|when she takes|when he takes|when eating|if she eats|if he eats|"
    "if she takes|if he takes|each time|every time|any time|anytime|if he lies|if she lies|if he walks|if she walks|"
    "if he misses|if she misses|when he misses|when she misses|if she skips|if he skips"
)
# Behind what they bring on: "chest pain only on exertion", "wheeze with cold air", "cough when lying flat".
_CONDITIONAL_BACK = _p(
    "only on|only with|only when|only during|only if|only after|only at|only in|whenever|when ~ing|when she ~ing|"
    "only when ~ing|only on ~ing|each time|every time|any time|anytime|triggered by|provoked by|brought on by|"
    "precipitated by|induced by|set off by|on exertion|with exertion|upon exertion|on effort|on exercise|"
    "with exercise|after exercise|with activity|on walking|after walking|with walking|on climbing|on mobilising|"
    "on mobilizing|on standing|on standing up|only on standing|on lying|when lying|on bending|on coughing|"
    "when coughing|with coughing|on swallowing|on chewing|on straining|going up stairs|going down stairs|"
    "climbing stairs|going upstairs|going downstairs|after meals|after fatty meals|after eating|with meals|"
    "after food|with food|at the sight of|in the cold|with cold air|in cold air|with cold|in cold weather|"
    "with cold weather|with caffeine|after alcohol|with alcohol|on exposure to|upon exposure to|when exposed to|"
    "when she|when he|if she|if he|if exposed to|when patient|if she eats|if he eats|when taking|when eating"
)
_KIN = _p(
    "father|mother|dad|mom|mum|brother|brothers|sister|sisters|sibling|siblings|son|sons|daughter|daughters|uncle|"
    "uncles|aunt|aunts|cousin|cousins|"
    "grandfather|grandmother|grandparents|grandparent|grandpa|grandma|grandson|granddaughter|parent|parents|nephew|"
    "niece|half - brother|half - sister|"
    "twin|twin brother|twin sister|relative|relatives|first - degree relative|first degree relative|"
    "first - degree relatives|maternal|paternal|family history of|family history significant for|"
    "family history is significant for|"
    "family history positive for|family history is positive for|family history notable for|family history includes|"
    "family history|family hx of|family hx|fam hx of|fam hx|fhx of|fhx|fh of|fh|fh :|f / h / o|f / h|family member|"
    "family members|"
    "strong family history of|positive family history of|+ fhx of|family h / o|mgm|mgf|pgm|pgf|kindred|brother's|"
    "sister's|mother's|father's|mum's|mom's|dad's|uncle's|aunt's|grandmother's|grandfather's|nan|nana|gran|granny|"
    "grandad|granddad|auntie|nephews|nieces|cousins|grandparents'|parents'|next of kin"
)
_KIN_BACK = _p(
    "in father|in mother|in his father|in her father|in his mother|in her mother|in brother|in his brother|"
    "in her brother|in sister|in his sister|in her sister|in a brother|in a sister|in the father|in the mother|"
    "in family|in the family|in his family|in her family|runs in the family|run in the family|runs in his family|"
    "runs in her family|in siblings|in a sibling|in both parents|in parents|in a parent|in grandfather|"
    "in grandmother|in a cousin|in cousin|"
    "in son|in her son|in his son|in a son|in daughter|in her daughter|in his daughter|in a daughter|in maternal|"
    "in paternal|in an uncle|in uncle|in an aunt|in aunt|in relatives|in a relative|in several relatives|"
    "in first - degree relatives|in first degree relatives|"
    "( father )|( mother )|( brother )|( sister )|( dad )|( mom )|( mum )|( father|( mother|( brother|( sister|"
    "( maternal|( paternal|- father|- mother|- brother|- sister|in mom|in dad|in mum|in a first - degree relative|"
    "in first - degree relative|in twin|on father's side|on mother's side|on his father's side|on her mother's side|"
    "on her father's side|on his mother's side"
)
_OTHERS = _p(
    "wife|husband|spouse|partner|girlfriend|boyfriend|roommate|roommates|flatmate|room - mate|housemate|coworker|"
    "coworkers|co - worker|co - workers|colleague|colleagues|classmate|"
    "classmates|friend|friends|neighbor|neighbour|neighbors|fiance|fiancee|teammate|household contact|"
    "household contacts|donor|caregiver|caretaker|stepfather|stepmother|stepson|stepdaughter|"
    "mother - in - law|father - in - law|brother - in - law|sister - in - law|in - laws|foster mother|foster father|"
    "adoptive mother|adoptive father|boss|driver|other driver|other passenger|passenger|contacts|other children|"
    "another child|kids at school|children at daycare|bystander|nurse|other residents|resident|residents|"
    "other people|others at|a contact|casual contact|close contact|close contacts|sexual contact|school contact|"
    "contact at|index case|index patient|child in his|child in her|children in his|children in her|pupil|pupils|"
    "kids in his|kids in her|the family cat|family cat|family dog|cat|dog|pet|pets|stepsister|stepbrother|"
    "ex - husband|ex - wife|ex - partner|landlord|carer|carers|teacher|co - resident|fellow|other patient|"
    "other patients|bedfellow|husband's|wife's|partner's|donor's|cadaveric donor|deceased donor"
)
_NOBODY = _p(
    "nobody in|nobody else|nobody else has|nobody at|nobody has|nobody is|nobody smokes|nobody pregnant|nobody here|"
    "no one in|no one else|no one else has|no one at|no one has|no one is|no - one in|no - one else|"
    "none of the family"
)
RULES: tuple[Rule, ...] = (
    Rule(_NO, "absent"),
    Rule(_NO_PAST, "absent", also="historical"),
    Rule(_NO_PSEUDO, "pseudo", "none"),
    Rule(_YES, "present"),
    Rule(_STOP, "stop", "none"),
    Rule(_POSSIBLE, "possible", narrow=True),
    Rule(_DIFFERENTIAL, "possible"),
    Rule(_POSSIBLE_BACK, "possible", "backward", narrow=True),
    Rule(_NEGATIVE_BACK, "absent", "backward", narrow=True),
    Rule(_RESOLVED_BACK, "resolved", "backward", narrow=True),
    Rule(_RESOLVED, "resolved", narrow=True),
    Rule(_PAST, "historical"),
    Rule(_PAST_NARROW, "historical", narrow=True),
    Rule(_PAST_BACK, "historical", "backward", narrow=True),
    Rule(
        _p(
            "in ~year following|in ~year after|in ~year during|in ~year post|in ~year due to|in ~year with|"
            "~year following|"
            "~year after|~year during"
        ),
        "historical",
        "both",
        narrow=True,
    ),
    Rule(_PAST_PSEUDO, "pseudo", "none"),
    Rule(_RECENT, "recent", "none"),
    Rule(_IF, "hypothetical"),
    Rule(_IF_PSEUDO, "pseudo", "none"),
    Rule(_CONDITIONAL, "conditional"),
    Rule(_CONDITIONAL_BACK, "conditional", "backward", narrow=True),
    Rule(
        _p("prophylaxis|prevention|prevention measures|screening|vaccination|vaccine"),
        "hypothetical",
        "backward",
        narrow=True,
    ),
    Rule(
        _p("likely|most likely|probable|possible|possibly|more likely|probably|favoured|favored"),
        "possible",
        "backward",
        narrow=True,
        ends=True,
    ),
    Rule(_NOBODY, "other", also="absent"),
    Rule(_KIN, "family"),
    Rule(_KIN_BACK, "family", "backward"),
    Rule(_OTHERS, "other"),
    Rule(
        _p(
            ": no|. no|. none|. nil|is not|are not|was not|were not|: none|"
            ": denied|: denies|: negative|: neg|: nil|: absent|- no|"
            "- none|- denied|- negative|- neg|- nil|? no|= no|: n|- absent"
        ),
        "absent",
        "backward",
        ends=True,
    ),
)
