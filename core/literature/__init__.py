"""The clinic's own literature: answers that point at the passage they rest on."""
