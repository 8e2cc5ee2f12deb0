"""Words of what was: resolved, in the history, and of what is of now after all."""

from __future__ import annotations

from core.language.en.rules.rule import Rule, phrases

_RESOLVED_BACK = phrases(
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
    "treated and resolved|treated and settled|treated and cured|fully recovered|made a full recovery|"
    "with full recovery|and recovered|"
    "is no longer present|grew out of|grown out of|has grown out of|abated|has abated|faded|has faded|healed|"
    "has healed|have healed|fully healed|passed off|wore off|now better"
)
_RESOLVED = phrases(
    "resolved|resolution of|no longer has|no longer having|no longer|is no longer|are no longer|now free of|former|"
    "ex -|recovered from|in remission from|outgrew|grew out of|grown out of"
)
_PAST = phrases(
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
_PAST_NARROW = phrases(
    "prev|prev .|prior hx of|"
    "previous|previously|prior|past|old|remote|former|status post|s / p|known|pre - existing|preexisting|"
    "longstanding|long - standing|childhood|healed|"
    "in the past had|recovered from|years ago had|previous episodes of|prior episodes of|sequelae of|sequela of|ex -|"
    "medication for|medications for|medicine for|medicines for|tablets for|on treatment for|takes treatment for|"
    "was previously treated for|in ~year had|in ~year for"
)
_PAST_BACK = phrases(
    "in the past|in past|years ago|yrs ago|year ago|months ago|as a child|as child|in childhood|"
    "in his youth|in her youth|"
    "previously|in the remote past|several years ago|many years ago|"
    "treated ~year|treated in ~year|treated last year|"
    "last year|a year ago|decades ago|when younger|in infancy|years previously|years earlier|years prior|in ~year|"
    "back in ~year|in ~w ~year|in early ~year|in late ~year|( ~year )|in her last pregnancy|"
    "in her first pregnancy|in a previous pregnancy|in her previous pregnancy|in a prior pregnancy|in his teens|"
    "in her teens|in his twenties|in her twenties|in his thirties|in her thirties|in his forties|in her forties|"
    "in her 20s|in his 20s|in her 30s|in his 30s|in her 40s|in his 40s|in her 50s|in his 50s|as a teenager|"
    "as a baby|as an infant|as a kid|in early life|/ 12 ago|"
    + "|".join(f"{n}{years} ago" for n in range(1, 61) for years in ("y", "yr", "yrs"))
)
# "Gout, last attack 2022": the attack was then.
_LAST_TIME = phrases(
    "|".join(
        f"{last} {event}{when}~year"
        for last in ("last", "latest", "most recent", "only", "single", "one")
        for event in ("attack", "episode", "flare", "bout", "event", "relapse", "admission", "seizure", "fit", "")
        for when in (" ", " in ", " was in ", " : ")
        if event or when != " "
    )
)
_PAST_PSEUDO = phrases(
    "history of present illness|history of the present illness|history of presenting illness|"
    "history of presenting complaint|history taking|history , physical|"
    "history and physical|poor historian|prior to|prior to admission|prior to arrival|past few|past several|"
    "past day|past days|past week|past weeks|past month|past months|past hour|past hours|"
    "past two|past three|past four|past five|past six|past 2|past 3|past 4|past 5|past 6|past 7|past 10|past 12|"
    "past 24|past 48|past year|"
    "short history of|brief history of|short hx of|brief hx of|recent history of|acute history of|"
    "/ 12 old|/ 52 old|/ 7 old|half old|year old|years old|- year - old|"
    "- month - old|- week - old|- day - old|- years - old|- months - old|- weeks - old|"
    "- days - old|yr old|yrs old|month old|months old|"
    "week old|weeks old|day old|days old|"
    "post - op|post op|post - operative|previous day|previous night|previous week|"
    "old blood|previous records|previous ecg|prior ecg|prior study|prior studies|prior exam|prior ct|previous ct|"
    "previous study|compared to prior|compared with prior|"
    "from prior|from previous|since prior|old records|half past|walked past|post - prandial|post prandial|"
    "post - void|post - menopausal|compared to previous|post - ictal|post - coital|post - nasal|post nasal|"
    "known allergies|known drug|"
    "stopped his|stopped her|stopped my|stopped their|stopped the|stopped all|stopped taking|stopped smoking|"
    "stopped drinking|stopped working|stopped eating|stopped driving|stopped using|stopped ~drug|"
    "as previously noted|previously noted|as previously described|previously described|previously healthy|"
    "previously well|previously fit|previous hospital|prior hospital|previous admission|of unknown|no old|"
    "chief complaint|history obtained|history from|history provided|history limited|unable to obtain history|"
    + "|".join(
        f"{began} {many} {unit} ago"
        for began in ("started", "began", "starting", "beginning", "commenced", "onset", "since")
        for many in ("~n", "~w", "about ~n", "about ~w", "over ~n", "some ~n")
        for unit in ("years", "yrs", "year", "months")
    )
    + "|started ~n ago|began ~n ago|since ~n ago|onset ~n ago"
)
# "4/7 hx sore throat": how long it has been there, and nothing of the past.
_SPELL_PSEUDO = tuple(
    f"{unit} {history}{of}"
    for unit in (
        *"hour hours hr hrs h day days d week weeks wk wks w month months mth mths year years yr yrs".split(),
        *("days '", "weeks '", "months '", "years '", "/ 7", "/ 52", "/ 12", "/ 24"),
        *(f"{number}{unit}" for number in range(1, 15) for unit in "hdwmy"),
    )
    for history in ("history", "hx", "h / o", "ho")
    for of in (" of", "")
)
_RECENT = phrases(
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

# What is known from, or was found during, a stay in hospital that is over; what began with it is had since then, so of
# "since" no complaint is one of the past (`Context.judge`).
_FORMER_STAY = tuple(
    " ".join(filter(None, (when, whose, which, stay)))
    for when in ("known from", "known since", "from", "since", "during", "on", "at", "in")
    for whose in ("his", "her", "their", "my", "the", "a", "an", "")
    for which in ("previous", "last", "prior", "earlier")
    for stay in ("admission", "admissions", "hospital admission", "hospital stay", "stay", "hospitalisation",
                 "hospitalization")
)  # fmt: skip

PAST: tuple[Rule, ...] = (
    Rule(_RESOLVED_BACK, "resolved", "backward", narrow=True),
    Rule(_RESOLVED, "resolved", narrow=True),
    Rule(_PAST, "historical"),
    Rule(_PAST_NARROW, "historical", narrow=True),
    Rule(_PAST_BACK, "historical", "backward", narrow=True),
    Rule(_LAST_TIME, "historical", "both", narrow=True),
    Rule(_FORMER_STAY, "historical", "backward", narrow=True),
    Rule(phrases("treated|cured"), "historical", "backward", narrow=True, ends=True),
    Rule(
        phrases(
            "in ~year following|in ~year after|in ~year during|in ~year post|in ~year due to|in ~year with|"
            "~year following|"
            "~year after|~year during"
        ),
        "historical",
        "both",
        narrow=True,
    ),
    Rule((*_PAST_PSEUDO, *_SPELL_PSEUDO), "pseudo", "none"),
    Rule(_RECENT, "recent", "none"),
)
