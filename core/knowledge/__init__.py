"""The knowledge base: its schema, its build from YAML and packages, and read-only access to the result."""
