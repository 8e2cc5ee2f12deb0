"""Words that give a finding to somebody else, or to nobody."""

from __future__ import annotations

from core.language.en.rules.rule import Rule, phrases

_KIN = phrases(
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
    "sister's|mother's|father's|mum's|mom's|dad's|uncle's|aunt's|grandmother's|grandfather's|"
    "the younger one|the older one|the elder one|the eldest|the youngest|nan|nana|gran|granny|"
    "grandad|granddad|auntie|nephews|nieces|cousins|grandparents'|parents'|next of kin"
)
_KIN_BACK = phrases(
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
_OTHERS = phrases(
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
    "other patients|bedfellow|husband's|wife's|partner's|donor's|cadaveric donor|deceased donor|"
    "another patient|another patient's|of another patient|another woman|another man|a different patient|"
    "a patient on her ward|a patient on his ward|patient on her ward|"
    "patient on his ward|patients on her ward|patients on his ward|patient on my ward|patients on my ward|"
    "patient in the next bed|patient in the bed opposite|patient opposite|the man in the next bed|"
    "the woman in the next bed|the patient she looked after|the patient he looked after"
)
# Whom somebody looks after at work: what they have is told of nobody in the record.
_LOOKED_AFTER = phrases(
    "|".join(
        f"{works} {whom} {who_has}"
        for works in ("cares for", "caring for", "cared for", "works with", "working with", "worked with",
                      "looks after", "looking after", "looked after")
        for whom in ("people", "patients", "adults", "children", "those", "elderly people", "young people",
                     "older people", "someone", "somebody", "a man", "a woman", "men", "women", "clients")
        for who_has in ("with", "who have", "who has", "suffering from", "living with")
    )
)  # fmt: skip
# The report of somebody else came into the folder: "pneumothorax on a film that belongs to another patient".
_OTHERS_BACK = phrases(
    "belongs to another patient|belonged to another patient|of another patient|is another patient's|"
    "was another patient's|filed here by mistake|filed in error|filed by mistake|filed here in error|wrong patient|"
    "wrong patient's notes|misfiled"
)
_NOBODY = phrases(
    "nobody in|nobody else|nobody else has|nobody at|nobody has|nobody is|nobody smokes|nobody pregnant|nobody here|"
    "no one in|no one else|no one else has|no one at|no one has|no one is|no - one in|no - one else|"
    "none of the family"
)

OTHERS: tuple[Rule, ...] = (
    Rule(_NOBODY, "other", also="absent"),
    Rule(_KIN, "family"),
    Rule(_KIN_BACK, "family", "backward"),
    Rule(_OTHERS, "other"),
    Rule(_LOOKED_AFTER, "hypothetical", narrow=True),
    Rule(_OTHERS_BACK, "other", "backward"),
)
