"""Case notes by fresh eyes: texts and intended answers kept apart, committed before the entries they measure."""
