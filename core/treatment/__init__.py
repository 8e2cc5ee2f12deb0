"""Treatment: drug checks and the plan."""
