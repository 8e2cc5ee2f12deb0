"""Chinese records: sentences, names of findings, and who, when and how surely."""
