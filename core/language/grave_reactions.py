"""Reactions to a drug that have killed, as records name them."""

from __future__ import annotations

# Case is ignored. The short names stand alone ("TEN", not "often"); a Chinese character beside them is no letter.
GRAVE_REACTION = (
    r"anaphyl|angio-?o?edema|shock|bronchosp|laryn|throat|stevens|lyell|epiderm\w* necrol"
    r"|(?<![a-z])(?:SJS|TEN|DRESS|SCAR)(?![a-z])|arrest|collapse"
    r"|过敏性休克|休克|喉头?水肿|血管性水肿|支气管痉挛|剥脱性皮炎|表皮松解"
)
