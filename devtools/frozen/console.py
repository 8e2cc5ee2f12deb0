"""Entry point of the stand-alone program's command line, `bedside`."""

import sys

from core.cli import main  # starts the model worker instead where that is asked for

sys.exit(main())
