"""What is particular to English records: rules and word lists, as data."""
