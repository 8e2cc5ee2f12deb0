"""Making models from Bedside's own knowledge: the sentence encoder. Torch is imported inside functions only, by the
command that trains; nothing of the program's normal paths comes this way."""
