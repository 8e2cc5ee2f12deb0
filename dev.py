#!/usr/bin/env python3
"""Set Bedside up and work on it: `python3 dev.py demo`, `test`, `app`, … (`python3 dev.py --help`).

Standard library only. This file also runs on Pythons too old or too new for Bedside, to say so in a sentence; the
work is in `devtools/`.
"""

import shutil
import subprocess
import sys

SUPPORTED = ((3, 11), (3, 12))


def main() -> int:
    """Go on with this Python if it will do, else with one beside it that does."""
    if sys.version_info[:2] in SUPPORTED:
        from devtools.verbs import main as run

        return run(sys.argv[1:])
    for major, minor in SUPPORTED:
        other = shutil.which("python{}.{}".format(major, minor))  # noqa: UP032 - older Pythons read this file too
        if other:
            return subprocess.call([other, *sys.argv])
    here = ".".join(str(part) for part in sys.version_info[:2])
    sys.stderr.write("Bedside needs Python 3.11 or 3.12, and this is " + here + ". Install one of them and use it.\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
