"""Speed, measured beside a named peer in the same run. Run by `dev.py bench`, in an environment of its own.

Bedside itself is measured from outside, through its command line or its environment's Python, never imported: the peers
live here, and what they bring must not change what is measured.
"""
