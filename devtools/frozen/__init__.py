"""What goes into the stand-alone program: its two entry points, and the rules for what stays out."""
