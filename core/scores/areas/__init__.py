"""The calculators, one file a clinical area. Each file has a tuple `CALCULATORS`."""
