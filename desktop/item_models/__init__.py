"""Qt models for every list, and what turns a result into their rows."""
