"""Two kinds of failure: the world's (say it in one sentence) and ours (a defect)."""

from __future__ import annotations


class KnownError(Exception):
    """The world's fault: a bad file, a wrong passphrase, a full disk.

    The message is one plain sentence that says what was wrong and what to do. It never quotes patient text.
    The command line prints it and exits with 2; the window shows it.
    """


class BugError(Exception):
    """Our fault: a state that cannot happen did. The message never quotes patient text."""
