"""The calculators, one file a clinical area, each with a tuple `CALCULATORS`; `background` holds what they share."""
